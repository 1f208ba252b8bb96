//! May this request pass?

use core::future::Future;
use core::pin::Pin;
use core::time::Duration;
use std::sync::Arc;

use super::device::{Seen, Weighed};
use super::holds::Holds;
use super::transact::Change;
use super::{Remember, SecondFactor};
use crate::authenticator::Method;
use crate::decide::{Decision, decide};
use crate::event::Event;
use crate::fault::Fault;
use crate::policy::{Requirement, Rollout};
use crate::record::Record;
use crate::remembered_device::DeviceToken;
use crate::session::Session;
use crate::standing::{Shown, Standing};
use crate::subject::Principal;
use crate::time::Timestamp;

/// What was decided about a request, and on what grounds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Passage {
    /// What is to be done.
    pub decision: Decision,
    /// What was asked for.
    pub requirement: Requirement,
    /// Where the principal is on the way to a second factor, for a reminder.
    pub rollout: Rollout,
    /// Where the principal stands; `None` where nothing is asked and so nothing was looked up.
    pub standing: Option<Standing>,
    /// A token for the remembered device, to be set as a cookie with the response.
    pub device: Option<DeviceCookie>,
    /// When it was decided.
    pub at: Timestamp,
}

/// A token for the browser to keep.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DeviceCookie {
    /// The token.
    pub token: DeviceToken,
    /// For how long.
    pub lasts: Duration,
}

impl DeviceCookie {
    pub(super) const fn new(token: DeviceToken, lasts: Duration) -> Self {
        Self { token, lasts }
    }
}

/// What is asked of a request, and when.
#[derive(Clone, Copy)]
struct Asked {
    holds: Holds,
    at: Timestamp,
    /// Whether nothing of what was set up is accepted any more.
    outdated: bool,
}

impl Asked {
    fn passage(self, standing: Standing, device: Option<DeviceCookie>) -> Passage {
        let Self { holds: Holds { requirement, rollout, .. }, at, outdated } = self;
        let mut decision = decide(requirement, standing, at);
        if outdated && decision == Decision::Allow && requirement.must_activate(at) {
            decision = Decision::Enroll;
        }
        Passage { decision, requirement, rollout, standing: Some(standing), device, at }
    }

    /// Nothing is asked, so nothing more is looked at.
    const fn nothing(self) -> Passage {
        let Self { holds: Holds { requirement, rollout, .. }, at, .. } = self;
        let decision = Decision::Allow;
        Passage { decision, requirement, rollout, standing: None, device: None, at }
    }
}

/// What is seldom, and large: it is kept out of the future that every request moves.
type Later<'s> = Pin<Box<dyn Future<Output = Result<Passage, Fault>> + Send + 's>>;

/// What a record says of a request.
enum Sight<'s> {
    Passage(Passage),
    /// A device comes in this session for the first time.
    Coming(Later<'s>),
}

