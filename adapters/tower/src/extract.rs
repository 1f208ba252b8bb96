//! The second gate: extractors without which a handler does not run.
//!
//! A route that the layer does not cover, because it was added after it, would be open. A handler
//! that takes [`Verified`] is not: without the layer it answers 503 and says why in the log.
//!
//! | extractor | runs for |
//! |---|---|
//! | [`SignedIn`] | everybody who passed the first factor, whatever they have shown |
//! | [`Verified`] | those of whom nothing more is asked |
//! | [`Recent`] | those who have shown a second factor a short while ago |

use core::convert::Infallible;
use core::ops::Deref;

use axum::body::Body;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::response::Response;
use countersign_web::{FromGrounds, unguarded};
use http::request::Parts;

use crate::convert::view;
use crate::passed::left;

/// Somebody who passed the first factor, whatever more may be asked of them. For open routes: a
/// sign-out, a start page that greets.
///
/// [`principal`](countersign_web::SignedIn::principal) says who, and
/// [`standing`](countersign_web::SignedIn::standing) where they stand.
///
/// ```
/// use countersign_tower::SignedIn;
///
/// async fn greeting(somebody: Option<SignedIn>) -> String {
///     match somebody {
///         Some(somebody) => format!("Hello {}", somebody.principal().label()),
///         None => "Hello".to_owned(),
///     }
/// }
/// ```
pub type SignedIn = Seen<countersign_web::SignedIn>;

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
///
/// [`principal`](countersign_web::Verified::principal) says who, and
/// [`standing`](countersign_web::Verified::standing) where they stand.
///
/// ```
/// use countersign_tower::Verified;
///
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
/// use countersign_tower::Recent;
///
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

impl<S: Send + Sync, T: FromGrounds> FromRequestParts<S> for Seen<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let remedy = "add the route before the SecondFactorLayer";
        let unguarded = || unguarded(parts.uri.path(), remedy).map(Body::from);
        let grounds = left(parts).ok_or_else(unguarded)?;
        let seen = T::from_grounds(grounds).await;
        seen.map(Self)
            .map_err(|stopped| stopped.answer(&view(parts, grounds.prefix())).map(Body::from))
    }
}

impl<S: Send + Sync, T: FromGrounds> OptionalFromRequestParts<S> for Seen<T> {
    type Rejection = Infallible;

    /// `None` for everybody for whom a handler without the `Option` would not run.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Infallible> {
        Ok(<Self as FromRequestParts<S>>::from_request_parts(parts, state).await.ok())
    }
}
