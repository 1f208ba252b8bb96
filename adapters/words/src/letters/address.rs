//! The one address that letters may lead to.

use std::net::IpAddr;

use url::Url;

/// Where our pages are: `https://site.example/2fa`. It comes from the settings and never from a request,
/// whose `Host` anybody may choose.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Address(String);

impl Address {
    /// Without encryption only on this machine, as everywhere.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let host = url.host_str()?;
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let here = host == "localhost"
            || host.ends_with(".localhost")
            || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        let safe = match url.scheme() {
            "https" => true,
            "http" => here,
            _ => false,
        };
        let nobody = url.username().is_empty() && url.password().is_none();
        let path = url.path().trim_end_matches('/');
        if !safe || !nobody || path.is_empty() || url.query().is_some() || url.fragment().is_some()
        {
            return None;
        }
        Some(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// The page of settings.
    pub(crate) fn settings(&self) -> &str {
        &self.0
    }

    /// The page whose button confirms an address.
    pub(crate) fn confirmation(&self, token: &str) -> String {
        format!("{}/confirm-address?token={token}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_page_and_nothing_that_could_lead_elsewhere() {
        for (text, wanted) in [
            ("https://site.example/2fa", Some("https://site.example/2fa")),
            ("https://site.example/2fa/", Some("https://site.example/2fa")),
            ("https://site.example:8443/a/2fa", Some("https://site.example:8443/a/2fa")),
            ("https://müller.example/2fa", Some("https://xn--mller-kva.example/2fa")),
            ("http://127.0.0.1:3000/2fa", Some("http://127.0.0.1:3000/2fa")),
            ("http://[::1]:3000/2fa", Some("http://[::1]:3000/2fa")),
            ("http://localhost/2fa", Some("http://localhost/2fa")),
            ("http://site.example/2fa", None),
            ("https://site.example", None),
            ("https://site.example/", None),
            ("https://site.example/2fa?x=1", None),
            ("https://site.example/2fa#x", None),
            ("https://me:secret@site.example/2fa", None),
            ("ftp://site.example/2fa", None),
            ("javascript:alert(1)", None),
            ("/2fa", None),
            ("", None),
        ] {
            let address = Address::parse(text);
            assert_eq!(address.as_ref().map(Address::settings), wanted, "{text}");
        }
    }
}
