//! Codes from an authenticator app: RFC 6238 over RFC 4226.
//!
//! | code of step | first seen | again, or an older step |
//! |---|---|---|
//! | now − 1, now, now + 1 | accepted; the step and all before it are spent | spent |
//! | any other | wrong | wrong |
//!
//! RFC 6238, 5.2 asks that a code counts once. We keep the highest step that was accepted and take
//! only higher ones. If the same digits belong to two steps of the window, the higher one is spent.

use core::fmt;

use data_encoding::BASE32_NOPAD;
use zeroize::Zeroizing;

use super::{AuthenticatorId, Code, TotpParameters, TotpWindow};
use crate::secret::{SealPurpose, Sealed, Unsealable, Vault};
use crate::subject::SubjectId;
use crate::time::Timestamp;

/// The secret that an app and we share: 160 random bits (RFC 4226, 4, R6). It prints nothing.
pub struct Seed(Zeroizing<Vec<u8>>);

impl Seed {
    /// How many bytes a new seed has.
    pub const LENGTH: usize = 20;

    pub(crate) fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }

    /// As the set-up key that people type: base32 without padding.
    #[must_use]
    pub fn to_base32(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE32_NOPAD.encode(&self.0))
    }

    /// RFC 4226, 5.3 for the counter `step`.
    fn code(&self, parameters: TotpParameters, step: u64) -> Zeroizing<String> {
        // Seconds are taken for steps: the division by the period is ours.
        let totp = totp_rs::Builder::new()
            .with_algorithm(parameters.algorithm().arithmetic())
            .with_digits(parameters.digits())
            .with_step_duration(1)
            .with_secret(self.0.to_vec())
            .build_noncompliant();
        Zeroizing::new(totp.generate(step).to_string())
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(..)")
    }
}

/// How a code compares with one authenticator.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Checked {
    /// It is the code of this step, which nobody has used.
    Fresh(u64),
    /// It was right, but its step or a later one has been used.
    Spent,
    /// It is no code of the window.
    Wrong,
}

/// An authenticator app, as we keep it.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub struct Totp {
    #[n(0)]
    seed: Sealed,
    #[n(1)]
    parameters: TotpParameters,
    #[n(2)]
    last_step: Option<u64>,
}

impl Totp {
    /// The written form that the seal speaks of.
    const FORM: &'static [u8] = b"totp/1";

    pub(crate) fn seal(
        vault: &Vault,
        subject: &SubjectId,
        id: AuthenticatorId,
        seed: &Seed,
        parameters: TotpParameters,
        nonce: [u8; 24],
    ) -> Result<Self, Unsealable> {
        let place = place(subject, &id);
        let seed = vault.seal(SealPurpose::Seed, &place, nonce, &seed.0)?;
        Ok(Self { seed, parameters, last_step: None })
    }

    pub(crate) fn open(
        &self,
        vault: &Vault,
        subject: &SubjectId,
        id: AuthenticatorId,
    ) -> Result<Seed, Unsealable> {
        vault.open(SealPurpose::Seed, &place(subject, &id), &self.seed).map(Seed)
    }

    /// Whether its seed is sealed with the active key.
    pub(crate) fn is_current(&self, vault: &Vault) -> bool {
        vault.is_current(&self.seed)
    }

    /// Seals the seed anew, with the active key.
    pub(crate) fn reseal(
        &mut self,
        vault: &Vault,
        subject: &SubjectId,
        id: AuthenticatorId,
        nonce: [u8; 24],
    ) -> Result<(), Unsealable> {
        let seed = self.open(vault, subject, id)?;
        self.seed = vault.seal(SealPurpose::Seed, &place(subject, &id), nonce, &seed.0)?;
        Ok(())
    }

    /// Seals the seed for another key of the same person.
    pub(crate) fn rebind(
        &mut self,
        vault: &Vault,
        (old, new): (&SubjectId, &SubjectId),
        id: AuthenticatorId,
        nonce: [u8; 24],
    ) -> Result<(), Unsealable> {
        let seed = self.open(vault, old, id)?;
        self.seed = vault.seal(SealPurpose::Seed, &place(new, &id), nonce, &seed.0)?;
        Ok(())
    }

    pub(crate) const fn parameters(&self) -> TotpParameters {
        self.parameters
    }

    /// Compares a code with every step of the window, however early one matches.
    pub(super) fn check(
        &self,
        seed: &Seed,
        code: &Code,
        window: TotpWindow,
        now: Timestamp,
    ) -> Checked {
        let mut highest = None;
        for step in window.steps(self.parameters.step(now)) {
            let right = code.is(&seed.code(self.parameters, step));
            if right && highest.is_none() {
                highest = Some(step);
            }
        }
        match (highest, self.last_step) {
            (None, _) => Checked::Wrong,
            (Some(step), Some(last)) if step <= last => Checked::Spent,
            (Some(step), _) => Checked::Fresh(step),
        }
    }

    /// Spends `step` and all before it.
    pub(super) fn spend(&mut self, step: u64) {
        self.last_step = Some(self.last_step.map_or(step, |last| last.max(step)));
    }
}

