//! Names that others chose stay in their place.
//!
//! Whoever signs up chooses the name of the account, and may write more than a name: a new line, signs
//! that turn the reading direction around, a page of advertisement.

/// No name is longer.
const LONGEST: usize = 100;

/// A name on one line, of a length that leaves room for the letter.
pub(crate) fn name(text: &str) -> String {
    let strange = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{61c}' | '\u{200e}' | '\u{200f}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut name = String::new();
    for part in text.split(|c| strange(c) || c.is_whitespace()).filter(|part| !part.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(part);
    }
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_on_its_line_and_in_its_direction() {
        assert_eq!(name("Müller & Söhne 日本"), "Müller & Söhne 日本");
        assert_eq!(name("a\r\nBcc: x@y\u{2028}b\u{0}c"), "a Bcc: x@y b c");
        assert_eq!(name("\u{202e}live\u{2066}"), "live");
        assert_eq!(name(&"ä".repeat(100)), "ä".repeat(100));
        assert_eq!(name(&"ä".repeat(101)), format!("{}…", "ä".repeat(100)));
    }
}
