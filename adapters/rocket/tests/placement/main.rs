//! Wherever a route is, and however it is asked for: no handler runs for somebody whose second factor
//! is due.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed"
)]
#![expect(clippy::needless_pass_by_value, reason = "Rocket gives a handler its guards by value")]

mod faults;
mod guards;
mod site;
mod wire;

use rocket::http::Method;

use site::{Browser, HTML, METHODS, Site, counted, launches};

const PROTECTED: [&str; 31] = [
    "/page",
    "/page?x=/open",
    "/page/7",
    "/page/open",
    "/early",
    "/late",
    "/deep/1/b",
    "/deep/1/b/c/d",
    "/nested",
    "/nested/",
    "/nested/more/page",
    "/nested/nowhere",
    "/late-mount/page",
    "/files/Cargo.toml",
    "/files/nowhere",
    "/fallback/open",
    "/search?q=1",
    "/only-post",
    "/events",
    "/socket",
    "/echo",
    "/api/nowhere",
    "/nowhere",
    "/",
    "/open/seven",
    "/open/7/8",
    "/shadow/7",
    "/OPEN",
    "/open;a=b",
    "/2fa%2fchallenge",
    "/2FA",
];

/// Every protected address by every method, as a person and as a program.
async fn try_everything(site: &Site, browser: &mut Browser, page: &str) {
    let uris = PROTECTED.into_iter().chain(["/legacy"]);
    for uri in uris {
        for method in METHODS {
            for accept in [HTML, "*/*"] {
                let headers = [
                    ("accept", accept),
                    ("x-http-method-override", "GET"),
                    ("x-original-url", "/open"),
                    ("x-rewrite-url", "/open"),
                    ("x-forwarded-uri", "/open"),
                ];
                let answer = browser.send(method, uri, &headers, b"_method=GET").await;
                let named = format!("{method} {uri} {accept}: {}", answer.status);
                let leads = answer.location.starts_with(page);
                let reads = matches!(method, Method::Get | Method::Head) || uri == "/legacy";
                match (accept, reads) {
                    (HTML, true) => assert!(answer.status == 302 && leads, "{named}"),
                    (HTML, false) => assert!(answer.status == 303 && leads, "{named}"),
                    _ => {
                        assert_eq!(answer.status, 401, "{named}");
                        let said = answer.body.contains("insufficient_user_authentication");
                        assert!(said || method == Method::Head, "{named}");
                    }
                }
                assert_eq!(answer.headers["cache-control"], "no-store", "{named}");
            }
        }
    }
    assert_eq!(site.calls.so_far(), 0);
}

#[rocket::async_test]
async fn nothing_is_served_to_who_must_activate() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    try_everything(&site, &mut ada, "/2fa/activate?ticket=").await;
}

#[rocket::async_test]
async fn nothing_is_served_to_who_is_half_signed_in() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    ada.activate().await;
    try_everything(&site, &mut ada.elsewhere("ada.2"), "/2fa/challenge?ticket=").await;

    assert_eq!(ada.get("/page").await.body, "protected");
    assert_eq!(ada.get("/early").await.body, "protected");
    assert_eq!(ada.get("/late").await.body, "protected");
    assert_eq!(ada.get("/open/seven").await.body, "seven");
    assert_eq!(ada.send(Method::Head, "/page", &[], b"").await.status, 200);
    assert_eq!(site.calls.so_far(), 5, "the counter counts");
    assert!(ada.get("/files/Cargo.toml").await.body.contains("countersign-rocket"));
    assert!(ada.get("/events").await.body.contains("protected"));
    let nowhere = ada.get("/nowhere").await;
    assert_eq!(nowhere.status, 404);
    assert!(nowhere.body.starts_with("nothing at /nowhere; Some(Enrolled"), "{}", nowhere.body);
    assert_eq!(ada.get("/api/nowhere").await.body, "caught 404 Not Found");
}

#[rocket::async_test]
async fn the_method_that_a_form_names_is_the_one_that_counts() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    for form in ["_method=get&x=1", "_method=delete", "_method=connect"] {
        let answer = ada.post("/page", form).await;
        assert!(matches!(answer.status, 302 | 303), "{form}: {}", answer.status);
    }
    assert_eq!(site.calls.so_far(), 0);
}

