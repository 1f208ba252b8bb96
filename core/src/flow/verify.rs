//! Answering a challenge: one load, one pure call, one swap.
//!
//! If the session gets a new id, the swap spends the code and marks nothing; then the id is changed,
//! and a second swap marks the new one. So nothing is to be seen of a right answer before it is spent,
//! and whatever goes wrong in between costs a code and lets nobody in.

use super::challenge::{ForChallenge, may_remember, offered};
use super::guard::DeviceCookie;
use super::transact::{Change, parts};
use super::{Denied, Remember, SecondFactor};
use crate::authenticator::{Answer, Method, Methods, Proof};
use crate::challenge::{Asked, answer};
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::port::{NoticeKind, Rotates, Rotation, Swapped};
use crate::record::Record;
use crate::refusal::Refusal;
use crate::remembered_device::{DeviceId, RememberedDevice};
use crate::session::Session;
use crate::spent::Spent;
use crate::subject::Principal;
use crate::ticket::Ticket;
use crate::time::Timestamp;

/// What came back from the page of a challenge.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "doors build it")]
pub struct Attempt<'a> {
    /// The ticket of the form.
    pub ticket: &'a Ticket,
    /// The answer.
    pub answer: &'a Answer,
    /// Whether the box "remember this device" was ticked.
    pub remember: RememberDevice,
    /// The value of the device cookie.
    pub device: Option<&'a str>,
    /// The browser, in words for the list of devices.
    pub browser: &'a str,
}

/// Whether the person wants the device remembered.
#[expect(clippy::exhaustive_enums, reason = "the box is ticked or not")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RememberDevice {
    /// The box was ticked.
    Yes,
    /// It was not, or not there.
    No,
}

/// What became of an answer.
#[expect(clippy::exhaustive_enums, reason = "every door must have an answer to each")]
#[derive(Debug)]
pub enum Verified {
    /// It was right. The session has shown a factor.
    Passed {
        /// The principal in the session as it is called from now on.
        principal: Box<Principal>,
        /// The token, if the device is remembered now.
        device: Option<DeviceCookie>,
    },
    /// It was not accepted.
    Refused(Refusal),
    /// The form does not count.
    Denied(Denied),
}

/// What one try came to, once it is stored.
enum Outcome {
    /// The session is marked.
    Passed(Option<DeviceCookie>, Vec<Event>),
    /// The code is spent; the session is marked when it has a new id.
    Spent(Spent, Option<DeviceCookie>, Vec<Event>),
    /// It was not accepted.
    Refused(Refusal),
}

impl SecondFactor {
    /// Holds an answer against the record of `principal`.
    ///
    /// Nothing is said, and nothing of the application's is touched, before the count and the spent
    /// code are stored. A caller that may be dropped half-way (a connection that closes) should run
    /// this in a task of its own, so that a guess is counted whether or not anybody waits for it.
    ///
    /// # Errors
    /// Something is broken. Nobody is let in; what was spent may be spent nevertheless.
    pub async fn verify<R: Rotation>(
        &self,
        principal: &Principal,
        attempt: &Attempt<'_>,
        rotation: R,
    ) -> Result<Verified, Fault> {
        let principal = principal.answerable();
        Self::complete(principal)?;
        let now = self.now();
        let outcome = match self.store_answer(principal, attempt, rotation.rotates(), now).await? {
            Ok(outcome) => outcome,
            Err(denied) => return Ok(Verified::Denied(denied)),
        };
        let method = attempt.answer.method();
        match outcome {
            Outcome::Refused(refusal) => {
                Ok(self.say_refused(principal, method, refusal, now).await)
            }
            Outcome::Passed(device, events) => {
                Ok(self.say_passed(principal.clone(), device, events, now).await)
            }
            Outcome::Spent(spent, device, events) => {
                let after = self.in_new_session(principal, rotation).await?;
                let session = Session::of(&self.inner.vault, &after);
                // A password that changed in the meantime ends this answer like any other.
                let marked = self
                    .change(principal.subject(), |record| {
                        if !record.honors(&spent) {
                            return Ok(Change::None(Err(Denied::Over)));
                        }
                        record.mark_with(&spent, &session, now);
                        Ok(Change::Some(Ok(())))
                    })
                    .await?;
                if let Err(denied) = marked {
                    return Ok(Verified::Denied(denied));
                }
                Ok(self.say_passed(after, device, events, now).await)
            }
        }
    }

