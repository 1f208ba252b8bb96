//! A code that is sent by mail (NIST SP 800-63B-4, 3.1.3: out-of-band).
//!
//! What is kept is HMAC over the subject, the session, the challenge, what it is for, the address and
//! the code, each behind its length, under a key that is not in the database: without it a million
//! tries find any six digits. A code answers the one challenge for which it was sent (ASVS 5.0, 6.6.2).

use core::time::Duration;

use zeroize::Zeroizing;

use super::{Code, Proof, Spends};
use crate::secret::{Digest, DigestPurpose, Vault};
use crate::session::Session;
use crate::ticket::{ChallengeId, Purpose};
use crate::time::{SKEW, Timestamp};

/// How many digits a mailed code has.
pub const DIGITS: u8 = 6;
const CODES: u64 = 1_000_000;

/// Which message.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct DeliveryId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 16]);

impl DeliveryId {
    pub(crate) const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// In 32 hexadecimal digits.
    pub(crate) fn to_text(self) -> String {
        data_encoding::HEXLOWER.encode(&self.0)
    }
}

/// What is known of a message on its way.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(index_only)]
#[expect(clippy::exhaustive_enums, reason = "every page must have a sentence for each")]
pub enum Delivery {
    /// It is on its way, or has arrived.
    #[default]
    #[n(0)]
    Sent,
    /// It did not go out.
    #[n(1)]
    Failed,
    /// Nobody knows.
    #[n(2)]
    Unsure,
}

/// For what a code is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Delivering<'a> {
    pub(crate) vault: &'a Vault,
    pub(crate) session: &'a Session<'a>,
    pub(crate) challenge: ChallengeId,
    pub(crate) purpose: Purpose,
    pub(crate) address: &'a str,
}

impl Delivering<'_> {
    fn digest(&self, code: &[u8]) -> Digest {
        let purpose = self.purpose.to_bytes();
        self.fields(&purpose, code, |fields| {
            self.vault.digest(DigestPurpose::DeliveredCode, fields)
        })
    }

    fn is(&self, digest: &Digest, code: &[u8]) -> bool {
        let purpose = self.purpose.to_bytes();
        self.fields(&purpose, code, |fields| {
            self.vault.recognizes(digest, DigestPurpose::DeliveredCode, fields)
        })
    }

    fn fields<T>(&self, purpose: &[u8], code: &[u8], with: impl FnOnce(&[&[u8]]) -> T) -> T {
        let principal = self.session.principal();
        let subject = principal.subject();
        with(&[
            subject.tenant().as_bytes(),
            subject.key().as_bytes(),
            principal.session().as_bytes(),
            self.challenge.as_bytes(),
            purpose,
            self.address.as_bytes(),
            code,
        ])
    }
}

/// A code that was sent.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct DeliveredCode {
    #[n(0)]
    message: DeliveryId,
    #[n(1)]
    session: Digest,
    #[n(2)]
    challenge: ChallengeId,
    #[n(3)]
    purpose: Purpose,
    #[n(4)]
    address: Digest,
    #[n(5)]
    code: Digest,
    #[n(6)]
    sent_at: Timestamp,
    #[n(7)]
    ends_at: Timestamp,
    #[n(8)]
    delivery: Delivery,
}

impl DeliveredCode {
    /// A new code, and what is kept of it.
    pub(crate) fn new(
        delivering: &Delivering<'_>,
        message: DeliveryId,
        random: [u8; 8],
        now: Timestamp,
        lasts: Duration,
    ) -> (Zeroizing<String>, Self) {
        // 2^64 is no multiple of a million: some codes are likelier by one in 18 trillion.
        let number = u64::from_be_bytes(random).checked_rem(CODES).unwrap_or(0);
        let digits = Zeroizing::new(format!("{number:06}"));
        let kept = Self {
            message,
            session: delivering.session.digest(),
            challenge: delivering.challenge,
            purpose: delivering.purpose,
            address: address(delivering.vault, delivering.address),
            code: delivering.digest(digits.as_bytes()),
            sent_at: now,
            ends_at: now.plus(lasts),
            delivery: Delivery::Sent,
        };
        (digits, kept)
    }

    pub(crate) const fn message(&self) -> DeliveryId {
        self.message
    }

    pub(crate) const fn delivery(&self) -> Delivery {
        self.delivery
    }

    pub(crate) const fn found(&mut self, delivery: Delivery) {
        self.delivery = delivery;
    }

    pub(crate) const fn ends_at(&self) -> Timestamp {
        self.ends_at
    }

    /// Whether it was sent to this session.
    pub(crate) fn is_of(&self, session: &Session<'_>) -> bool {
        session.is(&self.session)
    }

    /// Whether it can still be right. One that was sent in the future was sent by a clock that was
    /// wrong.
    pub(crate) fn is_alive(&self, now: Timestamp) -> bool {
        self.sent_at <= now.plus(SKEW) && now < self.ends_at
    }

    /// Whether it was sent for this: the challenge, its purpose, the session, the address.
    pub(crate) fn is_for(&self, delivering: &Delivering<'_>) -> bool {
        let address = [delivering.address.as_bytes()];
        self.challenge == delivering.challenge
            && self.purpose == delivering.purpose
            && self.is_of(delivering.session)
            && delivering.vault.recognizes(&self.address, DigestPurpose::Address, &address)
    }

    /// Compares a code in constant time.
    pub(crate) fn prove(&self, delivering: &Delivering<'_>, code: &Code) -> Option<Proof> {
        let Self { message, sent_at, .. } = *self;
        delivering
            .is(&self.code, code.as_bytes())
            .then(|| Proof::that_spends(Spends::DeliveredCode { message, sent_at }))
    }
}

/// The digest of an address.
pub(crate) fn address(vault: &Vault, address: &str) -> Digest {
    vault.digest(DigestPurpose::Address, &[address.as_bytes()])
}
