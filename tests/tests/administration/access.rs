//! Who may come in.

use countersign_tests::door::{Answer, Browser, HTML};
use http::header;

use crate::site::{JSON, Site, json, send};

const PAGES: [&str; 8] = [
    "/2fa/admin",
    "/2fa/admin?status=overdue&q=b&domain=d&role=r&page=2",
    "/2fa/admin/users/bob",
    "/2fa/admin/users/nobody-of-that-name",
    "/2fa/admin/rules",
    "/2fa/admin/explain?user=bob",
    "/2fa/admin/export.csv",
    "/2fa/admin/audit",
];
const FORMS: [&str; 8] = [
    "/2fa/admin/users/bob/require",
    "/2fa/admin/users/bob/release",
    "/2fa/admin/users/bob/exempt",
    "/2fa/admin/users/bob/follow-rules",
    "/2fa/admin/users/bob/reset",
    "/2fa/admin/users/nobody-of-that-name/reset",
    "/2fa/admin/rules",
    "/2fa/admin/rules/0011223344556677/remove",
];
const FIELDS: [(&str, &str); 6] = [
    ("reason", "because"),
    ("until", "2027-03-01"),
    ("effect", "off"),
    ("whom", "everyone"),
    ("grace", "none"),
    ("value", ""),
];

/// Everything that can be asked for, one answer each.
async fn every_route(browser: &mut Browser, csrf: &str, tenant: &str) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    let fields: Vec<_> = FIELDS.into_iter().chain([("csrf", csrf)]).collect();
    for accept in [HTML, JSON] {
        let reads = PAGES.iter().flat_map(|page| [("GET", *page), ("HEAD", *page)]);
        let sends = FORMS.iter().map(|form| ("POST", *form));
        let wrong = PAGES.iter().map(|page| ("DELETE", *page));
        for (method, uri) in reads.chain(sends).chain(wrong) {
            let mark = if uri.contains('?') { '&' } else { '?' };
            let uri =
                if tenant.is_empty() { uri.to_owned() } else { format!("{uri}{mark}{tenant}") };
            let answer = send(browser, (method, &uri), accept, &fields).await;
            answers.push((format!("{method} {uri} {accept}"), answer));
        }
    }
    answers
}

/// What an administrator sees of the whole, without tickets.
async fn state(root: &mut Browser) -> Vec<serde_json::Value> {
    let mut seen = Vec::new();
    for uri in ["/2fa/admin", "/2fa/admin/users/bob", "/2fa/admin/rules", "/2fa/admin/audit"] {
        let mut page = json(root, uri).await;
        page.as_object_mut().unwrap().remove("csrf");
        seen.push(page);
    }
    seen
}

/// Those for whom there is no administration: what they ask, and what a page that is not there says.
async fn learns_nothing(mut browser: Browser, csrf: &str, tenant: &str) {
    for accept in [HTML, JSON] {
        for method in ["GET", "HEAD", "POST", "DELETE"] {
            let nowhere = send(&mut browser, (method, "/2fa/nowhere"), accept, &[]).await;
            assert_eq!(nowhere.status, 404);
            for (what, answer) in every_route(&mut browser, csrf, tenant).await {
                if !what.starts_with(method) || !what.ends_with(accept) {
                    continue;
                }
                assert_eq!(answer.status, nowhere.status, "{what}");
                assert_eq!(answer.body, nowhere.body, "{what}");
                assert_eq!(answer.headers, nowhere.headers, "{what}");
            }
        }
    }
}

#[tokio::test]
async fn whoever_may_not_gets_the_answer_of_a_page_that_is_not_there() {
    let site = Site::new();
    site.seen("bob").await;
    let mut root = site.active("root").await;
    let mut ada = site.active("ada").await;
    let csrf = ada.get("/2fa").await.csrf();
    let before = state(&mut root).await;
    assert!(!csrf.is_empty());
    learns_nothing(ada, &csrf, "").await;
    // Who acts as an administrator is none, and an administrator who acts as another is none.
    learns_nothing(site.browser("ada~root"), &csrf, "").await;
    let csrf = root.get("/2fa/admin/rules").await.csrf();
    learns_nothing(site.browser("root~ada"), &csrf, "").await;
    assert_eq!(state(&mut root).await, before, "nothing has changed");
}

