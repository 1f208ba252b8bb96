//! A walk through an actix-web application finds what is not behind the middleware, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

mod site;

use actix_session::SessionExt as _;
use actix_web::http::header::LOCATION;
use actix_web::middleware::from_fn;
use actix_web::test::init_service;
use actix_web::{App, HttpMessage as _, HttpResponse, web as route};
use bytes::Bytes;
use countersign::subject::{Email, Principal, SessionId};
use countersign_actix::coverage::{Coverage, through};
use countersign_actix::{SecondFactorMiddleware, Verified};
use http::{Request, header};

use site::{Calls, ROUTES, USER, coverage, key, middleware, routes, said, sessions, web};

const GOOD: &str = r"
      route                nobody  must activate  half signed in  verified  exempt
GET   /account             200     activation     challenge       200       200
GET   /leave               200     200            200             200       200      open
POST  /sign-out            200     200            200             -         -        open
GET   /transfer            401     activation     challenge       200       refused
POST  /transfer            401     activation     challenge       -         -
GET   /events              200     activation     challenge       200       200
GET   /users/{id:\d{1,9}}  200     activation     challenge       200       200
GET   /public              200     200            200             200       200      open
GET   /sign-in             200     200            200             200       200      open
POST  /sign-in             422     422            422             -         -        open
";

#[actix_web::test]
async fn a_well_placed_middleware_passes_and_no_handler_runs_for_who_is_to_be_stopped() {
    let (web, calls, by_the_stopped) = (web(), Calls::default(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public");
    let app = App::new().wrap(gate).wrap(sessions()).configure(routes(&calls));
    let send = through(init_service(app).await);
    let watched = async |request: Request<Bytes>| {
        // Nobody, verified and exempt take anything.
        let may_be_stopped = request.headers().get(header::ACCEPT).unwrap() != "*/*";
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

#[actix_web::test]
async fn what_is_outside_of_the_middleware_is_found() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/app/leave").open("/app/public");
    let to_sign_in =
        || async { HttpResponse::SeeOther().insert_header((LOCATION, "/sign-in")).finish() };
    let app = App::new()
        .wrap(sessions())
        .service(route::scope("/app").wrap(gate).configure(routes(&calls)))
        .route("/late", calls.counted())
        .route("/elsewhere", route::get().to(to_sign_in))
        .route("/asks", route::get().to(|_: Verified| async { "" }))
        .service(route::scope("/admin").route("/users/{id}", route::post().to(|| async { "" })));
    let app = init_service(app).await;
    let user = format!("/app{USER}");
    let walk = Coverage::new(&web)
        .below("/app")
        .routes(ROUTES.map(|(method, route)| (method, format!("/app{route}"))))
        .at(user, "/app/users/42")
        .open(["/app/leave", "/app/public"])
        .sign_in_by_form("/app/sign-in", "user=ada@acme.example")
        .routes([("GET", "/late"), ("GET", "/elsewhere"), ("GET", "/asks")])
        .route("POST", "/admin/users/{id}");
    let report = walk.walk(through(&app)).await.unwrap();
    let [late, elsewhere, asks, admin] = &said(&report)[..] else { panic!("{report}") };
    for (said, status, route) in [
        (late, 200, "GET /late"),
        (elsewhere, 303, "GET /elsewhere"),
        (admin, 200, "POST /admin/users/{id}"),
    ] {
        let begins = format!(
            "{route} is not protected: must activate got {status}, half signed in got {status}. Is it \
             outside of Countersign"
        );
        assert!(said.starts_with(&begins), "{said}");
    }
    assert!(asks.starts_with("GET /asks is broken: must activate got 503"), "{asks}");
    assert!(asks.contains("a handler takes `Verified` on a route that is not behind"), "{asks}");
}

#[actix_web::test]
#[should_panic(expected = "GET /account is not protected: must activate got 200")]
async fn a_route_that_was_opened_by_mistake_fails_the_test() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public").open("/account");
    let app = App::new().wrap(gate).wrap(sessions()).configure(routes(&calls));
    coverage(&web).walk(through(init_service(app).await)).await.unwrap().assert();
}

/// The session of a scope is read inside of the middleware that the application has: everybody is
/// nobody, in the whole of it.
#[actix_web::test]
async fn sessions_in_a_scope_inside_of_the_middleware_are_told_of() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public");
    let inside = route::scope("").wrap(sessions()).configure(routes(&calls));
    let app = init_service(App::new().wrap(gate).service(inside)).await;
    let error = coverage(&web).walk(through(&app)).await.unwrap_err().to_string();
    assert!(error.starts_with("must activate is nobody to Countersign"), "{error}");
    assert!(error.contains("such as the sessions, outside of Countersign?"), "{error}");
}

/// What the middleware of a scope would have to be told before it runs.
struct Read(String);

/// The same in one scope of two: where sessions come from a function, no type tells of them.
#[actix_web::test]
async fn a_scope_whose_sessions_are_inside_of_its_middleware_is_found() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public");
    let second = SecondFactorMiddleware::from_request_head(web.clone(), |request| {
        let read = request.extensions().get::<Read>().map(|read| read.0.clone());
        let ada =
            |id| Principal::new("ada", SessionId::new(id)).email(Email::new("ada@acme.example"));
        Ok(read.map(ada))
    });
    let reads =
        from_fn(|request: actix_web::dev::ServiceRequest, next: actix_web::middleware::Next<_>| {
            let id = request.get_session().get::<String>("id").unwrap();
            if let Some(id) = id {
                request.extensions_mut().insert(Read(id));
            }
            next.call(request)
        });
    let scope = route::scope("/scope").wrap(reads).wrap(second).route("/page", calls.counted());
    let rest = route::scope("").wrap(gate).configure(routes(&calls));
    let app = App::new().wrap(sessions()).service(scope).service(rest);
    let app = init_service(app).await;
    let report = coverage(&web).route("GET", "/scope/page").walk(through(&app)).await.unwrap();
    let [said] = &said(&report)[..] else { panic!("{report}") };
    assert!(said.starts_with("GET /scope/page is not protected: must activate got 200"), "{said}");
    assert!(said.contains("Nobody got the same") && said.contains("sessions inside"), "{said}");
}

