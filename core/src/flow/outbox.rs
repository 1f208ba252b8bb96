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

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use core::time::Duration;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::SecondFactor;
use super::last_call::LastCall;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::mail::Mail;
use crate::port::{Brink, Content, Courier, CourierError, Message};
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
/// How many of them may be such as a record keeps.
const MOST_KEPT: usize = 1_000;

/// Which messages are on their way.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    on_their_way: Mutex<HashSet<DeliveryId>>,
    emptied: Notify,
    pub(super) last_call: LastCall,
    /// How many of those to whom something is owed this process has been through.
    debtors: AtomicUsize,
}

impl Outbox {
    /// A place for a message of which nobody else will know.
    fn enter(self: &Arc<Self>, id: DeliveryId) -> Option<Place> {
        self.place(id, MOST, false)
    }

    /// A place for a message that a record keeps; none if it is on its way already. What a record keeps
    /// can wait: there is always room for codes, which cannot, and for what is tried for the first time.
    pub(super) fn enter_kept(self: &Arc<Self>, id: DeliveryId, is_first: bool) -> Option<Place> {
        self.place(id, if is_first { MOST_KEPT } else { MOST_KEPT / 2 }, true)
    }

    fn place(self: &Arc<Self>, id: DeliveryId, most: usize, is_kept: bool) -> Option<Place> {
        let mut ids = self.ids();
        let is_new = ids.len() < most && ids.insert(id);
        is_new.then(|| Place { outbox: Arc::clone(self), id, is_kept: AtomicBool::new(is_kept) })
    }

    pub(super) fn next_debtor(&self) -> usize {
        self.debtors.load(Ordering::SeqCst)
    }

    pub(super) fn set_next_debtor(&self, next: usize) {
        self.debtors.store(next, Ordering::SeqCst);
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
    is_kept: AtomicBool,
}

impl Place {
    pub(super) fn keeps(&self, is_kept: bool) {
        self.is_kept.store(is_kept, Ordering::SeqCst);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.is_kept.load(Ordering::SeqCst) {
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

/// What became of a message.
enum Carried {
    /// It went out.
    Out,
    /// It was over before it went out.
    HeldBack,
    /// It did not certainly go out.
    Not(Delivery),
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

    /// Whether no newer one has ended it.
    fn is_newest(self, mail: &Mail) -> bool {
        match self {
            Self::Code(id, _) => mail.has_code(id),
            Self::Confirmation(id) => mail.confirmation().is_some_and(|known| known.message == id),
        }
    }
}

impl SecondFactor {
    /// Waits until no message is on its way, but no longer than `limit`; says whether none is. Those
    /// who end a process [shut it down](Self::shut_down).
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
        let place = self.inner.outbox.enter(outgoing.of.id());
        self.behind(async move {
            let carried = match &place {
                Some(_) => this.carry(&*courier, &outgoing).await,
                None => {
                    tracing::error!(target: "countersign", "too many messages are on their way");
                    Carried::Not(Delivery::Failed)
                }
            };
            match carried {
                Carried::Out => {}
                Carried::HeldBack => this.held_back(&outgoing).await,
                Carried::Not(delivery) => this.found(&outgoing, delivery).await,
            }
            if let Some(place) = place {
                place.keeps(true);
            }
        });
    }

    /// Tries until it is certain what became of a message, or of no use any more. One that a newer one
    /// has ended is held back: typed in, it would be a wrong guess.
    async fn carry(&self, courier: &dyn Courier, outgoing: &Outgoing) -> Carried {
        let Outgoing { subject, message, of } = outgoing;
        let mut back_off = BACK_OFF.into_iter();
        loop {
            let mut is_over = false;
            let brink: Brink<'_> = Box::pin(async {
                let stored = self.load(subject).await.map_err(CourierError::later)?;
                let is_newest = stored.is_some_and(|own| of.is_newest(own.record.mail()));
                is_over = !is_newest || !of.is_of_use(self.now());
                if is_over { Err(CourierError::later("it is of no use any more")) } else { Ok(()) }
            });
            let error = match courier.deliver_after(message, brink).await {
                Ok(()) => return Carried::Out,
                Err(_) if is_over => return Carried::HeldBack,
                Err(error) => error,
            };
            let content = message.content.name();
            tracing::warn!(target: "countersign", content, %error, "a message was not delivered");
            match error {
                CourierError::Unsure(_) => return Carried::Not(Delivery::Unsure),
                CourierError::Refused(_) => return Carried::Not(Delivery::Failed),
                CourierError::NotSent(_) | CourierError::Later(_) => {}
            }
            let Some(wait) = back_off.next() else { return Carried::Not(Delivery::Failed) };
            if !of.is_of_use(self.now().plus(wait)) {
                return Carried::Not(Delivery::Failed);
            }
            self.inner.outbox.last_call.rest(wait).await;
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

    /// Writes down that a code was over before it went out. It is no failure, and nobody waits for it.
    async fn held_back(&self, outgoing: &Outgoing) {
        let Outgoing { subject, message, of } = outgoing;
        let Of::Code(..) = of else { return };
        let found = self
            .change(subject, |record| {
                Ok(match record.mail_mut().held_back(message.at) {
                    true => Change::Some(()),
                    false => Change::None(()),
                })
            })
            .await;
        if let Err(fault) = found {
            tracing::error!(target: "countersign", %fault, "not stored: a code was held back");
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
        // Nobody has confirmed yet that the address is theirs: its reader is shown no words of whoever
        // wrote it down, and a name could be some.
        let account = match content {
            Content::Confirmation { .. } => Arc::clone(&to),
            Content::Code { .. } | Content::Notice(_) => account.into(),
        };
        Message::new(id.to_text(), to, Arc::clone(&self.inner.issuer), content, at)
            .about(account)
            .in_language(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_record_keeps_leaves_room_for_codes_and_is_on_its_way_once() {
        let outbox = Arc::new(Outbox::default());
        let id = |number: usize| {
            let mut bytes = [0; 16];
            bytes[..8].copy_from_slice(&number.to_be_bytes());
            DeliveryId::from_bytes(bytes)
        };
        let first = outbox.enter_kept(id(0), true).unwrap();
        assert!(outbox.enter_kept(id(0), true).is_none(), "it is on its way");
        let mut places: Vec<_> =
            (1..).map_while(|number| outbox.enter_kept(id(number), false)).collect();
        assert_eq!(places.len() + 1, MOST_KEPT / 2);
        let kept = |number: usize| outbox.enter_kept(id(number), true);
        places.extend((MOST_KEPT..).map_while(kept));
        assert_eq!(places.len() + 1, MOST_KEPT);
        let code = outbox.enter(id(MOST));
        assert!(code.is_some());
        places.extend((MOST + 1..).map_while(|number| outbox.enter(id(number))));
        assert_eq!(places.len() + 2, MOST);
        drop(first);
        assert!(outbox.enter(id(0)).is_some());
    }
}
