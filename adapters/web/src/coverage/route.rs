//! A route to walk, as the application hands it over.

use bytes::Bytes;
use http::{HeaderValue, Method};

/// A route to walk.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) method: Method,
    /// As it was added, placeholders included.
    pub(super) route: String,
    /// What to ask for.
    pub(super) address: String,
    pub(super) body: Option<Sent>,
    pub(super) way: Way,
}

/// A body, and its media type.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) kind: HeaderValue,
    pub(super) body: Bytes,
}

impl Sent {
    /// What is sent where the application says nothing. Where it is not taken, it is refused by the
    /// route that was asked for, and that is known to be there.
    pub(super) const fn empty_form() -> Self {
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
        Self { kind, body: Bytes::new() }
    }
}

/// Whether a route is listed as open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Way {
    Open,
    Protected,
}
