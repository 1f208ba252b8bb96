//! Bringing an authenticator into use: begin, then confirm.

use super::transact::{Change, parts};
use super::{Denied, MailView, SecondFactor};
use crate::authenticator::{
    AuthenticatorId, Code, Method, Methods, Name, RecoveryCode, RecoveryCodes, Seed, Totp,
};
use crate::enrollment::{
    Confirmed, Confirming, EnrollmentId, SetUp, begin, confirm, open, unused_name,
};
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::place::Place;
use crate::policy::Rules;
use crate::port::{Rotation, Swapped};
use crate::record::Record;
use crate::refusal::Refusal;
use crate::session::Session;
use crate::subject::{Principal, Profile};
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// An enrollment that was begun.
#[derive(Debug)]
#[non_exhaustive]
pub struct Begun {
    /// What the person needs to set an app up. It is shown this once.
    pub set_up: Option<SetUp>,
    /// The code that was sent, if codes by mail are to come into use.
    pub mail: Option<MailView>,
    /// The ticket for the form that confirms it.
    pub ticket: String,
    /// A name that no other authenticator of the subject has.
    pub name: Name,
}

/// What became of a confirmation.
#[expect(clippy::exhaustive_enums, reason = "every door must have an answer to each")]
#[derive(Debug)]
pub enum Confirmation {
    /// The authenticator is in use.
    Done(Box<ConfirmedEnrollment>),
    /// The code is not right; the form can be sent again.
    Wrong,
    /// A mailed code was not accepted.
    Refused(Refusal),
    /// It cannot be confirmed now.
    Denied(Denied),
}

/// An authenticator that came into use.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConfirmedEnrollment {
    /// The principal in the session as it is called from now on.
    pub principal: Principal,
    /// The recovery codes, if this was the first authenticator. They are shown this once.
    pub recovery_codes: Vec<RecoveryCode>,
    /// What the authenticator is called.
    pub name: Option<Name>,
    /// Where the person was going.
    pub place: Option<Place>,
}

impl SecondFactor {
    /// Begins an enrollment of a method.
    ///
    /// Who has no authenticator may begin with the first factor alone. Who has one must have shown
    /// one a short while ago; a recovery code will do, for it is how a lost phone is replaced.
    ///
    /// # Errors
    /// Something is broken. Nothing is shown; it may have been begun nevertheless.
    pub async fn begin(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        method: Method,
    ) -> Result<Result<Begun, Denied>, Fault> {
        let subject = Self::complete(principal)?;
        if let Err(denied) = self.is_for(principal).await? {
            return Ok(Err(denied));
        }
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let id = AuthenticatorId::from_bytes(self.random()?);
        let parameters = self.inner.settings.totp;
        let (totp, set_up, prepared) = match method {
            Method::Totp => {
                let seed = Seed::from_bytes(self.random()?);
                let nonce = self.random()?;
                let totp = Totp::seal(&self.inner.vault, subject, id, &seed, parameters, nonce)?;
                let set_up = SetUp::new(seed, parameters, self.issuer(), principal.label());
                (Some(totp), Some(set_up), None)
            }
            Method::Email => (None, None, Some(self.prepare()?)),
            Method::Recovery => return Ok(Err(Denied::NotOffered)),
        };
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let enrollment = EnrollmentId(id);
        let purpose = Purpose::Confirm { enrollment };
        let begun = self
            .change(subject, |record| {
                let may = self.may_begin(record, &session, ticket, method, &rules, now);
                if let Err(denied) = may {
                    return Ok(Change::None(Err(denied)));
                }
                let mut outgoing = None;
                if let Some(prepared) = &prepared {
                    let Ok(address) = self.mail_to(principal, record) else {
                        return Ok(Change::None(Err(Denied::NotOffered)));
                    };
                    if let Some(until) = record.mail().wait(now) {
                        return Ok(Change::None(Err(Denied::Wait { until })));
                    }
                    let sent = self.sent(&session, (enrollment.challenge(), purpose), address);
                    outgoing = Some(self.put(record, &sent, prepared, now).0);
                }
                begin(record, &session, enrollment, totp.clone(), now);
                let mail = self.mail_view(record, &session, (enrollment.challenge(), purpose), now);
                let name = unused_name(record, method);
                Ok(Change::Some(Ok((record.epoch(), name, mail, outgoing))))
            })
            .await?;
        let (epoch, name, mail, outgoing) = match begun {
            Ok(begun) => begun,
            Err(denied) => return Ok(Err(denied)),
        };
        if let Some(outgoing) = outgoing {
            self.post(outgoing);
            self.note(principal, now, Event::CodeSent).await;
        }
        self.note(principal, now, Event::EnrollmentBegun).await;
        let confirm =
            Ticket::new(purpose, session.digest(), epoch, None, now).to(ticket.place().cloned());
        let mail = mail.filter(|_| method == Method::Email);
        Ok(Ok(Begun { set_up, mail, ticket: self.seal(principal, &confirm)?, name }))
    }

