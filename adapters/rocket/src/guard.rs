//! The fairing: no request reaches a route of the application's for which a second factor is due.
//!
//! It mounts a route before all routes, which answers or forwards. Rocket routes when all fairings
//! have seen the request: no other fairing leads around it, whatever it makes of address and method.
//! Which routes are open is decided by the routes themselves.

use core::future::Future;
use std::collections::BTreeSet;
use std::sync::Arc;

use bytes::Bytes;
use countersign_web::{
    BoxedTurn, Door, Extracted, Identified, Reading, Rotated, Stopped, Way, Web,
};
use http::Response;
use rocket::data::Data;
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::{CookieJar, Status};
use rocket::outcome::Outcome;
use rocket::request::FromRequest;
use rocket::{Build, Catcher, Request, Rocket, Route, catcher, route};

use crate::convert::{append, device, head, ours, overwrite, path, read};
use crate::first_factor::FirstFactor;
use crate::mount::{Attached, GATE, METHODS, gates, look_ahead};
use crate::passed::{REFUSED, slot, take_refusal};
use crate::rotation::RotateSession;

/// Puts a second factor in front of an application. It covers every route wherever it is attached;
/// attach it last, so that it finds the open routes and the catchers of other fairings. Attached twice,
/// the last one counts.
#[derive(Clone, Debug)]
pub struct SecondFactorFairing {
    door: Door<Arc<dyn FirstFactor>, Option<Arc<dyn RotateSession>>>,
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
        Fut: Future<Output = Identified> + Send + 'static,
    {
        Self::with(web, Extracted::new(first_factor))
    }

    /// A fairing whose `first_factor` reads the cookies, private ones included.
    pub fn from_cookies<C>(web: Web, first_factor: C) -> Self
    where
        C: Fn(&CookieJar<'_>) -> Identified + Send + Sync + 'static,
    {
        Self::with(web, Reading::new(first_factor))
    }

    /// A fairing with a first factor of any kind.
    pub fn with(web: Web, first_factor: impl FirstFactor) -> Self {
        Self { door: Door::new(web, Arc::new(first_factor), None) }
    }

    /// Opens a route: everybody may go there, whatever they have shown. `route` is the path with
    /// which it was mounted, base and placeholders included, and without its query.
    ///
    /// The sign-in and sign-out of [`Web`] are open of themselves. An open route that other routes
    /// match as well is only open if there is a rank between them that nobody uses.
    #[must_use]
    pub fn open(mut self, route: &str) -> Self {
        self.door.open(route);
        self
    }

    /// [Opens](Self::open) several routes.
    #[must_use]
    pub fn open_all<S: AsRef<str>>(self, routes: impl IntoIterator<Item = S>) -> Self {
        routes.into_iter().fold(self, |fairing, route| fairing.open(route.as_ref()))
    }

    /// How a session gets a new id when a second factor has been shown: `rotate` is given any
    /// request guard of the application's.
    #[must_use]
    pub fn rotate_session<T, C, Fut>(self, rotate: C) -> Self
    where
        T: for<'r> FromRequest<'r> + Send + 'static,
        C: Fn(T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Rotated> + Send + 'static,
    {
        self.rotate_with(Extracted::new(rotate))
    }

    /// How a session that is a cookie gets a new id when a second factor has been shown.
    #[must_use]
    pub fn rotate_cookie<C>(self, rotate: C) -> Self
    where
        C: Fn(&CookieJar<'_>) -> Rotated + Send + Sync + 'static,
    {
        self.rotate_with(Reading::new(rotate))
    }

    /// As [`rotate_session`](Self::rotate_session), with a rotation of any kind.
    #[must_use]
    pub fn rotate_with(self, rotation: impl RotateSession) -> Self {
        Self { door: self.door.rotating(Some(Arc::new(rotation))) }
    }

    /// Whether the application opened a route.
    fn way(&self, route: &Route) -> Way {
        self.door.way(route.uri.path(), "")
    }
}

#[rocket::async_trait]
impl Fairing for SecondFactorFairing {
    fn info(&self) -> Info {
        Info { name: "second factor", kind: Kind::Ignite | Kind::Response | Kind::Singleton }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        for open in self.door.opened() {
            if !rocket.routes().any(|route| route.uri.path() == open) {
                tracing::warn!(target: "countersign", open, "there is no such route to open");
            }
        }
        let fairing = Arc::new(self.clone());
        let gates = Arc::new(gates(&rocket, |route| self.way(route)));
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
        if let Some(cookie) = slot(request).get().and_then(|grounds| grounds.cookie()) {
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
        let web = self.fairing.door.web();
        if web.owns(path(request)) {
            // In a box, because it is large and every request would carry it along.
            let answering = Box::pin(self.fairing.own_page(request, data));
            return Outcome::Success(ours(answering.await));
        }
        match self.pass(request).await {
            Ok(_) => Outcome::Forward((data, Status::NotFound)),
            // Never a failure, because that would be for a catcher to answer.
            Err(stopped) => Outcome::Success(ours(stopped.answer(&head(request, web).view()))),
        }
    }
}

impl Gate {
    async fn pass(&self, request: &Request<'_>) -> Result<Way, Stopped> {
        let (slot, door) = (slot(request), &self.fairing.door);
        let grounds = match slot.get() {
            Some(grounds) => grounds,
            None => {
                let who = door.first_factor().identify(request).await;
                let looked = door.web().look(who, "", || device(request, door.web()));
                let grounds = Box::new(looked.await?);
                slot.get_or_init(|| grounds)
            }
        };
        grounds.may(|| look_ahead(request, self.rank, &self.gates, |ahead| self.fairing.way(ahead)))
    }
}

impl SecondFactorFairing {
    /// Answers for one of our own pages. Rocket runs every request in a task of its own, so a guess
    /// is counted whether or not its sender waits for the answer.
    async fn own_page(&self, request: &Request<'_>, data: Data<'_>) -> Response<Bytes> {
        let (body, head) = (read(data).await, head(request, self.door.web()));
        let who = self.door.first_factor().identify(request).await;
        let rotation = self.door.rotation().as_deref();
        let turn = BoxedTurn::new(rotation.map(|rotation| rotation.rotate(request)));
        self.door.web().handle(head.view(), head.path_within(), body, who, turn).await
    }
}
