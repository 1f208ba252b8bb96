//! What a form carries: which question it answers, and where the person was going.
//!
//! Showing a page writes nothing, so what must be known when the form comes back travels in it,
//! sealed for the subject. The same value is the token against cross-site posts: nobody else can
//! make one, and it is bound to the session.
//!
//! | the ticket | is |
//! |---|---|
//! | does not open for this subject, or has another purpose | forged |
//! | opens, but was made in another session | foreign |
//! | is too old, from an earlier epoch, or its session has since shown a factor | over |
//! | otherwise | good |

use core::time::Duration;

use data_encoding::BASE64URL_NOPAD;

use crate::authenticator::Method;
use crate::enrollment::EnrollmentId;
use crate::place::Place;
use crate::secret::{Digest, SealPurpose, Sealed, Unsealable, Vault};
use crate::session::Session;
use crate::subject::SubjectId;
use crate::time::{SKEW, Timestamp};

/// How long a challenge may be answered.
const CHALLENGE_LASTS: Duration = Duration::from_secs(600);
/// How long any other form may be sent.
const FORM_LASTS: Duration = Duration::from_secs(3_600);

/// Which challenge. It stays the same while its page is shown again, and a mailed code answers that one
/// only.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct ChallengeId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 12]);

impl ChallengeId {
    pub(crate) const fn from_bytes(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// What a ticket is for.
#[expect(clippy::exhaustive_enums, reason = "a new purpose must break every match on it")]
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub enum Purpose {
    /// The challenge of a sign-in.
    #[n(0)]
    SignIn,
    /// The challenge of something that wants a recent factor.
    #[n(1)]
    StepUp {
        /// How many seconds ago the factor may have been shown.
        #[n(0)]
        max_age: u64,
    },
    /// The challenge before a change of the set-up.
    #[n(2)]
    Manage,
    /// A form of the settings or of the activation.
    #[n(3)]
    Form,
    /// The form that confirms an enrollment.
    #[n(4)]
    Confirm {
        /// Which enrollment.
        #[n(0)]
        enrollment: EnrollmentId,
    },
    /// The challenge before another authenticator is added: whatever lets one in will do.
    #[n(5)]
    Add,
}

impl Purpose {
    /// Whether it is a challenge.
    #[must_use]
    pub const fn is_challenge(self) -> bool {
        match self {
            Self::SignIn | Self::StepUp { .. } | Self::Manage | Self::Add => true,
            Self::Form | Self::Confirm { .. } => false,
        }
    }

    /// As it goes into a digest.
    pub(crate) fn to_bytes(self) -> Vec<u8> {
        // Writing to memory cannot fail.
        let written = minicbor::to_vec(self);
        debug_assert!(written.is_ok());
        written.unwrap_or_default()
    }
}

/// What a form carries.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub struct Ticket {
    #[n(0)]
    purpose: Purpose,
    #[n(1)]
    session: Digest,
    #[n(2)]
    epoch: u64,
    #[n(3)]
    issued: Timestamp,
    #[n(4)]
    shown: Option<Timestamp>,
    #[n(5)]
    method: Option<Method>,
    #[n(6)]
    place: Option<Place>,
    #[n(7)]
    challenge: Option<ChallengeId>,
}

/// What a ticket is worth.
#[expect(clippy::exhaustive_enums, reason = "the table at the head of the file is complete")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Worth {
    /// It counts.
    Good,
    /// It counted once.
    Over,
    /// It counts in another session.
    Foreign,
}

impl Ticket {
    pub(crate) const fn new(
        purpose: Purpose,
        session: Digest,
        epoch: u64,
        shown: Option<Timestamp>,
        issued: Timestamp,
    ) -> Self {
        Self { purpose, session, epoch, issued, shown, method: None, place: None, challenge: None }
    }

    pub(crate) fn to(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    pub(crate) const fn by(mut self, method: Option<Method>) -> Self {
        self.method = method;
        self
    }

    pub(crate) const fn of(mut self, challenge: ChallengeId) -> Self {
        self.challenge = Some(challenge);
        self
    }

    /// The challenge that a page goes on with, if it is shown again to the same session for the same
    /// purpose.
    pub(crate) fn goes_on(
        &self,
        session: &Session<'_>,
        purpose: Purpose,
        epoch: u64,
    ) -> Option<ChallengeId> {
        let is_same = self.purpose == purpose && self.epoch == epoch && session.is(&self.session);
        self.challenge.filter(|_| is_same)
    }

    /// Which challenge. Until its page has been shown it is none.
    pub(crate) const fn challenge(&self) -> Option<ChallengeId> {
        self.challenge
    }

    /// What it is for.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The method that the page showed.
    #[must_use]
    pub const fn method(&self) -> Option<Method> {
        self.method
    }

    /// Where the person was going.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    pub(crate) fn seal(
        &self,
        vault: &Vault,
        subject: &SubjectId,
        nonce: [u8; 24],
    ) -> Result<String, Unsealable> {
        let plain = minicbor::to_vec(self).map_err(|_| Unsealable)?;
        let sealed = vault.seal(SealPurpose::Ticket, &bound_to(subject), nonce, &plain)?;
        Ok(BASE64URL_NOPAD.encode(sealed.as_bytes()))
    }