#[tokio::test]
async fn a_key_is_no_administrator_whatever_it_may() {
    let site = Site::new();
    for (method, uri) in [("GET", "/2fa/admin"), ("POST", "/2fa/admin/rules"), ("GET", "/2fa/x")] {
        let request = site.browser("").request(method, uri);
        let request = request.header(header::AUTHORIZATION, "Bearer x");
        let mut browser = site.browser("");
        let answer = browser.send(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 404, "{method} {uri}");
        assert!(answer.body.contains("There is no such page"), "{}", answer.body);
    }
}

#[tokio::test]
async fn another_tenant_is_not_there_whoever_lives_in_it() {
    let site = Site::new();
    site.seen("bob").await;
    let mut root = site.active("root").await;
    let mut other = site.active("other-root").await;
    let before = state(&mut root).await;
    let csrf = other.get("/2fa/admin/rules").await.csrf();
    learns_nothing_of_a_tenant(&mut other, &csrf).await;
    // Their own tenant has neither.
    for key in ["bob", "nobody-of-that-name"] {
        for (method, uri) in [
            ("GET", format!("/2fa/admin/users/{key}")),
            ("GET", format!("/2fa/admin/explain?user={key}")),
            ("POST", format!("/2fa/admin/users/{key}/reset")),
            ("POST", format!("/2fa/admin/users/{key}/release")),
        ] {
            let fields = [("csrf", csrf.as_str()), ("reason", "because")];
            let answer = send(&mut other, (method, &uri), HTML, &fields).await;
            assert_eq!(answer.status, 404, "{method} {uri}");
            let nowhere = send(&mut other, (method, "/2fa/nowhere"), HTML, &fields).await;
            assert_eq!(answer.body, nowhere.body, "{method} {uri}");
        }
    }
    for uri in
        ["/2fa/admin", "/2fa/admin/export.csv", "/2fa/admin/audit", "/2fa/admin/audit?user=bob"]
    {
        let page = other.get(uri).await;
        assert_eq!(page.status, 200, "{uri}");
        assert!(!page.body.contains("bob@") && !page.body.contains("/users/bob"), "{uri}");
    }
    assert_eq!(state(&mut root).await, before, "nothing has changed");
    // Who may look into every tenant does.
    other.get("/account").await;
    let mut everywhere = site.active("everywhere").await;
    let list = json(&mut everywhere, "/2fa/admin?tenant=other").await;
    assert_eq!(list["people"][0]["key"], "other-root");
}

async fn learns_nothing_of_a_tenant(other: &mut Browser, csrf: &str) {
    let nowhere = send(other, ("GET", "/2fa/nowhere"), HTML, &[]).await;
    for (what, answer) in every_route(other, csrf, "tenant=acme").await {
        if what.starts_with("DELETE") {
            continue;
        }
        assert_eq!(answer.status, 404, "{what}");
        if what.starts_with("GET") && what.ends_with(HTML) {
            assert_eq!(answer.body, nowhere.body, "{what}");
        }
    }
}

#[tokio::test]
async fn nobody_is_led_to_the_sign_in() {
    let site = Site::new();
    let mut nobody = site.browser("");
    nobody.cookies.clear();
    for (what, answer) in every_route(&mut nobody, "", "").await {
        match what.ends_with(JSON) {
            true => assert_eq!(answer.status, 401, "{what}"),
            false => assert_eq!(answer.location(), "/sign-in", "{what}"),
        }
    }
}

