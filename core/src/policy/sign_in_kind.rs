//! Kinds of sign-in that nothing is asked of.

use crate::subject::SignIn;

/// A kind of sign-in that can be exempt.
#[expect(clippy::exhaustive_enums, reason = "a password can never be exempt")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum SignInKind {
    /// Every single sign-on, whatever the provider reports.
    SingleSignOn,
    /// Single sign-on of which the provider reports that it asked for several factors
    /// (RFC 8176: `mfa`).
    SingleSignOnWithMfa,
    /// Keys of an interface.
    ApiKey,
    /// Service accounts.
    Service,
}

impl SignInKind {
    pub(super) fn covers(self, sign_in: &SignIn) -> bool {
        match (self, sign_in) {
            (Self::SingleSignOn, SignIn::SingleSignOn { .. })
            | (Self::ApiKey, SignIn::ApiKey)
            | (Self::Service, SignIn::Service) => true,
            (Self::SingleSignOnWithMfa, SignIn::SingleSignOn { amr }) => {
                amr.iter().any(|method| method == "mfa")
            }
            (
                Self::SingleSignOn | Self::SingleSignOnWithMfa | Self::ApiKey | Self::Service,
                SignIn::Password | SignIn::SingleSignOn { .. } | SignIn::ApiKey | SignIn::Service,
            ) => false,
        }
    }
}
