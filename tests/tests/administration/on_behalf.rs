//! Somebody acts as somebody else.

use countersign_tests::door::HTML;
use http::header;

use crate::site::{JSON, Site, json, send, submit};

/// A browser of `actor`, who has activated, acting as `subject` in the same session.
async fn acting(site: &Site, actor: &str, subject: &str) -> countersign_tests::door::Browser {
    let mut browser = site.active(actor).await;
    browser.cookies.insert("who".to_owned(), format!("{actor}~{subject}.1"));
    browser
}

#[tokio::test]
async fn nothing_of_the_person_is_shown_and_nothing_can_be_added() {
    let site = Site::new();
    let bob = site.active("bob").await;
    let mut actor = acting(&site, "root", "bob").await;
    assert_eq!(actor.get("/account").await.body, "account", "the actor's factor counts");
    let page = actor.get("/2fa").await;
    assert_eq!(page.status, 403);
    assert!(page.body.contains("You are acting as somebody else"), "{}", page.body);
    assert!(page.body.contains("root@acme.example as bob@example.org"), "{}", page.body);
    assert!(!page.body.contains("Phone"), "what bob has set up is not shown");
    let csrf = page.csrf();
    for (method, uri) in [
        ("GET", "/2fa"),
        ("GET", "/2fa/activate"),
        ("POST", "/2fa/activate"),
        ("POST", "/2fa/activate/confirm"),
        ("POST", "/2fa/activate/not-now"),
        ("POST", "/2fa/recovery-codes"),
        ("POST", "/2fa/devices/forget-all"),
    ] {
        let fields = [("csrf", csrf.as_str()), ("code", "123456"), ("name", "x")];
        let answer = send(&mut actor, (method, uri), HTML, &fields).await;
        assert_eq!(answer.status, 403, "{method} {uri}");
        assert!(!answer.body.contains("Phone"), "{method} {uri}");
        let answer = send(&mut actor, (method, uri), JSON, &fields).await;
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
        let problem = answer.json();
        assert_eq!(
            (&problem["error"], &problem["actor"]),
            (&"impersonated".into(), &"root@acme.example".into())
        );
    }
    let mut bob = bob;
    assert_eq!(bob.get("/account").await.body, "account", "bob noticed nothing");
    assert_eq!(json(&mut bob, "/2fa").await["authenticators"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_challenge_is_the_actors() {
    let site = Site::new();
    let bob = site.active("bob").await;
    let mut actor = acting(&site, "root", "bob").await;
    actor.cookies.insert("who".to_owned(), "root~bob.2".to_owned());
    let stopped = actor.get("/account").await;
    assert!(stopped.location().starts_with("/2fa/challenge"), "{}", stopped.status);
    let theirs = actor.holding(&bob.set_up_key).code(0);
    let refused = actor.answer("/account", &[("code", &theirs)]).await;
    assert_eq!(refused.status, 422, "the person's own code is none");
    assert_eq!(actor.passes("/account").await.location(), "/account");
}

#[tokio::test]
async fn disabling_on_behalf_is_a_permission_of_its_own_and_logged_with_both_names() {
    let site = Site::new();
    let mut bob = site.active("bob").await;
    bob.get("/account").await;
    let uri = "/2fa/disable-on-behalf";
    let mut actor = acting(&site, "enforcer", "bob").await;
    let page = actor.get("/2fa").await;
    assert!(!page.body.contains("disable-on-behalf"), "{}", page.body);
    actor.cookies.insert("who".to_owned(), "enforcer.1".to_owned());
    let csrf = actor.get("/2fa").await.csrf();
    actor.cookies.insert("who".to_owned(), "enforcer~bob.1".to_owned());
    let refused = actor.post(uri, &[("csrf", &csrf), ("reason", "r")]).await;
    assert_eq!(refused.status, 404);

    let mut helper = acting(&site, "helper", "bob").await;
    let refused = submit(&mut helper, "/2fa", uri, &[("reason", "")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("role=\"alert\""), "{}", refused.body);
    assert_eq!(bob.get("/account").await.body, "account", "nothing has changed");
    let done = submit(&mut helper, "/2fa", uri, &[("reason", "asked at the desk")]).await;
    assert_eq!(done.location(), "/2fa?done=disabled");
    assert!(helper.get("/2fa?done=disabled").await.body.contains("role=\"status\""));
    assert_eq!(json(&mut bob, "/2fa").await["authenticators"], serde_json::json!([]));
    let mut root = site.active("root").await;
    let log = json(&mut root, "/2fa/admin/audit?user=bob").await;
    let entry = &log["entries"][0];
    assert_eq!(entry["event"], "administrator.disabled_on_behalf");
    assert_eq!((&entry["user"], &entry["by"]), (&"bob".into(), &"helper".into()));
    // Bob himself cannot do it to himself by this road.
    let own = submit(&mut root, "/2fa/admin/rules", uri, &[("reason", "r")]).await;
    assert_eq!(own.status, 404);
}

#[tokio::test]
async fn disabling_on_behalf_wants_a_factor_of_the_actors_shown_just_now() {
    let site = Site::new();
    let mut bob = site.active("bob").await;
    let mut helper = acting(&site, "helper", "bob").await;
    site.clock.advance(core::time::Duration::from_secs(601));
    let asked = submit(&mut helper, "/2fa", "/2fa/disable-on-behalf", &[("reason", "r")]).await;
    assert!(asked.location().starts_with("/2fa/challenge?ticket="), "{}", asked.status);
    let page = helper.get(asked.location()).await;
    let code = helper.code(0);
    let passed = helper.post("/2fa/challenge", &[("csrf", &page.csrf()), ("code", &code)]).await;
    assert_eq!(passed.location(), "/2fa", "back to the page with the form");
    assert_eq!(bob.get("/account").await.body, "account", "nothing has changed");
}
