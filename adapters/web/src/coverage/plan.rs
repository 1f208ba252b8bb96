//! What a walk is told: the routes, which of them are open, and how somebody signs in.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method};

use super::address::{filled, path};
use super::error::CoverageError;
use super::route::{Route, Sent, Way};
use crate::web::Web;

/// What a walk is told: the routes, which of them are open, and how somebody signs in. See the table
/// of this [module](super).
#[must_use]
pub struct Coverage<'a> {
    pub(super) web: Web,
    pub(super) below: String,
    routes: Vec<(String, String)>,
    addresses: BTreeMap<String, String>,
    bodies: BTreeMap<(String, String), Sent>,
    pub(super) open: BTreeSet<String>,
    pub(super) sign_in: Option<SignIn<'a>>,
    pub(super) exempt: Option<HeaderMap>,
    pub(super) handlers: Handlers,
}

/// How somebody passes the first factor.
pub(super) enum SignIn<'a> {
    /// The application does it, and says what headers they have from then on.
    Own(Box<dyn Fn() -> SigningIn<'a> + 'a>),
    /// The walk sends a form to this address.
    Form(String, String),
}

pub(super) type SigningIn<'a> = Pin<Box<dyn Future<Output = HeaderMap> + 'a>>;

/// Which handlers run for those of whom nothing more is asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Handlers {
    Safe,
    All,
}

impl<'a> Coverage<'a> {
    /// A walk through an application that is behind these pages, or behind others like them: of the
    /// same second factor, and with the same mount point, sign-in and sign-out.
    pub fn new(web: &Web) -> Self {
        Self {
            web: web.clone(),
            below: String::new(),
            routes: Vec::new(),
            addresses: BTreeMap::new(),
            bodies: BTreeMap::new(),
            open: BTreeSet::new(),
            sign_in: None,
            exempt: None,
            handlers: Handlers::Safe,
        }
    }

    /// What Countersign is nested below, and its pages with it: `/app` in `nest("/app", …)` of axum
    /// or in `scope("/app")` of actix-web. Routes and addresses are whole all the same.
    pub fn below(mut self, prefix: impl Into<String>) -> Self {
        self.below = prefix.into();
        self
    }

    /// A route by its method and the path with which it was added, placeholders included. They are
    /// filled with `1`; where that leads nowhere, give an address with [`at`](Self::at).
    pub fn route(mut self, method: impl Into<String>, route: impl Into<String>) -> Self {
        self.routes.push((method.into(), route.into()));
        self
    }

    /// Several routes.
    pub fn routes<M: Into<String>, R: Into<String>>(
        mut self,
        routes: impl IntoIterator<Item = (M, R)>,
    ) -> Self {
        self.routes.extend(routes.into_iter().map(|(method, route)| (method.into(), route.into())));
        self
    }

    /// An address of a route: where it has placeholders, one that leads somewhere.
    pub fn at(mut self, route: impl Into<String>, address: impl Into<String>) -> Self {
        self.addresses.insert(route.into(), address.into());
        self
    }

    /// What is sent by a method of a route instead of an empty form. A method that only reads sends
    /// nothing.
    pub fn body(
        mut self,
        method: impl Into<String>,
        route: impl Into<String>,
        kind: HeaderValue,
        body: impl Into<Bytes>,
    ) -> Self {
        self.bodies.insert((method.into(), route.into()), Sent { kind, body: body.into() });
        self
    }

    /// The routes that everybody may reach, whatever they have shown, by every method. The list is to
    /// be the exact one: a route that is listed and not open is told of as well, since the entry
    /// would hide that it is opened one day. The sign-in and sign-out of [`Web`] are listed of
    /// themselves.
    pub fn open<R: Into<String>>(mut self, routes: impl IntoIterator<Item = R>) -> Self {
        self.open.extend(routes.into_iter().map(Into::into));
        self
    }

    /// How somebody passes the first factor: the headers that their requests have from then on, such
    /// as `Cookie`. It is called several times. Each time the same person signs in, with a session of
    /// its own; a second factor must be required of them, and they have none when the walk begins.
    pub fn sign_in(mut self, sign_in: impl AsyncFn() -> HeaderMap + 'a) -> Self {
        let sign_in = Rc::new(sign_in);
        self.sign_in = Some(SignIn::Own(Box::new(move || {
            let sign_in = Rc::clone(&sign_in);
            Box::pin(async move { sign_in().await })
        })));
        self
    }

    /// As [`sign_in`](Self::sign_in), for an application whose sign-in is a form without a token: it
    /// is posted to `address`, and the cookies that come back are kept.
    pub fn sign_in_by_form(mut self, address: impl Into<String>, form: impl Into<String>) -> Self {
        self.sign_in = Some(SignIn::Form(address.into(), form.into()));
        self
    }

    /// The headers of somebody of whom the policy asks nothing, such as a key.
    pub fn exempt(mut self, headers: HeaderMap) -> Self {
        self.exempt = Some(headers);
        self
    }

    /// Sends the methods that change something as verified and as exempt, too. Their handlers run.
    pub fn run_handlers(mut self) -> Self {
        self.handlers = Handlers::All;
        self
    }

    /// The routes in the order in which they were handed over.
    pub(super) fn listed(&self) -> Result<Vec<Route>, CoverageError> {
        if self.routes.is_empty() {
            return Err(CoverageError::NoRoutes);
        }
        self.routes.iter().map(|(method, route)| self.read(method, route)).collect()
    }

    fn read(&self, method: &str, route: &str) -> Result<Route, CoverageError> {
        let address = self.addresses.get(route).cloned().unwrap_or_else(|| filled(route));
        if !address.starts_with('/') || address.parse::<http::Uri>().is_err() {
            return Err(CoverageError::Address { address, route: route.to_owned() });
        }
        let method = Method::from_bytes(method.as_bytes()).map_err(|_| CoverageError::Method {
            method: method.to_owned(),
            route: route.to_owned(),
        })?;
        let body = (!method.is_safe()).then(|| {
            let key = (method.as_str().to_owned(), route.to_owned());
            self.bodies.get(&key).cloned().unwrap_or_else(Sent::empty_form)
        });
        Ok(Route { method, route: route.to_owned(), address, body, way: self.way(path(route)) })
    }

    fn way(&self, path: &str) -> Way {
        let within = path.strip_prefix(self.below.as_str()).unwrap_or(path);
        if self.open.contains(path) || self.web.is_way_in_or_out(within) {
            Way::Open
        } else {
            Way::Protected
        }
    }

    /// What is listed as open and is no route.
    pub(super) fn unknown_open(&self) -> impl Iterator<Item = &str> {
        let is_route = |open: &str| self.routes.iter().any(|(_, route)| path(route) == open);
        self.open.iter().map(String::as_str).filter(move |open| !is_route(open))
    }
}

impl fmt::Debug for Coverage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Coverage")
            .field("routes", &self.routes)
            .field("open", &self.open)
            .field("handlers", &self.handlers)
            .finish_non_exhaustive()
    }
}
