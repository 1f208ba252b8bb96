//! A place on our own origin to which a person may be sent back.

/// The path and query of a page on the application's own origin.
///
/// It begins with one slash and holds only visible ASCII without a backslash, so that no browser
/// reads a host, a scheme or a second header line into it (WHATWG URL, 4.4).
#[derive(Clone, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct Place(#[n(0)] String);

impl Place {
    /// Longer ones are not kept, so that a ticket stays shorter than any limit on headers.
    pub const LONGEST: usize = 2_048;

    /// Reads a place; `None` for anything that might lead elsewhere.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('/')?;
        let leads_elsewhere = rest.starts_with('/')
            || text.len() > Self::LONGEST
            || !text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let path = text.split(['?', '#']).next().unwrap_or_default();
        // A path that climbs or hides a slash is read differently by different parties.
        let lower = path.to_ascii_lowercase();
        let is_odd = path.split('/').any(|segment| matches!(segment, "." | ".."))
            || path.contains("//")
            || ["%2f", "%5c", "%2e", "%00"].iter().any(|hidden| lower.contains(hidden));
        (!leads_elsewhere && !is_odd && !text.contains('#')).then(|| Self(text.to_owned()))
    }

    /// The root of the site.
    #[must_use]
    pub fn home() -> Self {
        Self("/".to_owned())
    }

    /// As the value of a `Location`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path without the query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.split('?').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_the_site_is_a_place() {
        for place in ["/", "/account", "/a/b?c=d&e=%2Ff", "/a;b=c", "/search?q=//x", "/a@b"] {
            assert_eq!(Place::parse(place).unwrap().as_str(), place);
        }
    }

    #[test]
    fn what_could_lead_elsewhere_is_none() {
        let long = format!("/{}", "a".repeat(Place::LONGEST));
        for text in [
            "",
            "account",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\/evil",
            "https:evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/%5cevil.example",
            "/%2fevil.example",
            "/%2F%2Fevil.example",
            "/..//evil.example",
            "/./a",
            "/a/../b",
            "/%2e%2e/a",
            "/a//b",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: b=c",
            "/a b",
            "/é",
            "/a\0",
            "/a#b",
            "/\u{2024}\u{2024}/a",
            &long,
        ] {
            assert_eq!(Place::parse(text), None, "{text:?}");
        }
    }
}
