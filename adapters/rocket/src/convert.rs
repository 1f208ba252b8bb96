//! From Rocket's types to what `countersign-web` takes, and back.

use std::io::Cursor;

use bytes::Bytes;
use countersign_web::{View, Web};
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use rocket::data::{Data, ToByteUnit as _};
use rocket::http::Status;
use rocket::{Request, Response};

/// What a request says, converted: made only for requests that we answer ourselves.
pub(crate) struct Head<'a> {
    method: Method,
    path: &'a str,
    query: Option<&'a str>,
    headers: HeaderMap,
}

impl<'a> Head<'a> {
    pub(crate) fn of(request: &'a Request<'_>, web: &Web) -> Self {
        let uri = request.uri();
        let mut headers = HeaderMap::new();
        for header in request.headers().iter() {
            let name = HeaderName::from_bytes(header.name().as_str().as_bytes());
            if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(header.value())) {
                headers.append(name, value);
            }
        }
        // The jar counts and not the header: requests of `rocket::local` fill the jar alone.
        headers.remove(header::COOKIE);
        if let Some(token) = device(request, web) {
            let pair = HeaderValue::from_str(&format!("{}={token}", web.cookie_name()));
            headers.extend(pair.map(|pair| (header::COOKIE, pair)));
        }
        Self {
            method: Method::from_bytes(request.method().as_str().as_bytes()).unwrap_or_default(),
            path: path(request),
            query: uri.query().map(|query| query.raw().as_str()),
            headers,
        }
    }

    /// The gate is mounted at the root, so nothing is ever nested around it.
    pub(crate) const fn view(&self) -> View<'_> {
        View {
            method: &self.method,
            path: self.path,
            query: self.query,
            prefix: "",
            headers: &self.headers,
        }
    }
}

/// The path as it was sent.
pub(crate) fn path<'a>(request: &'a Request<'_>) -> &'a str {
    request.uri().path().raw().as_str()
}

/// The value of our cookie.
pub(crate) fn device<'a>(request: &'a Request<'_>, web: &Web) -> Option<&'a str> {
    request.cookies().get(web.cookie_name()).map(rocket::http::Cookie::value)
}

/// Why a body was not read.
pub(crate) enum Unread {
    TooLarge,
    Broken,
}

/// Reads a body for one of our pages.
pub(crate) async fn read(data: Data<'_>) -> Result<Bytes, Unread> {
    match data.open(Web::LONGEST_BODY.bytes()).into_bytes().await {
        Ok(body) if body.is_complete() => Ok(body.into_inner().into()),
        Ok(_) => Err(Unread::TooLarge),
        Err(_) => Err(Unread::Broken),
    }
}

/// An answer of ours.
pub(crate) fn ours<'r>(answer: http::Response<Bytes>) -> Response<'r> {
    let mut response = Response::new();
    overwrite(&mut response, answer);
    response
}

/// Puts an answer of ours in the place of another, of which only headers remain that ours does not
/// speak of.
pub(crate) fn overwrite(response: &mut Response<'_>, answer: http::Response<Bytes>) {
    let (head, body) = answer.into_parts();
    for name in ["content-type", "content-encoding", "content-length", "location"] {
        response.remove_header(name);
    }
    for name in head.headers.keys().filter(|name| **name != header::SET_COOKIE) {
        response.remove_header(name.as_str());
    }
    for (name, value) in &head.headers {
        // Cookies are raw headers: what is in the jar is forgotten when a catcher runs.
        if let Ok(value) = value.to_str() {
            response.adjoin_raw_header(name.as_str().to_owned(), value.to_owned());
        }
    }
    // A HEAD has the length of what it does not have.
    let length = head.headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok());
    let length = length.and_then(|v| v.parse().ok()).unwrap_or(body.len());
    response.set_status(Status::new(head.status.as_u16()));
    response.set_sized_body(length, Cursor::new(body));
}

/// Appends our cookie to an answer of the application's.
pub(crate) fn append(response: &mut Response<'_>, cookie: &HeaderValue) {
    if let Ok(cookie) = cookie.to_str() {
        response.adjoin_raw_header("set-cookie", cookie.to_owned());
        // A shared cache that kept this answer would hand the token to others (RFC 9111, 7.3).
        response.set_raw_header("cache-control", "no-store");
    }
}
