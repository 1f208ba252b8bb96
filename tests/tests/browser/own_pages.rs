//! The pages of people who look after their own second factor, in every state.

use core::time::Duration;

use countersign_tests::door;
use countersign_tests::letter_box::Weather;

use crate::walk::{Walk, other_than};

/// What nothing can be called.
const NO_NAME: &str = "\u{7}";
const BOB: &str = "bob@example.org";
const CAROL: &str = "carol@example.org";

impl Walk {
    pub(crate) async fn bob_activates(&mut self) -> String {
        self.enters("bob.1").await;
        self.goes("/2fa").await;
        self.keeps("settings-empty").await;
        self.goes("/2fa/activate").await;
        self.keeps("activate").await;
        self.browser.follow("form:has([value=totp]) button").await;
        self.keeps("confirm").await;
        let app = door::set_up_key(&self.browser.source().await);
        self.unfolds().await;
        self.browser.click("[data-cs-copy]").await;
        self.keeps("confirm-key").await;
        let wrong = other_than(&self.village.code(&app));
        self.confirms(&wrong).await;
        self.keeps("confirm-wrong").await;
        self.confirms("12345").await;
        self.keeps("confirm-malformed").await;
        self.writes("#name", NO_NAME).await;
        self.confirms(&self.village.code(&app)).await;
        self.keeps("confirm-name").await;
        self.writes("#name", "Pixel 9").await;
        self.confirms(&self.village.code(&app)).await;
        self.keeps("codes").await;
        self.village.wait(30);
        self.goes("/2fa").await;
        self.unfolds().await;
        self.keeps("settings-app").await;

        self.goes("/2fa/activate").await;
        self.keeps("activate-another").await;
        self.browser.follow("form:has([value=email]) button").await;
        self.keeps("confirm-mail").await;
        self.confirms("12345").await;
        self.keeps("confirm-mail-malformed").await;
        let code = self.village.letters.code(BOB, 1).await;
        self.confirms(&other_than(&code)).await;
        self.keeps("confirm-mail-wrong").await;
        self.browser.follow("button[formaction]").await;
        self.keeps("confirm-mail-too-soon").await;
        self.confirms(&code).await;
        self.is_at("/2fa").await;
        app
    }

    /// What became of a letter that nobody waits for is seen on the page when it is opened again.
    async fn sees_what_became_of_it(&self) {
        assert!(self.village.second_factor.delivered(Duration::from_secs(120)).await);
        self.browser.refresh().await;
        assert!(
            self.browser.shows(".cs-notice-error").await,
            "{}",
            self.browser.text("body").await
        );
    }

    /// The challenge in each of its states.
    pub(crate) async fn bob_is_asked(&mut self, app: &str) {
        self.enters("bob.2").await;
        self.goes("/account").await;
        self.keeps("challenge-select").await;
        self.browser.follow(".cs-way[href*='method=email']").await;
        self.keeps("challenge-mail").await;
        self.sends().await;
        self.keeps("challenge-mail-too-soon").await;
        self.village.wait(30);
        self.village.letters.weather(Weather::Refusing);
        self.sends().await;
        self.sees_what_became_of_it().await;
        self.keeps("challenge-mail-failed").await;
        self.village.letters.weather(Weather::Unsure);
        self.village.wait(30);
        self.sends().await;
        self.sees_what_became_of_it().await;
        self.keeps("challenge-mail-unsure").await;
        self.village.letters.weather(Weather::Fair);
        self.village.wait(30);
        self.sends().await;
        self.keeps("challenge-mail-sent").await;
        self.answers("12345").await;
        self.keeps("challenge-mail-malformed").await;
        let code = self.village.letters.code(BOB, 3).await;
        self.answers(&other_than(&code)).await;
        self.keeps("challenge-mail-wrong").await;
        self.village.wait(300);
        self.answers(&code).await;
        self.keeps("challenge-mail-expired").await;
        self.sends().await;
        for _ in 0..4 {
            self.answers(&other_than(&code)).await;
        }
        self.keeps("challenge-mail-waiting").await;

        self.goes("/2fa/challenge?method=recovery").await;
        self.keeps("challenge-recovery").await;
        self.answers("AAAAA").await;
        self.keeps("challenge-recovery-malformed").await;
        self.answers("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA").await;
        self.keeps("challenge-recovery-wrong").await;

        self.goes("/2fa/challenge?method=totp").await;
        self.keeps("challenge-app").await;
        self.answers("12345").await;
        self.keeps("challenge-malformed").await;
        let wrong = other_than(&self.village.code(app));
        self.answers(&wrong).await;
        self.keeps("challenge-wrong").await;
        for _ in 0..4 {
            self.answers(&wrong).await;
        }
        self.keeps("challenge-waiting").await;
        self.village.wait(600);
        self.goes("/2fa/challenge?method=totp").await;
        self.browser.click("#remember").await;
        self.answers(&self.village.code(app)).await;
        self.enters("bob.3").await;
        self.goes("/2fa").await;
        self.unfolds().await;
        self.keeps("settings-full").await;
    }

