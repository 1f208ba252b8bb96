//! Changing the set-up, and what the application tells us about it.
//!
//! | change | asks for | the epoch |
//! |---|---|---|
//! | rename, forget a device | what every protected page asks for | stays |
//! | remove, new recovery codes | a factor shown a short while ago, not a recovery code | rises on removal |
//! | `signed_out` | nothing | stays; the session's mark goes |
//! | `credentials_changed` | nothing | rises |

use super::transact::Change;
use super::{Denied, SecondFactor};
use crate::authenticator::{
    Authenticator, AuthenticatorId, Method, Name, RecoveryCode, RecoveryCodes,
};
use crate::decide::{Decision, decide};
use crate::event::Event;
use crate::fault::Fault;
use crate::policy::Rules;
use crate::record::Record;
use crate::remembered_device::DeviceId;
use crate::session::Session;
use crate::standing::Standing;
use crate::subject::{Principal, SubjectId};
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// What a change asks for.
#[derive(Clone, Copy)]
enum Asks<'a> {
    /// What every protected page asks for; a device whose cookie this is may stand in.
    Standing(Option<&'a str>),
    /// A factor shown a short while ago.
    RecentFactor,
}

impl<'a> Asks<'a> {
    const fn device(self) -> Option<&'a str> {
        match self {
            Self::Standing(device) => device,
            Self::RecentFactor => None,
        }
    }
}

