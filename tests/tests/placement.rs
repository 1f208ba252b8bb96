//! Wherever a route is, and however it is asked for: no handler runs for somebody whose second factor
//! is due.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed"
)]

use core::time::Duration;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, WebSocketUpgrade};
use axum::routing::{any, get, post_service};
use countersign::port::FakeClock;
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, BEGIN, Browser, Calls, HTML};
use countersign_tower::{Open, Recent, SignedIn, Standing, Verified, Web, routes};
use http::{StatusCode, header};

const METHODS: [&str; 10] =
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO"];

struct Site {
    app: Router,
    clock: Arc<FakeClock>,
    calls: Calls,
}

fn counted(calls: &Calls) -> axum::routing::MethodRouter {
    let calls = calls.clone();
    any(move || async move {
        calls.count();
        "protected"
    })
}

fn web(clock: &Arc<FakeClock>) -> Web {
    door::web(door::second_factor(MemoryStore::default(), clock).build())
}

/// Every kind of route that axum has.
fn site() -> Site {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let web = web(&clock);
    let gate = door::layer(web).open_all(["/open", "/open/{id}"]);
    let upgraded = calls.clone();
    let socket = get(move |upgrade: WebSocketUpgrade| async move {
        upgraded.count();
        upgrade.on_upgrade(|_| async {})
    });
    let nested = Router::new().route("/page", counted(&calls)).route("/", counted(&calls));
    let app = Router::new()
        .route("/page", counted(&calls))
        .route("/page/{id}", counted(&calls))
        .route("/socket", socket)
        .route("/only-post", post_service(counted(&calls)))
        .nest("/nested", nested)
        .nest_service("/service", counted(&calls))
        .route_service("/route-service", counted(&calls))
        .merge(Router::new().route("/merged", counted(&calls)))
        .route(
            "/open",
            get(|standing: Option<Extension<Standing>>| async move {
                format!("{:?}", standing.map(|Extension(standing)| standing))
            }),
        )
        .route("/open/{id}", get(|| async { "open" }))
        .fallback(counted(&calls))
        .layer(gate.clone())
        .merge(Router::new().route("/logo", get(|| async { "open" })).layer(gate).layer(Open));
    Site { app, clock, calls }
}

const PROTECTED: [&str; 24] = [
    "/page",
    "/page?x=/open",
    "/page/7",
    "/page/open",
    "/socket",
    "/only-post",
    "/nested",
    "/nested/",
    "/nested/page",
    "/nested/nowhere",
    "/service/a/b",
    "/route-service",
    "/merged",
    "/nowhere",
    "/",
    "//open",
    "/./open",
    "/open/../page",
    "/open/a/b",
    "/OPEN",
    "/%6fpen",
    "/open;a=b",
    "/2fa%2fchallenge",
    "/2FA",
];

impl Site {
    fn browser(&self, who: &str) -> Browser {
        Browser::of(self.app.clone(), self.clock.clone(), who, "1")
    }

    /// Every protected address by every method, as a person and as a program.
    async fn try_everything(&self, browser: &mut Browser, page: &str) {
        for uri in PROTECTED {
            for method in METHODS {
                for accept in [HTML, "*/*"] {
                    let request = browser
                        .request(method, uri)
                        .header(header::ACCEPT, accept)
                        .header("x-http-method-override", "GET")
                        .header("x-original-url", "/open")
                        .header("x-rewrite-url", "/open")
                        .header("x-forwarded-uri", "/open")
                        .body(Body::from("_method=GET"))
                        .unwrap();
                    let answer = browser.send(request).await;
                    let named = format!("{method} {uri} {accept}: {}", answer.status);
                    let leads = answer.location().starts_with(page);
                    match (accept, method) {
                        (HTML, "GET" | "HEAD") => assert!(answer.status == 302 && leads, "{named}"),
                        (HTML, _) => assert!(answer.status == 303 && leads, "{named}"),
                        (_, "HEAD") => assert_eq!(answer.status, 401, "{named}"),
                        _ => {
                            assert_eq!(answer.status, 401, "{named}");
                            let error = answer.json()["error"].clone();
                            assert_eq!(error, "insufficient_user_authentication", "{named}");
                        }
                    }
                    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{named}");
                }
            }
        }
        assert_eq!(self.calls.so_far(), 0);
    }
}

