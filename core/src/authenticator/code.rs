//! What a person typed, parsed once at the edge.
//!
//! Spaces and hyphens are dropped, because apps show codes in groups. Everything else must be what
//! it should be: no digits of other scripts, no signs that look like letters. What does not parse
//! was never compared with anything and costs nobody a try.

use core::fmt;

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::{Method, RecoveryCode};

/// That an input cannot be a code of its method.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a code")]
#[non_exhaustive]
pub struct Malformed;

/// Longer inputs are not looked at.
const LONGEST_INPUT: usize = 64;

/// Six to eight ASCII digits. It prints nothing.
#[derive(Clone)]
pub struct Code(Zeroizing<String>);

impl Code {
    /// Reads a code; spaces and hyphens do not count.
    ///
    /// # Errors
    /// Anything but six to eight ASCII digits remains.
    pub fn parse(input: &str) -> Result<Self, Malformed> {
        let digits = compact(input)?;
        if !(6..=8).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Malformed);
        }
        Ok(Self(digits))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Compares in constant time.
    pub(super) fn is(&self, expected: &str) -> bool {
        self.0.as_bytes().ct_eq(expected.as_bytes()).into()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// What a person sends back to a challenge.
#[expect(clippy::exhaustive_enums, reason = "a new method must break every match on it")]
#[derive(Clone, Debug)]
pub enum Answer {
    /// A code from an authenticator app.
    Totp(Code),
    /// A recovery code.
    Recovery(RecoveryCode),
    /// A code that was sent by mail.
    Email(Code),
}

impl Answer {
    /// Reads an answer by `method`.
    ///
    /// # Errors
    /// The input cannot be a code of that method.
    pub fn parse(method: Method, input: &str) -> Result<Self, Malformed> {
        match method {
            Method::Totp => Code::parse(input).map(Self::Totp),
            Method::Recovery => RecoveryCode::parse(input).map(Self::Recovery),
            Method::Email => Code::parse(input).map(Self::Email),
        }
    }

    /// By which method.
    #[must_use]
    pub const fn method(&self) -> Method {
        match self {
            Self::Totp(_) => Method::Totp,
            Self::Recovery(_) => Method::Recovery,
            Self::Email(_) => Method::Email,
        }
    }
}

/// The input without ASCII spaces and hyphens, if it is short and ASCII.
pub(super) fn compact(input: &str) -> Result<Zeroizing<String>, Malformed> {
    if input.len() > LONGEST_INPUT || !input.is_ascii() {
        return Err(Malformed);
    }
    Ok(Zeroizing::new(input.chars().filter(|c| !matches!(c, ' ' | '-')).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_hyphens_do_not_count() {
        for input in ["123456", " 123 456 ", "123-456", "1-2 3-4 5-6"] {
            assert!(Code::parse(input).unwrap().is("123456"), "{input:?}");
        }
        assert!(Code::parse("12345678").is_ok());
    }

    #[test]
    fn what_is_no_code_does_not_parse() {
        let fullwidth = "\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}";
        let arabic = "\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}";
        let long = "1".repeat(65_536);
        let padded = format!("{}123456", " ".repeat(59));
        for input in [
            "",
            " ",
            "12345",
            "123456789",
            "12345a",
            "+12345",
            "123.456",
            "0x1234",
            "123456\0",
            "123456\t",
            "123\u{200b}456",
            fullwidth,
            arabic,
            &long,
            &padded,
        ] {
            assert_eq!(Code::parse(input).unwrap_err(), Malformed, "{input:?}");
        }
    }

    #[test]
    fn a_code_prints_nothing() {
        assert_eq!(format!("{:?}", Answer::parse(Method::Totp, "123456")), "Ok(Totp(Code(..)))");
    }
}
