//! The middleware: no request reaches the inner service for which a second factor is due.
//!
//! The inner service is not called and overruled; it is not called. Which routes are open is decided
//! by the route that will match; the text of a path decides nothing but whether one of our own pages
//! is meant.

use core::fmt;
use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll};
use std::collections::HashSet;
use std::rc::Rc;

use actix_web::body::{BoxBody, EitherBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::{Error, FromRequest, HttpMessage as _, rt};
use bytes::Bytes;
use countersign::decide::Decision;
use countersign::flow::Passage;
use countersign::subject::{Principal, SessionId};
use countersign_web::Web;
use http::{HeaderValue, Response};

use crate::convert::{Head, Unread, device, ours, read, theirs};
use crate::first_factor::{BoxError, Extracted, FirstFactor, FromHead};
use crate::mount::{another_answered, matching, prefix, untaken};
use crate::passed::{By, Passed};
use crate::rotation::{KeepId, RotateSession, RotationOf};

/// An answer of the application, or one of ours.
type Answer<B> = ServiceResponse<EitherBody<B, BoxBody>>;

/// Puts a second factor in front of an application (or a scope). Wrap it last but for the middleware
/// that it needs itself, such as the one of the sessions.
pub struct SecondFactorMiddleware<F, R = KeepId> {
    shared: Rc<Shared<F, R>>,
}

struct Shared<F, R> {
    web: Web,
    first_factor: Rc<F>,
    rotation: Rc<R>,
    open: HashSet<Box<str>>,
}

impl<C> SecondFactorMiddleware<FromHead<C>>
where
    C: Fn(&ServiceRequest) -> Result<Option<Principal>, BoxError> + 'static,
{
    /// A middleware whose `first_factor` reads the head of the request.
    pub fn from_request_head(web: Web, first_factor: C) -> Self {
        Self::with(web, FromHead(first_factor))
    }
}

impl<T, C, Fut> SecondFactorMiddleware<Extracted<T, C>>
where
    T: FromRequest + 'static,
    C: Fn(T) -> Fut + 'static,
    Fut: Future<Output = Result<Option<Principal>, BoxError>>,
{
    /// A middleware whose `first_factor` is given any extractor of the application's (or several,
    /// as a tuple) and says who is signed in. See the table of [`FirstFactor`].
    pub fn new(web: Web, first_factor: C) -> Self {
        Self::with(web, Extracted::new(first_factor))
    }
}

impl<F: FirstFactor> SecondFactorMiddleware<F> {
    /// A middleware with a first factor of any kind.
    pub fn with(web: Web, first_factor: F) -> Self {
        let first_factor = Rc::new(first_factor);
        let shared = Shared { web, first_factor, rotation: Rc::new(KeepId), open: HashSet::new() };
        Self { shared: Rc::new(shared) }
    }
}

impl<F: FirstFactor, R: RotateSession> SecondFactorMiddleware<F, R> {
    /// Opens a route: everybody may go there, whatever they have shown. `route` is the path with
    /// which it was added, placeholders included, and with the scopes that it is in; for a middleware
    /// that wraps a scope without placeholders, what comes after that scope is enough.
    ///
    /// Opened is what the path leads to if no guard is asked, for every method. Whoever else runs
    /// where a guard says no, another route or a default service, runs as well, though its answer is
    /// withheld. Give an open route a path that no other route can match.
    ///
    /// The sign-in and sign-out of [`Web`] are open of themselves.
    #[must_use]
    pub fn open(mut self, route: &str) -> Self {
        Rc::make_mut(&mut self.shared).open.insert(route.into());
        self
    }

    /// How a session gets a new id when a second factor has been shown: `rotate` is given any
    /// extractor of the application's.
    #[must_use]
    pub fn rotate_session<T, C, Fut>(self, rotate: C) -> SecondFactorMiddleware<F, Extracted<T, C>>
    where
        T: FromRequest + 'static,
        C: Fn(T) -> Fut + 'static,
        Fut: Future<Output = Result<Option<SessionId>, BoxError>>,
    {
        self.rotate_with(Extracted::new(rotate))
    }

    /// How a session gets a new id, in any other way.
    #[must_use]
    pub fn rotate_with<N: RotateSession>(self, rotation: N) -> SecondFactorMiddleware<F, N> {
        let rotation = Rc::new(rotation);
        let Shared { web, first_factor, open, .. } = Rc::unwrap_or_clone(self.shared);
        SecondFactorMiddleware { shared: Rc::new(Shared { web, first_factor, rotation, open }) }
    }

    /// The pages behind the middleware.
    #[must_use]
    pub fn web(&self) -> &Web {
        &self.shared.web
    }
}

impl<F, R> Clone for Shared<F, R> {
    fn clone(&self) -> Self {
        Self {
            web: self.web.clone(),
            first_factor: Rc::clone(&self.first_factor),
            rotation: Rc::clone(&self.rotation),
            open: self.open.clone(),
        }
    }
}

impl<F, R> Clone for SecondFactorMiddleware<F, R> {
    fn clone(&self) -> Self {
        Self { shared: Rc::clone(&self.shared) }
    }
}

impl<F, R> fmt::Debug for SecondFactorMiddleware<F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let web = &self.shared.web;
        f.debug_struct("SecondFactorMiddleware").field("web", web).finish_non_exhaustive()
    }
}

