//! Who tells people.

use core::fmt;
use core::pin::Pin;
use std::error::Error;

use async_trait::async_trait;

use super::Message;

/// Why a message was not delivered, as far as it is known.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CourierError {
    /// It did not go out, and no other one would: who takes messages is away. It may be tried again.
    #[error("a message did not go out: {0}")]
    NotSent(#[source] Box<dyn Error + Send + Sync>),
    /// This one did not go out. It may be tried again, and others may go out meanwhile: a mailbox is full,
    /// or who takes mail for an address cannot be asked now.
    #[error("a message did not go out now: {0}")]
    Later(#[source] Box<dyn Error + Send + Sync>),
    /// It did not go out and never will: the address does not exist, or nobody takes such mail.
    #[error("a message was refused for good: {0}")]
    Refused(#[source] Box<dyn Error + Send + Sync>),
    /// It may have gone out or not: the answer of who took it was lost. It is not tried again, so that
    /// nobody gets it twice.
    #[error("nobody knows whether a message went out: {0}")]
    Unsure(#[source] Box<dyn Error + Send + Sync>),
}

impl CourierError {
    /// It did not go out, and no other one would. It may be tried again.
    pub fn not_sent(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::NotSent(why.into())
    }

    /// This one did not go out, and others may. It may be tried again.
    pub fn later(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Later(why.into())
    }

    /// It did not go out and never will.
    pub fn refused(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Refused(why.into())
    }

    /// It may have gone out or not.
    pub fn unsure(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unsure(why.into())
    }
}

/// What is to be done at the last moment at which a message can still be held back. If it fails, the
/// message must not go out.
pub type Brink<'a> = Pin<Box<dyn Future<Output = Result<(), CourierError>> + Send + 'a>>;

/// Who tells people. A message is handed over after what it tells of is stored, and off the request's
/// path: no answer waits for it.
///
/// # What an implementation owes
/// - It tells the kinds of [`CourierError`] apart. One that is not sure whether a message went out says so.
/// - Whoever cannot tell whether one message or every message is held up says
///   [`NotSent`](CourierError::NotSent). Where the same goes to many people, a few of those in a row mean
///   that nothing goes out now, and the others wait; of [`Later`](CourierError::Later) there may be any
///   number, and the others get theirs.
/// - It does not try again by itself what may have gone out.
/// - It ends: whoever waits for a server waits for a limited time.
/// - It writes no code and no link into a log.
#[async_trait]
pub trait Courier: fmt::Debug + Send + Sync + 'static {
    /// Delivers a message.
    ///
    /// # Errors
    /// It did not go out, or nobody knows.
    async fn deliver(&self, message: &Message) -> Result<(), CourierError>;

    /// The same, but awaits `brink` when everything is ready and the message is about to be handed over
    /// for good. So whoever writes down that a message is out writes it as late as it can be.
    ///
    /// # Errors
    /// As [`deliver`](Self::deliver), and what `brink` says.
    async fn deliver_after(&self, message: &Message, brink: Brink<'_>) -> Result<(), CourierError> {
        brink.await?;
        self.deliver(message).await
    }
}
