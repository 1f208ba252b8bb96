//! May this request pass?

use core::time::Duration;

use super::SecondFactor;
use super::transact::Change;
use crate::decide::{Decision, decide};
use crate::event::Event;
use crate::fault::Fault;
use crate::policy::Requirement;
use crate::record::{Marked, Record};
use crate::remembered_device::{DeviceId, DeviceToken, Recognized};
use crate::session::Session;
use crate::standing::Standing;
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
    /// Where the principal stands; `None` where nothing is asked and so nothing was looked up.
    pub standing: Option<Standing>,
    /// A new token for the remembered device, to be set as a cookie with the response.
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
        let subject = Self::complete(principal)?;
        let requirement = self.inner.policy.requirement(principal);
        let at = self.now();
        let passage =
            |decision, standing, device| Passage { decision, requirement, standing, device, at };
        if requirement == Requirement::Nothing {
            return Ok(passage(Decision::Allow, None, None));
        }
        let Some(stored) = self.load(subject).await? else {
            let standing = Standing::Unenrolled;
            return Ok(passage(decide(requirement, standing, at), Some(standing), None));
        };
        let session = Session::of(&self.inner.vault, principal);
        let standing = self.standing(&stored.record, &session, at);
        let decision = decide(requirement, standing, at);
        if decision != Decision::Challenge {
            return Ok(passage(decision, Some(standing), None));
        }
        // Only now does a device matter: the session has shown nothing yet.
        let recognized = device()
            .and_then(DeviceToken::parse)
            .map(|token| (self.recognize(&stored.record, principal, &token, at), token));
        match recognized {
            Some((Seen::Device(_) | Seen::Copy(_), token)) => {
                let (standing, device) = self.device_comes(principal, &session, &token, at).await?;
                Ok(passage(decide(requirement, standing, at), Some(standing), device))
            }
            Some((Seen::Nothing, _)) | None => Ok(passage(decision, Some(standing), None)),
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
        let standing = match passage.standing {
            Some(standing) => standing,
            // Whoever is exempt was not looked up, but no exemption is a recent factor.
            None => {
                let session = Session::of(&self.inner.vault, principal);
                match self.load(Self::complete(principal)?).await? {
                    Some(stored) => self.standing(&stored.record, &session, passage.at),
                    None => Standing::Unenrolled,
                }
            }
        };
        Ok(decide(Requirement::Recent { max_age }, standing, passage.at))
    }

    /// Where a session stands. A device that may no longer be remembered stands in for nothing.
    pub(super) fn standing(
        &self,
        record: &Record,
        session: &Session<'_>,
        now: Timestamp,
    ) -> Standing {
        match record.standing(session, now) {
            Standing::Enrolled { shown, device_remembered } => Standing::Enrolled {
                shown,
                device_remembered: device_remembered
                    && self.inner.settings.remember.lasts().is_some(),
            },
            Standing::Unenrolled => Standing::Unenrolled,
        }
    }

    /// The device whose token this is, if it is remembered.
    pub(super) fn device_of(
        &self,
        record: &Record,
        principal: &Principal,
        device: Option<&str>,
        now: Timestamp,
    ) -> Option<DeviceId> {
        let token = device.and_then(DeviceToken::parse)?;
        match self.recognize(record, principal, &token, now) {
            Seen::Device(id) => Some(id),
            Seen::Copy(_) | Seen::Nothing => None,
        }
    }

    fn recognize(
        &self,
        record: &Record,
        principal: &Principal,
        token: &DeviceToken,
        now: Timestamp,
    ) -> Seen {
        if self.inner.settings.remember.lasts().is_none() {
            return Seen::Nothing;
        }
        let said = |device: &crate::remembered_device::RememberedDevice| match device.recognize(
            &self.inner.vault,
            principal.subject(),
            token,
            now,
        ) {
            Recognized::Device => Some(Seen::Device(device.id())),
            Recognized::Copy => Some(Seen::Copy(device.id())),
            Recognized::Nothing => None,
        };
        record.devices(now).find_map(said).unwrap_or(Seen::Nothing)
    }

    /// The token of a device came in a session that has shown nothing: the device stands in and gets
    /// a new token, or is forgotten because the token is a copy.
    async fn device_comes(
        &self,
        principal: &Principal,
        session: &Session<'_>,
        token: &DeviceToken,
        now: Timestamp,
    ) -> Result<(Standing, Option<DeviceCookie>), Fault> {
        let (standing, device, event) = self
            .change(principal.subject(), |record| {
                if !matches!(record.marked(session, now), None | Some(Marked::ByDevice(_))) {
                    let standing = self.standing(record, session, now);
                    return Ok(Change::None((standing, None, None)));
                }
                match self.recognize(record, principal, token, now) {
                    Seen::Device(id) => {
                        record.stand_in(id, session, now);
                        let device = record.device_mut(id).map(|device| {
                            device.renew(now);
                            DeviceCookie {
                                token: device.token(&self.inner.vault, principal.subject()),
                                lasts: now.until(device.ends_at()),
                            }
                        });
                        let standing = self.standing(record, session, now);
                        Ok(Change::Some((standing, device, Some(Event::DeviceStoodIn))))
                    }
                    Seen::Copy(id) => {
                        record.forget_device(id);
                        let standing = self.standing(record, session, now);
                        Ok(Change::Some((standing, None, Some(Event::DeviceCopied))))
                    }
                    Seen::Nothing => {
                        let standing = self.standing(record, session, now);
                        Ok(Change::None((standing, None, None)))
                    }
                }
            })
            .await?;
        if let Some(event) = event {
            self.tell(principal, now, event).await;
        }
        Ok((standing, device))
    }
}

/// What a token says about the devices of a record.
enum Seen {
    Device(DeviceId),
    Copy(DeviceId),
    Nothing,
}
