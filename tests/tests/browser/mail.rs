//! Codes by mail and confirmed addresses, with the letters that a real site writes.

use core::time::Duration;

use countersign_tests::browser::Script;
use countersign_tests::tool::{Part, is_skipped};

use crate::person::Person;

const CAROL: &str = "carol@example.org";
/// How many times a page is looked at before it counts as one that never comes.
const LOOKS: usize = 240;

/// The letters to a person, as the site has written them to its console.
fn letters(person: &Person) -> Vec<String> {
    let log = person.site.log();
    let mine = format!("mail to {}: ", person.email);
    let letters = log.split("mail to ").map(|letter| format!("mail to {letter}"));
    letters.filter(|letter| letter.starts_with(&mine)).collect()
}

/// Waits for the letter of that number (from 0) in which a line is of a kind, and gives the line.
async fn line_of(person: &Person, number: usize, is: impl Fn(&str) -> bool) -> String {
    for _ in 0..LOOKS {
        let letters = letters(person);
        let lines = letters.iter().filter_map(|letter| {
            let lines = letter.lines().filter_map(|line| line.strip_prefix("  | "));
            lines.map(str::trim).find(|line| is(line))
        });
        if let Some(line) = lines.skip(number).map(str::to_owned).next() {
            return line;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("no such letter:\n{}", letters(person).join("\n"))
}

fn is_code(line: &str) -> bool {
    line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_link(line: &str) -> bool {
    line.contains("/2fa/confirm-address?token=")
}

/// Presses "send" as often as it takes: there is half a minute between two messages.
async fn sends_a_code(person: &Person) {
    for _ in 0..LOOKS {
        person.browser.press("form[action$='/challenge/send'] button").await;
        if person.browser.shows("#code").await {
            return;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    panic!("no code is sent");
}

#[tokio::test]
async fn who_confirms_an_address_gets_codes_by_mail_and_chooses_among_ways() {
    if is_skipped(Part::Browser) {
        return;
    }
    let mut carol = Person::opens_a_browser(CAROL, Script::On).await;
    carol.signs_in().await;
    carol.goes_to("/2fa").await;
    carol.reads("Not confirmed").await;
    carol.keeps("settings-unconfirmed").await;
    carol.goes_to("/2fa/activate").await;
    assert!(!carol.browser.shows("[value=email]").await);
    carol.keeps("activate-unconfirmed").await;
    carol.browser.press("form[action$='/confirm-address/send'] button").await;
    carol.is_at("/2fa/activate").await;
    carol.reads("The e-mail is on its way.").await;
    carol.keeps("activate-link-sent").await;

    let link = line_of(&carol, 0, is_link).await;
    carol.browser.goto(&link).await;
    carol.reads(CAROL).await;
    carol.keeps("confirm-address").await;
    carol.browser.press("form[action$='/confirm-address'] button").await;
    carol.reads("The address is confirmed").await;
    assert!(!carol.browser.source().await.contains("token="));
    carol.keeps("confirm-address-done").await;
    carol.browser.press(".cs-next a").await;
    carol.is_at("/2fa").await;
    carol.keeps("settings-confirmed").await;

    carol.goes_to("/2fa/activate").await;
    carol.keeps("activate-ways").await;
    carol.browser.press("form:has([value=email]) button").await;
    carol.reads("Enter the code from the e-mail").await;
    carol.browser.has_focus("code").await;
    let left = carol.browser.text("#code-left .cs-left").await;
    assert!(left.starts_with("4:") || left == "5:00", "{left}");
    carol.keeps("confirm-mail").await;
    carol.confirms_with("000000").await;
    carol.reads("That code is not right.").await;
    carol.keeps("confirm-mail-wrong").await;
    let code = line_of(&carol, 0, is_code).await;
    carol.browser.fill("#code", &code).await;
    carol.browser.enter().await;
    carol.saves_the_recovery_codes().await;
    carol.browser.press(".cs-next a").await;
    carol.goes_to("/2fa").await;
    carol.reads("Codes by e-mail").await;
    carol.keeps("settings-mail").await;

    carol.signs_out().await;
    carol.signs_in().await;
    carol.goes_to("/account").await;
    carol.is_at("/2fa/challenge").await;
    carol.reads("Send a code to c•••@example.org").await;
    carol.keeps("challenge-mail").await;
    sends_a_code(&carol).await;
    carol.browser.has_focus("code").await;
    carol.keeps("challenge-mail-sent").await;
    carol.browser.fill("#code", "000000").await;
    carol.browser.enter().await;
    carol.reads("You have 4 tries left.").await;
    carol.keeps("challenge-mail-wrong").await;
    let code = line_of(&carol, 1, is_code).await;
    carol.browser.fill("#code", &code).await;
    carol.browser.enter().await;
    carol.is_at("/account").await;

    carol.goes_to("/2fa/activate").await;
    carol.begins().await;
    let pictures = carol.browser.glance().await;
    carol.scans(&pictures);
    let code = carol.app.code().await;
    carol.confirms_with(&code).await;
    carol.is_at("/2fa").await;
    carol.keeps("settings-ways").await;
    carol.signs_out().await;
    carol.signs_in().await;
    carol.goes_to("/account").await;
    carol.reads("Choose how to confirm it is you").await;
    carol.keeps("challenge-select").await;
    carol.browser.press(".cs-ways li:last-child a").await;
    carol.reads("Get a code by e-mail").await;
    carol.browser.press(".cs-links li:first-child a").await;
    carol.reads("Enter your code").await;

    carol.goes_to("/2fa/confirm-address?token=x").await;
    carol.reads("This link does not work").await;
    carol.keeps("confirm-address-unknown").await;
    assert_eq!(carol.browser.policy_violations().await, Vec::<String>::new());
}

/// Opens every folded part of the page.
async fn unfolds(person: &Person) {
    let script = "for (const part of document.querySelectorAll('details')) part.open = true;";
    person.browser.run(script, vec![]).await;
}

#[tokio::test]
async fn an_administrator_has_links_sent_to_whoever_has_not_confirmed_an_address() {
    if is_skipped(Part::Browser) {
        return;
    }
    let mut person = Person::opens_a_browser(CAROL, Script::On).await;
    person.signs_in().await;
    person.goes_to("/account").await;
    person.signs_out().await;
    person.email = "root@acme.example";
    person.signs_in().await;
    person.activates().await;
    person.goes_to("/2fa/admin").await;
    person.reads("Address not confirmed").await;
    unfolds(&person).await;
    person.keeps("admin-people-mail").await;
    person.browser.press("form[action$='/confirmations'] button").await;
    person.is_at("/2fa/admin/confirmations").await;
    person.goes_to("/2fa/admin/confirmations?watch=no").await;
    for _ in 0..LOOKS {
        if person.browser.text("[role=status]").await.contains(", done ") {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        person.goes_to("/2fa/admin/confirmations?watch=no").await;
    }
    person.reads("Links sent\n1").await;
    person.keeps("admin-confirmations").await;
    person.goes_to("/2fa/admin").await;
    person.browser.press(".cs-table-cards tbody a[href*='carol']").await;
    person.reads("carol@example.org (not confirmed)").await;
    person.keeps("admin-person-mail").await;
    person.goes_to("/2fa/admin/rules").await;
    unfolds(&person).await;
    person.reads("Are codes by e-mail accepted?").await;
    person.keeps("admin-rules-methods").await;
    assert_eq!(person.browser.policy_violations().await, Vec::<String>::new());
    person.email = CAROL;
    assert!(is_link(&line_of(&person, 0, is_link).await));
}
