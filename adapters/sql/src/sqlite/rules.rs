//! The rules of administrators: one row a tenant.

use countersign::port::{StoreError, Stored, StoredRules, Swapped, Version};
use countersign::subject::SubjectId;

use super::SqliteStore;
use super::versioned::Versioned;
use super::written::{failed, number, stored};

/// The columns of a record and of rules; each may be missing.
type Both = (Option<i64>, Option<Vec<u8>>, Option<i64>, Option<Vec<u8>>);

const SWAP: Versioned = Versioned {
    first: "INSERT INTO countersign_rules (tenant, version, rules)
            VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    next: "UPDATE countersign_rules SET version = ?2, rules = ?3
           WHERE tenant = ?1 AND version = ?4",
};

pub(super) async fn read(
    store: &SqliteStore,
    tenant: &str,
    known: Option<Version>,
) -> Result<Option<StoredRules>, StoreError> {
    let row: Option<(i64, Option<Vec<u8>>)> = sqlx::query_as(
        "SELECT version, CASE WHEN version IS ?2 THEN NULL ELSE rules END
         FROM countersign_rules WHERE tenant = ?1",
    )
    .bind(tenant)
    .bind(known.map(number).transpose()?)
    .fetch_optional(&store.readers)
    .await
    .map_err(failed)?;
    let (version, rules) = row.map_or((None, None), |(version, rules)| (Some(version), rules));
    news(version, rules, known)
}

pub(super) async fn swap(
    store: &SqliteStore,
    tenant: &str,
    expected: Version,
    rules: &[u8],
) -> Result<Swapped, StoreError> {
    SWAP.swap(store, tenant, expected, rules).await
}

/// A record and the rules of its tenant, from one statement and so from one moment.
pub(super) async fn load_with(
    store: &SqliteStore,
    subject: &SubjectId,
    known: Option<Version>,
) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
    let (version, record, rules_version, rules): Both = sqlx::query_as(
        "SELECT s.version, s.record, r.version, CASE WHEN r.version IS ?3 THEN NULL ELSE r.rules END
         FROM (SELECT 1)
         LEFT JOIN countersign_subjects AS s ON s.tenant = ?1 AND s.subject = ?2
         LEFT JOIN countersign_rules AS r ON r.tenant = ?1",
    )
    .bind(subject.tenant())
    .bind(subject.key())
    .bind(known.map(number).transpose()?)
    .fetch_one(&store.readers)
    .await
    .map_err(failed)?;
    let stored = match (version, record) {
        (Some(version), Some(record)) => Some(stored(version, &record)?),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return Err(StoreError::corrupt("half a record")),
    };
    Ok((stored, news(rules_version, rules, known)?))
}

/// What is told of the rules to somebody who knows a version of them.
fn news(
    version: Option<i64>,
    rules: Option<Vec<u8>>,
    known: Option<Version>,
) -> Result<Option<StoredRules>, StoreError> {
    let version = u64::try_from(version.unwrap_or(0)).map_err(StoreError::corrupt)?;
    let version = Version::from_u64(version);
    match (version, rules) {
        (version, _) if known == Some(version) => Ok(None),
        (Version::NONE, None) => Ok(Some(StoredRules { version, bytes: Vec::new() })),
        (_, Some(bytes)) => Ok(Some(StoredRules { version, bytes })),
        (_, None) => Err(StoreError::corrupt("rules without their bytes")),
    }
}
