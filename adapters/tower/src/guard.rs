//! The layer: no request reaches the inner service for which a second factor is due.
//!
//! The inner service is not called and overruled; it is not called. Which routes are open is decided
//! by the route that matched, or by a type that the application put into the request.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use bytes::Bytes;
use countersign::port::KeepSession;
use countersign_web::{BoxError, Door, Identified, Reading, Stopped, Turn, Unread, Way, Web};
use http::request::Parts;
use http::{HeaderValue, Request, Response};
use tower_layer::Layer;
use tower_service::Service;

use crate::convert::{Answer, device, ours, prefix, read, theirs, view};
use crate::first_factor::FirstFactor;
use crate::mount::OpenMark;
use crate::passed::{leave, left};
use crate::rotation::RotateSession;

/// Puts a second factor in front of a service. Add it last but for the layers that it needs itself,
/// such as the one of the sessions.
#[derive(Debug)]
pub struct SecondFactorLayer<F, R = KeepSession> {
    door: Shared<F, R>,
}

type Shared<F, R> = Arc<Door<Arc<F>, Arc<R>>>;

impl<C: Fn(&Parts) -> Identified + Send + Sync + 'static> SecondFactorLayer<Reading<C>> {
    /// A layer for any service: `first_factor` reads the head of the request.
    pub fn from_parts(web: Web, first_factor: C) -> Self {
        Self::with(web, Reading::new(first_factor))
    }
}

#[cfg(feature = "axum")]
impl<T, C, Fut> SecondFactorLayer<crate::Extracted<T, C>>
where
    T: axum::extract::FromRequestParts<()> + Send + 'static,
    C: Fn(T) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Identified> + Send,
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
        Self { door: Arc::new(Door::new(web, Arc::new(first_factor), Arc::new(KeepSession))) }
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
        Arc::make_mut(&mut self.door).open(route);
        self
    }

    /// [Opens](Self::open) several routes.
    #[must_use]
    pub fn open_all<S: AsRef<str>>(self, routes: impl IntoIterator<Item = S>) -> Self {
        routes.into_iter().fold(self, |layer, route| layer.open(route.as_ref()))
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
        Fut: Future<Output = countersign_web::Rotated> + Send,
    {
        self.rotate_with(crate::Extracted::new(rotate))
    }

    /// How a session gets a new id, in any other way.
    #[must_use]
    pub fn rotate_with<N: RotateSession>(self, rotation: N) -> SecondFactorLayer<F, N> {
        let door = Arc::unwrap_or_clone(self.door).rotating(Arc::new(rotation));
        SecondFactorLayer { door: Arc::new(door) }
    }

    /// The pages behind the layer.
    #[must_use]
    pub fn web(&self) -> &Web {
        self.door.web()
    }
}

impl<F, R> Clone for SecondFactorLayer<F, R> {
    fn clone(&self) -> Self {
        Self { door: Arc::clone(&self.door) }
    }
}

impl<S, F, R> Layer<S> for SecondFactorLayer<F, R> {
    type Service = SecondFactorService<S, F, R>;

    fn layer(&self, inner: S) -> Self::Service {
        SecondFactorService { inner, door: Arc::clone(&self.door) }
    }
}

/// A service with a second factor in front of it.
#[derive(Debug)]
pub struct SecondFactorService<S, F, R> {
    inner: S,
    door: Shared<F, R>,
}

impl<S: Clone, F, R> Clone for SecondFactorService<S, F, R> {
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone(), door: Arc::clone(&self.door) }
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
        let door = Arc::clone(&self.door);
        let (mut parts, body) = request.into_parts();
        if door.web().owns(parts.uri.path()) {
            return Box::pin(async move { Ok(ours(own_page(door, parts, read(body)).await)) });
        }
        Box::pin(async move {
            match pass(&door, &mut parts).await {
                Ok(cookie) => {
                    let response = inner.call(Request::from_parts(parts, body)).await?;
                    Ok(theirs(response, cookie))
                }
                Err(stopped) => Ok(ours(stopped.answer(&view(&parts, prefix(&parts))))),
            }
        })
    }
}

/// Lets a request through, perhaps with a cookie for its answer, or says why not.
async fn pass<F: FirstFactor, R>(
    door: &Door<Arc<F>, Arc<R>>,
    parts: &mut Parts,
) -> Result<Option<HeaderValue>, Stopped> {
    let web = door.web();
    if left(parts).is_some_and(|grounds| grounds.settle(web)) {
        return Ok(None);
    }
    let who = door.first_factor().identify(parts).await;
    let grounds = web.look(who, prefix(parts), || device(parts, web)).await?;
    grounds.may(|| way(door, parts))?;
    let cookie = grounds.cookie();
    leave(parts, grounds);
    Ok(cookie)
}

/// Whether the application opened the route that matched.
#[cfg_attr(not(feature = "axum"), expect(unused_variables, reason = "only axum names routes"))]
fn way<F, R>(door: &Door<F, R>, parts: &Parts) -> Way {
    if parts.extensions.get::<OpenMark>().is_some() {
        return Way::Open;
    }
    #[cfg(feature = "axum")]
    if let Some(route) = parts.extensions.get::<axum::extract::MatchedPath>() {
        return door.way(route.as_str(), prefix(parts));
    }
    Way::Shut
}

/// Answers for one of our own pages, in a task of its own; see [`Web::handle`].
async fn own_page<F: FirstFactor, R: RotateSession>(
    door: Shared<F, R>,
    mut parts: Parts,
    body: impl Future<Output = Result<Bytes, Unread>> + Send,
) -> Response<Bytes> {
    let web = door.web().clone();
    let body = body.await;
    let asked = parts.clone();
    let answer = async move {
        let who = door.first_factor().identify(&mut parts).await;
        let mut turned = parts.clone();
        let turn = Turn::new(R::ROTATES, door.rotation().rotate(&mut turned));
        let view = view(&parts, prefix(&parts));
        door.web().handle(view, parts.uri.path(), body, who, turn).await
    };
    if tokio::runtime::Handle::try_current().is_err() {
        return answer.await;
    }
    let answered = tokio::spawn(answer).await;
    answered.unwrap_or_else(|_| web.lost(&view(&asked, prefix(&asked))))
}
