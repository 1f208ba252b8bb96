#![doc = include_str!("../README.md")]

mod convert;
#[cfg(feature = "coverage")]
pub mod coverage;
#[cfg(feature = "axum")]
mod extract;
mod first_factor;
mod guard;
mod mount;
mod passed;
mod rotation;

#[cfg(feature = "axum")]
pub use extract::{Recent, SignedIn, Verified};
#[cfg(feature = "axum")]
pub use first_factor::Extracted;
pub use first_factor::{BoxError, FirstFactor, FromParts};
pub use guard::{SecondFactorLayer, SecondFactorService};
#[cfg(feature = "axum")]
pub use mount::routes;
pub use mount::{Open, Opened};
pub use rotation::{KeepId, RotateSession};

/// The core, for its types.
pub use countersign;
/// Where the signed-in person stands; a request extension behind the layer.
pub use countersign::standing::Standing;
pub use countersign_web::{Origin, OriginError, Web, WebBuilder, WebError};
