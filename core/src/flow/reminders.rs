//! Telling people what will be required of them, and that it can soon be put off no longer.

use core::time::Duration;

use super::SecondFactor;
use super::hand_over::Handed;
use super::mail_to::told_at;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::fault::Fault;
use crate::mail::Told;
use crate::policy::Rollout;
use crate::port::{Content, CourierError, ListQuery, Listed, NoticeKind};
use crate::subject::SubjectId;

/// How many people are looked at between two looks into the store's lists.
const PORTION: usize = 200;
/// So long before it can be put off no longer, people are told.
const GRACE_NOTICE: Duration = Duration::from_secs(3 * 86_400);

impl SecondFactor {
    /// Tells people what will be required of them, and that it can soon be put off no longer: each of
    /// them once.
    pub(super) async fn remind(&self, tenant: &str) -> Result<(), Fault> {
        self.settle(tenant).await?;
        let store = &self.administration()?.store;
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
                    if let Some(told) = rollout.and_then(|rollout| self.to_come(rollout)) {
                        self.tell_to_come(&subject, told).await?;
                    }
                }
            }
        }
        Ok(())
    }

    fn to_come(&self, rollout: Rollout) -> Option<Told> {
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

    async fn tell_to_come(&self, subject: &SubjectId, told: Told) -> Result<(), Fault> {
        let Some(stored) = self.load(subject).await? else { return Ok(()) };
        let record = &*stored.record;
        if record.mail().has_told(told) || record.is_enrolled() {
            return Ok(());
        }
        let Some((to, profile)) = told_at(record) else { return Ok(()) };
        let kind = match told {
            Told::Announced(from) => NoticeKind::Announced { from },
            Told::GraceEnding(until) => NoticeKind::GraceEnding { until },
        };
        let id = DeliveryId::from_bytes(self.random()?);
        let language = profile.language().map(Into::into);
        let content = Content::Notice(kind);
        let message = self.message(id, to, profile.label(), language, content, self.now());
        let handed = self
            .hand_over(subject, &message, |record| {
                let is_new = !record.mail().has_told(told);
                if is_new {
                    record.mail_mut().tell(told);
                }
                is_new
            })
            .await;
        match handed {
            Handed::Sent => tokio::time::sleep(self.inner.settings.mail_pace).await,
            Handed::NotWanted => {}
            Handed::Failed { error, marked } => {
                tracing::warn!(target: "countersign", %error, "a notice was not delivered");
                if let CourierError::NotSent(_) | CourierError::Later(_) = error {
                    if marked {
                        self.change(subject, |record| {
                            record.mail_mut().untell(told);
                            Ok(Change::Some(()))
                        })
                        .await?;
                    }
                } else {
                    let delivery = match error {
                        CourierError::Unsure(_) => Delivery::Unsure,
                        CourierError::NotSent(_)
                        | CourierError::Later(_)
                        | CourierError::Refused(_) => Delivery::Failed,
                    };
                    let event = Event::MessageNotDelivered(kind.name(), delivery);
                    self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
                }
            }
        }
        Ok(())
    }
}
