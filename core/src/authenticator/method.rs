//! The kinds of authenticators.

/// The kind of an authenticator.
#[expect(clippy::exhaustive_enums, reason = "a new method must break every match on it")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(index_only)]
pub enum Method {
    /// A code from an authenticator app (RFC 6238).
    #[n(0)]
    Totp,
    /// A single-use code kept for a rainy day (NIST SP 800-63B-4, 3.1.2: look-up secret).
    #[n(1)]
    Recovery,
}

impl Method {
    /// The name in forms, JSON and audit entries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::Recovery => "recovery",
        }
    }

    /// The method with this [`name`](Self::name).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Totp, Self::Recovery].into_iter().find(|method| method.name() == name)
    }

    /// The registered authentication method reference (RFC 8176, 2). A recovery code has none of
    /// its own; it is a one-time password as well.
    #[must_use]
    pub const fn amr(self) -> &'static str {
        match self {
            Self::Totp | Self::Recovery => "otp",
        }
    }
}
