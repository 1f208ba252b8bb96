//! From the first sign-in to the lost phone.

use countersign_tests::browser::Script;
use countersign_tests::example::Example;
use countersign_tests::tool::{Part, is_skipped};
use countersign_tests::totp_program::TotpProgram;

use crate::person::{ADA, Person};

/// Where somebody who must activate cannot go.
const ELSEWHERE: [&str; 11] = [
    "/account",
    "/account?page=2",
    "/transfer",
    "/api/ping",
    "/files/hello.txt",
    "/files/",
    "/events",
    "/ws",
    "/nowhere",
    "/2fa",
    "/2fa/challenge",
];

#[tokio::test]
async fn a_person_who_must_activate_is_led_through_it_to_the_page_first_asked_for() {
    activates_and_comes_back(Example::Axum).await;
}

#[tokio::test]
async fn a_person_is_led_through_it_on_actix_web() {
    activates_and_comes_back(Example::Actix).await;
}

#[tokio::test]
async fn a_person_is_led_through_it_on_rocket() {
    activates_and_comes_back(Example::Rocket).await;
}

async fn activates_and_comes_back(example: Example) {
    if is_skipped(Part::Browser) {
        return;
    }
    let mut ada = Person::opens_a_browser_on(example, ADA, Script::On).await;
    ada.goes_to("/sign-in").await;
    ada.keeps("sign-in").await;
    ada.signs_in().await;
    ada.goes_to("/").await;
    ada.keeps("home-to-activate").await;

    for path in ELSEWHERE {
        ada.goes_to(path).await;
        ada.is_at("/2fa/activate").await;
    }
    ada.goes_to("/account").await;
    ada.reads("Your account needs this before you can go on.").await;
    ada.keeps("activate").await;

    ada.begins().await;
    assert!(!ada.browser.shows("#key").await, "the key is there for who asks for it");
    ada.browser.click("summary").await;
    assert!(ada.browser.shows("#key").await && ada.browser.shows("[data-cs-copy='#key']").await);
    ada.keeps("confirm-key").await;
    ada.browser.click("summary").await;
    let pictures = ada.keeps("confirm").await;
    ada.scans(&pictures);
    let key = ada.browser.run("return document.querySelector('#key').textContent", vec![]).await;
    let typed = TotpProgram::type_in(key.as_str().unwrap());
    assert_eq!(typed.set_up_key, ada.app.set_up_key, "the key to type is the one to scan");

    ada.confirms_with(&ada.app.wrong_codes(1)[0]).await;
    ada.reads("That code is not right.").await;
    assert!(!ada.browser.shows(".cs-qr").await, "the QR code is shown once");
    ada.keeps("confirm-wrong").await;
    let code = ada.app.code().await;
    ada.confirms_with(&code).await;
    ada.saves_the_recovery_codes().await;
    assert!(ada.browser.shows("[data-cs-copy='#codes']").await, "with script, codes can be copied");
    ada.keeps("codes").await;
    ada.browser.press(".cs-next a").await;
    ada.is_at("/account").await;
    ada.reads("account of ada@acme.example").await;
    ada.keeps("account").await;

    ada.signs_out().await;
    ada.signs_in().await;
    ada.is_challenged_before("/account").await;
    ada.keeps("challenge").await;
    ada.answers(&ada.app.wrong_codes(1)[0]).await;
    ada.reads("That code is not right.").await;
    ada.reads("You have 4 tries left.").await;
    ada.keeps("challenge-wrong").await;
    ada.answers("12345").await;
    ada.reads("Enter the 6 digits that your app shows").await;
    ada.reads("You have 4 tries left.").await;
    ada.browser.click("#remember").await;
    let code = ada.app.code().await;
    ada.answers(&code).await;
    ada.is_at("/account").await;
    ada.reads("account of ada@acme.example").await;
    ada.goes_to("/").await;
    ada.keeps("home").await;

    ada.signs_out().await;
    ada.signs_in().await;
    ada.goes_to("/account").await;
    ada.reads("account of ada@acme.example").await;

    ada.goes_to("/2fa").await;
    ada.reads("10 of 10 codes are left").await;
    ada.reads("This device").await;
    ada.keeps("settings").await;
    ada.forgets_the_device_that_let_her_in().await;

    ada.signs_out().await;
    ada.signs_in().await;
    ada.is_challenged_before("/account").await;
    ada.answers(&ada.app.last_code()).await;
    // Asked after the answer: a slow machine has let the code grow old, and then it is a wrong one.
    if ada.app.last_counts() {
        ada.reads("That code has already been used.").await;
        ada.keeps("challenge-spent").await;
    }
    ada.browser.press("[aria-labelledby=other] a[href*='method=recovery']").await;
    ada.reads("Enter a recovery code").await;
    ada.keeps("challenge-recovery").await;
    ada.answers(&ada.recovery_codes[3].to_lowercase()).await;
    ada.is_at("/account").await;
    ada.goes_to("/2fa").await;
    ada.reads("9 of 10 codes are left").await;
    ada.keeps("settings-forgotten").await;

    ada.signs_out().await;
    ada.signs_in().await;
    ada.goes_to("/2fa/challenge?method=recovery").await;
    ada.answers(&ada.recovery_codes[3]).await;
    ada.is_at("/2fa/challenge").await;
    ada.reads("You have 4 tries left.").await;
    ada.keeps("challenge-recovery-spent").await;
    ada.leaves().await;
}

#[tokio::test]
async fn every_step_works_without_script() {
    if is_skipped(Part::Browser) {
        return;
    }
    let mut ada = Person::opens_a_browser(ADA, Script::Off).await;
    ada.signs_in().await;
    ada.goes_to("/account?from=here").await;
    ada.is_at("/2fa/activate").await;
    ada.begins().await;
    let pictures = ada.browser.keep("confirm-without-script").await;
    ada.scans(&pictures);
    ada.browser.click("summary").await;
    assert!(ada.browser.shows("#key").await, "the key can be read without script");
    assert!(!ada.browser.shows("[data-cs-copy='#key']").await, "what needs script is not offered");
    let code = ada.app.code().await;
    ada.confirms_with(&code).await;
    ada.saves_the_recovery_codes().await;
    assert!(
        !ada.browser.shows("[data-cs-copy]").await && !ada.browser.shows("[data-cs-print]").await
    );
    ada.browser.press(".cs-next a").await;
    ada.reads("account of ada@acme.example").await;

    ada.signs_out().await;
    ada.signs_in().await;
    ada.is_challenged_before("/account").await;
    ada.browser.click("#remember").await;
    let code = ada.app.code().await;
    ada.answers(&code).await;
    ada.reads("account of ada@acme.example").await;
    ada.signs_out().await;
    ada.signs_in().await;
    ada.goes_to("/account").await;
    ada.reads("account of ada@acme.example").await;
    ada.goes_to("/2fa").await;
    ada.forgets_the_device_that_let_her_in().await;

    ada.signs_out().await;
    ada.signs_in().await;
    ada.is_challenged_before("/account").await;
    ada.browser.press("[aria-labelledby=other] a[href*='method=recovery']").await;
    ada.answers(&ada.recovery_codes[0]).await;
    ada.is_at("/account").await;
    ada.leaves().await;
}
