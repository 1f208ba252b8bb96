//! Domains and addresses, in one spelling.

use std::borrow::Cow;

/// A domain as it is compared: ASCII, lower case, no dot at the end (RFC 5890, 2.3.2.1: A-labels).
/// What cannot be one is only put into lower case, and then equals nothing but itself.
#[must_use]
pub fn domain(name: &str) -> Cow<'_, str> {
    let name = name.trim().trim_start_matches('@').trim_end_matches('.');
    if is_plain(name) {
        return Cow::Borrowed(name);
    }
    match idna::domain_to_ascii(name) {
        // There are dots of other scripts at the end of a domain as well.
        Ok(ascii) => Cow::Owned(ascii.trim_end_matches('.').to_owned()),
        Err(_) => Cow::Owned(name.to_lowercase()),
    }
}

/// An address as it is compared: its domain as above, and all of it in lower case. Hardly any mail
/// server tells `Ada@` from `ada@` (RFC 5321, 2.4 lets it), and whoever changes the case of an address
/// must not leave a rule by it.
pub(crate) fn address(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    match text.rsplit_once('@') {
        Some((local, name)) => Cow::Owned(format!("{}@{}", local.to_lowercase(), domain(name))),
        None => Cow::Owned(text.to_lowercase()),
    }
}

/// What stands behind the last `@`, compared; nothing if there is none.
pub(crate) fn domain_of(address: &str) -> Cow<'_, str> {
    address.rsplit_once('@').map_or(Cow::Borrowed(""), |(_, name)| domain(name))
}

/// Nothing to fold: the usual case, which costs no copy.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b' ')
        && !text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_domain_has_one_spelling() {
        for (given, compared) in [
            ("acme.example", "acme.example"),
            ("@ACME.Example", "acme.example"),
            ("acme.example.", "acme.example"),
            ("MÜLLER.example", "xn--mller-kva.example"),
            ("xn--mller-kva.example", "xn--mller-kva.example"),
            ("XN--MLLER-KVA.example", "xn--mller-kva.example"),
            ("straße.example", "xn--strae-oqa.example"),
            ("ａｃｍｅ.example", "acme.example"),
            ("acme。example。", "acme.example"),
            ("acme\u{ad}.example", "acme.example"),
        ] {
            assert_eq!(domain(given), compared, "{given}");
        }
    }

    #[test]
    fn one_address_has_one_spelling() {
        assert_eq!(address("Ada@Müller.example"), "ada@xn--mller-kva.example");
        assert_eq!(address(" ada@acme.example "), "ada@acme.example");
        assert_eq!(domain_of("\"a@b\"@Acme.example"), "acme.example");
        assert_eq!(domain_of("nobody"), "");
    }
}
