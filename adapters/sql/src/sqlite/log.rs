//! The log: rows are added, and a key in them becomes a pseudonym. Nothing takes one away.

use countersign::event::Entry;
use countersign::port::{LogQuery, StoreError};
use countersign::subject::SubjectId;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::SqliteStore;
use super::written::{count, failed, moment, seconds};

/// All entries of a tenant.
pub(super) const OF_TENANT: &str = "
    SELECT tenant, subject, actor_tenant, actor, event, detail, reason, at
    FROM countersign_log INDEXED BY countersign_log_of_tenant
    WHERE tenant = ?1 ORDER BY id DESC LIMIT ?2 OFFSET ?3";
/// Those about one person.
pub(super) const OF_SUBJECT: &str = "
    SELECT tenant, subject, actor_tenant, actor, event, detail, reason, at
    FROM countersign_log INDEXED BY countersign_log_of_subject
    WHERE tenant = ?1 AND subject = ?4 ORDER BY id DESC LIMIT ?2 OFFSET ?3";

/// A pseudonym for the person to whom it happened.
pub(super) const RENAME_SUBJECT: &str =
    "UPDATE countersign_log SET subject = ?3 WHERE tenant = ?1 AND subject = ?2";
/// A pseudonym for the person whose hand it was.
pub(super) const RENAME_ACTOR: &str =
    "UPDATE countersign_log SET actor = ?3 WHERE actor_tenant = ?1 AND actor = ?2";

pub(super) async fn append(store: &SqliteStore, entry: &Entry) -> Result<(), StoreError> {
    let actor = entry.actor.as_ref();
    sqlx::query(
        "INSERT INTO countersign_log (tenant, subject, actor_tenant, actor, event, detail, reason, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )
    .bind(entry.subject.tenant())
    .bind(entry.subject.key())
    .bind(actor.map(SubjectId::tenant))
    .bind(actor.map(SubjectId::key))
    .bind(&*entry.event)
    .bind(entry.detail.as_deref())
    .bind(entry.reason.as_deref())
    .bind(seconds(entry.at))
    .execute(&store.writer)
    .await
    .map(drop)
    .map_err(failed)
}

pub(super) async fn read(store: &SqliteStore, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
    let statement = match &query.subject {
        None => sqlx::query(OF_TENANT),
        Some(_) => sqlx::query(OF_SUBJECT),
    };
    let statement = statement.bind(&*query.tenant).bind(count(query.most)).bind(count(query.skip));
    let statement = match &query.subject {
        None => statement,
        Some(key) => statement.bind(&**key),
    };
    let rows = statement.fetch_all(&store.readers).await.map_err(failed)?;
    rows.iter().map(entry).collect()
}

fn entry(row: &SqliteRow) -> Result<Entry, StoreError> {
    let text = |column: &str| row.try_get::<Option<String>, _>(column).map_err(failed);
    let word = |column: &str| row.try_get::<String, _>(column).map_err(failed);
    let at = moment(row.try_get("at").map_err(failed)?)?;
    let subject = SubjectId::of_tenant(word("tenant")?, word("subject")?);
    let mut entry = Entry::written(word("event")?.into(), subject, at);
    entry.detail = text("detail")?.map(Into::into);
    entry.reason = text("reason")?.map(Into::into);
    entry.actor = match (text("actor_tenant")?, text("actor")?) {
        (Some(tenant), Some(key)) => Some(SubjectId::of_tenant(tenant, key)),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return Err(StoreError::corrupt("half an actor")),
    };
    Ok(entry)
}

/// Puts a pseudonym in the place of a key, as whom it happened to and as whose hand it was.
pub(super) async fn rename(
    connection: &mut SqliteConnection,
    subject: &SubjectId,
    pseudonym: &str,
) -> Result<(), sqlx::Error> {
    for statement in [RENAME_SUBJECT, RENAME_ACTOR] {
        sqlx::query(statement)
            .bind(subject.tenant())
            .bind(subject.key())
            .bind(pseudonym)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
