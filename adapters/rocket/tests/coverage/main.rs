//! A walk through a Rocket application finds what is not behind the fairing, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]
#![expect(clippy::needless_pass_by_value, reason = "Rocket gives a handler its guards by value")]

mod site;

use bytes::Bytes;
use countersign_rocket::coverage::{of, through};
use http::{Request, header};

use site::{Calls, client, coverage, fairing, key, said, site, site_with_a_blind_part, web};

const GOOD: &str = "
      route               nobody  must activate  half signed in  verified  exempt
GET   /account            200     activation     challenge       200       200
GET   /events             200     activation     challenge       200       200
GET   /files/<path..>     200     activation     challenge       200       200
GET   /late/page          200     activation     challenge       200       200
GET   /leave              200     200            200             200       200      open
GET   /public             200     200            200             200       200      open
GET   /sign-in            200     200            200             200       200      open
POST  /sign-in            422     422            422             -         -        open
POST  /sign-out           200     200            200             -         -        open
GET   /transfer           401     activation     challenge       200       refused
POST  /transfer           401     activation     challenge       -         -
GET   /users/<id>?<lang>  200     activation     challenge       200       200
";

/// The routes are Rocket's own list of them: with what other fairings mount, and without ours.
#[rocket::async_test]
async fn a_site_behind_the_fairing_passes_and_no_handler_runs_for_who_is_to_be_stopped() {
    let (web, calls, by_the_stopped) = (web(), Calls::default(), Calls::default());
    let client = client(site(fairing(&web), &calls)).await;
    let send = through(&client);
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
    let report = coverage(&web, &client).exempt(key()).walk(watched).await.unwrap();
    assert_eq!(format!("\n{report}"), GOOD);
    report.assert();
    assert_eq!(by_the_stopped.so_far(), 0);
    assert_eq!(calls.so_far(), 7, "three each at /account and /late/page, verified at /transfer");
}

#[rocket::async_test]
async fn what_changes_something_runs_for_who_is_verified_only_when_asked_for() {
    let (web, calls) = (web(), Calls::default());
    let client = client(site(fairing(&web), &calls)).await;
    let report = coverage(&web, &client).run_handlers().walk(through(&client)).await.unwrap();
    report.assert();
    assert_eq!(calls.so_far(), 6, "nobody and verified at two pages, verified twice at /transfer");
}

#[rocket::async_test]
#[should_panic(expected = "GET /account is not protected: must activate got 200")]
async fn a_route_that_was_opened_by_mistake_fails_the_test() {
    let (web, calls) = (web(), Calls::default());
    let client = client(site(fairing(&web).open("/account"), &calls)).await;
    coverage(&web, &client).walk(through(&client)).await.unwrap().assert();
}

#[rocket::async_test]
async fn a_part_in_which_the_first_factor_sees_nobody_is_found() {
    let (web, calls) = (web(), Calls::default());
    let client = client(site_with_a_blind_part(&web, &calls)).await;
    let report = coverage(&web, &client).walk(through(&client)).await.unwrap();
    let [said] = &said(&report)[..] else { panic!("{report}") };
    assert!(said.starts_with("GET /blind/page is not protected: must activate got 200"), "{said}");
    assert!(said.contains("the first factor sees nobody there"), "{said}");
}

#[rocket::async_test]
async fn the_list_of_open_routes_is_the_exact_one() {
    let (web, calls) = (web(), Calls::default());
    let client = client(site(fairing(&web), &calls)).await;
    let walk = coverage(&web, &client).open(["/account", "/users/<id>", "/accuont"]);
    let report = walk.walk(through(&client)).await.unwrap();
    let [account, user, unknown] = &said(&report)[..] else { panic!("{report}") };
    assert!(account.starts_with("GET /account is not open: must activate got activation"));
    assert!(user.starts_with("GET /users/<id>?<lang> is not open"), "{user}");
    assert!(unknown.starts_with("/accuont is listed as open, but is the path of no route"));
}

#[rocket::async_test]
async fn a_route_that_was_not_reached_has_not_been_walked() {
    let (web, calls) = (web(), Calls::default());
    let client = client(site(fairing(&web), &calls)).await;
    let walk = of(&web, client.rocket()).open(["/leave", "/public"]);
    let walk = walk.sign_in_by_form("/sign-in", "user=ada@acme.example");
    let report = walk.walk(through(&client)).await.unwrap();
    let [file, user] = &said(&report)[..] else { panic!("{report}") };
    let begins = "GET /users/<id>?<lang> was not reached: verified got 404 at /users/1?lang=1. Give an \
                  address that is there with `.at(\"/users/<id>?<lang>\", …)`";
    assert!(user.starts_with(begins), "{user}");
    assert!(file.starts_with("GET /files/<path..> was not reached: verified got 404 at /files/1"));
}

#[rocket::async_test]
async fn a_walk_as_somebody_who_is_nobody_says_so() {
    let (web, calls) = (web(), Calls::default());
    let client = client(site(fairing(&web), &calls)).await;
    let walk = coverage(&web, &client).sign_in(async || key());
    let error = walk.walk(through(&client)).await.unwrap_err().to_string();
    assert!(error.contains("but is a key or service: let somebody sign in"), "{error}");
    let walk = coverage(&web, &client).sign_in(async || http::HeaderMap::new());
    let error = walk.walk(through(&client)).await.unwrap_err().to_string();
    assert!(error.starts_with("must activate is nobody to Countersign"), "{error}");
}
