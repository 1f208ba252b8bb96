//! Without a mouse.

use countersign_tests::browser::Script;
use countersign_tests::tool::{Part, is_skipped};
use fantoccini::key::Key;

use crate::person::{ADA, Person};

#[tokio::test]
async fn a_challenge_is_answered_with_the_keyboard_alone() {
    if is_skipped(Part::Browser) {
        return;
    }
    let mut ada = Person::opens_a_browser(ADA, Script::On).await;
    ada.signs_in().await;
    ada.activates().await;
    ada.signs_out().await;
    ada.signs_in().await;

    // To the other way, by the keyboard.
    ada.is_challenged_before("/account").await;
    let mut seen = Vec::new();
    while ada.browser.focused_text().await != "Use a recovery code" {
        assert!(seen.len() < 20, "no way to the link among {seen:?}");
        ada.browser.keys([Key::Tab.into()]).await;
        seen.push(ada.browser.focused_text().await);
    }
    ada.browser.enter().await;
    ada.reads("Enter a recovery code").await;

    // The code, the box and the button, in this order.
    ada.is_challenged_before("/account").await;
    let code = ada.app.code().await;
    ada.browser.keys(code.chars()).await;
    ada.browser.keys([Key::Tab.into()]).await;
    ada.browser.has_focus("remember").await;
    ada.browser.keys([' ']).await;
    ada.browser.keys([Key::Tab.into()]).await;
    assert_eq!(ada.browser.focused_text().await, "Continue");
    ada.browser.enter().await;
    ada.is_at("/account").await;
    ada.goes_to("/2fa").await;
    ada.reads("This device").await;

    // Enter in the field sends the form as well.
    ada.browser.press("form[action*='/devices/'] button").await;
    ada.signs_out().await;
    ada.signs_in().await;
    ada.is_challenged_before("/account").await;
    let code = ada.app.code().await;
    ada.browser.keys(code.chars()).await;
    ada.browser.enter().await;
    ada.is_at("/account").await;
    ada.leaves().await;
}
