//! Who passed the first factor, as the application knows it.
//!
//! | the application says | it means |
//! |---|---|
//! | `Ok(Some(principal))` | that person, in that session |
//! | `Ok(None)`, or its request guard forwards | nobody is signed in: the request goes to the application as it is |
//! | `Err(_)`, or its request guard fails | a fault: 503, and nothing is served. It never means "nobody" |

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;

use countersign::subject::Principal;
use rocket::Request;
use rocket::http::CookieJar;
use rocket::outcome::Outcome;
use rocket::request::FromRequest;

/// Whatever went wrong in the application's own code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Says who passed the first factor. Usually made of a closure by
/// [`SecondFactorFairing::new`](crate::SecondFactorFairing::new).
#[rocket::async_trait]
pub trait FirstFactor: Send + Sync + 'static {
    /// Who sent this request.
    ///
    /// # Errors
    /// It cannot be told; see the table of this module.
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError>;
}

/// A closure over the cookies, private ones included.
#[derive(Clone, Copy)]
pub struct FromJar<C>(pub(crate) C);

#[rocket::async_trait]
impl<C> FirstFactor for FromJar<C>
where
    C: Fn(&CookieJar<'_>) -> Result<Option<Principal>, BoxError> + Send + Sync + 'static,
{
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        (self.0)(request.cookies())
    }
}

impl<C> fmt::Debug for FromJar<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FromJar(..)")
    }
}

/// A closure over any request guard: the application's own session or user.
pub struct Guarded<T, C> {
    pub(crate) closure: C,
    guard: PhantomData<fn(T)>,
}

impl<T, C> Guarded<T, C> {
    pub(crate) const fn new(closure: C) -> Self {
        Self { closure, guard: PhantomData }
    }

    /// Runs the guard; `None`: it forwards. Its failure is a fault of ours, not an answer to the
    /// client.
    pub(crate) async fn guard(request: &Request<'_>) -> Result<Option<T>, BoxError>
    where
        T: for<'r> FromRequest<'r> + Send + 'static,
    {
        match request.guard::<T>().await {
            Outcome::Success(value) => Ok(Some(value)),
            Outcome::Forward(_) => Ok(None),
            Outcome::Error((status, error)) => {
                let name = core::any::type_name::<T>();
                Err(format!("the request guard {name} failed ({status}): {error:?}").into())
            }
        }
    }
}

#[rocket::async_trait]
impl<T, C, Fut> FirstFactor for Guarded<T, C>
where
    T: for<'r> FromRequest<'r> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Option<Principal>, BoxError>> + Send + 'static,
{
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        match Self::guard(request).await? {
            Some(value) => (self.closure)(value).await,
            None => Ok(None),
        }
    }
}

impl<T, C> fmt::Debug for Guarded<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guarded({})", core::any::type_name::<T>())
    }
}
