//! Which routes are behind the layer, found out by asking; see [`countersign_web::coverage`].
//!
//! axum cannot list its routes, so an application hands them over; [`through`] is how a walk asks a
//! router, or any other tower service.

use core::future::poll_fn;

use bytes::Bytes;
use countersign_web::coverage::is_read;
pub use countersign_web::coverage::{Coverage, CoverageError, Finding, Report};
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use tower_service::Service;

use countersign_web::BoxError;

/// Hands the requests of a [walk](Coverage::walk) to a service, such as axum's `Router`.
pub fn through<S, B>(
    service: S,
) -> impl AsyncFn(Request<Bytes>) -> Result<Response<Bytes>, BoxError>
where
    S: Service<Request<Full<Bytes>>, Response = Response<B>> + Clone,
    S::Error: Into<BoxError>,
    B: http_body::Body,
    B::Error: Into<BoxError>,
{
    async move |request: Request<Bytes>| {
        let mut service = service.clone();
        poll_fn(|context| service.poll_ready(context)).await.map_err(Into::into)?;
        let response = service.call(request.map(Full::new)).await.map_err(Into::into)?;
        let (head, body) = response.into_parts();
        let body = match is_read(&head.headers) {
            true => body.collect().await.map_err(Into::into)?.to_bytes(),
            false => Bytes::new(),
        };
        Ok(Response::from_parts(head, body))
    }
}
