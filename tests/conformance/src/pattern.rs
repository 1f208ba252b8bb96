//! Texts with holes: `{name}` is what the browser knows by that name, or, if it knows nothing yet, what
//! stands there; `{*}` is anything.

use std::collections::BTreeMap;

enum Piece<'a> {
    Text(&'a str),
    Hole(&'a str),
}

/// Text and holes in turn. A brace that opens no name is text.
fn pieces(pattern: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    let mut text_from = pattern;
    while let Some(at) = rest.find('{') {
        let after = rest.get(at + 1..).unwrap_or_default();
        let name = after.split('}').next().unwrap_or_default();
        let is_name = name.len() < after.len()
            && !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_*.+-".contains(c));
        if !is_name {
            rest = after;
            continue;
        }
        let text = text_from.len() - rest.len() + at;
        pieces.push(Piece::Text(text_from.get(..text).unwrap_or_default()));
        pieces.push(Piece::Hole(name));
        rest = after.get(name.len() + 1..).unwrap_or_default();
        text_from = rest;
    }
    pieces.push(Piece::Text(text_from));
    pieces
}

/// Fills every hole with what `known` says; `Err` names a hole that nobody knows.
pub(crate) fn fill(
    pattern: &str,
    mut known: impl FnMut(&str) -> Option<String>,
) -> Result<String, String> {
    let mut filled = String::new();
    for piece in pieces(pattern) {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Hole(name) => {
                filled.push_str(&known(name).ok_or_else(|| format!("nobody knows {{{name}}}"))?);
            }
        }
    }
    Ok(filled)
}

/// What the holes of a pattern hold, if a text is as the pattern says.
pub(crate) fn read(
    pattern: &str,
    text: &str,
    mut known: impl FnMut(&str) -> Option<String>,
) -> Option<BTreeMap<String, String>> {
    let mut found = BTreeMap::<String, String>::new();
    let mut rest = text;
    let mut open: Option<&str> = None;
    let mut all = pieces(pattern).into_iter().peekable();
    while let Some(piece) = all.next() {
        let literal = match piece {
            Piece::Text(text) => text.to_owned(),
            // Anything is anything each time that it stands there.
            Piece::Hole("*") => {
                open = Some("*");
                continue;
            }
            Piece::Hole(name) => match known(name).or_else(|| found.get(name).cloned()) {
                Some(value) => value,
                None => {
                    open = Some(name);
                    continue;
                }
            },
        };
        let Some(name) = open else {
            rest = rest.strip_prefix(literal.as_str())?;
            continue;
        };
        if literal.is_empty() && all.peek().is_some() {
            continue;
        }
        let at = if literal.is_empty() { rest.len() } else { rest.find(literal.as_str())? };
        found.insert(name.to_owned(), rest.get(..at)?.to_owned());
        rest = rest.get(at + literal.len()..)?;
        open = None;
    }
    found.remove("*");
    rest.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Option<String> {
        (name == "origin").then(|| "https://a".to_owned())
    }

    #[test]
    fn holes_are_filled_and_read() {
        assert_eq!(fill("<{origin}> {\"a\": 1}", known).unwrap(), "<https://a> {\"a\": 1}");
        assert!(fill("{nothing}", known).is_err());
        let read = |pattern, text| read(pattern, text, known);
        assert_eq!(read("/2fa?t={t}", "/2fa?t=abc").unwrap()["t"], "abc");
        let two = read("{a}; {b}; c", "1; 2; c").unwrap();
        assert_eq!((two["a"].as_str(), two["b"].as_str()), ("1", "2"));
        assert!(read("{origin}/x", "https://a/x").is_some());
        assert!(read("{origin}/x", "https://b/x").is_none());
        assert!(read("{*}x", "abcx").unwrap().is_empty());
        assert!(read("{*}-{*}-c", "a-b-c").unwrap().is_empty());
        assert!(read("a", "ab").is_none());
        assert!(read("{a}/{a}", "1/2").is_none());
        assert!(read("", "").is_some());
    }
}
