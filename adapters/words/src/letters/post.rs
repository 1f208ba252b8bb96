//! Who carries letters.

use core::fmt;

use async_trait::async_trait;
use countersign::port::{Brink, CourierError};

use super::Letter;

/// Who carries letters: a mail server, or whatever an application sends its mail with.
///
/// It owes what a [`Courier`](countersign::port::Courier) owes.
#[async_trait]
pub trait Post: fmt::Debug + Send + Sync + 'static {
    /// Delivers a letter.
    ///
    /// # Errors
    /// It did not go out, or nobody knows.
    async fn post(&self, letter: &Letter) -> Result<(), CourierError>;

    /// The same, but awaits `brink` when everything is ready and the letter is about to be handed over
    /// for good.
    ///
    /// # Errors
    /// As [`post`](Self::post), and what `brink` says.
    async fn post_after(&self, letter: &Letter, brink: Brink<'_>) -> Result<(), CourierError> {
        brink.await?;
        self.post(letter).await
    }
}
