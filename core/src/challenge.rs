//! Answering a challenge: one answer against one record.
//!
//! [`answer`] is pure. It counts, compares and, if the answer is right, returns the proof that
//! [`Record::accept`] spends. Nobody hears of the outcome before the changed record is stored.

use crate::authenticator::{
    Answer, Checked, Code, Delivering, Method, Proof, RecoveryCode, TotpWindow,
};
use crate::record::Record;
use crate::refusal::Refusal;
use crate::remembered_device::DeviceId;
use crate::secret::{Unsealable, Vault};
use crate::session::Session;
use crate::subject::SubjectId;
use crate::throttle::Gate;
use crate::time::Timestamp;

/// Against what an answer is held.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) vault: &'a Vault,
    pub(crate) subject: &'a SubjectId,
    pub(crate) session: &'a Session<'a>,
    pub(crate) window: TotpWindow,
    /// The device whose token the browser carries, if it is remembered.
    pub(crate) lane: Option<DeviceId>,
    /// For what a code may have been sent by mail, if one can be.
    pub(crate) sent: Option<Delivering<'a>>,
    pub(crate) now: Timestamp,
}

/// Holds an answer against a record, counts it, and says what it proves.
pub(crate) fn answer(
    record: &mut Record,
    asked: &Asked<'_>,
    answer: &Answer,
) -> Result<Result<Proof, Refusal>, Unsealable> {
    match answer {
        Answer::Totp(code) => totp(record, asked, code),
        Answer::Recovery(code) => Ok(recovery(record, asked, code)),
        Answer::Email(code) => Ok(email(record, asked, code)),
    }
}

/// The ways in which a record can be asked.
pub(crate) fn methods(record: &Record, vault: &Vault) -> impl Iterator<Item = Method> + use<> {
    let primary = [Method::Totp, Method::Email].map(|method| record.has(method).then_some(method));
    let left = record.recovery_codes().is_some_and(|codes| codes.left(vault) > 0);
    primary.into_iter().flatten().chain(left.then_some(Method::Recovery))
}

fn totp(
    record: &mut Record,
    asked: &Asked<'_>,
    code: &Code,
) -> Result<Result<Proof, Refusal>, Unsealable> {
    if !record.has(Method::Totp) {
        return Ok(Err(Refusal::Unavailable));
    }
    let (checked, proof) = compare_with_all(record, asked, code)?;
    let gate = record.throttle(Method::Totp, asked.lane).gate(asked.now);
    if let Gate::Waiting { until } = gate {
        return Ok(totp_unseen(record, asked, checked, proof).ok_or(Refusal::Wait { until }));
    }
    let throttle = record.throttle_mut(Method::Totp, asked.lane);
    if let Some((_, proof)) = proof {
        throttle.count_right();
        return Ok(Ok(proof));
    }
    throttle.count_wrong(asked.now);
    let gate = throttle.gate(asked.now);
    Ok(Err(match checked {
        Checked::Spent => Refusal::Spent { gate },
        Checked::Wrong | Checked::Fresh(_) => Refusal::Wrong { gate },
    }))
}

/// Compares with every authenticator, however early one matches. One whose key is no longer in the
/// ring is passed over, as long as there is another.
fn compare_with_all(
    record: &Record,
    asked: &Asked<'_>,
    code: &Code,
) -> Result<(Checked, Option<(Spending, Proof)>), Unsealable> {
    let mut best = Err(Unsealable);
    let mut proof = None;
    for own in record.authenticators().iter().filter(|own| own.method() == Method::Totp) {
        let checked = own.check(asked.vault, asked.subject, code, asked.window, asked.now);
        match (checked, best) {
            (Ok(Checked::Fresh(step)), _) if proof.is_none() => {
                best = Ok(Checked::Fresh(step));
                proof = Some((Spending { authenticator: own.id(), step }, own.proof(step)));
            }
            (Ok(Checked::Spent), Err(_) | Ok(Checked::Wrong)) => best = Ok(Checked::Spent),
            (Ok(Checked::Wrong), Err(_)) => best = Ok(Checked::Wrong),
            (Ok(Checked::Fresh(_) | Checked::Spent | Checked::Wrong) | Err(_), _) => {}
        }
    }
    Ok((best?, proof))
}

