//! The message files against each other and against everything that says something: what is missing,
//! what nobody uses, placeholders and tags that differ, and markup where there can be none.
//!
//! Every check is a function over what was read, so that beside the real files it is shown a planted
//! mistake.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that stumbles has failed")]

mod checks;
mod files;
mod message;
mod planted;
mod uses;

use countersign_words::Languages;

use crate::files::{Catalog, sources};

#[test]
fn every_language_has_the_same_files_and_is_offered() {
    let catalogs = Catalog::all();
    let languages = Languages::new().unwrap();
    let mut offered: Vec<&str> = languages.tags().collect();
    offered.sort_unstable();
    let folders: Vec<&str> = catalogs.iter().map(|catalog| catalog.tag.as_str()).collect();
    assert_eq!(
        offered, folders,
        "a folder without a line in src/locales.rs, or the other way around"
    );
    let english = Catalog::english(&catalogs);
    for catalog in &catalogs {
        assert_eq!(catalog.files, english.files, "{}", catalog.tag);
    }
}

#[test]
fn no_language_lacks_a_message_or_has_one_of_its_own() {
    let catalogs = Catalog::all();
    found_nothing(&checks::missing(&catalogs));
}

#[test]
fn placeholders_and_choices_are_the_same_in_every_language() {
    let catalogs = Catalog::all();
    found_nothing(&checks::variables(&catalogs));
    found_nothing(&checks::choices(&catalogs));
}

#[test]
fn tags_are_the_same_in_every_language_and_of_a_kind_that_is_allowed() {
    let catalogs = Catalog::all();
    found_nothing(&checks::tags(&catalogs));
    found_nothing(&checks::markup(&catalogs));
}

#[test]
fn whatever_is_said_is_in_the_messages_and_every_message_is_said() {
    let catalogs = Catalog::all();
    let uses = uses::all(&sources());
    assert!(uses.len() > 300, "the scan has lost its way: {}", uses.len());
    found_nothing(&checks::undefined(Catalog::english(&catalogs), &uses));
    found_nothing(&checks::unused(Catalog::english(&catalogs), &uses));
}

#[test]
fn every_placeholder_is_given_a_value_and_every_value_has_a_placeholder() {
    let catalogs = Catalog::all();
    found_nothing(&checks::values(Catalog::english(&catalogs), &uses::all(&sources())));
}

#[test]
fn there_is_no_markup_in_an_attribute_a_title_or_what_rust_says() {
    found_nothing(&checks::plain(&Catalog::all(), &uses::all(&sources())));
}

#[test]
fn no_template_and_no_script_says_anything_by_itself() {
    found_nothing(&checks::silent(&sources()));
}

#[track_caller]
fn found_nothing(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}
