//! Wherever a route is, and however it is asked for: no handler runs for somebody whose second factor
//! is due.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

#[path = "site/door.rs"]
mod door;
#[path = "site/gate.rs"]
mod site;

use core::time::Duration;
use std::sync::Arc;

use actix_files::Files;
use actix_web::http::header::{
    ACCEPT, AUTHORIZATION, CACHE_CONTROL, CONNECTION, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION,
    UPGRADE,
};
use actix_web::middleware::NormalizePath;
use actix_web::test::TestRequest;
use actix_web::{App, HttpRequest, HttpResponse, guard, web as route};
use countersign::port::FakeClock;
use countersign_actix::{Recent, Standing};
use door::{Browser, Calls, HTML, browser};
use site::{counted, gate, web};

const METHODS: [&str; 9] =
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"];

const PROTECTED: [&str; 32] = [
    "/page",
    "/page?x=/open",
    "/page/7",
    "/page/open",
    "/only-post",
    "/events",
    "/socket",
    "/scope",
    "/scope/",
    "/scope/page",
    "/scope/nowhere",
    "/scope/inner/page",
    "/scope/inner/nowhere",
    "/files/Cargo.toml",
    "/files/nowhere",
    "/caught/by/anything",
    "/nowhere",
    "/",
    "//open",
    "/./open",
    "/open/../page",
    "/open/a/b",
    "/open/admin",
    "/open/%61dmin",
    "/open/%2e%2e/page",
    "/OPEN",
    "/open/",
    "/open;a=b",
    "/2fa%2fchallenge",
    "/%32fa/challenge",
    "/2FA",
    "/%2Fopen",
];

async fn socket(
    request: HttpRequest,
    body: route::Payload,
    calls: route::Data<Calls>,
) -> actix_web::Result<HttpResponse> {
    calls.count();
    Ok(actix_ws::handle(&request, body)?.0)
}

async fn events(calls: route::Data<Calls>) -> HttpResponse {
    calls.count();
    let event = Ok::<_, actix_web::Error>(route::Bytes::from_static(b"data: 1\n\n"));
    let stream = futures_util::stream::iter([event]);
    HttpResponse::Ok().content_type("text/event-stream").streaming(stream)
}

async fn open(standing: Option<route::ReqData<Standing>>) -> String {
    format!("{:?}", standing.map(route::ReqData::into_inner))
}

/// Every kind of route that actix has.
fn routes(config: &mut route::ServiceConfig, calls: &Calls) {
    let inner = route::scope("/inner").route("/page", counted(calls));
    config
        .app_data(route::Data::new(calls.clone()))
        .service(route::resource("/page").route(counted(calls)))
        .route("/page/{id}", counted(calls))
        .service(route::resource("/only-post").guard(guard::Post()).route(counted(calls)))
        .route("/events", route::get().to(events))
        .route("/socket", route::get().to(socket))
        .service(
            route::scope("/scope")
                .route("", counted(calls))
                .route("/page", counted(calls))
                .service(inner),
        )
        .service(Files::new("/files", env!("CARGO_MANIFEST_DIR")))
        .route("/caught/{rest:.*}", counted(calls))
        .route("/open/admin", counted(calls))
        .route("/open", route::to(open))
        .route("/open/{id}", route::to(|| async { "open" }))
        .default_service(counted(calls));
}

struct Site {
    app: Browser,
    clock: Arc<FakeClock>,
    calls: Calls,
}

async fn everything() -> Site {
    let ((web, clock), calls) = (web(), Calls::default());
    let app = App::new()
        .wrap(gate(&web).open("/open").open("/open/{id}"))
        .configure(|config| routes(config, &calls));
    Site { app: browser(app).await, clock, calls }
}

