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

pub use extract::{Recent, Seen, SignedIn, Verified};
pub use first_factor::FirstFactor;
pub use guard::{SecondFactorMiddleware, SecondFactorService};
pub use rotation::RotateSession;

/// The core, for its types.
pub use countersign;
/// Sessions keep their ids.
pub use countersign::port::KeepSession as KeepId;
/// Where the signed-in person stands; a request extension behind the middleware.
pub use countersign::standing::Standing;
/// For a first factor that is in the head of the request.
pub use countersign_web::Reading as FromHead;
pub use countersign_web::{
    BoxError, Extracted, Identified, Origin, OriginError, Rotated, Web, WebBuilder, WebError,
};
