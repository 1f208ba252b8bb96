//! Keyed digests of what need only be recognized.

use core::fmt;

use subtle::ConstantTimeEq as _;

use super::KeyId;

/// What a digest is of. Each purpose has a key of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DigestPurpose {
    /// The application's session id.
    Session,
    /// The token of a remembered device.
    Device,
    /// A recovery code.
    RecoveryCode,
    /// A person who is no longer known, in the log.
    Pseudonym,
    /// A code that was sent by mail.
    DeliveredCode,
    /// An e-mail address.
    Address,
}

impl DigestPurpose {
    pub(super) const ALL: [Self; 6] = [
        Self::Session,
        Self::Device,
        Self::RecoveryCode,
        Self::Pseudonym,
        Self::DeliveredCode,
        Self::Address,
    ];

    pub(super) const fn label(self) -> &'static [u8] {
        match self {
            Self::Session => b"session",
            Self::Device => b"device",
            Self::RecoveryCode => b"recovery-code",
            Self::Pseudonym => b"pseudonym",
            Self::DeliveredCode => b"delivered-code",
            Self::Address => b"address",
        }
    }
}

/// HMAC-SHA-256 (RFC 2104) under one key of the ring.
///
/// Digests are compared in constant time.
#[derive(Clone, Copy, minicbor::Decode, minicbor::Encode)]
pub struct Digest {
    #[n(0)]
    pub(super) key: KeyId,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) mac: [u8; 32],
}

impl Digest {
    pub(crate) const fn key_id(&self) -> KeyId {
        self.key
    }

    pub(crate) const fn mac(&self) -> &[u8; 32] {
        &self.mac
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && bool::from(words(&self.mac).ct_eq(&words(&other.mac)))
    }
}

impl Eq for Digest {}

/// Four words are compared in less time than 32 bytes, and in as constant a one.
fn words(mac: &[u8; 32]) -> [u64; 4] {
    let mut words = [0; 4];
    for (word, bytes) in words.iter_mut().zip(mac.as_chunks().0) {
        *word = u64::from_ne_bytes(*bytes);
    }
    words
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digest(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_that_differ_in_one_bit_differ() {
        let digest = |mac| Digest { key: KeyId::from_bytes([7; 4]), mac };
        let mac = core::array::from_fn(|at| at as u8);
        assert_eq!(digest(mac), digest(mac));
        for bit in 0..256 {
            let mut other = mac;
            other[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(digest(mac), digest(other), "bit {bit}");
        }
        let other_key = Digest { key: KeyId::from_bytes([8; 4]), mac };
        assert_ne!(digest(mac), other_key);
    }
}
