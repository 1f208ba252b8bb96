//! Who passed the first factor, as the application knows it.
//!
//! | the application says | it means |
//! |---|---|
//! | `Ok(Some(principal))` | that person, in that session |
//! | `Ok(None)`, or its request guard forwards | nobody is signed in: the request goes to the application as it is |
//! | `Err(_)`, or its request guard fails | a fault: 503, and nothing is served. It never means "nobody" |

use core::future::Future;

use countersign_web::{BoxError, Extracted, Identified, Reading};
use rocket::Request;
use rocket::http::CookieJar;
use rocket::outcome::Outcome;
use rocket::request::FromRequest;

/// Says who passed the first factor. Usually made of a closure by
/// [`SecondFactorFairing::new`](crate::SecondFactorFairing::new).
#[rocket::async_trait]
pub trait FirstFactor: Send + Sync + 'static {
    /// Who sent this request.
    ///
    /// # Errors
    /// It cannot be told; see the table of this module.
    async fn identify(&self, request: &Request<'_>) -> Identified;
}

#[rocket::async_trait]
impl<C: Fn(&CookieJar<'_>) -> Identified + Send + Sync + 'static> FirstFactor for Reading<C> {
    async fn identify(&self, request: &Request<'_>) -> Identified {
        (self.closure())(request.cookies())
    }
}

#[rocket::async_trait]
impl<T, C, Fut> FirstFactor for Extracted<T, C>
where
    T: for<'r> FromRequest<'r> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Identified> + Send + 'static,
{
    async fn identify(&self, request: &Request<'_>) -> Identified {
        match guard(request).await? {
            Some(value) => (self.closure())(value).await,
            None => Ok(None),
        }
    }
}

/// Runs a request guard of the application's; `None`: it forwards. Its failure is a fault of ours, not
/// an answer to the client.
pub(crate) async fn guard<T>(request: &Request<'_>) -> Result<Option<T>, BoxError>
where
    T: for<'r> FromRequest<'r> + Send + 'static,
{
    match request.guard::<T>().await {
        Outcome::Success(value) => Ok(Some(value)),
        Outcome::Forward(_) => Ok(None),
        Outcome::Error((status, error)) => {
            Err(Extracted::<T, ()>::refused(&status, &format!("{error:?}")))
        }
    }
}
