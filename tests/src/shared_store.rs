//! One store in several hands.

use core::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;

/// A store of whatever kind. Clones are the same one.
#[derive(Clone)]
#[expect(clippy::exhaustive_structs, reason = "tests build it")]
pub struct SharedStore(pub Arc<dyn Store>);

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

impl fmt::Debug for SharedStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedStore(..)")
    }
}
