//! Recovery codes: 125 random bits in Crockford's base32, five groups of five.
//!
//! Above 112 bits a code needs no slow hash (NIST SP 800-63B-4, 3.1.2; ASVS 5.0, 6.5.2), so we keep
//! an HMAC over tenant, subject and code, under a key that is not in the database: a copied table
//! gives no code away, and a code is worth nothing for anybody else.

use core::fmt;

use zeroize::Zeroizing;

use super::code::compact;
use super::{Malformed, Proof, Spends};
use crate::secret::{Digest, DigestPurpose, Vault};
use crate::subject::SubjectId;
use crate::time::Timestamp;
use crate::trial::{TRIAL, Trial};

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// One recovery code. It prints nothing.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// How many letters and digits a code has.
    pub const LENGTH: usize = 25;

    /// Makes a code of 25 random bytes, of which five bits each are used.
    pub(crate) fn from_random(random: &[u8; Self::LENGTH]) -> Self {
        let letters = random.iter().filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
        Self(Zeroizing::new(letters.map(|letter| char::from(*letter)).collect()))
    }

    /// Reads a code as people write it: in either case, with spaces and hyphens or without, `O` for
    /// `0`, `I` and `L` for `1`.
    ///
    /// # Errors
    /// Anything but 25 signs of the alphabet remains.
    pub fn parse(input: &str) -> Result<Self, Malformed> {
        let mut code = compact(input)?;
        code.make_ascii_uppercase();
        let read = |letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let code = Zeroizing::new(code.chars().map(read).collect::<String>());
        if code.len() != Self::LENGTH || !code.bytes().all(|byte| ALPHABET.contains(&byte)) {
            return Err(Malformed);
        }
        Ok(Self(code))
    }

    /// In five groups, as it is shown.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut out = String::with_capacity(Self::LENGTH + 4);
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % 5 == 0 {
                out.push('-');
            }
            out.push(letter);
        }
        out
    }

    fn fields<'a>(&'a self, subject: &'a SubjectId) -> [&'a [u8]; 3] {
        [subject.tenant().as_bytes(), subject.key().as_bytes(), self.0.as_bytes()]
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

/// A set of recovery codes, as we keep it.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub struct RecoveryCodes {
    #[n(0)]
    digests: Vec<Digest>,
    #[n(1)]
    made: u32,
    #[n(2)]
    made_at: Timestamp,
    /// The key under which the person was known then, if it is another one now: digests cannot be
    /// made anew.
    #[n(3)]
    made_for: Option<SubjectId>,
    /// They came of a mailed code, and count as no more until then.
    #[n(4)]
    trusted_from: Option<Timestamp>,
}

impl RecoveryCodes {
    /// How many codes a set has.
    pub const COUNT: usize = 10;
    /// Below this many, a person is warned.
    pub const FEW: usize = 4;

    pub(crate) fn keep(
        vault: &Vault,
        subject: &SubjectId,
        codes: &[RecoveryCode],
        now: Timestamp,
    ) -> Self {
        let digest =
            |code: &RecoveryCode| vault.digest(DigestPurpose::RecoveryCode, &code.fields(subject));
        let digests: Vec<Digest> = codes.iter().map(digest).collect();
        Self {
            made: u32::try_from(digests.len()).unwrap_or(u32::MAX),
            digests,
            made_at: now,
            made_for: None,
            trusted_from: None,
        }
    }

    /// Puts a set that is made now on trial. One of a recovery code, or beside what such a code has
    /// added, counts as it would without.
    pub(crate) fn on_trial(mut self, trial: Option<Trial>, now: Timestamp) -> Self {
        self.trusted_from = (trial == Some(Trial::Mail)).then(|| now.plus(TRIAL));
        self
    }

    /// As what a code of the set counts now; `None`: in full.
    pub(crate) fn trial(&self, now: Timestamp) -> Option<Trial> {
        self.trusted_from.filter(|from| now < *from).map(|_| Trial::Mail)
    }

    /// How many are left. A code whose key is no longer in the ring is none.
    #[must_use]
    pub fn left(&self, vault: &Vault) -> usize {
        self.digests.iter().filter(|digest| vault.holds(digest.key_id())).count()
    }

