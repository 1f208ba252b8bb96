//! The request guards: what a handler asks for that the gate does not.

use core::time::Duration;

use countersign_rocket::{Recent, SignedIn, Verified};
use rocket::fairing::AdHoc;
use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, catch, catchers, get, post, routes};

use crate::site::{Browser, Site, launches};

#[get("/verified")]
fn verified(verified: Verified) -> String {
    verified.principal().key_of().to_owned()
}

#[get("/maybe")]
fn maybe(verified: Option<Verified>) -> (Status, String) {
    (Status::Unauthorized, verified.is_some().to_string())
}

#[get("/signed-in")]
fn signed_in(somebody: SignedIn) -> String {
    somebody.principal().key_of().to_owned()
}

#[get("/recent")]
fn recent(_recent: Recent<300>) -> &'static str {
    "recent"
}

#[post("/recent")]
fn recent_post(_recent: Recent<300>) -> &'static str {
    "recent"
}

trait KeyOf {
    fn key_of(&self) -> &str;
}

impl KeyOf for countersign::subject::Principal {
    fn key_of(&self) -> &str {
        self.subject().key()
    }
}

#[catch(default)]
fn caught() -> (Status, &'static str) {
    (Status::ImATeapot, "caught")
}

#[catch(default)]
fn plain() -> &'static str {
    "caught"
}

fn app(site: &Site) -> Rocket<Build> {
    let mut gate = site.fairing();
    for route in ["verified", "maybe", "signed-in", "recent"] {
        gate = gate.open(&format!("/api/{route}"));
    }
    let late = AdHoc::on_ignite("late", |rocket| async {
        rocket.register("/late", catchers![plain]).mount("/late", routes![recent])
    });
    Site::bare()
        .attach(gate)
        .attach(late)
        .register("/", catchers![caught])
        .register("/api", catchers![caught])
        .mount("/api", routes![verified, maybe, signed_in, recent, recent_post])
        .mount("/closed", routes![recent])
}

#[rocket::async_test]
async fn a_guard_that_refuses_says_where_to_go_whatever_catchers_there_are() {
    let site = Site::new();
    let mut ada = Browser::at(app(&site), &site, "ada.1").await;
    let mut nobody = ada.elsewhere("nobody");
    for uri in ["/api/verified", "/api/recent", "/api/signed-in", "/late/recent"] {
        let stopped = nobody.get(uri).await;
        assert_eq!((stopped.status, stopped.location.as_str()), (302, "/sign-in"), "{uri}");
        assert_eq!(stopped.headers["cache-control"], "no-store");
        assert_eq!(nobody.send(Method::Get, uri, &[], b"").await.status, 401, "{uri}");
    }
    let stopped = ada.get("/api/verified").await;
    assert!(stopped.location.starts_with("/2fa/activate?ticket="), "{}", stopped.location);
    assert_eq!(ada.get("/api/maybe").await.body, "false", "the handler answers for itself");
    ada.activate().await;
    let mut half = ada.elsewhere("ada.2");
    for uri in ["/api/verified", "/api/recent"] {
        let stopped = half.get(uri).await;
        assert!(stopped.location.starts_with("/2fa/challenge?ticket="), "{uri}");
        assert_eq!(half.send(Method::Head, uri, &[], b"").await.status, 401, "{uri}");
    }
    assert_eq!(half.get("/api/signed-in").await.body, "ada");
    assert_eq!(ada.get("/api/verified").await.body, "ada");
    assert_eq!(ada.get("/api/maybe").await.body, "true");
}

#[rocket::async_test]
async fn a_factor_is_recent_for_as_long_as_the_handler_says() {
    let site = Site::new();
    let mut ada = Browser::at(app(&site), &site, "ada.1").await;
    ada.activate().await;
    // The factor was shown a minute ago; five minutes later it is no longer recent.
    assert_eq!(ada.get("/closed/recent").await.body, "recent");
    site.clock.advance(Duration::from_secs(241));
    let stopped = ada.get("/closed/recent").await;
    assert!(stopped.location.starts_with("/2fa/challenge?ticket="), "{}", stopped.location);
    let refused = ada.send(Method::Post, "/api/recent", &[], b"").await;
    assert_eq!(refused.status, 401);
    assert!(refused.headers["www-authenticate"].contains("max_age=\"300\""));
    let passed = ada.passes("/closed/recent", "").await;
    assert_eq!((passed.status, passed.location.as_str()), (303, "/closed/recent"));
    assert_eq!(ada.get("/closed/recent").await.body, "recent");

    let mut bob = ada.elsewhere("bob.1");
    let stopped = bob.get("/closed/recent").await;
    assert!(stopped.location.starts_with("/2fa/activate?ticket="), "{}", stopped.location);
}

/// A guard of the application's, in which Rocket does not see ours.
struct Within;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Within {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let signed_in = request.guard::<SignedIn>().await.map(|_| Self);
        if !signed_in.is_success() {
            return signed_in.map_error(|(status, _)| (status, ()));
        }
        request.guard::<Verified>().await.map(|_| Self).map_error(|(status, _)| (status, ()))
    }
}

#[get("/within")]
fn within(_within: Within) -> &'static str {
    "protected"
}

#[rocket::async_test]
async fn without_the_fairing_nothing_launches_and_nothing_is_served() {
    let site = Site::new();
    for routes in [routes![verified], routes![signed_in], routes![recent]] {
        assert!(!launches(Site::bare().mount("/", routes)).await);
    }
    let app = Site::bare().mount("/", routes![within]);
    let mut ada = Browser::at(app, &site, "ada.1").await;
    assert_eq!(ada.get("/within").await.status, 503);
}
