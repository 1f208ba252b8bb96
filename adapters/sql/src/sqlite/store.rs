//! The store: one row a subject.
//!
//! | call | statement | decided by |
//! |---|---|---|
//! | load | a read by primary key | the row |
//! | swap that changes no list, nothing expected | `INSERT ... ON CONFLICT DO NOTHING` | the row count |
//! | swap that changes no list, a version expected | `UPDATE ... WHERE version = ?` | the row count |
//! | swap that changes a list | one of both, and the list's rows, in a transaction | the row count |
//!
//! Whether a swap changes a list is decided by the statement itself: the update finds the record only
//! if the row beside it is the one that the new record would have. If it finds nothing, the row is
//! another one, or the version is; the transaction tells.
//!
//! Every other statement is a transaction of its own, so a call that is dropped half-way leaves the
//! record stored or not, and no transaction open: what was begun and not committed is rolled back
//! before the connection is used again.
//!
//! SQLite has one writer at a time. Swaps of this process share one connection, where they wait in
//! line; many connections would wait by trying again, which is unfair and ends in `SQLITE_BUSY`.
//! Reads have connections of their own and, with the write-ahead log, wait for nobody. Only writers
//! of other processes meet the busy timeout.

use core::fmt;
use core::time::Duration;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Row, Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;
use sqlx::query::Query;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Sqlite, SqlitePool, Transaction};

use super::written::{failed, number, seconds, stored};
use super::{location, rows, schema};

/// How long a writer of another process is waited for: as long as a store may take by default.
const BUSY: Duration = Duration::from_secs(5);
/// How many reads go on at a time.
const READERS: u32 = 8;
/// How often, and how long after each other, a database that others are opening is tried.
const OPENINGS: u32 = 100;
const BETWEEN_OPENINGS: Duration = Duration::from_millis(20);
/// [`Version::FIRST`], as SQLite counts.
const FIRST: i64 = 1;
/// `SQLITE_BUSY`, without what the higher bits add to it.
const SQLITE_BUSY: i32 = 5;

/// Records in a SQLite file, on a disk of this machine. Clones share its connections; several
/// processes may open one file.
#[derive(Clone)]
pub struct SqliteStore {
    file: PathBuf,
    pub(super) readers: SqlitePool,
    pub(super) writer: SqlitePool,
}

impl SqliteStore {
    /// Opens a database: `sqlite:countersign.db`, or a path as it is. It is created if it is missing,
    /// readable by this user only. The tables are our own; the file may hold others.
    ///
    /// # Errors
    /// The name is none of a file, the file cannot be opened, is no database, or was written by a
    /// newer version.
    pub async fn open(url_or_path: &str) -> Result<Self, StoreError> {
        let file = location::locate(url_or_path).map_err(StoreError::unavailable)?;
        location::create_if_missing(&file).map_err(StoreError::unavailable)?;
        let options = SqliteConnectOptions::new()
            .filename(&file)
            // A file that is taken away must be missed, not replaced by an empty one.
            .create_if_missing(false)
            .journal_mode(SqliteJournalMode::Wal)
            // With less, a power cut may take back the last swaps: a spent code would count again.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY);
        let writer = open_writer(&options).await.map_err(StoreError::unavailable)?;
        let mut transaction =
            writer.begin_with("BEGIN IMMEDIATE").await.map_err(StoreError::unavailable)?;
        schema::make(&mut transaction).await?;
        transaction.commit().await.map_err(StoreError::unavailable)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_with(options)
            .await
            .map_err(StoreError::unavailable)?;
        Ok(Self { file, readers, writer })
    }

