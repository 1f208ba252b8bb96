//! Bringing an authenticator into use: begin, then confirm with a first right code.
//!
//! We say *enrollment* in code and *activation* on pages. NIST SP 800-63B-4 calls it binding,
//! WebAuthn a registration ceremony.
//!
//! What is begun is kept for ten minutes, bound to its session, and shown once. It authenticates
//! nobody and replaces nothing until it is confirmed; the confirming code is spent like any other.

use core::time::Duration;

use crate::authenticator::{
    Authenticator, AuthenticatorId, Checked, Code, Delivering, Method, Name, Proof, Seed, Totp,
    TotpParameters, TotpWindow,
};
use crate::challenge::{self, Asked};
use crate::record::Record;
use crate::refusal::Refusal;
use crate::secret::{Digest, Unsealable, Vault};
use crate::session::Session;
use crate::subject::SubjectId;
use crate::ticket::{ChallengeId, Purpose};
use crate::time::{SKEW, Timestamp};

/// How long an enrollment may be confirmed.
const LASTS: Duration = Duration::from_secs(600);
/// How many may be open at once, in as many sessions; the oldest goes first.
const OPEN: usize = 4;

/// Which enrollment. The authenticator that comes of it has the same id.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct EnrollmentId(#[n(0)] pub(crate) AuthenticatorId);

impl EnrollmentId {
    /// The challenge that a code by mail answers to confirm it.
    pub(crate) fn challenge(self) -> ChallengeId {
        ChallengeId::from_bytes(self.0.to_bytes())
    }
}

/// An enrollment that is not confirmed.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Pending {
    #[n(0)]
    id: EnrollmentId,
    #[n(1)]
    session: Digest,
    /// `None`: codes by mail.
    #[n(2)]
    totp: Option<Totp>,
    #[n(3)]
    begun_at: Timestamp,
}

impl Pending {
    pub(crate) fn is_of(&self, session: &Session<'_>) -> bool {
        session.is(&self.session)
    }

    fn is_open(&self, now: Timestamp) -> bool {
        // Whatever was begun in the future was begun by a clock that was wrong.
        self.begun_at <= now.plus(SKEW) && now < self.begun_at.plus(LASTS)
    }
}

/// Opens an enrollment. One that the session had open before is over.
pub(crate) fn begin(
    record: &mut Record,
    session: &Session<'_>,
    id: EnrollmentId,
    totp: Option<Totp>,
    now: Timestamp,
) {
    let pending = record.pending_mut();
    pending.retain(|known| known.is_open(now) && !known.is_of(session));
    while pending.len() >= OPEN {
        pending.remove(0);
    }
    pending.push(Pending { id, session: session.digest(), totp, begun_at: now });
}

/// The method of an enrollment that the session has open.
pub(crate) fn open(
    record: &Record,
    session: &Session<'_>,
    id: EnrollmentId,
    now: Timestamp,
) -> Option<Method> {
    let known = find(record, session, id, now)?;
    Some(if known.totp.is_some() { Method::Totp } else { Method::Email })
}

fn find<'a>(
    record: &'a Record,
    session: &Session<'_>,
    id: EnrollmentId,
    now: Timestamp,
) -> Option<&'a Pending> {
    let is = |known: &&Pending| known.id == id && known.is_open(now) && session.is(&known.session);
    record.pending().iter().find(is)
}

/// Who confirms what.
#[derive(Debug)]
pub(crate) struct Confirming<'a> {
    pub(crate) vault: &'a Vault,
    pub(crate) subject: &'a SubjectId,
    pub(crate) session: &'a Session<'a>,
    pub(crate) id: EnrollmentId,
    pub(crate) window: TotpWindow,
    /// The address to which a code may have been sent.
    pub(crate) address: Option<&'a str>,
    pub(crate) now: Timestamp,
}

/// What became of a confirmation.
#[derive(Debug)]
pub(crate) enum Confirmed {
    /// The authenticator is in use; its first code is this proof.
    Proven(Proof),
    /// The code is not right. Nothing has changed.
    Wrong,
    /// A mailed code was not accepted, which has been counted unless it was compared with nothing.
    Refused(Refusal),
    /// There is no such enrollment, or no longer.
    Expired,
}

