//! From `http` to what `countersign-web` takes, and back.

use bytes::Bytes;
use countersign_web::{BoxError, NO_STORE, Unread, View, Web, cookie_value};
use http::request::Parts;
use http::{HeaderValue, Response, header};
use http_body_util::{BodyExt as _, Either, Full, LengthLimitError, Limited};

/// An answer of the application, or one of ours.
pub(crate) type Answer<B> = Response<Either<B, Full<Bytes>>>;

/// What a request says; `prefix` is what the layer is nested below.
pub(crate) fn view<'a>(parts: &'a Parts, prefix: &'a str) -> View<'a> {
    View::of(parts, outer(parts), prefix)
}

/// The address as the browser sees it, before `nest` took a part of it away.
#[cfg(feature = "axum")]
fn outer(parts: &Parts) -> &http::Uri {
    let original = parts.extensions.get::<axum::extract::OriginalUri>();
    original.map_or(&parts.uri, |original| &original.0)
}

#[cfg(not(feature = "axum"))]
const fn outer(parts: &Parts) -> &http::Uri {
    &parts.uri
}

/// What the layer is nested below, for a request at the layer.
pub(crate) fn prefix(parts: &Parts) -> &str {
    taken_away(outer(parts).path(), parts.uri.path())
}

/// What `nest` took away.
fn taken_away<'a>(outer: &'a str, inner: &str) -> &'a str {
    if outer.len() == inner.len() {
        return "";
    }
    if inner == "/" {
        return outer.trim_end_matches('/');
    }
    outer.strip_suffix(inner).unwrap_or_default()
}

/// The value of our cookie.
pub(crate) fn device<'a>(parts: &'a Parts, web: &Web) -> Option<&'a str> {
    cookie_value(parts.headers.get_all(header::COOKIE).iter(), web.cookie_name())
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
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::taken_away;

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
            assert_eq!(taken_away(outer, inner), expected, "{outer} {inner}");
        }
    }
}
