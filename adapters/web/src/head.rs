//! The head of a request, copied from a framework that does not have `http` 1: only for requests that
//! are answered by us.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, header};

use crate::view::View;

/// The head of a request that is answered by us.
#[derive(Debug)]
pub struct Head {
    method: Method,
    path: Box<str>,
    query: Option<Box<str>>,
    prefix: Box<str>,
    headers: HeaderMap,
}

impl Head {
    /// Copies a head. `path` is the path as the browser sees it, and `prefix` what the door is nested
    /// below.
    pub fn new<N: AsRef<[u8]>, V: AsRef<[u8]>>(
        method: &str,
        (path, query): (&str, Option<&str>),
        prefix: &str,
        headers: impl Iterator<Item = (N, V)>,
    ) -> Self {
        // A name or a value that cannot stand in a header came from no connection.
        let read = |(name, value): (N, V)| {
            let name = HeaderName::from_bytes(name.as_ref()).ok()?;
            Some((name, HeaderValue::from_bytes(value.as_ref()).ok()?))
        };
        let mut map = HeaderMap::new();
        for (name, value) in headers.filter_map(read) {
            map.append(name, value);
        }
        Self {
            method: Method::from_bytes(method.as_bytes()).unwrap_or_default(),
            path: path.into(),
            query: query.map(Into::into),
            prefix: prefix.into(),
            headers: map,
        }
    }

    /// What it says.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View {
            method: &self.method,
            path: &self.path,
            query: self.query.as_deref(),
            prefix: &self.prefix,
            headers: &self.headers,
        }
    }

    /// The path without what the door is nested below.
    #[must_use]
    pub fn path_within(&self) -> &str {
        self.path.strip_prefix(&*self.prefix).unwrap_or_default()
    }
}

/// How long an answer of ours says that it is: that of a HEAD has the length of what it does not have.
#[must_use]
pub fn told_length(answer: &Response<Bytes>) -> u64 {
    let told = answer.headers().get(header::CONTENT_LENGTH).and_then(|told| told.to_str().ok());
    told.and_then(|told| told.parse().ok()).unwrap_or(answer.body().len() as u64)
}