/// The step that a right answer uses up even where nobody is told that it was right.
struct Spending {
    authenticator: crate::authenticator::AuthenticatorId,
    step: u64,
}

/// Counts an answer that was given while everybody waits. Only the last of a run is accepted.
fn totp_unseen(
    record: &mut Record,
    asked: &Asked<'_>,
    checked: Checked,
    proof: Option<(Spending, Proof)>,
) -> Option<Proof> {
    let session = asked.session.digest();
    let Some((spending, proof)) = proof else {
        let throttle = record.throttle_mut(Method::Totp, asked.lane);
        match checked {
            Checked::Spent => throttle.count_spent_unseen(asked.now),
            Checked::Wrong | Checked::Fresh(_) => {
                throttle.count_wrong_unseen(&session, asked.now);
            }
        }
        return None;
    };
    if let Some(own) = record.authenticator_mut(spending.authenticator) {
        own.spend(spending.step, asked.now);
    }
    let throttle = record.throttle_mut(Method::Totp, asked.lane);
    if throttle.count_right_unseen(session, asked.now) {
        throttle.count_right();
        return Some(proof);
    }
    None
}

/// A recovery code has 125 bits, so a wait would keep nobody from guessing it and only the owner from
/// using it: a right one is accepted at any time.
fn recovery(record: &mut Record, asked: &Asked<'_>, code: &RecoveryCode) -> Result<Proof, Refusal> {
    let Some(codes) = record.recovery_codes().filter(|codes| codes.left(asked.vault) > 0) else {
        return Err(Refusal::Unavailable);
    };
    let proof = codes.prove(asked.vault, asked.subject, code);
    let throttle = record.throttle_mut(Method::Recovery, None);
    match (proof, throttle.gate(asked.now)) {
        (Some(proof), _) => {
            throttle.count_right();
            Ok(proof)
        }
        (None, Gate::Open { .. }) => {
            throttle.count_wrong(asked.now);
            Err(Refusal::Wrong { gate: throttle.gate(asked.now) })
        }
        (None, Gate::Waiting { until }) => {
            throttle.count_wrong_unseen(&asked.session.digest(), asked.now);
            Err(Refusal::Wait { until })
        }
    }
}

/// A mailed code is compared only with the one that was sent for this very challenge. Where none was, or
/// its time is over, nothing is compared and nothing counted.
pub(crate) fn email(record: &mut Record, asked: &Asked<'_>, code: &Code) -> Result<Proof, Refusal> {
    let Some(sent) = &asked.sent else { return Err(Refusal::Unavailable) };
    let Some(own) = record.mail().code(sent, asked.now) else { return Err(Refusal::Expired) };
    let (proof, message) = (own.prove(sent, code), own.message());
    let throttle = record.mail_mut().throttle_mut();
    let session = asked.session.digest();
    match (proof, throttle.gate(asked.now)) {
        (Some(proof), Gate::Open { .. }) => {
            throttle.count_right();
            Ok(proof)
        }
        (None, Gate::Open { .. }) => {
            throttle.count_wrong(asked.now);
            Err(Refusal::Wrong { gate: throttle.gate(asked.now) })
        }
        (Some(proof), Gate::Waiting { until }) => {
            let is_run = throttle.count_right_unseen(session, asked.now);
            if is_run {
                throttle.count_right();
                return Ok(proof);
            }
            record.mail_mut().discard(message);
            Err(Refusal::Wait { until })
        }
        (None, Gate::Waiting { until }) => {
            throttle.count_wrong_unseen(&session, asked.now);
            // As after a right one, so that the page tells nothing.
            record.mail_mut().discard(message);
            Err(Refusal::Wait { until })
        }
    }
}