impl<S, B, F, R> Transform<S, ServiceRequest> for SecondFactorMiddleware<F, R>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
    F: FirstFactor,
    R: RotateSession,
{
    type Response = Answer<B>;
    type Error = Error;
    type Transform = SecondFactorService<S, F, R>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        let order = Order::of::<S>();
        let shared = Rc::clone(&self.shared);
        ready(Ok(SecondFactorService { inner: Rc::new(inner), shared, order }))
    }
}

/// Whether sessions are read before us or after us.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Order {
    Right,
    SessionsInside,
}

impl Order {
    /// The session of `actix-session` can be asked for before it has been read; it is empty then, and
    /// everybody would be nobody. What was wrapped before us is a part of the type of `S`.
    fn of<S>() -> Self {
        let inner = core::any::type_name::<S>();
        let sessions = ["actix_session::", "actix_identity::"];
        if sessions.iter().any(|name| inner.contains(name)) {
            Self::SessionsInside
        } else {
            Self::Right
        }
    }
}

/// A service with a second factor in front of it.
pub struct SecondFactorService<S, F, R> {
    inner: Rc<S>,
    shared: Rc<Shared<F, R>>,
    order: Order,
}

impl<S, F, R> fmt::Debug for SecondFactorService<S, F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactorService").finish_non_exhaustive()
    }
}

impl<S, B, F, R> Service<ServiceRequest> for SecondFactorService<S, F, R>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
    F: FirstFactor,
    R: RotateSession,
{
    type Response = Answer<B>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Answer<B>, Error>>>>;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let shared = Rc::clone(&self.shared);
        if self.order == Order::SessionsInside {
            let response = shared.misordered(&request);
            return Box::pin(ready(Ok(request
                .into_response(ours(response))
                .map_into_right_body())));
        }
        let path = request.uri().path();
        if shared.web.owns(path.strip_prefix(prefix(&request)).unwrap_or(path)) {
            return Box::pin(
                async move { Ok(own_page(shared, request).await.map_into_right_body()) },
            );
        }
        let inner = Rc::clone(&self.inner);
        Box::pin(async move {
            match shared.decide(&request).await {
                Verdict::Pass(cookie) => Ok(theirs(inner.call(request).await?, cookie)),
                Verdict::PassOpen(route) => {
                    let before = untaken(request.request());
                    let response = inner.call(request).await?;
                    if another_answered(&response, &route, before) {
                        let (request, _) = response.into_parts();
                        let stopped = ours(shared.not_opened(&request, &route));
                        return Ok(ServiceResponse::new(request, stopped).map_into_right_body());
                    }
                    Ok(theirs(response, None))
                }
                Verdict::Stop(response) => {
                    Ok(request.into_response(ours(response)).map_into_right_body())
                }
            }
        })
    }
}

/// What becomes of a request.
enum Verdict {
    Pass(Option<HeaderValue>),
    /// Only because this route is open.
    PassOpen(String),
    Stop(Response<Bytes>),
}

