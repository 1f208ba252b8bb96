//! A walk through an axum application finds what is not behind the layer, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

mod errors;
mod site;

use axum::Router;
use axum::body::Bytes;
use axum::response::Redirect;
use axum::routing::{get, post};
use countersign::policy::Policy;
use countersign_tower::coverage::{Coverage, through};
use countersign_tower::{SecondFactorLayer, Verified};
use http::{HeaderValue, Request, header};
use tower_sessions::Session;

use site::{Calls, ROUTES, coverage, good, key, layer, routes, said, sessions, web, web_with};

const GOOD: &str = "
      route        nobody  must activate  half signed in  verified  exempt
GET   /account     200     activation     challenge       200       200
GET   /leave       200     200            200             200       200      open
POST  /sign-out    200     200            200             -         -        open
GET   /transfer    401     activation     challenge       200       refused
POST  /transfer    401     activation     challenge       -         -
GET   /events      200     activation     challenge       200       200
GET   /users/{id}  200     activation     challenge       200       200
GET   /public      200     200            200             200       200      open
GET   /sign-in     200     200            200             200       200      open
POST  /sign-in     422     422            422             -         -        open
";

#[tokio::test]
async fn a_well_placed_layer_passes_and_no_handler_runs_for_who_is_to_be_stopped() {
    let (web, calls, by_the_stopped) = (web(), Calls::default(), Calls::default());
    let send = through(good(&web, &calls));
    let watched = async |request: Request<Bytes>| {
        // Nobody, verified and exempt take anything.
        let may_be_stopped = request.headers()[header::ACCEPT] != "*/*";
        let before = calls.so_far();
        let answer = send(request).await;
        if may_be_stopped && calls.so_far() > before {
            by_the_stopped.count();
        }
        answer
    };
    let report = coverage(&web).exempt(key()).walk(watched).await.unwrap();
    assert_eq!(format!("\n{report}"), GOOD);
    report.assert();
    assert_eq!(by_the_stopped.so_far(), 0);
    assert_eq!(calls.so_far(), 4, "nobody, verified and exempt at /account, verified at /transfer");
}

#[tokio::test]
async fn what_changes_something_runs_for_who_is_verified_only_when_asked_for() {
    for (runs, made) in [(false, 0), (true, 1)] {
        let (web, calls) = (web(), Calls::default());
        let walk = coverage(&web).route("POST", "/transfer");
        let walk = if runs { walk.run_handlers() } else { walk };
        let only = Calls::default();
        let app = good(&web, &calls).route("/unused", only.counted());
        let app = through(app);
        let posts = async |request: Request<Bytes>| {
            let is_transfer = request.method() == "POST" && request.uri() == "/transfer";
            let before = calls.so_far();
            let answer = app(request).await;
            if is_transfer && calls.so_far() > before {
                only.count();
            }
            answer
        };
        walk.walk(posts).await.unwrap().assert();
        // The route was handed over twice.
        assert_eq!(only.so_far(), 2 * made, "{runs}");
    }
}

/// Bob takes the place of whoever sent the form, so the walk has to notice that it is not who it was.
#[tokio::test]
async fn what_a_route_is_sent_can_be_given_and_who_it_changes_is_replaced() {
    let (web, calls) = (web(), Calls::default());
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    let walk = coverage(&web).body("POST", "/sign-in", form, "user=bob@example.org");
    let walk = walk.route("GET", "/account?after").run_handlers();
    let report = walk.walk(through(good(&web, &calls))).await.unwrap();
    report.assert();
    let table = report.to_string();
    let row = "POST  /sign-in        303     303            303             303       open\n";
    let after = "GET   /account?after  200     activation     challenge       200\n";
    assert!(table.contains(&format!("{row}{after}")), "{table}");
}

#[tokio::test]
async fn a_route_that_was_added_after_the_layer_is_found() {
    let (web, calls) = (web(), Calls::default());
    let app = routes(&calls)
        .layer(layer(&web).open("/leave").open("/public"))
        .route("/late", calls.counted())
        .route("/elsewhere", get(|| async { Redirect::to("/sign-in") }))
        .route("/asks", get(|_: Verified| async {}))
        .nest("/admin", Router::new().route("/users/{id}", post(|| async {})))
        .layer(sessions());
    let walk = coverage(&web)
        .routes([("GET", "/late"), ("GET", "/elsewhere"), ("GET", "/asks")])
        .route("POST", "/admin/users/{id}");
    let report = walk.walk(through(app)).await.unwrap();
    let said = said(&report);
    assert_eq!(said.len(), 4, "{report}");
    for (said, status, route) in [
        (&said[0], 200, "GET /late"),
        (&said[1], 303, "GET /elsewhere"),
        (&said[3], 200, "POST /admin/users/{id}"),
    ] {
        let begins = format!(
            "{route} is not protected: must activate got {status}, half signed in got {status}. Is it \
             outside of Countersign (in axum, added after the layer)"
        );
        assert!(said.starts_with(&begins), "{said}");
    }
    assert!(said[2].starts_with("GET /asks is broken: must activate got 503"), "{}", said[2]);
    assert!(said[2].contains("a handler takes `Verified` on a route that is not behind"));
    let row =
        "GET   /late              200     200            200             200       NOT PROTECTED";
    assert!(report.to_string().contains(row), "{report}");
}

