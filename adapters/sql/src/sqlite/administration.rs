//! What administrators keep and look into.

use std::sync::Arc;

use async_trait::async_trait;
use countersign::event::Entry;
use countersign::port::{
    AdministrationStore, Count, ListQuery, Listed, LogQuery, Settled, StoreError, Stored,
    StoredRules, StoredWork, Swapped, Version,
};
use countersign::subject::SubjectId;
use countersign::time::Timestamp;

use super::written::{failed, number};
use super::{SqliteStore, lists, log, owing, rows, rules, work};

#[async_trait]
impl AdministrationStore for SqliteStore {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        rules::read(self, tenant, known).await
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        rules::swap(self, tenant, expected, rules).await
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        rules::load_with(self, subject, known).await
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        rows::unsettled(self, tenant, rules, now, most).await
    }

    async fn settle(&self, settled: &[Settled]) -> Result<(), StoreError> {
        rows::settle(self, settled).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        lists::page(self, query).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        lists::counts(self, tenant).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        log::append(self, entry).await
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        log::read(self, query).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        lists::tenants(self).await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        work::read(self, tenant).await
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        work::swap(self, tenant, expected, work).await
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        owing::read(self, before, skip, most).await
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        let mut transaction = self.begin().await?;
        let expected = expected.map(number).transpose()?;
        let gone = sqlx::query(
            "DELETE FROM countersign_subjects
             WHERE tenant = ?1 AND subject = ?2 AND version = coalesce(?3, version)",
        )
        .bind(subject.tenant())
        .bind(subject.key())
        .bind(expected)
        .execute(&mut *transaction)
        .await
        .map_err(failed)?;
        if expected.is_some() && gone.rows_affected() == 0 {
            return Ok(Swapped::Conflict);
        }
        log::rename(&mut transaction, subject, pseudonym).await.map_err(failed)?;
        rows::remove(&mut transaction, subject).await.map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        Ok(Swapped::Done)
    }
}
