//! Which methods are accepted.

use super::Method;

/// Which methods are accepted. An authenticator app always is: without one nobody could come in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Methods {
    recovery_codes: bool,
}

impl Methods {
    /// Every method.
    pub const ALL: Self = Self { recovery_codes: true };

    /// No recovery codes: who loses the app has to ask an administrator.
    #[must_use]
    pub const fn without_recovery_codes(self) -> Self {
        Self { recovery_codes: false }
    }

    /// Whether a method is accepted.
    #[must_use]
    pub const fn has(self, method: Method) -> bool {
        match method {
            Method::Totp => true,
            Method::Recovery => self.recovery_codes,
        }
    }
}

impl Default for Methods {
    fn default() -> Self {
        Self::ALL
    }
}
