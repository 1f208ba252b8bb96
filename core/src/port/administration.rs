//! What a store does besides keeping records, if there are administration pages: lists, rules, and a
//! log that can be read.

use std::sync::Arc;

use async_trait::async_trait;

use super::{Count, ListQuery, Listed, Settled, Store, StoreError, Stored, Swapped, Version};
use crate::event::Entry;
use crate::subject::SubjectId;
use crate::time::Timestamp;

/// A store that administrators can look into.
///
/// A row of its lists is what [`Row`](super::Row) takes from a record; a record without a profile is in
/// no list. Where its person is on the way to a second factor depends on rules and on time as well, so
/// a row is *unsettled*
/// - from when it comes into being,
/// - from a [`swap`](Store::swap) on that changes it (most do not: a code that is spent changes no row),
/// - while it was settled under another version of the rules than is asked for,
/// - from the moment on that was given as [`Settled::changes_at`].
///
/// Whoever looks at a list first settles what is unsettled. Until then lists and counts say what was
/// settled last; somebody who was never settled is listed without a status and not counted.
///
/// # What an implementation owes
/// - A swap and what it changes in the lists are stored together or not at all.
/// - No tenant sees, changes or counts anything of another.
/// - A call that is dropped half-way leaves lists and counts in agreement with each other.
#[async_trait]
pub trait AdministrationStore: Store {
    /// The rules of a tenant's administrators, if their version is not `known`: whoever knows none is
    /// always told. A tenant without rules has the version [`Version::NONE`] and no bytes.
    ///
    /// # Errors
    /// The store does not answer.
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError>;

    /// Replaces the rules of a tenant if their version is still `expected`; [`Version::NONE`]: if there
    /// are none yet. The new version is [`expected.next()`](Version::next). It is stored for good, and
    /// seen by every later read on every machine, before it is [`Swapped::Done`].
    ///
    /// # Errors
    /// The store does not answer. The rules may be replaced or not.
    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError>;

    /// A record and, if they are others than those known, the rules of its tenant. A store that can
    /// answer both at once does.
    ///
    /// # Errors
    /// As [`Store::load`] and [`rules`](Self::rules).
    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        Ok((self.load(subject).await?, self.rules(subject.tenant(), known).await?))
    }

    /// Up to `most` records of a tenant whose rows are unsettled at `now` under the rules of version
    /// `rules`, in any order. A record that cannot be read is passed over: one damaged record must
    /// not close the lists of all others, and loading it says what is wrong.
    ///
    /// # Errors
    /// The store does not answer.
    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError>;

    /// Settles rows. One that has changed since the record of [`Settled::version`] was read stays as it
    /// is, and one that is gone stays gone.
    ///
    /// # Errors
    /// The store does not answer. Some rows may be settled.
    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError>;

    /// A page of a list, ordered by label and key. Of a search, those come first whose label begins so,
    /// then those whose address does, then those whose key does, each by that and by key; nobody comes
    /// twice. Labels, addresses and keys are compared [`folded`](super::folded).
    ///
    /// # Errors
    /// The store does not answer.
    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError>;

    /// How many people of a tenant there are, by status: of all, of each domain, of each role, in
    /// order. What nobody is of is left out. In a database it costs no more with a million of them.
    ///
    /// # Errors
    /// The store does not answer.
    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError>;

    /// Adds an entry to the log.
    ///
    /// # Errors
    /// The store does not answer. The entry may be there or not.
    async fn append(&self, entry: &Entry) -> Result<(), StoreError>;

    /// Entries of the log, the one that was added last first.
    ///
    /// # Errors
    /// The store does not answer.
    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError>;

    /// The tenants of which there is anybody in the lists, each once, in order.
    ///
    /// # Errors
    /// The store does not answer.
    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError>;

    /// The work that goes on behind the scenes for a tenant. Where there never was any, it has the
    /// version [`Version::NONE`] and no bytes.
    ///
    /// # Errors
    /// The store does not answer.
    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError>;

    /// Replaces the work of a tenant if its version is still `expected`; the new version is
    /// [`expected.next()`](Version::next). As [`swap_rules`](Self::swap_rules), it is stored for good
    /// before it is [`Swapped::Done`].
    ///
    /// # Errors
    /// The store does not answer. The work may be replaced or not.
    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError>;

    /// Up to `most` subjects, of all tenants, whose records say that their person is still to be told
    /// something of `before` or earlier ([`Record::owes_since`](crate::record::Record::owes_since)); those
    /// first who have waited longest, without the first `skip`. In a database it costs no more with a million records that owe nothing.
    ///
    /// # Errors
    /// The store does not answer.
    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError>;

    /// Takes a record away with its row, and puts `pseudonym` in the place of the person's key in the
    /// log, as the one it happened to and as the one who did it, with the tenant as it was. All that
    /// is one step, and only if the record has the version that is expected; `None`: whatever is there,
    /// and if nothing is. A later [`swap`](Store::swap) that expects the record meets a conflict.
    ///
    /// # Errors
    /// The store does not answer. It may be done or not, and can be done again.
    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError>;
}