#[tokio::test]
async fn nothing_is_served_to_who_must_activate() {
    let site = site();
    site.try_everything(&mut site.browser("ada"), "/2fa/activate?ticket=").await;
}

#[tokio::test]
async fn nothing_is_served_to_who_is_half_signed_in() {
    let site = site();
    let mut ada = site.browser("ada");
    ada.activate().await;
    site.try_everything(&mut ada.elsewhere("2"), "/2fa/challenge?ticket=").await;

    assert_eq!(ada.get("/page").await.body, "protected");
    assert_eq!(site.calls.so_far(), 1, "the counter counts");
}

#[tokio::test]
async fn an_upgrade_and_an_event_stream_are_stopped_before_they_open() {
    let site = site();
    let mut ada = site.browser("ada");
    ada.activate().await;
    let half = ada.elsewhere("2");
    let upgrade = |browser: &Browser| {
        browser
            .request("GET", "/socket")
            .header(header::CONNECTION, "Upgrade")
            .header(header::UPGRADE, "websocket")
            .header(header::SEC_WEBSOCKET_VERSION, "13")
            .header(header::SEC_WEBSOCKET_KEY, "dGhlIHNhbXBsZSBub25jZQ==")
            .body(Body::empty())
            .unwrap()
    };
    assert_eq!(half.clone().send(upgrade(&half)).await.status, StatusCode::UNAUTHORIZED);
    let events = half.request("GET", "/page").header(header::ACCEPT, "text/event-stream");
    let events = events.body(Body::empty()).unwrap();
    assert_eq!(half.clone().send(events).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.calls.so_far(), 0);
}

#[tokio::test]
async fn an_open_route_is_open_to_everybody_and_knows_who_comes() {
    let site = site();
    let mut ada = site.browser("ada");
    assert_eq!(ada.get("/open").await.body, "Some(Unenrolled)");
    assert_eq!(ada.get("/open/7").await.body, "open");
    assert_eq!(ada.get("/logo").await.body, "open");
    ada.activate().await;
    let half = "Some(Enrolled { shown: None, device_remembered: false, may_step_up: true })";
    assert_eq!(ada.elsewhere("2").get("/open").await.body, half);
    ada.cookies.clear();
    assert_eq!(ada.get("/open").await.body, "None");
}

