//! Settling rows: working out where people are on the way to a second factor, under the rules as they
//! are and at the time that it is.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::fault::Fault;
use crate::flow::SecondFactor;
use crate::policy::{Facts, Rules};
use crate::port::{Settled, Stored, Version};
use crate::subject::SubjectId;

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

/// That this process settles the rows of a tenant. Dropping it ends that, whatever has become of the
/// work.
struct AtIt {
    running: Arc<Mutex<HashSet<Arc<str>>>>,
    tenant: Arc<str>,
}

impl AtIt {
    fn begin(running: &Arc<Mutex<HashSet<Arc<str>>>>, tenant: &str) -> Option<Self> {
        let tenant = Arc::<str>::from(tenant);
        let is_new =
            running.lock().unwrap_or_else(PoisonError::into_inner).insert(Arc::clone(&tenant));
        is_new.then(|| Self { running: Arc::clone(running), tenant })
    }
}

impl Drop for AtIt {
    fn drop(&mut self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.tenant);
    }
}

/// The rows that were settled first. Another process that has other rules in code unsettles what this
/// one settles, and the other way round, for as long as both go on.
#[derive(Default)]
struct First {
    rows: HashMap<SubjectId, Version>,
    came_back: usize,
}

impl First {
    /// Whether as many of the rows that were settled first have come back, as they were, as there are.
    fn have_come_back(&mut self, found: &[(SubjectId, Stored)]) -> bool {
        let found = found.iter().map(|(subject, stored)| (subject.clone(), stored.version));
        if self.rows.is_empty() {
            self.rows = found.collect();
            return false;
        }
        self.came_back +=
            found.filter(|(subject, version)| self.rows.get(subject) == Some(version)).count();
        self.came_back >= self.rows.len()
    }
}

impl SecondFactor {
    /// Settles some rows at once, and the rest behind the scenes.
    pub(in crate::flow) async fn settle(&self, tenant: &str) -> Result<Settling, Fault> {
        if self.settle_some(tenant).await?.len() < AT_A_TIME {
            return Ok(Settling::Done);
        }
        if let Some(at_it) = AtIt::begin(&self.administration()?.settling, tenant) {
            let this = self.clone();
            self.behind(async move { this.settle_all(&at_it.tenant).await });
        }
        Ok(Settling::GoesOn)
    }

    /// Settles rows until there are none, or none but those that another process unsettles.
    async fn settle_all(&self, tenant: &str) {
        let mut first = First::default();
        loop {
            match self.settle_some(tenant).await {
                Ok(found) if found.len() < AT_A_TIME => break,
                Ok(found) if first.have_come_back(&found) => {
                    let why = "another process has other rules in code: lists are not settled";
                    tracing::warn!(target: "countersign", "{why}");
                    break;
                }
                Ok(_) => tokio::task::yield_now().await,
                Err(fault) => {
                    tracing::warn!(target: "countersign", %fault, "lists are not settled");
                    break;
                }
            }
        }
    }

    /// Settles some rows, and says which.
    async fn settle_some(&self, tenant: &str) -> Result<Vec<(SubjectId, Stored)>, Fault> {
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
        Ok(found)
    }

    fn settled(
        &self,
        subject: &SubjectId,
        stored: &Stored,
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
