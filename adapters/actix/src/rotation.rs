//! How the application gives a session a new id when a second factor has been shown.

use core::future::Future;

use actix_web::FromRequest;
use actix_web::dev::ServiceRequest;
use countersign::port::{Rotates, Rotation};
use countersign::subject::SessionId;

use crate::first_factor::{BoxError, Extracted};

/// Gives the session of a request a new id. Usually made of a closure by
/// [`SecondFactorMiddleware::rotate_session`](crate::SecondFactorMiddleware::rotate_session).
pub trait RotateSession: 'static {
    /// Whether it may give a session a new id.
    const ROTATES: Rotates = Rotates::Yes;

    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// It could not. The answer is then a fault, and the session has shown nothing.
    fn rotate(
        &self,
        request: &ServiceRequest,
    ) -> impl Future<Output = Result<Option<SessionId>, BoxError>>;
}

/// Sessions keep their ids.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct KeepId;

impl RotateSession for KeepId {
    const ROTATES: Rotates = Rotates::No;

    async fn rotate(&self, _: &ServiceRequest) -> Result<Option<SessionId>, BoxError> {
        Ok(None)
    }
}

impl<T, C, Fut> RotateSession for Extracted<T, C>
where
    T: FromRequest + 'static,
    C: Fn(T) -> Fut + 'static,
    Fut: Future<Output = Result<Option<SessionId>, BoxError>>,
{
    async fn rotate(&self, request: &ServiceRequest) -> Result<Option<SessionId>, BoxError> {
        (self.closure)(Self::extract(request).await?).await
    }
}

/// The rotation of one request, as the core wants it.
pub(crate) struct RotationOf<'a, R> {
    pub(crate) rotate: &'a R,
    pub(crate) request: &'a ServiceRequest,
}

impl<R: RotateSession> Rotation for RotationOf<'_, R> {
    const ROTATES: Rotates = R::ROTATES;

    async fn rotate(self) -> Result<Option<SessionId>, BoxError> {
        self.rotate.rotate(self.request).await
    }
}
