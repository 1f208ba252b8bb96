//! The extractors as a second gate, a first factor that fails, and what goes through the middleware.

#[path = "site/door.rs"]
mod door;
#[path = "site/gate.rs"]
mod site;

use core::time::Duration;
use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE, WWW_AUTHENTICATE};
use actix_web::{App, HttpResponse, web as route};
use countersign_actix::{Recent, SecondFactorMiddleware, SignedIn, Verified};
use door::{Calls, browser};
use site::{counted, gate, web};
use tokio::sync::Notify;

async fn recent(_: Recent<300>) -> &'static str {
    "recent"
}

#[actix_web::test]
async fn without_the_middleware_the_extractors_let_no_handler_run() {
    let calls = Calls::default();
    let (one, two, three) = (calls.clone(), calls.clone(), calls.clone());
    let app = App::new()
        .route(
            "/signed-in",
            route::get().to(move |_: SignedIn| {
                one.count();
                async { "" }
            }),
        )
        .route(
            "/verified",
            route::get().to(move |_: Verified| {
                two.count();
                async { "" }
            }),
        )
        .route(
            "/recent",
            route::get().to(move |_: Recent<300>| {
                three.count();
                async { "" }
            }),
        )
        .route(
            "/maybe",
            route::get().to(|v: Option<Verified>| async move { v.is_some().to_string() }),
        );
    let mut bob = browser(app).await.of("bob.1");
    for uri in ["/signed-in", "/verified", "/recent"] {
        assert_eq!(bob.get(uri).await.status, 503, "{uri}");
    }
    assert_eq!(bob.get("/maybe").await.body, "false");
    assert_eq!(calls.so_far(), 0);
}

#[actix_web::test]
async fn the_extractors_are_a_second_gate_on_open_routes() {
    let (web, clock) = web();
    let gate = gate(&web).open_all(["/verified", "/recent", "/maybe", "/signed-in"]);
    let app = App::new()
        .wrap(gate)
        .route("/verified", route::get().to(|_: Verified| async { "verified" }))
        .route("/recent", route::to(recent))
        .route(
            "/signed-in",
            route::get().to(|who: SignedIn| async move { who.principal().label().to_owned() }),
        )
        .route(
            "/maybe",
            route::get().to(|v: Option<Verified>| async move { v.is_some().to_string() }),
        );
    let nobody = browser(app).await;
    let mut ada = nobody.of("ada.1");
    for uri in ["/verified", "/recent"] {
        assert!(ada.get(uri).await.location().starts_with("/2fa/activate"), "{uri}");
        assert_eq!(nobody.clone().get(uri).await.location(), "/sign-in", "{uri}");
    }
    assert_eq!(ada.get("/maybe").await.body, "false");
    ada.activate("/2fa", &clock).await;
    let mut half = nobody.of("ada.2");
    for uri in ["/verified", "/recent"] {
        assert!(half.get(uri).await.location().starts_with("/2fa/challenge"), "{uri}");
    }
    assert_eq!(half.get("/signed-in").await.body, "ada@acme.example");
    assert_eq!(ada.get("/verified").await.body, "verified");
    assert_eq!(ada.get("/maybe").await.body, "true");

    // The factor was shown a minute ago; five minutes later it is no longer recent.
    assert_eq!(ada.get("/recent").await.body, "recent");
    clock.advance(Duration::from_secs(241));
    let refused = ada.send(ada.request("POST", "/recent")).await;
    assert_eq!(refused.status, 401);
    let authenticate = refused.headers.get(WWW_AUTHENTICATE).unwrap().to_str().unwrap();
    assert!(authenticate.contains("max_age=\"300\""), "{authenticate}");
    let passed = ada.passes("/recent", &clock, "").await;
    assert_eq!((passed.status.as_u16(), passed.location()), (303, "/recent"));
    assert_eq!(ada.get("/recent").await.body, "recent");
}

