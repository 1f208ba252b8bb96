//! The templates around the sentences. A text and a page for each of three forms:
//!
//! | templates | for | the reader finds there |
//! |---|---|---|
//! | `notice.txt`, `notice.html` | what happened | the page of settings, a link that acts on nothing |
//! | `code.txt`, `code.html` | a code | the code on a line of its own, and no link |
//! | `confirmation.txt`, `confirmation.html` | a link | that one |
//! | `letter.html` | all three | what they have in common |

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, Value, escape_formatter};
use serde::Serialize;

use super::letters::LettersError;
use crate::escape;

const TEMPLATES: [(&str, &str); 7] = [
    ("letter.html", include_str!("letter.html")),
    ("notice.html", include_str!("notice.html")),
    ("notice.txt", include_str!("notice.txt")),
    ("code.html", include_str!("code.html")),
    ("code.txt", include_str!("code.txt")),
    ("confirmation.html", include_str!("confirmation.html")),
    ("confirmation.txt", include_str!("confirmation.txt")),
];

/// What a template may use.
#[derive(Serialize)]
pub(crate) struct Frame<'a> {
    /// The name of the site.
    pub(crate) site: &'a str,
    /// The name of the account.
    pub(crate) account: &'a str,
    /// The tag of the language.
    pub(crate) language: &'a str,
    /// The kind of letter, by its name in the settings.
    pub(crate) kind: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) what: &'a str,
    pub(crate) more: &'a [String],
    pub(crate) advice: &'a str,
    /// Which site and account it is about, and that nobody reads answers.
    pub(crate) about: &'a str,
    /// What stands on the link; nothing in a letter with a code.
    pub(crate) label: &'a str,
    /// Where it leads.
    pub(crate) link: &'a str,
    /// A code.
    pub(crate) code: &'a str,
    /// The same in the groups in which it is read.
    pub(crate) groups: &'a [String],
}

/// The templates, parsed.
#[derive(Debug)]
pub(crate) struct Frames(Environment<'static>);

impl Frames {
    pub(crate) fn new() -> Result<Self, LettersError> {
        let mut frames = Self(Environment::new());
        frames.0.set_formatter(write_escaped);
        for (name, source) in TEMPLATES {
            frames.put(name, source)?;
        }
        Ok(frames)
    }

    /// Replaces one of ours.
    pub(crate) fn replace(&mut self, name: &str, source: &str) -> Result<(), LettersError> {
        match TEMPLATES.iter().any(|(known, _)| *known == name) {
            true => self.put(name, source),
            false => Err(LettersError::Template {
                name: name.to_owned(),
                reason: "there is no letter of that name".to_owned(),
            }),
        }
    }

    fn put(&mut self, name: &str, source: &str) -> Result<(), LettersError> {
        let added = self.0.add_template_owned(name.to_owned(), source.to_owned());
        added.map_err(|error| LettersError::Template {
            name: name.to_owned(),
            reason: error.to_string(),
        })
    }

    pub(crate) fn render(&self, name: &str, frame: &Frame<'_>) -> Result<String, LettersError> {
        let template = self.0.get_template(name);
        template.and_then(|template| template.render(Value::from(Serde(frame)))).map_err(|error| {
            LettersError::Template { name: name.to_owned(), reason: error.kind().to_string() }
        })
    }
}

/// Escapes what means something in HTML, and leaves slashes as they are: addresses stay readable.
fn write_escaped(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    match (value.as_str(), state.auto_escape()) {
        (Some(text), AutoEscape::Html) if !value.is_safe() => Ok(out.write_str(&escape(text))?),
        _ => escape_formatter(out, state, value),
    }
}
