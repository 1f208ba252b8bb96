//! The keys at work: one sub-key for each purpose of each key of the ring.

use core::fmt;

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::subject::SubjectId;

use super::{Digest, DigestPurpose, Key, KeyId, KeyRing, SealPurpose, Sealed, Unsealable};

/// What makes and recognizes digests, seals and opens.
pub struct Vault {
    active: SubKeys,
    accepted: Vec<SubKeys>,
}

struct SubKeys {
    id: KeyId,
    digests: [Hmac<Sha256>; DigestPurpose::ALL.len()],
    seals: [XChaCha20Poly1305; SealPurpose::ALL.len()],
}

impl SubKeys {
    fn new(key: &Key) -> Self {
        Self {
            id: key.id(),
            digests: DigestPurpose::ALL.map(|purpose| keyed(&key.derive(purpose.label()))),
            seals: SealPurpose::ALL
                .map(|purpose| XChaCha20Poly1305::new((&*key.derive(purpose.label())).into())),
        }
    }

    fn mac(&self, purpose: DigestPurpose) -> &Hmac<Sha256> {
        let [session, device, recovery_code, pseudonym, delivered_code, address] = &self.digests;
        match purpose {
            DigestPurpose::Session => session,
            DigestPurpose::Device => device,
            DigestPurpose::RecoveryCode => recovery_code,
            DigestPurpose::Pseudonym => pseudonym,
            DigestPurpose::DeliveredCode => delivered_code,
            DigestPurpose::Address => address,
        }
    }

    fn cipher(&self, purpose: SealPurpose) -> &XChaCha20Poly1305 {
        let [seed, ticket, link] = &self.seals;
        match purpose {
            SealPurpose::Seed => seed,
            SealPurpose::Ticket => ticket,
            SealPurpose::Link => link,
        }
    }

    fn digest(&self, purpose: DigestPurpose, fields: &[&[u8]]) -> Digest {
        let mut mac = self.mac(purpose).clone();
        for field in fields {
            let (length, used) = leb128(field.len());
            mac.update(length.get(..used).unwrap_or(&length));
            mac.update(field);
        }
        Digest { key: self.id, mac: mac.finalize().into_bytes().into() }
    }
}

/// A length in as few bytes as it takes, seven bits each: an ordinary session fits into one block.
fn leb128(mut length: usize) -> ([u8; 10], usize) {
    let mut bytes = [0; 10];
    let mut used = 0;
    for byte in &mut bytes {
        *byte = (length & 0x7f) as u8;
        length >>= 7;
        used += 1;
        if length == 0 {
            break;
        }
        *byte |= 0x80;
    }
    (bytes, used)
}

/// RFC 2104 takes a key of any length, so this cannot fail.
fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    for (slot, byte) in block.iter_mut().zip(key) {
        *slot = *byte;
    }
    Hmac::<Sha256>::new(&block)
}

impl Vault {
    /// Derives every sub-key of a ring.
    #[must_use]
    pub fn new(ring: &KeyRing) -> Self {
        Self {
            active: SubKeys::new(ring.active()),
            accepted: ring.accepted().iter().map(SubKeys::new).collect(),
        }
    }

    fn keys(&self) -> impl Iterator<Item = &SubKeys> {
        core::iter::once(&self.active).chain(&self.accepted)
    }

    /// The digest of `fields` under the active key. Every field is preceded by its length.
    #[must_use]
    pub fn digest(&self, purpose: DigestPurpose, fields: &[&[u8]]) -> Digest {
        self.active.digest(purpose, fields)
    }

    /// The digest of `fields` under a key of the ring, if it is still there.
    #[must_use]
    pub fn digest_under(
        &self,
        key: KeyId,
        purpose: DigestPurpose,
        fields: &[&[u8]],
    ) -> Option<Digest> {
        self.keys().find(|keys| keys.id == key).map(|keys| keys.digest(purpose, fields))
    }

    /// Whether a key is in the ring.
    #[must_use]
    pub fn holds(&self, key: KeyId) -> bool {
        self.keys().any(|keys| keys.id == key)
    }

    /// Whether `digest` is one of `fields`, under whichever key of the ring it was made.
    #[must_use]
    pub fn recognizes(&self, digest: &Digest, purpose: DigestPurpose, fields: &[&[u8]]) -> bool {
        self.digest_under(digest.key, purpose, fields).is_some_and(|made| made == *digest)
    }

