//! What goes into lists of people, what is asked of them, and what comes out.

use std::sync::Arc;

use super::Version;
use crate::policy::Rollout;
use crate::subject::{Profile, SubjectId};
use crate::time::Timestamp;

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
    /// How the label, the address or the key begins; upper and lower case do not count. Every
    /// character stands for itself.
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
    /// Where they are on the way to a second factor, as it was settled last; `None` if it never was.
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

impl Count {
    /// A count that was stored; `None` if its status is none of [`Rollout::NAMES`].
    #[must_use]
    pub fn new(of: Counted, status: &str, people: u64) -> Option<Self> {
        let status = Rollout::NAMES.into_iter().find(|name| *name == status)?;
        Some(Self { of, status, people })
    }
}