impl SecondFactor {
    /// Decides about a request of `principal`. `device` gives the value of the device cookie; it is
    /// asked only if nothing else lets the request pass.
    ///
    /// # Errors
    /// Something is broken. Nothing may be served.
    pub async fn guard<'a>(
        &self,
        principal: &Principal,
        device: impl FnOnce() -> Option<&'a str> + Send,
    ) -> Result<Passage, Fault> {
        let principal = principal.answerable();
        Self::complete(principal)?;
        let at = self.now();
        if self.inner.policy.exempts(principal.sign_in()).is_some() {
            return Ok(Asked { holds: self.exempt_kind(), at, outdated: false }.nothing());
        }
        // Nothing but what is still to come is kept across the last wait.
        let coming: Later<'_> = {
            let (stored, rules) = self.look(principal).await?;
            let record = stored.as_ref().map(|stored| &*stored.record);
            if let Some(record) = record {
                self.pay_what_was_left(principal.subject(), record, at);
            }
            let verdict = self.verdict(&rules, principal, record, at);
            let holds = self.of_verdict(&verdict);
            let outdated = record.is_some_and(|record| is_outdated(record, &holds));
            let asked = Asked { holds, at, outdated };
            let is_new = self.is_new(principal, record, &verdict);
            let sight = self.seen(asked, principal, record, device);
            match (sight, is_new) {
                (Sight::Passage(passage), false) => return Ok(passage),
                (Sight::Coming(coming), false) => coming,
                (sight, true) => {
                    let rules = Arc::clone(&rules);
                    Box::pin(async move {
                        if let Err(fault) = self.sight(principal, &rules, at).await {
                            tracing::warn!(target: "countersign", %fault, "not stored; the next request tries again");
                        }
                        match sight {
                            Sight::Passage(passage) => Ok(passage),
                            Sight::Coming(coming) => coming.await,
                        }
                    })
                }
            }
        };
        coming.await
    }

    /// What a record says of a request, or what has to be written before anybody can say.
    fn seen<'s, 'a>(
        &'s self,
        asked: Asked,
        principal: &'s Principal,
        record: Option<&Record>,
        device: impl FnOnce() -> Option<&'a str>,
    ) -> Sight<'s> {
        let Asked { holds, at, .. } = asked;
        if holds.requirement == Requirement::Nothing {
            return Sight::Passage(asked.nothing());
        }
        let Some(record) = record else {
            return Sight::Passage(asked.passage(Standing::Unenrolled, None));
        };
        let session = Session::of(&self.inner.vault, principal);
        let mut without_device =
            asked.passage(self.shown(record, &session, Some(&holds), at), None);
        match without_device.decision {
            Decision::Allow => return Sight::Passage(without_device),
            Decision::Enroll => {
                if holds.may_put_off && record.is_put_off(&session, at) {
                    without_device.decision = Decision::Allow;
                }
                return Sight::Passage(without_device);
            }
            Decision::Challenge => {}
        }
        // Only now does a device matter: the session has shown nothing yet.
        let Some(token) = device().and_then(DeviceToken::parse) else {
            return Sight::Passage(without_device);
        };
        match self.weigh(record, &session, &token, holds.remember, at) {
            Weighed::StandsIn(again) => {
                Sight::Passage(asked.passage(self.remembered(record), again))
            }
            Weighed::Comes(_) | Weighed::Copied(_) => Sight::Coming(Box::pin(async move {
                let (standing, device) = self.device_comes(&session, &token, &holds, at).await?;
                Ok(asked.passage(standing, device))
            })),
            Weighed::Nothing => Sight::Passage(without_device),
        }
    }

    /// Decides about a request that has passed and now asks for a factor shown within `max_age`.
    ///
    /// # Errors
    /// Something is broken. Nothing may be served.
    pub async fn step_up(
        &self,
        principal: &Principal,
        passage: &Passage,
        max_age: Duration,
    ) -> Result<Decision, Fault> {
        let principal = principal.answerable();
        let standing = match passage.standing {
            Some(standing) => standing,
            // Whoever is exempt was not looked up, but no exemption is a recent factor.
            None => {
                let session = Session::of(&self.inner.vault, principal);
                match self.load(Self::complete(principal)?).await? {
                    Some(stored) => self.shown(&stored.record, &session, None, passage.at),
                    None => Standing::Unenrolled,
                }
            }
        };
        Ok(decide(Requirement::Recent { max_age }, standing, passage.at))
    }

    /// Where a session stands by what it has shown and what `holds` takes of that, whatever its browser
    /// carries.
    pub(super) fn shown(
        &self,
        record: &Record,
        session: &Session<'_>,
        holds: Option<&Holds>,
        now: Timestamp,
    ) -> Standing {
        if !record.is_enrolled() {
            return Standing::Unenrolled;
        }
        let max_age = holds.and_then(|holds| holds.max_age);
        let is_young = |shown: &Shown| match (max_age, now.since(shown.at)) {
            (Some(max_age), Some(age)) => age <= max_age,
            (Some(_), None) => false,
            (None, _) => true,
        };
        // Of what is not accepted any more only mail is worth nothing, as long as there is something
        // else to show.
        let counts = |shown: &Shown| {
            shown.method != Method::Email
                || holds.is_none_or(|holds| {
                    holds.methods.has(Method::Email) || is_outdated(record, holds)
                })
        };
        let mut shown = record.shown(session, now).filter(is_young).filter(counts);
        if let Some(shown) = &mut shown {
            shown.steps_up |= self.inner.policy.takes_mail_for_step_up();
        }
        Standing::Enrolled {
            shown,
            device_remembered: false,
            may_step_up: self.may_step_up(record),
        }
    }

    /// A session that a remembered device stands in for.
    fn remembered(&self, record: &Record) -> Standing {
        let may_step_up = self.may_step_up(record);
        Standing::Enrolled { shown: None, device_remembered: true, may_step_up }
    }

    /// Whether there is an authenticator that can show a recent factor.
    fn may_step_up(&self, record: &Record) -> bool {
        self.inner.policy.takes_mail_for_step_up() || record.has(Method::Totp)
    }

    /// Where a session stands by what it has shown and by the device that has stood in for it.
    pub(super) fn standing(
        &self,
        record: &Record,
        session: &Session<'_>,
        device: Option<&str>,
        holds: &Holds,
        now: Timestamp,
    ) -> Standing {
        let shown = self.shown(record, session, Some(holds), now);
        let Standing::Enrolled { shown: None, .. } = shown else { return shown };
        let token = device.and_then(DeviceToken::parse);
        match token.map(|token| self.weigh(record, session, &token, holds.remember, now)) {
            Some(Weighed::StandsIn(_)) => self.remembered(record),
            Some(Weighed::Comes(_) | Weighed::Copied(_) | Weighed::Nothing) | None => shown,
        }
    }

    /// The token of a device came in a session that has shown nothing: the device stands in and gets
    /// a new token, or is forgotten because the token is a copy.
    async fn device_comes(
        &self,
        session: &Session<'_>,
        token: &DeviceToken,
        holds: &Holds,
        now: Timestamp,
    ) -> Result<(Standing, Option<DeviceCookie>), Fault> {
        let principal = session.principal();
        let (standing, device, event) = self
            .change(principal.subject(), |record| {
                let shown = self.shown(record, session, Some(holds), now);
                let Standing::Enrolled { shown: None, .. } = shown else {
                    return Ok(Change::None((shown, None, None)));
                };
                match self.weigh(record, session, token, holds.remember, now) {
                    Weighed::StandsIn(again) => {
                        Ok(Change::None((self.remembered(record), again, None)))
                    }
                    Weighed::Comes(id) => {
                        record.stand_in(id, session, now);
                        if let Some(device) = record.device_mut(id) {
                            device.renew(now);
                        }
                        let cookie = self.cookie_of(record, principal, id, now);
                        let standing = self.remembered(record);
                        Ok(Change::Some((standing, cookie, Some(Event::DeviceStoodIn))))
                    }
                    Weighed::Copied(id) => {
                        record.forget_device(id);
                        self.owe_for(record, principal, now, &Event::DeviceCopied)?;
                        Ok(Change::Some((shown, None, Some(Event::DeviceCopied))))
                    }
                    Weighed::Nothing => Ok(Change::None((shown, None, None))),
                }
            })
            .await?;
        if let Some(event) = event {
            self.note(principal, now, event).await;
        }
        Ok((standing, device))
    }

    /// The device whose token this is, if it is remembered.
    pub(super) fn device_of(
        &self,
        record: &Record,
        principal: &Principal,
        device: Option<&str>,
        remember: Remember,
        now: Timestamp,
    ) -> Option<crate::remembered_device::DeviceId> {
        let token = device.and_then(DeviceToken::parse)?;
        match self.recognize(record, principal, &token, remember, now) {
            Seen::Present(id) | Seen::Before(id) => Some(id),
            Seen::Late(_) | Seen::Copy(_) | Seen::Nothing => None,
        }
    }
}

/// Whether nothing of what was set up is accepted any more.
fn is_outdated(record: &Record, holds: &Holds) -> bool {
    record.is_enrolled() && !record.has_accepted(holds.methods)
}
