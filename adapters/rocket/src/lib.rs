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

pub use extract::{Recent, Refused, Seen, SignedIn, Verified};
pub use first_factor::FirstFactor;
pub use guard::SecondFactorFairing;
pub use passed::standing;
pub use rotation::RotateSession;

/// The core, for its types.
pub use countersign;
/// Where the signed-in person stands; see [`standing`].
pub use countersign::standing::Standing;
/// For a request guard of the application's.
pub use countersign_web::Extracted as Guarded;
/// For the cookies of a request, private ones included.
pub use countersign_web::Reading as FromJar;
pub use countersign_web::{
    BoxError, Identified, Origin, OriginError, Rotated, Web, WebBuilder, WebError,
};
