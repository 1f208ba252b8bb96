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
use core::time::Duration;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use countersign::flow::Passage;
use countersign::standing::Standing;
use countersign::subject::Principal;
use countersign_web::{Client, View};
use http::StatusCode;
use http::request::Parts;
use http_body_util::Full;

use crate::convert::view_below;
use crate::passed::{By, Grounds, Passed};

/// Somebody who passed the first factor, whatever more may be asked of them. For open routes: a
/// sign-out, a start page that greets.
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
#[derive(Clone, Debug)]
pub struct SignedIn {
    principal: Principal,
    standing: Option<Standing>,
}

impl SignedIn {
    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &Principal {
        &self.principal
    }

    /// Where they stand; `None` where the policy asks for nothing, or where it could not be found
    /// out.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.standing
    }
}

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let here = Here::of(parts)?;
        match &here.grounds.by {
            By::Nobody => Err(here.sign_in_first()),
            By::Unknown(principal) => Ok(Self { principal: principal.clone(), standing: None }),
            By::Somebody(principal, passage) => {
                Ok(Self { principal: principal.clone(), standing: passage.standing })
            }
        }
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for SignedIn {
    type Rejection = Infallible;

    /// `None` for nobody.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Infallible> {
        Ok(<Self as FromRequestParts<S>>::from_request_parts(parts, state).await.ok())
    }
}

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
///
/// ```
/// use countersign_tower::Verified;
///
/// async fn account(verified: Verified) -> String {
///     format!("account of {}", verified.principal().label())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Verified {
    principal: Principal,
    passage: Passage,
}

impl Verified {
    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &Principal {
        &self.principal
    }

    /// Where they stand; `None` where the policy asks for nothing.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.passage.standing
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Verified {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let here = Here::of(parts)?;
        let (principal, passage) = here.somebody()?;
        match here.grounds.web.stop(&here.view, principal, passage) {
            None => Ok(Self { principal: principal.clone(), passage: passage.clone() }),
            Some(response) => Err(answer(response)),
        }
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Verified {
    type Rejection = Infallible;

    /// `None` for everybody of whom more would be asked, and for who is not signed in.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Infallible> {
        Ok(<Self as FromRequestParts<S>>::from_request_parts(parts, state).await.ok())
    }
}

/// Somebody who has shown a second factor within the last `SECONDS`. Nothing stands in for it: no
/// remembered device, and no exemption.
///
/// ```
/// use countersign_tower::Recent;
///
/// async fn transfer(recent: Recent<300>) -> String {
///     format!("transfer by {}", recent.principal().label())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Recent<const SECONDS: u64>(Verified);

impl<const SECONDS: u64> Recent<SECONDS> {
    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &Principal {
        self.0.principal()
    }

    /// Where they stood when the request came.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.0.standing()
    }
}

impl<S: Send + Sync, const SECONDS: u64> FromRequestParts<S> for Recent<SECONDS> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let verified = <Verified as FromRequestParts<S>>::from_request_parts(parts, state).await?;
        let here = Here::of(parts)?;
        let (principal, passage) = here.somebody()?;
        let max_age = Duration::from_secs(SECONDS);
        match here.grounds.web.step_up(&here.view, principal, passage, max_age).await {
            None => Ok(Self(verified)),
            Some(response) => Err(answer(response)),
        }
    }
}

/// A request behind the guard, as an extractor sees it.
struct Here<'a> {
    grounds: &'a Grounds,
    view: View<'a>,
}

#[expect(clippy::result_large_err, reason = "axum's own rejections are as large")]
impl<'a> Here<'a> {
    fn of(parts: &'a Parts) -> Result<Self, Response> {
        let Some(Passed(grounds)) = parts.extensions.get::<Passed>() else {
            tracing::error!(
                target: "countersign",
                path = parts.uri.path(),
                "a handler asks for a second factor, but its route is not behind \
                 SecondFactorLayer: add the route before the layer"
            );
            return Err(StatusCode::SERVICE_UNAVAILABLE.into_response());
        };
        Ok(Self { grounds, view: view_below(parts, &grounds.prefix) })
    }

    fn somebody(&self) -> Result<(&'a Principal, &'a Passage), Response> {
        match &self.grounds.by {
            By::Somebody(principal, passage) => Ok((principal, passage)),
            By::Nobody => Err(self.sign_in_first()),
            By::Unknown(_) => {
                let reason =
                    "a handler on an open route asks for a standing that could not be read";
                Err(answer(self.grounds.web.misconfigured(&self.view, reason)))
            }
        }
    }

    fn sign_in_first(&self) -> Response {
        let client = Client::stopped(&self.view);
        answer(self.grounds.web.sign_in_first(&self.view, client))
    }
}

fn answer(response: http::Response<Bytes>) -> Response {
    response.map(Full::new).into_response()
}
