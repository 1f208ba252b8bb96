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
pub use extract::{Recent, Seen, SignedIn, Verified};
pub use first_factor::FirstFactor;
pub use guard::{SecondFactorLayer, SecondFactorService};
#[cfg(feature = "axum")]
pub use mount::routes;
pub use mount::{Open, Opened};
pub use rotation::RotateSession;

/// The core, for its types.
pub use countersign;
/// Sessions keep their ids.
pub use countersign::port::KeepSession as KeepId;
/// Where the signed-in person stands; a request extension behind the layer.
pub use countersign::standing::Standing;
/// For [`FirstFactor`]s that are not axum's.
pub use countersign_web::Reading as FromParts;
pub use countersign_web::{
    BoxError, Extracted, Identified, Origin, OriginError, Rotated, Web, WebBuilder, WebError,
};