    /// Seals `plain` for the place that `place` names.
    ///
    /// # Errors
    /// The value is longer than the cipher takes (RFC 8439, 2.8: 256 GiB).
    pub fn seal(
        &self,
        purpose: SealPurpose,
        place: &[&[u8]],
        nonce: [u8; 24],
        plain: &[u8],
    ) -> Result<Sealed, Unsealable> {
        let payload = Payload { msg: plain, aad: &framed(place) };
        let ciphertext = self
            .active
            .cipher(purpose)
            .encrypt((&nonce).into(), payload)
            .map_err(|_| Unsealable)?;
        let mut bytes = Vec::with_capacity(1 + 4 + nonce.len() + ciphertext.len());
        bytes.push(Sealed::FORMAT);
        bytes.extend_from_slice(&self.active.id.to_bytes());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&ciphertext);
        Ok(Sealed(bytes))
    }

    /// Opens what was sealed for the place that `place` names.
    ///
    /// # Errors
    /// It was sealed with a key that is not in the ring, for another place, or was changed.
    pub fn open(
        &self,
        purpose: SealPurpose,
        place: &[&[u8]],
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        let rest = sealed.0.strip_prefix(&[Sealed::FORMAT]).ok_or(Unsealable)?;
        let (id, rest) = rest.split_first_chunk::<4>().ok_or(Unsealable)?;
        let (nonce, msg) = rest.split_first_chunk::<{ Sealed::NONCE }>().ok_or(Unsealable)?;
        let id = KeyId::from_bytes(*id);
        let keys = self.keys().find(|keys| keys.id == id).ok_or(Unsealable)?;
        let payload = Payload { msg, aad: &framed(place) };
        let plain = keys.cipher(purpose).decrypt(nonce.into(), payload).map_err(|_| Unsealable)?;
        Ok(Zeroizing::new(plain))
    }

    /// Whether the active key made this.
    #[must_use]
    pub fn is_current(&self, sealed: &Sealed) -> bool {
        sealed.0.get(1..5).is_some_and(|id| id == self.active.id.to_bytes())
    }
}

/// The fields of a place, each behind its length, so that no two places look alike.
fn framed(place: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::with_capacity(place.iter().map(|field| field.len() + 8).sum());
    for field in place {
        out.extend_from_slice(&(field.len() as u64).to_be_bytes());
        out.extend_from_slice(field);
    }
    out
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({:?} and {} accepted)", self.active.id, self.accepted.len())
    }
}

impl Vault {
    /// What stands for a person in the log once they are no longer known. Without the keys nobody can
    /// tell of whom it is.
    pub(crate) fn pseudonym(&self, subject: &SubjectId) -> String {
        let fields = [subject.tenant().as_bytes(), subject.key().as_bytes()];
        let digest = self.digest(DigestPurpose::Pseudonym, &fields);
        let half = digest.mac.get(..16).unwrap_or_default();
        format!("erased:{}", data_encoding::BASE32_NOPAD.encode(half).to_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    const B: &str = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

    fn vault(ring: &str) -> Vault {
        Vault::new(&KeyRing::parse(ring).unwrap())
    }

    #[test]
    fn a_sealed_value_opens_only_in_its_place_and_for_its_purpose() {
        let vault = vault(A);
        let sealed = vault.seal(SealPurpose::Seed, &[b"ab", b"c"], [1; 24], b"seed").unwrap();
        let open = |purpose, place: &[&[u8]]| vault.open(purpose, place, &sealed);
        assert_eq!(*open(SealPurpose::Seed, &[b"ab", b"c"]).unwrap(), b"seed");
        assert_eq!(open(SealPurpose::Seed, &[b"a", b"bc"]).unwrap_err(), Unsealable);
        assert_eq!(open(SealPurpose::Ticket, &[b"ab", b"c"]).unwrap_err(), Unsealable);
    }

    #[test]
    fn no_two_lists_of_fields_have_one_digest() {
        let vault = vault(A);
        let digest = |fields: &[&[u8]]| vault.digest(DigestPurpose::Session, fields);
        let long = [b'a'; 300];
        let lists: [&[&[u8]]; 8] = [
            &[],
            &[b""],
            &[b"", b""],
            &[b"ab", b"c"],
            &[b"a", b"bc"],
            &[b"abc"],
            &[&long],
            &[&long[..299], b"a"],
        ];
        for (at, one) in lists.iter().enumerate() {
            for (other_at, other) in lists.iter().enumerate() {
                assert_eq!(at == other_at, digest(one) == digest(other), "{at} {other_at}");
            }
        }
        assert_eq!([leb128(0), leb128(127)].map(|(_, used)| used), [1, 1]);
        assert_eq!(leb128(300), ([0xac, 0x02, 0, 0, 0, 0, 0, 0, 0, 0], 2));
    }

    #[test]
    fn every_flipped_bit_and_every_truncation_is_noticed() {
        let vault = vault(A);
        let sealed = vault.seal(SealPurpose::Ticket, &[], [2; 24], b"ticket").unwrap();
        for at in 0..sealed.0.len() * 8 {
            let mut bytes = sealed.0.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            assert!(vault.open(SealPurpose::Ticket, &[], &Sealed(bytes)).is_err(), "bit {at}");
        }
        for length in 0..sealed.0.len() {
            let bytes = sealed.0[..length].to_vec();
            assert!(vault.open(SealPurpose::Ticket, &[], &Sealed(bytes)).is_err(), "{length}");
        }
    }

    #[test]
    fn an_accepted_key_still_opens_and_recognizes_but_makes_nothing() {
        let old = vault(B);
        let sealed = old.seal(SealPurpose::Seed, &[], [3; 24], b"seed").unwrap();
        let digest = old.digest(DigestPurpose::Session, &[b"s"]);

        let rotated = vault(&format!("{A},{B}"));
        assert_eq!(*rotated.open(SealPurpose::Seed, &[], &sealed).unwrap(), b"seed");
        assert!(rotated.recognizes(&digest, DigestPurpose::Session, &[b"s"]));
        assert!(!rotated.is_current(&sealed));
        assert_ne!(rotated.digest(DigestPurpose::Session, &[b"s"]), digest);

        let retired = vault(A);
        assert!(retired.open(SealPurpose::Seed, &[], &sealed).is_err());
        assert!(!retired.recognizes(&digest, DigestPurpose::Session, &[b"s"]));
    }
}
