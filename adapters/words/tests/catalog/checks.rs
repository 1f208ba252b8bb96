//! What can be wrong. Each check gives what it found, in words; nothing is right.

use std::collections::BTreeSet;

use crate::files::{Catalog, Source};
use crate::message::{self, Message};
use crate::uses::{Place, Use};

/// Messages that a language lacks, and those that English lacks.
pub(crate) fn missing(catalogs: &[Catalog]) -> Vec<String> {
    let english = Catalog::english(catalogs);
    let mut found = Vec::new();
    for catalog in catalogs {
        let ids = |catalog: &Catalog| {
            let ids = catalog.messages.keys().filter(|id| !id.starts_with('-'));
            ids.cloned().collect::<BTreeSet<_>>()
        };
        let (own, expected) = (ids(catalog), ids(english));
        let lacks = expected.difference(&own).map(|id| format!("{} lacks {id}", catalog.tag));
        let more = own.difference(&expected).map(|id| format!("{} alone has {id}", catalog.tag));
        found.extend(lacks.chain(more));
        for (id, message) in &catalog.messages {
            if message.attributes > 0 || message.forms.is_empty() {
                found.push(format!("{}: {id} is no plain message", catalog.tag));
            }
            let broken = message.references.iter().filter(|id| !catalog.messages.contains_key(*id));
            found.extend(broken.map(|other| format!("{}: {id} needs {other}", catalog.tag)));
        }
    }
    found
}

/// Placeholders that differ from the English ones.
pub(crate) fn variables(catalogs: &[Catalog]) -> Vec<String> {
    in_others(catalogs, |english, catalog, id| {
        let (expected, own) = (english.variables(id), catalog.variables(id));
        (expected != own).then(|| format!("{own:?} instead of {expected:?}"))
    })
}

/// Tags that differ from the English ones.
pub(crate) fn tags(catalogs: &[Catalog]) -> Vec<String> {
    in_others(catalogs, |english, catalog, id| {
        let (expected, own) = (english.messages.get(id)?.tags(), catalog.messages.get(id)?.tags());
        (expected != own).then(|| format!("{own:?} instead of {expected:?}"))
    })
}

/// Words by which a message chooses that differ from the English ones: one that is misspelled would
/// never be chosen.
pub(crate) fn choices(catalogs: &[Catalog]) -> Vec<String> {
    in_others(catalogs, |english, catalog, id| {
        let (expected, own) =
            (&english.messages.get(id)?.choices, &catalog.messages.get(id)?.choices);
        (expected != own).then(|| format!("{own:?} instead of {expected:?}"))
    })
}

/// Looks at every message that English and another language have.
fn in_others(
    catalogs: &[Catalog],
    look: impl Fn(&Catalog, &Catalog, &str) -> Option<String>,
) -> Vec<String> {
    let english = Catalog::english(catalogs);
    let mut found = Vec::new();
    for catalog in catalogs {
        for id in catalog.messages.keys().filter(|id| english.messages.contains_key(*id)) {
            let wrong = look(english, catalog, id);
            found.extend(wrong.map(|wrong| format!("{}: {id} has {wrong}", catalog.tag)));
        }
    }
    found
}

/// The tags that a message may hold.
const TAGS: [&str; 12] = [
    "strong",
    "/strong",
    "em",
    "/em",
    "code",
    "/code",
    "span class=\"cs-nowrap\"",
    "span class=\"cs-break\"",
    "span class=\"cs-sr\"",
    "strong class=\"cs-break\"",
    "/span",
    "a href=\"{$href}\"",
];

/// Tags that are not allowed or do not fit together, and signs that mean something in HTML.
pub(crate) fn markup(catalogs: &[Catalog]) -> Vec<String> {
    each_form(catalogs, |form| {
        let mut open: Vec<String> = Vec::new();
        for tag in message::tags(form) {
            if !TAGS.contains(&tag.as_str()) && tag != "/a" {
                return Some(format!("<{tag}>"));
            }
            match tag.strip_prefix('/') {
                None => open.push(tag.split(' ').next().unwrap().to_owned()),
                Some(name) if open.last().is_some_and(|last| last == name) => drop(open.pop()),
                Some(name) => return Some(format!("</{name}> without a beginning")),
            }
        }
        let ends = form.matches('>').count() == form.matches('<').count();
        let left = open.pop();
        left.map(|name| format!("<{name}> without an end"))
            .or_else(|| form.contains('&').then(|| "an ampersand".to_owned()))
            .or_else(|| (!ends).then(|| "a lonely sign".to_owned()))
    })
}

