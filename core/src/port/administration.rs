//! What a store does besides keeping records, if there are administration pages: lists, rules, and a
//! log that can be read.

use std::sync::Arc;

use async_trait::async_trait;

use super::{Store, StoreError, Stored, Swapped, Version};
use crate::event::Entry;
use crate::policy::Rollout;
use crate::subject::{Profile, SubjectId};
use crate::time::Timestamp;

/// A store that administrators can look into.
///
/// A row of its lists is made by [`Store::swap`] from [`Record::terms`](crate::record::Record::terms);
/// a record without a profile is in no list. Where its person is on the way to a second factor depends
/// on rules and on time as well, so the row is *unsettled* by every swap, by every change of the
/// tenant's rules, and when the moment has come at which it changes by itself. Whoever looks at a list
/// first settles what is unsettled.
#[async_trait]
pub trait AdministrationStore: Store {
    /// The rules of a tenant's administrators, if they are others than those of version `known`.
    /// [`Version::NONE`] is the version of a tenant without rules.
    ///
    /// # Errors
    /// The store does not answer.
    async fn rules(
        &self,
        tenant: &str,
        known: Option<Version>,
    ) -> Result<Option<StoredRules>, StoreError>;

    /// Replaces the rules of a tenant if their version is still `expected`. The new version is
    /// [`expected.next()`](Version::next).
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
    /// `rules`.
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

    /// Settles rows. One whose record has changed since it was read stays unsettled.
    ///
    /// # Errors
    /// The store does not answer. Some rows may be settled.
    async fn settle(&self, rows: &[Settled]) -> Result<(), StoreError>;

    /// A page of a list, ordered by label and key.
    ///
    /// # Errors
    /// The store does not answer.
    async fn list(&self, query: &ListQuery) -> Result<Vec<Listed>, StoreError>;

    /// How many people of a tenant there are, by status: of all, of each domain, of each role. It
    /// costs no more with a million of them.
    ///
    /// # Errors
    /// The store does not answer.
    async fn counts(&self, tenant: &str) -> Result<Vec<Count>, StoreError>;

    /// Adds an entry to the log.
    ///
    /// # Errors
    /// The store does not answer. The entry may be there or not.
    async fn append(&self, entry: &Entry) -> Result<(), StoreError>;

    /// Entries of the log, the newest first.
    ///
    /// # Errors
    /// The store does not answer.
    async fn entries(&self, query: &LogQuery) -> Result<Vec<Entry>, StoreError>;

    /// Takes a record away with its row, and puts `pseudonym` in the place of the person's key in the
    /// log, wherever it stands, with the tenant as it was.
    ///
    /// # Errors
    /// The store does not answer. It may be done or not, and can be done again.
    async fn erase(&self, subject: &SubjectId, pseudonym: &str) -> Result<(), StoreError>;
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

/// Where a person is on the way to a second factor, for the lists.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "stores read it")]
pub struct Settled {
    /// Who.
    pub subject: SubjectId,
    /// By which version of the record.
    pub version: Version,
    /// By which version of the rules.
    pub rules: Version,
    /// Where.
    pub rollout: Rollout,
    /// When it will be otherwise by itself.
    pub changes_at: Option<Timestamp>,
}

/// What is looked for.
#[derive(Clone, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "stores read it")]
pub struct ListQuery {
    /// In which tenant.
    pub tenant: Arc<str>,
    /// One of [`Rollout::NAMES`].
    pub status: Option<&'static str>,
    /// How the label, the address or the key begins; upper and lower case do not count.
    pub search: Option<String>,
    /// At which domain.
    pub domain: Option<String>,
    /// With which role.
    pub role: Option<String>,
    /// How many are passed over.
    pub skip: usize,
    /// How many at the most.
    pub most: usize,
}

/// A row of a list.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "stores build it")]
pub struct Listed {
    /// Who.
    pub subject: SubjectId,
    /// Who they were when they were seen last.
    pub profile: Profile,
    /// Where they are on the way to a second factor; `None` as long as the row is unsettled.
    pub rollout: Option<Rollout>,
}

/// How many people there are of a status.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_structs, reason = "stores build it")]
pub struct Count {
    /// Of whom.
    pub of: Counted,
    /// The status: one of [`Rollout::NAMES`].
    pub status: &'static str,
    /// How many.
    pub people: u64,
}

/// Who is counted.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "stores build it")]
pub enum Counted {
    /// Everybody.
    Everyone,
    /// Who has an address at a domain.
    Domain(Box<str>),
    /// Who has a role.
    Role(Box<str>),
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