/// Confirms an enrollment with the first code. The epoch rises before the authenticator is added, so
/// the proof has to be accepted afterwards.
pub(crate) fn confirm(
    record: &mut Record,
    confirming: &Confirming<'_>,
    code: &Code,
    name: Option<Name>,
) -> Result<Confirmed, Unsealable> {
    let Confirming { vault, subject, session, id, window, address, now } = *confirming;
    let Some(pending) = find(record, session, id, now).cloned() else {
        return Ok(Confirmed::Expired);
    };
    let Some(totp) = pending.totp else {
        return Ok(confirm_by_mail(record, confirming, address, code, name));
    };
    let name = name.unwrap_or_else(|| unused_name(record, Method::Totp));
    let trial = record.trial_in(session, now);
    let authenticator = Authenticator::new(id.0, name, totp, now).on_trial(trial, now);
    match authenticator.check(vault, subject, code, window, now)? {
        Checked::Fresh(step) => {
            let proof = authenticator.proof(step);
            record.raise_epoch();
            record.add(authenticator);
            Ok(Confirmed::Proven(proof))
        }
        Checked::Spent | Checked::Wrong => Ok(Confirmed::Wrong),
    }
}

/// Codes by mail come into use. Guesses at the first one are counted like all others.
fn confirm_by_mail(
    record: &mut Record,
    confirming: &Confirming<'_>,
    address: Option<&str>,
    code: &Code,
    name: Option<Name>,
) -> Confirmed {
    let Confirming { vault, subject, session, id, window, now, .. } = *confirming;
    let purpose = Purpose::Confirm { enrollment: id };
    let challenge = id.challenge();
    let sent = address.map(|address| Delivering { vault, session, challenge, purpose, address });
    let asked = Asked { vault, subject, session, window, lane: None, sent, now };
    match challenge::email(record, &asked, code) {
        Err(refusal) => Confirmed::Refused(refusal),
        Ok(proof) => {
            let name = name.unwrap_or_else(|| unused_name(record, Method::Email));
            let trial = record.trial_in(session, now);
            let authenticator = Authenticator::by_mail(id.0, name, now).on_trial(trial, now);
            record.raise_epoch();
            record.add(authenticator);
            Confirmed::Proven(proof)
        }
    }
}

/// A name that no other authenticator has.
pub(crate) fn unused_name(record: &Record, method: Method) -> Name {
    let taken = |name: &Name| record.authenticators().iter().any(|known| known.name() == name);
    (1..=record.authenticators().len().saturating_add(1))
        .map(|number| Name::given(method, number))
        .find(|name| !taken(name))
        .unwrap_or_else(|| Name::given(method, 1))
}

/// How much of a name an app is told, in bytes of the Key URI. The issuer stands there twice, and the
/// largest QR code with a level of correction of 15 % holds 2,331 bytes (ISO/IEC 18004, table 7).
const LONGEST_NAME: usize = 720;

/// A name without colons, and no longer than fits, written in percent at worst.
fn shortened(name: &str) -> String {
    let mut room = LONGEST_NAME;
    let mut fits = |c: &char| {
        let left = room.checked_sub(3 * c.len_utf8());
        room = left.unwrap_or(0);
        left.is_some()
    };
    name.chars().filter(|c| *c != ':').take_while(&mut fits).collect()
}

/// What a person needs to set an app up. It is shown once and prints nothing.
#[derive(Debug)]
#[non_exhaustive]
pub struct SetUp {
    /// The seed.
    pub seed: Seed,
    /// How the app is to compute its codes.
    pub parameters: TotpParameters,
    issuer: String,
    account: String,
}

impl SetUp {
    pub(crate) fn new(seed: Seed, parameters: TotpParameters, issuer: &str, account: &str) -> Self {
        // The colon parts the two in a label, so neither may hold one; and all of it has to fit into
        // a QR code.
        Self { seed, parameters, issuer: shortened(issuer), account: shortened(account) }
    }

