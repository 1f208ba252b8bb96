//! A store that counts what is asked of it.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;

use crate::shared_store::SharedStore;

/// How often a store was asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "tests compare it")]
pub struct Calls {
    /// Loads.
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
}

impl CountingStore {
    /// Begins to count.
    #[must_use]
    pub fn over(store: SharedStore) -> Self {
        Self { store, loads: Arc::default(), swaps: Arc::default() }
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