/// What our middleware sees in the types, it answers with 503; that is not what it is there for.
#[actix_web::test]
async fn a_scope_that_answers_503_is_told_of() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public");
    let scope = route::scope("/scope").wrap(sessions()).wrap(middleware(&web));
    let scope = scope.route("/page", calls.counted());
    let rest = route::scope("").wrap(gate).configure(routes(&calls));
    let app = init_service(App::new().wrap(sessions()).service(scope).service(rest)).await;
    let report = coverage(&web).route("GET", "/scope/page").walk(through(&app)).await.unwrap();
    let [said] = &said(&report)[..] else { panic!("{report}") };
    assert!(said.starts_with("GET /scope/page is broken: must activate got 503"), "{said}");
}

#[actix_web::test]
async fn the_lists_are_the_exact_ones() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public");
    let app = App::new().wrap(gate).wrap(sessions()).configure(routes(&calls));
    let app = init_service(app).await;
    let walk = coverage(&web).open(["/account", "/accuont"]).at(USER, "/users/7");
    let report = walk.walk(through(&app)).await.unwrap();
    let [not_open, not_reached, unknown] = &said(&report)[..] else { panic!("{report}") };
    assert!(
        not_open.starts_with("GET /account is not open: must activate got activation"),
        "{report}"
    );
    assert!(not_reached.contains("was not reached: verified got 404 at /users/7"), "{report}");
    assert!(
        unknown.starts_with("/accuont is listed as open, but is the path of no route"),
        "{report}"
    );
}

#[actix_web::test]
async fn an_application_may_sign_people_in_itself_and_have_its_handlers_run() {
    let (web, calls) = (web(), Calls::default());
    let gate = middleware(&web).open("/leave").open("/public");
    let app = App::new().wrap(gate).wrap(sessions()).configure(routes(&calls));
    let app = init_service(app).await;
    let own = async || {
        let form = [("user", "ada@acme.example")];
        let request = actix_web::test::TestRequest::post().uri("/sign-in").set_form(form);
        let answer = actix_web::test::call_service(&app, request.to_request()).await;
        let cookie = answer.headers().get("set-cookie").unwrap().to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap();
        [(header::COOKIE, cookie.parse().unwrap())].into_iter().collect()
    };
    let report = coverage(&web).sign_in(own).run_handlers().walk(through(&app)).await.unwrap();
    report.assert();
    assert!(
        report
            .to_string()
            .contains("POST  /transfer            401     activation     challenge       200")
    );
}
