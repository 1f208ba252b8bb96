//! A store that lets others go first.

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

#[async_trait]
impl AdministrationStore for RestingStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        yield_now().await;
        let done = self.0.rules(tenant, known).await;
        yield_now().await;
        done
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        yield_now().await;
        let done = self.0.swap_rules(tenant, expected, rules).await;
        yield_now().await;
        done
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        yield_now().await;
        let done = self.0.load_with_rules(subject, known).await;
        yield_now().await;
        done
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
        yield_now().await;
        let done = self.0.settle(rows).await;
        yield_now().await;
        done
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        self.0.list(query).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        self.0.counts(tenant).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        yield_now().await;
        let done = self.0.append(entry).await;
        yield_now().await;
        done
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        self.0.entries(query).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        self.0.tenants().await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        yield_now().await;
        let done = self.0.work(tenant).await;
        yield_now().await;
        done
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        yield_now().await;
        let done = self.0.swap_work(tenant, expected, work).await;
        yield_now().await;
        done
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        yield_now().await;
        let done = self.0.owing(before, skip, most).await;
        yield_now().await;
        done
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        yield_now().await;
        let done = self.0.erase(subject, expected, pseudonym).await;
        yield_now().await;
        done
    }
}