    /// What is confirmed by a ticket; `None`: it is over.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn confirming(
        &self,
        principal: &Principal,
        ticket: &Ticket,
    ) -> Result<Option<Method>, Fault> {
        let Purpose::Confirm { enrollment } = ticket.purpose() else { return Ok(None) };
        let Some(stored) = self.load(Self::complete(principal)?).await? else { return Ok(None) };
        let session = Session::of(&self.inner.vault, principal);
        Ok(open(&stored.record, &session, enrollment, self.now()))
    }

    /// What the page that confirms codes by mail says of the code; `None`: it confirms something else,
    /// or is over.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn confirming_by_mail(
        &self,
        principal: &Principal,
        ticket: &Ticket,
    ) -> Result<Option<MailView>, Fault> {
        let Purpose::Confirm { enrollment } = ticket.purpose() else { return Ok(None) };
        let now = self.now();
        let Some(stored) = self.load(Self::complete(principal)?).await? else { return Ok(None) };
        let session = Session::of(&self.inner.vault, principal);
        let is_mail = open(&stored.record, &session, enrollment, now) == Some(Method::Email);
        let of = (enrollment.challenge(), ticket.purpose());
        Ok(self.mail_view(&stored.record, &session, of, now).filter(|_| is_mail))
    }

    /// Whether an enrollment of a method may be begun by this form.
    fn may_begin(
        &self,
        record: &Record,
        session: &Session<'_>,
        ticket: &Ticket,
        method: Method,
        rules: &Rules,
        now: Timestamp,
    ) -> Result<(), Denied> {
        if ticket.purpose() != Purpose::Form {
            return Err(Denied::Foreign);
        }
        self.form_counts(record, session, ticket, now)?;
        let principal = session.principal();
        let accepted = self.holds(rules, principal, Some(record), now).methods;
        self.may_add(record, session, accepted, now)?;
        if self.begins_by_mail(record) && method != Method::Email {
            return Err(Denied::MailFirst);
        }
        match self.offers(record, principal, accepted).contains(&method) {
            true => Ok(()),
            false => Err(Denied::NotOffered),
        }
    }

    /// Whether codes by mail have to be in use before anything else is; also for those of whom they are
    /// not accepted, who set up what is right after that.
    pub(super) fn begins_by_mail(&self, record: &Record) -> bool {
        self.inner.policy.is_first_by_mail() && !record.is_enrolled()
    }

    /// The methods that a person may bring into use.
    pub(super) fn offers(
        &self,
        record: &Record,
        principal: &Principal,
        accepted: Methods,
    ) -> Vec<Method> {
        let only_mail = self.begins_by_mail(record);
        let app = (accepted.has(Method::Totp) && !only_mail).then_some(Method::Totp);
        let mail = (accepted.has(Method::Email) || only_mail)
            && !record.has(Method::Email)
            && self.mail_to(principal, record).is_ok();
        app.into_iter().chain(mail.then_some(Method::Email)).collect()
    }

    /// Confirms an enrollment with the app's first code. `wanted` is the name for it; without one it
    /// gets one that no other authenticator has.
    ///
    /// The epoch rises, so every other session is asked for the new factor; this one has just shown
    /// it.
    ///
    /// # Errors
    /// Something is broken. It may have been confirmed nevertheless; the recovery codes, which nobody
    /// has seen then, can be made anew.
    pub async fn confirm(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        code: &Code,
        wanted: Option<Name>,
        rotation: impl Rotation,
    ) -> Result<Confirmation, Fault> {
        let subject = Self::complete(principal)?;
        let Purpose::Confirm { enrollment } = ticket.purpose() else {
            return Ok(Confirmation::Denied(Denied::Foreign));
        };
        if let Err(denied) = self.is_for(principal).await? {
            return Ok(Confirmation::Denied(denied));
        }
        let now = self.now();
        let mut rotation = Some(rotation);
        let mut after = principal.clone();
        let codes = self.new_recovery_codes()?;
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let turn = self.turn(subject).await;
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let (expected, mut record) = parts(self.load(subject).await?);
            let session = Session::of(&self.inner.vault, principal);
            let accepted = self.holds(&rules, principal, Some(&record), now).methods;
            let may = self
                .form_counts(&record, &session, ticket, now)
                .and_then(|()| self.may_add(&record, &session, accepted, now));
            if let Err(denied) = may {
                return Ok(Confirmation::Denied(denied));
            }
            let confirming = Confirming {
                vault: &self.inner.vault,
                subject,
                session: &session,
                id: enrollment,
                window: self.inner.settings.totp_window,
                address: self.mail_to(principal, &record).ok(),
                now,
            };
            let first = !record.is_enrolled();
            let (before, trial) = (record.shown(&session, now), record.trial_in(&session, now));
            // It may have been switched off since it was begun.
            let method = open(&record, &session, enrollment, now);
            if let Some(method) = method
                && !self.offers(&record, principal, accepted).contains(&method)
            {
                return Ok(Confirmation::Denied(Denied::NotOffered));
            }
            let with_codes = first && accepted.has(Method::Recovery);
            let proof = match confirm(&mut record, &confirming, code, wanted.clone())? {
                Confirmed::Proven(proof) => proof,
                Confirmed::Wrong => return Ok(Confirmation::Wrong),
                Confirmed::Refused(refusal @ (Refusal::Unavailable | Refusal::Expired)) => {
                    return Ok(Confirmation::Refused(refusal));
                }
                // A guess is counted before anybody hears of it.
                Confirmed::Refused(refusal) => {
                    if self.swap(subject, expected, record).await? == Swapped::Conflict {
                        continue;
                    }
                    drop(turn);
                    let method = Method::Email;
                    return Ok(self.say_unconfirmed(principal, method, refusal, now).await);
                }
                Confirmed::Expired => return Ok(Confirmation::Denied(Denied::Over)),
            };
            if let Some(rotation) = rotation.take() {
                after = self.in_new_session(principal, rotation).await?;
            }
            if self.inner.administration.is_some() {
                // Who comes to our own pages only is in the lists as well.
                let profile = Profile::of_visit(principal, record.terms().profile());
                record.terms_mut().seen(profile, now);
            }
            let session = Session::of(&self.inner.vault, &after);
            record.accept(proof, before, &session, now);
            if with_codes {
                let kept = RecoveryCodes::keep(&self.inner.vault, subject, &codes, now);
                record.replace_recovery_codes(kept.on_trial(trial, now));
            }
            let name = record.authenticators().last().map(|added| added.name().clone());
            self.owe_for(&mut record, &after, now, &Event::AuthenticatorAdded)?;
            if let Some(shown) = record.shown(&session, now) {
                record.terms_mut().proven(&after, shown.method);
            }
            if self.swap(subject, expected, record).await? == Swapped::Done {
                drop(turn);
                self.note(&after, now, Event::AuthenticatorAdded).await;
                return Ok(Confirmation::Done(Box::new(ConfirmedEnrollment {
                    principal: after,
                    recovery_codes: if with_codes { codes } else { Vec::new() },
                    name,
                    place: ticket.place().cloned(),
                })));
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// Whether there is a second factor for these, and whether it is theirs to touch.
    pub(super) async fn is_for(&self, principal: &Principal) -> Result<Result<(), Denied>, Fault> {
        if principal.actor().is_some() {
            return Ok(Err(Denied::Impersonated));
        }
        let (stored, rules) = self.look(principal).await?;
        let record = stored.as_ref().map(|stored| &*stored.record);
        let off = self.holds(&rules, principal, record, self.now()).off;
        Ok(if off { Err(Denied::Off) } else { Ok(()) })
    }

    /// Whether a session may add an authenticator.
    pub(super) fn may_add(
        &self,
        record: &Record,
        session: &Session<'_>,
        accepted: Methods,
        now: Timestamp,
    ) -> Result<(), Denied> {
        // Who lost every app and came by a recovery code must have room for a new one.
        let shown = record.shown(session, now);
        let recovered = shown.is_some_and(|shown| shown.method == Method::Recovery);
        let most = self.inner.settings.most_authenticators;
        let most = if recovered { most.saturating_add(1) } else { most };
        if record.authenticators().len() >= most {
            return Err(Denied::TooMany);
        }
        if !record.is_enrolled() {
            return Ok(());
        }
        let standing = self.shown(record, session, None, now);
        match self.may_add_to(record, standing, accepted, now) {
            true => Ok(()),
            false => Err(Denied::Challenge(Purpose::Add)),
        }
    }

    async fn say_unconfirmed(
        &self,
        principal: &Principal,
        method: Method,
        refusal: Refusal,
        now: Timestamp,
    ) -> Confirmation {
        let event = match refusal {
            Refusal::Wait { .. } => Event::ChallengeThrottled(method),
            Refusal::Wrong { .. }
            | Refusal::Spent { .. }
            | Refusal::Unavailable
            | Refusal::Expired => Event::ChallengeFailed(method),
        };
        self.note(principal, now, event).await;
        Confirmation::Refused(refusal)
    }

    pub(super) fn new_recovery_codes(&self) -> Result<Vec<RecoveryCode>, Fault> {
        (0..RecoveryCodes::COUNT).map(|_| Ok(RecoveryCode::from_random(&self.random()?))).collect()
    }
}
