//! The pages of administrators, in every state.

use core::time::Duration;

use countersign_tests::door;
use countersign_tests::letter_box::Weather;
use tokio::time::{Instant, sleep};

use crate::village::REASONS;
use crate::walk::Walk;

/// Longer than the slowest machine takes, and than it takes until what was left is gone on with.
const PATIENCE: Duration = Duration::from_secs(120);

impl Walk {
    pub(crate) async fn root_looks_after_people(&mut self) {
        for name in ["a.person.with.a.very.long.address.indeed", "emil", "fred"] {
            self.village.sees(name).await;
        }
        self.enters("root.1").await;
        self.goes("/2fa/admin").await;
        self.browser.follow("form:has([value=totp]) button").await;
        let app = door::set_up_key(&self.browser.source().await);
        self.confirms(&self.village.code(&app)).await;
        self.goes("/2fa/admin").await;
        self.unfolds().await;
        self.keeps("admin-people").await;
        self.goes("/2fa/admin?q=zzz").await;
        self.keeps("admin-people-nobody").await;
        self.goes("/2fa/admin/confirmations").await;
        self.keeps("admin-confirmations-none").await;
        self.village.sees("cecil").await;
        self.goes("/2fa/admin").await;
        self.unfolds().await;
        // What cannot go out is tried again, so it is not over while it is looked at.
        self.village.letters.weather(Weather::Down);
        self.browser.follow("form[action$='/confirmations'] button").await;
        // The page would look again by itself meanwhile.
        self.browser.run("window.stop()", vec![]).await;
        self.keeps("admin-confirmations-run").await;
        self.links_have_come_so_far(true, "1").await;
        self.village.letters.weather(Weather::Fair);
        self.village.wait(60);
        self.goes("/2fa/admin").await;
        self.unfolds().await;
        self.browser.follow("form[action$='/confirmations'] button").await;
        self.links_have_come_so_far(false, "0").await;
        self.goes("/2fa/admin/users/ada").await;
        self.unfolds().await;
        self.keeps("admin-person").await;
        for form in ["require", "release", "exempt", "reset"] {
            self.goes("/2fa/admin/users/ada").await;
            self.unfolds().await;
            self.does_not_check().await;
            if form == "require" {
                self.browser.click("#grace-until").await;
            }
            self.browser.follow(&format!("form[action$='/{form}'] button")).await;
            self.keeps(&format!("admin-person-{form}-error")).await;
        }
        for form in ["require", "release", "exempt", "follow-rules"] {
            self.goes("/2fa/admin/users/ada").await;
            self.unfolds().await;
            self.writes("#exempt-until", "2027-12-01").await;
            let reason = format!("form[action$='/{form}'] [name=reason]");
            self.writes(&reason, REASONS[2]).await;
            self.browser.follow(&format!("form[action$='/{form}'] button")).await;
            self.keeps(&format!("admin-person-{form}")).await;
        }
        self.goes("/2fa/admin/users/bob").await;
        self.unfolds().await;
        self.keeps("admin-person-active").await;
        self.writes("#reset-reason", REASONS[2]).await;
        self.browser.follow("form[action$='/reset'] button").await;
        self.keeps("admin-person-reset").await;
        for name in ["cecil", "nowhere", "off", "skips", "team", "root"] {
            self.goes(&format!("/2fa/admin/users/{name}")).await;
            self.keeps(&format!("admin-person-{name}")).await;
        }
        self.goes("/2fa/admin/explain?user=a.person.with.a.very.long.address.indeed").await;
        self.unfolds().await;
        self.keeps("admin-explain").await;
        self.goes("/2fa/admin/users/nobody").await;
        self.keeps("admin-nobody").await;
        self.goes("/2fa/admin/audit").await;
        self.keeps("admin-log").await;
        self.goes("/2fa/admin/audit?user=zzz").await;
        self.keeps("admin-log-nobody").await;
        self.goes("/2fa/admin/confirmations?watch=no").await;
        self.keeps("admin-confirmations").await;
    }

    /// Waits until links to many go on or not, with so many people left.
    async fn links_have_come_so_far(&self, goes_on: bool, left: &str) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            self.goes("/2fa/admin/confirmations?watch=no").await;
            if self.browser.shows("[aria-labelledby=progress] .cs-actions").await == goes_on
                && self.browser.text(".cs-counts div:nth-child(3) dd").await == left
            {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
        panic!("{}", self.browser.text("body").await)
    }

    pub(crate) async fn root_makes_rules(&mut self) {
        self.goes("/2fa/admin/rules").await;
        self.does_not_check().await;
        self.browser.follow("form[action$='/rules'] button").await;
        self.keeps("admin-rules-error").await;
        for (whom, value, effect) in
            [("domain", "acme.example", "offer"), ("role", "editor", "require")]
        {
            self.writes("#whom", whom).await;
            self.writes("#value", value).await;
            self.browser.click(&format!("#effect-{effect}")).await;
            self.browser.click("#grace-days").await;
            self.writes("#days", "14").await;
            self.writes("#reason", REASONS[2]).await;
            self.browser.follow("form[action$='/rules'] button").await;
        }
        self.unfolds().await;
        self.keeps("admin-rules").await;
        self.writes(".cs-items li:first-child input[name=reason]", REASONS[2]).await;
        self.browser.follow(".cs-items li:first-child form button").await;
        self.keeps("admin-rules-removed").await;
    }

    pub(crate) async fn root_acts_as_bob(&mut self) {
        self.enters("root~bob.1").await;
        self.goes("/2fa").await;
        self.unfolds().await;
        self.keeps("on-behalf").await;
        self.does_not_check().await;
        self.browser.follow("form[action$='/disable-on-behalf'] button").await;
        self.keeps("on-behalf-error").await;
        self.writes("#reason", REASONS[2]).await;
        self.browser.follow("form[action$='/disable-on-behalf'] button").await;
        self.keeps("on-behalf-done").await;
        self.goes("/2fa/activate").await;
        self.keeps("problem-impersonated").await;
    }
}
