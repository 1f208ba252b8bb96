//! The words of one language.
//!
//! A message is looked for in the language itself, in the one that it is a kind of (`de` for `de-AT`),
//! and in English. One that cannot be put together, because a placeholder was given no value, counts
//! as missing. The log says so; the reader gets English, and at worst the id.

use core::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::arg::{Arg, Args, escape};
use crate::languages::{Language, Languages};

/// The words of one language. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    languages: &'a Languages,
    language: Option<&'a Language>,
}

/// For whom a message is put together.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Form {
    Text,
    Html,
}

impl<'a> Words<'a> {
    pub(crate) const fn new(languages: &'a Languages, language: Option<&'a Language>) -> Self {
        Self { languages, language }
    }

    /// The tag of the language (BCP 47).
    #[must_use]
    pub fn tag(&self) -> &'a str {
        self.language.map_or("en", |language| &language.tag)
    }

    /// A message as plain text: for mails, JSON, and what a page escapes afterwards.
    #[must_use]
    pub fn text(&self, id: &str, args: &Args<'_>) -> String {
        self.formatted(id, args, Form::Text)
    }

    /// A message as HTML. What stands in it is markup; what is put into its placeholders is not, unless
    /// it is marked as [safe](Arg::Safe).
    #[must_use]
    pub fn html(&self, id: &str, args: &Args<'_>) -> String {
        self.formatted(id, args, Form::Html)
    }

    fn formatted(&self, id: &str, args: &Args<'_>, form: Form) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, value(arg, form));
        }
        let mut partly = None;
        for language in self.chain() {
            match format(language, id, &values) {
                Ok(text) => return text,
                Err(Lack::Message) => {}
                Err(Lack::Value(text)) => {
                    tracing::error!(target: "countersign", id, language = &*language.tag, "a message lacks a value");
                    partly = Some(text);
                }
            }
        }
        tracing::error!(target: "countersign", id, "there is no such message");
        partly.unwrap_or_else(|| id.to_owned())
    }

    /// The language, those that it is a kind of, and English.
    fn chain(&self) -> impl Iterator<Item = &'a Language> {
        let languages = self.languages;
        let parents = core::iter::successors(Some(self.tag()), |tag| {
            tag.rsplit_once('-').map(|(wider, _)| wider)
        });
        let own = parents.filter_map(move |tag| languages.find(tag));
        let english = languages.english();
        own.chain(english.filter(|english| *english.tag != *self.tag()))
    }
}

/// What a language lacks of a message.
enum Lack {
    Message,
    /// What can be said without the value.
    Value(String),
}

fn format(language: &Language, id: &str, values: &FluentArgs<'_>) -> Result<String, Lack> {
    let message = language.bundle.get_message(id).and_then(|message| message.value());
    let pattern = message.ok_or(Lack::Message)?;
    let mut errors = Vec::new();
    let text = language.bundle.format_pattern(pattern, Some(values), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(Lack::Value(text)) }
}

fn value<'a>(arg: &'a Arg<'_>, form: Form) -> FluentValue<'a> {
    match (arg, form) {
        (Arg::Text(text), Form::Html) => FluentValue::from(escape(text)),
        (Arg::Text(text), Form::Text) | (Arg::Safe(text), _) => FluentValue::from(text.as_ref()),
        (Arg::Number(number), _) => FluentValue::from(*number),
    }
}

impl fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.tag()).finish()
    }
}
