//! Codes and links on their way: after they are stored, and off the path of every request. Notices are
//! [owed](super::owe).
//!
//! | the courier says | then |
//! |---|---|
//! | it went out | that is all |
//! | it did not go out | again, each time after a longer while, as long as it is of use |
//! | refused for good | no more tries |
//! | nobody knows | no more tries, so that nobody gets it twice |
//!
//! Whatever did not certainly go out is in the log and in the audit. A code says so on the page of who
//! waits for it, too.

use core::time::Duration;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::SecondFactor;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::port::{Content, Courier, CourierError, Message};
use crate::subject::SubjectId;
use crate::time::Timestamp;

/// How long to wait before each further try.
pub(super) const BACK_OFF: [Duration; 6] = [
    Duration::from_secs(1),
    Duration::from_secs(4),
    Duration::from_secs(15),
    Duration::from_secs(60),
    Duration::from_secs(300),
    Duration::from_secs(1_200),
];
/// How many messages may be on their way at once in this process. A server that is down for long must
/// not fill the memory.
const MOST: usize = 10_000;

/// Which messages are on their way.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    on_their_way: Mutex<HashSet<DeliveryId>>,
    emptied: Notify,
}

impl Outbox {
    /// A place for a message of which nobody else will know.
    fn enter(self: &Arc<Self>, id: DeliveryId) -> Option<Place> {
        self.place(id, false)
    }

    /// A place for a message that a record keeps; none if it is on its way already.
    pub(super) fn enter_kept(self: &Arc<Self>, id: DeliveryId) -> Option<Place> {
        self.place(id, true)
    }

    fn place(self: &Arc<Self>, id: DeliveryId, is_kept: bool) -> Option<Place> {
        let mut ids = self.ids();
        let is_new = ids.len() < MOST && ids.insert(id);
        is_new.then(|| Place { outbox: Arc::clone(self), id, is_kept })
    }

    fn ids(&self) -> MutexGuard<'_, HashSet<DeliveryId>> {
        self.on_their_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// That a message is on its way. Dropping it ends that.
pub(super) struct Place {
    outbox: Arc<Outbox>,
    id: DeliveryId,
    /// A record keeps it, or it is known what became of it.
    is_kept: bool,
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.is_kept {
            // Its runtime ended, or its courier panicked.
            tracing::error!(target: "countersign", "a message was dropped on its way");
        }
        let mut ids = self.outbox.ids();
        ids.remove(&self.id);
        if ids.is_empty() {
            self.outbox.emptied.notify_waiters();
        }
    }
}

/// A message, whom it is about, and who has to know if it does not arrive.
#[derive(Debug)]
pub(super) struct Outgoing {
    pub(super) subject: SubjectId,
    pub(super) message: Message,
    pub(super) of: Of,
}

/// What a message is of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    /// A code, of no use from then on.
    Code(DeliveryId, Timestamp),
    /// A confirmation.
    Confirmation(DeliveryId),
}

impl Of {
    const fn id(self) -> DeliveryId {
        match self {
            Self::Code(id, _) | Self::Confirmation(id) => id,
        }
    }

    const fn is_of_use(self, now: Timestamp) -> bool {
        match self {
            Self::Code(_, ends_at) => now.as_unix() < ends_at.as_unix(),
            Self::Confirmation(_) => true,
        }
    }
}

impl SecondFactor {
    /// Waits until no message is on its way, but no longer than `limit`; says whether none is. For those
    /// who end a process.
    pub async fn delivered(&self, limit: Duration) -> bool {
        let outbox = &self.inner.outbox;
        let wait = async {
            loop {
                let emptied = outbox.emptied.notified();
                if outbox.ids().is_empty() {
                    break;
                }
                emptied.await;
            }
        };
        tokio::time::timeout(limit, wait).await.is_ok()
    }

    /// Sends a message, if there is somebody to send it, without waiting for it.
    pub(super) fn post(&self, outgoing: Outgoing) {
        let Some(courier) = self.inner.courier.clone() else { return };
        let this = self.clone();
        let mut place = self.inner.outbox.enter(outgoing.of.id());
        self.behind(async move {
            let delivery = match &place {
                Some(_) => this.carry(&*courier, &outgoing).await,
                None => {
                    tracing::error!(target: "countersign", "too many messages are on their way");
                    Delivery::Failed
                }
            };
            if delivery != Delivery::Sent {
                this.found(&outgoing, delivery).await;
            }
            if let Some(place) = &mut place {
                place.is_kept = true;
            }
        });
    }

    /// Tries until it is certain what became of a message, or of no use any more.
    async fn carry(&self, courier: &dyn Courier, outgoing: &Outgoing) -> Delivery {
        let mut back_off = BACK_OFF.into_iter();
        loop {
            let error = match courier.deliver(&outgoing.message).await {
                Ok(()) => return Delivery::Sent,
                Err(error) => error,
            };
            let content = outgoing.message.content.name();
            tracing::warn!(target: "countersign", content, %error, "a message was not delivered");
            match error {
                CourierError::Unsure(_) => return Delivery::Unsure,
                CourierError::Refused(_) => return Delivery::Failed,
                CourierError::NotSent(_) | CourierError::Later(_) => {}
            }
            let Some(wait) = back_off.next() else { return Delivery::Failed };
            if !outgoing.of.is_of_use(self.now().plus(wait)) {
                return Delivery::Failed;
            }
            tokio::time::sleep(wait).await;
        }
    }

    /// Writes down that a message did not certainly go out.
    pub(super) async fn found(&self, outgoing: &Outgoing, delivery: Delivery) {
        let Outgoing { subject, message, of } = outgoing;
        let event = Event::MessageNotDelivered(message.content.name(), delivery);
        self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
        let found = self
            .change(subject, |record| {
                let mail = record.mail_mut();
                let is_new = match *of {
                    Of::Code(id, _) => mail.found(id, message.at, delivery),
                    Of::Confirmation(id) => mail.found_confirmation(id, delivery),
                };
                Ok(if is_new { Change::Some(()) } else { Change::None(()) })
            })
            .await;
        if let Err(fault) = found {
            tracing::error!(target: "countersign", %fault, "not stored: a message did not go out");
        }
    }

    /// A new message about somebody.
    pub(super) fn message(
        &self,
        id: DeliveryId,
        to: Arc<str>,
        account: &str,
        language: Option<Arc<str>>,
        content: Content,
        at: Timestamp,
    ) -> Message {
        Message::new(id.to_text(), to, Arc::clone(&self.inner.issuer), content, at)
            .about(account)
            .in_language(language)
    }
}
