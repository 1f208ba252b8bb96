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
    /// What happened to a subject, in order.
    #[must_use]
    pub fn of(&self, subject: &SubjectId) -> Vec<Event> {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = entries.iter().filter(|entry| entry.subject == *subject);
        own.map(|entry| entry.event.clone()).collect()
    }
}

#[async_trait]
impl Audit for ListeningAudit {
    async fn record(&self, entry: &Entry) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry.clone());
    }
}
