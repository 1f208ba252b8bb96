//! The one cookie: the token of a remembered device.

use cookie::{Cookie, SameSite};
use countersign::flow::DeviceCookie;
use http::HeaderValue;

use crate::origin::Origin;

/// With the prefix, a browser takes the cookie only over an encrypted connection, for this host and
/// the whole site (RFC 6265bis, 4.1.3.2).
const NAME: &str = "__Host-countersign-device";
/// A developer's machine has no encrypted connection.
const NAME_ON_LOOPBACK: &str = "countersign-device";

/// The `Cache-Control` of an answer of the application that carries a `Set-Cookie` of ours: a shared
/// cache that kept the answer would hand the token to others (RFC 9111, 7.3).
pub const NO_STORE: &str = "no-store";

/// How the cookie is called and set at an origin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeviceCookies {
    encrypted: bool,
}

impl DeviceCookies {
    pub(crate) fn at(origin: &Origin) -> Self {
        Self { encrypted: origin.is_encrypted() }
    }

    pub(crate) const fn name(self) -> &'static str {
        if self.encrypted { NAME } else { NAME_ON_LOOPBACK }
    }

    /// The `Set-Cookie` that keeps a token.
    pub(crate) fn keep(self, device: &DeviceCookie) -> Option<HeaderValue> {
        let seconds = i64::try_from(device.lasts.as_secs()).unwrap_or(i64::MAX);
        self.set(device.token.expose(), time::Duration::seconds(seconds))
    }

    /// The `Set-Cookie` that ends the cookie.
    pub(crate) fn end(self) -> Option<HeaderValue> {
        self.set(String::new(), time::Duration::ZERO)
    }

    fn set(self, value: String, lasts: time::Duration) -> Option<HeaderValue> {
        let cookie = Cookie::build((self.name(), value))
            .path("/")
            .http_only(true)
            .secure(self.encrypted)
            .same_site(SameSite::Lax)
            .max_age(lasts)
            .build();
        let mut header = HeaderValue::from_str(&cookie.to_string()).ok()?;
        header.set_sensitive(true);
        Some(header)
    }
}

/// The value of the cookie `name` in the values of `Cookie` headers, of whichever version of `http`;
/// the first one, if several.
pub fn cookie_value<'a, V: AsRef<[u8]> + ?Sized + 'a>(
    headers: impl Iterator<Item = &'a V>,
    name: &str,
) -> Option<&'a str> {
    headers.filter_map(|value| text(value.as_ref())).flat_map(|value| value.split(';')).find_map(
        |pair| {
            let (key, value) = pair.trim_start().split_once('=')?;
            (key == name).then(|| value.trim_end())
        },
    )
}

/// A header's value, if nothing but visible ASCII is in it.
fn text(value: &[u8]) -> Option<&str> {
    let visible = |byte: &u8| matches!(byte, b'\t' | b' '..=b'~');
    value.iter().all(visible).then(|| core::str::from_utf8(value).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cookie_of_that_very_name_is_taken() {
        let headers = [
            HeaderValue::from_static("a=1; xcountersign-device=2; countersign-device=3"),
            HeaderValue::from_static("countersign-device=4"),
        ];
        assert_eq!(cookie_value(headers.iter(), NAME_ON_LOOPBACK), Some("3"));
        assert_eq!(cookie_value(headers.iter(), NAME), None);
        let none: [HeaderValue; 0] = [];
        assert_eq!(cookie_value(none.iter(), NAME), None);
        let odd = [HeaderValue::from_bytes(b"\xff=1;;=;countersign-device").unwrap()];
        assert_eq!(cookie_value(odd.iter(), NAME_ON_LOOPBACK), None);
    }

    #[test]
    fn the_cookie_has_every_attribute() {
        let encrypted = DeviceCookies::at(&Origin::parse("https://app.example").unwrap());
        assert_eq!(
            encrypted.end().unwrap(),
            "__Host-countersign-device=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0"
        );
        let local = DeviceCookies::at(&Origin::parse("http://localhost:3000").unwrap());
        assert_eq!(
            local.end().unwrap(),
            "countersign-device=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0"
        );
    }
}
