//! Remembered devices: what they stand in for, how long, and what ends them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed"
)]

use core::time::Duration;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use countersign::SecondFactor;
use countersign::flow::Remember;
use countersign::port::FakeClock;
use countersign::subject::{Principal, SessionId, SubjectId};
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, BEGIN, Browser};
use countersign_tower::Recent;
use http::{StatusCode, header};

const COOKIE: &str = "countersign-device";

struct Site {
    app: Router,
    clock: Arc<FakeClock>,
    second_factor: SecondFactor,
}

fn site_with(remember: Remember, store: MemoryStore) -> Site {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let second_factor = door::second_factor(store, &clock).remember(remember).build();
    let app = Router::new()
        .route("/account", get(|| async { "account" }))
        .route("/recent", get(|_: Recent<300>| async { "recent" }))
        .layer(door::layer(door::web(second_factor.clone())));
    Site { app, clock, second_factor }
}

fn site() -> Site {
    site_with(Remember::default(), MemoryStore::default())
}

impl Site {
    /// A browser of ada's that is remembered, in a session that has shown a factor.
    async fn remembered(&self) -> Browser {
        let mut ada = Browser::of(self.app.clone(), self.clock.clone(), "ada", "0");
        ada.activate().await;
        let mut ada = ada.elsewhere("1");
        let code = ada.code(0);
        let answer = ada.answer("/account", &[("code", &code), ("remember", "on")]).await;
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        let (_, attributes) = cookie.split_once("; ").unwrap();
        assert_eq!(attributes, "HttpOnly; SameSite=Lax; Path=/; Max-Age=82800");
        self.clock.advance(Duration::from_secs(60));
        ada
    }
}

async fn is_asked(browser: &mut Browser) -> bool {
    let answer = browser.get("/account").await;
    match answer.status {
        StatusCode::OK => false,
        _ => {
            assert!(answer.location().starts_with("/2fa/challenge?"), "{}", answer.location());
            true
        }
    }
}

#[tokio::test]
async fn a_remembered_device_is_not_asked_for_23_hours() {
    let site = site();
    let mut ada = site.remembered().await;
    ada.signs_in_again("2");
    assert!(!is_asked(&mut ada).await);
    site.clock.advance(Duration::from_secs(23 * 3_600 - 61));
    ada.signs_in_again("3");
    assert!(!is_asked(&mut ada).await);
    site.clock.advance(Duration::from_secs(1));
    assert!(is_asked(&mut ada).await, "in the session that it stood in for");
    ada.signs_in_again("4");
    assert!(is_asked(&mut ada).await, "and in a new one");
}

#[tokio::test]
async fn without_the_box_nothing_is_remembered() {
    let site = site();
    let mut ada = site.remembered().await.elsewhere("5");
    ada.passes("/account").await;
    assert!(!ada.cookies.contains_key(COOKIE));
    ada.signs_in_again("6");
    assert!(is_asked(&mut ada).await);
}

#[tokio::test]
async fn a_remembered_device_is_never_a_recent_factor() {
    let site = site();
    let mut ada = site.remembered().await;
    ada.signs_in_again("2");
    assert!(ada.get("/recent").await.location().starts_with("/2fa/challenge?"));
    assert_eq!(ada.passes("/recent").await.location(), "/recent");
    assert_eq!(ada.get("/recent").await.body, "recent");
}

#[tokio::test]
async fn the_token_changes_with_every_sign_in_and_an_old_one_ends_the_device() {
    let site = site();
    let mut ada = site.remembered().await;
    let first = ada.cookies[COOKIE].clone();
    ada.signs_in_again("2");
    assert!(!is_asked(&mut ada).await);
    let second = ada.cookies[COOKIE].clone();
    assert_ne!(first, second);

    // Within a minute the one before is still good: two tabs opened at once.
    let mut tab = ada.elsewhere("3");
    tab.cookies.insert(COOKIE.to_owned(), first.clone());
    assert!(!is_asked(&mut tab).await);

    site.clock.advance(Duration::from_secs(60));
    let mut thief = ada.elsewhere("4");
    thief.cookies.insert(COOKIE.to_owned(), first);
    assert!(is_asked(&mut thief).await, "somebody has a copy");
    assert!(is_asked(&mut ada).await, "so the device is forgotten, in every session");
    ada.signs_in_again("5");
    assert!(is_asked(&mut ada).await);
}

