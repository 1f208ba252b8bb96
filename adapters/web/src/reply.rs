//! Every answer of ours, with the same headers on each.

use bytes::Bytes;
use http::header::{self, HeaderName};
use http::{HeaderValue, Response, StatusCode};
use serde::Serialize;

use crate::assets::Asset;
use crate::origin::Origin;

/// Nothing at all: for answers that are no pages.
const CSP: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// For pages: nothing but our own style sheet and script, no frame around us, and forms that come back
/// to us and lead to no other origin than those named.
pub(crate) fn content_security_policy(leads_to: &[Origin]) -> String {
    let mut policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
        .to_owned();
    for origin in leads_to {
        policy.push(' ');
        policy.push_str(&origin.to_string());
    }
    policy
}

const HEADERS: [(HeaderName, &str); 8] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::VARY, "Accept, Cookie"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// An answer that is being put together.
#[derive(Debug)]
pub(crate) struct Reply(Response<Bytes>);

impl Reply {
    fn new(status: StatusCode, media_type: &'static str, body: Bytes) -> Self {
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let headers = response.headers_mut();
        for (name, value) in HEADERS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if !media_type.is_empty() {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        Self(response)
    }

    /// A page.
    pub(crate) fn page(status: StatusCode, html: String, csp: &str) -> Self {
        Self::new(status, "text/html; charset=utf-8", html.into())
            .with(header::CONTENT_SECURITY_POLICY, csp)
    }

    /// Whose words are in this language, and might be in another.
    pub(crate) fn in_language(self, tag: &str) -> Self {
        self.with(header::CONTENT_LANGUAGE, tag)
            .with(header::VARY, "Accept, Accept-Language, Cookie")
    }

    /// A table for a spreadsheet, to be kept as a file of this name.
    pub(crate) fn csv(table: String, name: &str) -> Self {
        Self::new(StatusCode::OK, "text/csv; charset=utf-8", table.into())
            .with(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""))
    }

    /// JSON.
    pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Self {
        Self::serialized(status, "application/json", value)
    }

    /// RFC 9457.
    pub(crate) fn problem_json(status: StatusCode, value: &impl Serialize) -> Self {
        Self::serialized(status, "application/problem+json", value)
    }

    fn serialized(status: StatusCode, media_type: &'static str, value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => Self::new(status, media_type, body.into()),
            Err(_) => Self::new(StatusCode::SERVICE_UNAVAILABLE, "", Bytes::new()),
        }
    }

    /// A redirect: 302 for who reads, so that the method stays; 303 for who sent something.
    pub(crate) fn redirect(status: StatusCode, location: &str) -> Self {
        Self::new(status, "", Bytes::new()).with(header::LOCATION, location)
    }

    /// A file that never changes under its name.
    pub(crate) fn asset(asset: &Asset) -> Self {
        Self::new(StatusCode::OK, asset.media_type, asset.body.clone())
            .with(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
            .without(header::VARY)
    }

    /// Sets a header. A value that cannot stand in one is left out.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.0.headers_mut().insert(name, value);
        }
        self
    }

    fn without(mut self, name: HeaderName) -> Self {
        self.0.headers_mut().remove(name);
        self
    }

    /// Adds a cookie.
    pub(crate) fn cookie(mut self, cookie: Option<HeaderValue>) -> Self {
        if let Some(cookie) = cookie {
            self.0.headers_mut().append(header::SET_COOKIE, cookie);
        }
        self
    }

    /// Done. A HEAD gets the headers of a GET (RFC 9110, 9.3.2).
    pub(crate) fn done(mut self, head: bool) -> Response<Bytes> {
        let length = HeaderValue::from(self.0.body().len());
        self.0.headers_mut().insert(header::CONTENT_LENGTH, length);
        if head {
            *self.0.body_mut() = Bytes::new();
        }
        self.0
    }
}