    pub(crate) fn open(vault: &Vault, subject: &SubjectId, text: &str) -> Result<Self, Unsealable> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Unsealable)?;
        let sealed = Sealed::from_bytes(bytes);
        let plain = vault.open(SealPurpose::Ticket, &bound_to(subject), &sealed)?;
        minicbor::decode(&plain).map_err(|_| Unsealable)
    }

    /// What it is worth to a session whose last factor was shown at `shown`.
    pub(crate) fn worth(
        &self,
        session: &Session<'_>,
        epoch: u64,
        shown: Option<Timestamp>,
        now: Timestamp,
    ) -> Worth {
        let lasts = if self.purpose.is_challenge() { CHALLENGE_LASTS } else { FORM_LASTS };
        let in_time = now.since(self.issued).is_some_and(|age| age < lasts)
            || (now < self.issued && self.issued <= now.plus(SKEW));
        let answered_elsewhere = self.purpose.is_challenge() && shown > self.shown;
        if !session.is(&self.session) {
            Worth::Foreign
        } else if !in_time || self.epoch != epoch || answered_elsewhere {
            Worth::Over
        } else {
            Worth::Good
        }
    }
}

fn bound_to(subject: &SubjectId) -> [&[u8]; 2] {
    [subject.tenant().as_bytes(), subject.key().as_bytes()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::KeyRing;
    use crate::subject::{Principal, SessionId};

    fn at(seconds: u64) -> Timestamp {
        Timestamp::from_unix(1_000_000 + seconds)
    }

    fn ada(session: &str) -> Principal {
        Principal::new("ada", SessionId::new(session))
    }

    #[test]
    fn a_challenge_lasts_ten_minutes_and_a_form_an_hour() {
        let vault = Vault::new(&KeyRing::example());
        let ada = ada("s");
        let session = Session::of(&vault, &ada);
        for (purpose, lasts) in [(Purpose::SignIn, 600), (Purpose::Form, 3_600)] {
            let ticket = Ticket::new(purpose, session.digest(), 0, None, at(0));
            assert_eq!(ticket.worth(&session, 0, None, at(lasts - 1)), Worth::Good);
            assert_eq!(ticket.worth(&session, 0, None, at(lasts)), Worth::Over);
        }
    }

    #[test]
    fn a_ticket_is_over_when_the_epoch_rose_or_the_session_showed_a_factor() {
        let vault = Vault::new(&KeyRing::example());
        let ada = ada("s");
        let session = Session::of(&vault, &ada);
        let ticket = Ticket::new(Purpose::SignIn, session.digest(), 3, Some(at(1)), at(2));
        assert_eq!(ticket.worth(&session, 3, Some(at(1)), at(3)), Worth::Good);
        assert_eq!(ticket.worth(&session, 4, Some(at(1)), at(3)), Worth::Over);
        assert_eq!(ticket.worth(&session, 3, Some(at(3)), at(3)), Worth::Over);
    }

    #[test]
    fn a_ticket_counts_in_its_session_only_and_opens_for_its_subject_only() {
        let vault = Vault::new(&KeyRing::example());
        let (s, t) = (ada("s"), ada("t"));
        let ticket = Ticket::new(Purpose::Form, Session::of(&vault, &s).digest(), 0, None, at(0));
        assert_eq!(ticket.worth(&Session::of(&vault, &t), 0, None, at(1)), Worth::Foreign);

        let text = ticket.seal(&vault, s.subject(), [5; 24]).unwrap();
        assert_eq!(Ticket::open(&vault, s.subject(), &text).unwrap().purpose(), Purpose::Form);
        assert!(Ticket::open(&vault, &SubjectId::new("bob"), &text).is_err());
        for garbage in ["", "A", "====", "\u{e9}", &text[1..], &text[..text.len() - 1]] {
            assert!(Ticket::open(&vault, s.subject(), garbage).is_err(), "{garbage:?}");
        }
    }
}
