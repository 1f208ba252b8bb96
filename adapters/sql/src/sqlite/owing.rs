//! Who is still to be told something. The record says so, and the column beside it is written in the same
//! statement.

use countersign::port::StoreError;
use countersign::subject::SubjectId;
use countersign::time::Timestamp;

use super::SqliteStore;
use super::written::{count, failed, seconds};

/// Those first who have waited longest.
pub(super) const OWING: &str = "
    SELECT tenant, subject FROM countersign_subjects
    WHERE owes <= ?1 ORDER BY owes, tenant, subject LIMIT ?2 OFFSET ?3";

pub(super) async fn read(
    store: &SqliteStore,
    before: Timestamp,
    skip: usize,
    most: usize,
) -> Result<Vec<SubjectId>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(OWING)
        .bind(seconds(before))
        .bind(count(most))
        .bind(count(skip))
        .fetch_all(&store.readers)
        .await
        .map_err(failed)?;
    Ok(rows.into_iter().map(|(tenant, key)| SubjectId::of_tenant(tenant, key)).collect())
}
