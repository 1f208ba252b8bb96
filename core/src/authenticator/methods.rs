//! Which methods are accepted.

use super::Method;

/// Which methods are accepted. An authenticator app is accepted if codes by mail are not: somebody who
/// must have a second factor must be able to have one.
///
/// ```
/// use countersign::authenticator::{Method, Methods};
///
/// let only_apps = Methods::ALL.without(Method::Email).without(Method::Recovery);
/// assert!(only_apps.has(Method::Totp) && !only_apps.has(Method::Email));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub struct Methods {
    #[n(0)]
    totp: bool,
    #[n(1)]
    recovery: bool,
    #[n(2)]
    email: bool,
}

impl Methods {
    /// Every method. Codes by mail are sent only if there is somebody to send them
    /// ([`Builder::courier`](crate::flow::Builder::courier)).
    pub const ALL: Self = Self { totp: true, recovery: true, email: true };

    /// All but one. Who has nothing else that is accepted shows it once more, to set up what is.
    #[must_use]
    pub const fn without(mut self, method: Method) -> Self {
        match method {
            Method::Totp => self.totp = false,
            Method::Recovery => self.recovery = false,
            Method::Email => self.email = false,
        }
        self
    }

    /// No recovery codes: who loses the app has to ask an administrator.
    #[must_use]
    pub const fn without_recovery_codes(self) -> Self {
        self.without(Method::Recovery)
    }

    /// What both accept.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            totp: self.has(Method::Totp) && other.has(Method::Totp),
            recovery: self.recovery && other.recovery,
            email: self.email && other.email,
        }
    }

    /// Whether whatever is accepted here is accepted there.
    pub(crate) fn is_within(self, other: Self) -> bool {
        [Method::Totp, Method::Recovery, Method::Email]
            .into_iter()
            .all(|method| other.has(method) || !self.has(method))
    }

    /// Whether a method is accepted.
    #[must_use]
    pub const fn has(self, method: Method) -> bool {
        match method {
            Method::Totp => self.totp || !self.email,
            Method::Recovery => self.recovery,
            Method::Email => self.email,
        }
    }
}

impl Default for Methods {
    fn default() -> Self {
        Self::ALL
    }
}
