//! Forms and sockets come from pages of this site, or are refused.
//!
//! | a request that writes has | it is |
//! |---|---|
//! | `Origin`: ours | our own |
//! | `Sec-Fetch-Site: same-origin` or `none` | our own |
//! | any other `Sec-Fetch-Site` | another site's |
//! | neither of them | of no browser, so nobody was tricked into sending it |
//! | `Origin`: that of its `Host` | our own, by another name |
//! | any other `Origin` | another site's |

use countersign_web::Origin;
use http::Uri;

/// Whether a request may write; `header` finds a header by its name. Reading is allowed to everybody.
pub fn form_is_ours<'a>(
    own: &Origin,
    method: &str,
    header: impl Fn(&'static str) -> Option<&'a [u8]>,
) -> bool {
    let origin = header("origin").filter(|origin| !origin.is_empty());
    if matches!(method, "GET" | "HEAD" | "OPTIONS") || origin == Some(own.to_string().as_bytes()) {
        return true;
    }
    match header("sec-fetch-site") {
        Some(b"same-origin" | b"none") => true,
        None | Some(b"") => origin.is_none_or(|origin| is_of_host(origin, header("host"))),
        Some(_) => false,
    }
}

/// Whether a socket may open. A browser sends the cookie along whichever page opens it (RFC 6455,
/// 10.2), and a page on another port of this host counts as the same site.
pub fn socket_is_ours<'a>(header: impl Fn(&'static str) -> Option<&'a [u8]>) -> bool {
    header("origin").is_none_or(|origin| is_of_host(origin, header("host")))
}

fn is_of_host(origin: &[u8], host: Option<&[u8]>) -> bool {
    let page = Uri::try_from(origin).ok();
    let page = page.as_ref().and_then(Uri::authority);
    page.is_some_and(|page| Some(page.as_str().as_bytes()) == host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: (&str, &str) = ("host", "localhost:3000");

    fn among<'a>(headers: &'a [(&'a str, &'a str)]) -> impl Fn(&'static str) -> Option<&'a [u8]> {
        let headers = headers.iter().chain([&HOST]);
        move |asked| {
            let mut found = headers.clone().filter(|(name, _)| *name == asked);
            found.next().map(|(_, value)| value.as_bytes())
        }
    }

    #[test]
    fn a_form_is_written_on_a_page_of_this_site() {
        let own = Origin::parse("http://127.0.0.1:3000").unwrap();
        for (headers, expected) in [
            (&[][..], true),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:3000")], true),
            (&[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:3000")], false),
            (&[("origin", "http://127.0.0.1:3000")], true),
            (&[("origin", "http://localhost:3000")], true),
            (&[("origin", "http://localhost:3001")], false),
            (&[("origin", "http://evil.example")], false),
            (&[("origin", "null")], false),
        ] {
            assert_eq!(form_is_ours(&own, "POST", among(headers)), expected, "{headers:?}");
        }
        let elsewhere = [("sec-fetch-site", "cross-site")];
        assert!(form_is_ours(&own, "GET", among(&elsewhere)), "reading is allowed");
        assert!(!form_is_ours(&own, "DELETE", among(&elsewhere)));
    }

    #[test]
    fn a_socket_is_opened_by_a_page_of_this_host() {
        for (origin, expected) in [
            ("http://localhost:3000", true),
            ("http://localhost:3001", false),
            ("http://evil.example", false),
            ("null", false),
        ] {
            assert_eq!(socket_is_ours(among(&[("origin", origin)])), expected, "{origin}");
        }
        assert!(socket_is_ours(among(&[])), "no browser opens one without saying where");
    }
}
