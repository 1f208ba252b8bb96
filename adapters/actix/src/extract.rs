//! The second gate: extractors without which a handler does not run.
//!
//! A scope or an application that the middleware does not wrap would be open. A handler that takes
//! [`Verified`] is not: without the middleware it answers 503 and says why in the log. `Option` of
//! each is `None` for who would be stopped.
//!
//! | extractor | runs for |
//! |---|---|
//! | [`SignedIn`] | everybody who passed the first factor, whatever they have shown |
//! | [`Verified`] | those of whom nothing more is asked |
//! | [`Recent`] | those who have shown a second factor a short while ago |

use core::future::{Future, Ready, ready};
use core::ops::Deref;
use core::pin::Pin;

use actix_utils::future::Either;
use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::{Error, FromRequest, HttpRequest};
use bytes::Bytes;
use countersign_web::{FromGrounds, Grounds, Stopped, unguarded};
use http::Response;

use crate::convert::{head, ours};
use crate::passed::left;

/// Somebody who passed the first factor, whatever more may be asked of them. For open routes: a
/// sign-out, a start page that greets.
///
/// [`principal`](countersign_web::SignedIn::principal) says who, and
/// [`standing`](countersign_web::SignedIn::standing) where they stand.
///
/// ```
/// use countersign_actix::SignedIn;
///
/// async fn greeting(somebody: Option<SignedIn>) -> String {
///     match somebody {
///         Some(somebody) => format!("Hello {}", somebody.principal().label()),
///         None => "Hello".to_owned(),
///     }
/// }
/// # actix_web::web::to(greeting);
/// ```
pub type SignedIn = Seen<countersign_web::SignedIn>;

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
///
/// [`principal`](countersign_web::Verified::principal) says who, and
/// [`standing`](countersign_web::Verified::standing) where they stand.
///
/// ```
/// use countersign_actix::Verified;
///
/// #[actix_web::get("/account")]
/// async fn account(verified: Verified) -> String {
///     format!("account of {}", verified.principal().label())
/// }
/// ```
pub type Verified = Seen<countersign_web::Verified>;

/// Somebody who has shown a second factor within the last `SECONDS`. Nothing stands in for it: no
/// remembered device, and no exemption.
///
/// [`principal`](countersign_web::Recent::principal) says who, and
/// [`standing`](countersign_web::Recent::standing) where they stood when the request came.
///
/// ```
/// use countersign_actix::Recent;
///
/// #[actix_web::post("/transfer")]
/// async fn transfer(recent: Recent<300>) -> String {
///     format!("transfer by {}", recent.principal().label())
/// }
/// ```
pub type Recent<const SECONDS: u64> = Seen<countersign_web::Recent<SECONDS>>;

/// What an extractor saw: [`SignedIn`], [`Verified`] or [`Recent`].
#[derive(Clone, Debug)]
pub struct Seen<T>(T);

impl<T> Deref for Seen<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: FromGrounds> FromRequest for Seen<T> {
    type Error = Error;
    type Future =
        Either<Ready<Result<Self, Error>>, Pin<Box<dyn Future<Output = Result<Self, Error>>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(grounds) = left(request) else {
            let remedy = "wrap the App in the SecondFactorMiddleware, and not a part of it";
            return Either::left(ready(Err(error(unguarded(request.path(), remedy)))));
        };
        if let Some(seen) = T::at_once(&grounds) {
            return Either::left(ready(outcome(request, &grounds, seen)));
        }
        let request = request.clone();
        Either::right(Box::pin(async move {
            outcome(&request, &grounds, T::from_grounds(&grounds).await)
        }))
    }
}

fn outcome<T>(
    request: &HttpRequest,
    grounds: &Grounds,
    seen: Result<T, Stopped>,
) -> Result<Seen<T>, Error> {
    seen.map(Seen).map_err(|stopped| error(stopped.answer(&head(request, grounds.prefix()).view())))
}

fn error(response: Response<Bytes>) -> Error {
    InternalError::from_response("a second factor is due", ours(response)).into()
}
