//! The second gate: extractors without which a handler does not run.
//!
//! A route that the layer does not cover, because it was added after it, would be open. A handler
//! that takes [`Verified`] is not: without the layer it answers 503 and says why in the log.

use core::convert::Infallible;
use core::time::Duration;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use countersign::flow::Passage;
use countersign::standing::Standing;
use countersign::subject::Principal;
use countersign_web::Client;
use http::StatusCode;
use http::request::Parts;
use http_body_util::Full;

use crate::convert::view;
use crate::passed::{By, Passed};

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
        let found = look(parts)?;
        match found.web.stop(&view(parts), &found.principal, &found.passage) {
            None => Ok(Self { principal: found.principal, passage: found.passage }),
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

    /// Where they stand.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.0.standing()
    }
}

impl<S: Send + Sync, const SECONDS: u64> FromRequestParts<S> for Recent<SECONDS> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let verified = <Verified as FromRequestParts<S>>::from_request_parts(parts, state).await?;
        let found = look(parts)?;
        let max_age = Duration::from_secs(SECONDS);
        let view = view(parts);
        match found.web.step_up(&view, &found.principal, &found.passage, max_age).await {
            None => Ok(Self(verified)),
            Some(response) => Err(answer(response)),
        }
    }
}

/// What the guard found out about a request.
struct Found {
    web: countersign_web::Web,
    principal: Principal,
    passage: Passage,
}

#[expect(clippy::result_large_err, reason = "axum's own rejections are as large")]
fn look(parts: &Parts) -> Result<Found, Response> {
    let Some(Passed(grounds)) = parts.extensions.get::<Passed>() else {
        tracing::error!(
            target: "countersign",
            path = parts.uri.path(),
            "a handler asks for a second factor, but its route is not behind SecondFactorLayer: add \
             the route before the layer"
        );
        return Err(StatusCode::SERVICE_UNAVAILABLE.into_response());
    };
    match &grounds.by {
        By::Nobody => {
            let view = view(parts);
            Err(answer(grounds.web.sign_in_first(&view, Client::stopped(&view))))
        }
        By::Unknown => {
            let reason = "a handler on an open route asks for a standing that could not be read";
            Err(answer(grounds.web.misconfigured(&view(parts), reason)))
        }
        By::Somebody(somebody) => {
            let (principal, passage) = &**somebody;
            Ok(Found {
                web: grounds.web.clone(),
                principal: principal.clone(),
                passage: passage.clone(),
            })
        }
    }
}

fn answer(response: http::Response<Bytes>) -> Response {
    response.map(Full::new).into_response()
}
