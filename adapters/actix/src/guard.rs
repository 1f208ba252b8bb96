//! The middleware: no request reaches the inner service for which a second factor is due.
//!
//! The inner service is not called and overruled; it is not called. Which routes are open is decided
//! by the route that will match.

use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll};
use std::rc::Rc;

use actix_web::body::{BoxBody, EitherBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::{Error, FromRequest, HttpRequest, rt};
use bytes::Bytes;
use countersign::port::KeepSession;
use countersign_web::{Door, Extracted, Identified, Reading, Rotated, Stopped, Turn, Way, Web};
use http::{HeaderValue, Response};

use crate::convert::{device, head, ours, read, theirs};
use crate::first_factor::FirstFactor;
use crate::mount::{Takes, another_answered, matching, prefix};
use crate::passed::{leave, left};
use crate::rotation::RotateSession;

/// An answer of the application, or one of ours.
type Answer<B> = ServiceResponse<EitherBody<B, BoxBody>>;

/// Puts a second factor in front of an application (or a scope). Wrap it last but for the middleware
/// that it needs itself, such as the one of the sessions.
#[derive(Debug)]
pub struct SecondFactorMiddleware<F, R = KeepSession> {
    door: Shared<F, R>,
}

type Shared<F, R> = Rc<Door<Rc<F>, Rc<R>>>;

impl<C: Fn(&ServiceRequest) -> Identified + 'static> SecondFactorMiddleware<Reading<C>> {
    /// A middleware whose `first_factor` reads the head of the request.
    pub fn from_request_head(web: Web, first_factor: C) -> Self {
        Self::with(web, Reading::new(first_factor))
    }
}

impl<T, C, Fut> SecondFactorMiddleware<Extracted<T, C>>
where
    T: FromRequest + 'static,
    C: Fn(T) -> Fut + 'static,
    Fut: Future<Output = Identified>,
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
        Self { door: Rc::new(Door::new(web, Rc::new(first_factor), Rc::new(KeepSession))) }
    }
}

impl<F: FirstFactor, R: RotateSession> SecondFactorMiddleware<F, R> {
    /// Opens a route: everybody may go there, whatever they have shown. `route` is the path with
    /// which it was added, placeholders included, and with the scopes that it is in; for a middleware
    /// that wraps a scope without placeholders, what comes after that scope is enough.
    ///
    /// Opened is what the path leads to if no guard is asked, for every method. Whoever else runs
    /// where a guard says no, another route or a default service, runs as well, though its answer is
    /// withheld. (Only what the default service of a scope answers at the address of that very scope
    /// looks like the page there.) Give an open route a path that no other route can match.
    ///
    /// The sign-in and sign-out of [`Web`] are open of themselves.
    #[must_use]
    pub fn open(mut self, route: &str) -> Self {
        Rc::make_mut(&mut self.door).open(route);
        self
    }

    /// [Opens](Self::open) several routes.
    #[must_use]
    pub fn open_all<S: AsRef<str>>(self, routes: impl IntoIterator<Item = S>) -> Self {
        routes.into_iter().fold(self, |middleware, route| middleware.open(route.as_ref()))
    }

    /// How a session gets a new id when a second factor has been shown: `rotate` is given any
    /// extractor of the application's.
    #[must_use]
    pub fn rotate_session<T, C, Fut>(self, rotate: C) -> SecondFactorMiddleware<F, Extracted<T, C>>
    where
        T: FromRequest + 'static,
        C: Fn(T) -> Fut + 'static,
        Fut: Future<Output = Rotated>,
    {
        self.rotate_with(Extracted::new(rotate))
    }

    /// How a session gets a new id, in any other way.
    #[must_use]
    pub fn rotate_with<N: RotateSession>(self, rotation: N) -> SecondFactorMiddleware<F, N> {
        let door = Rc::unwrap_or_clone(self.door).rotating(Rc::new(rotation));
        SecondFactorMiddleware { door: Rc::new(door) }
    }

    /// The pages behind the middleware.
    #[must_use]
    pub fn web(&self) -> &Web {
        self.door.web()
    }
}

