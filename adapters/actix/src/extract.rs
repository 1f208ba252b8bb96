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
use core::pin::Pin;
use core::time::Duration;
use std::rc::Rc;

use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::{Error, FromRequest, HttpMessage as _, HttpRequest, HttpResponse};
use bytes::Bytes;
use countersign::flow::Passage;
use countersign::standing::Standing;
use countersign::subject::Principal;
use countersign_web::Client;
use http::Response;

use crate::convert::{Head, ours};
use crate::passed::{By, Grounds, Passed};

/// Somebody who passed the first factor, whatever more may be asked of them. For open routes: a
/// sign-out, a start page that greets.
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

    fn of(request: &HttpRequest) -> Result<Self, Error> {
        let grounds = grounds(request)?;
        match &grounds.by {
            By::Nobody => Err(grounds.sign_in_first(request)),
            By::Unknown(principal) => Ok(Self { principal: principal.clone(), standing: None }),
            By::Somebody(principal, passage) => {
                Ok(Self { principal: principal.clone(), standing: passage.standing })
            }
        }
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
///
/// ```
/// use countersign_actix::Verified;
///
/// #[actix_web::get("/account")]
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

    fn of(grounds: &Grounds, request: &HttpRequest) -> Result<Self, Error> {
        let (principal, passage) = grounds.somebody(request)?;
        // Only who is stopped is worth a converted head.
        if passage.decision != countersign::decide::Decision::Allow {
            let head = Head::of(request, &grounds.prefix);
            if let Some(response) = grounds.web.stop(&head.view(), principal, passage) {
                return Err(refusal(response));
            }
        }
        Ok(Self { principal: principal.clone(), passage: passage.clone() })
    }
}

impl FromRequest for Verified {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(grounds(request).and_then(|grounds| Self::of(&grounds, request)))
    }
}

/// Somebody who has shown a second factor within the last `SECONDS`. Nothing stands in for it: no
/// remembered device, and no exemption.
///
/// ```
/// use countersign_actix::Recent;
///
/// #[actix_web::post("/transfer")]
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

impl<const SECONDS: u64> FromRequest for Recent<SECONDS> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let grounds = grounds(&request)?;
            let verified = Verified::of(&grounds, &request)?;
            let head = Head::of(&request, &grounds.prefix);
            let max_age = Duration::from_secs(SECONDS);
            let Verified { principal, passage } = &verified;
            match grounds.web.step_up(&head.view(), principal, passage, max_age).await {
                None => Ok(Self(verified)),
                Some(response) => Err(refusal(response)),
            }
        })
    }
}

/// What the guard left. The extensions are let go of before anything else is done.
fn grounds(request: &HttpRequest) -> Result<Rc<Grounds>, Error> {
    let passed = request.extensions().get::<Passed>().cloned();
    let Some(Passed(grounds)) = passed else {
        tracing::error!(
            target: "countersign",
            path = request.path(),
            "a handler asks for a second factor, but its route is not behind \
             SecondFactorMiddleware: wrap the App, and not a part of it"
        );
        return Err(answered(HttpResponse::ServiceUnavailable().finish()));
    };
    Ok(grounds)
}

impl Grounds {
    fn somebody(&self, request: &HttpRequest) -> Result<(&Principal, &Passage), Error> {
        match &self.by {
            By::Somebody(principal, passage) => Ok((principal, passage)),
            By::Nobody => Err(self.sign_in_first(request)),
            By::Unknown(_) => {
                let reason =
                    "a handler on an open route asks for a standing that could not be read";
                let head = Head::of(request, &self.prefix);
                Err(refusal(self.web.misconfigured(&head.view(), reason)))
            }
        }
    }

    fn sign_in_first(&self, request: &HttpRequest) -> Error {
        let head = Head::of(request, &self.prefix);
        let client = Client::stopped(&head.view());
        refusal(self.web.sign_in_first(&head.view(), client))
    }
}

fn refusal(response: Response<Bytes>) -> Error {
    answered(ours(response))
}

fn answered(response: HttpResponse) -> Error {
    InternalError::from_response("a second factor is due", response).into()
}
