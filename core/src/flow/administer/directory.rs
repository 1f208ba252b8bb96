//! Taking over whom the application knows, so that the lists have those who never signed in.

use std::sync::Arc;
use std::sync::PoisonError;

use crate::fault::Fault;
use crate::flow::SecondFactor;
use crate::flow::transact::Change;
use crate::policy::{Facts, Rules};
use crate::subject::{Profile, SubjectId};
use crate::time::Timestamp;

/// How many people are asked for at a time.
const AT_A_TIME: usize = 500;
/// After so many seconds the application is asked anew.
const STALE: u64 = 600;

impl SecondFactor {
    /// Takes over everybody whom the application's [`Directory`](crate::port::Directory) knows in a
    /// tenant, and says how many there were. The administration page does so by itself, now and then;
    /// it can be begun anew at any time.
    ///
    /// # Errors
    /// Something is broken. Those before are taken over.
    pub async fn take_over_directory(&self, tenant: &str) -> Result<usize, Fault> {
        let mut after: Option<Arc<str>> = None;
        let mut people = 0;
        while let Some((count, last)) = self.take_over_some(tenant, after.as_deref()).await? {
            people += count;
            if count < AT_A_TIME {
                break;
            }
            after = Some(last);
        }
        Ok(people)
    }

    /// The first ones at once, so that they are on the page; the others behind the scenes.
    pub(super) async fn follow_directory(&self, tenant: &str) {
        if !self.is_directory_stale(tenant) {
            return;
        }
        match self.take_over_some(tenant, None).await {
            Err(fault) => {
                tracing::warn!(target: "countersign", %fault, "the directory cannot be read");
            }
            Ok(Some((AT_A_TIME, _))) => {
                let (this, tenant) = (self.clone(), Arc::<str>::from(tenant));
                let work = async move {
                    if let Err(fault) = this.take_over_directory(&tenant).await {
                        tracing::warn!(target: "countersign", %fault, "the directory was left half-way");
                    }
                };
                self.behind(work);
            }
            Ok(_) => {}
        }
    }

    /// Whether it is time to ask again; if so, it counts as asked.
    fn is_directory_stale(&self, tenant: &str) -> bool {
        let Ok(administration) = self.administration() else { return false };
        if administration.directory.is_none() {
            return false;
        }
        let now = self.now();
        let mut asked = administration.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let last = asked.get(tenant).copied().unwrap_or(Timestamp::EPOCH);
        let stale = now.since(last).is_none_or(|age| age.as_secs() >= STALE);
        if stale {
            asked.insert(tenant.into(), now);
        }
        stale
    }

    async fn take_over_some(
        &self,
        tenant: &str,
        after: Option<&str>,
    ) -> Result<Option<(usize, Arc<str>)>, Fault> {
        let Some(directory) = &self.administration()?.directory else { return Ok(None) };
        let people = directory.people(tenant, after, AT_A_TIME).await;
        let people =
            people.map_err(|source| Fault::caused(crate::fault::FaultKind::Principal, source))?;
        let (_, rules) = self.rules_of(tenant).await?;
        for (key, profile) in &people {
            let subject = SubjectId::of_tenant(tenant, Arc::clone(key));
            self.take_over(&subject, profile, &rules).await?;
        }
        Ok(people.last().map(|(key, _)| (people.len(), Arc::clone(key))))
    }

    async fn take_over(
        &self,
        subject: &SubjectId,
        profile: &Profile,
        rules: &Rules,
    ) -> Result<(), Fault> {
        let known = self.load(subject).await?;
        let before = known.as_ref().and_then(|known| known.record.terms().profile());
        if before.is_some_and(|before| *before == profile.clone().after(Some(before))) {
            return Ok(());
        }
        let now = self.now();
        self.change(subject, |record| {
            let before =
                record.terms().profile().filter(|before| !before.is_same_to_rules(profile));
            let before = before.map(|before| Facts::known(subject, before));
            let facts = Facts::known(subject, profile);
            let keeps = before.is_some()
                && self.verdict_after(before, rules, &facts, Some(record), now).keeps;
            let terms = record.terms_mut();
            if keeps {
                terms.keep(now);
            }
            terms.seen(profile.clone(), now);
            Ok(Change::Some(()))
        })
        .await
    }
}