#[tokio::test]
async fn a_request_changes_the_token_only_once_a_session() {
    let site = site();
    let mut ada = site.remembered().await;
    ada.signs_in_again("2");
    assert!(ada.get("/account").await.headers.contains_key(header::SET_COOKIE));
    for _ in 0..3 {
        site.clock.advance(Duration::from_secs(600));
        let answer = ada.get("/account").await;
        assert_eq!(answer.body, "account");
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
}

#[tokio::test]
async fn forgetting_a_device_holds_at_its_next_request() {
    let site = site();
    let mut ada = site.remembered().await;
    let mut known = ada.clone();
    known.signs_in_again("2");
    assert!(!is_asked(&mut known).await);
    let page = ada.get("/2fa").await;
    let id = page.body.split("/devices/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let forgot = format!("/2fa/devices/{id}/forget");
    let forgotten = ada.post(&forgot, &[("csrf", &page.csrf())]).await;
    assert_eq!(forgotten.location(), "/2fa?done=forgotten");
    assert!(is_asked(&mut known).await);
    let again = ada.post(&forgot, &[("csrf", &page.csrf())]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn forgetting_all_devices_takes_the_cookie_away() {
    let site = site();
    let mut ada = site.remembered().await;
    let page = ada.get("/2fa").await;
    ada.post("/2fa/devices/forget-all", &[("csrf", &page.csrf())]).await;
    assert!(!ada.cookies.contains_key(COOKIE));
    assert!(!ada.get("/2fa").await.body.contains("/devices/"));
}

#[tokio::test]
async fn a_remembered_device_ends_with_the_password() {
    let site = site();
    let mut ada = site.remembered().await;
    let mut known = ada.clone();
    known.signs_in_again("2");
    assert!(!is_asked(&mut known).await);
    site.second_factor.credentials_changed(&SubjectId::new("ada")).await.unwrap();
    assert!(is_asked(&mut known).await);
    assert!(is_asked(&mut ada).await, "and so does what was shown in any session");
    known.signs_in_again("3");
    assert!(is_asked(&mut known).await);
}

#[tokio::test]
async fn what_a_session_has_shown_ends_with_its_sign_out() {
    let site = site();
    let mut ada = site.remembered().await;
    ada.cookies.remove(COOKIE);
    assert!(!is_asked(&mut ada).await);
    let principal = Principal::new("ada", SessionId::new("1"));
    site.second_factor.signed_out(&principal).await.unwrap();
    assert!(is_asked(&mut ada).await, "even with a copy of the session's cookie");
}

#[tokio::test]
async fn a_recovery_code_remembers_nothing_and_ends_every_device() {
    let site = site();
    let mut ada = site.remembered().await;
    let mut known = ada.clone();
    ada = ada.elsewhere("2");
    let recovery = ada.recovery_codes[0].clone();
    let fields = [("method", "recovery"), ("code", recovery.as_str()), ("remember", "on")];
    let answer = ada.answer("/account", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    assert!(!is_asked(&mut ada).await);
    known.signs_in_again("3");
    assert!(is_asked(&mut known).await);
}

#[tokio::test]
async fn where_devices_are_never_remembered_the_box_is_missing_and_ticking_it_does_nothing() {
    let store = MemoryStore::default();
    let mut known = site_with(Remember::default(), store.clone()).remembered().await;
    let site = site_with(Remember::Never, store);
    let mut ada = Browser::of(site.app.clone(), known.clock.clone(), "ada", "2");
    ada.set_up_key = known.set_up_key.clone();
    site.clock.set(BEGIN + 600);
    known.clock.set(BEGIN + 600);
    let stopped = ada.get("/account").await;
    let page = ada.get(stopped.location()).await;
    assert!(!page.body.contains("name=\"remember\""));
    let code = ada.code(0);
    let answer = ada.answer("/account", &[("code", &code), ("remember", "on")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    known.signs_in_again("3");
    ada.cookies = known.cookies;
    assert!(is_asked(&mut ada).await, "a device that was remembered before counts for nothing");
}

#[tokio::test]
async fn a_thief_with_the_password_cannot_keep_the_owner_of_a_remembered_device_waiting() {
    let site = site();
    let mut ada = site.remembered().await;
    let mut thief = ada.elsewhere("thief");
    for _ in 0..6 {
        thief.answer("/account", &[("code", &ada.wrong_code())]).await;
    }
    let code = ada.code(0);
    let refused = thief.answer("/account", &[("code", &code)]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    ada.signs_in_again("2");
    let code = ada.code(1);
    let passed = ada.answer("/recent", &[("code", &code)]).await;
    assert_eq!((passed.status.as_u16(), passed.location()), (303, "/recent"));
}

#[tokio::test]
async fn what_may_be_remembered_for_less_than_before_is_so_at_once() {
    let store = MemoryStore::default();
    let before = site_with(Remember::default(), store.clone());
    let ada = before.remembered().await;
    let hour = Duration::from_secs(3_600);
    let after = site_with(Remember::Offered { lasts: hour, ticked: false }, store);
    after.clock.advance(Duration::from_secs(300));
    let mut ada = ada.at(after.app.clone());
    ada.signs_in_again("2");
    assert!(!is_asked(&mut ada).await);
    after.clock.advance(hour);
    ada.signs_in_again("3");
    assert!(is_asked(&mut ada).await, "an hour is over");
}