impl<F, R> Clone for SecondFactorMiddleware<F, R> {
    fn clone(&self) -> Self {
        Self { door: Rc::clone(&self.door) }
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
        let (inner, door) = (Rc::new(inner), Rc::clone(&self.door));
        let takes = Rc::default();
        ready(Ok(SecondFactorService { inner, door, takes, order: Order::of::<S>() }))
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
#[derive(Debug)]
pub struct SecondFactorService<S, F, R> {
    inner: Rc<S>,
    door: Shared<F, R>,
    takes: Rc<Takes>,
    order: Order,
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
        let door = Rc::clone(&self.door);
        if self.order == Order::SessionsInside {
            let reason = "the sessions are inside of SecondFactorMiddleware: wrap them after it";
            let stopped = Stopped::misconfigured(door.web(), reason);
            return Box::pin(ready(Ok(stop(request, &stopped))));
        }
        let path = request.uri().path();
        if door.web().owns(path.strip_prefix(prefix(&request)).unwrap_or(path)) {
            return Box::pin(async move {
                let (request, response) = own_page(door, request).await;
                Ok(ServiceResponse::new(request, ours(response)).map_into_right_body())
            });
        }
        let (inner, takes) = (Rc::clone(&self.inner), Rc::clone(&self.takes));
        Box::pin(async move {
            match pass(&door, &request).await {
                Ok((Way::Shut, cookie)) => Ok(theirs(inner.call(request).await?, cookie)),
                Ok((Way::Open, _)) => call_open(&door, &takes, &*inner, request).await,
                Err(stopped) => Ok(stop(request, &stopped)),
            }
        })
    }
}

/// Lets a request through, perhaps with a cookie for its answer, or says why not.
async fn pass<F: FirstFactor, R>(
    door: &Door<Rc<F>, Rc<R>>,
    request: &ServiceRequest,
) -> Result<(Way, Option<HeaderValue>), Stopped> {
    let web = door.web();
    if left(request.request()).is_some_and(|grounds| grounds.settle(web)) {
        return Ok((Way::Shut, None));
    }
    let who = door.first_factor().identify(request).await;
    let headers = request.headers();
    let grounds = web.look(who, prefix(request), || device(headers, web)).await?;
    let passed = (grounds.may(|| way(door, request))?, grounds.cookie());
    leave(request.request(), grounds);
    Ok(passed)
}

/// Whether the application opened the route that will match.
fn way<F, R>(door: &Door<F, R>, request: &ServiceRequest) -> Way {
    matching(request).map_or(Way::Shut, |route| door.way(&route, prefix(request)))
}

/// Calls the application for a request that passes only because its route is open.
async fn call_open<S, B, F, R>(
    door: &Door<F, R>,
    takes: &Takes,
    inner: &S,
    request: ServiceRequest,
) -> Result<Answer<B>, Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    let route = matching(&request).unwrap_or_default();
    let leaves = takes.leaves(&route, &request);
    let response = inner.call(request).await?;
    if !another_answered(&response, &route, leaves) {
        return Ok(theirs(response, None));
    }
    tracing::error!(target: "countersign", route, "was opened, but another route answered");
    let reason = "an open route shares its path with another one";
    let answer =
        Stopped::misconfigured(door.web(), reason).answer(&head(response.request(), "").view());
    Ok(response.into_response(ours(answer)).map_into_right_body())
}

fn stop<B>(request: ServiceRequest, stopped: &Stopped) -> Answer<B> {
    let answer = stopped.answer(&head(request.request(), prefix(&request)).view());
    request.into_response(ours(answer)).map_into_right_body()
}

/// Answers for one of our own pages, in a task of its own; see [`Web::handle`].
async fn own_page<F: FirstFactor, R: RotateSession>(
    door: Shared<F, R>,
    mut request: ServiceRequest,
) -> (HttpRequest, Response<Bytes>) {
    let web = door.web().clone();
    let body = read(&mut request).await;
    let asked = request.request().clone();
    let answer = rt::spawn(async move {
        let head = head(request.request(), prefix(&request));
        let who = door.first_factor().identify(&request).await;
        let turn = Turn::new(R::ROTATES, door.rotation().rotate(&request));
        door.web().handle(head.view(), head.path_within(), body, who, turn).await
    });
    let answered = answer.await;
    let answered = answered.unwrap_or_else(|_| web.lost(&head(&asked, "").view()));
    (asked, answered)
}
