//! An authenticator app, written from the standards and sharing no code with ours: RFC 4648 for the
//! set-up key, RFC 4226 for the code, RFC 6238 for the step.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

/// The six digits of a set-up key at a moment; `None`: that is no set-up key.
#[must_use]
pub fn code(set_up_key: &str, unix: u64) -> Option<String> {
    let secret = base32(set_up_key)?;
    Some(format!("{:06}", hotp(&secret, unix / 30)? % 1_000_000))
}

/// Different codes, as many as wanted, that belong to no step near a moment.
#[must_use]
pub fn wrong_codes(set_up_key: &str, unix: u64, wanted: usize) -> Option<Vec<String>> {
    let near: Vec<String> = (0..7)
        .map(|step| code(set_up_key, (unix + step * 30).saturating_sub(90)))
        .collect::<Option<_>>()?;
    let all = (0..1_000_000).map(|n| format!("{n:06}"));
    Some(all.filter(|code| !near.contains(code)).take(wanted).collect())
}

/// RFC 4226, 5.3: the 31 bits that the last four bits of the digest point to.
fn hotp(secret: &[u8], counter: u64) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&counter.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest.last()? & 0x0f);
    let four = digest.get(offset..offset + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?) & 0x7fff_ffff)
}

/// RFC 4648, 6: five bits a letter.
fn base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes().filter(|byte| *byte != b' ') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            _ => return None,
        };
        held = held << 5 | u32::from(value);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4226, appendix D, and RFC 6238, appendix B, use the same ASCII secret.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_secret_of_the_standards_is_read() {
        assert_eq!(base32(SECRET).unwrap(), b"12345678901234567890");
        assert_eq!(base32("GEZDGNBV GY3TQOJQ GEZDGNBV GY3TQOJQ"), base32(SECRET));
        assert_eq!(base32("not base32!"), None);
    }

    #[test]
    fn the_codes_of_rfc_4226_come_out() {
        let codes =
            [755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489];
        for (counter, expected) in (0..).zip(codes) {
            let step_begins = counter * 30;
            assert_eq!(code(SECRET, step_begins).unwrap(), expected.to_string(), "{counter}");
        }
    }

    #[test]
    fn the_codes_of_rfc_6238_come_out() {
        let table = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (unix, expected) in table {
            assert_eq!(code(SECRET, unix).unwrap(), expected, "{unix}");
        }
    }

    #[test]
    fn wrong_codes_are_wrong_in_every_step_near() {
        let wrong = wrong_codes(SECRET, 59, 999_990).unwrap();
        for unix in [0, 29, 59, 89, 119, 149] {
            assert!(!wrong.contains(&code(SECRET, unix).unwrap()), "{unix}");
        }
    }
}
