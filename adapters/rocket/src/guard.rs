//! The fairing: no request reaches a route of the application's for which a second factor is due.
//!
//! It mounts a route before all routes, which answers or forwards. Rocket routes when all fairings
//! have seen the request: no other fairing leads around it, whatever it makes of address and method.
//! Which routes are open is decided by the routes themselves; the text of a path decides nothing but
//! whether one of our own pages is meant.

use core::fmt;
use core::future::Future;
use std::collections::BTreeSet;
use std::sync::Arc;

use bytes::Bytes;
use countersign::port::KeepSession;
use countersign::subject::{Principal, SessionId};
use countersign_web::Web;
use http::Response;
use rocket::data::Data;
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::{CookieJar, Status};
use rocket::outcome::Outcome;
use rocket::request::FromRequest;
use rocket::{Build, Catcher, Request, Rocket, Route, catcher, route};

use crate::convert::{Head, Unread, append, device, ours, overwrite, path, read};
use crate::first_factor::{BoxError, FirstFactor, FromJar, Guarded};
use crate::mount::{Attached, GATE, METHODS, Way, gates, look_ahead};
use crate::passed::{By, Passed, REFUSED, slot, take_refusal};
use crate::rotation::{RotateSession, RotationOf};

/// Puts a second factor in front of an application. It covers every route wherever it is attached;
/// attach it last, so that it finds the open routes and the catchers of other fairings. Attached twice,
/// the last one counts.
#[derive(Clone)]
pub struct SecondFactorFairing {
    web: Web,
    first_factor: Arc<dyn FirstFactor>,
    rotation: Option<Arc<dyn RotateSession>>,
    open: BTreeSet<Box<str>>,
}

impl SecondFactorFairing {
    /// A fairing whose `first_factor` is given any request guard of the application's and says who
    /// is signed in. See the table of [`FirstFactor`].
    ///
    /// Take the guard itself and not an `Option` of it, which makes nobody of a guard that failed.
    pub fn new<T, C, Fut>(web: Web, first_factor: C) -> Self
    where
        T: for<'r> FromRequest<'r> + Send + 'static,
        C: Fn(T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Option<Principal>, BoxError>> + Send + 'static,
    {
        Self::with(web, Guarded::new(first_factor))
    }

    /// A fairing whose `first_factor` reads the cookies, private ones included.
    pub fn from_cookies<C>(web: Web, first_factor: C) -> Self
    where
        C: Fn(&CookieJar<'_>) -> Result<Option<Principal>, BoxError> + Send + Sync + 'static,
    {
        Self::with(web, FromJar(first_factor))
    }

    /// A fairing with a first factor of any kind.
    pub fn with(web: Web, first_factor: impl FirstFactor) -> Self {
        let first_factor = Arc::new(first_factor);
        Self { web, first_factor, rotation: None, open: BTreeSet::new() }
    }

    /// Opens a route: everybody may go there, whatever they have shown. `route` is the path with
    /// which it was mounted, base and placeholders included, and without its query.
    ///
    /// The sign-in and sign-out of [`Web`] are open of themselves. An open route that other routes
    /// match as well is only open if there is a rank between them that nobody uses.
    #[must_use]
    pub fn open(mut self, route: &str) -> Self {
        self.open.insert(route.into());
        self
    }

    /// How a session gets a new id when a second factor has been shown: `rotate` is given any
    /// request guard of the application's.
    #[must_use]
    pub fn rotate_session<T, C, Fut>(self, rotate: C) -> Self
    where
        T: for<'r> FromRequest<'r> + Send + 'static,
        C: Fn(T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Option<SessionId>, BoxError>> + Send + 'static,
    {
        self.rotate_with(Guarded::new(rotate))
    }

    /// How a session that is a cookie gets a new id when a second factor has been shown.
    #[must_use]
    pub fn rotate_cookie<C>(self, rotate: C) -> Self
    where
        C: Fn(&CookieJar<'_>) -> Result<Option<SessionId>, BoxError> + Send + Sync + 'static,
    {
        self.rotate_with(FromJar(rotate))
    }

    /// As [`rotate_session`](Self::rotate_session), with a rotation of any kind.
    #[must_use]
    pub fn rotate_with(mut self, rotation: impl RotateSession) -> Self {
        self.rotation = Some(Arc::new(rotation));
        self
    }

    /// Whether the application opened a route.
    fn is_open(&self, route: &Route) -> bool {
        let path = route.uri.path();
        self.open.contains(path) || self.web.is_way_in_or_out(path)
    }
}

impl fmt::Debug for SecondFactorFairing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactorFairing").field("web", &self.web).finish_non_exhaustive()
    }
}

#[rocket::async_trait]
impl Fairing for SecondFactorFairing {
    fn info(&self) -> Info {
        Info { name: "second factor", kind: Kind::Ignite | Kind::Response | Kind::Singleton }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        for open in &self.open {
            if !rocket.routes().any(|route| route.uri.path() == &**open) {
                tracing::warn!(target: "countersign", open, "there is no such route to open");
            }
        }
        let fairing = Arc::new(self.clone());
        let gates = Arc::new(gates(&rocket, |route| self.is_open(route)));
        let routes = gates.iter().flat_map(|rank| {
            let gate = Gate { fairing: fairing.clone(), gates: gates.clone(), rank: *rank };
            METHODS.map(move |method| {
                let mut route = Route::ranked(gate.rank, method, "/<path..>", gate.clone());
                route.name = Some(GATE.into());
                route
            })
        });
        let routes: Vec<Route> = routes.collect();
        // Of two catchers with bases of one length, Rocket takes that of the status.
        let defaults = rocket.catchers().filter(|catcher| catcher.code.is_none());
        let mut bases: BTreeSet<String> = defaults.map(|c| c.base.path().to_string()).collect();
        bases.insert("/".to_owned());
        let mut rocket = rocket.manage(Attached).mount("/", routes);
        for base in bases {
            rocket = rocket.register(base.as_str(), vec![Catcher::new(REFUSED.code, Refusals)]);
        }
        Ok(rocket)
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut rocket::Response<'r>) {
        // A catcher that was registered after us may have been before ours.
        if response.status() == REFUSED
            && let Some(answer) = take_refusal(request)
        {
            overwrite(response, answer);
        }
        if let Some(By::Somebody(_, passage)) = slot(request).get().map(|passed| &passed.by)
            && let Some(cookie) = self.web.keep_device(passage)
        {
            append(response, &cookie);
        }
    }
}

/// Answers in the place of a handler whose request guard refused.
#[derive(Clone)]
struct Refusals;

#[rocket::async_trait]
impl catcher::Handler for Refusals {
    async fn handle<'r>(&self, _: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        take_refusal(request).map(ours).ok_or(Status::ServiceUnavailable)
    }
}

/// The route before all routes, or behind some that are open.
#[derive(Clone)]
struct Gate {
    fairing: Arc<SecondFactorFairing>,
    gates: Arc<BTreeSet<isize>>,
    rank: isize,
}

#[rocket::async_trait]
impl route::Handler for Gate {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        if self.fairing.web.owns(path(request)) {
            return Outcome::Success(ours(self.fairing.own_page(request, data).await));
        }
        match self.decide(request).await {
            Verdict::Pass => Outcome::Forward((data, Status::NotFound)),
            // Never a failure, because that would be for a catcher to answer.
            Verdict::Stop(answer) => Outcome::Success(ours(answer)),
        }
    }
}