impl Site {
    /// Every protected address by every method, as a person and as a program.
    async fn try_everything(&self, browser: &mut Browser, page: &str) {
        for uri in PROTECTED {
            for method in METHODS {
                for accept in [HTML, "*/*"] {
                    let request = browser
                        .request(method, uri)
                        .insert_header((ACCEPT, accept))
                        .insert_header(("x-http-method-override", "GET"))
                        .insert_header(("x-original-url", "/open"))
                        .insert_header(("x-rewrite-url", "/open"))
                        .insert_header(("x-forwarded-uri", "/open"))
                        .set_payload("_method=GET");
                    let answer = browser.send(request).await;
                    let named = format!("{method} {uri} {accept}: {}", answer.status);
                    let leads = answer.location().starts_with(page);
                    match (accept, method) {
                        (HTML, "GET" | "HEAD") => assert!(answer.status == 302 && leads, "{named}"),
                        (HTML, _) => assert!(answer.status == 303 && leads, "{named}"),
                        (_, "HEAD") => assert_eq!(answer.status, 401, "{named}"),
                        _ => {
                            assert_eq!(answer.status, 401, "{named}");
                            let error = "\"error\":\"insufficient_user_authentication\"";
                            assert!(answer.body.contains(error), "{named} {}", answer.body);
                        }
                    }
                    assert_eq!(answer.headers.get(CACHE_CONTROL).unwrap(), "no-store", "{named}");
                }
            }
        }
        assert_eq!(self.calls.so_far(), 0);
    }
}

#[actix_web::test]
async fn nothing_is_served_to_who_must_activate() {
    let site = everything().await;
    site.try_everything(&mut site.app.of("ada.1"), "/2fa/activate?ticket=").await;
}

#[actix_web::test]
async fn nothing_is_served_to_who_is_half_signed_in() {
    let site = everything().await;
    let mut ada = site.app.of("ada.1");
    ada.activate("/2fa", &site.clock).await;
    site.try_everything(&mut site.app.of("ada.2"), "/2fa/challenge?ticket=").await;

    for uri in ["/page", "/scope", "/scope/inner/page", "/caught/by/all", "/open/%61dmin", "/none"]
    {
        assert_eq!(ada.get(uri).await.body, "protected", "{uri}");
    }
    assert_eq!(ada.get("/events").await.body, "data: 1\n\n");
    assert_eq!(ada.send(upgrade(&ada)).await.status, 101);
    assert_eq!(ada.get("/files/Cargo.toml").await.status, 200);
    assert_eq!(site.calls.so_far(), 8, "the counter counts");
}

fn upgrade(browser: &Browser) -> TestRequest {
    browser
        .request("GET", "/socket")
        .insert_header((CONNECTION, "Upgrade"))
        .insert_header((UPGRADE, "websocket"))
        .insert_header((SEC_WEBSOCKET_VERSION, "13"))
        .insert_header((SEC_WEBSOCKET_KEY, "dGhlIHNhbXBsZSBub25jZQ=="))
}

#[actix_web::test]
async fn an_upgrade_and_an_event_stream_are_stopped_before_they_open() {
    let site = everything().await;
    site.app.of("ada.1").activate("/2fa", &site.clock).await;
    let mut half = site.app.of("ada.2");
    assert_eq!(half.send(upgrade(&half)).await.status, 401);
    let events = half.request("GET", "/events").insert_header((ACCEPT, "text/event-stream"));
    assert_eq!(half.send(events).await.status, 401);
    assert_eq!(site.calls.so_far(), 0);
}

#[actix_web::test]
async fn an_open_route_is_open_to_everybody_and_knows_who_comes() {
    let site = everything().await;
    let mut ada = site.app.of("ada.1");
    assert_eq!(ada.get("/open").await.body, "Some(Unenrolled)");
    assert_eq!(ada.get("/open/7").await.body, "open");
    assert_eq!(ada.get("/%6fpen").await.body, "Some(Unenrolled)");
    ada.activate("/2fa", &site.clock).await;
    let half = "Some(Enrolled { shown: None, device_remembered: false, may_step_up: true })";
    assert_eq!(site.app.of("ada.2").get("/open").await.body, half);
    assert_eq!(site.app.clone().get("/open").await.body, "None");
}