#[actix_web::test]
async fn a_first_factor_that_cannot_be_read_is_a_fault_and_not_nobody() {
    let ((web, _), calls) = (web(), Calls::default());
    let broken = SecondFactorMiddleware::from_request_head(web.clone(), |_| {
        Err("the session store is gone".into())
    });
    let missing = SecondFactorMiddleware::new(web, |_: route::ReqData<String>| async { Ok(None) });
    let broken = browser(App::new().wrap(broken).default_service(counted(&calls))).await;
    let missing = browser(App::new().wrap(missing).default_service(counted(&calls))).await;
    for site in [broken, missing] {
        for uri in ["/page", "/2fa", "/2fa/challenge"] {
            let answer = site.of("ada.1").get(uri).await;
            assert_eq!(answer.status, 503, "{uri}");
            assert!(!answer.body.contains("session store"), "nothing inside reaches the client");
        }
    }
    assert_eq!(calls.so_far(), 0);
}

#[actix_web::test]
async fn bodies_pass_untouched_and_long_ones_stop_at_our_pages() {
    let (web, clock) = web();
    let echo = route::to(|body: route::Payload| async move { HttpResponse::Ok().streaming(body) });
    let mut ada = browser(App::new().wrap(gate(&web)).route("/echo", echo)).await.of("ada.1");
    ada.activate("/2fa", &clock).await;
    let long = "x".repeat(3 << 20);
    let echoed = ada.post("/echo", &long).await;
    assert!(echoed.body == long, "{} bytes", echoed.body.len());
    assert_eq!(ada.post("/2fa/challenge", &long).await.status, 413);
}

#[actix_web::test]
async fn a_renewed_device_cookie_joins_the_application_s_own_and_is_kept_from_caches() {
    let (web, clock) = web();
    let page = || async {
        HttpResponse::Ok()
            .append_header((SET_COOKIE, "a=1"))
            .append_header((SET_COOKIE, "b=2"))
            .append_header((CACHE_CONTROL, "public"))
            .append_header((CONTENT_TYPE, "text/plain"))
            .body("page")
    };
    let app = App::new().wrap(gate(&web)).route("/page", route::get().to(page));
    let mut ada = browser(app).await.of("ada.1");
    ada.activate("/2fa", &clock).await;
    ada.cookies.insert("who".to_owned(), "ada.2".to_owned());
    assert_eq!(ada.passes("/page", &clock, "&remember=on").await.status, 303);
    assert!(ada.cookies.contains_key(web.cookie_name()));
    ada.cookies.insert("who".to_owned(), "ada.3".to_owned());
    let remembered = ada.get("/page").await;
    assert_eq!(remembered.body, "page");
    let set: Vec<_> = remembered.headers.get_all(SET_COOKIE).collect();
    assert_eq!(
        (set.len(), &set[0], &set[1]),
        (3, &&"a=1".parse().unwrap(), &&"b=2".parse().unwrap())
    );
    assert_eq!(remembered.headers.get(CACHE_CONTROL).unwrap(), "no-store");
}

#[actix_web::test]
async fn who_does_not_wait_for_the_answer_is_counted_all_the_same() {
    let (web, _) = web();
    let calls = Calls::default();
    let (begun, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (says, waits, counting) = (Arc::clone(&begun), Arc::clone(&go), calls.clone());
    let slow = SecondFactorMiddleware::new(web, move |()| {
        let (says, waits, calls) = (Arc::clone(&says), Arc::clone(&waits), counting.clone());
        async move {
            says.notify_one();
            waits.notified().await;
            calls.count();
            Ok(None)
        }
    });
    let mut ada = browser(App::new().wrap(slow)).await.of("ada.1");
    tokio::select! {
        biased;
        _ = ada.post("/2fa/challenge", "code=1") => panic!("answered before it was let"),
        () = begun.notified() => {}
    }
    assert_eq!(calls.so_far(), 0, "still at it");
    go.notify_one();
    for _ in 0..6_000 {
        if calls.so_far() == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("a page that nobody waits for was not answered to its end");
}
