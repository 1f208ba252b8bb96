//! From actix's `http` 0.2 to what `countersign-web` takes, and back. Requests that pass are not
//! converted.

use core::convert::Infallible;
use core::pin::Pin;
use core::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, COOKIE, HeaderMap as ActixHeaders, HeaderValue, SET_COOKIE,
};
use actix_web::{HttpRequest, HttpResponse, web};
use bytes::Bytes;
use countersign_web::{View, Web, cookie_value};
use http::{HeaderMap, HeaderName, Method, Response, header};

/// The head of a request that is answered by us.
pub(crate) struct Head {
    method: Method,
    path: Box<str>,
    query: Option<Box<str>>,
    prefix: Box<str>,
    headers: HeaderMap,
}

impl Head {
    /// `prefix` is the scope that the middleware is in.
    pub(crate) fn of(request: &HttpRequest, prefix: &str) -> Self {
        let mut headers = HeaderMap::with_capacity(request.headers().len());
        for (name, value) in request.headers() {
            // Both versions of `http` allow the same ones.
            let name = HeaderName::from_bytes(name.as_ref());
            let value = http::HeaderValue::from_bytes(value.as_bytes());
            if let (Ok(name), Ok(value)) = (name, value) {
                headers.append(name, value);
            }
        }
        Self {
            method: Method::from_bytes(request.method().as_str().as_bytes()).unwrap_or_default(),
            path: request.uri().path().into(),
            query: request.uri().query().map(Into::into),
            prefix: prefix.into(),
            headers,
        }
    }

    pub(crate) fn view(&self) -> View<'_> {
        View {
            method: &self.method,
            path: &self.path,
            query: self.query.as_deref(),
            prefix: &self.prefix,
            headers: &self.headers,
        }
    }

    /// The path without the scope that the middleware is in.
    pub(crate) fn path_within(&self) -> &str {
        self.path.strip_prefix(&*self.prefix).unwrap_or_default()
    }
}

/// The value of our cookie.
pub(crate) fn device<'a>(headers: &'a ActixHeaders, web: &Web) -> Option<&'a str> {
    cookie_value(headers.get_all(COOKIE), web.cookie_name())
}

/// Why a body was not read.
pub(crate) enum Unread {
    TooLarge,
    Broken,
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
    let (head, body) = response.into_parts();
    let status = actix_web::http::StatusCode::from_u16(head.status.as_u16()).unwrap_or_default();
    let mut answer = HttpResponse::build(status);
    for (name, value) in &head.headers {
        // Appended and not inserted: there may be several cookies.
        answer.append_header((name.as_str(), value.as_bytes()));
    }
    let length = head.headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    match length {
        Some(length) if body.is_empty() => answer.body(Unsent(length)),
        Some(_) | None => answer.body(body),
    }
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
        // A shared cache that kept this answer would hand the token to others (RFC 9111, 7.3).
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response.map_into_left_body()
}
