//! Every page in every state, in every language, on a phone: nothing is cut, nobody stumbles, and nothing
//! is left in English. What was seen is in `target/test-artefacts/screenshots/languages`.

use std::collections::BTreeMap;

use countersign_tests::tool::{Part, is_skipped};
use futures_util::stream::{StreamExt as _, iter};

use crate::village::REASONS;
use crate::walk::walk;

const LANGUAGES: [&str; 7] = ["en", "de", "es", "fr", "ja", "nl", "pt"];
/// How many browsers are open at once.
const BROWSERS: usize = 3;
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
