//! How an authenticator app computes its codes, and which of them we accept.

use crate::time::Timestamp;

/// The hash function below the HMAC.
#[expect(clippy::exhaustive_enums, reason = "RFC 6238, 1.2 names these three")]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(index_only)]
pub enum Algorithm {
    /// The only one that every app reads.
    #[default]
    #[n(0)]
    Sha1,
    /// SHA-256.
    #[n(1)]
    Sha256,
    /// SHA-512.
    #[n(2)]
    Sha512,
}

impl Algorithm {
    /// The name in a Key URI.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            Self::Sha512 => "SHA512",
        }
    }

    pub(super) const fn arithmetic(self) -> totp_rs::Algorithm {
        match self {
            Self::Sha1 => totp_rs::Algorithm::SHA1,
            Self::Sha256 => totp_rs::Algorithm::SHA256,
            Self::Sha512 => totp_rs::Algorithm::SHA512,
        }
    }
}

/// How an authenticator computes its codes. Kept with each authenticator, so that a new default
/// breaks nobody's app.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub struct TotpParameters {
    #[n(0)]
    algorithm: Algorithm,
    #[n(1)]
    digits: u8,
    #[n(2)]
    period: u32,
}

impl Default for TotpParameters {
    /// SHA-1, six digits, 30 seconds: what every app reads.
    fn default() -> Self {
        Self { algorithm: Algorithm::Sha1, digits: 6, period: 30 }
    }
}

impl TotpParameters {
    /// Parameters other than the default. Many apps ignore them and then show wrong codes.
    ///
    /// Digits are taken into 6–8, the period into 15–120 seconds (NIST SP 800-63B-4, 3.1.4: a new
    /// code at least every two minutes).
    #[must_use]
    pub fn new(algorithm: Algorithm, digits: u8, period: u32) -> Self {
        Self { algorithm, digits: digits.clamp(6, 8), period: period.clamp(15, 120) }
    }

    /// The hash function.
    #[must_use]
    pub const fn algorithm(self) -> Algorithm {
        self.algorithm
    }

    /// How many digits a code has.
    #[must_use]
    pub const fn digits(self) -> u8 {
        self.digits
    }

    /// How many seconds a time step lasts.
    #[must_use]
    pub const fn period(self) -> u32 {
        self.period
    }

    /// The time step (RFC 6238, 4.2: `T`) at a moment.
    pub(super) const fn step(self, at: Timestamp) -> u64 {
        match at.as_unix().checked_div(self.period as u64) {
            Some(step) => step,
            None => 0,
        }
    }
}

/// Which time steps are accepted, next to the present one.
#[expect(clippy::exhaustive_enums, reason = "a wider window would be a weaker one")]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum TotpWindow {
    /// One step before and one after: a clock may be wrong by half a minute either way.
    #[default]
    Tolerant,
    /// One step before, for the time it takes to type (RFC 6238, 5.2), and none after.
    Strict,
}

impl TotpWindow {
    /// The highest first.
    pub(super) fn steps(self, now: u64) -> impl Iterator<Item = u64> {
        let after = match self {
            Self::Tolerant => now.checked_add(1),
            Self::Strict => None,
        };
        [after, Some(now), now.checked_sub(1)].into_iter().flatten()
    }
}
