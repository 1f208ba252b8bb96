//! A store that breaks when it is told to.

use std::collections::HashSet;
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

use crate::shared_store::SharedStore;

/// What is wrong with a store.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "tests name each")]
pub enum Trouble {
    /// Nothing.
    #[default]
    None,
    /// It cannot be reached.
    Gone,
    /// It never answers.
    Silent,
    /// What it holds is no record.
    Corrupt,
    /// It reads, and cannot write.
    ReadOnly,
    /// It writes, and the answer is lost.
    Unacknowledged,
    /// Somebody else is always faster.
    Contended,
    /// Its log takes nothing more.
    NoLog,
}

/// A store that is in [`Trouble`] from when it is told to be. Clones are the same one.
#[derive(Clone, Debug)]
pub struct BrokenStore {
    store: SharedStore,
    trouble: Arc<Mutex<Trouble>>,
    unreadable: Arc<Mutex<HashSet<SubjectId>>>,
}

impl BrokenStore {
    /// A store in no trouble yet.
    #[must_use]
    pub fn over(store: SharedStore) -> Self {
        Self { store, trouble: Arc::default(), unreadable: Arc::default() }
    }

    /// From now on.
    pub fn suffer(&self, trouble: Trouble) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    /// From now on the record of this subject is none, and all others are.
    pub fn garble(&self, subject: SubjectId) {
        self.unreadable.lock().unwrap_or_else(PoisonError::into_inner).insert(subject);
    }

    fn is_garbled(&self, subject: &SubjectId) -> bool {
        self.unreadable.lock().unwrap_or_else(PoisonError::into_inner).contains(subject)
    }

    fn trouble(&self) -> Trouble {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What becomes of reading beside the records.
    async fn read<T>(
        &self,
        read: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        match self.trouble() {
            Trouble::Gone => Err(StoreError::unavailable("connection refused")),
            Trouble::Silent => core::future::pending().await,
            Trouble::None
            | Trouble::Corrupt
            | Trouble::ReadOnly
            | Trouble::Unacknowledged
            | Trouble::Contended
            | Trouble::NoLog => read.await,
        }
    }

    /// What becomes of writing beside the records.
    async fn write<T>(
        &self,
        write: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        match self.trouble() {
            Trouble::Gone => Err(StoreError::unavailable("connection refused")),
            Trouble::Silent => core::future::pending().await,
            Trouble::ReadOnly => Err(StoreError::unavailable("disk full")),
            Trouble::Unacknowledged => {
                write.await?;
                Err(StoreError::unavailable("connection reset"))
            }
            Trouble::None | Trouble::Corrupt | Trouble::Contended | Trouble::NoLog => write.await,
        }
    }
}

#[async_trait]
impl Store for BrokenStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        let trouble = match self.is_garbled(subject) {
            true => Trouble::Corrupt,
            false => self.trouble(),
        };
        match trouble {
            Trouble::Gone => Err(StoreError::unavailable("connection refused")),
            Trouble::Silent => core::future::pending().await,
            Trouble::Corrupt => match Record::from_bytes(b"garbage") {
                Ok(_) => Err(StoreError::unavailable("garbage was read as a record")),
                Err(unreadable) => Err(StoreError::corrupt(unreadable)),
            },
            Trouble::None
            | Trouble::ReadOnly
            | Trouble::Unacknowledged
            | Trouble::Contended
            | Trouble::NoLog => self.store.load(subject).await,
        }
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        match self.trouble() {
            Trouble::Gone => Err(StoreError::unavailable("connection refused")),
            Trouble::Silent => core::future::pending().await,
            Trouble::ReadOnly => Err(StoreError::unavailable("disk full")),
            Trouble::Unacknowledged => {
                let _stored = self.store.swap(subject, expected, record).await?;
                Err(StoreError::unavailable("connection reset"))
            }
            Trouble::Contended => Ok(Swapped::Conflict),
            Trouble::None | Trouble::Corrupt | Trouble::NoLog => {
                self.store.swap(subject, expected, record).await
            }
        }
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.store.ready().await
    }
}

#[async_trait]
impl AdministrationStore for BrokenStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        self.read(self.store.rules(tenant, known)).await
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        if self.trouble() == Trouble::Contended {
            return Ok(Swapped::Conflict);
        }
        self.write(self.store.swap_rules(tenant, expected, rules)).await
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        // A record that cannot be read is found by the load.
        let stored = self.load(subject).await?;
        Ok((stored, self.rules(subject.tenant(), known).await?))
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        self.read(self.store.unsettled(tenant, rules, now, most)).await
    }

    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError> {
        self.write(self.store.settle(rows)).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        self.read(self.store.list(query)).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        self.read(self.store.counts(tenant)).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        if self.trouble() == Trouble::NoLog {
            return Err(StoreError::unavailable("disk full"));
        }
        self.write(self.store.append(entry)).await
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        self.read(self.store.entries(query)).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        self.read(self.store.tenants()).await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        self.read(self.store.work(tenant)).await
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        if self.trouble() == Trouble::Contended {
            return Ok(Swapped::Conflict);
        }
        self.write(self.store.swap_work(tenant, expected, work)).await
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        self.read(self.store.owing(before, skip, most)).await
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        if self.trouble() == Trouble::Contended && expected.is_some() {
            return Ok(Swapped::Conflict);
        }
        self.write(self.store.erase(subject, expected, pseudonym)).await
    }
}
