//! Who passed the first factor, as the application knows it.
//!
//! | the closure says | it means |
//! |---|---|
//! | `Ok(Some(principal))` | that person, in that session |
//! | `Ok(None)` | nobody is signed in: the request goes to the application as it is |
//! | `Err(_)`, or its extractor fails | a fault: 503, and nothing is served. It never means "nobody" |

use core::fmt;
use core::future::Future;
#[cfg(feature = "axum")]
use core::marker::PhantomData;

#[cfg(feature = "axum")]
use axum::extract::FromRequestParts;
#[cfg(feature = "axum")]
use axum::response::IntoResponse;
use countersign::subject::Principal;
use http::request::Parts;

/// Whatever went wrong in the application's own code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Says who passed the first factor. Usually made of a closure by
/// [`SecondFactorLayer::new`](crate::SecondFactorLayer::new).
pub trait FirstFactor: Send + Sync + 'static {
    /// Who sent this request.
    ///
    /// # Errors
    /// It cannot be told; see the table of this module.
    fn identify(
        &self,
        parts: &mut Parts,
    ) -> impl Future<Output = Result<Option<Principal>, BoxError>> + Send;
}

/// A closure over the head of the request, for services that are not axum's.
#[derive(Clone, Copy)]
pub struct FromParts<C>(pub(crate) C);

impl<C> FirstFactor for FromParts<C>
where
    C: Fn(&Parts) -> Result<Option<Principal>, BoxError> + Send + Sync + 'static,
{
    async fn identify(&self, parts: &mut Parts) -> Result<Option<Principal>, BoxError> {
        (self.0)(parts)
    }
}

impl<C> fmt::Debug for FromParts<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FromParts(..)")
    }
}

/// A closure over any of axum's extractors: the application's own session or user.
#[cfg(feature = "axum")]
pub struct Extracted<T, C> {
    pub(crate) closure: C,
    extractor: PhantomData<fn(T)>,
}

#[cfg(feature = "axum")]
impl<T, C> Extracted<T, C> {
    pub(crate) const fn new(closure: C) -> Self {
        Self { closure, extractor: PhantomData }
    }

    /// Runs the extractor. Its refusal is a fault of ours, not an answer to the client.
    pub(crate) async fn extract(parts: &mut Parts) -> Result<T, BoxError>
    where
        T: FromRequestParts<()> + Send,
    {
        T::from_request_parts(parts, &()).await.map_err(|rejection| {
            let status = rejection.into_response().status();
            let name = core::any::type_name::<T>();
            format!(
                "the extractor {name} refused ({status}): is its layer outside of SecondFactorLayer, \
                 that is, added after it?"
            )
            .into()
        })
    }
}

#[cfg(feature = "axum")]
impl<T, C, Fut> FirstFactor for Extracted<T, C>
where
    T: FromRequestParts<()> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Option<Principal>, BoxError>> + Send,
{
    async fn identify(&self, parts: &mut Parts) -> Result<Option<Principal>, BoxError> {
        (self.closure)(Self::extract(parts).await?).await
    }
}

#[cfg(feature = "axum")]
impl<T, C: Clone> Clone for Extracted<T, C> {
    fn clone(&self) -> Self {
        Self::new(self.closure.clone())
    }
}

#[cfg(feature = "axum")]
impl<T, C> fmt::Debug for Extracted<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extracted({})", core::any::type_name::<T>())
    }
}
