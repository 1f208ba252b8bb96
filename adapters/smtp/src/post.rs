//! TEMPORARY: moves to countersign-words.
use core::fmt;
use async_trait::async_trait;
use countersign::port::{Brink, CourierError};

/// A letter.
#[derive(Clone, Debug)]
pub struct Letter {
    pub id: String,
    pub to: String,
    pub site: String,
    pub language: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Who carries letters.
#[async_trait]
pub trait Post: fmt::Debug + Send + Sync + 'static {
    async fn post(&self, letter: &Letter) -> Result<(), CourierError>;
    async fn post_after(&self, letter: &Letter, brink: Brink<'_>) -> Result<(), CourierError> {
        brink.await?;
        self.post(letter).await
    }
}
