//! The rows of the lists: how they come into being, are settled, and go.
//!
//! A row changes in the transaction of the swap that changes it, and only then: see
//! [`store`](super::store). Settling writes where somebody is, and leaves alone whatever has changed
//! since it was worked out.

use std::collections::BTreeSet;

use countersign::port::{Row, Settled, StoreError, Stored, Version, folded};
use countersign::subject::SubjectId;
use countersign::time::Timestamp;
use sqlx::SqliteConnection;

use super::SqliteStore;
use super::written::{count, failed, list, number, seconds, stored};

/// How many rows are settled in one transaction: it keeps every other writer waiting.
const AT_A_TIME: usize = 100;

/// Who is unsettled; a row says which rules it was settled under, -1 if under none.
pub(super) const UNSETTLED: &str = "
    SELECT s.subject, s.version, s.record
    FROM (SELECT person FROM countersign_people WHERE tenant = ?1 AND rules < ?2
          UNION ALL
          SELECT person FROM countersign_people WHERE tenant = ?1 AND rules > ?2
          UNION ALL
          SELECT person FROM countersign_people
          WHERE tenant = ?1 AND rules = ?2 AND changes_at <= ?3
          LIMIT ?4 OFFSET ?5) AS u
    CROSS JOIN countersign_people AS p ON p.person = u.person
    CROSS JOIN countersign_subjects AS s ON s.tenant = p.tenant AND s.subject = p.subject";
/// Settles one row. A person who was erased and has come back since begins with the first version
/// anew; that the record is not older than what was settled keeps what was said of the one before
/// from them.
pub(super) const SETTLE: &str = "
    UPDATE countersign_people
    SET rules = ?4, changes_at = ?5, status = ?6, status_at = ?7, status_left = ?8
    WHERE tenant = ?1 AND subject = ?2 AND changed <= ?3
        AND EXISTS (SELECT 1 FROM countersign_subjects
                    WHERE tenant = ?1 AND subject = ?2 AND version >= ?3)";

/// Writes the row of a record that has become `version`, unsettled.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    subject: &SubjectId,
    version: i64,
    (row, written): (&Row<'_>, &[u8]),
) -> Result<(), sqlx::Error> {
    let label = row.label();
    let person: i64 = sqlx::query_scalar(
        "INSERT INTO countersign_people (tenant, subject, changed, terms, label, address, key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (tenant, subject) DO UPDATE SET changed = excluded.changed,
             terms = excluded.terms, label = excluded.label, address = excluded.address, rules = -1
         RETURNING person",
    )
    .bind(subject.tenant())
    .bind(subject.key())
    .bind(version)
    .bind(written)
    .bind(&label)
    .bind(row.address())
    .bind(folded(subject.key()))
    .fetch_one(&mut *connection)
    .await?;
    let before: BTreeSet<(String, String, String)> = sqlx::query_as(
        "SELECT kind, name, label FROM countersign_listed JOIN countersign_lists USING (list)
         WHERE person = ?1",
    )
    .bind(person)
    .fetch_all(&mut *connection)
    .await?
    .into_iter()
    .collect();
    let counted = row.counted();
    let named = counted.iter().map(list);
    let after: BTreeSet<(String, String, String)> =
        named.map(|(kind, name)| (kind.to_owned(), name.to_owned(), label.clone())).collect();
    if before == after {
        return Ok(());
    }
    sqlx::query("DELETE FROM countersign_listed WHERE person = ?1")
        .bind(person)
        .execute(&mut *connection)
        .await?;
    for (kind, name, _) in &after {
        sqlx::query(
            "INSERT INTO countersign_lists (tenant, kind, name) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )
        .bind(subject.tenant())
        .bind(kind)
        .bind(name)
        .execute(&mut *connection)
        .await?;
        sqlx::query(
            "INSERT INTO countersign_listed (person, list, label, subject, status)
             SELECT p.person, l.list, p.label, p.subject, p.status
             FROM countersign_people AS p, countersign_lists AS l
             WHERE p.person = ?1 AND l.tenant = p.tenant AND l.kind = ?2 AND l.name = ?3",
        )
        .bind(person)
        .bind(kind)
        .bind(name)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// Takes a row away.
pub(super) async fn remove(
    connection: &mut SqliteConnection,
    subject: &SubjectId,
) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM countersign_people WHERE tenant = ?1 AND subject = ?2")
        .bind(subject.tenant())
        .bind(subject.key())
        .execute(connection)
        .await
        .map(drop)
}

pub(super) async fn unsettled(
    store: &SqliteStore,
    tenant: &str,
    rules: Version,
    now: Timestamp,
    most: usize,
) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
    let mut found = Vec::new();
    let mut unreadable: usize = 0;
    loop {
        let left = most.saturating_sub(found.len());
        let rows: Vec<(String, i64, Vec<u8>)> = sqlx::query_as(UNSETTLED)
            .bind(tenant)
            .bind(number(rules)?)
            .bind(seconds(now))
            .bind(count(left))
            .bind(count(unreadable.saturating_add(found.len())))
            .fetch_all(&store.readers)
            .await
            .map_err(failed)?;
        let is_last = rows.len() < left || left == 0;
        for (subject, version, record) in rows {
            match stored(version, &record) {
                Ok(stored) => found.push((SubjectId::of_tenant(tenant, subject), stored)),
                Err(_) => unreadable = unreadable.saturating_add(1),
            }
        }
        if is_last || found.len() >= most {
            return Ok(found);
        }
    }
}

pub(super) async fn settle(store: &SqliteStore, rows: &[Settled]) -> Result<(), StoreError> {
    for some in rows.chunks(AT_A_TIME) {
        let mut transaction = store.begin().await?;
        for settled in some {
            settle_one(&mut transaction, settled).await?;
        }
        transaction.commit().await.map_err(failed)?;
    }
    Ok(())
}

async fn settle_one(
    connection: &mut SqliteConnection,
    settled: &Settled,
) -> Result<(), StoreError> {
    let rollout = settled.rollout;
    sqlx::query(SETTLE)
        .bind(settled.subject.tenant())
        .bind(settled.subject.key())
        .bind(number(settled.version)?)
        .bind(number(settled.rules)?)
        .bind(settled.changes_at.map(seconds))
        .bind(rollout.name())
        .bind(rollout.moment().map(seconds))
        .bind(rollout.left())
        .execute(connection)
        .await
        .map(drop)
        .map_err(failed)
}
