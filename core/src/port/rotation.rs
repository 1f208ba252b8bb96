//! How the application gives a session a new id.

use core::future::Future;
use std::error::Error;

use crate::subject::SessionId;

/// How the application gives a session a new id when its standing rises (ASVS 5.0, 7.2.4), so that
/// whoever planted or copied the old one is left with nothing.
///
/// It is called once an answer is known to be right and before anything is stored. If what follows
/// fails, the session has a new id and has shown nothing.
pub trait Rotation {
    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// The session could not be given one. Nothing is stored then, and the answer is a fault.
    fn rotate(
        self,
    ) -> impl Future<Output = Result<Option<SessionId>, Box<dyn Error + Send + Sync>>>;
}

/// The session keeps its id.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "it is a name and nothing else")]
pub struct KeepSession;

impl Rotation for KeepSession {
    async fn rotate(self) -> Result<Option<SessionId>, Box<dyn Error + Send + Sync>> {
        Ok(None)
    }
}