    /// Begins to write. It is rolled back if it is dropped.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)
    }

    /// Stores a record with its row, whatever the row was before.
    async fn swap_with_row(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Record,
        (row, written): (Option<Row<'_>>, Option<&[u8]>),
    ) -> Result<Swapped, StoreError> {
        let version = number(expected.map_or(Version::FIRST, Version::next))?;
        let mut transaction = self.begin().await?;
        let statement = match expected {
            None => insert(subject, record),
            Some(expected) => sqlx::query(
                "UPDATE countersign_subjects SET version = ?3, record = ?4, owes = ?6
                 WHERE tenant = ?1 AND subject = ?2 AND version = ?5",
            )
            .bind(subject.tenant())
            .bind(subject.key())
            .bind(version)
            .bind(record.to_bytes())
            .bind(number(expected)?)
            .bind(record.owes_since().map(seconds)),
        };
        let done = statement.execute(&mut *transaction).await.map_err(failed)?;
        if done.rows_affected() == 0 {
            transaction.rollback().await.map_err(failed)?;
            return Ok(Swapped::Conflict);
        }
        match (row, written) {
            (Some(row), Some(written)) => {
                rows::write(&mut transaction, subject, version, (&row, written)).await
            }
            (None, _) | (_, None) => rows::remove(&mut transaction, subject).await,
        }
        .map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        Ok(Swapped::Done)
    }
}

/// Opens the connection that writes. Going over to the write-ahead log is the one step for which
/// SQLite does not wait until others, who are opening the database too, are done.
async fn open_writer(options: &SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let mut left = OPENINGS;
    loop {
        let pool = SqlitePoolOptions::new().max_connections(1);
        match pool.connect_with(options.clone()).await {
            Err(error) if left > 0 && is_busy(&error) => left = left.saturating_sub(1),
            opened => return opened,
        }
        tokio::time::sleep(BETWEEN_OPENINGS).await;
    }
}

fn is_busy(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.and_then(|code| code.parse::<i32>().ok()).is_some_and(|code| code & 0xff == SQLITE_BUSY)
}

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        let row: Option<(i64, Vec<u8>)> = sqlx::query_as(
            "SELECT version, record FROM countersign_subjects WHERE tenant = ? AND subject = ?",
        )
        .bind(subject.tenant())
        .bind(subject.key())
        .fetch_optional(&self.readers)
        .await
        .map_err(failed)?;
        row.map(|(version, record)| stored(version, &record)).transpose()
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        let row = Row::of(record);
        let written = row.map(|row| row.written());
        let statement = match (expected, &row) {
            (None, Some(_)) => {
                return self
                    .swap_with_row(subject, expected, record, (row, written.as_deref()))
                    .await;
            }
            (None, None) => insert(subject, record),
            (Some(expected), _) => sqlx::query(
                "UPDATE countersign_subjects SET version = ?3, record = ?4, owes = ?7
                 WHERE tenant = ?1 AND subject = ?2 AND version = ?5
                     AND (SELECT terms FROM countersign_people
                          WHERE tenant = ?1 AND subject = ?2) IS ?6",
            )
            .bind(subject.tenant())
            .bind(subject.key())
            .bind(number(expected.next())?)
            .bind(record.to_bytes())
            .bind(number(expected)?)
            .bind(written.as_deref())
            .bind(record.owes_since().map(seconds)),
        };
        let done = statement.execute(&self.writer).await.map_err(failed)?;
        match (done.rows_affected(), expected) {
            (0, None) => Ok(Swapped::Conflict),
            (0, Some(_)) => {
                self.swap_with_row(subject, expected, record, (row, written.as_deref())).await
            }
            _ => Ok(Swapped::Done),
        }
    }

    async fn ready(&self) -> Result<(), StoreError> {
        schema::check(&self.readers).await
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").field("file", &self.file).finish_non_exhaustive()
    }
}

fn insert<'q>(subject: &'q SubjectId, record: &Record) -> Query<'q, Sqlite, SqliteArguments> {
    sqlx::query(
        "INSERT INTO countersign_subjects (tenant, subject, version, record, owes)
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
    )
    .bind(subject.tenant())
    .bind(subject.key())
    .bind(FIRST)
    .bind(record.to_bytes())
    .bind(record.owes_since().map(seconds))
}
