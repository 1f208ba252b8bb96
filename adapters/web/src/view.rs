//! What a request says, borrowed from the framework.

use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, Uri, header};

/// What a request says. A door fills it without copying.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "doors build it")]
pub struct View<'a> {
    /// The method.
    pub method: &'a Method,
    /// The path as the browser sees it, with whatever the application is nested below.
    pub path: &'a str,
    /// The query, without the question mark.
    pub query: Option<&'a str>,
    /// What the application is nested below; empty if nothing.
    pub prefix: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
}

impl<'a> View<'a> {
    /// What a head of `http` 1 says: `uri` is the address as the browser sees it, and `prefix` what the
    /// door is nested below.
    #[must_use]
    pub fn of(parts: &'a Parts, uri: &'a Uri, prefix: &'a str) -> Self {
        Self {
            method: &parts.method,
            path: uri.path(),
            query: uri.query(),
            prefix,
            headers: &parts.headers,
        }
    }

    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> Option<&'a str> {
        self.headers.get(name).map(HeaderValue::to_str).and_then(Result::ok)
    }

    /// Path and query.
    pub(crate) fn target(&self) -> String {
        match self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.to_owned(),
        }
    }

    pub(crate) fn is_read(&self) -> bool {
        matches!(*self.method, Method::GET | Method::HEAD)
    }
}
