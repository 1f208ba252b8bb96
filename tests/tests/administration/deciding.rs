//! Deciding about a person, and resetting them.

use countersign_tests::door::HTML;
use http::header;
use serde_json::json as value;

use crate::site::{JSON, Site, json, send, submit};

const BOB: &str = "/2fa/admin/users/bob";

#[tokio::test]
async fn a_person_is_required_released_exempted_and_left_to_the_rules() {
    let site = Site::new();
    let mut bob = site.seen("bob").await;
    let mut root = site.active("root").await;
    let walk = [
        ("require", vec![], "required", "must_activate", 302),
        ("release", vec![], "released", "not_required", 200),
        ("require", vec![("grace", "until"), ("until", "2027-03-01")], "required", "grace", 200),
        ("exempt", vec![("until", "2027-02-01")], "exempted", "exempt", 200),
        ("require", vec![("grace", "skips"), ("skips", "2")], "required", "grace", 302),
        ("follow-rules", vec![], "follows-rules", "not_required", 200),
    ];
    for (form, fields, notice, status, account) in walk {
        let fields: Vec<_> = fields.into_iter().chain([("reason", "the auditors")]).collect();
        let done = submit(&mut root, BOB, &format!("{BOB}/{form}"), &fields).await;
        assert_eq!(done.location(), format!("{BOB}?done={notice}"), "{form}: {}", done.body);
        assert!(root.get(done.location()).await.body.contains("role=\"status\""), "{form}");
        let person = json(&mut root, BOB).await;
        assert_eq!(person["rollout"]["status"], status, "{form}");
        assert_eq!(bob.get("/account").await.status, account, "{form}");
        let entry = &person["history"][0];
        assert_eq!((&entry["by"], &entry["reason"]), (&"root".into(), &"the auditors".into()));
        if form != "follow-rules" {
            assert_eq!(person["own"]["effect"], form);
            assert_eq!(person["explanation"]["decided"]["by"], "own");
        }
    }
}

#[tokio::test]
async fn an_exemption_ends_with_its_last_day() {
    let site = Site::new();
    site.seen("ada").await;
    let mut root = site.active("root").await;
    let page = "/2fa/admin/users/ada";
    let fields = [("reason", "a new phone is on its way"), ("until", "2027-01-16")];
    submit(&mut root, page, "/2fa/admin/users/ada/exempt", &fields).await;
    let person = json(&mut root, page).await;
    assert_eq!(person["rollout"]["until"]["iso"], "2027-01-16T23:59:59Z");
    let mut ada = site.browser("ada");
    assert_eq!(ada.get("/account").await.status, 200);
    let settings = ada.get("/2fa").await;
    assert!(settings.body.contains("Nothing is asked of you until"), "{}", settings.body);
    assert!(settings.body.contains("a new phone is on its way"), "{}", settings.body);
    site.clock.advance(core::time::Duration::from_secs(2 * 86_400));
    assert!(ada.get("/account").await.location().starts_with("/2fa/activate"));
}

#[tokio::test]
async fn a_reset_takes_everything_away_and_forces_a_new_activation() {
    let site = Site::new();
    let mut bob = site.active("bob").await;
    assert_eq!(bob.get("/account").await.body, "account");
    let mut root = site.active("root").await;
    let reset = format!("{BOB}/reset");
    for (reason, status) in [("", 422), (" \n ", 422), ("a\nb", 422), (&"x".repeat(501), 422)] {
        let refused = submit(&mut root, BOB, &reset, &[("reason", reason)]).await;
        assert_eq!(refused.status, status, "{reason:?}");
        assert!(refused.body.contains("id=\"reset-reason-error\""), "{}", refused.body);
        assert!(refused.body.contains("Error: bob@example.org"), "{}", refused.body);
    }
    assert_eq!(bob.get("/account").await.body, "account", "nothing has changed");
    let done = submit(&mut root, BOB, &reset, &[("reason", "lost phone, seen the passport")]).await;
    assert_eq!(done.location(), format!("{BOB}?done=reset"));
    let person = json(&mut root, BOB).await;
    assert_eq!((&person["authenticators"], &person["recovery"]), (&value!([]), &value!(null)));
    assert_eq!(person["rollout"]["status"], "must_activate");
    assert!(bob.get("/account").await.location().starts_with("/2fa/activate"));
    let codes = bob.activate().await;
    assert_eq!(codes.status, 200);
    assert_eq!(bob.get("/account").await.body, "account");
}

#[tokio::test]
async fn each_permission_opens_its_own_forms_and_no_others() {
    let site = Site::new();
    site.seen("bob").await;
    let forms = ["require", "release", "follow-rules", "exempt", "reset"];
    for (who, allowed) in
        [("enforcer", &forms[..4]), ("resetter", &forms[4..]), ("root", &forms[..])]
    {
        let mut browser = site.active(who).await;
        let page = browser.get(BOB).await;
        let csrf = page.csrf();
        for form in forms {
            let uri = format!("{BOB}/{form}");
            let fields = [("csrf", csrf.as_str()), ("reason", "r"), ("until", "2027-02-01")];
            let answer = send(&mut browser, ("POST", &uri), HTML, &fields).await;
            let may = allowed.contains(&form);
            assert_eq!(page.body.contains(&format!("action=\"{uri}\"")), may, "{who} {form}");
            assert_eq!(answer.status, if may { 303 } else { 404 }, "{who} {form}");
        }
        let rules = browser.get("/2fa/admin/rules").await;
        assert_eq!(rules.body.contains("Add a rule"), who != "resetter", "{who}");
    }
}

