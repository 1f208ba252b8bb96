//! Telling people what will be required of them, and that it can soon be put off no longer.

use core::time::Duration;
use std::sync::Arc;

use super::SecondFactor;
use super::hand_over::Handed;
use super::mail_to::told_at;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::mail::Told;
use crate::policy::{Facts, Grace, Rollout, Rules};
use crate::port::{Content, CourierError, ListQuery, Listed, NoticeKind};
use crate::record::Record;
use crate::subject::{Profile, SubjectId};

/// How many people are looked at between two looks into the store's lists.
const PORTION: usize = 200;
/// So long before it can be put off no longer, people are told.
const GRACE_NOTICE: Duration = Duration::from_secs(3 * 86_400);
/// After more messages in a row than this for which the mail server was away, the others wait for the next
/// round.
const AWAY: usize = 6;

impl SecondFactor {
    /// Tells people what will be required of them, and that it can soon be put off no longer: each of
    /// them once. Lists only say who comes into question; what is so is worked out of each record, under
    /// the rules as they are by then.
    pub(super) async fn remind(&self, tenant: &str) -> Result<(), Fault> {
        self.settle(tenant).await?;
        let store = &self.administration()?.store;
        let mut in_a_row = 0;
        for status in ["announced", "grace"] {
            let mut skip = 0;
            loop {
                let query = ListQuery {
                    tenant: tenant.into(),
                    status: Some(status),
                    skip,
                    most: PORTION,
                    ..ListQuery::default()
                };
                let people = self.bounded(store.list(&query)).await?;
                if people.is_empty() {
                    break;
                }
                skip += people.len();
                for Listed { subject, rollout, .. } in people {
                    let Some(told) = rollout.and_then(|rollout| self.due_of(rollout)) else {
                        continue;
                    };
                    match self.tell_to_come(&subject, told).await {
                        Ok(Post::There) => in_a_row = 0,
                        Ok(Post::NotAsked) => {}
                        Ok(Post::Away) => in_a_row += 1,
                        Err(fault) if fault.kind() == FaultKind::Store => return Err(fault),
                        Err(fault) => {
                            tracing::warn!(target: "countersign", %fault, "somebody is not told");
                        }
                    }
                    if in_a_row > AWAY {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    fn due_of(&self, rollout: Rollout) -> Option<Told> {
        let now = self.now();
        match rollout {
            Rollout::Announced { from } if now < from => Some(Told::Announced(from)),
            Rollout::Grace { until } if now < until && until <= now.plus(GRACE_NOTICE) => {
                Some(Told::GraceEnding(until))
            }
            Rollout::Announced { .. }
            | Rollout::Grace { .. }
            | Rollout::NotRequired
            | Rollout::Skips { .. }
            | Rollout::MustActivate { .. }
            | Rollout::Overdue { .. }
            | Rollout::Active
            | Rollout::Exempt { .. }
            | Rollout::Off => None,
        }
    }

    /// What a person is to be told, where, and as whom.
    fn to_come(
        &self,
        rules: &Rules,
        subject: &SubjectId,
        record: &Record,
    ) -> Option<(Told, Arc<str>, Profile)> {
        let facts = Facts::known(subject, record.terms().profile()?);
        let verdict = self.inner.policy.verdict(rules, &facts, &record.known(), self.now());
        let told = self.due_of(verdict.rollout)?;
        // Time that is given from one's return on has not begun to run for who has not come back.
        let runs = record.terms().held().is_some() || matches!(verdict.grace, Grace::Until(_));
        if matches!(told, Told::GraceEnding(_)) && !runs {
            return None;
        }
        let is_new = !record.mail().has_told(told) && !record.is_enrolled();
        let (to, profile) = told_at(record).filter(|_| is_new)?;
        Some((told, to, profile))
    }

    async fn tell_to_come(&self, subject: &SubjectId, listed: Told) -> Result<Post, Fault> {
        let stored = self.load(subject).await?;
        let Some(stored) = stored.filter(|stored| !stored.record.mail().has_told(listed)) else {
            return Ok(Post::NotAsked);
        };
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let Some((told, to, profile)) = self.to_come(&rules, subject, &stored.record) else {
            return Ok(Post::NotAsked);
        };
        let kind = match told {
            Told::Announced(from) => NoticeKind::Announced { from },
            Told::GraceEnding(until) => NoticeKind::GraceEnding { until },
        };
        let id = DeliveryId::from_bytes(self.random()?);
        let language = profile.language().map(Into::into);
        let content = Content::Notice(kind);
        let label = profile.label();
        let message = self.message(id, Arc::clone(&to), label, language, content, self.now());
        let mark = |record: &mut Record| {
            let still = self.to_come(&rules, subject, record);
            let is_still = still.is_some_and(|(now, at, _)| now == told && at == to);
            if is_still {
                record.mail_mut().tell(told);
            }
            is_still
        };
        let (error, marked) = match self.hand_over(subject, &message, mark).await {
            Handed::Sent => {
                tokio::time::sleep(self.inner.settings.mail_pace).await;
                return Ok(Post::There);
            }
            Handed::NotWanted => return Ok(Post::There),
            Handed::Failed { error, marked } => (error, marked),
        };
        tracing::warn!(target: "countersign", %error, "a notice was not delivered");
        let delivery = match error {
            CourierError::NotSent(_) | CourierError::Later(_) => {
                if marked {
                    self.change_told(subject, |record| record.mail_mut().untell(told)).await?;
                }
                if matches!(error, CourierError::NotSent(_)) {
                    return Ok(Post::Away);
                }
                tokio::time::sleep(self.inner.settings.mail_pace).await;
                return Ok(Post::There);
            }
            CourierError::Unsure(_) => Delivery::Unsure,
            CourierError::Refused(_) => Delivery::Failed,
        };
        let event = Event::MessageNotDelivered(kind.name(), delivery);
        self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
        if !marked {
            // Nobody takes mail for them, so nobody tries once more.
            self.change_told(subject, mark).await?;
        }
        tokio::time::sleep(self.inner.settings.mail_pace).await;
        Ok(Post::There)
    }

    /// Changes what is written down of what a person was told, if there is something to change.
    async fn change_told(
        &self,
        subject: &SubjectId,
        change: impl Fn(&mut Record) -> bool + Send + Sync,
    ) -> Result<(), Fault> {
        let change = |record: &mut Record| match change(record) {
            true => Ok(Change::Some(())),
            false => Ok(Change::None(())),
        };
        self.change(subject, change).await
    }
}

/// What was seen of who takes messages.
enum Post {
    /// They were not asked.
    NotAsked,
    /// They are there, whatever they said to the message.
    There,
    /// They are away.
    Away,
}
