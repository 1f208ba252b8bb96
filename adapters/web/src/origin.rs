//! The one origin that browsers reach the application at.

use core::fmt;

/// Why something is not an origin that Countersign works at.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OriginError {
    /// It is not of the form `https://host` or `https://host:port`.
    #[error("an origin is a scheme, a host and perhaps a port, as in https://app.example")]
    Malformed,
    /// It is `http` and reached from elsewhere: everybody on the way could read the cookie.
    #[error("an origin is https, unless its host is localhost or a loopback address")]
    Insecure,
}

/// The origin that browsers reach the application at (RFC 6454). It is configured, because the
/// `Host` of a request is whatever its sender likes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Origin {
    scheme: Scheme,
    host: String,
    port: u16,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Scheme {
    Https,
    Http,
}

impl Origin {
    /// Reads an origin.
    ///
    /// # Errors
    /// It is none, or one that is not encrypted and not on this machine.
    ///
    /// ```
    /// use countersign_web::{Origin, OriginError};
    ///
    /// assert!(Origin::parse("https://app.example").is_ok());
    /// assert!(Origin::parse("http://127.0.0.1:3000").is_ok());
    /// assert_eq!(Origin::parse("http://app.example"), Err(OriginError::Insecure));
    /// ```
    pub fn parse(text: &str) -> Result<Self, OriginError> {
        let origin = Self::read(text).ok_or(OriginError::Malformed)?;
        if origin.scheme == Scheme::Http && !origin.is_loopback() {
            return Err(OriginError::Insecure);
        }
        Ok(origin)
    }

    fn read(text: &str) -> Option<Self> {
        let uri: http::Uri = text.parse().ok()?;
        let scheme = match uri.scheme_str()? {
            "https" => Scheme::Https,
            "http" => Scheme::Http,
            _ => return None,
        };
        let authority = uri.authority()?;
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() || text.contains('#') {
            return None;
        }
        if authority.as_str().contains('@') || authority.host().is_empty() {
            return None;
        }
        let port = match (authority.port_u16(), scheme) {
            (Some(port), _) => port,
            (None, Scheme::Https) => 443,
            (None, Scheme::Http) => 80,
        };
        Some(Self { scheme, host: authority.host().to_ascii_lowercase(), port })
    }

    /// Whether only programs on this machine can reach it.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// Whether its connections are encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.scheme == Scheme::Https
    }

    /// Whether the value of an `Origin` header names this one. On a developer's machine the names of
    /// the loopback interface are the same.
    pub(crate) fn is(&self, header: &str) -> bool {
        let Some(other) = Self::read(header) else { return false };
        *self == other
            || (self.is_loopback()
                && other.is_loopback()
                && self.scheme == other.scheme
                && self.port == other.port)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.scheme, self.port) {
            (Scheme::Https, 443) => write!(f, "https://{}", self.host),
            (Scheme::Http, 80) => write!(f, "http://{}", self.host),
            (Scheme::Https, port) => write!(f, "https://{}:{port}", self.host),
            (Scheme::Http, port) => write!(f, "http://{}:{port}", self.host),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_encrypted_or_on_this_machine() {
        for good in [
            "https://app.example",
            "https://app.example:8443",
            "http://localhost:3000",
            "http://127.0.0.1:3000",
            "http://[::1]:3000",
        ] {
            assert_eq!(Origin::parse(good).unwrap().to_string(), good);
        }
        for bad in ["http://app.example", "http://127.0.0.1.evil.example", "http://10.0.0.1"] {
            assert_eq!(Origin::parse(bad), Err(OriginError::Insecure), "{bad}");
        }
        for bad in ["", "app.example", "https://", "https://a/b", "https://a?b", "ftp://a", "null"]
        {
            assert_eq!(Origin::parse(bad), Err(OriginError::Malformed), "{bad}");
        }
    }

    #[test]
    fn only_the_same_origin_is_the_same() {
        let origin = Origin::parse("https://app.example").unwrap();
        assert!(origin.is("https://app.example") && origin.is("https://APP.example:443"));
        for other in [
            "null",
            "",
            "http://app.example",
            "https://app.example:444",
            "https://app.example.evil.example",
            "https://evil.example",
            "https://sub.app.example",
            "https://app.example@evil.example",
        ] {
            assert!(!origin.is(other), "{other}");
        }
        let local = Origin::parse("http://127.0.0.1:3000").unwrap();
        assert!(local.is("http://localhost:3000"));
        assert!(!local.is("http://localhost:3001") && !local.is("http://evil.example:3000"));
    }
}
