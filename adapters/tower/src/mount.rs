//! Where our pages and the open routes are.

use core::task::{Context, Poll};

use http::Request;
use tower_layer::Layer;
use tower_service::Service;

/// Opens whatever it is layered around: everybody may go there, whatever they have shown. For routes
/// that have no path of their own to name, such as a folder of files.
///
/// It has to be outside of [`SecondFactorLayer`](crate::SecondFactorLayer), that is, added after it:
///
/// ```
/// # use countersign_tower::Open;
/// # fn router<L>(gate: L) -> axum::Router
/// # where
/// #     L: tower::Layer<axum::routing::Route> + Clone + Send + Sync + 'static,
/// #     L::Service: tower::Service<axum::extract::Request> + Clone + Send + Sync + 'static,
/// #     <L::Service as tower::Service<axum::extract::Request>>::Response: axum::response::IntoResponse,
/// #     <L::Service as tower::Service<axum::extract::Request>>::Error: Into<std::convert::Infallible>,
/// #     <L::Service as tower::Service<axum::extract::Request>>::Future: Send,
/// # {
/// # use axum::{Router, routing::get};
/// let open = Router::new().route("/logo.svg", get(|| async { "<svg/>" }));
/// Router::new()
///     .route("/account", get(|| async { "yours" }))
///     .layer(gate.clone())
///     .merge(open.layer(gate).layer(Open))
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "it is a name and nothing else")]
pub struct Open;

/// What [`Open`] leaves in a request. The type is private, so no request brings it along.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenMark;

impl<S> Layer<S> for Open {
    type Service = Opened<S>;

    fn layer(&self, inner: S) -> Opened<S> {
        Opened { inner }
    }
}

/// A service that [`Open`] was layered around.
#[derive(Clone, Copy, Debug)]
pub struct Opened<S> {
    inner: S,
}

impl<S: Service<Request<B>>, B> Service<Request<B>> for Opened<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        request.extensions_mut().insert(OpenMark);
        self.inner.call(request)
    }
}

/// Routes for our pages, to merge into a router that is nested in another.
///
/// A router that stands alone needs none: a path that no route matches goes through the layer as
/// well. A nested router does not see such a path unless it has routes for it.
#[cfg(feature = "axum")]
pub fn routes<S: Clone + Send + Sync + 'static>(web: &countersign_web::Web) -> axum::Router<S> {
    // The layer answers before these are reached. Without it there is nothing to show.
    let unlayered = axum::routing::any(|| async { http::StatusCode::NOT_FOUND });
    axum::Router::new()
        .route(web.mount(), unlayered.clone())
        .route(&format!("{}/{{*page}}", web.mount()), unlayered)
}
