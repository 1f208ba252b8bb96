//! Every page in every state, in every language, on a phone: nothing is cut, nobody stumbles, and nothing
//! is left in English. What was seen is in `target/test-artefacts/screenshots/languages`.

use std::collections::BTreeMap;

use countersign_tests::browser::{Browser, Script};
use countersign_tests::tool::{Part, is_skipped};
use futures_util::stream::{StreamExt as _, iter};

use crate::village::REASONS;
use crate::walk::{found, walk};

const LANGUAGES: [&str; 7] = ["en", "de", "es", "fr", "ja", "nl", "pt"];
/// How many browsers are open at once.
const BROWSERS: usize = 4;
/// With fewer words than these, two languages may well say the same.
const WORDS: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_in_every_language_fits_a_phone_and_is_in_that_language_alone() {
    if is_skipped(Part::Browser) {
        return;
    }
    let walks = iter(LANGUAGES).map(|language| async move { (language, walk(language).await) });
    let mut seen: BTreeMap<_, _> = walks.buffer_unordered(BROWSERS).collect().await;
    let english = seen.remove("en").unwrap();
    assert!(english.sentences.len() > 100, "{:?}", english.sentences.keys());
    let mut faults = english.faults;
    for (language, walk) in seen {
        faults.extend(walk.faults);
        assert!(walk.sentences.keys().eq(english.sentences.keys()), "{language} goes elsewhere");
        for (page, marks) in walk.marks {
            let wanted = &english.marks[&page];
            if marks != *wanted {
                faults.push(format!("{language} {page} has {marks:?}, in English {wanted:?}"));
            }
        }
        for (page, sentences) in walk.sentences {
            let left = sentences.intersection(&english.sentences[&page]);
            let left = left.filter(|sentence| is_ours(sentence));
            faults.extend(left.map(|sentence| format!("{language} {page} is English: {sentence}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Whether a sentence is one of Countersign's, and long enough to be in one language alone.
fn is_ours(sentence: &str) -> bool {
    let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    words.count() >= WORDS && !REASONS.iter().any(|reason| sentence.contains(reason))
}

#[tokio::test]
async fn whatever_is_cut_is_found() {
    if is_skipped(Part::Browser) {
        return;
    }
    let browser = Browser::open(Script::On).await;
    browser.becomes_a_phone().await;
    for (page, fault) in [
        ("<p style='width:200vw'>Wide</p>", "the page is"),
        ("<p style='width:3em;white-space:nowrap'>Longer than that</p>", "sticks out of"),
        ("<button style='height:1em;width:4em'>Several lines of it</button>", "sticks out of"),
        ("<h1 style='width:3em;overflow-wrap:anywhere'>Wiederherstellung</h1>", "is broken"),
        ("<select style='width:5em'><option>A<option>Longer than that</select>", "in its list"),
        (
            "<select style='appearance:base-select;width:5em;height:2em;white-space:normal'>\
             <option>A<option>Longer than that, and by more than one line",
            "in its list",
        ),
        ("<input id=x style='width:3em' value='Longer than that'>", "#x cuts"),
        ("<a href=/>This</a><a href=/ style='margin-left:-2em'>That</a>", "lies on"),
    ] {
        let head = "<!doctype html><html lang=en><meta name=viewport content='width=device-width'>";
        for (page, is_cut) in [(page, true), ("<p>It <button>fits</button></p>", false)] {
            browser.goto(&format!("data:text/html,{head}{page}")).await;
            let faults = found(&browser).await.faults;
            assert_eq!(
                faults.iter().any(|found| found.contains(fault)),
                is_cut,
                "{page} {faults:?}"
            );
        }
    }
    browser.close().await;
}