/// What becomes of a request.
enum Verdict {
    Pass,
    Stop(Response<Bytes>),
}

impl Gate {
    async fn decide(&self, request: &Request<'_>) -> Verdict {
        let web = &self.fairing.web;
        if let Some(passed) = slot(request).get() {
            return self.verdict(request, passed);
        }
        let by = match self.fairing.first_factor.identify(request).await {
            Ok(None) => By::Nobody,
            Ok(Some(principal)) => {
                match web.second_factor().guard(&principal, || device(request, web)).await {
                    Ok(passage) => By::Somebody(principal, passage),
                    Err(fault) if self.way(request) == Way::Open => {
                        tracing::error!(target: "countersign", %fault, "an open route is served without a standing");
                        By::Unknown(principal)
                    }
                    Err(fault) => {
                        return Verdict::Stop(web.fault(&Head::of(request, web).view(), &fault));
                    }
                }
            }
            Err(error) => {
                return Verdict::Stop(
                    self.fairing.no_first_factor(&Head::of(request, web), &error),
                );
            }
        };
        self.verdict(request, slot(request).get_or_init(|| Passed { web: web.clone(), by }))
    }

    fn verdict(&self, request: &Request<'_>, passed: &Passed) -> Verdict {
        if passed.everywhere() || self.way(request) == Way::Open {
            return Verdict::Pass;
        }
        let web = &self.fairing.web;
        let head = Head::of(request, web);
        let stopped = match &passed.by {
            By::Somebody(principal, passage) => web.stop(&head.view(), principal, passage),
            By::Nobody | By::Unknown(_) => None,
        };
        Verdict::Stop(stopped.unwrap_or_else(|| web.misconfigured(&head.view(), "no decision")))
    }

    fn way(&self, request: &Request<'_>) -> Way {
        look_ahead(request, self.rank, &self.gates, |route| self.fairing.is_open(route))
    }
}

impl SecondFactorFairing {
    /// Answers for one of our own pages. Rocket runs every request in a task of its own, so a guess
    /// is counted whether or not its sender waits for the answer.
    async fn own_page(&self, request: &Request<'_>, data: Data<'_>) -> Response<Bytes> {
        let web = &self.web;
        let head = Head::of(request, web);
        let body = match read(data).await {
            Ok(body) => body,
            Err(Unread::TooLarge) => return web.too_large(&head.view()),
            Err(Unread::Broken) => return web.unread(&head.view()),
        };
        let principal = match self.first_factor.identify(request).await {
            Ok(principal) => principal,
            Err(error) => return self.no_first_factor(&head, &error),
        };
        let (view, path, principal) = (head.view(), path(request), principal.as_ref());
        match &self.rotation {
            Some(rotate) => {
                let rotation = RotationOf { rotate: &**rotate, request };
                web.handle(view, path, body, principal, rotation).await
            }
            None => web.handle(view, path, body, principal, KeepSession).await,
        }
    }

    fn no_first_factor(&self, head: &Head<'_>, error: &BoxError) -> Response<Bytes> {
        tracing::error!(target: "countersign", %error, "the first factor could not be read");
        self.web.misconfigured(&head.view(), "the first factor could not be read")
    }
}