    /// How many there were.
    #[must_use]
    pub const fn made(&self) -> u32 {
        self.made
    }

    /// When the set was made.
    #[must_use]
    pub const fn made_at(&self) -> Timestamp {
        self.made_at
    }

    /// The proof that a code of the set is.
    pub(crate) fn prove(
        &self,
        vault: &Vault,
        subject: &SubjectId,
        code: &RecoveryCode,
    ) -> Option<Proof> {
        let index = self.find(vault, subject, code)?;
        Some(Proof::that_spends(Spends::RecoveryCode { index }))
    }

    /// The place of a code in the set.
    fn find(&self, vault: &Vault, subject: &SubjectId, code: &RecoveryCode) -> Option<usize> {
        let fields = code.fields(self.made_for.as_ref().unwrap_or(subject));
        let is = |digest| vault.recognizes(digest, DigestPurpose::RecoveryCode, &fields);
        self.digests.iter().position(is)
    }

    /// The person has another key from now on.
    pub(crate) fn renamed(&mut self, old: &SubjectId) {
        self.made_for.get_or_insert_with(|| old.clone());
    }

    pub(crate) fn spend(&mut self, index: usize) {
        if index < self.digests.len() {
            self.digests.remove(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::KeyRing;

    fn code(seed: u8) -> RecoveryCode {
        let mut random = [0; RecoveryCode::LENGTH];
        for (at, byte) in (0_u8..).zip(random.iter_mut()) {
            *byte = at.wrapping_mul(7).wrapping_add(seed);
        }
        RecoveryCode::from_random(&random)
    }

    #[test]
    fn a_code_reads_back_however_it_is_written() {
        let shown = code(3).grouped();
        assert_eq!(shown.len(), 29);
        for input in
            [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('-', "")]
        {
            assert_eq!(RecoveryCode::parse(&input).unwrap().grouped(), shown, "{input}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_read_as_digits() {
        let read = RecoveryCode::parse("oOiIl-L0000-00000-00000-00000").unwrap();
        assert_eq!(read.grouped(), "00111-10000-00000-00000-00000");
    }

    #[test]
    fn what_is_no_code_does_not_parse() {
        for input in ["", "00000", "U0000-00000-00000-00000-00000", "é0000-00000-00000-00000-00000"]
        {
            assert!(RecoveryCode::parse(input).is_err(), "{input:?}");
        }
        assert!(RecoveryCode::parse(&"0".repeat(24)).is_err());
        assert!(RecoveryCode::parse(&"0".repeat(26)).is_err());
    }

    #[test]
    fn a_code_is_worth_nothing_for_anybody_else() {
        let vault = Vault::new(&KeyRing::example());
        let ada = SubjectId::new("ada");
        let kept = RecoveryCodes::keep(&vault, &ada, &[code(1), code(2)], Timestamp::EPOCH);
        assert_eq!(kept.find(&vault, &ada, &code(2)), Some(1));
        assert_eq!(kept.find(&vault, &ada, &code(3)), None);
        assert_eq!(kept.find(&vault, &SubjectId::new("bob"), &code(2)), None);
        assert_eq!(kept.find(&vault, &SubjectId::of_tenant("a", "da"), &code(2)), None);
    }

    #[test]
    fn a_code_whose_key_was_taken_away_is_none() {
        let vault = Vault::new(&KeyRing::example());
        let ada = SubjectId::new("ada");
        let kept = RecoveryCodes::keep(&vault, &ada, &[code(1)], Timestamp::EPOCH);
        let other = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        assert_eq!(kept.left(&vault), 1);
        assert_eq!(kept.left(&Vault::new(&KeyRing::parse(other).unwrap())), 0);
    }

    #[test]
    fn a_spent_code_is_gone() {
        let vault = Vault::new(&KeyRing::example());
        let ada = SubjectId::new("ada");
        let mut kept = RecoveryCodes::keep(&vault, &ada, &[code(1), code(2)], Timestamp::EPOCH);
        kept.spend(0);
        assert_eq!(kept.find(&vault, &ada, &code(1)), None);
        assert_eq!((kept.left(&vault), kept.made()), (1, 2));
    }
}