#[tokio::test]
async fn an_administrator_shows_a_factor_first_and_is_led_back() {
    let site = Site::new();
    site.seen("bob").await;
    let mut root = site.active("root").await;
    let before = state(&mut root).await;
    let csrf = root.get("/2fa/admin/rules").await.csrf();
    let half = root.elsewhere("2");
    // Half signed in, with a ticket of their other session; and signed in, but ten minutes ago.
    let stale = root.clone();
    stale.clock.advance(core::time::Duration::from_secs(601));
    for (who, mut browser) in [("half", half), ("stale", stale)] {
        for (what, answer) in every_route(&mut browser, &csrf, "").await {
            if what.starts_with("DELETE") {
                assert_eq!(answer.status, 405, "{who} {what}");
            } else if what.ends_with(JSON) {
                assert_eq!(answer.status, 401, "{who} {what}");
                if !what.starts_with("HEAD") {
                    assert_eq!(answer.json()["step"], "challenge", "{who} {what}");
                }
            } else {
                let to = answer.location();
                assert!(
                    to.starts_with("/2fa/challenge?ticket="),
                    "{who} {what}: {}",
                    answer.status
                );
            }
        }
    }
    let uri = "/2fa/admin?status=overdue&q=b";
    assert_eq!(root.passes(uri).await.location(), uri, "back to what was to be read");
    let fields = [("csrf", csrf.as_str()), ("reason", "because")];
    let mut asked = root.elsewhere("3");
    let led = send(&mut asked, ("POST", "/2fa/admin/users/bob/reset"), HTML, &fields).await;
    let page = asked.get(led.location()).await;
    let code = asked.code(0);
    let passed = asked.post("/2fa/challenge", &[("csrf", &page.csrf()), ("code", &code)]).await;
    assert_eq!(passed.location(), "/2fa/admin/users/bob", "to the page with the form");
    let mut after = state(&mut asked).await;
    // What root has shown in between is in the log, and nothing else.
    let entries = after[3]["entries"].as_array().unwrap();
    assert!(entries.iter().all(|entry| entry["event"] != "administrator.reset"));
    after.truncate(3);
    assert_eq!(after, before[..3], "nothing has changed");
}

#[tokio::test]
async fn an_administrator_without_a_second_factor_activates_one_first() {
    let site = Site::new();
    let mut root = site.browser("root");
    let led = root.get("/2fa/admin/rules").await;
    assert!(led.location().starts_with("/2fa/activate?ticket="), "{}", led.status);
    let page = root.get(led.location()).await;
    let page = root.post("/2fa/activate", &[("csrf", &page.csrf())]).await;
    root.set_up_key = countersign_tests::door::set_up_key(&page.body);
    let fields = [("csrf", page.csrf()), ("code", root.code(0))];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let codes = root.post("/2fa/activate/confirm", &fields).await;
    assert!(codes.body.contains("href=\"/2fa/admin/rules\""), "{}", codes.body);
}

#[tokio::test]
async fn who_may_read_sees_everything_and_no_form() {
    let site = Site::new();
    site.seen("bob").await;
    let mut reader = site.active("reader").await;
    for page in PAGES {
        for method in ["GET", "HEAD"] {
            let answer = send(&mut reader, (method, page), HTML, &[]).await;
            let expected = if page.contains("nobody") { 404 } else { 200 };
            assert_eq!(answer.status, expected, "{method} {page}");
            assert_eq!(answer.body.is_empty(), method == "HEAD", "{method} {page}");
            assert!(!answer.body.contains("name=\"csrf\""), "{page} has a form");
            assert!(!answer.body.contains("reason-hint"), "{page} has a field");
        }
    }
    let person = json(&mut reader, "/2fa/admin/users/bob").await;
    for member in ["enforce", "reset", "csrf"] {
        assert_eq!(person.get(member), None, "{member}");
    }
    let csrf = reader.get("/2fa").await.csrf();
    for form in FORMS {
        let fields: Vec<_> = FIELDS.into_iter().chain([("csrf", csrf.as_str())]).collect();
        let nowhere = send(&mut reader, ("POST", "/2fa/nowhere"), HTML, &fields).await;
        let answer = send(&mut reader, ("POST", form), HTML, &fields).await;
        assert_eq!((answer.status.as_u16(), &answer.body), (404, &nowhere.body), "{form}");
    }
    assert_eq!(json(&mut reader, "/2fa/admin/rules").await["rules"], serde_json::json!([]));
}

#[tokio::test]
async fn without_administration_there_are_no_such_pages() {
    use std::sync::Arc;
    let clock = Arc::new(countersign::port::FakeClock::at(countersign_tests::door::BEGIN));
    let store = countersign_memory::MemoryStore::default();
    let web =
        countersign_tests::door::web(countersign_tests::door::second_factor(store, &clock).build());
    let app = axum::Router::new().layer(countersign_tests::door::layer(web));
    let mut nobody = Browser::of(app, clock, "ada", "1");
    nobody.cookies.clear();
    for page in PAGES {
        assert_eq!(nobody.get(page).await.status, 404, "{page}");
    }
}
