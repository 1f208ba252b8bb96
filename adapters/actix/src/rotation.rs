//! How the application gives a session a new id when a second factor has been shown.

use core::future::Future;

use actix_web::FromRequest;
use actix_web::dev::ServiceRequest;
use countersign::port::{KeepSession, Rotates};
use countersign_web::{Extracted, Rotated};

use crate::first_factor::extract;

/// Gives the session of a request a new id. Usually made of a closure by
/// [`SecondFactorMiddleware::rotate_session`](crate::SecondFactorMiddleware::rotate_session).
pub trait RotateSession: 'static {
    /// Whether it may give a session a new id.
    const ROTATES: Rotates = Rotates::Yes;

    /// Gives the session a new id and says which; `None`: it keeps its own.
    ///
    /// # Errors
    /// It could not. The answer is then a fault, and the session has shown nothing.
    fn rotate(&self, request: &ServiceRequest) -> impl Future<Output = Rotated>;
}

impl RotateSession for KeepSession {
    const ROTATES: Rotates = Rotates::No;

    async fn rotate(&self, _: &ServiceRequest) -> Rotated {
        Ok(None)
    }
}

impl<T, C, Fut> RotateSession for Extracted<T, C>
where
    T: FromRequest + 'static,
    C: Fn(T) -> Fut + 'static,
    Fut: Future<Output = Rotated>,
{
    async fn rotate(&self, request: &ServiceRequest) -> Rotated {
        (self.closure())(extract(request).await?).await
    }
}
