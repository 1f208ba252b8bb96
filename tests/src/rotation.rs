//! An application that gives sessions new ids.

use std::error::Error;

use countersign::port::Rotation;
use countersign::subject::SessionId;
use tokio::task::yield_now;

/// Gives the session this id, and lets others go first before and after.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "tests build it")]
pub struct NewSession(pub &'static str);

impl Rotation for NewSession {
    async fn rotate(self) -> Result<Option<SessionId>, Box<dyn Error + Send + Sync>> {
        yield_now().await;
        let id = SessionId::new(self.0);
        yield_now().await;
        Ok(Some(id))
    }
}
