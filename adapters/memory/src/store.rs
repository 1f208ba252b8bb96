//! The store: a map behind a lock.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use async_trait::async_trait;
use countersign::port::{
    Row, Settled, Store, StoreError, Stored, StoredRules, StoredWork, Swapped, Version,
};
use countersign::record::Record;
use countersign::subject::SubjectId;

/// Records in memory, with what administrators keep beside them. Clones share them.
///
/// Lists and counts look at everybody each time: enough for some ten thousand people.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    held: Arc<RwLock<Held>>,
}

/// All that there is.
#[derive(Debug, Default)]
pub(crate) struct Held {
    pub(crate) people: HashMap<SubjectId, Kept>,
    pub(crate) rules: HashMap<String, StoredRules>,
    pub(crate) work: HashMap<String, StoredWork>,
    /// The oldest entry first.
    pub(crate) log: Vec<countersign::event::Entry>,
}

/// A record, and what is known of its row.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) stored: Stored,
    /// By which version of the record the row was changed last.
    pub(crate) changed: Version,
    pub(crate) settling: Settling,
}

/// Whether a row has been settled.
#[derive(Clone, Debug)]
pub(crate) enum Settling {
    Never,
    /// So; the row has changed since.
    Once(Settled),
    /// So.
    Done(Settled),
}

impl Settling {
    /// What was settled last.
    pub(crate) const fn last(&self) -> Option<&Settled> {
        match self {
            Self::Never => None,
            Self::Once(settled) | Self::Done(settled) => Some(settled),
        }
    }

    fn over(self) -> Self {
        match self {
            Self::Never => Self::Never,
            Self::Once(settled) | Self::Done(settled) => Self::Once(settled),
        }
    }
}

impl Kept {
    fn first(record: &Arc<Record>) -> Self {
        let stored = Stored { version: Version::FIRST, record: Arc::clone(record) };
        Self { stored, changed: Version::FIRST, settling: Settling::Never }
    }

    fn replace(&mut self, record: &Arc<Record>) {
        let next = Stored { version: self.stored.version.next(), record: Arc::clone(record) };
        let (before, after) = (Row::of(&self.stored.record), Row::of(record));
        if before != after {
            self.changed = next.version;
            self.settling = match (before, after) {
                (Some(_), Some(_)) => self.settling.clone().over(),
                (None, _) | (_, None) => Settling::Never,
            };
        }
        self.stored = next;
    }
}

// A poisoned lock is opened: no call leaves what it holds half-changed, so a panic elsewhere has not
// damaged it.
impl MemoryStore {
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn write(&self) -> RwLockWriteGuard<'_, Held> {
        self.held.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        Ok(self.read().people.get(subject).map(|kept| kept.stored.clone()))
    }

    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        match (self.write().people.entry(subject.clone()), expected) {
            (Entry::Vacant(empty), None) => {
                empty.insert(Kept::first(record));
                Ok(Swapped::Done)
            }
            (Entry::Occupied(mut kept), Some(expected))
                if kept.get().stored.version == expected =>
            {
                kept.get_mut().replace(record);
                Ok(Swapped::Done)
            }
            (Entry::Vacant(_) | Entry::Occupied(_), _) => Ok(Swapped::Conflict),
        }
    }

    async fn ready(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
