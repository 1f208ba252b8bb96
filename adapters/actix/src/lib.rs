#![doc = include_str!("../README.md")]

mod convert;
#[cfg(feature = "coverage")]
pub mod coverage;
mod extract;
mod first_factor;
mod guard;
mod mount;
mod passed;
mod rotation;

pub use extract::{Recent, SignedIn, Verified};
pub use first_factor::{BoxError, Extracted, FirstFactor, FromHead};
pub use guard::{SecondFactorMiddleware, SecondFactorService};
pub use rotation::{KeepId, RotateSession};

/// The core, for its types.
pub use countersign;
/// Where the signed-in person stands; a request extension behind the middleware.
pub use countersign::standing::Standing;
pub use countersign_web::{Origin, OriginError, Web, WebBuilder, WebError};