#[actix_web::test]
async fn what_another_route_answers_at_an_open_address_is_withheld() {
    let (web, _) = web();
    let calls = Calls::default();
    let app = App::new()
        .wrap(gate(&web).open("/open"))
        .service(route::resource("/open").guard(guard::Get()).to(|| async { "open" }))
        .service(route::resource("/{anything}").route(counted(&calls)));
    let mut ada = browser(app).await.of("ada.1");
    assert_eq!(ada.get("/open").await.body, "open");
    let withheld = ada.post("/open", "").await;
    assert_eq!(withheld.status, 503);
    assert!(!withheld.body.contains("protected"));
}

#[actix_web::test]
async fn what_the_default_service_answers_at_an_open_address_is_withheld() {
    let ((web, _), calls) = (web(), Calls::default());
    let app = App::new()
        .wrap(gate(&web).open("/open").open("/files"))
        .service(route::resource("/open").guard(guard::Get()).to(|| async { "open" }))
        .service(Files::new("/files", env!("CARGO_MANIFEST_DIR")))
        .default_service(counted(&calls));
    let mut ada = browser(app).await.of("ada.1");
    assert_eq!(ada.get("/open").await.body, "open");
    assert_eq!(ada.get("/files/Cargo.toml").await.status, 200);
    assert_eq!(ada.post("/open", "").await.status, 503);
}

#[actix_web::test]
async fn what_a_default_service_answers_below_a_scope_is_withheld() {
    for (on_scope, on_app) in [(true, false), (false, true), (true, true)] {
        let ((web, _), calls) = (web(), Calls::default());
        let page = || route::resource("/x").guard(guard::Get()).to(|| async { "open" });
        let mut deep = route::scope("/of/{team}").service(page());
        if on_scope {
            deep = deep.default_service(counted(&calls));
        }
        let files = Files::new("/files", env!("CARGO_MANIFEST_DIR"));
        let mut scope = route::scope("/app").service(page()).service(files).service(deep);
        if on_scope {
            scope = scope.default_service(counted(&calls));
        }
        let opened = ["/app/x", "/app/of/{team}/x", "/app/files"];
        let mut app = App::new().wrap(gate(&web).open_all(opened)).service(scope);
        if on_app {
            app = app.default_service(counted(&calls));
        }
        let mut ada = browser(app).await.of("ada.1");
        for uri in ["/app/x", "/app/of/red/x"] {
            assert_eq!(ada.get(uri).await.body, "open", "{uri}");
            let withheld = ada.post(uri, "").await;
            assert_eq!(withheld.status, 503, "{uri} {on_scope} {on_app}");
            assert!(!withheld.body.contains("protected"), "{uri}");
        }
        assert_eq!(ada.get("/app/files/Cargo.toml").await.status, 200);
    }
}

#[actix_web::test]
async fn nobody_is_left_to_the_application() {
    let site = everything().await;
    let mut nobody = site.app.clone();
    assert_eq!(nobody.get("/page").await.body, "protected");
    assert_eq!(nobody.get("/2fa").await.location(), "/sign-in");
    assert_eq!(nobody.send(nobody.request("OPTIONS", "/page")).await.status, 200);
}

#[actix_web::test]
async fn an_exempt_key_is_not_asked_and_manages_nothing() {
    let site = everything().await;
    let mut key = site.app.clone();
    let with_key = |method: &str, uri: &str| {
        site.app.request(method, uri).insert_header((AUTHORIZATION, "Bearer demo-key"))
    };
    assert_eq!(key.send(with_key("GET", "/page")).await.body, "protected");
    for (method, uri) in [("GET", "/2fa"), ("GET", "/2fa/activate"), ("POST", "/2fa/activate")] {
        assert_eq!(key.send(with_key(method, uri)).await.status, 403, "{uri}");
    }
}

