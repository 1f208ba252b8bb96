//! From Rocket's types to what `countersign-web` takes, and back.

use std::io::Cursor;

use bytes::Bytes;
use countersign_web::{Head, NO_STORE, Unread, Web, told_length};
use http::{HeaderValue, header};
use rocket::data::{Data, ToByteUnit as _};
use rocket::http::Status;
use rocket::{Request, Response};

/// The head of a request that is answered by us. The gate is mounted at the root, so nothing is ever
/// nested around it.
pub(crate) fn head(request: &Request<'_>, web: &Web) -> Head {
    // The jar counts and not the header: requests of `rocket::local` fill the jar alone.
    let cookie = device(request, web).map(|token| format!("{}={token}", web.cookie_name()));
    let cookie = cookie.map(|pair| ("cookie".to_owned(), pair));
    let headers = request.headers().iter().filter(|header| header.name() != "cookie");
    let headers = headers.map(|header| (header.name().to_string(), header.value().to_owned()));
    let query = request.uri().query().map(|query| query.raw().as_str());
    Head::new(request.method().as_str(), (path(request), query), "", headers.chain(cookie))
}

/// The path as it was sent.
pub(crate) fn path<'a>(request: &'a Request<'_>) -> &'a str {
    request.uri().path().raw().as_str()
}

/// The value of our cookie.
pub(crate) fn device<'a>(request: &'a Request<'_>, web: &Web) -> Option<&'a str> {
    request.cookies().get(web.cookie_name()).map(rocket::http::Cookie::value)
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
    let length = told_length(&answer).try_into().unwrap_or(usize::MAX);
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
    response.set_status(Status::new(head.status.as_u16()));
    response.set_sized_body(length, Cursor::new(body));
}

/// Appends our cookie to an answer of the application's.
pub(crate) fn append(response: &mut Response<'_>, cookie: &HeaderValue) {
    if let Ok(cookie) = cookie.to_str() {
        response.adjoin_raw_header("set-cookie", cookie.to_owned());
        response.set_raw_header("cache-control", NO_STORE);
    }
}
