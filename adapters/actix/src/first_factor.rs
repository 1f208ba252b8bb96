//! Who passed the first factor, as the application knows it.
//!
//! | the closure says | it means |
//! |---|---|
//! | `Ok(Some(principal))` | that person, in that session |
//! | `Ok(None)` | nobody is signed in: the request goes to the application as it is |
//! | `Err(_)`, or its extractor fails or panics | a fault: 503, and nothing is served. It never means "nobody" |

use core::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};

use actix_web::FromRequest;
use actix_web::dev::ServiceRequest;
use countersign_web::{BoxError, Extracted, Identified, Reading};

/// Says who passed the first factor. Usually made of a closure by
/// [`SecondFactorMiddleware::new`](crate::SecondFactorMiddleware::new).
pub trait FirstFactor: 'static {
    /// Who sent this request.
    ///
    /// # Errors
    /// It cannot be told; see the table of this module.
    fn identify(&self, request: &ServiceRequest) -> impl Future<Output = Identified>;
}

impl<C: Fn(&ServiceRequest) -> Identified + 'static> FirstFactor for Reading<C> {
    async fn identify(&self, request: &ServiceRequest) -> Identified {
        (self.closure())(request)
    }
}

impl<T, C, Fut> FirstFactor for Extracted<T, C>
where
    T: FromRequest + 'static,
    C: Fn(T) -> Fut + 'static,
    Fut: Future<Output = Identified>,
{
    async fn identify(&self, request: &ServiceRequest) -> Identified {
        (self.closure())(extract(request).await?).await
    }
}

/// Runs an extractor of the application's. Its refusal is a fault of ours, not an answer to the client.
/// Some panic where the middleware that they need is missing, which is one as well.
pub(crate) async fn extract<T: FromRequest>(request: &ServiceRequest) -> Result<T, BoxError> {
    let remedy = "is its middleware outside of SecondFactorMiddleware, that is, wrapped after it?";
    let extracting = catch_unwind(AssertUnwindSafe(|| T::extract(request.request())));
    let extracting = extracting.map_err(|_| Extracted::<T, ()>::refused(&"it panicked", remedy))?;
    extracting.await.map_err(|error| {
        let error: actix_web::Error = error.into();
        Extracted::<T, ()>::refused(&error.as_response_error().status_code(), remedy)
    })
}
