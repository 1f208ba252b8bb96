//! Which routes are behind the fairing, found out by asking; see [`countersign_web::coverage`].
//!
//! Rocket lists its routes itself, so [`of`] begins a walk that knows them; [`through`] is how it
//! asks.

use std::collections::BTreeSet;

use bytes::Bytes;
use countersign_web::Web;
use countersign_web::coverage::is_read;
pub use countersign_web::coverage::{Coverage, CoverageError, Finding, Report};
use http::{HeaderName, HeaderValue, Request, Response, StatusCode, header};
use rocket::http::{Cookie, Header, Method};
use rocket::local::asynchronous::Client;
use rocket::{Phase, Rocket, Route};

use crate::mount::GATE;
use countersign_web::BoxError;

/// A walk of all routes of an application but our own.
///
/// `<id>` and `<path..>` are filled with `1`; where that leads nowhere, give an address with
/// [`at`](Coverage::at), and name the route as it was mounted, with its base and its query:
/// `.at("/users/<id>", "/users/42")`. What is sent has the `format` of its route.
pub fn of<'a, P: Phase>(web: &Web, rocket: &Rocket<P>) -> Coverage<'a> {
    // Rocket's own order is another one each time.
    let routes: BTreeSet<(String, &str, Option<String>)> = rocket
        .routes()
        .filter(|route| route.name.as_deref() != Some(GATE))
        .map(|route| (route.uri.to_string(), route.method.as_str(), format(route)))
        .collect();
    routes.into_iter().fold(Coverage::new(web), |coverage, (route, method, format)| {
        let coverage = coverage.route(method, &route).at(&route, address(&route));
        match format.and_then(|format| HeaderValue::try_from(format).ok()) {
            Some(format) => coverage.body(method, route, format, Bytes::new()),
            None => coverage,
        }
    })
}

fn format(route: &Route) -> Option<String> {
    route.format.as_ref().map(ToString::to_string)
}

/// An address of a route.
fn address(route: &str) -> String {
    let (path, query) = match route.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (route, None),
    };
    let is_placeholder = |part: &str| part.starts_with('<') && part.ends_with('>');
    let segments = path.split('/').map(|part| if is_placeholder(part) { "1" } else { part });
    let mut address = segments.collect::<Vec<&str>>().join("/");
    let fields = query.into_iter().flat_map(|query| query.split('&'));
    let fields = fields.filter_map(|field| match field.strip_prefix('<') {
        Some(name) if name.ends_with("..>") => None,
        Some(name) => Some(format!("{}=1", name.trim_end_matches('>'))),
        None => Some(field.to_owned()),
    });
    let fields: Vec<String> = fields.collect();
    if !fields.is_empty() {
        address.push('?');
        address.push_str(&fields.join("&"));
    }
    address
}

/// Hands the requests of a [walk](Coverage::walk) to an application. The client is to be an
/// untracked one: the walk keeps the cookies of several people.
pub fn through(
    client: &Client,
) -> impl AsyncFn(Request<Bytes>) -> Result<Response<Bytes>, BoxError> {
    async move |request: Request<Bytes>| {
        let (head, body) = request.into_parts();
        let method: Method = head.method.as_str().parse().map_err(|_| "no method of Rocket's")?;
        let mut asked = client.req(method, head.uri.to_string()).body(body);
        for (name, value) in &head.headers {
            let value = value.to_str()?.to_owned();
            if name == header::COOKIE {
                // A request of `rocket::local` has its cookies in the jar alone. They are encoded as
                // Rocket sent them.
                let cookies: Vec<Cookie<'_>> = Cookie::split_parse_encoded(value.clone())
                    .map(|cookie| cookie.map(Cookie::into_owned))
                    .collect::<Result<_, _>>()?;
                asked = asked.cookies(cookies);
            }
            asked.add_header(Header::new(name.as_str().to_owned(), value));
        }
        let answer = asked.dispatch().await;
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::from_u16(answer.status().code)?;
        for header in answer.headers().iter() {
            let name = HeaderName::from_bytes(header.name().as_str().as_bytes())?;
            response.headers_mut().append(name, HeaderValue::from_str(header.value())?);
        }
        if is_read(response.headers()) {
            *response.body_mut() = answer.into_bytes().await.unwrap_or_default().into();
        }
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_route_is_asked_for_where_it_may_be() {
        for (route, expected) in [
            ("/", "/"),
            ("/users/<id>/edit", "/users/1/edit"),
            ("/files/<path..>", "/files/1"),
            ("/<_>", "/1"),
            ("/search?<q>&lang=en&<rest..>", "/search?q=1&lang=en"),
            ("/search?<rest..>", "/search"),
        ] {
            assert_eq!(address(route), expected, "{route}");
        }
    }
}
