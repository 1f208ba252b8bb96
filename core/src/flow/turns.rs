//! One writer at a time a subject, within this process.
//!
//! What counts is the swap. Taking turns spares the store a crowd that keeps conflicting, and is fair:
//! whoever comes first is served first, even while somebody else floods the subject with guesses. A
//! writer that has waited for long enough goes on without its turn.

use core::time::Duration;
use std::collections::HashMap;
use std::sync::{Arc, Mutex as SyncMutex, MutexGuard, PoisonError};

use tokio::sync::{Mutex, OwnedMutexGuard};

use super::transact::in_time;
use crate::subject::SubjectId;

/// Who is writing, and who waits for it.
#[derive(Debug, Default)]
pub(super) struct Turns(SyncMutex<HashMap<SubjectId, Arc<Mutex<()>>>>);

/// A turn. It ends when it is dropped.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    turns: &'a Turns,
    subject: &'a SubjectId,
    line: Arc<Mutex<()>>,
    held: Option<OwnedMutexGuard<()>>,
}

impl Turns {
    /// Waits for the turn to write a subject, but no longer than `patience`.
    pub(super) async fn take<'a>(&'a self, subject: &'a SubjectId, patience: Duration) -> Turn<'a> {
        let line = Arc::clone(self.lines().entry(subject.clone()).or_default());
        // Made before the wait, so that the line is tidied up if the wait is given up.
        let mut turn = Turn { turns: self, subject, line, held: None };
        turn.held = in_time(patience, Arc::clone(&turn.line).lock_owned()).await;
        turn
    }

    fn lines(&self) -> MutexGuard<'_, HashMap<SubjectId, Arc<Mutex<()>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.held = None;
        let mut lines = self.turns.lines();
        // The map's and ours: nobody else waits. Nobody can begin to while the map is locked.
        if Arc::strong_count(&self.line) == 2 {
            lines.remove(self.subject);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    #[tokio::test]
    async fn turns_are_taken_one_after_the_other_and_leave_nothing_behind() {
        let (turns, ada, bob) = (Turns::default(), SubjectId::new("ada"), SubjectId::new("bob"));
        let first = turns.take(&ada, LONG).await;
        assert!(first.held.is_some());
        assert!(turns.take(&bob, LONG).await.held.is_some(), "another subject waits for nobody");
        let impatient = turns.take(&ada, Duration::from_millis(1)).await;
        assert!(impatient.held.is_none(), "it goes on without its turn");
        drop((first, impatient));
        assert!(turns.take(&ada, LONG).await.held.is_some());
        assert!(turns.lines().is_empty());
    }
}