    /// One load, one pure call, one swap.
    async fn store_answer(
        &self,
        principal: &Principal,
        attempt: &Attempt<'_>,
        rotates: Rotates,
        now: Timestamp,
    ) -> Result<Result<Outcome, Denied>, Fault> {
        let subject = principal.subject();
        let session = Session::of(&self.inner.vault, principal);
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let _turn = self.turn(subject).await;
        for tried in Self::tries() {
            self.pause(tried).await?;
            let (expected, mut record) = parts(self.load(subject).await?);
            if let Err(denied) = self.challenge_counts(&record, &session, attempt.ticket, now) {
                return Ok(Err(denied));
            }
            let holds = self.holds(&rules, principal, Some(&record), now);
            let lane = self.device_of(&record, principal, attempt.device, holds.remember, now);
            let method = attempt.answer.method();
            let tells = record.throttle(method, lane).tells(now);
            let outcome =
                match self.hold(&mut record, &session, attempt, (lane, holds.methods), now)? {
                    Err(refusal) => Outcome::Refused(refusal),
                    Ok(proof) => self.pass(
                        &mut record,
                        proof,
                        &session,
                        attempt,
                        (lane, holds.remember),
                        rotates,
                        now,
                    )?,
                };
            // Whoever sends a form twice is no stranger who knows the password.
            if tells && matches!(outcome, Outcome::Refused(Refusal::Wrong { .. })) {
                record.throttle_mut(method, lane).told(now);
                self.owe(&mut record, principal, now, NoticeKind::WrongCodeAfterPassword)?;
            }
            let stored = match outcome {
                // Nothing was compared, so there is nothing to store.
                Outcome::Refused(Refusal::Unavailable | Refusal::Expired) => Swapped::Done,
                Outcome::Refused(_) | Outcome::Spent(..) | Outcome::Passed(..) => {
                    self.swap(subject, expected, record).await?
                }
            };
            if stored == Swapped::Done {
                return Ok(Ok(outcome));
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// Whether a challenge can still be answered.
    pub(super) fn challenge_counts(
        &self,
        record: &Record,
        session: &Session<'_>,
        ticket: &Ticket,
        now: Timestamp,
    ) -> Result<(), Denied> {
        if !ticket.purpose().is_challenge() {
            return Err(Denied::Foreign);
        }
        if !record.is_enrolled() {
            return Err(Denied::Enroll);
        }
        self.form_counts(record, session, ticket, now)
    }

    /// Holds the answer against the record. Nobody hears of it yet.
    fn hold(
        &self,
        record: &mut Record,
        session: &Session<'_>,
        attempt: &Attempt<'_>,
        (lane, accepted): (Option<DeviceId>, Methods),
        now: Timestamp,
    ) -> Result<Result<Proof, Refusal>, Fault> {
        let vault = &self.inner.vault;
        let method = attempt.answer.method();
        let purpose = attempt.ticket.purpose();
        let mail_to = self.mail_to(session.principal(), record).ok();
        let challenge = ForChallenge { purpose, accepted, mail: mail_to.is_some(), now };
        if !offered(self, record, &challenge).contains(&method) {
            return Ok(Err(Refusal::Unavailable));
        }
        let id = attempt.ticket.challenge();
        let sent = id.zip(mail_to).map(|(id, to)| self.sent(session, (id, purpose), to));
        let asked = Asked {
            vault,
            subject: session.principal().subject(),
            session,
            window: self.inner.settings.totp_window,
            lane,
            sent,
            now,
        };
        Ok(answer(record, &asked, attempt.answer)?)
    }

    /// Spends the proof, marks the session unless it is to get a new id first, and remembers the
    /// device if that is wanted.
    #[expect(clippy::too_many_arguments, reason = "all of it is one moment's facts")]
    fn pass(
        &self,
        record: &mut Record,
        proof: Proof,
        session: &Session<'_>,
        attempt: &Attempt<'_>,
        (lane, remember): (Option<DeviceId>, Remember),
        rotates: Rotates,
        now: Timestamp,
    ) -> Result<Outcome, Fault> {
        let vault = &self.inner.vault;
        let subject = session.principal().subject();
        let method = proof.method();
        let mut events = vec![Event::ChallengePassed(method)];
        record.forget_session(session);
        let spent = record.spend(proof, now);
        if method == Method::Recovery {
            let left = record.recovery_codes().map_or(0, |codes| codes.left(vault));
            events.push(Event::RecoveryCodeUsed { left });
        }
        let wanted = attempt.remember == RememberDevice::Yes
            && spent
                .counts_as()
                .is_some_and(|method| may_remember(attempt.ticket.purpose(), method, remember));
        let lasts = remember.lasts().filter(|_| wanted);
        let device = match lasts {
            None => None,
            Some(lasts) => {
                if let Some(known) = lane {
                    record.forget_device(known);
                }
                let id = DeviceId::from_bytes(self.random()?);
                let device = RememberedDevice::new(id, self.random()?, attempt.browser, now, lasts);
                let token = device.token(vault, subject);
                record.remember(device, now);
                events.push(Event::DeviceRemembered);
                Some(DeviceCookie::new(token, lasts))
            }
        };
        for event in &events {
            self.owe_for(record, session.principal(), now, event)?;
        }
        if let Some(method) = spent.counts_as() {
            record.terms_mut().proven(session.principal(), method);
        }
        Ok(match rotates {
            Rotates::Yes => Outcome::Spent(spent, device, events),
            Rotates::No => {
                record.mark_with(&spent, session, now);
                Outcome::Passed(device, events)
            }
        })
    }

    async fn say_passed(
        &self,
        principal: Principal,
        device: Option<DeviceCookie>,
        events: Vec<Event>,
        now: Timestamp,
    ) -> Verified {
        for event in events {
            self.note(&principal, now, event).await;
        }
        Verified::Passed { principal: Box::new(principal), device }
    }

    async fn say_refused(
        &self,
        principal: &Principal,
        method: Method,
        refusal: Refusal,
        now: Timestamp,
    ) -> Verified {
        match refusal {
            Refusal::Wrong { .. } | Refusal::Spent { .. } => {
                self.note(principal, now, Event::ChallengeFailed(method)).await;
            }
            Refusal::Wait { .. } => {
                self.note(principal, now, Event::ChallengeThrottled(method)).await;
            }
            Refusal::Unavailable | Refusal::Expired => {}
        }
        Verified::Refused(refusal)
    }

    /// Lets the application give the session a new id.
    pub(super) async fn in_new_session(
        &self,
        principal: &Principal,
        rotation: impl Rotation,
    ) -> Result<Principal, Fault> {
        let rotated = self.soon(rotation.rotate()).await;
        let rotated = rotated.unwrap_or_else(|| Err("the session took too long".into()));
        let id = rotated.map_err(|source| Fault::caused(FaultKind::Session, source))?;
        Ok(match id {
            Some(id) => principal.clone().in_session(id),
            None => principal.clone(),
        })
    }
}
