//! What people see of where they are on the way to a second factor.

use core::time::Duration;

use countersign::policy::{Grace, Policy, Rule, Whom};
use countersign::time::Timestamp;
use countersign_tests::door::{BEGIN, HTML};

use crate::site::{JSON, Site, json, send};

const DAY: u64 = 86_400;

fn site(rule: Rule) -> Site {
    Site::with(Policy::offered().rule(rule.because("The auditors ask for it.")))
}

#[tokio::test]
async fn an_announcement_has_its_date_and_stops_nobody() {
    let from = Timestamp::from_unix(BEGIN + DAY);
    let site = site(Rule::require(Whom::Everyone).from(from));
    let mut ada = site.browser("ada");
    assert_eq!(ada.get("/account").await.body, "account");
    for page in ["/2fa", "/2fa/activate"] {
        let body = ada.get(page).await.body;
        assert!(body.contains("16 January 2027, 08:00 UTC"), "{page} {body}");
        let rollout = &json(&mut ada, page).await["rollout"];
        assert_eq!(rollout["status"], "announced", "{page}");
        assert_eq!(rollout["from"]["iso"], "2027-01-16T08:00:00Z", "{page}");
    }
    site.clock.advance(Duration::from_secs(DAY));
    assert!(ada.get("/account").await.location().starts_with("/2fa/activate"));
    let page = ada.get("/2fa/activate").await;
    assert!(page.body.contains("The auditors ask for it."), "{}", page.body);
}

#[tokio::test]
async fn grace_has_its_end_and_its_reason() {
    let until = Timestamp::from_unix(BEGIN + DAY);
    let site = site(Rule::require(Whom::Everyone).grace(Grace::Until(until)));
    let mut ada = site.browser("ada");
    assert_eq!(ada.get("/account").await.body, "account");
    for page in ["/2fa", "/2fa/activate"] {
        let body = ada.get(page).await.body;
        assert!(body.contains("16 January 2027, 08:00 UTC"), "{page} {body}");
        assert!(body.contains("The auditors ask for it."), "{page} {body}");
        let page = json(&mut ada, page).await;
        assert_eq!(
            (&page["rollout"]["status"], &page["required"]),
            (&"grace".into(), &false.into())
        );
        assert_eq!(page["reason"], "The auditors ask for it.");
    }
    site.clock.advance(Duration::from_secs(DAY));
    let led = ada.get("/account").await;
    let page = json(&mut ada, led.location()).await;
    assert_eq!(page["rollout"]["status"], "must_activate");
    assert_eq!(page["rollout"]["since"]["iso"], "2027-01-16T08:00:00Z");
    site.clock.advance(Duration::from_secs(14 * DAY));
    assert_eq!(json(&mut ada, "/2fa/activate").await["rollout"]["status"], "overdue");
}

#[tokio::test]
async fn not_now_leads_on_as_often_as_it_may_be_said() {
    let site = site(Rule::require(Whom::Everyone).grace(Grace::Skips(2)));
    for (session, left) in [("1", 2), ("2", 1)] {
        let mut ada = site.browser("ada").elsewhere(session);
        let led = ada.get("/account?a=b").await;
        assert!(led.location().starts_with("/2fa/activate?ticket="), "{}", led.status);
        let page = ada.get(led.location()).await;
        assert!(page.body.contains(&format!("Not now ({left} left)")), "{}", page.body);
        let model = json(&mut ada, led.location()).await;
        assert_eq!((&model["skips_left"], &model["rollout"]["left"]), (&left.into(), &left.into()));
        let csrf = page.csrf();
        let on = ada.post("/2fa/activate/not-now", &[("csrf", &csrf)]).await;
        assert_eq!((on.status.as_u16(), on.location()), (303, "/account?a=b"));
        assert_eq!(ada.get("/account").await.body, "account", "for the whole session");
        // A button that was pressed twice counts once.
        let fields = [("csrf", csrf.as_str())];
        let again = send(&mut ada, ("POST", "/2fa/activate/not-now"), JSON, &fields).await;
        assert_eq!(again.json(), serde_json::json!({ "next": "/account?a=b" }));
    }
    let mut ada = site.browser("ada").elsewhere("3");
    let led = ada.get("/account").await;
    let page = ada.get(led.location()).await;
    assert!(!page.body.contains("not-now"), "{}", page.body);
    assert!(page.body.contains("before you can go on"), "{}", page.body);
    let refused = ada.post("/2fa/activate/not-now", &[("csrf", &page.csrf())]).await;
    assert!(refused.location().starts_with("/2fa/activate?ticket="), "{}", refused.status);
    assert_eq!(ada.get("/account").await.status, 302);
    let forged = send(&mut ada, ("POST", "/2fa/activate/not-now"), HTML, &[("csrf", "x")]).await;
    assert_eq!(forged.status, 403);
}
