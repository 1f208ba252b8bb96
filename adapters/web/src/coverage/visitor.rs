//! Somebody with headers and cookies, as a browser keeps them.

use std::collections::BTreeMap;

use cookie::Cookie;
use cookie::time::{Duration, OffsetDateTime};
use http::request::Builder;
use http::{HeaderMap, HeaderValue, Method, Request, header};

use crate::origin::Origin;

/// What a request accepts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Accept {
    /// As a browser that navigates.
    Page,
    /// As a program.
    Json,
    /// Whatever there is.
    Anything,
}

impl Accept {
    const fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Page => "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            Self::Json => "application/json",
            Self::Anything => "*/*",
        })
    }
}

/// Somebody with headers and cookies. Paths and domains of cookies are not looked at: there is one
/// application.
#[derive(Clone, Debug, Default)]
pub(super) struct Visitor {
    headers: HeaderMap,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// Somebody whose requests have these headers. Cookies among them are kept as cookies, so that
    /// the application can replace them.
    pub(super) fn with(mut headers: HeaderMap) -> Self {
        let mut cookies = BTreeMap::new();
        for value in headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let pairs = value.split(';').filter_map(|pair| pair.trim().split_once('='));
            cookies.extend(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        headers.remove(header::COOKIE);
        Self { headers, cookies }
    }

    /// The head of a request from a page of this origin.
    pub(super) fn request(
        &self,
        origin: &Origin,
        method: &Method,
        address: &str,
        accept: Accept,
    ) -> Builder {
        let mut request = Request::builder().method(method).uri(address);
        let origin = origin.to_string();
        if let Some(headers) = request.headers_mut() {
            headers.insert(header::ACCEPT, accept.value());
            let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
            headers.extend(HeaderValue::from_str(host).map(|host| (header::HOST, host)));
            if !method.is_safe() {
                // Without a word of where it comes from, an application may take it for forged.
                let origin = HeaderValue::from_str(&origin);
                headers.extend(origin.map(|origin| (header::ORIGIN, origin)));
                headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
            }
            for (name, value) in &self.headers {
                headers.insert(name, value.clone());
            }
            let pairs: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            if !pairs.is_empty() {
                let cookies = HeaderValue::from_str(&pairs.join("; "));
                headers.extend(cookies.map(|cookies| (header::COOKIE, cookies)));
            }
        }
        request
    }

    /// Keeps the cookies that an answer sets, and forgets those that it ends.
    pub(super) fn keep(&mut self, headers: &HeaderMap) {
        let set = headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok());
        for cookie in set.filter_map(|text| Cookie::parse(text).ok()) {
            if is_ended(&cookie) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
    }
}

/// Whether a cookie is set in order to be forgotten. The time now is not asked for, because a test's
/// clock need not be the application's: a day that is long past is what is written in that case.
fn is_ended(cookie: &Cookie<'_>) -> bool {
    let long_past = OffsetDateTime::UNIX_EPOCH + Duration::days(1);
    match (cookie.max_age(), cookie.expires_datetime()) {
        (Some(age), _) => age <= Duration::ZERO,
        (None, Some(at)) => at < long_past,
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookies_after(set: &[&str]) -> String {
        let mut start = HeaderMap::new();
        start.insert("cookie", HeaderValue::from_static("a=1; b=2"));
        let mut visitor = Visitor::with(start);
        let mut answer = HeaderMap::new();
        for value in set {
            answer.append("set-cookie", HeaderValue::from_str(value).unwrap());
        }
        visitor.keep(&answer);
        let origin = Origin::parse("http://localhost:1").unwrap();
        let request = visitor.request(&origin, &Method::GET, "/", Accept::Page).body(()).unwrap();
        let cookie = request.headers().get("cookie").map(|v| v.to_str().unwrap().to_owned());
        cookie.unwrap_or_default()
    }

    #[test]
    fn cookies_are_kept_replaced_and_forgotten() {
        assert_eq!(cookies_after(&[]), "a=1; b=2");
        assert_eq!(cookies_after(&["b=3; HttpOnly; Max-Age=60", "c=%2B4"]), "a=1; b=3; c=%2B4");
        assert_eq!(
            cookies_after(&["a=; Max-Age=0", "b=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]),
            ""
        );
        let kept = "b=3; Expires=Thu, 01 Jan 2015 00:00:00 GMT; Max-Age=5";
        assert_eq!(cookies_after(&[kept, "garbage"]), "a=1; b=3");
    }

    #[test]
    fn what_changes_something_says_that_it_comes_from_here() {
        let origin = Origin::parse("http://localhost:1").unwrap();
        for (method, expected) in [(Method::GET, None), (Method::POST, Some("http://localhost:1"))]
        {
            let visitor = Visitor::default();
            let request = visitor.request(&origin, &method, "/", Accept::Json).body(()).unwrap();
            let said = request.headers().get("origin").map(|value| value.to_str().unwrap());
            assert_eq!(said, expected, "{method}");
            assert_eq!(request.headers()["host"], "localhost:1");
        }
    }
}
