//! An audit that a test can ask.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::event::{Entry, Event};
use countersign::port::Audit;
use countersign::subject::SubjectId;

/// Keeps every entry. Clones keep them together.
#[derive(Clone, Debug, Default)]
pub struct ListeningAudit(Arc<Mutex<Vec<Entry>>>);

impl ListeningAudit {
    /// Takes every entry out, the oldest first.
    #[must_use]
    pub fn take(&self) -> Vec<Entry> {
        core::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether this has happened to a subject.
    #[must_use]
    pub fn has(&self, subject: &SubjectId, event: &Event) -> bool {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut own = entries.iter().filter(|entry| entry.subject == *subject);
        own.any(|entry| {
            *entry.event == *event.name() && entry.detail.as_deref() == event.detail().as_deref()
        })
    }
}

#[async_trait]
impl Audit for ListeningAudit {
    async fn record(&self, entry: &Entry) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry.clone());
    }
}
