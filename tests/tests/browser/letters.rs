//! Letters as a person sees them, in a phone's light and in the dark.

use countersign_tests::browser::{Browser, Script};
use countersign_tests::tool::{Part, is_skipped};

/// What each letter says in English, as it was approved.
const LETTERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/letters");

#[tokio::test]
async fn letters_fit_a_phone_and_can_be_read_in_light_and_in_the_dark() {
    if is_skipped(Part::Browser) {
        return;
    }
    let browser = Browser::open(Script::On).await;
    let mut names: Vec<_> = std::fs::read_dir(LETTERS)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    names.sort();
    assert!(names.len() > 12, "{names:?}");
    for path in names {
        browser.goto(&format!("file://{}", path.display())).await;
        let name = path.file_stem().unwrap().to_str().unwrap();
        browser.keep(&format!("letter-{name}")).await;
    }
    browser.goto(&format!("file://{LETTERS}/code.html")).await;
    let selected = "getSelection().selectAllChildren(document.querySelector('span').parentNode); \
                    return getSelection().toString();";
    let copied = browser.run(selected, Vec::new()).await;
    assert_eq!(copied, "730518", "a code is copied without the gap in which it is read");
    browser.close().await;
}