    pub(crate) async fn bob_looks_after_it(&mut self, app: &str) {
        self.goes("/2fa").await;
        self.browser.follow("form[action*='/devices/'] button").await;
        self.browser.follow(".cs-way[href*='method=totp']").await;
        self.answers(&self.village.code(app)).await;
        self.keeps("challenge-spent").await;
        self.village.wait(30);
        self.answers(&self.village.code(app)).await;
        self.village.wait(900);
        self.goes("/2fa/activate").await;
        self.keeps("challenge-step-up").await;
        if !self.browser.shows("#code").await {
            self.browser.follow(".cs-way[href*='method=totp']").await;
        }
        self.answers(&self.village.code(app)).await;
        self.goes("/2fa").await;
        self.unfolds().await;
        self.writes("#name-1", NO_NAME).await;
        self.browser.follow("form[action$='/rename'] button").await;
        self.keeps("settings-name-error").await;
        self.unfolds().await;
        self.writes("#name-1", "Pixel 9a").await;
        self.browser.follow("form[action$='/rename'] button").await;
        self.keeps("settings-renamed").await;
        self.unfolds().await;
        self.browser.follow("form[action$='/recovery-codes'] button").await;
        self.keeps("codes-renewed").await;
        let recovery_code = self.browser.text("#codes li:first-child code").await;
        self.goes("/2fa").await;
        self.unfolds().await;
        self.browser.follow("form[action$='/remove'] button").await;
        self.keeps("settings-removed").await;
        self.goes("/2fa/activate").await;
        self.keeps("activate-beside-mail").await;
        self.enters("bob.4").await;
        self.goes("/2fa/challenge?method=recovery").await;
        self.answers(&recovery_code).await;
        self.is_at("/").await;
    }

    pub(crate) async fn carol_confirms_her_address(&mut self) {
        self.enters("carol.1").await;
        self.goes("/2fa").await;
        self.keeps("settings-unconfirmed").await;
        self.goes("/2fa/activate").await;
        self.keeps("activate-unconfirmed").await;
        self.browser.follow("form[action$='/confirm-address/send'] button").await;
        self.keeps("activate-link-sent").await;
        let link = self.village.letters.links(CAROL, 1).await.remove(0);
        let link = format!("/2fa/confirm-address?token={link}");
        self.goes(&link).await;
        self.keeps("confirm-address").await;
        self.browser.follow("form[action$='/confirm-address'] button").await;
        self.keeps("confirm-address-done").await;
        self.goes(&link).await;
        self.keeps("confirm-address-already").await;
        self.goes("/2fa").await;
        self.keeps("settings-confirmed").await;
        self.goes("/2fa/confirm-address?token=x").await;
        self.keeps("confirm-address-unknown").await;

        self.enters("cecil.1").await;
        self.village.letters.weather(Weather::Refusing);
        self.goes("/2fa").await;
        self.browser.follow("form[action$='/confirm-address/send'] button").await;
        self.sees_what_became_of_it().await;
        self.keeps("settings-link-failed").await;
        self.village.letters.weather(Weather::Fair);
        self.village.wait(60);
        self.goes("/2fa").await;
        self.browser.follow("form[action$='/confirm-address/send'] button").await;
        self.keeps("settings-link-sent").await;
        let link = self.village.letters.links("cecil@example.org", 1).await.remove(0);
        self.village.wait(90_000);
        self.goes(&format!("/2fa/confirm-address?token={link}")).await;
        self.keeps("confirm-address-over").await;
    }

    pub(crate) async fn others_see_where_they_are(&mut self) {
        for name in ["skips", "grace", "soon", "off", "team", "nowhere", "ada"] {
            self.enters(&format!("{name}.1")).await;
            self.goes("/2fa").await;
            self.keeps(&format!("settings-{name}")).await;
            self.goes("/2fa/activate").await;
            self.keeps(&format!("activate-{name}")).await;
        }
        self.enters("skips.1").await;
        self.goes("/2fa/activate").await;
        self.browser.follow("form[action$='/not-now'] button").await;
        self.enters("ada.1").await;
        self.goes("/2fa/activate?error=expired").await;
        self.keeps("activate-expired").await;
    }

    pub(crate) async fn something_is_not_as_it_should_be(&mut self) {
        self.enters("dora.1").await;
        self.goes("/2fa/nothing").await;
        self.keeps("problem-404").await;
        self.goes("/2fa/activate/confirm").await;
        self.keeps("problem-405").await;
        self.goes("/2fa/activate").await;
        let forge = "document.querySelector('main [name=csrf]').value = 'made up'";
        self.browser.run(forge, vec![]).await;
        self.browser.follow("form[action$='/activate'] button").await;
        self.keeps("problem-403").await;
        self.goes("/2fa/activate").await;
        self.browser.run("document.cookie = 'who=dora.2; Path=/'", vec![]).await;
        self.browser.follow("form[action$='/activate'] button").await;
        self.keeps("problem-foreign").await;
    }
}
