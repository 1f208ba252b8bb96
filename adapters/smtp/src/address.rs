//! Who a letter is for, and who it is from.
//!
//! | address | becomes |
//! |---|---|
//! | `ada@acme.example` | itself |
//! | `ada@müller.example` | `ada@xn--mller-kva.example` (RFC 5891) |
//! | `müller@acme.example` | itself; it goes only to a server that takes it (RFC 6531) |
//! | `"ada lovelace"@acme.example` | nothing: what is quoted could hold anything |
//! | anything with a space, a line break, or two addresses | nothing |

use lettre::Address;

/// Why an address is none. The address itself is not repeated.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("this is no e-mail address that letters can be sent to")]
pub(crate) struct NoAddress;

/// What has a meaning in a command or a header.
const SPECIAL: &[char] = &['"', '(', ')', ',', ':', ';', '<', '>', '\\'];

/// The address that `text` is, with its domain as the name system has it.
pub(crate) fn parse(text: &str) -> Result<Address, NoAddress> {
    let strange = |c: char| c.is_control() || c.is_whitespace() || SPECIAL.contains(&c);
    let (local, domain) = text.rsplit_once('@').ok_or(NoAddress)?;
    if text.contains(strange) || local.contains('@') {
        return Err(NoAddress);
    }
    let domain = idna::domain_to_ascii_strict(domain).map_err(|_| NoAddress)?;
    Address::new(local, domain).map_err(|_| NoAddress)
}

/// Whether only some servers take it.
pub(crate) fn needs_utf8(address: &Address) -> bool {
    !address.user().is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mean_something_to_a_server_is_no_address() {
        for text in [
            "",
            "ada",
            "@acme.example",
            "ada@",
            "ada@acme.example\r\nRCPT TO:<eve@evil.example>",
            "ada@acme.example\n",
            "ada\r\n@acme.example",
            "ada@acme.example, eve@evil.example",
            "ada@acme.example> SIZE=1",
            "<ada@acme.example>",
            "Ada <ada@acme.example>",
            "ada lovelace@acme.example",
            "\"ada\"@acme.example",
            "ada@evil.example@acme.example",
            "ada@acme example",
            "ada@-acme.example",
            "ada\u{0}@acme.example",
            "ada\u{2028}@acme.example",
            "ada@acme.example\u{85}",
        ] {
            assert_eq!(parse(text), Err(NoAddress), "{text:?}");
        }
    }

    #[test]
    fn domains_may_be_in_letters_of_any_script() {
        let ada = parse("ada@Müller.example").unwrap();
        assert_eq!(ada.to_string(), "ada@xn--mller-kva.example");
        assert!(!needs_utf8(&ada));
        assert!(needs_utf8(&parse("müller@acme.example").unwrap()));
        assert_eq!(parse("o'hara+news@acme.example").unwrap().user(), "o'hara+news");
        assert_eq!(parse("countersign@localhost").unwrap().domain(), "localhost");
    }
}
