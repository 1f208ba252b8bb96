//! Which routes are behind the middleware, found out by asking; see [`countersign_web::coverage`].
//!
//! actix-web does not list its routes, so an application hands them over; [`through`] is how a walk
//! asks the service that `actix_web::test::init_service` makes of an application.

use actix_http::Request;
use actix_web::Error;
use actix_web::body::{self, MessageBody};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;
use actix_web::test::TestRequest;
use bytes::Bytes;
use countersign_web::coverage::is_read;
pub use countersign_web::coverage::{Coverage, CoverageError, Finding, Report};
use http::{HeaderName, HeaderValue, Response};

use countersign_web::BoxError;

/// Hands the requests of a [walk](Coverage::walk) to an application.
pub fn through<S, B>(
    service: S,
) -> impl AsyncFn(http::Request<Bytes>) -> Result<Response<Bytes>, BoxError>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    async move |request: http::Request<Bytes>| {
        let answer = match service.call(actix(request)?).await {
            Ok(response) => response.into_parts().1.map_into_boxed_body(),
            Err(error) => error.error_response(),
        };
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = http::StatusCode::from_u16(answer.status().as_u16())?;
        for (name, value) in answer.headers() {
            let name = HeaderName::from_bytes(name.as_ref())?;
            response.headers_mut().append(name, HeaderValue::from_bytes(value.as_bytes())?);
        }
        if is_read(response.headers()) {
            let read = body::to_bytes(answer.into_body()).await;
            *response.body_mut() = read.map_err(|error| error.to_string())?;
        }
        Ok(response)
    }
}

/// The same request in actix's types.
fn actix(request: http::Request<Bytes>) -> Result<Request, BoxError> {
    let (head, body) = request.into_parts();
    let mut asked = TestRequest::with_uri(&head.uri.to_string())
        .method(Method::from_bytes(head.method.as_str().as_bytes())?);
    for (name, value) in &head.headers {
        asked = asked.append_header((name.as_str(), value.as_bytes()));
    }
    if !body.is_empty() {
        asked = asked.set_payload(body);
    }
    Ok(asked.to_request())
}