/// A store in several hands is one store.
#[async_trait]
impl<S: AdministrationStore + ?Sized> AdministrationStore for Arc<S> {
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError> {
        (**self).rules(tenant, known).await
    }

    async fn swap_rules(
        &self,
        tenant: &str,
        expected: Version,
        rules: &[u8],
    ) -> Result<Swapped, StoreError> {
        (**self).swap_rules(tenant, expected, rules).await
    }

    async fn load_with_rules(
        &self,
        subject: &SubjectId,
        known: Option<Version>,
    ) -> Result<(Option<Stored>, Option<StoredRules>), StoreError> {
        (**self).load_with_rules(subject, known).await
    }

    async fn unsettled(
        &self,
        tenant: &str,
        rules: Version,
        now: Timestamp,
        most: usize,
    ) -> Result<Vec<(SubjectId, Stored)>, StoreError> {
        (**self).unsettled(tenant, rules, now, most).await
    }

    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError> {
        (**self).settle(rows).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError> {
        (**self).list(query).await
    }

    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError> {
        (**self).counts(tenant).await
    }

    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        (**self).append(entry).await
    }

    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        (**self).entries(query).await
    }

    async fn tenants(&self) -> Result<Vec<Arc<str>>, StoreError> {
        (**self).tenants().await
    }

    async fn work(&self, tenant: &str) -> Result<StoredWork, StoreError> {
        (**self).work(tenant).await
    }

    async fn swap_work(
        &self,
        tenant: &str,
        expected: Version,
        work: &[u8],
    ) -> Result<Swapped, StoreError> {
        (**self).swap_work(tenant, expected, work).await
    }

    async fn owing(
        &self,
        before: Timestamp,
        skip: usize,
        most: usize,
    ) -> Result<Vec<SubjectId>, StoreError> {
        (**self).owing(before, skip, most).await
    }

    async fn erase(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        pseudonym: &str,
    ) -> Result<Swapped, StoreError> {
        (**self).erase(subject, expected, pseudonym).await
    }
}

/// Rules as they are stored.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "stores build it")]
pub struct StoredRules {
    /// Their version.
    pub version: Version,
    /// What [`Rules::to_bytes`](crate::policy::Rules::to_bytes) wrote; empty at [`Version::NONE`].
    pub bytes: Vec<u8>,
}

/// Work behind the scenes, as it is stored.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "stores build it")]
pub struct StoredWork {
    /// Its version.
    pub version: Version,
    /// What was given to [`AdministrationStore::swap_work`]; empty at [`Version::NONE`].
    pub bytes: Vec<u8>,
}

/// Which entries are looked for.
#[derive(Clone, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "stores read it")]
pub struct LogQuery {
    /// In which tenant.
    pub tenant: Arc<str>,
    /// About whom only: the application's key.
    pub subject: Option<Arc<str>>,
    /// How many are passed over.
    pub skip: usize,
    /// How many at the most.
    pub most: usize,
}
