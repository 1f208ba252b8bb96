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
    /// A code that was sent by mail. It shows that somebody reads a mailbox, which NIST SP 800-63B-4
    /// (3.1.3.1) and OWASP ASVS 5.0 (6.3.6) do not take for a second factor.
    #[n(2)]
    Email,
}

impl Method {
    /// The name in forms, JSON and audit entries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::Recovery => "recovery",
            Self::Email => "email",
        }
    }

    /// The method with this [`name`](Self::name).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Totp, Self::Recovery, Self::Email].into_iter().find(|method| method.name() == name)
    }

    /// The registered authentication method references (RFC 8176, 2) that the method adds to those of
    /// the first factor. A recovery code has none of its own; it is a one-time password as well. There
    /// is none for a mailed code, and it does not make a sign-in one by several factors.
    #[must_use]
    pub const fn amr(self) -> &'static [&'static str] {
        match self {
            Self::Totp | Self::Recovery => &["otp", "mfa"],
            Self::Email => &[],
        }
    }

    /// Whether it can be brought into use by itself. Recovery codes come with others.
    #[must_use]
    pub const fn is_primary(self) -> bool {
        match self {
            Self::Totp | Self::Email => true,
            Self::Recovery => false,
        }
    }
}
