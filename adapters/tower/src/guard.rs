//! The layer: no request reaches the inner service for which a second factor is due.
//!
//! The inner service is not called and overruled; it is not called. Which routes are open is decided
//! by the route that matched, or by a type that the application put into the request; the text of a
//! path decides nothing but whether one of our own pages is meant.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::collections::HashSet;
use std::sync::Arc;

use bytes::Bytes;
use countersign::decide::Decision;
use countersign::subject::Principal;
use countersign_web::Web;
use http::request::Parts;
use http::{HeaderValue, Request, Response};
use tower_layer::Layer;
use tower_service::Service;

use crate::convert::{Answer, Unread, device, ours, read, theirs, view};
use crate::first_factor::{BoxError, FirstFactor, FromParts};
use crate::mount::OpenMark;
use crate::passed::{By, Passed};
use crate::rotation::{KeepId, RotateSession, RotationOf};

/// Puts a second factor in front of a service. Add it last but for the layers that it needs itself,
/// such as the one of the sessions.
pub struct SecondFactorLayer<F, R = KeepId> {
    shared: Arc<Shared<F, R>>,
    open: Arc<HashSet<Box<str>>>,
}

struct Shared<F, R> {
    web: Web,
    first_factor: F,
    rotation: R,
}

impl<C> SecondFactorLayer<FromParts<C>>
where
    C: Fn(&Parts) -> Result<Option<Principal>, BoxError> + Send + Sync + 'static,
{
    /// A layer for any service: `first_factor` reads the head of the request.
    pub fn from_parts(web: Web, first_factor: C) -> Self {
        Self::with(web, FromParts(first_factor))
    }
}

#[cfg(feature = "axum")]
impl<T, C, Fut> SecondFactorLayer<crate::Extracted<T, C>>
where
    T: axum::extract::FromRequestParts<()> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Option<Principal>, BoxError>> + Send,
{
    /// A layer for axum: `first_factor` is given any extractor of the application's (or several, as
    /// a tuple) and says who is signed in. See the table of [`FirstFactor`].
    pub fn new(web: Web, first_factor: C) -> Self {
        Self::with(web, crate::Extracted::new(first_factor))
    }
}

impl<F: FirstFactor> SecondFactorLayer<F> {
    /// A layer with a first factor of any kind.
    pub fn with(web: Web, first_factor: F) -> Self {
        let shared = Shared { web, first_factor, rotation: KeepId };
        Self { shared: Arc::new(shared), open: Arc::default() }
    }
}

impl<F: FirstFactor, R: RotateSession> SecondFactorLayer<F, R> {
    /// Opens a route: everybody may go there, whatever they have shown. `route` is the path with
    /// which it was added to the router, placeholders included; for a layer around `nest`, with what
    /// it is nested below.
    ///
    /// The sign-in and sign-out of [`Web`] are open of themselves.
    #[must_use]
    pub fn open(mut self, route: &str) -> Self {
        Arc::make_mut(&mut self.open).insert(route.into());
        self
    }

    /// How a session gets a new id when a second factor has been shown: `rotate` is given any
    /// extractor of the application's.
    #[cfg(feature = "axum")]
    #[must_use]
    pub fn rotate_session<T, C, Fut>(
        self,
        rotate: C,
    ) -> SecondFactorLayer<F, crate::Extracted<T, C>>
    where
        T: axum::extract::FromRequestParts<()> + Send + 'static,
        C: Fn(T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Option<countersign::subject::SessionId>, BoxError>> + Send,
        F: Clone,
    {
        self.rotate_with(crate::Extracted::new(rotate))
    }

    /// How a session gets a new id, in any other way.
    #[must_use]
    pub fn rotate_with<N: RotateSession>(self, rotation: N) -> SecondFactorLayer<F, N>
    where
        F: Clone,
    {
        let shared = Shared {
            web: self.shared.web.clone(),
            first_factor: self.shared.first_factor.clone(),
            rotation,
        };
        SecondFactorLayer { shared: Arc::new(shared), open: self.open }
    }

    /// The pages behind the layer.
    #[must_use]
    pub fn web(&self) -> &Web {
        &self.shared.web
    }
}

impl<F, R> Clone for SecondFactorLayer<F, R> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), open: Arc::clone(&self.open) }
    }
}

impl<F, R> fmt::Debug for SecondFactorLayer<F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactorLayer").field("web", &self.shared.web).finish_non_exhaustive()
    }
}

impl<S, F, R> Layer<S> for SecondFactorLayer<F, R> {
    type Service = SecondFactorService<S, F, R>;

    fn layer(&self, inner: S) -> Self::Service {
        SecondFactorService {
            inner,
            shared: Arc::clone(&self.shared),
            open: Arc::clone(&self.open),
        }
    }
}

/// A service with a second factor in front of it.
pub struct SecondFactorService<S, F, R> {
    inner: S,
    shared: Arc<Shared<F, R>>,
    open: Arc<HashSet<Box<str>>>,
}

impl<S: Clone, F, R> Clone for SecondFactorService<S, F, R> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            shared: Arc::clone(&self.shared),
            open: Arc::clone(&self.open),
        }
    }
}

impl<S, F, R> fmt::Debug for SecondFactorService<S, F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactorService").finish_non_exhaustive()
    }
}

