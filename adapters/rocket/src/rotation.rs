//! How the application gives a session a new id when a second factor has been shown.

use core::future::Future;

use countersign::port::Rotation;
use countersign::subject::SessionId;
use rocket::Request;
use rocket::http::CookieJar;
use rocket::request::FromRequest;

use crate::first_factor::{BoxError, FromJar, Guarded};

/// Gives the session of a request a new id. Usually made of a closure by
/// [`SecondFactorFairing::rotate_session`](crate::SecondFactorFairing::rotate_session).
#[rocket::async_trait]
pub trait RotateSession: Send + Sync + 'static {
    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// It could not. The answer is then a fault, and the session has shown nothing.
    async fn rotate(&self, request: &Request<'_>) -> Result<Option<SessionId>, BoxError>;
}

#[rocket::async_trait]
impl<C> RotateSession for FromJar<C>
where
    C: Fn(&CookieJar<'_>) -> Result<Option<SessionId>, BoxError> + Send + Sync + 'static,
{
    async fn rotate(&self, request: &Request<'_>) -> Result<Option<SessionId>, BoxError> {
        (self.0)(request.cookies())
    }
}

#[rocket::async_trait]
impl<T, C, Fut> RotateSession for Guarded<T, C>
where
    T: for<'r> FromRequest<'r> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Option<SessionId>, BoxError>> + Send + 'static,
{
    async fn rotate(&self, request: &Request<'_>) -> Result<Option<SessionId>, BoxError> {
        match Self::guard(request).await? {
            Some(value) => (self.closure)(value).await,
            // Somebody was signed in a moment ago.
            None => Err("the request guard of rotate_session forwards".into()),
        }
    }
}

/// The rotation of one request, as the core wants it.
pub(crate) struct RotationOf<'a, 'r> {
    pub(crate) rotate: &'a dyn RotateSession,
    pub(crate) request: &'a Request<'r>,
}

impl Rotation for RotationOf<'_, '_> {
    async fn rotate(self) -> Result<Option<SessionId>, BoxError> {
        self.rotate.rotate(self.request).await
    }
}