#[actix_web::test]
async fn in_a_scope_the_pages_are_below_its_prefix() {
    let ((web, clock), calls) = (web(), Calls::default());
    let inner = route::scope("/deeper").route("/recent", route::get().to(recent));
    let scope = route::scope("/{tenant}")
        .wrap(gate(&web).open("/{tenant}/open"))
        .route("/page", counted(&calls))
        .route("/open", route::to(|| async { "open" }))
        .service(inner);
    let mut ada = browser(App::new().service(scope)).await.of("ada.1");
    let stopped = ada.get("/app/page?a=b").await;
    assert!(stopped.location().starts_with("/app/2fa/activate?ticket="), "{stopped:?}");
    let page = ada.get(stopped.location()).await;
    assert!(page.body.contains("action=\"/app/2fa/activate\""), "{}", page.body);
    assert!(ada.get("/%61pp/page").await.location().starts_with("/%61pp/2fa/activate?"));
    let elsewhere = ada.get("/%5Celsewhere.example/page").await;
    assert!(elsewhere.location().starts_with("/%5Celsewhere.example/2fa/"), "{elsewhere:?}");
    assert_eq!(ada.get("/app/open").await.body, "open");
    ada.activate("/app/2fa", &clock).await;
    assert_eq!(ada.get("/app/page").await.body, "protected");
    assert_eq!(ada.get("/app/2fa").await.status, 200);
    clock.advance(Duration::from_secs(300));
    let stopped = ada.get("/app/deeper/recent").await;
    assert!(stopped.location().starts_with("/app/2fa/challenge?ticket="), "{stopped:?}");
}

async fn recent(_: Recent<300>) -> &'static str {
    "recent"
}

#[actix_web::test]
async fn the_middleware_twice_asks_once() {
    let ((web, clock), calls) = (web(), Calls::default());
    let app = App::new()
        .wrap(gate(&web))
        .wrap(gate(&web))
        .service(route::scope("/scope").wrap(gate(&web)).route("/page", counted(&calls)));
    let mut ada = browser(app).await.of("ada.1");
    assert!(ada.get("/scope/page").await.location().starts_with("/2fa/activate?"));
    ada.activate("/2fa", &clock).await;
    assert_eq!(ada.get("/scope/page").await.body, "protected");
}

#[actix_web::test]
async fn what_an_outer_middleware_opened_is_not_open_to_an_inner_one() {
    let ((web, clock), calls) = (web(), Calls::default());
    let app =
        App::new().wrap(gate(&web)).wrap(gate(&web).open("/page")).route("/page", counted(&calls));
    let mut ada = browser(app).await.of("ada.1");
    assert!(ada.get("/page").await.location().starts_with("/2fa/activate?"));
    assert_eq!(calls.so_far(), 0);
    ada.activate("/2fa", &clock).await;
    assert_eq!(ada.get("/page").await.body, "protected");
}

#[actix_web::test]
async fn a_path_that_is_normalized_outside_is_the_one_that_counts() {
    let ((web, clock), calls) = (web(), Calls::default());
    let app = App::new()
        .wrap(gate(&web).open("/open"))
        .wrap(NormalizePath::trim())
        .configure(|config| routes(config, &calls));
    let mut ada = browser(app).await.of("ada.1");
    for uri in ["//page", "/page/", "/scope//page", "//scope//inner///page"] {
        assert!(ada.get(uri).await.location().starts_with("/2fa/activate?"), "{uri}");
    }
    assert_eq!(ada.get("//open/").await.body, "Some(Unenrolled)");
    assert_eq!(calls.so_far(), 0);
    ada.activate("//2fa", &clock).await;
    assert_eq!(ada.get("//page/").await.body, "protected");
}

#[actix_web::test]
async fn a_path_that_is_normalized_inside_opens_nothing() {
    let ((web, _), calls) = (web(), Calls::default());
    let app = App::new()
        .wrap(NormalizePath::trim())
        .wrap(gate(&web).open_all(["/open", "/open/{id:.*}"]))
        .configure(|config| routes(config, &calls));
    let mut ada = browser(app).await.of("ada.1");
    for uri in ["//open", "/open/", "/page/", "//page"] {
        let answer = ada.get(uri).await;
        assert!(matches!(answer.status.as_u16(), 302 | 503), "{uri} {answer:?}");
    }
    assert_eq!(calls.so_far(), 0);
}
