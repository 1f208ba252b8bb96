//! How the application gives a session a new id.

use core::future::Future;
use std::error::Error;

use crate::subject::SessionId;

/// How the application gives a session a new id when its standing rises (ASVS 5.0, 7.2.4), so that
/// whoever planted or copied the old one is left with nothing.
///
/// It is called when the code of a right answer is spent, and the mark goes to the new id. If it fails,
/// the session has shown nothing.
pub trait Rotation {
    /// Whether it may give the session a new id. If not, the session is marked in the same swap that
    /// spends the code.
    fn rotates(&self) -> Rotates {
        Rotates::Yes
    }

    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// The session could not be given one. It is not marked then, and the answer is a fault.
    fn rotate(
        self,
    ) -> impl Future<Output = Result<Option<SessionId>, Box<dyn Error + Send + Sync>>>;
}

/// Whether sessions may get new ids.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "they may or they may not")]
pub enum Rotates {
    /// They may.
    Yes,
    /// They keep their own.
    No,
}

/// The session keeps its id.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "it is a name and nothing else")]
pub struct KeepSession;

impl Rotation for KeepSession {
    fn rotates(&self) -> Rotates {
        Rotates::No
    }

    async fn rotate(self) -> Result<Option<SessionId>, Box<dyn Error + Send + Sync>> {
        Ok(None)
    }
}
