//! How things are written in the tables, and read again.

use std::sync::Arc;

use countersign::port::{Counted, StoreError, Stored, Version};
use countersign::record::Record;
use countersign::time::Timestamp;

/// A record of the table.
pub(super) fn stored(version: i64, record: &[u8]) -> Result<Stored, StoreError> {
    let version = self::version(version)?;
    let record = Record::from_bytes(record).map_err(StoreError::corrupt)?;
    Ok(Stored { version, record: Arc::new(record) })
}

/// A version of the table: the first one is [`Version::FIRST`].
pub(super) fn version(version: i64) -> Result<Version, StoreError> {
    let version = u64::try_from(version).map_err(StoreError::corrupt)?;
    if version < Version::FIRST.as_u64() {
        return Err(StoreError::corrupt("version 0 is never written"));
    }
    Ok(Version::from_u64(version))
}

/// As SQLite counts. It has 63 bits for what rises by one.
pub(super) fn number(version: Version) -> Result<i64, StoreError> {
    i64::try_from(version.as_u64()).map_err(StoreError::unavailable)
}

/// Seconds. What lies beyond SQLite's integers is the end of time.
pub(super) fn seconds(at: Timestamp) -> i64 {
    i64::try_from(at.as_unix()).unwrap_or(i64::MAX)
}

/// A moment of the table.
pub(super) fn moment(seconds: i64) -> Result<Timestamp, StoreError> {
    match u64::try_from(seconds) {
        Ok(_) if seconds == i64::MAX => Ok(Timestamp::from_unix(u64::MAX)),
        Ok(seconds) => Ok(Timestamp::from_unix(seconds)),
        Err(error) => Err(StoreError::corrupt(error)),
    }
}

/// How many rows; what SQLite cannot count is as good as all.
pub(super) fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// What a list is called: its kind and its name.
pub(super) fn list(of: &Counted) -> (&'static str, &str) {
    match of {
        Counted::Everyone => ("everyone", ""),
        Counted::Domain(name) => ("domain", name),
        Counted::Role(name) => ("role", name),
    }
}

/// Whom a list is of.
pub(super) fn counted(kind: &str, name: String) -> Result<Counted, StoreError> {
    match kind {
        "everyone" => Ok(Counted::Everyone),
        "domain" => Ok(Counted::Domain(name.into())),
        "role" => Ok(Counted::Role(name.into())),
        other => Err(StoreError::corrupt(format!("a list of the kind {other}"))),
    }
}

/// Why a statement gave no answer.
pub(super) fn failed(error: sqlx::Error) -> StoreError {
    if matches!(error, sqlx::Error::ColumnDecode { .. }) {
        StoreError::corrupt(error)
    } else {
        StoreError::unavailable(error)
    }
}
