//! Where messages are said: `t("id", name=value)` in a template, and `"id"` in Rust.
//!
//! | place | what may stand there |
//! |---|---|
//! | between tags | the limited markup of a message |
//! | in an attribute, in a title, in `{% … %}` | plain text |
//! | in Rust | plain text, which is escaped afterwards or becomes JSON |

use std::collections::BTreeSet;

use crate::files::Source;

/// What may stand where a message is said.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Place {
    Markup,
    Plain,
}

/// A place where a message is said.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) place: Place,
    /// The names of the values that it is given, if they stand beside it.
    pub(crate) values: Option<BTreeSet<String>>,
}

/// With what the id of a message begins.
const AREAS: [&str; 15] = [
    "common-",
    "time-",
    "challenge-",
    "activate-",
    "confirm-",
    "codes-",
    "settings-",
    "on-behalf-",
    "admin-",
    "rule-",
    "event-",
    "status-",
    "field-",
    "problem-",
    "mail-",
];

pub(crate) fn all(sources: &[Source]) -> Vec<Use> {
    sources
        .iter()
        .flat_map(|source| match source.path.rsplit_once('.') {
            Some((_, "html" | "txt")) => in_template(source),
            Some((_, "rs")) => in_rust(source),
            Some(_) | None => Vec::new(),
        })
        .collect()
}

/// Where in a template the scan is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Within {
    #[default]
    Text,
    Tag,
    Value(char),
}

pub(crate) fn in_template(source: &Source) -> Vec<Use> {
    let mut uses = Vec::new();
    let (mut within, mut title) = (Within::default(), false);
    let mut rest = source.text.as_str();
    while let Some(sign) = rest.chars().next() {
        let (open, close) = match rest.get(..2) {
            Some("{#") => ("{#", "#}"),
            Some("{%") => ("{%", "%}"),
            Some("{{") => ("{{", "}}"),
            Some(_) | None => {
                within = match (within, sign) {
                    (Within::Text, '<') => Within::Tag,
                    (Within::Tag, '>') => Within::Text,
                    (Within::Tag, '"' | '\'') => Within::Value(sign),
                    (Within::Value(quote), sign) if sign == quote => Within::Tag,
                    (same, _) => same,
                };
                rest = rest.get(sign.len_utf8()..).unwrap();
                continue;
            }
        };
        let (inside, after) = rest.split_once(close).unwrap();
        match open {
            "{%" if inside.contains("block title") => title = true,
            "{%" if inside.contains("endblock") => title = false,
            _ => {}
        }
        let plain = open == "{%" || title || within != Within::Text;
        let place = if plain { Place::Plain } else { Place::Markup };
        if open != "{#" {
            uses.extend(calls(inside).into_iter().map(|(id, values)| Use {
                id,
                path: source.path.clone(),
                place,
                values: Some(values),
            }));
        }
        rest = after;
    }
    uses
}

/// Every `t("id", name=value)` in an expression.
fn calls(expression: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, _) in expression.match_indices("t(\"") {
        let before = expression.get(..at).unwrap().chars().next_back();
        if before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_' || sign == '.') {
            continue;
        }
        let call = expression.get(at + 3..).unwrap();
        let (id, rest) = call.split_once('"').unwrap();
        found.push((id.to_owned(), names(&outermost(rest, ')'))));
    }
    found
}

/// What comes before the bracket that closes what was open, without what stands in inner brackets and
/// in texts.
fn outermost(text: &str, close: char) -> String {
    let (mut depth, mut quote, mut kept) = (0_usize, None, String::new());
    for sign in text.chars() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(sign),
            (None, '(' | '[' | '{') => depth += 1,
            (None, sign) if depth == 0 && sign == close => return kept,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, sign) if depth == 0 => kept.push(sign),
            (None, _) => {}
        }
    }
    kept
}

/// `a` and `b` of `, a=x, b=y`.
fn names(args: &str) -> BTreeSet<String> {
    let named = args.split(',').filter_map(|arg| arg.split_once('='));
    named.map(|(name, _)| name.trim().to_owned()).collect()
}

pub(crate) fn in_rust(source: &Source) -> Vec<Use> {
    let text: String = source
        .text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        });
    let mut uses = Vec::new();
    for (at, _) in text.match_indices('"') {
        let rest = text.get(at + 1..).unwrap();
        let Some((id, after)) = rest.split_once('"') else { continue };
        let is_id = AREAS.iter().any(|area| id.len() > area.len() && id.starts_with(area))
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if is_id {
            let (id, path) = (id.to_owned(), source.path.clone());
            uses.push(Use { id, path, place: Place::Plain, values: given(after) });
        }
    }
    uses
}

/// The names in `, &[("a", …), ("b", …)]`, if that is what comes next.
fn given(after: &str) -> Option<BTreeSet<String>> {
    let list = after.trim_start().strip_prefix(',')?.trim_start().strip_prefix("&[")?;
    let (mut depth, mut names) = (0_usize, BTreeSet::new());
    for (at, sign) in list.char_indices() {
        match sign {
            ']' if depth == 0 => return Some(names),
            '(' | '[' | '{' => {
                let literal = list.get(at + 1..).unwrap().trim_start().strip_prefix('"');
                if depth == 0
                    && let Some(literal) = literal
                {
                    names.insert(literal.split('"').next().unwrap().to_owned());
                }
                depth += 1;
            }
            ')' | ']' | '}' => depth -= 1,
            // A value that was named before: nobody can tell from here what it is called.
            sign if depth == 0 && sign.is_alphanumeric() => return None,
            _ => {}
        }
    }
    None
}
