//! The pages of administrators as they see them, and what people see of where they are.

use core::time::Duration;
use std::sync::Arc;

use axum::Router;
use axum::response::IntoResponse as _;
use axum::routing::get;
use countersign::SecondFactor;
use countersign::policy::{Grace, Policy, Rule, SignInKind, Whom};
use countersign::port::{Clock as _, FakeClock};
use countersign::subject::{Email, Permissions, Principal, SessionId, SubjectId};
use countersign::time::Timestamp;
use countersign_memory::MemoryStore;
use countersign_tests::browser::{Browser, Script};
use countersign_tests::door::{self, BEGIN};
use countersign_tests::tool::{Part, is_skipped};
use countersign_tests::totp;
use countersign_tower::{Origin, SecondFactorLayer, Web};
use http::request::Parts;
use http::{Uri, header};

const DAY: u64 = 86_400;

/// A site at an address of its own, on which whoever comes by `/enter?who=NAME` is NAME.
struct Site {
    origin: String,
    second_factor: SecondFactor,
    clock: Arc<FakeClock>,
}

impl Site {
    async fn start(policy: Policy) -> Self {
        let clock = Arc::new(FakeClock::at(BEGIN));
        let store = MemoryStore::default();
        let second_factor =
            door::second_factor(store.clone(), &clock).policy(policy).administration(store).build();
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let web = Web::builder(second_factor.clone(), Origin::parse(&origin).unwrap());
        let web = web.sign_out("/sign-out").build().unwrap();
        let layer = SecondFactorLayer::from_parts(web, |parts| Ok(believe(parts)));
        let app = Router::new()
            .route("/account", get(|| async { "account" }))
            .route("/enter", get(enter))
            .layer(layer.open("/enter"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { origin, second_factor, clock }
    }

    async fn is_seen(&self, key: &str, address: &str, role: &str) {
        let subject = SubjectId::of_tenant("acme", key);
        let principal = Principal::of(subject, SessionId::new("1"));
        let principal = principal.email(Email::new(address)).role(role);
        self.second_factor.guard(&principal, || None).await.unwrap();
    }

    async fn goes(&self, browser: &Browser, path: &str) {
        browser.goto(&format!("{}{path}", self.origin)).await;
    }

    async fn enters(&self, browser: &Browser, who: &str) {
        self.goes(browser, &format!("/enter?who={who}")).await;
    }

    /// Activates from the activation page on, and goes on to where it leads. Returns the set-up key.
    async fn activates(&self, browser: &Browser) -> String {
        browser.press("form[action$='/activate'] button").await;
        let key = door::set_up_key(&browser.source().await);
        let code = totp::code(&key, self.clock.now().as_unix()).unwrap();
        browser.fill("#code", &code).await;
        browser.press("form[action$='/activate/confirm'] button").await;
        browser.press(".cs-next a").await;
        key
    }

    /// Answers the challenge that a page leads to.
    async fn passes(&self, browser: &Browser, key: &str) {
        assert_eq!(browser.path().await, "/2fa/challenge");
        let code = totp::code(key, self.clock.now().as_unix()).unwrap();
        browser.fill("#code", &code).await;
        browser.press("form[action$='/challenge'] button").await;
        self.clock.advance(Duration::from_secs(30));
    }
}

/// The cookie that the first factor believes.
async fn enter(uri: Uri) -> axum::response::Response {
    let who = uri.query().and_then(|query| query.strip_prefix("who=")).unwrap_or_default();
    ([(header::SET_COOKIE, format!("who={who}.1; Path=/"))], "entered").into_response()
}

fn believe(parts: &Parts) -> Option<Principal> {
    let cookies = parts.headers.get_all(header::COOKIE).iter();
    let mut pairs = cookies.filter_map(|v| v.to_str().ok()).flat_map(|v| v.split("; "));
    let (name, session) = pairs.find_map(|pair| pair.strip_prefix("who="))?.rsplit_once('.')?;
    Some(match name.split_once('~') {
        Some((actor, name)) => person(name, session).impersonated_by(person(actor, session)),
        None => person(name, session),
    })
}

fn person(name: &str, session: &str) -> Principal {
    let subject = SubjectId::of_tenant("acme", name);
    let domain = if name.starts_with("bob") { "example.org" } else { "acme.example" };
    let may = if name == "root" { Permissions::ALL } else { Permissions::NONE };
    Principal::of(subject, SessionId::new(session))
        .email(Email::new(format!("{name}@{domain}")))
        .may(may)
}

fn policy() -> Policy {
    let spring = Timestamp::from_unix(BEGIN + 40 * DAY);
    Policy::offered()
        .rule(Rule::require(Whom::domain("acme.example")).because("Contract with Acme, section 7"))
        .rule(
            Rule::require(Whom::domain("partner.example"))
                .from(spring)
                .because("Partners follow in spring"),
        )
        .rule(Rule::require(Whom::role("accountant")).grace(Grace::Skips(3)))
        .rule(Rule::require(Whom::domain("nobody-is-here.example")))
        .exempt(SignInKind::ApiKey)
}

/// People in every state, of whom the first have had to for three weeks.
async fn populate(site: &Site) {
    site.is_seen("u-1001", "ada.lovelace@acme.example", "editor").await;
    site.is_seen("u-1002", "a.person.with.a.very.long.address.indeed@acme.example", "editor").await;
    site.clock.advance(Duration::from_secs(21 * DAY));
    site.is_seen("u-1003", "carl@acme.example", "author").await;
    site.is_seen("u-1004", "dora@partner.example", "author").await;
    site.is_seen("u-1005", "emil@example.org", "accountant").await;
    site.is_seen("u-1006", "fred@example.org", "reader").await;
}

/// Opens a folded part of the page by its words.
async fn unfold(browser: &Browser, words: &str) {
    let script = "for (const s of document.querySelectorAll('summary'))
                    if (s.textContent.includes(arguments[0])) s.parentElement.open = true;";
    browser.run(script, vec![words.into()]).await;
}

async fn reads(browser: &Browser, words: &str) {
    let text = browser.text("body").await;
    assert!(text.contains(words), "{words:?} at {}:\n{text}", browser.path().await);
}

async fn leaves(browser: Browser) {
    assert_eq!(browser.policy_violations().await, Vec::<String>::new());
    browser.close().await;
}

#[tokio::test]
async fn an_administrator_finds_who_has_not_activated_and_why_and_helps_them() {
    if is_skipped(Part::Browser) {
        return;
    }
    let site = Site::start(policy()).await;
    let browser = Browser::open(Script::On).await;
    site.enters(&browser, "root").await;
    site.goes(&browser, "/2fa/admin").await;
    let key = site.activates(&browser).await;
    assert_eq!(browser.path().await, "/2fa/admin");
    reads(&browser, "1 of 1 has a second factor. Nobody who must activate one is missing.").await;

    populate(&site).await;
    site.goes(&browser, "/2fa/admin").await;
    site.passes(&browser, &key).await;
    reads(&browser, "4 must activate one and have not").await;
    unfold(&browser, "By domain").await;
    browser.keep("admin-people").await;
    browser.press(".cs-chips a[href*='status=overdue']").await;
    let names = browser.texts(".cs-table-cards tbody th a").await;
    assert_eq!(names.len(), 2, "{names:?}");
    browser.keep("admin-people-overdue").await;
    browser.press(".cs-table-cards tbody tr:nth-child(2) th a").await;
    reads(&browser, "This rule decides: Everyone with an address at acme.example must").await;
    unfold(&browser, "Rules that did not decide").await;
    browser.keep("admin-person").await;

    unfold(&browser, "Exempt for a time").await;
    browser.run("document.querySelector('#exempt-until').value = '2026-01-01'", vec![]).await;
    browser.fill("#exempt-reason", "A new phone is on its way").await;
    browser.press("form[action$='/exempt'] button").await;
    browser.has_focus("exempt-until").await;
    browser.keep("admin-person-error").await;
    browser.run("document.querySelector('#exempt-until').value = '2027-03-01'", vec![]).await;
    browser.press("form[action$='/exempt'] button").await;
    reads(&browser, "Is asked for nothing until 1 March 2027, 23:59 UTC.").await;
    browser.keep("admin-person-done").await;
    unfold(&browser, "Reset this user").await;
    browser.fill("#reset-reason", "Lost phone; seen the passport").await;
    browser.press("form[action$='/reset'] button").await;
    reads(&browser, "This user was reset.").await;
    site.goes(&browser, "/2fa/admin/explain?user=u-1005").await;
    reads(&browser, "Everyone with the role accountant must have a second factor").await;
    browser.keep("admin-explain").await;
    browser.press(".cs-nav li:last-child a").await;
    reads(&browser, "Lost phone; seen the passport").await;
    browser.keep("admin-log").await;
    site.goes(&browser, "/2fa/admin?q=zzz").await;
    reads(&browser, "Nobody matches.").await;
    browser.keep("admin-people-nobody").await;
    site.goes(&browser, "/2fa/admin/users/nobody").await;
    reads(&browser, "There is no such page").await;
    leaves(browser).await;
}

#[tokio::test]
async fn an_administrator_makes_rules_without_script() {
    if is_skipped(Part::Browser) {
        return;
    }
    let site = Site::start(policy()).await;
    let browser = Browser::open(Script::Off).await;
    site.is_seen("u-1001", "ada@acme.example", "editor").await;
    site.enters(&browser, "root").await;
    site.goes(&browser, "/2fa/admin/rules").await;
    site.activates(&browser).await;
    reads(&browser, "There is none yet. Add one below.").await;
    browser.click("#value").await;
    browser.fill("#value", "not a domain").await;
    browser.fill("#reason", "Partners follow").await;
    browser.press("form[action$='/rules'] button").await;
    browser.has_focus("value").await;
    assert_eq!(browser.attribute("#reason", "value").await.unwrap(), "Partners follow");
    browser.keep("admin-rules-error-no-script").await;
    browser.fill("#value", "partner.example").await;
    browser.press("form[action$='/rules'] button").await;
    reads(&browser, "The rule is added.").await;
    reads(&browser, "Everyone with an address at partner.example must have").await;
    leaves(browser).await;
}

#[tokio::test]
async fn rules_read_well_and_what_is_odd_stands_beside_them() {
    if is_skipped(Part::Browser) {
        return;
    }
    let site = Site::start(policy()).await;
    let browser = Browser::open(Script::On).await;
    site.is_seen("u-1001", "ada@acme.example", "editor").await;
    site.enters(&browser, "root").await;
    site.goes(&browser, "/2fa/admin/rules").await;
    site.activates(&browser).await;
    browser.keep("admin-rules").await;
    for (kind, value, effect) in
        [("domain", "acme.example", "offer"), ("role", "editor", "require")]
    {
        browser
            .run("document.querySelector('#whom').value = arguments[0]", vec![kind.into()])
            .await;
        browser.fill("#value", value).await;
        browser.click(&format!("#effect-{effect}")).await;
        browser.click("#grace-days").await;
        browser.fill("#days", "14").await;
        browser.fill("#reason", "Agreed with the works council").await;
        browser.press("form[action$='/rules'] button").await;
        reads(&browser, "The rule is added.").await;
    }
    reads(&browser, "Look at this:").await;
    browser.keep("admin-rules-odd").await;
    unfold(&browser, "Remove").await;
    unfold(&browser, "More: live sessions").await;
    unfold(&browser, "For a list").await;
    browser.run("document.querySelector('#value').removeAttribute('required')", vec![]).await;
    browser.keep("admin-rules-unfolded").await;
    browser.fill(".cs-items li:first-child input[name=reason]", "Agreed otherwise").await;
    browser.press(".cs-items li:first-child form button").await;
    reads(&browser, "The rule is removed.").await;
    leaves(browser).await;
}

#[tokio::test]
async fn people_see_where_they_are_and_why() {
    if is_skipped(Part::Browser) {
        return;
    }
    let rules = Policy::offered()
        .rule(
            Rule::require(Whom::address("skips@acme.example"))
                .grace(Grace::Skips(2))
                .because("The auditors ask for it."),
        )
        .rule(
            Rule::require(Whom::address("grace@acme.example"))
                .grace(Grace::Until(Timestamp::from_unix(BEGIN + 3 * DAY)))
                .because("The auditors ask for it."),
        )
        .rule(
            Rule::require(Whom::address("soon@acme.example"))
                .from(Timestamp::from_unix(BEGIN + 3 * DAY)),
        )
        .rule(Rule::off(Whom::address("off@acme.example")));
    let site = Site::start(rules).await;
    let browser = Browser::open(Script::On).await;
    for (who, words) in [
        ("soon", "From 18 January 2027, 08:00 UTC on, your account needs two-factor sign-in."),
        ("grace", "Your account needs two-factor sign-in from 18 January 2027, 08:00 UTC on."),
        ("off", "Two-factor sign-in is switched off for you."),
    ] {
        site.enters(&browser, who).await;
        site.goes(&browser, "/2fa").await;
        reads(&browser, words).await;
        browser.keep(&format!("settings-{who}")).await;
        site.goes(&browser, "/2fa/activate").await;
        browser.keep(&format!("activate-{who}")).await;
    }
    site.enters(&browser, "skips").await;
    site.goes(&browser, "/account").await;
    reads(&browser, "You can put it off 2 more times.").await;
    browser.keep("activate-skips").await;
    browser.press("form[action$='/not-now'] button").await;
    assert_eq!(browser.path().await, "/account");

    site.enters(&browser, "root").await;
    site.goes(&browser, "/2fa/activate").await;
    site.activates(&browser).await;
    site.enters(&browser, "root~bob").await;
    site.goes(&browser, "/2fa").await;
    reads(&browser, "You are acting as somebody else").await;
    unfold(&browser, "Disable two-factor").await;
    browser.keep("on-behalf").await;
    leaves(browser).await;
}
