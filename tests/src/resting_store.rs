//! A store that lets others go first.

use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;
use tokio::task::yield_now;

use crate::shared_store::SharedStore;

/// A store that rests before and after every call. Even in memory, a call is then interrupted where
/// a call over a network would be.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "tests build it")]
pub struct RestingStore(pub SharedStore);

#[async_trait]
impl Store for RestingStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        yield_now().await;
        let found = self.0.load(subject).await;
        yield_now().await;
        found
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        yield_now().await;
        let swapped = self.0.swap(subject, expected, record).await;
        yield_now().await;
        swapped
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.0.ready().await
    }
}
