//! The store: a map behind a lock.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;

/// Records in memory. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    records: Arc<RwLock<HashMap<SubjectId, Stored>>>,
}

// A poisoned lock is opened: no call leaves the map half-changed, so a panic elsewhere has not
// damaged it.
#[async_trait]
impl Store for MemoryStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        let records = self.records.read().unwrap_or_else(PoisonError::into_inner);
        Ok(records.get(subject).cloned())
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        let mut records = self.records.write().unwrap_or_else(PoisonError::into_inner);
        match (records.entry(subject.clone()), expected) {
            (Entry::Vacant(empty), None) => {
                empty.insert(Stored { version: Version::FIRST, record: Arc::clone(record) });
                Ok(Swapped::Done)
            }
            (Entry::Occupied(mut held), Some(expected)) if held.get().version == expected => {
                held.insert(Stored { version: expected.next(), record: Arc::clone(record) });
                Ok(Swapped::Done)
            }
            (Entry::Vacant(_) | Entry::Occupied(_), _) => Ok(Swapped::Conflict),
        }
    }

    async fn ready(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
