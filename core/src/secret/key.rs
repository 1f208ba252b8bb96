//! One root key.

use core::fmt;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// The key of the documentation. Refused at start unless the origin is a loopback address.
const EXAMPLE: &[u8; Key::LENGTH] = b"countersign example key: not one";

/// Which key a value was made with; it says nothing about the key.
#[derive(
    Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, minicbor::Decode, minicbor::Encode,
)]
#[cbor(transparent)]
pub struct KeyId(#[n(0)] u32);

impl KeyId {
    pub(crate) const fn to_bytes(self) -> [u8; 4] {
        self.0.to_be_bytes()
    }

    pub(crate) const fn from_bytes(bytes: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(bytes))
    }
}

/// Why something is no key, or not one to be used here.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// There is no key at all.
    #[error("no key: give at least one of 32 random bytes, written in base64url or hex")]
    Missing,
    /// Neither base64url nor hex.
    #[error("a key is written in base64url or hex, one a line; this one is neither")]
    Unreadable,
    /// Fewer than 32 bytes.
    #[error("a key has at least 32 bytes; this one has {0}")]
    Short(usize),
    /// So few different bytes that nobody can have drawn it at random.
    #[error("a key is random; this one repeats itself")]
    Repetitive,
    /// Two keys of the ring are the same.
    #[error("the same key stands twice in the ring")]
    Twice,
    /// The key of the documentation, at an origin that others can reach.
    #[error("the example key is known to everybody; it serves only on a loopback origin")]
    Example,
    /// The place that should hold the keys could not be read.
    #[error("the keys could not be read: {0}")]
    Source(std::io::ErrorKind),
}

/// A root key: at least 256 bits from a good source. It prints nothing.
#[derive(Clone)]
pub struct Key {
    id: KeyId,
    root: Zeroizing<Vec<u8>>,
}

impl Key {
    /// The least number of bytes.
    pub const LENGTH: usize = 32;

    /// Takes raw bytes.
    ///
    /// # Errors
    /// Fewer than 32 bytes, or bytes that repeat themselves.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        if bytes.len() < Self::LENGTH {
            return Err(KeyError::Short(bytes.len()));
        }
        let mut seen = [false; 256];
        for byte in bytes {
            if let Some(slot) = seen.get_mut(usize::from(*byte)) {
                *slot = true;
            }
        }
        // Bytes drawn at random practically never show so few different values.
        if seen.iter().filter(|known| **known).count() <= 12 {
            return Err(KeyError::Repetitive);
        }
        let mut id = [0; 4];
        expand(bytes, b"id", &mut id);
        Ok(Self { id: KeyId::from_bytes(id), root: Zeroizing::new(bytes.to_vec()) })
    }

    /// Reads a key that is written in base64url (no padding) or hex.
    ///
    /// # Errors
    /// As [`Key::from_bytes`], and for anything that is neither.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        let hex = text.len() >= 2 * Self::LENGTH && text.bytes().all(|b| b.is_ascii_hexdigit());
        let bytes = if hex {
            HEXLOWER_PERMISSIVE.decode(text.as_bytes())
        } else {
            BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes())
        };
        Self::from_bytes(&Zeroizing::new(bytes.map_err(|_| KeyError::Unreadable)?))
    }

    /// The key of the documentation, for tests and first steps. Everybody knows it, so an
    /// application whose origin is not a loopback address refuses to start with it.
    #[must_use]
    pub fn example() -> Self {
        let mut id = [0; 4];
        expand(EXAMPLE, b"id", &mut id);
        Self { id: KeyId::from_bytes(id), root: Zeroizing::new(EXAMPLE.to_vec()) }
    }

    /// Which key this is.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    pub(crate) fn is_example(&self) -> bool {
        self.root.as_slice() == EXAMPLE
    }

    /// Derives the key for one purpose.
    pub(super) fn derive(&self, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut out = Zeroizing::new([0; 32]);
        expand(&self.root, purpose, out.as_mut_slice());
        out
    }
}

/// HKDF with the label `countersign/PURPOSE/v1`.
fn expand(root: &[u8], purpose: &[u8], out: &mut [u8]) {
    let info = [b"countersign/", purpose, b"/v1"];
    // RFC 5869, 2.3: it fails only for more than 255 blocks of output; ours is one at most.
    let derived = Hkdf::<Sha256>::new(None, root).expand_multi_info(&info, out);
    debug_assert!(derived.is_ok());
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:08x})", self.id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_31_bytes_is_short_and_one_of_32_is_not() {
        let bytes: Vec<u8> = (0..32).collect();
        assert_eq!(Key::from_bytes(&bytes[..31]).unwrap_err(), KeyError::Short(31));
        assert!(Key::from_bytes(&bytes).is_ok());
    }

    #[test]
    fn a_key_that_repeats_itself_is_refused() {
        assert_eq!(Key::from_bytes(&[7; 32]).unwrap_err(), KeyError::Repetitive);
        assert_eq!(Key::from_bytes(&b"abcd".repeat(16)).unwrap_err(), KeyError::Repetitive);
    }

    #[test]
    fn hex_and_base64url_read_alike() {
        let bytes: Vec<u8> = (100..132).collect();
        let hex = Key::parse(&data_encoding::HEXUPPER.encode(&bytes)).unwrap();
        let base64 = Key::parse(&BASE64URL_NOPAD.encode(&bytes)).unwrap();
        assert_eq!(hex.id(), base64.id());
        assert_eq!(Key::parse("no key!").unwrap_err(), KeyError::Unreadable);
    }

    #[test]
    fn a_key_prints_its_id_only() {
        let printed = format!("{:?}", Key::example());
        assert!(printed.starts_with("Key(") && printed.len() == 13, "{printed}");
    }
}
