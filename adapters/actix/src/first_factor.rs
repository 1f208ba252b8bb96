//! Who passed the first factor, as the application knows it.
//!
//! | the closure says | it means |
//! |---|---|
//! | `Ok(Some(principal))` | that person, in that session |
//! | `Ok(None)` | nobody is signed in: the request goes to the application as it is |
//! | `Err(_)`, or its extractor fails or panics | a fault: 503, and nothing is served. It never means "nobody" |

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};

use actix_web::FromRequest;
use actix_web::dev::ServiceRequest;
use countersign::subject::Principal;

/// Whatever went wrong in the application's own code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Says who passed the first factor. Usually made of a closure by
/// [`SecondFactorMiddleware::new`](crate::SecondFactorMiddleware::new).
pub trait FirstFactor: 'static {
    /// Who sent this request.
    ///
    /// # Errors
    /// It cannot be told; see the table of this module.
    fn identify(
        &self,
        request: &ServiceRequest,
    ) -> impl Future<Output = Result<Option<Principal>, BoxError>>;
}

/// A closure over the head of the request.
#[derive(Clone, Copy)]
pub struct FromHead<C>(pub(crate) C);

impl<C> FirstFactor for FromHead<C>
where
    C: Fn(&ServiceRequest) -> Result<Option<Principal>, BoxError> + 'static,
{
    async fn identify(&self, request: &ServiceRequest) -> Result<Option<Principal>, BoxError> {
        (self.0)(request)
    }
}

impl<C> fmt::Debug for FromHead<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FromHead(..)")
    }
}

/// A closure over any extractor: the application's own session or user.
pub struct Extracted<T, C> {
    pub(crate) closure: C,
    extractor: PhantomData<fn(T)>,
}

impl<T, C> Extracted<T, C> {
    pub(crate) const fn new(closure: C) -> Self {
        Self { closure, extractor: PhantomData }
    }

    /// Runs the extractor. Its refusal is a fault of ours, not an answer to the client. Some panic
    /// where the middleware that they need is missing, which is one as well.
    pub(crate) async fn extract(request: &ServiceRequest) -> Result<T, BoxError>
    where
        T: FromRequest,
    {
        let refused = |why: &dyn fmt::Display| -> BoxError {
            let name = core::any::type_name::<T>();
            format!(
                "the extractor {name} refused ({why}): is its middleware outside of \
                 SecondFactorMiddleware, that is, wrapped after it?"
            )
            .into()
        };
        let extracting = catch_unwind(AssertUnwindSafe(|| T::extract(request.request())))
            .map_err(|_| refused(&"it panicked"))?;
        extracting.await.map_err(|error| {
            let error: actix_web::Error = error.into();
            refused(&error.as_response_error().status_code())
        })
    }
}

impl<T, C, Fut> FirstFactor for Extracted<T, C>
where
    T: FromRequest + 'static,
    C: Fn(T) -> Fut + 'static,
    Fut: Future<Output = Result<Option<Principal>, BoxError>>,
{
    async fn identify(&self, request: &ServiceRequest) -> Result<Option<Principal>, BoxError> {
        (self.closure)(Self::extract(request).await?).await
    }
}

impl<T, C: Clone> Clone for Extracted<T, C> {
    fn clone(&self) -> Self {
        Self::new(self.closure.clone())
    }
}

impl<T, C> fmt::Debug for Extracted<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extracted({})", core::any::type_name::<T>())
    }
}
