//! How the application gives a session a new id when a second factor has been shown.

use core::future::Future;

use countersign_web::{Extracted, Reading, Rotated};
use rocket::Request;
use rocket::http::CookieJar;
use rocket::request::FromRequest;

use crate::first_factor::guard;

/// Gives the session of a request a new id. Usually made of a closure by
/// [`SecondFactorFairing::rotate_session`](crate::SecondFactorFairing::rotate_session).
#[rocket::async_trait]
pub trait RotateSession: Send + Sync + 'static {
    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// It could not. The answer is then a fault, and the session has shown nothing.
    async fn rotate(&self, request: &Request<'_>) -> Rotated;
}

#[rocket::async_trait]
impl<C: Fn(&CookieJar<'_>) -> Rotated + Send + Sync + 'static> RotateSession for Reading<C> {
    async fn rotate(&self, request: &Request<'_>) -> Rotated {
        (self.closure())(request.cookies())
    }
}

#[rocket::async_trait]
impl<T, C, Fut> RotateSession for Extracted<T, C>
where
    T: for<'r> FromRequest<'r> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Rotated> + Send + 'static,
{
    async fn rotate(&self, request: &Request<'_>) -> Rotated {
        match guard(request).await? {
            Some(value) => (self.closure())(value).await,
            // Somebody was signed in a moment ago.
            None => Err("the request guard of rotate_session forwards".into()),
        }
    }
}
