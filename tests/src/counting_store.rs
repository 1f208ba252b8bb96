//! A store that counts what is asked of it.

use core::sync::atomic::{AtomicUsize, Ordering};
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

use crate::shared_store::SharedStore;

/// How often a store was asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "tests compare it")]
pub struct Calls {
    /// Loads, of rules too; a record and its rules at once are one.
    pub loads: usize,
    /// Swaps, whatever became of them.
    pub swaps: usize,
}

/// A store that counts loads and swaps. Clones count together.
#[derive(Clone, Debug)]
pub struct CountingStore {
    store: SharedStore,
    loads: Arc<AtomicUsize>,
    swaps: Arc<AtomicUsize>,
    work: Arc<AtomicUsize>,
}

impl CountingStore {
    /// Begins to count.
    #[must_use]
    pub fn over(store: SharedStore) -> Self {
        Self { store, loads: Arc::default(), swaps: Arc::default(), work: Arc::default() }
    }

    /// How often it was written down how far work behind the scenes has come, since this was asked last.
    #[must_use]
    pub fn take_work(&self) -> usize {
        self.work.swap(0, Ordering::SeqCst)
    }

    /// What was counted since this was asked last.
    #[must_use]
    pub fn take(&self) -> Calls {
        Calls {
            loads: self.loads.swap(0, Ordering::SeqCst),
            swaps: self.swaps.swap(0, Ordering::SeqCst),
        }
    }
}

#[async_trait]
impl Store for CountingStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        self.loads.fetch_add(1, Ordering::SeqCst);
        self.store.load(subject).await
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        self.swaps.fetch_add(1, Ordering::SeqCst);
        self.store.swap(subject, expected, record).await
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.store.ready().await
    }
}

#[async_trait]
impl AdministrationStore for CountingStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        self.loads.fetch_add(1, Ordering::SeqCst);
        self.store.rules(tenant, known).await
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        self.store.swap_rules(tenant, expected, rules).await
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        self.loads.fetch_add(1, Ordering::SeqCst);
        self.store.load_with_rules(subject, known).await
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        self.store.unsettled(tenant, rules, now, most).await
    }

    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError> {
        self.store.settle(rows).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        self.store.list(query).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        self.store.counts(tenant).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        self.store.append(entry).await
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        self.store.entries(query).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        self.store.tenants().await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        self.store.work(tenant).await
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        self.work.fetch_add(1, Ordering::SeqCst);
        self.store.swap_work(tenant, expected, work).await
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        self.store.owing(before, skip, most).await
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        self.store.erase(subject, expected, pseudonym).await
    }
}
