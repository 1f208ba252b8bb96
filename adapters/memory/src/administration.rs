//! Lists, rules, the log and the work behind the scenes: everybody is looked at, every time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_trait::async_trait;
use countersign::event::Entry;
use countersign::port::{
    AdministrationStore, Count, Counted, ListQuery, Listed, LogQuery, Row, Settled, StoreError,
    Stored, StoredRules, StoredWork, Swapped, Version, folded,
};
use countersign::subject::SubjectId;
use countersign::time::Timestamp;

use crate::MemoryStore;
use crate::store::{Held, Kept, Settling};

/// What a search found somebody by, in the order of the list.
#[derive(Eq, Ord, PartialEq, PartialOrd)]
enum By {
    Label(String),
    Address(String),
    Key(String),
}

impl Held {
    /// Who is in the lists of a tenant.
    fn listed(&self, tenant: &str) -> impl Iterator<Item = (&SubjectId, &Kept, Row<'_>)> {
        let people = self.people.iter().filter(move |(subject, _)| subject.tenant() == tenant);
        people.filter_map(|(subject, kept)| Some((subject, kept, Row::of(&kept.stored.record)?)))
    }

    fn rules_of(&self, tenant: &str, known: Option<Version>) -> Option<StoredRules> {
        let none = || StoredRules { version: Version::NONE, bytes: Vec::new() };
        let rules = self.rules.get(tenant).cloned().unwrap_or_else(none);
        (known != Some(rules.version)).then_some(rules)
    }
}

impl Kept {
    fn is_settled(&self, rules: Version, now: Timestamp) -> bool {
        match &self.settling {
            Settling::Never | Settling::Once(_) => false,
            Settling::Done(settled) => {
                settled.rules == rules && settled.changes_at.is_none_or(|at| now < at)
            }
        }
    }
}

/// By what somebody is found, if at all.
fn found(subject: &SubjectId, row: &Row<'_>, begins: Option<&str>) -> Option<By> {
    let Some(begins) = begins else { return Some(By::Label(row.label())) };
    let begins_so = |text: &String| text.starts_with(begins);
    let label = Some(row.label()).filter(begins_so).map(By::Label);
    let address = || row.address().filter(begins_so).map(By::Address);
    let key = || Some(folded(subject.key())).filter(begins_so).map(By::Key);
    label.or_else(address).or_else(key)
}

#[async_trait]
impl AdministrationStore for MemoryStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        Ok(self.read().rules_of(tenant, known))
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        let mut held = self.write();
        let version = held.rules.get(tenant).map_or(Version::NONE, |rules| rules.version);
        if version != expected {
            return Ok(Swapped::Conflict);
        }
        let rules = StoredRules { version: expected.next(), bytes: rules.to_vec() };
        held.rules.insert(tenant.to_owned(), rules);
        Ok(Swapped::Done)
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        let held = self.read();
        let stored = held.people.get(subject).map(|kept| kept.stored.clone());
        Ok((stored, held.rules_of(subject.tenant(), known)))
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        let held = self.read();
        let unsettled = held.listed(tenant).filter(|(_, kept, _)| !kept.is_settled(rules, now));
        let unsettled = unsettled.map(|(subject, kept, _)| (subject.clone(), kept.stored.clone()));
        Ok(unsettled.take(most).collect())
    }

    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError> {
        let mut held = self.write();
        for settled in rows {
            let kept = held.people.get_mut(&settled.subject);
            let Some(kept) = kept.filter(|kept| Row::of(&kept.stored.record).is_some()) else {
                continue;
            };
            if (kept.changed..=kept.stored.version).contains(&settled.version) {
                kept.settling = Settling::Done(settled.clone());
            }
        }
        Ok(())
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        let (begins, among) = (query.begins(), query.among());
        let held = self.read();
        let mut people: Vec<(By, Listed)> = held
            .listed(&query.tenant)
            .filter(|(_, _, row)| {
                let counted = row.counted();
                among.iter().all(|of| counted.contains(of))
            })
            .filter_map(|(subject, kept, row)| {
                let rollout = kept.settling.last().map(|settled| settled.rollout);
                let is_meant = query
                    .status
                    .is_none_or(|status| rollout.is_some_and(|rollout| rollout.name() == status));
                let by = found(subject, &row, begins.as_deref()).filter(|_| is_meant)?;
                let (subject, profile) = (subject.clone(), row.person());
                Some((by, Listed { subject, profile, rollout }))
            })
            .collect();
        people.sort_unstable_by(|(by, one), (other, two)| {
            by.cmp(other).then_with(|| one.subject.cmp(&two.subject))
        });
        let page = people.into_iter().skip(query.skip).take(query.most);
        Ok(page.map(|(_, listed)| listed).collect())
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        let held = self.read();
        let mut counts = BTreeMap::<(Counted, &'static str), u64>::new();
        for (_, kept, row) in held.listed(tenant) {
            let Some(settled) = kept.settling.last() else { continue };
            for of in row.counted() {
                let people = counts.entry((of, settled.rollout.name())).or_default();
                *people = people.saturating_add(1);
            }
        }
        let counts = counts.into_iter();
        Ok(counts.map(|((of, status), people)| Count { of, status, people }).collect())
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        self.write().log.push(entry.clone());
        Ok(())
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        let held = self.read();
        let entries = held.log.iter().rev().filter(|entry| {
            let (subject, about) = (&entry.subject, query.subject.as_deref());
            subject.tenant() == &*query.tenant && about.is_none_or(|key| subject.key() == key)
        });
        Ok(entries.skip(query.skip).take(query.most).cloned().collect())
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        let held = self.read();
        let listed = held.people.iter().filter(|(_, kept)| Row::of(&kept.stored.record).is_some());
        let tenants: BTreeSet<&str> = listed.map(|(subject, _)| subject.tenant()).collect();
        Ok(tenants.into_iter().map(Arc::from).collect())
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        let none = || StoredWork { version: Version::NONE, bytes: Vec::new() };
        Ok(self.read().work.get(tenant).cloned().unwrap_or_else(none))
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        let mut held = self.write();
        let version = held.work.get(tenant).map_or(Version::NONE, |work| work.version);
        if version != expected {
            return Ok(Swapped::Conflict);
        }
        let work = StoredWork { version: expected.next(), bytes: work.to_vec() };
        held.work.insert(tenant.to_owned(), work);
        Ok(Swapped::Done)
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        let held = self.read();
        let mut owing: Vec<(Timestamp, &SubjectId)> = held
            .people
            .iter()
            .filter_map(|(subject, kept)| Some((kept.stored.record.owes_since()?, subject)))
            .filter(|(since, _)| *since <= before)
            .collect();
        owing.sort_unstable();
        Ok(owing.into_iter().skip(skip).take(most).map(|(_, subject)| subject.clone()).collect())
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        let mut held = self.write();
        let version = held.people.get(subject).map(|kept| kept.stored.version);
        if expected.is_some() && version != expected {
            return Ok(Swapped::Conflict);
        }
        let nobody = SubjectId::of_tenant(subject.tenant(), Arc::<str>::from(pseudonym));
        held.people.remove(subject);
        for entry in &mut held.log {
            if entry.subject == *subject {
                entry.subject = nobody.clone();
            }
            if entry.actor.as_ref() == Some(subject) {
                entry.actor = Some(nobody.clone());
            }
        }
        Ok(Swapped::Done)
    }
}
