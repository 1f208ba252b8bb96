//! The core's courier that makes letters and hands them over.

use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Brink, Courier, CourierError, Message};

use super::{Letter, Letters, Post};

/// A courier: each message becomes a letter, and the letter goes to the post.
///
/// A letter that the application wants none of counts as delivered.
#[derive(Clone, Debug)]
pub struct Mail {
    letters: Arc<Letters>,
    post: Arc<dyn Post>,
}

impl Mail {
    /// Makes such letters, and hands them to `post`.
    #[must_use]
    pub fn new(letters: impl Into<Arc<Letters>>, post: impl Post) -> Self {
        Self { letters: letters.into(), post: Arc::new(post) }
    }

    fn letter(&self, message: &Message) -> Result<Option<Letter>, CourierError> {
        self.letters.write(message).map_err(CourierError::refused)
    }
}

#[async_trait]
impl Courier for Mail {
    async fn deliver(&self, message: &Message) -> Result<(), CourierError> {
        match self.letter(message)? {
            Some(letter) => self.post.post(&letter).await,
            None => Ok(()),
        }
    }

    async fn deliver_after(&self, message: &Message, brink: Brink<'_>) -> Result<(), CourierError> {
        match self.letter(message)? {
            Some(letter) => self.post.post_after(&letter, brink).await,
            None => brink.await,
        }
    }
}
