//! How the application gives a session a new id when a second factor has been shown.

use core::future::Future;

#[cfg(feature = "axum")]
use axum::extract::FromRequestParts;
use countersign::port::{KeepSession, Rotates};
use countersign_web::Rotated;
use http::request::Parts;

#[cfg(feature = "axum")]
use crate::{Extracted, first_factor::extract};

/// Gives the session of a request a new id. Usually made of a closure by
/// [`SecondFactorLayer::rotate_session`](crate::SecondFactorLayer::rotate_session).
pub trait RotateSession: Send + Sync + 'static {
    /// Whether it may give a session a new id.
    const ROTATES: Rotates = Rotates::Yes;

    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// It could not. The answer is then a fault, and the session has shown nothing.
    fn rotate(&self, parts: &mut Parts) -> impl Future<Output = Rotated> + Send;
}

impl RotateSession for KeepSession {
    const ROTATES: Rotates = Rotates::No;

    async fn rotate(&self, _: &mut Parts) -> Rotated {
        Ok(None)
    }
}

#[cfg(feature = "axum")]
impl<T, C, Fut> RotateSession for Extracted<T, C>
where
    T: FromRequestParts<()> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Rotated> + Send,
{
    async fn rotate(&self, parts: &mut Parts) -> Rotated {
        (self.closure())(extract(parts).await?).await
    }
}
