//! Settling rows: working out where people are on the way to a second factor, under the rules as they
//! are and at the time that it is.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::fault::Fault;
use crate::flow::SecondFactor;
use crate::policy::{Facts, Rules};
use crate::port::{Settled, Version};

/// How many rows are settled at a time.
const AT_A_TIME: usize = 500;

/// Whether there may be more to settle.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "it goes on or it is done")]
pub enum Settling {
    /// Every row is settled.
    Done,
    /// It goes on behind the scenes.
    GoesOn,
}

impl SecondFactor {
    /// Settles some rows at once, and the rest behind the scenes.
    pub(in crate::flow) async fn settle(&self, tenant: &str) -> Result<Settling, Fault> {
        if self.settle_some(tenant).await? < AT_A_TIME {
            return Ok(Settling::Done);
        }
        let administration = self.administration()?;
        if !administration.settling.swap(true, Ordering::SeqCst) {
            let (this, tenant) = (self.clone(), Arc::<str>::from(tenant));
            let work = async move {
                loop {
                    match this.settle_some(&tenant).await {
                        Ok(settled) if settled == AT_A_TIME => tokio::task::yield_now().await,
                        Ok(_) => break,
                        Err(fault) => {
                            tracing::warn!(target: "countersign", %fault, "lists are not settled");
                            break;
                        }
                    }
                }
                if let Ok(administration) = this.administration() {
                    administration.settling.store(false, Ordering::SeqCst);
                }
            };
            if !self.behind(work) {
                administration.settling.store(false, Ordering::SeqCst);
            }
        }
        Ok(Settling::GoesOn)
    }

    async fn settle_some(&self, tenant: &str) -> Result<usize, Fault> {
        let administration = self.administration()?;
        let (version, rules) = self.rules_of(tenant).await?;
        let version = administration.settled_under(version, self.inner.policy.rules());
        let now = self.now();
        let found = administration.store.unsettled(tenant, version, now, AT_A_TIME);
        let found = self.bounded(found).await?;
        let rows: Vec<Settled> = found
            .iter()
            .filter_map(|(subject, stored)| self.settled(subject, stored, (version, &rules)))
            .collect();
        self.bounded(administration.store.settle(&rows)).await?;
        Ok(found.len())
    }

    fn settled(
        &self,
        subject: &crate::subject::SubjectId,
        stored: &crate::port::Stored,
        (version, rules): (Version, &Rules),
    ) -> Option<Settled> {
        let record = &*stored.record;
        let facts = Facts::known(subject, record.terms().profile()?);
        let verdict = self.inner.policy.verdict(rules, &facts, &record.known(), self.now());
        Some(Settled {
            subject: subject.clone(),
            version: stored.version,
            rules: version,
            rollout: verdict.rollout,
            changes_at: verdict.changes_at,
        })
    }
}
