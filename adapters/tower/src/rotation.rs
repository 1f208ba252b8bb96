//! How the application gives a session a new id when a second factor has been shown.

use core::future::Future;

#[cfg(feature = "axum")]
use axum::extract::FromRequestParts;
use countersign::port::{Rotates, Rotation};
use countersign::subject::SessionId;
use http::request::Parts;

use crate::first_factor::BoxError;
#[cfg(feature = "axum")]
use crate::first_factor::Extracted;

/// Gives the session of a request a new id. Usually made of a closure by
/// [`SecondFactorLayer::rotate_session`](crate::SecondFactorLayer::rotate_session).
pub trait RotateSession: Send + Sync + 'static {
    /// Whether it may give a session a new id.
    const ROTATES: Rotates = Rotates::Yes;

    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// It could not. The answer is then a fault, and the session has shown nothing.
    fn rotate(
        &self,
        parts: &mut Parts,
    ) -> impl Future<Output = Result<Option<SessionId>, BoxError>> + Send;
}

/// Sessions keep their ids.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct KeepId;

impl RotateSession for KeepId {
    const ROTATES: Rotates = Rotates::No;

    async fn rotate(&self, _: &mut Parts) -> Result<Option<SessionId>, BoxError> {
        Ok(None)
    }
}

#[cfg(feature = "axum")]
impl<T, C, Fut> RotateSession for Extracted<T, C>
where
    T: FromRequestParts<()> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Option<SessionId>, BoxError>> + Send,
{
    async fn rotate(&self, parts: &mut Parts) -> Result<Option<SessionId>, BoxError> {
        (self.closure)(Self::extract(parts).await?).await
    }
}

/// The rotation of one request, as the core wants it.
pub(crate) struct RotationOf<'a, R> {
    pub(crate) rotate: &'a R,
    pub(crate) parts: Parts,
}

impl<R: RotateSession> Rotation for RotationOf<'_, R> {
    const ROTATES: Rotates = R::ROTATES;

    async fn rotate(mut self) -> Result<Option<SessionId>, BoxError> {
        self.rotate.rotate(&mut self.parts).await
    }
}
