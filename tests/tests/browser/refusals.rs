//! What is refused, and what is not shown again.

use countersign_tests::browser::Script;
use countersign_tests::tool::{Part, is_skipped};

use crate::person::{ADA, BOB, Person};

#[tokio::test]
async fn what_is_not_there_or_not_from_us_is_said_in_plain_words() {
    if is_skipped(Part::Browser) {
        return;
    }
    let bob = Person::opens_a_browser(BOB, Script::On).await;
    bob.signs_in().await;
    bob.goes_to("/2fa/nothing").await;
    bob.reads("There is no such page").await;
    bob.reads("404").await;
    bob.browser.keep("problem-404").await;

    bob.goes_to("/2fa/activate").await;
    let forge = "document.querySelector('main [name=csrf]').value = 'made up'";
    bob.browser.run(forge, vec![]).await;
    bob.browser.press("form[action$='/activate'] button").await;
    bob.reads("That did not come from this page").await;
    bob.reads("403").await;
    bob.browser.keep("problem-403").await;
    bob.leaves().await;
}

#[tokio::test]
async fn the_back_button_shows_no_secret_again() {
    if is_skipped(Part::Browser) {
        return;
    }
    let mut ada = Person::opens_a_browser(ADA, Script::On).await;
    ada.signs_in().await;
    ada.activates().await;
    let key = ada.app.set_up_key.clone();
    let mut paths = Vec::new();
    for _ in 0..4 {
        ada.browser.back().await;
        let source = ada.browser.source().await;
        let bare = source.replace(' ', "");
        assert!(!bare.contains(&key), "the key is shown again");
        assert!(!ada.recovery_codes.iter().any(|code| source.contains(code)));
        paths.push(ada.browser.path().await);
    }
    for path in ["/2fa/activate/confirm", "/2fa/activate"] {
        assert!(paths.iter().any(|gone| gone == path), "{path} among {paths:?}");
    }
    ada.leaves().await;
}
