//! What depends on how much time has passed, on a site whose clock stands still until it is turned.

use countersign_tests::browser::{Browser, Script};
use countersign_tests::door;
use countersign_tests::letter_box::Weather;
use countersign_tests::tool::{Part, is_skipped};

use crate::village::Village;
use crate::walk::other_than;

const BOB: &str = "bob@example.org";
const CAROL: &str = "carol@example.org";

/// Somebody in front of a browser, on a site of their own.
struct Guest {
    browser: Browser,
    village: Village,
}

impl Guest {
    async fn arrives(script: Script) -> Self {
        let (browser, village) = tokio::join!(Browser::open(script), Village::start());
        Self { browser, village }
    }

    async fn goes(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.village.origin)).await;
    }

    async fn enters(&self, who: &str) {
        self.goes(&format!("/enter?who={who}")).await;
    }

    async fn is_at(&self, path: &str) {
        let at = self.browser.path().await;
        assert_eq!(at, path, "{}", self.browser.text("body").await);
    }

    async fn reads(&self, words: &str) {
        let text = self.browser.text("body").await;
        assert!(text.contains(words), "{words:?} at {}:\n{text}", self.browser.path().await);
    }

    async fn confirms(&self, code: &str) {
        self.browser.fill("#code", code).await;
        self.browser.press("form[action$='/activate/confirm'] .cs-button-main").await;
        self.reads("Save your recovery codes").await;
    }

    /// Activates an app from the activation page on, and returns its set-up key.
    async fn activates(&self) -> String {
        self.browser.press("form:has([value=totp]) button").await;
        let app = door::set_up_key(&self.browser.source().await);
        self.confirms(&self.village.code(&app)).await;
        self.village.wait(30);
        app
    }

    async fn answers(&self, code: &str) {
        self.browser.fill("#code", code).await;
        self.browser.press("form[action$='/challenge'] button").await;
    }

    async fn leaves(self) {
        assert_eq!(self.browser.policy_violations().await, Vec::<String>::new());
        self.browser.close().await;
    }
}

#[tokio::test]
async fn somebody_who_guesses_has_to_wait_and_is_told_until_when() {
    if is_skipped(Part::Browser) {
        return;
    }
    let bob = Guest::arrives(Script::On).await;
    bob.enters("bob.1").await;
    bob.goes("/account").await;
    bob.is_at("/account").await;
    bob.goes("/2fa").await;
    bob.reads("Your password alone is enough to sign in.").await;
    bob.browser.keep("settings-none").await;
    bob.goes("/2fa/activate").await;
    let app = bob.activates().await;
    let recovery_codes = bob.browser.texts("#codes code").await;

    bob.enters("bob.2").await;
    bob.goes("/account").await;
    bob.is_at("/2fa/challenge").await;
    let right = bob.village.code(&app);
    for _ in 0..5 {
        bob.answers(&other_than(&right)).await;
    }
    bob.reads("There were too many wrong codes.").await;
    bob.answers(&right).await;
    bob.reads("There were too many wrong codes.").await;
    bob.browser.keep("challenge-waiting").await;
    bob.browser.press("[aria-labelledby=other] a[href*='method=recovery']").await;
    bob.answers(&recovery_codes[9]).await;
    bob.is_at("/account").await;
    bob.leaves().await;
}

#[tokio::test]
async fn who_asks_for_another_code_at_once_is_told_from_when_on() {
    if is_skipped(Part::Browser) {
        return;
    }
    let bob = Guest::arrives(Script::On).await;
    bob.enters("bob.1").await;
    bob.goes("/2fa/activate").await;
    bob.browser.press("form:has([value=email]) button").await;
    bob.confirms(&bob.village.letters.code(BOB, 1).await).await;

    bob.enters("bob.2").await;
    bob.goes("/account").await;
    bob.is_at("/2fa/challenge").await;
    bob.reads("Send a code to b•••@example.org").await;
    bob.browser.press("form[action$='/challenge/send'] button").await;
    bob.browser.has_focus("code").await;
    bob.browser.press("form[action$='/challenge/send'] button").await;
    bob.reads("A code was sent a moment ago").await;
    bob.browser.keep("challenge-mail-too-soon").await;
    bob.village.wait(29);
    bob.browser.press("form[action$='/challenge/send'] button").await;
    bob.reads("A code was sent a moment ago").await;
    bob.village.wait(1);
    bob.browser.press("form[action$='/challenge/send'] button").await;
    bob.answers(&bob.village.letters.code(BOB, 3).await).await;
    bob.is_at("/account").await;
    bob.leaves().await;
}

#[tokio::test]
async fn codes_by_mail_need_no_script() {
    if is_skipped(Part::Browser) {
        return;
    }
    let carol = Guest::arrives(Script::Off).await;
    carol.enters("carol.1").await;
    carol.goes("/2fa").await;
    carol.browser.press("form[action$='/confirm-address/send'] button").await;
    carol.reads("The e-mail is on its way.").await;
    let token = carol.village.letters.links(CAROL, 1).await.remove(0);
    carol.goes(&format!("/2fa/confirm-address?token={token}")).await;
    carol.browser.press("form[action$='/confirm-address'] button").await;
    carol.goes("/2fa/activate").await;
    carol.browser.press("form:has([value=email]) button").await;
    carol.reads("(5 minutes)").await;
    carol.reads("You can send a new one from").await;
    carol.browser.press("button[formaction]").await;
    carol.reads("A code was sent a moment ago").await;
    carol.confirms(&carol.village.letters.code(CAROL, 1).await).await;
    carol.browser.press(".cs-next a").await;
    carol.goes("/account").await;
    carol.is_at("/account").await;
    carol.leaves().await;
}

#[tokio::test]
async fn links_to_many_that_cannot_go_out_yet_are_shown_as_going_on() {
    if is_skipped(Part::Browser) {
        return;
    }
    let root = Guest::arrives(Script::On).await;
    root.village.sees("carol").await;
    root.enters("root.1").await;
    root.goes("/2fa/admin").await;
    root.activates().await;
    root.goes("/2fa/admin").await;
    root.browser.click("details:has(form[action$='/confirmations']) summary").await;
    root.village.letters.weather(Weather::Down);
    root.browser.press("form[action$='/confirmations'] button").await;
    root.is_at("/2fa/admin/confirmations").await;
    // The page would look again by itself, while it is looked at.
    root.browser.run("window.stop()", vec![]).await;
    root.browser.keep("admin-confirmations-run").await;
    root.browser.press("[aria-labelledby=progress] .cs-actions a").await;
    assert!(root.browser.shows("[aria-labelledby=progress] .cs-actions").await, "it goes on");
    let went_out = root.village.letters.out();
    assert!(went_out.iter().all(|letter| *letter.to != *CAROL), "{went_out:?}");
    root.leaves().await;
}
