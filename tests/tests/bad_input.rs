//! Every bad input gets a clear, uniform answer; nothing is lost; no handler runs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed"
)]

use core::time::Duration;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::routing::any;
use countersign::port::FakeClock;
use countersign::secret::{Key, KeyError, KeyRing};
use countersign_memory::MemoryStore;
use countersign_tests::broken_store::{BrokenStore, Trouble};
use countersign_tests::door::{self, Answer, BEGIN, Browser, Calls, HTML};
use countersign_tests::shared_store::SharedStore;
use countersign_tower::{Origin, Web, WebError};
use http::{StatusCode, header};

const ONE: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const TWO: &str = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";
const FORM: &str = "application/x-www-form-urlencoded";

struct Site {
    calls: Calls,
    app: Router,
    clock: Arc<FakeClock>,
}

fn site_over(store: impl countersign::port::Store) -> Site {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let counted = calls.clone();
    let handler = any(move || async move {
        counted.count();
        "account"
    });
    let web = door::web(door::second_factor(store, &clock).build());
    let app = Router::new().route("/account", handler).layer(door::layer(web));
    Site { calls, app, clock }
}

impl Site {
    fn browser(&self, who: &str) -> Browser {
        Browser::of(self.app.clone(), self.clock.clone(), who, "1")
    }

    /// Somebody with an app, in a session that has shown nothing.
    async fn half(&self, who: &str) -> Browser {
        let mut browser = self.browser(who);
        browser.activate().await;
        browser.elsewhere("2")
    }
}

/// The challenge that a protected page leads to.
async fn challenge(browser: &mut Browser) -> Answer {
    let stopped = browser.get("/account").await;
    browser.get(stopped.location()).await
}

