//! Where we are, and which route is meant, before actix has routed.
//!
//! A middleware runs before the routes of its application (or scope) are looked through. What follows
//! says beforehand what will be found:
//!
//! 1. Routes are matched against the *decoded* path, as actix does it: `/open/%61dmin` is
//!    `/open/admin`. `HttpRequest::match_pattern` asks with the undecoded one and would be wrong.
//! 2. The first pattern that fits counts. Guards are not asked, because nobody can ask them yet. So a
//!    pattern is opened for every method, and [`another_answered`] looks once more afterwards.

use std::cell::RefCell;
use std::collections::HashMap;

use actix_web::HttpRequest;
use actix_web::dev::{ResourceDef, ServiceRequest, ServiceResponse};

/// What each opened pattern takes of a path. They are kept: actix never gives back what it needs for
/// a pattern with placeholders.
#[derive(Debug, Default)]
pub(crate) struct Takes(RefCell<HashMap<String, [ResourceDef; 2]>>);

impl Takes {
    /// How much of its path a request leaves that this pattern takes; `None`: it does not.
    pub(crate) fn leaves(&self, opened: &str, request: &ServiceRequest) -> Option<usize> {
        let path = request.match_info().as_str();
        let mut known = self.0.borrow_mut();
        let patterns = known
            .entry(opened.to_owned())
            .or_insert_with(|| [ResourceDef::new(opened), ResourceDef::prefix(opened)]);
        let taken = patterns.iter().find_map(|pattern| pattern.find_match(path))?;
        path.len().checked_sub(taken)
    }
}

/// The path with which the route that will match was added, scopes included.
pub(crate) fn matching(request: &ServiceRequest) -> Option<String> {
    request.resource_map().match_pattern(request.match_info().as_str())
}

/// How much of the path no route has taken.
fn untaken(request: &HttpRequest) -> usize {
    request.match_info().unprocessed().len()
}

/// Whether somebody else answered than the route that was opened: another one, by a guard or because
/// a middleware further inside changed the path; or the default service of the application or of a
/// scope with a page of its own, to which more of the path is left than the opened pattern leaves. That
/// there is no page may be said, and a middleware further inside may send somebody elsewhere.
pub(crate) fn another_answered<B>(
    response: &ServiceResponse<B>,
    opened: &str,
    leaves: Option<usize>,
) -> bool {
    let request = response.request();
    let is_default = leaves != Some(untaken(request));
    request.match_pattern().is_none_or(|answered| answered != opened)
        || is_default && response.status().is_success()
}

/// What the middleware is nested below: empty on an application, `/app` in `web::scope("/app")`.
///
/// It goes into addresses, so it is taken from the path as it was sent. A prefix that a browser
/// would read as another host is none.
pub(crate) fn prefix(request: &ServiceRequest) -> &str {
    let matched = request.match_info();
    let (decoded, within) = (matched.as_str(), matched.unprocessed());
    if decoded.len() == within.len() {
        return "";
    }
    prefix_of(request.uri().path(), decoded.strip_suffix(within).unwrap_or_default())
}

/// As many segments of `sent` as `decoded` has. Decoding makes no slashes.
fn prefix_of<'a>(sent: &'a str, decoded: &str) -> &'a str {
    let segments = decoded.matches('/').count();
    let end = sent.match_indices('/').nth(segments).map_or(sent.len(), |(at, _)| at);
    let prefix = if segments == 0 { "" } else { sent.get(..end).unwrap_or_default() };
    if prefix.starts_with("//") || prefix.contains('\\') { "" } else { prefix }
}

#[cfg(test)]
mod tests {
    use super::prefix_of;

    #[test]
    fn the_prefix_is_the_scope_as_it_was_sent() {
        for (sent, decoded, expected) in [
            ("/account", "", ""),
            ("/app/account", "/app", "/app"),
            ("/app", "/app", "/app"),
            ("/app/", "/app", "/app"),
            ("/%61pp/account", "/app", "/%61pp"),
            ("/a/b/account/", "/a/b", "/a/b"),
            ("//elsewhere.example/account", "//elsewhere.example", ""),
            ("/\\elsewhere.example/account", "/\\elsewhere.example", ""),
            ("/%5Celsewhere.example/account", "/\\elsewhere.example", "/%5Celsewhere.example"),
        ] {
            assert_eq!(prefix_of(sent, decoded), expected, "{sent} {decoded}");
        }
    }
}