impl<S, F, R, B, A> Service<Request<B>> for SecondFactorService<S, F, R>
where
    S: Service<Request<B>, Response = Response<A>> + Clone + Send + 'static,
    S::Future: Send,
    F: FirstFactor,
    R: RotateSession,
    B: http_body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    type Response = Answer<A>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Answer<A>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The one that was polled ready is called; its clone waits for the next request.
        let clone = self.inner.clone();
        let mut inner = core::mem::replace(&mut self.inner, clone);
        let shared = Arc::clone(&self.shared);
        if shared.web.owns(request.uri().path()) {
            let (parts, body) = request.into_parts();
            return Box::pin(async move { Ok(ours(own_page(shared, parts, body).await)) });
        }
        let open = Arc::clone(&self.open);
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            match shared.decide(&open, &mut parts).await {
                Verdict::Pass(cookie) => {
                    let response = inner.call(Request::from_parts(parts, body)).await?;
                    Ok(theirs(response, cookie))
                }
                Verdict::Stop(response) => Ok(ours(response)),
            }
        })
    }
}

/// What becomes of a request.
enum Verdict {
    Pass(Option<HeaderValue>),
    Stop(Response<Bytes>),
}

impl<F: FirstFactor, R: RotateSession> Shared<F, R> {
    async fn decide(&self, open: &HashSet<Box<str>>, parts: &mut Parts) -> Verdict {
        if parts.extensions.get::<Passed>().is_some_and(|passed| passed.settles(&self.web)) {
            return Verdict::Pass(None);
        }
        let principal = match self.first_factor.identify(parts).await {
            Ok(Some(principal)) => principal,
            Ok(None) => return self.pass(parts, By::Nobody),
            Err(error) => return Verdict::Stop(self.no_first_factor(parts, &error)),
        };
        let found = self.web.second_factor().guard(&principal, || device(parts, &self.web)).await;
        match (found, self.is_open(open, parts)) {
            (Ok(passage), true) => self.pass(parts, By::Somebody(principal, passage)),
            (Ok(passage), false) if passage.decision == Decision::Allow => {
                self.pass(parts, By::Somebody(principal, passage))
            }
            (Ok(passage), false) => {
                let view = view(parts);
                let stopped = self.web.stop(&view, &principal, &passage);
                let stopped = stopped.unwrap_or_else(|| self.web.misconfigured(&view, "undecided"));
                Verdict::Stop(stopped)
            }
            (Err(error), true) => {
                tracing::error!(target: "countersign", %error, "an open route is served without a standing");
                self.pass(parts, By::Unknown(principal))
            }
            (Err(fault), false) => Verdict::Stop(self.web.fault(&view(parts), &fault)),
        }
    }

    /// Leaves the grounds in the request, for extractors, and the standing, for handlers.
    fn pass(&self, parts: &mut Parts, by: By) -> Verdict {
        let mut cookie = None;
        if let By::Somebody(_, passage) = &by {
            cookie = self.web.keep_device(passage);
            if let Some(standing) = passage.standing {
                parts.extensions.insert(standing);
            }
        }
        let passed = Passed::new(&self.web, view(parts).prefix, by);
        parts.extensions.insert(passed);
        Verdict::Pass(cookie)
    }

    /// Whether the application opened the route that matched.
    fn is_open(&self, open: &HashSet<Box<str>>, parts: &Parts) -> bool {
        let opened = |route: &str| open.contains(route) || self.web.is_way_in_or_out(route);
        // The layer may itself be nested below something, which the matched route names as well.
        let below = |route: &str| {
            let prefix = view(parts).prefix;
            !prefix.is_empty() && route.strip_prefix(prefix).is_some_and(opened)
        };
        parts.extensions.get::<OpenMark>().is_some()
            || matched(parts).is_some_and(|route| opened(route) || below(route))
    }

    fn no_first_factor(&self, parts: &Parts, error: &BoxError) -> Response<Bytes> {
        tracing::error!(target: "countersign", %error, "the first factor could not be read");
        self.web.misconfigured(&view(parts), "the first factor could not be read")
    }
}

/// The path with which the route that matched was added.
#[cfg(feature = "axum")]
fn matched(parts: &Parts) -> Option<&str> {
    parts.extensions.get::<axum::extract::MatchedPath>().map(axum::extract::MatchedPath::as_str)
}

#[cfg(not(feature = "axum"))]
const fn matched(_: &Parts) -> Option<&str> {
    None
}

/// Answers for one of our own pages, in a task of its own: a guess is counted whether or not its
/// sender waits for the answer.
async fn own_page<F, R, B>(shared: Arc<Shared<F, R>>, mut parts: Parts, body: B) -> Response<Bytes>
where
    F: FirstFactor,
    R: RotateSession,
    B: http_body::Body + Send,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    let web = shared.web.clone();
    let body = match read(body).await {
        Ok(body) => body,
        Err(Unread::TooLarge) => return web.too_large(&view(&parts)),
        Err(Unread::Broken) => return web.unread(&view(&parts)),
    };
    let fallback = parts.clone();
    let answer = async move {
        let principal = match shared.first_factor.identify(&mut parts).await {
            Ok(principal) => principal,
            Err(error) => return shared.no_first_factor(&parts, &error),
        };
        let rotation = RotationOf { rotate: &shared.rotation, parts: parts.clone() };
        let path = parts.uri.path();
        shared.web.handle(view(&parts), path, body, principal.as_ref(), rotation).await
    };
    if tokio::runtime::Handle::try_current().is_err() {
        return answer.await;
    }
    match tokio::spawn(answer).await {
        Ok(response) => response,
        Err(_) => web.misconfigured(&view(&fallback), "the task that answered has ended"),
    }
}