#[tokio::test]
#[should_panic(expected = "GET /account is not protected: must activate got 200")]
async fn a_route_that_was_opened_by_mistake_fails_the_test() {
    let (web, calls) = (web(), Calls::default());
    let layer = layer(&web).open("/leave").open("/public").open("/account");
    let app = routes(&calls).layer(layer).layer(sessions());
    coverage(&web).walk(through(app)).await.unwrap().assert();
}

#[tokio::test]
async fn a_part_whose_sessions_are_inside_of_the_layer_is_found() {
    let (web, calls) = (web(), Calls::default());
    // Its own sessions, which its own first factor reads too early and takes for nobody's.
    let early = SecondFactorLayer::from_parts(web.clone(), |parts| {
        assert!(parts.extensions.get::<Session>().is_none());
        Ok(None)
    });
    let inner = Router::new().route("/page", calls.counted()).layer(sessions()).layer(early);
    let app = routes(&calls)
        .layer(layer(&web).open("/leave").open("/public"))
        .layer(sessions())
        .nest("/inner", inner);
    let report = coverage(&web).route("GET", "/inner/page").walk(through(app)).await.unwrap();
    let [said] = &said(&report)[..] else { panic!("{report}") };
    assert!(said.starts_with("GET /inner/page is not protected: must activate got 200"), "{said}");
    assert!(said.contains("Nobody got the same") && said.contains("sessions inside"), "{said}");
}

#[tokio::test]
async fn the_list_of_open_routes_is_the_exact_one() {
    let (web, calls) = (web(), Calls::default());
    let walk = coverage(&web).open(["/account", "/accuont"]).route("GET", "/nowhere");
    let report = walk.open(["/nowhere"]).walk(through(good(&web, &calls))).await.unwrap();
    let said = said(&report);
    assert_eq!(said.len(), 4, "{report}");
    assert!(said[0].starts_with(
        "GET /account is not open: must activate got activation, half signed in got challenge. Open it"
    ));
    assert!(said[1].starts_with("GET /nowhere was not reached: verified got 404 at /nowhere"));
    assert!(said[2].starts_with("GET /nowhere is not open"), "{}", said[2]);
    assert!(said[3].starts_with("/accuont is listed as open, but is the path of no route"));
}

#[tokio::test]
async fn a_route_that_was_not_reached_has_not_been_walked() {
    let (web, calls) = (web(), Calls::default());
    let app = good(&web, &calls).route("/late", calls.counted());
    let walk = coverage(&web)
        .at("/users/{id}", "/users/7")
        .routes([("PUT", "/account"), ("PUT", "/late")]);
    let report = walk.walk(through(app)).await.unwrap();
    let said = said(&report);
    assert_eq!(said.len(), 3, "{report}");
    assert_eq!(
        said[0],
        "GET /users/{id} was not reached: verified got 404 at /users/7. Give an address that is there \
         with `.at(\"/users/{id}\", …)`, or take the route off the list."
    );
    assert!(said[1].starts_with("PUT /account was not reached: nobody got 405 at /account"));
    assert!(said[1].contains("add `.run_handlers()`"), "{}", said[1]);
    // It is not behind the layer either, but nobody can tell.
    assert!(said[2].starts_with("PUT /late was not reached: nobody got 405 at /late"));
}

#[tokio::test]
async fn who_is_stopped_though_nothing_more_is_asked_of_them_is_told_of() {
    let (web, other, calls) = (web(), web(), Calls::default());
    let part = Router::new().route("/part", calls.counted()).layer(layer(&other));
    let app = routes(&calls)
        .merge(part)
        .layer(layer(&web).open("/leave").open("/public"))
        .layer(sessions());
    let report = coverage(&web).route("GET", "/part").walk(through(app)).await.unwrap();
    let [said] = &said(&report)[..] else { panic!("{report}") };
    assert!(said.starts_with("GET /part stops people of whom nothing more is asked"), "{said}");
    assert!(said.contains("verified got activation"), "{said}");
}

#[tokio::test]
async fn what_is_said_to_be_exempt_and_is_not_is_told_of() {
    let (web, calls) = (web_with(Policy::required()), Calls::default());
    let walk = coverage(&web).exempt(key());
    let report = walk.walk(through(good(&web, &calls))).await.unwrap();
    let said = said(&report);
    assert_eq!(said.len(), 4, "{report}");
    assert!(said.iter().all(|said| said.contains("exempt got refused")), "{report}");
}

#[tokio::test]
async fn a_nested_layer_is_walked_below_its_prefix() {
    let (web, calls) = (web(), Calls::default());
    let inner = routes(&calls).merge(countersign_tower::routes(&web));
    let inner = inner.layer(layer(&web).open("/leave").open("/public"));
    let app = Router::new().nest("/app", inner).layer(sessions());
    let below = |route: &str| format!("/app{route}");
    let walk = Coverage::new(&web)
        .below("/app")
        .routes(ROUTES.map(|(method, route)| (method, below(route))))
        .at("/app/users/{id}", "/app/users/42")
        .open(["/app/leave", "/app/public"])
        .sign_in_by_form("/app/sign-in", "user=ada@acme.example");
    let report = walk.walk(through(app)).await.unwrap();
    assert!(report.to_string().contains("activation"), "{report}");
    report.assert();
}
