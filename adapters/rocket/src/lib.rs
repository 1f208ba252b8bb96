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

pub use extract::{Recent, Refused, SignedIn, Verified};
pub use first_factor::{BoxError, FirstFactor, FromJar, Guarded};
pub use guard::SecondFactorFairing;
pub use passed::standing;
pub use rotation::RotateSession;

/// The core, for its types.
pub use countersign;
/// Where the signed-in person stands; see [`standing`].
pub use countersign::standing::Standing;
pub use countersign_web::{Origin, OriginError, Web, WebBuilder, WebError};