#[rocket::async_test]
async fn an_open_route_is_open_to_everybody_and_knows_who_comes() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    assert_eq!(ada.get("/open").await.body, "Some(Unenrolled)");
    assert_eq!(ada.get("/open/7").await.body, "open 7");
    assert_eq!(ada.get("/sign-in?next=/page").await.body, "sign in Some(\"/page\")");
    assert_eq!(ada.post("/sign-out", "").await.body, "signed out");
    assert_eq!(ada.send(Method::Head, "/open", &[("accept", HTML)], b"").await.status, 200);
    assert_eq!(ada.post("/open", "").await.status, 303, "another method");
    ada.activate().await;
    let half = "Some(Enrolled { shown: None, device_remembered: false, may_step_up: true })";
    assert_eq!(ada.elsewhere("ada.2").get("/open").await.body, half);
    ada.cookies.clear();
    assert_eq!(ada.get("/open").await.body, "None");
}

#[rocket::async_test]
async fn an_open_route_that_forwards_leads_to_another_gate() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    assert_eq!(ada.get("/open/7").await.body, "open 7");
    assert_eq!(ada.get("/open/seven").await.status, 302);
    // Between these two there is no rank for another gate.
    assert_eq!(ada.get("/shadow/7").await.status, 302);
    assert_eq!(ada.get("/shadow/seven").await.status, 302);
    assert_eq!(site.calls.so_far(), 0);
}

#[rocket::async_test]
async fn nobody_is_left_to_the_application() {
    let site = Site::new();
    let mut nobody = Browser::at(site.app(), &site, "nobody").await;
    assert_eq!(nobody.get("/page").await.body, "protected");
    let preflight = [("origin", "https://b.example"), ("access-control-request-method", "PUT")];
    assert_eq!(nobody.send(Method::Options, "/page", &preflight, b"").await.status, 200);
    assert_eq!(nobody.get("/nowhere").await.body, "nothing at /nowhere; None");
    assert_eq!(nobody.get("/2fa").await.location, "/sign-in");
}

#[rocket::async_test]
async fn an_exempt_key_is_not_asked_and_manages_nothing() {
    let site = Site::new();
    let mut key = Browser::at(site.app(), &site, "nobody").await;
    let headers = [("authorization", "Bearer demo-key")];
    assert_eq!(key.send(Method::Get, "/page", &headers, b"").await.body, "protected");
    for (method, uri) in
        [(Method::Get, "/2fa"), (Method::Get, "/2fa/activate"), (Method::Post, "/2fa/activate")]
    {
        assert_eq!(key.send(method, uri, &headers, b"").await.status, 403, "{uri}");
    }
}

#[rocket::async_test]
async fn a_route_of_the_rank_of_the_gate_does_not_launch() {
    let site = Site::new();
    for rank in [isize::MIN, -100] {
        let routes = counted(&site.calls, "/first", Some(rank));
        let app = Site::bare().attach(site.fairing()).mount("/", routes);
        assert_eq!(launches(app).await, rank != isize::MIN, "{rank}");
    }
}

#[rocket::async_test]
async fn bodies_pass_untouched_and_long_ones_stop_at_our_pages() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    ada.activate().await;
    let long = "x".repeat(3 << 20);
    let kind = [("content-type", "text/plain"), ("accept", HTML)];
    let echoed = ada.send(Method::Post, "/echo", &kind, long.as_bytes()).await;
    assert!(echoed.body == long, "{} bytes", echoed.body.len());
    let refused = ada.send(Method::Post, "/2fa/challenge", &kind, long.as_bytes()).await;
    assert_eq!(refused.status, 413);
    let mut half = ada.elsewhere("ada.2");
    assert_eq!(half.send(Method::Post, "/echo", &kind, long.as_bytes()).await.status, 303);
    assert_eq!(site.calls.so_far(), 1);
}

#[rocket::async_test]
async fn a_device_that_stands_in_is_given_its_next_token_with_the_answer_of_the_application() {
    let site = Site::new();
    let mut ada = Browser::at(site.app(), &site, "ada.1").await;
    ada.activate().await;
    ada.cookies.insert("who".to_owned(), "ada.2".to_owned());
    let passed = ada.passes("/page", "&remember=on").await;
    assert_eq!((passed.status, passed.location.as_str()), (303, "/page"));
    let token = ada.cookies["countersign-device"].clone();
    ada.cookies.insert("who".to_owned(), "ada.3".to_owned());
    let answer = ada.get("/page").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "protected"));
    assert_ne!(ada.cookies["countersign-device"], token);
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert!(ada.get("/2fa").await.body.contains("This device"), "our pages know it by the jar");
}