#[tokio::test]
async fn nobody_is_left_to_the_application() {
    let site = site();
    let mut nobody = site.browser("ada");
    nobody.cookies.clear();
    assert_eq!(nobody.get("/page").await.body, "protected");
    let preflight = nobody.request("OPTIONS", "/page").header(header::ORIGIN, "https://b.example");
    let preflight = preflight.header(header::ACCESS_CONTROL_REQUEST_METHOD, "PUT");
    let preflight = preflight.body(Body::empty()).unwrap();
    assert_eq!(nobody.send(preflight).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_exempt_key_is_not_asked_and_manages_nothing() {
    let site = site();
    let mut key = site.browser("ada");
    key.cookies.clear();
    let request = |method: &str, uri: &str| {
        let request = http::Request::builder().method(method).uri(uri);
        request.header(header::AUTHORIZATION, "Bearer demo-key").body(Body::empty()).unwrap()
    };
    assert_eq!(key.send(request("GET", "/page")).await.body, "protected");
    for (method, uri) in [("GET", "/2fa"), ("GET", "/2fa/activate"), ("POST", "/2fa/activate")] {
        assert_eq!(key.send(request(method, uri)).await.status, StatusCode::FORBIDDEN, "{uri}");
    }
}

#[tokio::test]
async fn inside_nest_the_pages_are_below_the_prefix() {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let web = web(&clock);
    let inner =
        Router::new().route("/page", counted(&calls)).merge(routes(&web)).layer(door::layer(web));
    let app = Router::new().nest("/app", inner);
    let mut ada = Browser::of(app, clock, "ada", "1");
    let stopped = ada.get("/app/page?a=b").await;
    assert!(stopped.location().starts_with("/app/2fa/activate?ticket="), "{}", stopped.location());
    let page = ada.get(stopped.location()).await;
    assert!(page.body.contains("action=\"/app/2fa/activate\""), "{}", page.body);
    let page = ada.post("/app/2fa/activate", &[("csrf", &page.csrf())]).await;
    ada.set_up_key = door::set_up_key(&page.body);
    let (csrf, code) = (page.csrf(), ada.code(0));
    let codes = ada.post("/app/2fa/activate/confirm", &[("csrf", &csrf), ("code", &code)]).await;
    assert!(codes.body.contains("href=\"/app/page?a=b\""), "{}", codes.body);
    assert_eq!(ada.get("/app/page").await.body, "protected");
    assert_eq!(ada.get("/app/2fa").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_extractor_deeper_in_a_nest_leads_to_the_pages_of_the_layer() {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let inner = Router::new()
        .route("/recent", get(|_: Recent<300>| async { "recent" }))
        .route("/verified", get(|_: Verified| async { "verified" }));
    let app = Router::new().nest("/app", inner).layer(door::layer(web(&clock)));
    let mut bob = Browser::of(app, clock, "bob", "1");
    let stopped = bob.get("/app/recent").await;
    assert!(stopped.location().starts_with("/2fa/activate?ticket="), "{}", stopped.location());
    assert_eq!(bob.get(stopped.location()).await.status, StatusCode::OK);
    bob.cookies.clear();
    assert_eq!(bob.get("/app/verified").await.location(), "/sign-in");
}

#[tokio::test]
async fn a_key_that_is_asked_for_a_recent_factor_is_led_nowhere() {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let counted = calls.clone();
    let recent = any(move |_: Recent<300>| async move { counted.count() });
    let app = Router::new().route("/recent", recent).layer(door::layer(web(&clock)));
    let mut key = Browser::of(app, clock, "ada", "1");
    let request = http::Request::get("/recent").header(header::AUTHORIZATION, "Bearer demo-key");
    let refused = key.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["next"]), (401, &serde_json::Value::Null));
    assert_eq!(calls.so_far(), 0);
}

#[tokio::test]
async fn the_layer_twice_asks_once() {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let gate = door::layer(web(&clock));
    let app = Router::new().route("/page", counted(&calls)).layer(gate.clone()).layer(gate);
    let mut ada = Browser::of(app, clock, "ada", "1");
    assert_eq!(ada.get("/page").await.status, StatusCode::FOUND);
    ada.activate().await;
    assert_eq!(ada.get("/page").await.body, "protected");
}

#[tokio::test]
async fn a_route_added_after_the_layer_stays_shut_if_its_handler_asks() {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let counted = calls.clone();
    let late = get(move |_: Verified| async move { counted.count() });
    let app = Router::new().layer(door::layer(web(&clock))).route("/late", late);
    let mut ada = Browser::of(app, clock, "bob", "1");
    assert_eq!(ada.get("/late").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(calls.so_far(), 0);
}

#[tokio::test]
async fn the_extractors_are_a_second_gate_on_open_routes() {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let (one, two) = (calls.clone(), calls.clone());
    let app = Router::new()
        .route("/verified", get(move |_: Verified| async move { one.count() }))
        .route("/recent", any(move |_: Recent<300>| async move { two.count() }))
        .route("/signed-in", get(|who: SignedIn| async move { who.principal().label().to_owned() }))
        .route(
            "/maybe",
            get(|verified: Option<Verified>| async move { verified.is_some().to_string() }),
        )
        .layer(
            door::layer(web(&clock))
                .open("/verified")
                .open("/recent")
                .open("/maybe")
                .open("/signed-in"),
        );
    let mut ada = Browser::of(app, clock.clone(), "ada", "1");
    for uri in ["/verified", "/recent"] {
        assert!(ada.get(uri).await.location().starts_with("/2fa/activate"), "{uri}");
        let mut nobody = ada.clone();
        nobody.cookies.clear();
        assert_eq!(nobody.get(uri).await.location(), "/sign-in", "{uri}");
    }
    assert_eq!(ada.get("/maybe").await.body, "false");
    ada.activate().await;
    let mut half = ada.elsewhere("2");
    for uri in ["/verified", "/recent"] {
        assert!(half.get(uri).await.location().starts_with("/2fa/challenge"), "{uri}");
    }
    assert_eq!(half.get("/signed-in").await.body, "ada@acme.example");
    assert_eq!(calls.so_far(), 0);
    assert_eq!(ada.get("/verified").await.status, StatusCode::OK);
    assert_eq!(ada.get("/maybe").await.body, "true");

    // The factor was shown a minute ago; five minutes later it is no longer recent.
    assert_eq!(ada.get("/recent").await.status, StatusCode::OK);
    clock.advance(Duration::from_secs(241));
    let stopped = ada.get("/recent").await;
    assert!(stopped.location().starts_with("/2fa/challenge?ticket="), "{}", stopped.location());
    let program = ada.request("POST", "/recent").body(Body::empty()).unwrap();
    let refused = ada.send(program).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["max_age"]), (401, &300.into()));
    let authenticate = refused.headers[header::WWW_AUTHENTICATE].to_str().unwrap();
    assert!(authenticate.contains("max_age=\"300\""), "{authenticate}");

    let passed = ada.passes("/recent").await;
    assert_eq!((passed.status.as_u16(), passed.location()), (303, "/recent"));
    assert_eq!(ada.get("/recent").await.status, StatusCode::OK);
    assert_eq!(calls.so_far(), 3);
}

#[tokio::test]
async fn an_exempt_person_is_led_to_activate_where_a_recent_factor_is_asked_for() {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let app = Router::new()
        .route("/recent", get(|_: Recent<300>| async { "recent" }))
        .layer(door::layer(web(&clock)));
    let mut bob = Browser::of(app, clock, "bob", "1");
    let stopped = bob.get("/recent").await;
    assert!(stopped.location().starts_with("/2fa/activate?ticket="), "{}", stopped.location());
    bob.activate().await;
    assert_eq!(bob.get("/recent").await.body, "recent");
}

#[tokio::test]
async fn a_first_factor_that_cannot_be_read_is_a_fault_and_not_nobody() {
    let (clock, calls) = (Arc::new(FakeClock::at(BEGIN)), Calls::default());
    let web = web(&clock);
    let broken = countersign_tower::SecondFactorLayer::from_parts(web.clone(), |_| {
        Err("the session store is gone".into())
    });
    let without_its_layer =
        countersign_tower::SecondFactorLayer::new(web, |_: Extension<String>| async { Ok(None) });
    for app in [
        Router::new().route("/page", counted(&calls)).layer(broken),
        Router::new().route("/page", counted(&calls)).layer(without_its_layer),
    ] {
        let mut ada = Browser::of(app, clock.clone(), "ada", "1");
        for uri in ["/page", "/2fa", "/2fa/challenge"] {
            let answer = ada.get(uri).await;
            assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{uri}");
            assert_eq!(answer.headers[header::RETRY_AFTER], "5");
            assert!(!answer.body.contains("session store"), "nothing inside reaches the client");
        }
    }
    assert_eq!(calls.so_far(), 0);
}

#[tokio::test]
async fn bodies_pass_untouched_and_long_ones_stop_at_our_pages() {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let echo = any(|body: Body| async move { body });
    let app = Router::new().route("/echo", echo).layer(door::layer(web(&clock)));
    let mut ada = Browser::of(app, clock, "ada", "1");
    ada.activate().await;
    let long = "x".repeat(3 << 20);
    let echoed = ada.post_raw("/echo", "text/plain", long.clone()).await;
    assert!(echoed.body == long, "{} bytes", echoed.body.len());
    let refused = ada.post_raw("/2fa/challenge", "text/plain", long).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
}
