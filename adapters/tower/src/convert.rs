//! From `http` to what `countersign-web` takes, and back.

use bytes::Bytes;
use countersign_web::{View, Web, cookie_value};
use http::request::Parts;
use http::{HeaderValue, Response, header};
use http_body_util::{BodyExt as _, Either, Full, LengthLimitError, Limited};

use crate::first_factor::BoxError;

/// An answer of the application, or one of ours.
pub(crate) type Answer<B> = Response<Either<B, Full<Bytes>>>;

/// What a request says, at the layer.
pub(crate) fn view(parts: &Parts) -> View<'_> {
    view_below(parts, prefix(outer(parts).path(), parts.uri.path()))
}

/// What a request says, further inside: `prefix` is what the layer is nested below.
pub(crate) fn view_below<'a>(parts: &'a Parts, prefix: &'a str) -> View<'a> {
    let uri = outer(parts);
    View {
        method: &parts.method,
        path: uri.path(),
        query: uri.query(),
        prefix,
        headers: &parts.headers,
    }
}

/// The address as the browser sees it.
fn outer(parts: &Parts) -> &http::Uri {
    original(parts).unwrap_or(&parts.uri)
}

/// The address before `nest` took a part of it away.
#[cfg(feature = "axum")]
fn original(parts: &Parts) -> Option<&http::Uri> {
    parts.extensions.get::<axum::extract::OriginalUri>().map(|original| &original.0)
}

#[cfg(not(feature = "axum"))]
const fn original(_: &Parts) -> Option<&http::Uri> {
    None
}

/// What the application is nested below.
fn prefix<'a>(outer: &'a str, inner: &str) -> &'a str {
    if inner == "/" {
        return outer.trim_end_matches('/');
    }
    outer.strip_suffix(inner).unwrap_or_default()
}

/// The value of our cookie.
pub(crate) fn device<'a>(parts: &'a Parts, web: &Web) -> Option<&'a str> {
    cookie_value(parts.headers.get_all(header::COOKIE).iter(), web.cookie_name())
}

/// Why a body was not read.
pub(crate) enum Unread {
    TooLarge,
    Broken,
}

/// Reads a body for one of our pages.
pub(crate) async fn read<B>(body: B) -> Result<Bytes, Unread>
where
    B: http_body::Body + Send,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    match Limited::new(body, Web::LONGEST_BODY).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Unread::TooLarge),
        Err(_) => Err(Unread::Broken),
    }
}

pub(crate) fn ours<B>(response: Response<Bytes>) -> Answer<B> {
    response.map(|body| Either::Right(Full::new(body)))
}

pub(crate) fn theirs<B>(response: Response<B>, cookie: Option<HeaderValue>) -> Answer<B> {
    let mut response = response.map(Either::Left);
    if let Some(cookie) = cookie {
        let headers = response.headers_mut();
        headers.append(header::SET_COOKIE, cookie);
        // A shared cache that kept this answer would hand the token to others (RFC 9111, 7.3).
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::prefix;

    #[test]
    fn the_prefix_is_what_nest_took_away() {
        for (outer, inner, expected) in [
            ("/account", "/account", ""),
            ("/app/account", "/account", "/app"),
            ("/app", "/", "/app"),
            ("/app/", "/", "/app"),
            ("/", "/", ""),
            ("/elsewhere", "/account", ""),
        ] {
            assert_eq!(prefix(outer, inner), expected, "{outer} {inner}");
        }
    }
}
