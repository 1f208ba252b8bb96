//! What a person does, in verbs.

use countersign_tests::browser::{Browser, Pictures, Script};
use countersign_tests::example::Example;
use countersign_tests::process::{PASSWORD, SiteProcess};
use countersign_tests::qr;
use countersign_tests::totp_program::TotpProgram;
use percent_encoding::percent_decode_str;

pub(crate) const ADA: &str = "ada@acme.example";
pub(crate) const BOB: &str = "bob@example.org";

/// Somebody in front of a browser.
pub(crate) struct Person {
    pub(crate) browser: Browser,
    pub(crate) site: SiteProcess,
    pub(crate) email: &'static str,
    pub(crate) app: TotpProgram,
    pub(crate) recovery_codes: Vec<String>,
}

impl Person {
    pub(crate) async fn opens_a_browser(email: &'static str, script: Script) -> Self {
        Self::opens_a_browser_on(Example::Axum, email, script).await
    }

    pub(crate) async fn opens_a_browser_on(
        example: Example,
        email: &'static str,
        script: Script,
    ) -> Self {
        let (site, browser) = (SiteProcess::start(example), Browser::open(script).await);
        Self { browser, site, email, app: TotpProgram::type_in(""), recovery_codes: Vec::new() }
    }

    /// Keeps pictures of the page. The pages are the same everywhere, so those of one site do.
    pub(crate) async fn keeps(&self, name: &str) -> Pictures {
        match self.site.example() {
            Example::Axum => self.browser.keep(name).await,
            Example::Actix | Example::Rocket => self.browser.glance().await,
        }
    }

    pub(crate) async fn goes_to(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.site.origin())).await;
    }

    pub(crate) async fn is_at(&self, path: &str) {
        let at = self.browser.path().await;
        assert_eq!(at, path, "{}", self.browser.text("body").await);
    }

    pub(crate) async fn reads(&self, words: &str) {
        let text = self.browser.text("body").await;
        assert!(text.contains(words), "{words:?} at {}:\n{text}", self.browser.path().await);
    }

    pub(crate) async fn signs_in(&self) {
        self.goes_to("/sign-in").await;
        self.browser.fill("input[name=email]", self.email).await;
        self.browser.fill("input[name=password]", PASSWORD).await;
        self.browser.press("form:has(input[name=password]) button").await;
    }

    pub(crate) async fn signs_out(&self) {
        self.goes_to("/").await;
        self.browser.press("form[action$='/sign-out'] button").await;
    }

    /// From the page that explains to the page with the QR code.
    pub(crate) async fn begins(&self) {
        self.browser.press("form[action$='/activate'] button").await;
        self.reads("Scan the QR code").await;
    }

    /// Points the phone at the screen.
    pub(crate) fn scans(&mut self, pictures: &Pictures) {
        let seen: Vec<String> = pictures.0.iter().map(|picture| qr::read(picture)).collect();
        assert!(!seen.is_empty() && seen.iter().all(|uri| *uri == seen[0]), "{seen:?}");
        self.app = TotpProgram::scan(&seen[0]);
    }

    pub(crate) async fn confirms_with(&self, code: &str) {
        self.browser.fill("#code", code).await;
        self.browser.press("form[action$='/activate/confirm'] button").await;
    }

    /// Writes down the recovery codes, and checks that the file to download holds the same.
    pub(crate) async fn saves_the_recovery_codes(&mut self) {
        self.reads("Save your recovery codes").await;
        self.recovery_codes = self.browser.texts("#codes code").await;
        assert_eq!(self.recovery_codes.len(), 10);
        let file = self.browser.attribute("a[download]", "href").await.unwrap();
        let (kind, text) = file.split_once(',').unwrap();
        assert_eq!(kind, "data:text/plain;charset=utf-8");
        let text = percent_decode_str(text).decode_utf8().unwrap();
        assert!(text.contains(self.email), "{text}");
        let lines: Vec<_> = text.lines().filter(|line| line.len() == 29).collect();
        assert_eq!(lines, self.recovery_codes);
    }

    /// Activates without looking at anything on the way.
    pub(crate) async fn activates(&mut self) {
        self.goes_to("/2fa/activate").await;
        self.begins().await;
        let pictures = self.browser.glance().await;
        self.scans(&pictures);
        let code = self.app.code().await;
        self.confirms_with(&code).await;
        self.saves_the_recovery_codes().await;
        self.browser.press(".cs-next a").await;
    }

    pub(crate) async fn is_challenged_before(&self, path: &str) {
        self.goes_to(path).await;
        self.is_at("/2fa/challenge").await;
        self.reads("Enter your code").await;
        self.browser.has_focus("code").await;
    }

    pub(crate) async fn answers(&self, code: &str) {
        self.browser.fill("#code", code).await;
        self.browser.press("form[action$='/challenge'] button").await;
    }

    /// Nothing but the device stood in for a code in this session, so it is asked for one at once.
    pub(crate) async fn forgets_the_device_that_let_her_in(&mut self) {
        self.browser.press("form[action*='/devices/'] button").await;
        self.is_at("/2fa/challenge").await;
        let code = self.app.code().await;
        self.answers(&code).await;
        self.is_at("/2fa").await;
        self.reads("No device is remembered.").await;
    }

    pub(crate) async fn leaves(self) {
        let violations = self.browser.policy_violations().await;
        assert!(violations.is_empty(), "{violations:?}");
        self.browser.close().await;
    }
}