#[tokio::test]
async fn nobody_decides_about_themselves() {
    let site = Site::new();
    let mut root = site.active("root").await;
    root.get("/account").await;
    let own = "/2fa/admin/users/root";
    let page = root.get(own).await;
    assert!(page.body.contains("This is your own account"), "{}", page.body);
    assert!(!page.body.contains("name=\"csrf\""));
    for form in ["require", "release", "follow-rules", "exempt", "reset"] {
        let fields = [("reason", "r"), ("until", "2027-02-01")];
        let refused =
            submit(&mut root, "/2fa/admin/rules", &format!("{own}/{form}"), &fields).await;
        assert_eq!(refused.status, 403, "{form}");
        assert!(refused.body.contains("That is your own account"), "{}", refused.body);
    }
    assert_eq!(json(&mut root, own).await["own"], value!(null));
    assert_eq!(root.get("/account").await.body, "account");
}

#[tokio::test]
async fn what_cannot_be_is_said_at_its_field_and_kept() {
    let site = Site::new();
    site.seen("bob").await;
    let mut root = site.active("root").await;
    type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);
    let table: &[Row<'_>] = &[
        ("exempt", &[("reason", "r")], "until"),
        ("exempt", &[("reason", "r"), ("until", "yesterday")], "until"),
        ("exempt", &[("reason", "r"), ("until", "2020-01-01")], "until"),
        ("exempt", &[("reason", "r"), ("until", "2029-01-01")], "until"),
        ("exempt", &[("until", "2027-02-01")], "reason"),
        ("require", &[("reason", "r"), ("grace", "until"), ("until", "2020-01-01")], "until"),
        ("require", &[("reason", "r"), ("grace", "skips"), ("skips", "0")], "skips"),
        ("require", &[("reason", "r"), ("grace", "skips"), ("skips", "101")], "skips"),
        ("require", &[("reason", "r"), ("grace", "forever")], "grace"),
        ("require", &[("grace", "none")], "reason"),
        ("release", &[("reason", "")], "reason"),
        ("follow-rules", &[], "reason"),
    ];
    for (form, fields, wrong) in table {
        let uri = format!("{BOB}/{form}");
        let refused = submit(&mut root, BOB, &uri, fields).await;
        assert_eq!(refused.status, 422, "{form} {fields:?}");
        assert!(refused.body.contains("<title>Error: "), "{form} {fields:?}");
        assert!(refused.body.contains("role=\"alert\""), "{form} {fields:?}");
        let csrf = root.get(BOB).await.csrf();
        let fields: Vec<_> = fields.iter().copied().chain([("csrf", csrf.as_str())]).collect();
        let refused = send(&mut root, ("POST", &uri), JSON, &fields).await;
        assert_eq!(refused.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(refused.json()["field"], *wrong, "{form} {fields:?}");
    }
    let fields = [("reason", "<b>&\"'"), ("until", "never")];
    let again = submit(&mut root, BOB, &format!("{BOB}/exempt"), &fields).await;
    assert!(again.body.contains("value=\"never\""), "{}", again.body);
    assert!(!again.body.contains("<b>&"), "it is escaped");
    assert!(again.body.contains("value=\"&lt;b&gt;&amp;&quot;&#39;\""), "{}", again.body);
    assert_eq!(json(&mut root, BOB).await["own"], value!(null));
}

#[tokio::test]
async fn a_form_counts_only_from_a_page_of_this_session() {
    let site = Site::new();
    site.seen("bob").await;
    let mut root = site.active("root").await;
    let csrf = root.get(BOB).await.csrf();
    let uri = format!("{BOB}/release");
    for token in ["", "made-up"] {
        let fields = [("csrf", token), ("reason", "r")];
        assert_eq!(send(&mut root, ("POST", &uri), HTML, &fields).await.status, 403);
    }
    let foreign = root.request("POST", &uri).header("sec-fetch-site", "cross-site");
    let foreign = foreign.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("csrf", csrf.as_str()), ("reason", "r")])
        .finish();
    assert_eq!(root.send(foreign.body(body.into()).unwrap()).await.status, 403);
    let mut other = root.elsewhere("2");
    other.passes("/account").await;
    let fields = [("csrf", csrf.as_str()), ("reason", "r")];
    let over = send(&mut other, ("POST", &uri), HTML, &fields).await;
    assert_eq!((over.status.as_u16(), over.location()), (303, BOB), "to a fresh form");
    assert_eq!(json(&mut other, BOB).await["own"], value!(null));
    // The same as JSON, with the ticket in its header.
    let request = other.request("POST", &uri).header(header::CONTENT_TYPE, JSON);
    let fresh = json(&mut other, BOB).await["csrf"].as_str().unwrap().to_owned();
    let request = request.header("x-countersign-csrf", fresh);
    let done = other.send(request.body("{\"reason\":\"r\"}".into()).unwrap()).await;
    assert_eq!((done.status.as_u16(), done.json()), (200, value!({ "next": BOB })));
    assert_eq!(json(&mut other, BOB).await["own"]["effect"], "release");
}

#[tokio::test]
async fn a_key_with_any_signs_has_its_page() {
    let site = Site::new();
    let key = "bob/../x ?&=%2e<b>ü";
    let tenant = countersign::subject::SubjectId::of_tenant("acme", key);
    let principal =
        countersign::subject::Principal::of(tenant, countersign::subject::SessionId::new("1"));
    site.second_factor.guard(&principal, || None).await.unwrap();
    let mut root = site.active("root").await;
    let list = json(&mut root, "/2fa/admin").await;
    let href = list["people"][0]["href"].as_str().unwrap().to_owned();
    assert_eq!(json(&mut root, &href).await["key"], key);
    let done = submit(&mut root, &href, &format!("{href}/release"), &[("reason", "r")]).await;
    assert_eq!(done.location(), format!("{href}?done=released"));
    assert!(!root.get(&href).await.body.contains("<b>"), "it is escaped");
}
