//! The second gate: request guards without which a handler does not run.
//!
//! Without the fairing a route would be open. A handler that takes [`Verified`] is not: Rocket then
//! refuses to launch, and where it does not see the guard, the guard answers 503 and says why in the
//! log.
//!
//! | request guard | runs for |
//! |---|---|
//! | [`SignedIn`] | everybody who passed the first factor, whatever they have shown |
//! | [`Verified`] | those of whom nothing more is asked |
//! | [`Recent`] | those who have shown a second factor a short while ago |
//!
//! A guard that refuses fails and does not forward: the answer is where the person has to go. A
//! handler that also runs for the others takes an `Option`.

use core::time::Duration;

use bytes::Bytes;
use countersign::flow::Passage;
use countersign::standing::Standing;
use countersign::subject::Principal;
use countersign_web::Client;
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Ignite, Request, Rocket, Sentinel};

use crate::convert::{Head, path};
use crate::mount::Attached;
use crate::passed::{By, Passed, REFUSED, refuse, slot};

/// That a request guard of ours refused. The answer to the client is prepared, so there is nothing
/// more to know.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Refused;

/// Somebody who passed the first factor, whatever more may be asked of them. For open routes: a
/// sign-out, a start page that greets.
///
/// ```
/// use countersign_rocket::SignedIn;
/// use rocket::get;
///
/// #[get("/greeting")]
/// fn greeting(somebody: Option<SignedIn>) -> String {
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

    fn of(here: &Here<'_, '_>) -> Result<Self, Status> {
        match &here.passed.by {
            By::Nobody => Err(here.sign_in_first()),
            By::Unknown(principal) => Ok(Self { principal: principal.clone(), standing: None }),
            By::Somebody(principal, passage) => {
                Ok(Self { principal: principal.clone(), standing: passage.standing })
            }
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for SignedIn {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        outcome(Here::of(request).and_then(|here| Self::of(&here)))
    }
}

impl Sentinel for SignedIn {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        is_unguarded(rocket)
    }
}

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
///
/// ```
/// use countersign_rocket::Verified;
/// use rocket::get;
///
/// #[get("/account")]
/// fn account(verified: Verified) -> String {
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

    fn of(here: &Here<'_, '_>) -> Result<Self, Status> {
        let (principal, passage) = here.somebody()?;
        let stopped = here.passed.web.stop(&here.head().view(), principal, passage);
        match stopped {
            None => Ok(Self { principal: principal.clone(), passage: passage.clone() }),
            Some(answer) => Err(here.refuse(answer)),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Verified {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        outcome(Here::of(request).and_then(|here| Self::of(&here)))
    }
}

impl Sentinel for Verified {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        is_unguarded(rocket)
    }
}

/// Somebody who has shown a second factor within the last `SECONDS`. Nothing stands in for it: no
/// remembered device, and no exemption.
///
/// ```
/// use countersign_rocket::Recent;
/// use rocket::post;
///
/// #[post("/transfer")]
/// fn transfer(recent: Recent<300>) -> String {
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

    async fn of(request: &Request<'_>) -> Result<Self, Status> {
        let here = Here::of(request)?;
        let verified = Verified::of(&here)?;
        let (principal, passage) = here.somebody()?;
        let (head, max_age) = (here.head(), Duration::from_secs(SECONDS));
        match here.passed.web.step_up(&head.view(), principal, passage, max_age).await {
            None => Ok(Self(verified)),
            Some(answer) => Err(here.refuse(answer)),
        }
    }
}

#[rocket::async_trait]
impl<'r, const SECONDS: u64> FromRequest<'r> for Recent<SECONDS> {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        outcome(Self::of(request).await)
    }
}

impl<const SECONDS: u64> Sentinel for Recent<SECONDS> {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        is_unguarded(rocket)
    }
}

fn is_unguarded(rocket: &Rocket<Ignite>) -> bool {
    let unguarded = rocket.state::<Attached>().is_none();
    if unguarded {
        tracing::error!(
            target: "countersign",
            "a handler asks for a second factor, but there is none: attach SecondFactorFairing"
        );
    }
    unguarded
}

fn outcome<T>(result: Result<T, Status>) -> request::Outcome<T, Refused> {
    match result {
        Ok(value) => Outcome::Success(value),
        Err(status) => Outcome::Error((status, Refused)),
    }
}

/// A request behind the gate, as a request guard sees it.
struct Here<'a, 'r> {
    request: &'a Request<'r>,
    passed: &'a Passed,
}

impl<'a, 'r> Here<'a, 'r> {
    fn of(request: &'a Request<'r>) -> Result<Self, Status> {
        let Some(passed) = slot(request).get() else {
            tracing::error!(
                target: "countersign",
                path = path(request),
                "a handler asks for a second factor, but its request did not come through the \
                 gate: attach SecondFactorFairing"
            );
            return Err(Status::ServiceUnavailable);
        };
        Ok(Self { request, passed })
    }

    fn head(&self) -> Head<'a> {
        Head::of(self.request, &self.passed.web)
    }

    fn refuse(&self, answer: http::Response<Bytes>) -> Status {
        refuse(self.request, answer);
        REFUSED
    }

    fn somebody(&self) -> Result<(&'a Principal, &'a Passage), Status> {
        match &self.passed.by {
            By::Somebody(principal, passage) => Ok((principal, passage)),
            By::Nobody => Err(self.sign_in_first()),
            By::Unknown(_) => {
                let reason =
                    "a handler on an open route asks for a standing that could not be read";
                Err(self.refuse(self.passed.web.misconfigured(&self.head().view(), reason)))
            }
        }
    }

    fn sign_in_first(&self) -> Status {
        let head = self.head();
        let client = Client::stopped(&head.view());
        self.refuse(self.passed.web.sign_in_first(&head.view(), client))
    }
}
