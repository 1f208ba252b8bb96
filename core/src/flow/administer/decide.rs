//! Deciding about a person, and taking away what they have set up.

use super::administrator::Administrator;
use crate::event::{Entry, Event};
use crate::fault::Fault;
use crate::flow::mail_to::told_at;
use crate::flow::transact::Change;
use crate::flow::{Denied, SecondFactor};
use crate::policy::{Facts, Held, Own, OwnEffect};
use crate::port::NoticeKind;
use crate::standing::Standing;
use crate::subject::{Principal, SubjectId};
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;
/// The longest exemption. One without an end would be forgotten.
const LONGEST_EXEMPTION: core::time::Duration = core::time::Duration::from_secs(366 * 86_400);

/// A reason that can be stored: not empty, and not a book.
pub(super) fn reason(given: &str) -> Option<&str> {
    let given = given.trim();
    let fits = !given.is_empty()
        && given.chars().count() <= LONGEST_REASON
        && !given.chars().any(char::is_control);
    fits.then_some(given)
}

impl SecondFactor {
    /// Decides about a person, or leaves them to the rules (`None`). Every decision wants a reason.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless; the log has it in any case.
    pub async fn decide_about(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        key: &str,
        effect: Option<OwnEffect>,
        why: &str,
    ) -> Result<Result<(), Denied>, Fault> {
        let now = self.now();
        let subject = match who.enforces().and_then(|()| who.other(tenant, key)) {
            Ok(subject) => subject,
            Err(denied) => return Ok(Err(denied)),
        };
        let Some(why) = reason(why) else { return Ok(Err(Denied::Malformed("reason"))) };
        if let Some(OwnEffect::Exempt { until }) = effect
            && (until <= now || until > now.plus(LONGEST_EXEMPTION))
        {
            return Ok(Err(Denied::Malformed("until")));
        }
        let event = effect.map_or(Event::LeftToRules, Event::Decided);
        let own = effect.map(|effect| Own::new(effect, who.principal().subject().key(), now, why));
        if !self.is_known(&subject).await? {
            return Ok(Err(Denied::Unknown));
        }
        self.log_first(who.principal(), &subject, &event, why, now).await?;
        self.change(&subject, |record| {
            record.terms_mut().decide(own.clone());
            Ok(Change::Some(Ok(())))
        })
        .await
    }

    /// Takes away everything that a person has set up: they must activate anew. Their sessions,
    /// devices and challenges end, and they are told by mail.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless; the log has it in any case.
    pub async fn reset(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        key: &str,
        why: &str,
    ) -> Result<Result<(), Denied>, Fault> {
        let subject = match who.resets().and_then(|()| who.other(tenant, key)) {
            Ok(subject) => subject,
            Err(denied) => return Ok(Err(denied)),
        };
        let Some(why) = reason(why) else { return Ok(Err(Denied::Malformed("reason"))) };
        if !self.is_known(&subject).await? {
            return Ok(Err(Denied::Unknown));
        }
        self.take_away(who.principal(), &subject, Event::Reset, why).await.map(Ok)
    }

    /// Takes away everything that the person has set up as whom somebody acts. That somebody must be
    /// allowed to, and must have shown a factor of their own a short while ago.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless; the log has it in any case.
    pub async fn disable_on_behalf(
        &self,
        principal: &Principal,
        form: &Ticket,
        why: &str,
    ) -> Result<Result<(), Denied>, Fault> {
        let Some(actor) = principal.actor() else { return Ok(Err(Denied::Unknown)) };
        if !actor.permissions().may_disable_on_behalf()
            || actor.subject() == principal.subject()
            || actor.subject().tenant() != principal.subject().tenant()
                && !actor.permissions().is_for_every_tenant()
        {
            return Ok(Err(Denied::Forbidden));
        }
        let Some(why) = reason(why) else { return Ok(Err(Denied::Malformed("reason"))) };
        if let Err(denied) = self.has_shown(actor, form).await? {
            return Ok(Err(denied));
        }
        self.take_away(actor, principal.subject(), Event::DisabledOnBehalf, why).await.map(Ok)
    }

    async fn has_shown(
        &self,
        actor: &Principal,
        form: &Ticket,
    ) -> Result<Result<(), Denied>, Fault> {
        let now = self.now();
        let session = crate::session::Session::of(&self.inner.vault, actor);
        let (stored, _) = self.look(actor).await?;
        let Some(stored) = stored else { return Ok(Err(Denied::Enroll)) };
        if form.purpose() != Purpose::Form {
            return Ok(Err(Denied::Foreign));
        }
        if let Err(denied) = self.form_counts(&stored.record, &session, form, now) {
            return Ok(Err(denied));
        }
        let standing = self.shown(&stored.record, &session, None, now);
        let may_step_up = matches!(standing, Standing::Enrolled { may_step_up: true, .. });
        if self.may_administer(standing, now) {
            return Ok(Ok(()));
        }
        Ok(Err(match (self.not_yet(&stored.record, standing, now), may_step_up) {
            (Some(denied), _) => denied,
            (None, true) => Denied::Challenge(Purpose::Manage),
            (None, false) => Denied::Enroll,
        }))
    }

    async fn take_away(
        &self,
        actor: &Principal,
        subject: &SubjectId,
        event: Event,
        why: &str,
    ) -> Result<(), Fault> {
        let now = self.now();
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        self.log_first(actor, subject, &event, why, now).await?;
        self.change(subject, |record| {
            // Where there is no second factor, there is none to be activated anew.
            let is_off = record.terms().profile().is_some_and(|profile| {
                let facts = Facts::known(subject, profile);
                self.inner.policy.verdict(&rules, &facts, &record.known(), now).off
            });
            record.reset();
            if event == Event::Reset && !is_off {
                record.terms_mut().decide(None);
                record.terms_mut().hold(Held::new(None, now));
            }
            if let Some((to, profile)) = told_at(record) {
                self.owe_at(record, &to, &profile, now, NoticeKind::Reset)?;
            }
            Ok(Change::Some(()))
        })
        .await
    }

    /// Whether the lists have somebody.
    async fn is_known(&self, subject: &SubjectId) -> Result<bool, Fault> {
        let stored = self.load(subject).await?;
        Ok(stored.is_some_and(|stored| stored.record.terms().profile().is_some()))
    }

    /// Writes down what an administrator is about to do. If it cannot be written down, it is not done.
    pub(super) async fn log_first(
        &self,
        actor: &Principal,
        subject: &SubjectId,
        event: &Event,
        why: &str,
        now: Timestamp,
    ) -> Result<(), Fault> {
        let mut entry = Entry::new(event, subject.clone(), now).by(actor.subject().clone());
        if !why.is_empty() {
            entry = entry.because(why);
        }
        if let Some(administration) = &self.inner.administration {
            self.bounded(administration.store.append(&entry)).await?;
        }
        if self.soon(self.inner.audit.record(&entry)).await.is_none() {
            tracing::error!(target: "countersign", event = &*entry.event, "the audit hangs");
        }
        Ok(())
    }
}
