//! Who gets a page and who gets JSON.

use http::header;

use crate::view::View;

/// Who is to read the answer.
#[expect(clippy::exhaustive_enums, reason = "there is nobody else")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Client {
    /// A person who navigates: pages and redirects.
    Person,
    /// A program: JSON and status codes.
    Program,
}

impl Client {
    /// Who sent a request that is stopped. A navigation says that it takes HTML, and no script says
    /// that it is one.
    #[must_use]
    pub fn stopped(view: &View<'_>) -> Self {
        if accepts_html(view) && !is_script(view) { Self::Person } else { Self::Program }
    }

    /// Who asks for one of our own pages: a person, unless JSON is asked for or sent.
    #[must_use]
    pub fn visiting(view: &View<'_>) -> Self {
        let sends_json = view
            .header(header::CONTENT_TYPE)
            .is_some_and(|kind| media_type(kind).eq_ignore_ascii_case("application/json"));
        let wants_json = view.header(header::ACCEPT).is_some_and(|accept| {
            accept.split(',').map(media_type).any(|kind| {
                kind.eq_ignore_ascii_case("application/json")
                    || kind.eq_ignore_ascii_case("application/problem+json")
            })
        });
        let navigates = accepts_html(view) && !is_script(view);
        if navigates || !(sends_json || wants_json || is_script(view)) {
            Self::Person
        } else {
            Self::Program
        }
    }
}

fn accepts_html(view: &View<'_>) -> bool {
    view.headers.get_all(header::ACCEPT).iter().any(|value| {
        value.to_str().is_ok_and(|accept| {
            accept.split(',').any(|kind| media_type(kind).eq_ignore_ascii_case("text/html"))
        })
    })
}

/// `fetch`, `XMLHttpRequest`, HTMX, a WebSocket: whatever is no navigation and says so.
fn is_script(view: &View<'_>) -> bool {
    let says = |name: &str, value: &str| {
        view.header(name).is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    says("x-requested-with", "XMLHttpRequest")
        || says("hx-request", "true")
        || view.header("sec-fetch-mode").is_some_and(|mode| mode != "navigate")
        || view.headers.contains_key(header::UPGRADE)
}

/// Without parameters and white space.
pub(crate) fn media_type(value: &str) -> &str {
    value.split(';').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue, Method};

    use super::*;

    const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    fn clients(headers: &[(&str, &str)]) -> (Client, Client) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            map.append(name, HeaderValue::from_str(value).unwrap());
        }
        let view = View { method: &Method::GET, path: "/", query: None, prefix: "", headers: &map };
        (Client::stopped(&view), Client::visiting(&view))
    }

    #[test]
    fn the_table_holds() {
        use Client::{Person, Program};
        type Row<'a> = (&'a [(&'a str, &'a str)], Client, Client);
        let table: &[Row<'_>] = &[
            (&[("accept", BROWSER)], Person, Person),
            (&[("accept", BROWSER), ("sec-fetch-mode", "navigate")], Person, Person),
            (&[("accept", "application/json")], Program, Program),
            (&[("accept", "application/problem+json")], Program, Program),
            (&[("accept", "*/*")], Program, Person),
            (&[], Program, Person),
            (&[("content-type", "application/json; charset=utf-8")], Program, Program),
            (&[("accept", BROWSER), ("x-requested-with", "XMLHttpRequest")], Program, Program),
            (&[("accept", BROWSER), ("hx-request", "true")], Program, Program),
            (&[("accept", "*/*"), ("sec-fetch-mode", "cors")], Program, Program),
            (&[("accept", BROWSER), ("upgrade", "websocket")], Program, Program),
            (&[("accept", "text/event-stream")], Program, Person),
        ];
        for (headers, stopped, visiting) in table {
            assert_eq!(clients(headers), (*stopped, *visiting), "{headers:?}");
        }
    }
}
