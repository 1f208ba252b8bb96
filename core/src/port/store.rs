//! Where records are kept.

use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;

use crate::record::Record;
use crate::subject::SubjectId;

/// Which writing of a record. It only rises.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Version(u64);

impl Version {
    /// The first writing.
    pub const FIRST: Self = Self(1);
    /// The version of what is not there.
    pub const NONE: Self = Self(0);

    /// The writing after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// As a number.
    #[must_use]
    pub const fn as_u64(self) -> u64 {
        self.0
    }

    /// From what [`as_u64`](Self::as_u64) gave.
    #[must_use]
    pub const fn from_u64(number: u64) -> Self {
        Self(number)
    }
}

/// A record as it was read.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "stores build it")]
pub struct Stored {
    /// Which writing.
    pub version: Version,
    /// What it says.
    pub record: Arc<Record>,
}

/// What became of a swap.
#[expect(clippy::exhaustive_enums, reason = "a swap is done or it is not")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[must_use = "a conflict has to be tried again"]
pub enum Swapped {
    /// The record is stored.
    Done,
    /// The version in the store is another one; nothing has changed.
    Conflict,
}

/// Why a store did not answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// It cannot be reached, or failed.
    #[error("the store failed: {0}")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
    /// It answered with something that is no record.
    #[error("a stored record cannot be read: {0}")]
    Corrupt(#[source] Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// The store cannot be reached, or failed.
    #[must_use]
    pub fn unavailable(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unavailable(source.into())
    }

    /// The store answered with something that is no record.
    #[must_use]
    pub fn corrupt(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Corrupt(source.into())
    }
}

/// Where records are kept: one value a subject, replaced only if it is still the one that was read.
///
/// # What an implementation owes
/// - `swap` is atomic and durable before it says [`Swapped::Done`], and seen by every later `load` on
///   every machine.
/// - `load` says `None` only if it is certain that there is no record. Whatever is doubtful is an
///   error: a subject without a record has no second factor.
/// - A call that is dropped half-way has either stored the record or not.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Reads the record of a subject.
    ///
    /// # Errors
    /// The store does not answer, or holds something that is no record.
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError>;

    /// Stores a record, if the version is still `expected`; `None`: if there is none.
    ///
    /// The new version is [`Version::next`] of the one expected, or [`Version::FIRST`].
    ///
    /// # Errors
    /// The store does not answer. The record may have been stored nevertheless.
    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError>;

    /// Whether the store answers.
    ///
    /// # Errors
    /// It does not.
    async fn ready(&self) -> Result<(), StoreError>;
}

/// A store in several hands is one store.
#[async_trait]
impl<S: Store + ?Sized> Store for Arc<S> {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        (**self).load(subject).await
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        (**self).swap(subject, expected, record).await
    }

    async fn ready(&self) -> Result<(), StoreError> {
        (**self).ready().await
    }
}
