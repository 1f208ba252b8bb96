//! Where the gate stands, and which routes are open.
//!
//! The gate is a route before all routes, and it lets a request through to an open route before
//! Rocket has tried that route. But a route may forward, and then Rocket tries the next one. So
//! there is a gate behind the open routes as well, and each gate looks as far as the next:
//!
//! | the routes up to the next gate, by method and path | a request of which more is asked |
//! |---|---|
//! | there is a protected one | is stopped |
//! | all are open | goes on |
//! | there are none, and there is another gate | goes on, to be looked at there |
//! | there are none at all | is stopped; a `HEAD` goes on, because Rocket makes a `GET` of it |
//!
//! Queries and formats are not looked at: a protected route that might match counts as one that does.

use core::ops::Bound;
use std::collections::BTreeSet;

use countersign_web::Way;
use rocket::http::Method;
use rocket::http::uri::Segments;
use rocket::http::uri::fmt::Path;
use rocket::{Build, Request, Rocket, Route};

/// What [`SecondFactorFairing`](crate::SecondFactorFairing) leaves in the state of the application.
pub(crate) struct Attached;

/// Before everything. A route of the application's with this rank collides, and Rocket does not
/// launch.
pub(crate) const FIRST: isize = isize::MIN;

/// The name of a gate among the routes. No function has it, since there is a space in it.
pub(crate) const GATE: &str = "second factor";

/// The methods that Rocket routes.
pub(crate) const METHODS: [Method; 9] = {
    use Method::{Connect, Delete, Get, Head, Options, Patch, Post, Put, Trace};
    [Get, Put, Post, Delete, Options, Head, Trace, Connect, Patch]
};

/// Where gates stand: before everything, and behind each rank that has an open route, at the next
/// rank that nobody uses. At a rank of its own, a gate that matches everything never collides.
pub(crate) fn gates(rocket: &Rocket<Build>, way: impl Fn(&Route) -> Way) -> BTreeSet<isize> {
    let used: BTreeSet<isize> = rocket.routes().map(|route| route.rank).collect();
    let open = rocket.routes().filter(|route| way(route) == Way::Open);
    let open: BTreeSet<isize> = open.map(|route| route.rank).collect();
    let behind = |rank: isize| (rank.checked_add(1)?..isize::MAX).find(|free| !used.contains(free));
    core::iter::once(FIRST).chain(open.into_iter().filter_map(behind)).collect()
}

/// Looks from the gate at rank `from` as far as the next one.
pub(crate) fn look_ahead(
    request: &Request<'_>,
    from: isize,
    gates: &BTreeSet<isize>,
    way: impl Fn(&Route) -> Way,
) -> Way {
    let next = gates.range((Bound::Excluded(from), Bound::Unbounded)).next();
    let is_ahead = |rank: isize| rank > from && next.is_none_or(|next| rank < *next);
    let path = request.uri().path();
    let ahead = request.rocket().routes().filter(|route| {
        let raw = route.uri.origin.path().raw_segments();
        route.method == request.method()
            && is_ahead(route.rank)
            && may_match(raw.map(|segment| segment.as_str()), path.segments())
    });
    let mut ahead = ahead.peekable();
    let is_last = next.is_none() && request.method() != Method::Head;
    let nowhere = ahead.peek().is_none() && is_last;
    if nowhere || ahead.any(|route| way(route) == Way::Shut) { Way::Shut } else { Way::Open }
}

/// Whether the path of a route matches. In doubt it does.
fn may_match<'a>(route: impl Iterator<Item = &'a str>, mut asked: Segments<'_, Path>) -> bool {
    for segment in route.filter(|segment| !segment.is_empty()) {
        let dynamic = segment.starts_with('<') && segment.ends_with('>');
        if dynamic && segment.ends_with("..>") {
            return true;
        }
        match asked.next() {
            Some(part) if dynamic || part == segment => {}
            _ => return false,
        }
    }
    asked.next().is_none_or(str::is_empty)
}

#[cfg(test)]
mod tests {
    use rocket::http::uri::Origin;

    use super::may_match;

    #[test]
    fn a_route_that_might_match_counts_as_one_that_does() {
        for (route, asked, expected) in [
            ("/", "/", true),
            ("/", "/page", false),
            ("/page", "/page", true),
            ("/page", "//page", true),
            ("/page", "/%70age", true),
            ("/page", "/page/", true),
            ("/page", "/Page", false),
            ("/page", "/./page", false),
            ("/page", "/page/x", false),
            ("/page/<id>", "/page/7", true),
            ("/page/<id>", "/page", false),
            ("/<id>", "/page", true),
            ("/<all..>", "/", true),
            ("/page/<all..>", "/page", true),
            ("/page/<all..>", "/page/a/b", true),
            ("/page/<all..>", "/a/b", false),
        ] {
            let asked = Origin::parse(asked).unwrap();
            let matched = may_match(route.split('/'), asked.path().segments());
            assert_eq!(matched, expected, "{route} {asked}");
        }
    }
}
