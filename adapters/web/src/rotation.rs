//! How a door gives a session a new id.

use core::fmt;
use core::future::Future;
use core::pin::Pin;

use countersign::port::{Rotates, Rotation};
use countersign::subject::SessionId;

use crate::closure::BoxError;

/// What comes of giving a session a new id: which it is, or `None` if it keeps its own.
pub type Rotated = Result<Option<SessionId>, BoxError>;

/// The rotation of one request: a future that is not run unless the session is to get a new id.
pub struct Turn<F> {
    rotates: Rotates,
    turn: F,
}

impl<F: Future<Output = Rotated>> Turn<F> {
    /// Takes the future, and whether it may give the session a new id.
    pub const fn new(rotates: Rotates, turn: F) -> Self {
        Self { rotates, turn }
    }
}

impl<F: Future<Output = Rotated>> Rotation for Turn<F> {
    fn rotates(&self) -> Rotates {
        self.rotates
    }

    async fn rotate(self) -> Rotated {
        self.turn.await
    }
}

impl<F> fmt::Debug for Turn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn").field("rotates", &self.rotates).finish_non_exhaustive()
    }
}

/// The same of a future in a box, or of none.
pub struct BoxedTurn<'a>(Option<Pin<Box<dyn Future<Output = Rotated> + Send + 'a>>>);

impl<'a> BoxedTurn<'a> {
    /// Takes the future, if sessions may get new ids at all.
    #[must_use]
    pub fn new(turn: Option<Pin<Box<dyn Future<Output = Rotated> + Send + 'a>>>) -> Self {
        Self(turn)
    }
}

impl Rotation for BoxedTurn<'_> {
    fn rotates(&self) -> Rotates {
        if self.0.is_some() { Rotates::Yes } else { Rotates::No }
    }

    async fn rotate(self) -> Rotated {
        match self.0 {
            Some(turn) => turn.await,
            None => Ok(None),
        }
    }
}

impl fmt::Debug for BoxedTurn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BoxedTurn({:?})", self.rotates())
    }
}
