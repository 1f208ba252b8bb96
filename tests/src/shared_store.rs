//! One store in several hands.

use core::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::event::Entry;
use countersign::port::{
    AdministrationStore, Count, ListQuery, Listed, LogQuery, Settled, Store, StoreError, Stored,
    StoredRules, StoredWork, Swapped, Version,
};
use countersign::record::Record;
use countersign::subject::SubjectId;
use countersign::time::Timestamp;

/// A store of whatever kind. Clones are the same one.
#[derive(Clone)]
#[expect(clippy::exhaustive_structs, reason = "tests build it")]
pub struct SharedStore(pub Arc<dyn AdministrationStore>);

#[async_trait]
impl Store for SharedStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        self.0.load(subject).await
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        self.0.swap(subject, expected, record).await
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.0.ready().await
    }
}

#[async_trait]
impl AdministrationStore for SharedStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        self.0.rules(tenant, known).await
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        self.0.swap_rules(tenant, expected, rules).await
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        self.0.load_with_rules(subject, known).await
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        self.0.unsettled(tenant, rules, now, most).await
    }

    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError> {
        self.0.settle(rows).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        self.0.list(query).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        self.0.counts(tenant).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        self.0.append(entry).await
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        self.0.entries(query).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        self.0.tenants().await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        self.0.work(tenant).await
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        self.0.swap_work(tenant, expected, work).await
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        self.0.owing(before, skip, most).await
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        self.0.erase(subject, expected, pseudonym).await
    }
}

impl fmt::Debug for SharedStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedStore(..)")
    }
}
