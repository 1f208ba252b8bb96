//! Sealed values: nobody without the key can read them, change them or move them elsewhere.
//!
//! ```text
//! byte   0      1..5    5..29    29..n-16     n-16..n
//!        0x01   key id  nonce    ciphertext   tag        XChaCha20-Poly1305
//! ```
//!
//! The associated data names where the value belongs, each field behind its length, so a value that
//! is copied to another place does not open there.

use core::fmt;

/// What is sealed. Each purpose has a key of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SealPurpose {
    /// The seed of a TOTP authenticator.
    Seed,
    /// A ticket that a browser carries.
    Ticket,
    /// What a link in a message carries.
    Link,
}

impl SealPurpose {
    pub(super) const ALL: [Self; 3] = [Self::Seed, Self::Ticket, Self::Link];

    pub(super) const fn label(self) -> &'static [u8] {
        match self {
            Self::Seed => b"seed",
            Self::Ticket => b"ticket",
            Self::Link => b"link",
        }
    }
}

/// The sealed value could not be opened: another key, another place, or not what was sealed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("a sealed value does not open with the keys at hand")]
#[non_exhaustive]
pub struct Unsealable;

/// A sealed value, as it is stored or sent.
#[derive(Clone, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct Sealed(#[cbor(n(0), with = "minicbor::bytes")] pub(super) Vec<u8>);

impl Sealed {
    pub(super) const FORMAT: u8 = 1;
    pub(super) const NONCE: usize = 24;

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub(crate) const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(..)")
    }
}