impl SecondFactor {
    /// Whether an authenticator may be added now; what an activation page asks before it is shown.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn may_activate(&self, principal: &Principal) -> Result<Result<(), Denied>, Fault> {
        let subject = Self::complete(principal)?;
        if let Err(denied) = self.is_for(principal).await? {
            return Ok(Err(denied));
        }
        let session = Session::of(&self.inner.vault, principal);
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        Ok(match self.load(subject).await? {
            Some(stored) => {
                let (record, now) = (&*stored.record, self.now());
                let accepted = self.holds(&rules, principal, Some(record), now).methods;
                self.may_add(record, &session, accepted, now)
            }
            None => Ok(()),
        })
    }

    /// Gives an authenticator another name. `device` is the value of the device cookie.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless.
    pub async fn rename(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        id: AuthenticatorId,
        name: &Name,
        device: Option<&str>,
    ) -> Result<Result<(), Denied>, Fault> {
        self.manage(principal, ticket, Asks::Standing(device), |record, _| {
            let known = record.authenticator_mut(id).ok_or(Denied::Unknown)?;
            known.rename(name.clone());
            Ok((Event::AuthenticatorRenamed, ()))
        })
        .await
    }

    /// Takes an authenticator out of use. The last one stays if the policy demands one.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless.
    pub async fn remove(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        id: AuthenticatorId,
    ) -> Result<Result<(), Denied>, Fault> {
        let now = self.now();
        let (_, rules) = self.rules_of(principal.subject().tenant()).await?;
        self.manage(principal, ticket, Asks::RecentFactor, |record, session| {
            let holds = self.holds(&rules, principal, Some(record), now);
            // One that is not accepted any more is of no use to somebody who must have one, nor are codes
            // by mail to nobody's own address.
            let mail = self.mail_to(principal, record).is_ok();
            let others =
                |own: &&Authenticator| own.id() != id && (mail || own.method() != Method::Email);
            let has_other =
                record.authenticators().iter().filter(others).any(|own| {
                    holds.methods.has(own.method()) || !record.has_accepted(holds.methods)
                });
            if holds.requirement.must_activate(now) && !has_other {
                return Err(Denied::LastOne);
            }
            record.gives_up(session, now);
            record.raise_epoch_but_for(session);
            record.remove(id).ok_or(Denied::Unknown)?;
            Ok((Event::AuthenticatorRemoved, ()))
        })
        .await
    }

    /// Makes a new set of recovery codes; the old ones are void. They are shown this once.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless.
    pub async fn renew_recovery_codes(
        &self,
        principal: &Principal,
        ticket: &Ticket,
    ) -> Result<Result<Vec<RecoveryCode>, Denied>, Fault> {
        let now = self.now();
        let codes = self.new_recovery_codes()?;
        let (_, rules) = self.rules_of(principal.subject().tenant()).await?;
        self.manage(principal, ticket, Asks::RecentFactor, |record, session| {
            if !record.is_enrolled() {
                return Err(Denied::Enroll);
            }
            if !self.holds(&rules, principal, Some(record), now).methods.has(Method::Recovery) {
                return Err(Denied::Unknown);
            }
            let subject = principal.subject();
            let kept = RecoveryCodes::keep(&self.inner.vault, subject, &codes, now);
            record.replace_recovery_codes(kept.on_trial(record.trial_in(session, now), now));
            Ok((Event::RecoveryCodesRenewed, codes.clone()))
        })
        .await
    }

    /// Forgets a remembered device, in every session that it stands in for. `device` is the value of
    /// the device cookie.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless.
    pub async fn forget_device(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        id: DeviceId,
        device: Option<&str>,
    ) -> Result<Result<(), Denied>, Fault> {
        self.manage(principal, ticket, Asks::Standing(device), |record, _| {
            if record.forget_device(id) {
                Ok((Event::DeviceForgotten, ()))
            } else {
                Err(Denied::Unknown)
            }
        })
        .await
    }

    /// Forgets every remembered device. `device` is the value of the device cookie.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless.
    pub async fn forget_devices(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        device: Option<&str>,
    ) -> Result<Result<(), Denied>, Fault> {
        self.manage(principal, ticket, Asks::Standing(device), |record, _| {
            record.forget_devices();
            Ok((Event::DeviceForgotten, ()))
        })
        .await
    }

    /// The application has signed this session out. What it has shown is void, even if somebody has
    /// a copy of its cookie.
    ///
    /// # Errors
    /// Something is broken. The session may still count.
    pub async fn signed_out(&self, principal: &Principal) -> Result<(), Fault> {
        let principal = principal.answerable();
        let subject = Self::complete(principal)?;
        let session = Session::of(&self.inner.vault, principal);
        let had_something = self
            .change(subject, |record| {
                Ok(match record.end_session(&session) {
                    true => Change::Some(true),
                    false => Change::None(false),
                })
            })
            .await?;
        if had_something {
            self.note(principal, self.now(), Event::SignedOut).await;
        }
        Ok(())
    }

    /// The application has changed the password or the address of a subject, or ended all sessions.
    /// Whatever was shown before is void: every session, every remembered device, every open form.
    ///
    /// # Errors
    /// Something is broken. What was shown before may still count.
    pub async fn credentials_changed(&self, subject: &SubjectId) -> Result<(), Fault> {
        self.change(subject, |record| {
            record.raise_epoch();
            Ok(Change::Some(()))
        })
        .await?;
        let entry =
            crate::event::Entry::new(&Event::CredentialsChanged, subject.clone(), self.now());
        self.audit(&entry).await;
        Ok(())
    }

    /// Makes a change that a form asks for, if the form counts and the session may.
    async fn manage<T: Send>(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        asks: Asks<'_>,
        mut make: impl FnMut(&mut Record, &Session<'_>) -> Result<(Event, T), Denied> + Send,
    ) -> Result<Result<T, Denied>, Fault> {
        let subject = Self::complete(principal)?;
        if principal.actor().is_some() {
            return Ok(Err(Denied::Impersonated));
        }
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let made = self
            .change(subject, |record| {
                let may = self.may_change(&rules, record, &session, ticket, asks, now);
                match may.and_then(|()| make(record, &session)) {
                    Ok(made) => {
                        self.owe_for(record, principal, now, &made.0)?;
                        Ok(Change::Some(Ok(made)))
                    }
                    Err(denied) => Ok(Change::None(Err(denied))),
                }
            })
            .await?;
        match made {
            Ok((event, result)) => {
                self.note(principal, now, event).await;
                Ok(Ok(result))
            }
            Err(denied) => Ok(Err(denied)),
        }
    }

    fn may_change(
        &self,
        rules: &Rules,
        record: &Record,
        session: &Session<'_>,
        ticket: &Ticket,
        asks: Asks<'_>,
        now: Timestamp,
    ) -> Result<(), Denied> {
        if ticket.purpose() != Purpose::Form {
            return Err(Denied::Foreign);
        }
        self.form_counts(record, session, ticket, now)?;
        let holds = self.holds(rules, session.principal(), Some(record), now);
        let standing = self.standing(record, session, asks.device(), &holds, now);
        match decide(holds.requirement, standing, now) {
            Decision::Allow => {}
            Decision::Challenge => return Err(Denied::Challenge(Purpose::SignIn)),
            Decision::Enroll => return Err(Denied::Enroll),
        }
        let may_manage = self.may_manage(record, standing, holds.methods, now);
        match asks {
            Asks::RecentFactor if standing.is_enrolled() && !may_manage => {
                Err(on_trial(record, standing, now).unwrap_or(Denied::Challenge(Purpose::Manage)))
            }
            Asks::Standing(_) | Asks::RecentFactor => Ok(()),
        }
    }
}

/// Whether the factor that a session has shown is only on trial. Asking for it again would not help.
pub(super) fn on_trial(record: &Record, standing: Standing, now: Timestamp) -> Option<Denied> {
    let by_recovery = standing.shown().is_some_and(|shown| shown.method == Method::Recovery);
    let until = record.authenticators().iter().map(Authenticator::trusted_from).max();
    until.filter(|until| by_recovery && now < *until).map(|until| Denied::OnTrial { until })
}
