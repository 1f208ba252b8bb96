//! From actix's `http` 0.2 to what `countersign-web` takes, and back. Requests that pass are not
//! converted.

use core::convert::Infallible;
use core::pin::Pin;
use core::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use actix_web::{HttpRequest, HttpResponse, web};
use bytes::Bytes;
use countersign_web::{Head, NO_STORE, Unread, Web, cookie_value, told_length};
use http::Response;

/// The head of a request that is answered by us; `prefix` is the scope that the middleware is in.
pub(crate) fn head(request: &HttpRequest, prefix: &str) -> Head {
    let (uri, headers) = (request.uri(), request.headers().iter());
    Head::new(request.method().as_str(), (uri.path(), uri.query()), prefix, headers)
}

/// The value of our cookie.
pub(crate) fn device<'a>(headers: &'a HeaderMap, web: &Web) -> Option<&'a str> {
    cookie_value(headers.get_all(COOKIE), web.cookie_name())
}

/// Reads a body for one of our pages.
pub(crate) async fn read(request: &mut ServiceRequest) -> Result<Bytes, Unread> {
    let payload = request.extract::<web::Payload>().await.map_err(|_| Unread::Broken)?;
    match payload.to_bytes_limited(Web::LONGEST_BODY).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(Unread::Broken),
        Err(_) => Err(Unread::TooLarge),
    }
}

/// An answer of ours.
pub(crate) fn ours(response: Response<Bytes>) -> HttpResponse {
    let length = told_length(&response);
    let (head, body) = response.into_parts();
    let status = StatusCode::from_u16(head.status.as_u16());
    let mut answer = HttpResponse::build(status.unwrap_or(StatusCode::SERVICE_UNAVAILABLE));
    for (name, value) in &head.headers {
        // Appended and not inserted: there may be several cookies.
        answer.append_header((name.as_str(), value.as_bytes()));
    }
    if body.is_empty() { answer.body(Unsent(length)) } else { answer.body(body) }
}

/// The body of an answer to HEAD: its length is told, and it does not follow.
struct Unsent(u64);

impl MessageBody for Unsent {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.0)
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}

/// An answer of the application.
pub(crate) fn theirs<B>(
    mut response: ServiceResponse<B>,
    cookie: Option<http::HeaderValue>,
) -> ServiceResponse<EitherBody<B, BoxBody>> {
    let cookie = cookie.and_then(|cookie| HeaderValue::from_bytes(cookie.as_bytes()).ok());
    if let Some(cookie) = cookie {
        let headers = response.headers_mut();
        headers.append(SET_COOKIE, cookie);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    }
    response.map_into_left_body()
}