impl<F: FirstFactor, R: RotateSession> Shared<F, R> {
    async fn decide(&self, request: &ServiceRequest) -> Verdict {
        if request.extensions().get::<Passed>().is_some_and(|passed| passed.settles(&self.web)) {
            return Verdict::Pass(None);
        }
        let principal = match self.first_factor.identify(request).await {
            Ok(Some(principal)) => principal,
            Ok(None) => {
                self.leave(request, By::Nobody);
                return Verdict::Pass(None);
            }
            Err(error) => return Verdict::Stop(self.no_first_factor(request, &error)),
        };
        let (headers, web) = (request.headers(), &self.web);
        let found = self.web.second_factor().guard(&principal, || device(headers, web)).await;
        match found {
            Ok(passage) if passage.decision == Decision::Allow => {
                let cookie = self.web.keep_device(&passage);
                self.leave(request, By::Somebody(principal, passage));
                Verdict::Pass(cookie)
            }
            Ok(passage) => self.unless_open(request, principal, passage),
            Err(fault) => match self.opened(request) {
                Some(route) => {
                    tracing::error!(target: "countersign", error = %fault, "an open route is served without a standing");
                    self.leave(request, By::Unknown(principal));
                    Verdict::PassOpen(route)
                }
                None => {
                    let head = Head::of(request.request(), prefix(request));
                    Verdict::Stop(self.web.fault(&head.view(), &fault))
                }
            },
        }
    }

    /// Of whom more is asked.
    fn unless_open(
        &self,
        request: &ServiceRequest,
        principal: Principal,
        passage: Passage,
    ) -> Verdict {
        if let Some(route) = self.opened(request) {
            self.leave(request, By::Somebody(principal, passage));
            return Verdict::PassOpen(route);
        }
        let head = Head::of(request.request(), prefix(request));
        let stopped = self.web.stop(&head.view(), &principal, &passage);
        Verdict::Stop(
            stopped.unwrap_or_else(|| self.web.misconfigured(&head.view(), "no decision")),
        )
    }

    /// The route that will match, if the application opened it.
    fn opened(&self, request: &ServiceRequest) -> Option<String> {
        let route = matching(request)?;
        let is_open = |route: &str| self.open.contains(route) || self.web.is_way_in_or_out(route);
        let within = route.strip_prefix(prefix(request));
        (is_open(&route) || within.is_some_and(is_open)).then_some(route)
    }

    /// Leaves the grounds in the request, for extractors, and the standing, for handlers.
    fn leave(&self, request: &ServiceRequest, by: By) {
        let mut extensions = request.extensions_mut();
        if let By::Somebody(_, Passage { standing: Some(standing), .. }) = &by {
            extensions.insert(*standing);
        }
        extensions.insert(Passed::new(&self.web, prefix(request), by));
    }

    fn no_first_factor(&self, request: &ServiceRequest, error: &BoxError) -> Response<Bytes> {
        tracing::error!(target: "countersign", %error, "the first factor could not be read");
        let head = Head::of(request.request(), prefix(request));
        self.web.misconfigured(&head.view(), "the first factor could not be read")
    }

    fn misordered(&self, request: &ServiceRequest) -> Response<Bytes> {
        let head = Head::of(request.request(), prefix(request));
        let reason = "the sessions are inside of SecondFactorMiddleware: wrap them after it";
        self.web.misconfigured(&head.view(), reason)
    }

    fn not_opened(&self, request: &actix_web::HttpRequest, route: &str) -> Response<Bytes> {
        tracing::error!(target: "countersign", route, "was opened, but another route answered");
        let head = Head::of(request, "");
        self.web.misconfigured(&head.view(), "an open route shares its path with another one")
    }
}

/// Answers for one of our own pages, in a task of its own: a guess is counted whether or not its
/// sender waits for the answer.
async fn own_page<F: FirstFactor, R: RotateSession>(
    shared: Rc<Shared<F, R>>,
    mut request: ServiceRequest,
) -> ServiceResponse {
    let head = Head::of(request.request(), prefix(&request));
    let web = shared.web.clone();
    let body = match read(&mut request).await {
        Ok(body) => body,
        Err(Unread::TooLarge) => return request.into_response(ours(web.too_large(&head.view()))),
        Err(Unread::Broken) => return request.into_response(ours(web.unread(&head.view()))),
    };
    let asked = request.request().clone();
    let answer = rt::spawn(async move {
        let principal = match shared.first_factor.identify(&request).await {
            Ok(principal) => principal,
            Err(error) => return shared.no_first_factor(&request, &error),
        };
        let rotation = RotationOf { rotate: &*shared.rotation, request: &request };
        let (view, path) = (head.view(), head.path_within());
        shared.web.handle(view, path, body, principal.as_ref(), rotation).await
    });
    let response = answer.await.unwrap_or_else(|_| {
        let head = Head::of(&asked, "");
        web.misconfigured(&head.view(), "the task that answered has ended")
    });
    ServiceResponse::new(asked, ours(response))
}