#[tokio::test]
async fn what_cannot_be_a_code_is_said_so_and_costs_no_try() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    let csrf = challenge(&mut ada).await.csrf();
    let long = "1".repeat(4_096);
    for code in [
        "",
        " ",
        "12345",
        "1234567890",
        "abcdef",
        "12345\0",
        "\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}",
        "\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}",
        "123\u{200b}456",
        "123456\t",
        "+123456",
        &long,
    ] {
        let answer = ada.post("/2fa/challenge", &[("csrf", &csrf), ("code", code)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{code:?}");
        assert!(answer.body.contains("Enter the 6 digits"), "{code:?}");
        assert!(!answer.body.contains("1111111111"), "what was sent is not echoed");
    }
    for body in [
        format!("csrf={csrf}"),
        format!("csrf={csrf}&code=1&code=2"),
        format!("csrf={csrf}&code[]=123456"),
        format!("csrf={csrf}&code="),
    ] {
        let answer = ada.post_raw("/2fa/challenge", FORM, body.clone()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
    let groups = ada.code(0);
    let (left, right) = groups.split_at(3);
    let spaced = format!(" {left} {right}-");
    let passed = ada.post("/2fa/challenge", &[("csrf", &csrf), ("code", &spaced)]).await;
    assert_eq!((passed.status.as_u16(), passed.location()), (303, "/account"));
    assert_eq!(site.calls.so_far(), 0);
}

#[tokio::test]
async fn a_code_counts_once_however_it_is_written() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    let code = ada.code(0);
    let used = ada.answer("/account", &[("code", &code)]).await;
    assert_eq!(used.status, StatusCode::SEE_OTHER);
    let spaced = format!(" {}-{} ", &code[..3], &code[3..]);
    for (session, again) in [("3", code.as_str()), ("4", spaced.as_str())] {
        let replay = ada.elsewhere(session).answer("/account", &[("code", again)]).await;
        assert_eq!(replay.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(replay.body.contains("already been used"), "{}", replay.body);
    }
    site.clock.advance(Duration::from_secs(30));
    let late = ada.elsewhere("5").answer("/account", &[("code", &code)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let recovery = ada.recovery_codes[0].clone();
    let fields = [("method", "recovery"), ("code", recovery.as_str())];
    assert_eq!(ada.elsewhere("6").answer("/account", &fields).await.status, StatusCode::SEE_OTHER);
    let replay = ada.elsewhere("7").answer("/account", &fields).await;
    assert_eq!(replay.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_form_counts_only_with_a_token_of_its_session_and_subject() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    let mut adam = site.half("adam").await;
    let own = challenge(&mut ada).await.csrf();
    let others = challenge(&mut adam).await.csrf();
    let of_another_session = challenge(&mut ada.elsewhere("3")).await.csrf();
    let settings = site.browser("bob").get("/2fa").await.csrf();
    let code = ada.code(0);
    let mut bit = own.clone().into_bytes();
    bit[20] = if bit[20] == b'A' { b'B' } else { b'A' };
    let flipped = String::from_utf8(bit).unwrap();
    let long = "A".repeat(8_000);
    for csrf in ["", "A", &own[1..], &flipped, &others, &of_another_session, &settings, &long] {
        let answer = ada.post("/2fa/challenge", &[("csrf", csrf), ("code", &code)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{csrf}");
    }
    let twice = format!("csrf={own}&csrf={own}&code={code}");
    assert_eq!(ada.post_raw("/2fa/challenge", FORM, twice).await.status, StatusCode::FORBIDDEN);
    let passed = ada.post("/2fa/challenge", &[("csrf", &own), ("code", &code)]).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER, "nothing was lost");
}

#[tokio::test]
async fn a_form_from_elsewhere_counts_for_nothing() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    let csrf = challenge(&mut ada).await.csrf();
    let body = format!("csrf={csrf}&code={}", ada.code(0));
    let from: [&[(&str, &str)]; 9] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://localhost.evil.example")],
        &[("origin", "http://localhost"), ("origin", "https://evil.example")],
        &[("origin", "http://localhost:81"), ("host", "localhost:81")],
        &[
            ("origin", "http://evil.example"),
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
        ],
    ];
    let send = |browser: &Browser, headers: &[(&str, &str)]| {
        let mut request = browser.request("POST", "/2fa/challenge");
        request = request.header(header::ACCEPT, HTML).header(header::CONTENT_TYPE, FORM);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::from(body.clone())).unwrap()
    };
    for headers in from {
        let answer = ada.send(send(&ada.clone(), headers)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    let hidden = [("sec-fetch-site", "same-origin"), ("origin", "null")];
    let passed = ada.send(send(&ada.clone(), &hidden)).await;
    assert_eq!(
        passed.status,
        StatusCode::SEE_OTHER,
        "a browser hides its origin without a referrer"
    );
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_by_what_is_wrong_with_it() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    let csrf = challenge(&mut ada).await.csrf();
    for (media_type, body, status) in [
        (FORM, format!("csrf={csrf}&code=%zz"), 400),
        (FORM, format!("csrf={csrf}&code=%ff"), 400),
        (FORM, "%".to_owned(), 400),
        ("application/json", format!("{{\"csrf\":\"{csrf}\",\"code\":"), 400),
        ("application/json", "[]".to_owned(), 400),
        ("text/plain", format!("csrf={csrf}&code=123456"), 415),
        ("multipart/form-data; boundary=x", "--x--".to_owned(), 415),
        ("", "x".to_owned(), 415),
        (FORM, "x".repeat(65_536), 413),
        (FORM, String::new(), 403),
    ] {
        let answer = ada.post_raw("/2fa/challenge", media_type, body.clone()).await;
        assert_eq!(answer.status.as_u16(), status, "{media_type} {body:.60}");
        assert!(answer.headers.contains_key(header::CONTENT_SECURITY_POLICY));
    }
    for value in ["[\"123456\"]", "123456", "{}", "null", "true"] {
        let body = format!("{{\"csrf\":\"{csrf}\",\"code\":{value}}}");
        let answer = ada.post_raw("/2fa/challenge", "application/json", body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
    }
    for method in ["carrier-pigeon", "email", "totp\0", ""] {
        let answer =
            ada.post("/2fa/challenge", &[("csrf", &csrf), ("code", "1"), ("method", method)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{method:?}");
    }
    assert_eq!(site.calls.so_far(), 0);
}

#[tokio::test]
async fn unknown_pages_and_methods_say_so() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    for uri in ["/2fa/", "/2fa/nowhere", "/2fa/challenge/", "/2fa/assets/x.css", "/2fa/../account"]
    {
        assert_eq!(ada.get(uri).await.status, StatusCode::NOT_FOUND, "{uri}");
    }
    for (method, uri, allowed) in [
        ("PUT", "/2fa/challenge", "GET, HEAD, POST"),
        ("GET", "/2fa/activate/confirm", "POST"),
        ("POST", "/2fa", "GET, HEAD"),
        ("OPTIONS", "/2fa/challenge", "GET, HEAD, POST"),
    ] {
        let answer = ada.send(ada.request(method, uri).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {uri}");
        assert_eq!(answer.headers[header::ALLOW], allowed);
    }
}

#[tokio::test]
async fn a_foreign_or_damaged_device_cookie_is_as_good_as_none() {
    let site = site_over(MemoryStore::default());
    let mut ada = site.half("ada").await;
    let code = ada.code(0);
    ada.answer("/account", &[("code", &code), ("remember", "on")]).await;
    let token = ada.cookies["countersign-device"].clone();
    let mut adam = site.half("adam").await;
    for value in ["", "x", &token[1..], &token[..69], &token.to_uppercase(), &"A".repeat(70)] {
        let mut thief = ada.elsewhere("3");
        thief.cookies.insert("countersign-device".to_owned(), value.to_owned());
        assert_eq!(thief.get("/account").await.status, StatusCode::FOUND, "{value}");
    }
    adam.cookies.insert("countersign-device".to_owned(), token);
    assert_eq!(adam.get("/account").await.status, StatusCode::FOUND, "another user's");
    assert_eq!(site.calls.so_far(), 0);

    ada.signs_in_again("4");
    assert_eq!(ada.get("/account").await.body, "account", "nothing of it harmed the device");
}

#[tokio::test]
async fn while_the_store_is_broken_nothing_is_served_and_nothing_is_lost() {
    let store = BrokenStore::over(SharedStore(Arc::new(MemoryStore::default())));
    let site = site_over(store.clone());
    let mut ada = site.half("ada").await;
    let csrf = challenge(&mut ada).await.csrf();
    let mut verified = ada.elsewhere("1");
    assert_eq!(verified.get("/account").await.body, "account");
    let before = site.calls.so_far();
    let code = ada.code(0);
    for trouble in [Trouble::Gone, Trouble::Silent, Trouble::Corrupt] {
        store.suffer(trouble);
        for uri in ["/account", "/2fa", "/2fa/challenge", "/2fa/activate"] {
            for browser in [&mut ada, &mut verified] {
                let answer = browser.get(uri).await;
                assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{trouble:?} {uri}");
                assert_eq!(answer.headers[header::RETRY_AFTER], "5");
            }
        }
        let answer = ada.post("/2fa/challenge", &[("csrf", &csrf), ("code", &code)]).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{trouble:?}");
    }
    store.suffer(Trouble::Contended);
    let answer = ada.post("/2fa/challenge", &[("csrf", &csrf), ("code", &code)]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "somebody else is always faster");
    assert_eq!(site.calls.so_far(), before);

    store.suffer(Trouble::None);
    let passed = ada.post("/2fa/challenge", &[("csrf", &csrf), ("code", &code)]).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER, "the code was not lost");
}

#[tokio::test]
async fn an_old_key_counts_while_it_is_in_the_ring_and_no_longer() {
    let (one, two) = (ONE.to_owned(), TWO.to_owned());
    let ring = |text: &str| KeyRing::parse(text).unwrap();
    let (clock, store) = (Arc::new(FakeClock::at(BEGIN)), MemoryStore::default());
    let app = |keys: &KeyRing| {
        let second_factor = countersign::SecondFactor::builder("Door", keys, store.clone())
            .clock(clock.clone())
            .build();
        let web = Web::new(second_factor, Origin::parse("http://localhost").unwrap()).unwrap();
        Router::new().route("/account", any(|| async { "account" })).layer(door::layer(web))
    };
    let mut ada = Browser::of(app(&ring(&one)), clock.clone(), "ada", "1");
    ada.activate().await;
    let half = ada.elsewhere("2");
    let rotated = app(&ring(&format!("{two}\n{one}")));
    let mut still = browser_at(&ada, rotated.clone());
    assert_eq!(still.get("/account").await.body, "account", "the mark was made with the old key");
    let mut fresh = browser_at(&half, rotated);
    let code = fresh.code(0);
    let passed = fresh.answer("/account", &[("code", &code)]).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER, "the seed was sealed with the old key");

    // Whatever was used since is sealed with the new key; the mark made before is worth nothing.
    let retired = app(&ring(&two));
    assert_eq!(browser_at(&fresh, retired.clone()).get("/account").await.body, "account");
    assert_eq!(browser_at(&ada, retired).get("/account").await.status, StatusCode::FOUND);
}

fn browser_at(browser: &Browser, app: Router) -> Browser {
    let who = browser.cookies["who"].clone();
    let (subject, session) = who.split_once('.').unwrap();
    let mut moved = Browser::of(app, browser.clock.clone(), subject, session);
    moved.set_up_key = browser.set_up_key.clone();
    moved
}

#[tokio::test]
async fn a_record_whose_key_is_missing_is_a_fault_and_not_nobodys() {
    let (clock, store) = (Arc::new(FakeClock::at(BEGIN)), MemoryStore::default());
    let app = |text: String| {
        let keys = KeyRing::parse(&text).unwrap();
        let second_factor = countersign::SecondFactor::builder("Door", &keys, store.clone())
            .clock(clock.clone())
            .build();
        let web = Web::new(second_factor, Origin::parse("http://localhost").unwrap()).unwrap();
        Router::new().route("/account", any(|| async { "account" })).layer(door::layer(web))
    };
    let mut ada = Browser::of(app(ONE.to_owned()), clock.clone(), "ada", "1");
    ada.activate().await;
    let mut lost = browser_at(&ada.elsewhere("2"), app(TWO.to_owned()));
    let code = lost.code(0);
    let answer = lost.answer("/account", &[("code", &code)]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[test]
fn keys_that_are_missing_short_or_known_are_refused_at_start() {
    assert_eq!(KeyRing::parse("").unwrap_err(), KeyError::Missing);
    assert!(matches!(KeyRing::from_file("/nowhere/keys").unwrap_err(), KeyError::Source(_)));
    assert_eq!(Key::parse("AAECAwQ").unwrap_err(), KeyError::Short(5));
    let clock = Arc::new(FakeClock::at(BEGIN));
    let second_factor = door::second_factor(MemoryStore::default(), &clock).build();
    let reached = Web::new(second_factor.clone(), Origin::parse("https://app.example").unwrap());
    assert!(matches!(reached.unwrap_err(), WebError::ExampleKey));
    assert!(Web::new(second_factor, Origin::parse("http://[::1]:80").unwrap()).is_ok());
}
