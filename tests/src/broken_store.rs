//! A store that breaks when it is told to.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;

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
}

/// A store that is in [`Trouble`] from when it is told to be. Clones are the same one.
#[derive(Clone, Debug)]
pub struct BrokenStore {
    store: SharedStore,
    trouble: Arc<Mutex<Trouble>>,
}

impl BrokenStore {
    /// A store in no trouble yet.
    #[must_use]
    pub fn over(store: SharedStore) -> Self {
        Self { store, trouble: Arc::default() }
    }

    /// From now on.
    pub fn suffer(&self, trouble: Trouble) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    fn trouble(&self) -> Trouble {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Store for BrokenStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        match self.trouble() {
            Trouble::Gone => Err(StoreError::unavailable("connection refused")),
            Trouble::Silent => core::future::pending().await,
            Trouble::Corrupt => match Record::from_bytes(b"garbage") {
                Ok(_) => Err(StoreError::unavailable("garbage was read as a record")),
                Err(unreadable) => Err(StoreError::corrupt(unreadable)),
            },
            Trouble::None | Trouble::ReadOnly | Trouble::Unacknowledged | Trouble::Contended => {
                self.store.load(subject).await
            }
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
            Trouble::None | Trouble::Corrupt => self.store.swap(subject, expected, record).await,
        }
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.store.ready().await
    }
}