fn place<'a>(subject: &'a SubjectId, id: &'a AuthenticatorId) -> [&'a [u8]; 4] {
    [subject.tenant().as_bytes(), subject.key().as_bytes(), id.as_bytes(), Totp::FORM]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authenticator::Algorithm;
    use crate::secret::KeyRing;

    const SUBJECT: &str = "ada";
    const ID: AuthenticatorId = AuthenticatorId::from_bytes([9; 12]);
    /// 2026-11-21T12:00:10Z: ten seconds into its step.
    const NOW: u64 = 1_795_262_410;

    fn authenticator() -> (Totp, Seed) {
        let vault = Vault::new(&KeyRing::example());
        let seed = Seed::from_bytes(*b"12345678901234567890");
        let subject = SubjectId::new(SUBJECT);
        let totp =
            Totp::seal(&vault, &subject, ID, &seed, TotpParameters::default(), [0; 24]).unwrap();
        (totp, seed)
    }

    fn code_at(seed: &Seed, at: u64) -> Code {
        let step = at / 30;
        Code::parse(&seed.code(TotpParameters::default(), step)).unwrap()
    }

    #[test]
    fn rfc_4226_appendix_d() {
        let seed = Seed::from_bytes(*b"12345678901234567890");
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ];
        for (counter, expected) in codes.iter().enumerate() {
            let code = seed.code(TotpParameters::default(), counter as u64);
            assert_eq!(*code, *expected, "counter {counter}");
        }
    }

    #[test]
    fn rfc_6238_appendix_b() {
        let times =
            [59, 1_111_111_109, 1_111_111_111, 1_234_567_890, 2_000_000_000, 20_000_000_000];
        let table = [
            (
                Algorithm::Sha1,
                b"12345678901234567890".as_slice(),
                ["94287082", "07081804", "14050471", "89005924", "69279037", "65353130"],
            ),
            (
                Algorithm::Sha256,
                b"12345678901234567890123456789012".as_slice(),
                ["46119246", "68084774", "67062674", "91819424", "90698825", "77737706"],
            ),
            (
                Algorithm::Sha512,
                b"1234567890123456789012345678901234567890123456789012345678901234".as_slice(),
                ["90693936", "25091201", "99943326", "93441116", "38618901", "47863826"],
            ),
        ];
        for (algorithm, secret, codes) in table {
            let parameters = TotpParameters::new(algorithm, 8, 30);
            let seed = Seed(Zeroizing::new(secret.to_vec()));
            for (time, expected) in times.into_iter().zip(codes) {
                let step = parameters.step(Timestamp::from_unix(time));
                assert_eq!(*seed.code(parameters, step), expected, "{algorithm:?} {time}");
            }
        }
    }

    #[test]
    fn codes_of_one_step_either_way_are_accepted_and_no_others() {
        let (totp, seed) = authenticator();
        let now = Timestamp::from_unix(NOW);
        for offset in -60_i64..=60 {
            let at = NOW.checked_add_signed(offset).unwrap();
            let distance = (at / 30).cast_signed() - (NOW / 30).cast_signed();
            let code = code_at(&seed, at);
            let tolerant = totp.check(&seed, &code, TotpWindow::Tolerant, now);
            let strict = totp.check(&seed, &code, TotpWindow::Strict, now);
            let fresh = Checked::Fresh(at / 30);
            let expected = |accepted| if accepted { fresh } else { Checked::Wrong };
            assert_eq!(tolerant, expected((-1..=1).contains(&distance)), "offset {offset}");
            assert_eq!(strict, expected((-1..=0).contains(&distance)), "offset {offset}");
        }
    }

    #[test]
    fn a_step_counts_once_and_only_upwards() {
        let (mut totp, seed) = authenticator();
        let now = Timestamp::from_unix(NOW);
        totp.spend(NOW / 30);
        let check = |at| totp.check(&seed, &code_at(&seed, at), TotpWindow::Tolerant, now);
        assert_eq!(check(NOW), Checked::Spent);
        assert_eq!(check(NOW - 30), Checked::Spent);
        assert_eq!(check(NOW + 30), Checked::Fresh(NOW / 30 + 1));
    }

    #[test]
    fn spending_an_older_step_gives_nothing_back() {
        let (mut totp, _) = authenticator();
        totp.spend(7);
        totp.spend(5);
        assert_eq!(totp.last_step, Some(7));
    }

    #[test]
    fn when_two_steps_share_a_code_the_higher_one_is_spent() {
        // The first two neighbours of this seed with the same six digits, found by search.
        let step = 910_737;
        let (totp, seed) = authenticator();
        let code = |step| seed.code(TotpParameters::default(), step);
        assert_eq!(*code(step), *code(step + 1));
        let now = Timestamp::from_unix(step * 30);
        let shared = Code::parse(&code(step)).unwrap();
        let checked = totp.check(&seed, &shared, TotpWindow::Tolerant, now);
        assert_eq!(checked, Checked::Fresh(step + 1));
    }

    #[test]
    fn the_ends_of_time_have_codes_too() {
        let (totp, seed) = authenticator();
        for now in [0, 1, 29, 30, u64::MAX] {
            let code = code_at(&seed, now);
            let checked = totp.check(&seed, &code, TotpWindow::Tolerant, Timestamp::from_unix(now));
            assert_eq!(checked, Checked::Fresh(now / 30), "{now}");
        }
    }

    #[test]
    fn a_seed_moved_to_another_subject_or_authenticator_does_not_open() {
        let vault = Vault::new(&KeyRing::example());
        let (totp, _) = authenticator();
        assert!(totp.open(&vault, &SubjectId::new(SUBJECT), ID).is_ok());
        assert!(totp.open(&vault, &SubjectId::new("bob"), ID).is_err());
        assert!(totp.open(&vault, &SubjectId::of_tenant("t", SUBJECT), ID).is_err());
        let other = AuthenticatorId::from_bytes([8; 12]);
        assert!(totp.open(&vault, &SubjectId::new(SUBJECT), other).is_err());
    }
}
