//! Bringing an authenticator into use: begin, then confirm.

use super::transact::{Change, parts};
use super::{Denied, SecondFactor};
use crate::authenticator::{
    AuthenticatorId, Code, Method, Name, RecoveryCode, RecoveryCodes, Seed, Totp,
};
use crate::decide::{Decision, decide};
use crate::enrollment::{Confirmed, Confirming, EnrollmentId, SetUp, begin, confirm, unused_name};
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::place::Place;
use crate::policy::Requirement;
use crate::port::{Rotation, Swapped};
use crate::record::Record;
use crate::session::Session;
use crate::subject::{Principal, Profile};
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// An enrollment that was begun.
#[derive(Debug)]
#[non_exhaustive]
pub struct Begun {
    /// What the person needs to set the app up. It is shown this once.
    pub set_up: SetUp,
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
    /// Begins an enrollment.
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
    ) -> Result<Result<Begun, Denied>, Fault> {
        let subject = Self::complete(principal)?;
        if let Err(denied) = self.is_for(principal).await? {
            return Ok(Err(denied));
        }
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let id = AuthenticatorId::from_bytes(self.random()?);
        let seed = Seed::from_bytes(self.random()?);
        let parameters = self.inner.settings.totp;
        let totp = Totp::seal(&self.inner.vault, subject, id, &seed, parameters, self.random()?)?;
        let begun = self
            .change(subject, |record| {
                if ticket.purpose() != Purpose::Form {
                    return Ok(Change::None(Err(Denied::Foreign)));
                }
                let may = self
                    .form_counts(record, &session, ticket, now)
                    .and_then(|()| self.may_add(record, &session, now));
                if let Err(denied) = may {
                    return Ok(Change::None(Err(denied)));
                }
                begin(record, &session, EnrollmentId(id), totp.clone(), now);
                Ok(Change::Some(Ok((record.epoch(), unused_name(record)))))
            })
            .await?;
        let (epoch, name) = match begun {
            Ok(begun) => begun,
            Err(denied) => return Ok(Err(denied)),
        };
        self.tell(principal, now, Event::EnrollmentBegun).await;
        let purpose = Purpose::Confirm { enrollment: EnrollmentId(id) };
        let confirm =
            Ticket::new(purpose, session.digest(), epoch, None, now).to(ticket.place().cloned());
        let set_up = SetUp::new(seed, parameters, self.issuer(), principal.label());
        Ok(Ok(Begun { set_up, ticket: self.seal(principal, &confirm)?, name }))
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
            let may = self
                .form_counts(&record, &session, ticket, now)
                .and_then(|()| self.may_add(&record, &session, now));
            if let Err(denied) = may {
                return Ok(Confirmation::Denied(denied));
            }
            let confirming = Confirming {
                vault: &self.inner.vault,
                subject,
                session: &session,
                id: enrollment,
                window: self.inner.settings.totp_window,
                now,
            };
            let first = !record.is_enrolled();
            let accepted = self.holds(&rules, principal, Some(&record), now).methods;
            let with_codes = first && accepted.has(Method::Recovery);
            let proof = match confirm(&mut record, &confirming, code, wanted.clone())? {
                Confirmed::Proven(proof) => proof,
                Confirmed::Wrong => return Ok(Confirmation::Wrong),
                Confirmed::Expired => return Ok(Confirmation::Denied(Denied::Over)),
            };
            if let Some(rotation) = rotation.take() {
                after = self.in_new_session(principal, rotation).await?;
            }
            if self.inner.administration.is_some() {
                // Who comes to our own pages only is in the lists as well.
                record.terms_mut().seen(Profile::of(principal), now);
            }
            record.accept(proof, &Session::of(&self.inner.vault, &after), now);
            if with_codes {
                let kept = RecoveryCodes::keep(&self.inner.vault, subject, &codes, now);
                record.replace_recovery_codes(kept);
            }
            let name = record.authenticators().last().map(|added| added.name().clone());
            if self.swap(subject, expected, record).await? == Swapped::Done {
                drop(turn);
                self.tell(&after, now, Event::AuthenticatorAdded).await;
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
        let recent = Requirement::Recent { max_age: self.inner.settings.manage_max_age };
        match decide(recent, self.shown(record, session, None, now), now) {
            Decision::Allow => Ok(()),
            Decision::Challenge | Decision::Enroll => {
                let max_age = self.inner.settings.manage_max_age.as_secs();
                Err(Denied::Challenge(Purpose::StepUp { max_age }))
            }
        }
    }

    pub(super) fn new_recovery_codes(&self) -> Result<Vec<RecoveryCode>, Fault> {
        (0..RecoveryCodes::COUNT).map(|_| Ok(RecoveryCode::from_random(&self.random()?))).collect()
    }
}
