//! What only an authenticator can make.

use super::{AuthenticatorId, DeliveryId, Method};
use crate::time::Timestamp;

/// That a second factor has been shown, just now, by one of the authenticators in this folder.
///
/// A `Proof` cannot be copied, stored or built elsewhere. Whatever needs one takes it by value, so
/// code that forgets to verify does not compile:
///
/// ```compile_fail
/// use countersign::authenticator::{Method, Proof};
///
/// let forged = Proof::of(Method::Totp);
/// ```
#[derive(Debug)]
#[must_use = "a proof that nobody records verifies nobody"]
pub struct Proof(Spends);

/// What a proof uses up when it is accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Spends {
    /// Every time step of an authenticator up to and including this one.
    Step { authenticator: AuthenticatorId, step: u64 },
    /// The recovery code at this place of the set.
    RecoveryCode { index: usize },
    /// The code of this message.
    DeliveredCode { message: DeliveryId, sent_at: Timestamp },
}

impl Proof {
    pub(super) const fn that_spends(spends: Spends) -> Self {
        Self(spends)
    }

    pub(crate) const fn into_spends(self) -> Spends {
        self.0
    }

    /// How the factor was shown.
    #[must_use]
    pub const fn method(&self) -> Method {
        match self.0 {
            Spends::Step { .. } => Method::Totp,
            Spends::RecoveryCode { .. } => Method::Recovery,
            Spends::DeliveredCode { .. } => Method::Email,
        }
    }
}
