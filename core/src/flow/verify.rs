//! Answering a challenge: one load, one pure call, one swap.

use super::Denied;
use super::SecondFactor;
use super::challenge::offered;
use super::guard::DeviceCookie;
use super::transact::parts;
use crate::authenticator::{Answer, Method, Proof};
use crate::challenge::{Asked, answer};
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::port::{NoticeKind, Rotation, Swapped};
use crate::record::Record;
use crate::refusal::Refusal;
use crate::remembered_device::{DeviceId, RememberedDevice};
use crate::session::Session;
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

/// What one try came to, before it is stored.
enum Outcome {
    Passed(Option<DeviceCookie>, Vec<Event>),
    Refused(Refusal, FirstToday),
}

/// Whether this is the first wrong answer of the day, of which the owner is told.
#[derive(Clone, Copy, Eq, PartialEq)]
enum FirstToday {
    Yes,
    No,
}

impl SecondFactor {
    /// Holds an answer against the record of `principal`.
    ///
    /// Nothing is said before the count, the spent code and the mark are stored. A caller that may
    /// be dropped half-way (a connection that closes) should run this in a task of its own, so that a
    /// guess is counted whether or not anybody waits for the answer.
    ///
    /// # Errors
    /// Something is broken. Nobody is let in; what was spent may be spent nevertheless.
    pub async fn verify(
        &self,
        principal: &Principal,
        attempt: &Attempt<'_>,
        rotation: impl Rotation,
    ) -> Result<Verified, Fault> {
        let subject = Self::complete(principal)?;
        let now = self.now();
        let mut rotation = Some(rotation);
        let mut after = principal.clone();
        let _turn = self.turn(subject).await?;
        for tried in Self::tries() {
            self.pause(tried).await?;
            let (expected, mut record) = parts(self.load(subject).await?);
            let session = Session::of(&self.inner.vault, principal);
            if let Err(denied) = self.challenge_counts(&record, &session, attempt.ticket, now) {
                return Ok(Verified::Denied(denied));
            }
            let lane = self.device_of(&record, principal, attempt.device, now);
            let before_first = record.throttle(attempt.answer.method(), lane).is_first_today(now);
            let outcome = match self.hold(&mut record, &session, attempt, lane, now)? {
                Err(refusal) => Outcome::Refused(
                    refusal,
                    if before_first { FirstToday::Yes } else { FirstToday::No },
                ),
                Ok(proof) => {
                    if let Some(rotation) = rotation.take() {
                        after = in_new_session(principal, rotation).await?;
                    }
                    self.pass(&mut record, proof, principal, &after, attempt, lane, now)?
                }
            };
            let stored = match outcome {
                // Nothing was compared, so there is nothing to store.
                Outcome::Refused(Refusal::Unavailable | Refusal::Expired, _) => Swapped::Done,
                Outcome::Refused(Refusal::Wait { .. }, _)
                    if attempt.answer.method() == Method::Recovery =>
                {
                    Swapped::Done
                }
                Outcome::Refused(..) | Outcome::Passed(..) => {
                    self.swap(subject, expected, record).await?
                }
            };
            if stored == Swapped::Done {
                return Ok(self.say(after, attempt.answer.method(), outcome, now).await);
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// Whether a challenge can still be answered.
    fn challenge_counts(
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
        lane: Option<DeviceId>,
        now: Timestamp,
    ) -> Result<Result<Proof, Refusal>, Fault> {
        if !offered(record, attempt.ticket.purpose()).contains(&attempt.answer.method()) {
            return Ok(Err(Refusal::Unavailable));
        }
        let asked = Asked {
            vault: &self.inner.vault,
            subject: session.principal().subject(),
            session,
            window: self.inner.settings.totp_window,
            lane,
            now,
        };
        Ok(answer(record, &asked, attempt.answer)?)
    }

    /// Spends the proof, marks the session as it is called from now on, and remembers the device if
    /// that is wanted.
    #[expect(clippy::too_many_arguments, reason = "all of it is one moment's facts")]
    fn pass(
        &self,
        record: &mut Record,
        proof: Proof,
        before: &Principal,
        after: &Principal,
        attempt: &Attempt<'_>,
        lane: Option<DeviceId>,
        now: Timestamp,
    ) -> Result<Outcome, Fault> {
        let vault = &self.inner.vault;
        let method = proof.method();
        let mut events = vec![Event::ChallengePassed(method)];
        record.forget_session(&Session::of(vault, before));
        record.accept(proof, &Session::of(vault, after), now);
        if method == Method::Recovery {
            let left = record.recovery_codes().map_or(0, |codes| codes.left());
            events.push(Event::RecoveryCodeUsed { left });
        }
        let wanted = attempt.remember == RememberDevice::Yes
            && self.may_remember(attempt.ticket.purpose(), method);
        let lasts = self.inner.settings.remember.lasts().filter(|_| wanted);
        let device = match lasts {
            None => None,
            Some(lasts) => {
                if let Some(known) = lane {
                    record.forget_device(known);
                }
                let id = DeviceId::from_bytes(self.random()?);
                let device = RememberedDevice::new(id, self.random()?, attempt.browser, now, lasts);
                let token = device.token(vault, before.subject());
                record.remember(device, now);
                events.push(Event::DeviceRemembered);
                Some(DeviceCookie { token, lasts })
            }
        };
        Ok(Outcome::Passed(device, events))
    }

    /// Tells what is stored now, and says it.
    async fn say(
        &self,
        principal: Principal,
        method: Method,
        outcome: Outcome,
        now: Timestamp,
    ) -> Verified {
        match outcome {
            Outcome::Passed(device, events) => {
                for event in events {
                    self.tell(&principal, now, event).await;
                }
                Verified::Passed { principal: Box::new(principal), device }
            }
            Outcome::Refused(refusal, first) => {
                match refusal {
                    Refusal::Wrong { .. } | Refusal::Spent { .. } => {
                        self.tell(&principal, now, Event::ChallengeFailed(method)).await;
                        if first == FirstToday::Yes {
                            self.notify(&principal, now, NoticeKind::WrongCodeAfterPassword);
                        }
                    }
                    Refusal::Wait { .. } => {
                        self.tell(&principal, now, Event::ChallengeThrottled(method)).await;
                    }
                    Refusal::Unavailable | Refusal::Expired => {}
                }
                Verified::Refused(refusal)
            }
        }
    }
}

/// Lets the application give the session a new id.
pub(super) async fn in_new_session(
    principal: &Principal,
    rotation: impl Rotation,
) -> Result<Principal, Fault> {
    let id = rotation.rotate().await.map_err(|source| Fault::caused(FaultKind::Session, source))?;
    Ok(match id {
        Some(id) => principal.clone().in_session(id),
        None => principal.clone(),
    })
}
