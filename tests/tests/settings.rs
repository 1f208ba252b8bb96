//! Changing the set-up: who may, what it ends, and what is shown once.

use core::time::Duration;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use countersign::port::FakeClock;
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, Answer, BEGIN, Browser};
use http::{StatusCode, header};

fn browser(who: &str) -> Browser {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let web = door::web(door::second_factor(MemoryStore::default(), &clock).build());
    let app = Router::new().route("/account", get(|| async { "account" })).layer(door::layer(web));
    Browser::of(app, clock, who, "1")
}

/// The ids of the authenticators on the settings page.
fn ids(page: &Answer) -> Vec<String> {
    let after = page.body.split("/methods/").skip(1);
    let mut ids: Vec<String> =
        after.filter_map(|rest| rest.split('/').next()).map(str::to_owned).collect();
    ids.dedup();
    ids
}

/// Adds a second app and returns its set-up key.
async fn add_app(browser: &mut Browser, name: &str) -> String {
    let page = browser.get("/2fa/activate").await;
    let page = browser.post("/2fa/activate", &[("csrf", &page.csrf())]).await;
    let key = door::set_up_key(&page.body);
    let app = browser.holding(&key);
    let (csrf, code) = (page.csrf(), app.code(0));
    let form = [("csrf", csrf.as_str()), ("code", &code), ("name", name)];
    let done = browser.post("/2fa/activate/confirm", &form).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/2fa"), "no new recovery codes");
    browser.clock.advance(Duration::from_secs(60));
    key
}

#[tokio::test]
async fn somebody_who_need_not_may_activate_and_remove_it_again() {
    let mut bob = browser("bob");
    assert_eq!(bob.get("/account").await.body, "account");
    let page = bob.get("/2fa").await;
    assert!(page.body.contains("/2fa/activate"), "{}", page.body);
    let codes = bob.activate().await;
    assert_eq!(bob.recovery_codes.len(), 10);
    assert!(codes.body.contains("href=\"/2fa\""), "{}", codes.body);

    let page = bob.get("/2fa").await;
    let remove = format!("/2fa/methods/{}/remove", ids(&page)[0]);
    let removed = bob.post(&remove, &[("csrf", &page.csrf())]).await;
    assert_eq!(removed.location(), "/2fa?done=removed");
    assert!(bob.get("/2fa?done=removed").await.body.contains("role=\"status\""));
    assert_eq!(bob.elsewhere("2").get("/account").await.body, "account");
    assert!(
        !bob.get("/2fa").await.body.contains("recovery-codes\""),
        "there is nothing to recover"
    );
}

