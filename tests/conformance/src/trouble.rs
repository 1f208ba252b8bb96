//! A store that breaks when a journey says so.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::event::Entry;
use countersign::port::{
    AdministrationStore, Count, ListQuery, Listed, LogQuery, Settled, Store, StoreError, Stored,
    StoredRules, StoredWork, Swapped, Version,
};
use countersign::record::Record;
use countersign::subject::SubjectId;
use countersign::time::Timestamp;
use countersign_memory::MemoryStore;

use crate::settings::Trouble;

/// A store in memory that is in trouble from when it is told to be. Clones are one.
#[derive(Clone, Debug, Default)]
pub(crate) struct TroubledStore {
    store: Arc<MemoryStore>,
    trouble: Arc<Mutex<Trouble>>,
}

impl TroubledStore {
    pub(crate) fn suffer(&self, trouble: Trouble) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    fn trouble(&self) -> Trouble {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn gone() -> StoreError {
    StoreError::unavailable("connection refused")
}

#[async_trait]
impl Store for TroubledStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        match self.trouble() {
            Trouble::None | Trouble::FirstFactor | Trouble::StoreReadOnly => {
                self.store.load(subject).await
            }
            Trouble::StoreGone => Err(gone()),
            Trouble::StoreCorrupt => match Record::from_bytes(b"garbage") {
                Ok(_) => Err(gone()),
                Err(unreadable) => Err(StoreError::corrupt(unreadable)),
            },
        }
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        match self.trouble() {
            Trouble::None | Trouble::FirstFactor => {
                self.store.swap(subject, expected, record).await
            }
            Trouble::StoreGone | Trouble::StoreReadOnly | Trouble::StoreCorrupt => Err(gone()),
        }
    }

    async fn ready(&self) -> Result<(), StoreError> {
        match self.trouble() {
            Trouble::None | Trouble::FirstFactor => Ok(()),
            Trouble::StoreGone | Trouble::StoreReadOnly | Trouble::StoreCorrupt => Err(gone()),
        }
    }
}

impl TroubledStore {
    fn reads(&self) -> Result<&MemoryStore, StoreError> {
        match self.trouble() {
            Trouble::None | Trouble::FirstFactor | Trouble::StoreReadOnly => Ok(&self.store),
            Trouble::StoreGone | Trouble::StoreCorrupt => Err(gone()),
        }
    }

    fn writes(&self) -> Result<&MemoryStore, StoreError> {
        match self.trouble() {
            Trouble::None | Trouble::FirstFactor => Ok(&self.store),
            Trouble::StoreGone | Trouble::StoreReadOnly | Trouble::StoreCorrupt => Err(gone()),
        }
    }
}

#[async_trait]
impl AdministrationStore for TroubledStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        self.reads()?.rules(tenant, known).await
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        self.writes()?.swap_rules(tenant, expected, rules).await
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        self.reads()?.unsettled(tenant, rules, now, most).await
    }

    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError> {
        self.writes()?.settle(rows).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        self.reads()?.list(query).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        self.reads()?.counts(tenant).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        self.writes()?.append(entry).await
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        self.reads()?.entries(query).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        self.reads()?.tenants().await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        self.reads()?.work(tenant).await
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        self.writes()?.swap_work(tenant, expected, work).await
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        self.reads()?.owing(before, skip, most).await
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        self.writes()?.erase(subject, expected, pseudonym).await
    }
}
