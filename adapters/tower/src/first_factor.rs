//! Who passed the first factor, as the application knows it.
//!
//! | the closure says | it means |
//! |---|---|
//! | `Ok(Some(principal))` | that person, in that session |
//! | `Ok(None)` | nobody is signed in: the request goes to the application as it is |
//! | `Err(_)`, or its extractor fails | a fault: 503, and nothing is served. It never means "nobody" |

use core::future::Future;

#[cfg(feature = "axum")]
use axum::{extract::FromRequestParts, response::IntoResponse as _};
#[cfg(feature = "axum")]
use countersign_web::{BoxError, Extracted};
use countersign_web::{Identified, Reading};
use http::request::Parts;

/// Says who passed the first factor. Usually made of a closure by
/// [`SecondFactorLayer::new`](crate::SecondFactorLayer::new).
pub trait FirstFactor: Send + Sync + 'static {
    /// Who sent this request.
    ///
    /// # Errors
    /// It cannot be told; see the table of this module.
    fn identify(&self, parts: &mut Parts) -> impl Future<Output = Identified> + Send;
}

impl<C: Fn(&Parts) -> Identified + Send + Sync + 'static> FirstFactor for Reading<C> {
    async fn identify(&self, parts: &mut Parts) -> Identified {
        (self.closure())(parts)
    }
}

#[cfg(feature = "axum")]
impl<T, C, Fut> FirstFactor for Extracted<T, C>
where
    T: FromRequestParts<()> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Identified> + Send,
{
    async fn identify(&self, parts: &mut Parts) -> Identified {
        (self.closure())(extract(parts).await?).await
    }
}

/// Runs an extractor of the application's. Its refusal is a fault of ours, not an answer to the client.
#[cfg(feature = "axum")]
pub(crate) async fn extract<T>(parts: &mut Parts) -> Result<T, BoxError>
where
    T: FromRequestParts<()> + Send,
{
    T::from_request_parts(parts, &()).await.map_err(|rejection| {
        let remedy = "is its layer outside of SecondFactorLayer, that is, added after it?";
        Extracted::<T, ()>::refused(&rejection.into_response().status(), remedy)
    })
}