fn each_form(catalogs: &[Catalog], look: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for catalog in catalogs {
        for (id, message) in &catalog.messages {
            let wrong = message.forms.iter().filter_map(|form| look(form));
            found.extend(wrong.map(|wrong| format!("{}: {id} has {wrong}", catalog.tag)));
        }
    }
    found
}

/// What is said without being a message.
pub(crate) fn undefined(english: &Catalog, uses: &[Use]) -> Vec<String> {
    uses.iter()
        .filter(|said| !english.messages.contains_key(&said.id))
        .map(|said| format!("{} says {}, which is no message", said.path, said.id))
        .collect()
}

/// Messages that nobody says.
pub(crate) fn unused(english: &Catalog, uses: &[Use]) -> Vec<String> {
    let said: BTreeSet<&str> = uses.iter().map(|said| said.id.as_str()).collect();
    let inner: BTreeSet<&str> = english
        .messages
        .values()
        .flat_map(|message| message.references.iter().map(String::as_str))
        .collect();
    let ids = english.messages.keys().map(String::as_str);
    ids.filter(|id| !said.contains(id) && !inner.contains(id))
        .map(|id| format!("nobody says {id}"))
        .collect()
}

/// Values that are not given, or are given for nothing.
pub(crate) fn values(english: &Catalog, uses: &[Use]) -> Vec<String> {
    let mut found = Vec::new();
    for said in uses {
        let wanted = english.variables(&said.id);
        if let Some(given) = said.values.as_ref().filter(|given| **given != wanted) {
            found.push(format!(
                "{}: {} wants {wanted:?}, and is given {given:?}",
                said.path, said.id
            ));
        }
    }
    found
}

/// Markup in a message that is said where there can be none.
pub(crate) fn plain(catalogs: &[Catalog], uses: &[Use]) -> Vec<String> {
    let mut found = Vec::new();
    for said in uses.iter().filter(|said| said.place == Place::Plain) {
        let is_marked = |message: &Message| {
            let in_html = said.path.ends_with(".html");
            message
                .forms
                .iter()
                .any(|form| form.contains(['<', '>']) || in_html && form.contains('"'))
        };
        for catalog in catalogs {
            if catalog.messages.get(&said.id).is_some_and(is_marked) {
                found.push(format!("{}: {} is plain in {}", catalog.tag, said.id, said.path));
            }
        }
    }
    found
}

/// Templates and scripts that have words of their own.
pub(crate) fn silent(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("adapters/web/")) {
        let words = match source.path.rsplit_once('.') {
            Some((_, "html")) => template_words(&source.text),
            Some((_, "js")) => script_words(&source.text),
            Some(_) | None => Vec::new(),
        };
        found.extend(words.into_iter().map(|words| format!("{} says {words:?}", source.path)));
    }
    found
}

/// What stands between tags, and in the attributes that are read out.
fn template_words(template: &str) -> Vec<String> {
    let bare = without(template, "{#", "#}");
    let bare = without(&without(&bare, "{%", "%}"), "{{", "}}");
    let is_word = |text: &&str| text.chars().any(char::is_alphabetic);
    let between = without(&bare, "<", ">");
    // The class of a page stands in a block of its own, and so do the attributes of a field.
    let is_name = |line: &&str| line.starts_with("cs-page") || line.starts_with("aria-invalid=");
    let lines = between.lines().map(str::trim).filter(|line| !is_name(line));
    let mut words: Vec<String> = lines.filter(is_word).map(str::to_owned).collect();
    for name in [
        "aria-label=\"",
        "title=\"",
        "placeholder=\"",
        "alt=\"",
        "data-cs-over=\"",
        "data-cs-copied=\"",
        "data-cs-by-hand=\"",
    ] {
        let read_out = bare.split(name).skip(1).filter_map(|rest| rest.split('"').next());
        words.extend(read_out.filter(is_word).map(str::to_owned));
    }
    words
}

/// Texts in a script that have several words, the first of them with a capital.
fn script_words(script: &str) -> Vec<String> {
    let code: Vec<&str> = script.lines().filter(|line| !line.trim().starts_with("//")).collect();
    let code = code.join("\n");
    let texts = code.split('"').skip(1).step_by(2);
    let is_sentence = |text: &&str| {
        let begins = text.chars().next().is_some_and(char::is_uppercase);
        begins && (text.contains(' ') || text.ends_with('.'))
    };
    texts.filter(is_sentence).map(str::to_owned).collect()
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let mut kept = parts.next().unwrap().to_owned();
    for part in parts {
        kept.push_str(part.split_once(close).map_or("", |(_, after)| after));
    }
    kept
}