#[tokio::test]
async fn the_last_app_of_somebody_who_must_have_one_stays() {
    let mut ada = browser("ada");
    ada.activate().await;
    let page = ada.get("/2fa").await;
    let id = ids(&page)[0].clone();
    assert!(!page.body.contains(&format!("{id}/remove")), "there is no button");
    let form = [("csrf", page.csrf())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let refused = ada.post(&format!("/2fa/methods/{id}/remove"), &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);

    let second = add_app(&mut ada, "Tablet").await;
    let page = ada.get("/2fa").await;
    assert_eq!(ids(&page).len(), 2);
    let removed = ada.post(&format!("/2fa/methods/{id}/remove"), &[("csrf", &page.csrf())]).await;
    assert_eq!(removed.location(), "/2fa?done=removed");
    let mut other = ada.elsewhere("2");
    let code = other.code(0);
    let gone = other.answer("/account", &[("code", &code)]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "the first app is out of use");
    other.set_up_key = second;
    assert_eq!(other.passes("/account").await.location(), "/account");
}

#[tokio::test]
async fn either_app_answers_and_each_counts_its_own_steps() {
    let mut ada = browser("ada");
    ada.activate().await;
    let second = add_app(&mut ada, "Tablet").await;
    let (first, other) = (ada.elsewhere("2"), ada.elsewhere("3").holding(&second));
    for mut browser in [first, other] {
        let code = browser.code(0);
        let passed = browser.answer("/account", &[("code", &code)]).await;
        assert_eq!(passed.location(), "/account");
    }
}

#[tokio::test]
async fn a_change_of_the_set_up_ends_what_other_sessions_have_shown() {
    let mut ada = browser("ada");
    ada.activate().await;
    let mut other = ada.elsewhere("2");
    other.passes("/account").await;
    assert_eq!(other.get("/account").await.body, "account");
    add_app(&mut ada, "Tablet").await;
    assert_eq!(other.get("/account").await.status, StatusCode::FOUND);
    assert_eq!(ada.get("/account").await.body, "account", "this one has just shown it");
}

#[tokio::test]
async fn changes_ask_for_a_factor_shown_within_ten_minutes() {
    let mut ada = browser("ada");
    ada.activate().await;
    ada.clock.advance(Duration::from_secs(541));
    let page = ada.get("/2fa").await;
    let id = ids(&page)[0].clone();
    let csrf = page.csrf();
    for uri in [
        format!("/2fa/methods/{id}/remove"),
        "/2fa/recovery-codes".to_owned(),
        "/2fa/activate".to_owned(),
    ] {
        let asked = ada.post(&uri, &[("csrf", &csrf)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{uri}");
        assert!(asked.location().starts_with("/2fa/challenge?ticket="), "{}", asked.location());
        let page = ada.get(asked.location()).await;
        assert!(page.body.contains("Confirm it is you"));
    }
    let renamed =
        ada.post(&format!("/2fa/methods/{id}/rename"), &[("csrf", &csrf), ("name", "Büro")]).await;
    assert_eq!(renamed.location(), "/2fa?done=renamed");
    assert!(ada.get("/2fa").await.body.contains("Büro"));
    for name in ["", "a\nb", &"x".repeat(65)] {
        let refused = ada
            .post(&format!("/2fa/methods/{id}/rename"), &[("csrf", &csrf), ("name", name)])
            .await;
        assert_eq!(refused.location(), "/2fa?done=name", "{name:?}");
    }
}

#[tokio::test]
async fn a_new_set_of_recovery_codes_ends_the_old_one() {
    let mut ada = browser("ada");
    ada.activate().await;
    let old = ada.recovery_codes.clone();
    let page = ada.get("/2fa").await;
    let codes = ada.post("/2fa/recovery-codes", &[("csrf", &page.csrf())]).await;
    assert_eq!(codes.status, StatusCode::OK);
    let new = door::recovery_codes(&codes.body);
    assert_eq!(new.len(), 10);
    assert!(new.iter().all(|code| !old.contains(code)));
    for (code, status) in [(&old[0], 422), (&new[0], 303)] {
        let fields = [("method", "recovery"), ("code", code.as_str())];
        assert_eq!(ada.elsewhere("2").answer("/account", &fields).await.status.as_u16(), status);
    }
    let page = ada.elsewhere("1").get("/2fa").await;
    assert_eq!(page.status, StatusCode::FOUND, "the recovery code ended the other sessions");
}

#[tokio::test]
async fn who_came_by_a_recovery_code_may_add_an_app_but_take_nothing_away() {
    let mut ada = browser("ada");
    ada.activate().await;
    let mut found = ada.elsewhere("2");
    let recovery = ada.recovery_codes[0].clone();
    found.answer("/account", &[("method", "recovery"), ("code", &recovery)]).await;
    let page = found.get("/2fa").await;
    let csrf = page.csrf();
    for uri in [format!("/2fa/methods/{}/remove", ids(&page)[0]), "/2fa/recovery-codes".to_owned()]
    {
        // The last app of somebody who must have one stays in any case; the codes are the test.
        let refused = found.post(&uri, &[("csrf", &csrf)]).await;
        assert!(matches!(refused.status.as_u16(), 303 | 409), "{uri} {}", refused.status);
        assert!(!refused.location().contains("done="), "{uri}");
    }
    let asked = found.post("/2fa/recovery-codes", &[("csrf", &csrf)]).await;
    let page = found.get(asked.location()).await;
    assert!(!page.body.contains("method=recovery"), "another recovery code would not do");
    let new = add_app(&mut found, "New phone").await;
    let page = found.get("/2fa").await;
    let (csrf, id) = (page.csrf(), ids(&page)[0].clone());
    for uri in [format!("/2fa/methods/{id}/remove"), "/2fa/recovery-codes".to_owned()] {
        let refused = found.post(&uri, &[("csrf", &csrf)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "the new app is on trial");
        assert!(refused.body.contains("was added with a recovery code"), "{}", refused.body);
    }

    // The owner, who was told by mail, still has the older app and takes the new one away.
    let mut owner = ada.elsewhere("owner");
    owner.passes("/account").await;
    let page = owner.get("/2fa").await;
    assert_eq!(owner.post("/2fa/recovery-codes", &[("csrf", &page.csrf())]).await.status, 200);

    // After a day it is an app like any other.
    found.clock.advance(Duration::from_secs(86_400));
    let mut found = found.elsewhere("3").holding(&new);
    found.passes("/account").await;
    let page = found.get("/2fa").await;
    let codes = found.post("/2fa/recovery-codes", &[("csrf", &page.csrf())]).await;
    assert_eq!(codes.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_secret_is_shown_twice() {
    let mut ada = browser("ada");
    let page = ada.get("/2fa/activate").await;
    let shown = ada.post("/2fa/activate", &[("csrf", &page.csrf())]).await;
    let key = door::set_up_key(&shown.body);
    let grouped: Vec<&str> =
        key.as_bytes().chunks(4).map(|c| core::str::from_utf8(c).unwrap()).collect();
    let csrf = shown.csrf();
    ada.set_up_key = key.clone();
    let wrong = [("csrf", &*csrf), ("code", &*ada.wrong_code())];
    let wrong = ada.post("/2fa/activate/confirm", &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = ada.code(0);
    let codes = ada.post("/2fa/activate/confirm", &[("csrf", &csrf), ("code", &code)]).await;
    let recovery = door::recovery_codes(&codes.body);
    assert_eq!(recovery.len(), 10);
    let again = ada.post("/2fa/activate/confirm", &[("csrf", &csrf), ("code", &code)]).await;
    let settings = ada.get("/2fa").await;
    let activate = ada.get("/2fa/activate").await;
    let challenge = ada.get("/2fa/challenge").await;
    for answer in [&wrong, &codes, &again, &settings, &activate, &challenge] {
        assert!(!answer.body.contains(&key) && !answer.body.contains(&grouped.join(" ")));
        assert!(!answer.body.contains("otpauth:") && !answer.body.contains("h1v1h-1z"));
    }
    for answer in [&again, &settings, &activate, &challenge] {
        assert!(recovery.iter().all(|code| !answer.body.contains(code)));
    }
}

#[tokio::test]
async fn half_signed_in_nobody_sees_or_changes_the_settings() {
    let mut ada = browser("ada");
    ada.activate().await;
    let page = ada.get("/2fa").await;
    let (csrf, id) = (page.csrf(), ids(&page)[0].clone());
    let mut half = ada.elsewhere("2");
    for uri in ["/2fa", "/2fa/activate"] {
        let stopped = half.get(uri).await;
        assert!(stopped.location().starts_with("/2fa/challenge?"), "{uri} {}", stopped.status);
    }
    let stopped = half.get("/account").await;
    let own = half.get(stopped.location()).await.csrf();
    for uri in [
        format!("/2fa/methods/{id}/remove"),
        format!("/2fa/methods/{id}/rename"),
        "/2fa/recovery-codes".to_owned(),
        "/2fa/devices/forget-all".to_owned(),
        "/2fa/activate".to_owned(),
        "/2fa/activate/confirm".to_owned(),
    ] {
        for token in [&csrf, &own] {
            let answer =
                half.post(&uri, &[("csrf", token), ("name", "x"), ("code", "123456")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{uri}");
        }
    }
}

#[tokio::test]
async fn two_tabs_and_a_challenge_answered_in_one() {
    let mut ada = browser("ada");
    ada.activate().await;
    let mut ada = ada.elsewhere("2");
    let stopped = ada.get("/account?tab=2").await;
    let tab = ada.get(stopped.location()).await;
    ada.passes("/account?tab=1").await;
    let code = ada.code(0);
    let late = ada.post("/2fa/challenge", &[("csrf", &tab.csrf()), ("code", &code)]).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    let fresh = ada.get(late.location()).await;
    assert_eq!((fresh.status.as_u16(), fresh.location()), (302, "/account?tab=2"));
    let spared = ada.elsewhere("3").answer("/account", &[("code", &code)]).await;
    assert_eq!(spared.status, StatusCode::SEE_OTHER, "the code was not spent");
}

#[tokio::test]
async fn an_old_challenge_leads_to_a_fresh_one_and_keeps_the_place() {
    let mut ada = browser("ada");
    ada.activate().await;
    let mut ada = ada.elsewhere("2");
    let stopped = ada.get("/account?a=b").await;
    let old = ada.get(stopped.location()).await;
    ada.clock.advance(Duration::from_secs(600));
    let code = ada.code(0);
    let over = ada.post("/2fa/challenge", &[("csrf", &old.csrf()), ("code", &code)]).await;
    assert_eq!(over.status, StatusCode::SEE_OTHER);
    let fresh = ada.get(over.location()).await;
    let passed = ada.post("/2fa/challenge", &[("csrf", &fresh.csrf()), ("code", &code)]).await;
    assert_eq!((passed.status.as_u16(), passed.location()), (303, "/account?a=b"));
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let mut ada = browser("ada");
    ada.activate().await;
    let places = ["//evil.example", "/%5cevil.example", "/..//evil.example", "/%2f%2fevil.example"];
    for (session, uri) in places.into_iter().enumerate() {
        let mut half = ada.elsewhere(&format!("s{session}"));
        let stopped = half.get(uri).await;
        assert_eq!(stopped.status, StatusCode::FOUND, "{uri}");
        let page = half.get(stopped.location()).await;
        let code = half.code(0);
        let passed = half.post("/2fa/challenge", &[("csrf", &page.csrf()), ("code", &code)]).await;
        assert_eq!((passed.status.as_u16(), passed.location()), (303, "/"), "{uri}");
        ada.clock.advance(Duration::from_secs(60));
    }
}

#[tokio::test]
async fn every_page_has_the_headers_of_a_page_that_guards_secrets() {
    let mut ada = browser("ada");
    let mut answers = vec![ada.get("/account").await, ada.get("/2fa/activate").await];
    answers.push(ada.activate().await);
    answers.push(ada.get("/2fa").await);
    answers.push(ada.get("/2fa/challenge").await);
    answers.push(ada.get("/2fa/nowhere").await);
    answers.push(ada.post("/2fa/challenge", &[]).await);
    for answer in answers {
        let says = |name: &str| answer.headers[name].to_str().unwrap().to_owned();
        assert_eq!(says("cache-control"), "no-store");
        assert_eq!(says("referrer-policy"), "no-referrer");
        assert_eq!(says("x-content-type-options"), "nosniff");
        assert_eq!(says("cross-origin-opener-policy"), "same-origin");
        let csp = says("content-security-policy");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
            assert!(csp.contains(part), "{csp}");
        }
        assert!(!csp.contains("unsafe"), "{csp}");
    }
    let page = ada.get("/2fa").await;
    let sheet =
        page.body.split("rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let sheet = ada.get(sheet).await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(sheet.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
}

#[tokio::test]
async fn a_program_gets_the_same_as_json() {
    let mut ada = browser("ada");
    ada.activate().await;
    let ada = ada.elsewhere("2");
    let get = |uri: &str| {
        let request = ada.request("GET", uri).header(header::ACCEPT, "application/json");
        request.body(axum::body::Body::empty()).unwrap()
    };
    let refused = ada.clone().send(get("/account")).await;
    assert_eq!(refused.headers[header::CONTENT_TYPE], "application/problem+json");
    let next = refused.json()["next"].as_str().unwrap().to_owned();
    let challenge = ada.clone().send(get(&next)).await.json();
    assert_eq!(challenge["methods"], serde_json::json!(["totp", "recovery"]));
    let post = |body: &serde_json::Value| {
        let request = ada
            .request("POST", "/2fa/challenge")
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-countersign-csrf", challenge["csrf"].as_str().unwrap());
        request.body(body.to_string().into()).unwrap()
    };
    let wrong = ada.clone().send(post(&serde_json::json!({ "code": ada.wrong_code() }))).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((&wrong.json()["error"], &wrong.json()["tries_left"]), (&"wrong".into(), &4.into()));
    let right = ada.clone().send(post(&serde_json::json!({ "code": ada.code(0) }))).await;
    assert_eq!(
        (right.status, right.json()),
        (StatusCode::OK, serde_json::json!({ "next": "/account" }))
    );
    assert_eq!(ada.clone().send(get("/account")).await.body, "account");
}
