//! Who writes down what happened.

use core::fmt;

use async_trait::async_trait;

use crate::event::Entry;

/// Who writes down what happened, after it is certain that it did.
#[async_trait]
pub trait Audit: fmt::Debug + Send + Sync + 'static {
    /// Writes an entry down. What goes wrong with it is the audit's own affair: the event is a fact
    /// already, and a person waits for the answer.
    async fn record(&self, entry: &Entry);
}

/// Writes entries to the log, at level `INFO`, under the target `countersign::audit`.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct LogAudit;

#[async_trait]
impl Audit for LogAudit {
    async fn record(&self, entry: &Entry) {
        tracing::info!(
            target: "countersign::audit",
            event = &*entry.event,
            tenant = entry.subject.tenant(),
            subject = entry.subject.key(),
            detail = entry.detail.as_deref(),
            actor = entry.actor.as_ref().map(crate::subject::SubjectId::key),
            reason = entry.reason.as_deref(),
            at = entry.at.as_unix(),
        );
    }
}
