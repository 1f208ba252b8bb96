//! A store that breaks when a journey says so.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;
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
