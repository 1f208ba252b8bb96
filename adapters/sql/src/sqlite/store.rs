//! The store: one row a subject, one statement a call.
//!
//! | call | statement | decided by |
//! |---|---|---|
//! | load | a read by primary key | the row |
//! | swap, nothing expected | `INSERT ... ON CONFLICT DO NOTHING` | the row count |
//! | swap, a version expected | `UPDATE ... WHERE version = ?` | the row count |
//!
//! Every statement is a transaction of its own, so a call that is dropped half-way leaves the record
//! stored or not, and no transaction open.
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
use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::{location, schema};

/// How long a writer of another process is waited for: as long as a store may take by default.
const BUSY: Duration = Duration::from_secs(5);
/// How many reads go on at a time.
const READERS: u32 = 8;
/// How often, and how long after each other, a database that others are opening is tried.
const OPENINGS: u32 = 100;
const BETWEEN_OPENINGS: Duration = Duration::from_millis(20);
/// `SQLITE_BUSY`, without what the higher bits add to it.
const SQLITE_BUSY: i32 = 5;

/// Records in a SQLite file, on a disk of this machine. Clones share its connections; several
/// processes may open one file.
#[derive(Clone)]
pub struct SqliteStore {
    file: PathBuf,
    readers: SqlitePool,
    writer: SqlitePool,
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
        let row: Result<Option<(i64, Vec<u8>)>, _> = sqlx::query_as(
            "SELECT version, record FROM countersign_subjects WHERE tenant = ? AND subject = ?",
        )
        .bind(subject.tenant())
        .bind(subject.key())
        .fetch_optional(&self.readers)
        .await;
        match row {
            Ok(None) => Ok(None),
            Ok(Some((version, record))) => stored(version, &record).map(Some),
            Err(error @ sqlx::Error::ColumnDecode { .. }) => Err(StoreError::corrupt(error)),
            Err(error) => Err(StoreError::unavailable(error)),
        }
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        let statement = match expected {
            None => sqlx::query(
                "INSERT INTO countersign_subjects (tenant, subject, version, record)
                 VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            ),
            Some(_) => sqlx::query(
                "UPDATE countersign_subjects SET version = ?3, record = ?4
                 WHERE tenant = ?1 AND subject = ?2 AND version = ?5",
            ),
        };
        let statement = statement
            .bind(subject.tenant())
            .bind(subject.key())
            .bind(number(expected.map_or(Version::FIRST, Version::next))?)
            .bind(record.to_bytes());
        let statement = match expected {
            None => statement,
            Some(expected) => statement.bind(number(expected)?),
        };
        let done = statement.execute(&self.writer).await.map_err(StoreError::unavailable)?;
        match done.rows_affected() {
            0 => Ok(Swapped::Conflict),
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

fn stored(version: i64, record: &[u8]) -> Result<Stored, StoreError> {
    let version = u64::try_from(version).map_err(StoreError::corrupt)?;
    if version < Version::FIRST.as_u64() {
        return Err(StoreError::corrupt("version 0 is never written"));
    }
    let record = Record::from_bytes(record).map_err(StoreError::corrupt)?;
    Ok(Stored { version: Version::from_u64(version), record: Arc::new(record) })
}

/// As SQLite counts. It has 63 bits for what rises by one.
fn number(version: Version) -> Result<i64, StoreError> {
    i64::try_from(version.as_u64()).map_err(StoreError::unavailable)
}