    /// The Key URI that apps read from the QR code. Every parameter stands in it, though most apps
    /// know only the defaults.
    #[must_use]
    pub fn key_uri(&self) -> zeroize::Zeroizing<String> {
        use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

        // RFC 3986, 2.3: what need not be written in percent.
        const UNRESERVED: &percent_encoding::AsciiSet =
            &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
        let issuer = utf8_percent_encode(&self.issuer, UNRESERVED);
        let account = utf8_percent_encode(&self.account, UNRESERVED);
        let secret = self.seed.to_base32();
        zeroize::Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm={}&digits={}&period={}",
            *secret,
            self.parameters.algorithm().name(),
            self.parameters.digits(),
            self.parameters.period(),
        ))
    }

    /// The set-up key in groups of four, for typing.
    #[must_use]
    pub fn grouped_key(&self) -> zeroize::Zeroizing<String> {
        let key = self.seed.to_base32();
        let mut out = zeroize::Zeroizing::new(String::with_capacity(key.len() * 5 / 4));
        for (at, letter) in key.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                out.push(' ');
            }
            out.push(letter);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::KeyRing;
    use crate::subject::{Principal, SessionId};

    fn at(seconds: u64) -> Timestamp {
        Timestamp::from_unix(1_795_262_400 + seconds)
    }

    fn set_up() -> SetUp {
        let seed = Seed::from_bytes(*b"12345678901234567890");
        SetUp::new(seed, TotpParameters::default(), "Ex&mple: Café", "ada+1@acme.example")
    }

    #[test]
    fn the_key_uri_is_what_apps_read() {
        assert_eq!(
            *set_up().key_uri(),
            "otpauth://totp/Ex%26mple%20Caf%C3%A9:ada%2B1%40acme.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ex%26mple%20Caf%C3%A9\
             &algorithm=SHA1&digits=6&period=30"
        );
        assert_eq!(*set_up().grouped_key(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    struct Table {
        vault: Vault,
        ada: Principal,
    }

    impl Table {
        fn new() -> Self {
            let ada = Principal::new("ada", SessionId::new("s"));
            Self { vault: Vault::new(&KeyRing::example()), ada }
        }

        fn begin(&self, record: &mut Record, number: u8, now: Timestamp) -> EnrollmentId {
            let id = EnrollmentId(AuthenticatorId::from_bytes([number; 12]));
            let seed = Seed::from_bytes(*b"12345678901234567890");
            let subject = self.ada.subject();
            let parameters = TotpParameters::default();
            let totp = Totp::seal(&self.vault, subject, id.0, &seed, parameters, [0; 24]).unwrap();
            begin(record, &Session::of(&self.vault, &self.ada), id, Some(totp), now);
            id
        }

        fn confirm(
            &self,
            record: &mut Record,
            id: EnrollmentId,
            code: &str,
            now: Timestamp,
        ) -> Confirmed {
            let confirming = Confirming {
                vault: &self.vault,
                subject: self.ada.subject(),
                session: &Session::of(&self.vault, &self.ada),
                id,
                window: TotpWindow::Tolerant,
                address: None,
                now,
            };
            confirm(record, &confirming, &Code::parse(code).unwrap(), None).unwrap()
        }
    }

    /// The code of the test seed at `at(0)`, by an independent program.
    const RIGHT: &str = "570518";

    #[test]
    fn nothing_counts_before_it_is_confirmed() {
        let (table, mut record) = (Table::new(), Record::default());
        table.begin(&mut record, 1, at(0));
        assert!(!record.is_enrolled());
    }

    #[test]
    fn a_wrong_first_code_changes_nothing() {
        let (table, mut record) = (Table::new(), Record::default());
        let id = table.begin(&mut record, 1, at(0));
        assert!(matches!(table.confirm(&mut record, id, "000000", at(0)), Confirmed::Wrong));
        assert!(!record.is_enrolled());
        assert!(matches!(table.confirm(&mut record, id, RIGHT, at(0)), Confirmed::Proven(_)));
        assert_eq!((record.is_enrolled(), record.epoch()), (true, 1));
    }

    #[test]
    fn an_enrollment_is_over_after_ten_minutes() {
        let (table, mut record) = (Table::new(), Record::default());
        let id = table.begin(&mut record, 1, at(0));
        assert!(matches!(table.confirm(&mut record, id, "000000", at(599)), Confirmed::Wrong));
        assert!(matches!(table.confirm(&mut record, id, "000000", at(600)), Confirmed::Expired));
    }

    #[test]
    fn another_session_confirms_nothing() {
        let (mut table, mut record) = (Table::new(), Record::default());
        let id = table.begin(&mut record, 1, at(0));
        table.ada = table.ada.in_session(SessionId::new("t"));
        assert!(matches!(table.confirm(&mut record, id, RIGHT, at(0)), Confirmed::Expired));
    }

    #[test]
    fn beginning_again_ends_what_was_begun() {
        let (table, mut record) = (Table::new(), Record::default());
        let first = table.begin(&mut record, 1, at(0));
        table.begin(&mut record, 2, at(1));
        assert!(matches!(table.confirm(&mut record, first, RIGHT, at(1)), Confirmed::Expired));
    }
}
