//! A site with its own sign-in, and every kind of route that a walk meets.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::FakeClock;
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_memory::MemoryStore;
use countersign_rocket::coverage::{Coverage, Report, of};
use countersign_rocket::{BoxError, FirstFactor, Origin, Recent, SecondFactorFairing, Web};
use http::{HeaderMap, HeaderValue, header};
use rocket::fairing::AdHoc;
use rocket::form::{Form, FromForm};
use rocket::fs::FileServer;
use rocket::http::{CookieJar, Status};
use rocket::local::asynchronous::Client;
use rocket::response::Redirect;
use rocket::response::stream::{Event, EventStream};
use rocket::{Build, Data, Request, Rocket, State, get, post, routes};

/// How often protected handlers ran.
#[derive(Clone, Default)]
pub(crate) struct Calls(Arc<AtomicUsize>);

impl Calls {
    pub(crate) fn count(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn so_far(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

pub(crate) fn web() -> Web {
    let second_factor =
        SecondFactor::builder("Coverage", &KeyRing::example(), MemoryStore::default())
            .policy(
                Policy::offered().require(Whom::domain("acme.example")).exempt(SignInKind::ApiKey),
            )
            .clock(Arc::new(FakeClock::at(1_800_000_000)))
            .build();
    let web = Web::builder(second_factor, Origin::parse("http://localhost").unwrap());
    web.sign_in("/sign-in").sign_out("/sign-out").build().unwrap()
}

/// Ids of sign-ins: never the same again.
static SIGN_INS: AtomicUsize = AtomicUsize::new(0);

/// The private cookie `login` is `NONCE USER`, with a new nonce.
fn log_in(jar: &CookieJar<'_>, user: &str) -> SessionId {
    let nonce = SIGN_INS.fetch_add(1, Ordering::SeqCst).to_string();
    jar.add_private(("login", format!("{nonce} {user}")));
    SessionId::new(nonce)
}

fn login(jar: &CookieJar<'_>) -> Option<(String, String)> {
    let login = jar.get_private("login")?;
    login.value().split_once(' ').map(|(nonce, user)| (nonce.to_owned(), user.to_owned()))
}

/// Knows who comes, but below `/blind`.
struct Known;

#[rocket::async_trait]
impl FirstFactor for Known {
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        if request.headers().get_one("authorization") == Some("Bearer key") {
            let robot = Principal::new("robot", SessionId::new("key"));
            return Ok(Some(robot.signed_in_by(SignIn::ApiKey)));
        }
        if request.uri().path().starts_with("/blind") {
            return Ok(None);
        }
        let Some((nonce, user)) = login(request.cookies()) else { return Ok(None) };
        let email = Email::new(user.as_str());
        Ok(Some(Principal::new(user, SessionId::new(nonce)).email(email)))
    }
}

pub(crate) fn fairing(web: &Web) -> SecondFactorFairing {
    let rotate = |jar: &CookieJar<'_>| Ok(login(jar).map(|(_, user)| log_in(jar, &user)));
    SecondFactorFairing::with(web.clone(), Known)
        .rotate_cookie(rotate)
        .open("/leave")
        .open("/public")
}

#[get("/account")]
fn account(calls: &State<Calls>) {
    calls.count();
}

#[get("/leave")]
fn leave(jar: &CookieJar<'_>) -> &'static str {
    jar.remove_private("login");
    "bye"
}

#[get("/transfer")]
fn transfer(_recent: Recent<300>, calls: &State<Calls>) {
    calls.count();
}

#[post("/transfer", format = "json", data = "<_body>")]
fn make_transfer(_recent: Recent<300>, _body: Data<'_>, calls: &State<Calls>) {
    calls.count();
}

#[get("/events")]
fn events() -> EventStream![Event] {
    EventStream! {
        core::future::pending::<()>().await;
        yield Event::data("never");
    }
}

#[get("/users/<id>?<lang>")]
fn user(id: u64, lang: u8) -> Status {
    if id == 42 && lang == 1 { Status::Ok } else { Status::NotFound }
}

#[get("/public")]
fn public() -> &'static str {
    "for everybody"
}

#[get("/sign-in")]
fn sign_in_form() -> &'static str {
    "a form"
}

#[derive(FromForm)]
struct Credentials {
    user: String,
}

#[post("/sign-in", data = "<given>")]
fn sign_in(given: Form<Credentials>, jar: &CookieJar<'_>) -> Redirect {
    log_in(jar, &given.user);
    Redirect::to("/account")
}

#[post("/sign-out")]
fn sign_out(jar: &CookieJar<'_>) -> &'static str {
    leave(jar)
}

#[get("/page")]
fn page(calls: &State<Calls>) {
    calls.count();
}

fn bare(calls: &Calls) -> Rocket<Build> {
    let figment = rocket::Config::figment().merge(("log_level", "off"));
    rocket::custom(figment.merge(("secret_key", vec![7_u8; 64]))).manage(calls.clone())
}

/// The whole site.
pub(crate) fn site(fairing: SecondFactorFairing, calls: &Calls) -> Rocket<Build> {
    let mounts = AdHoc::on_ignite("late", |rocket| async { rocket.mount("/late", routes![page]) });
    let own = routes![account, leave, transfer, make_transfer, events, user, public];
    bare(calls)
        .attach(fairing)
        .attach(mounts)
        .mount("/", own)
        .mount("/", routes![sign_in_form, sign_in, sign_out])
        .mount("/files", FileServer::from(env!("CARGO_MANIFEST_DIR")))
}

/// A site with a part in which nobody is known.
pub(crate) fn site_with_a_blind_part(web: &Web, calls: &Calls) -> Rocket<Build> {
    site(fairing(web), calls).mount("/blind", routes![page])
}

pub(crate) async fn client(site: Rocket<Build>) -> Client {
    Client::untracked(site).await.unwrap()
}

pub(crate) fn coverage<'a>(web: &Web, client: &Client) -> Coverage<'a> {
    of(web, client.rocket())
        .at("/users/<id>?<lang>", "/users/42?lang=1")
        .at("/files/<path..>", "/files/Cargo.toml")
        .open(["/leave", "/public"])
        .sign_in_by_form("/sign-in", "user=ada@acme.example")
}

pub(crate) fn key() -> HeaderMap {
    HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static("Bearer key"))])
}

pub(crate) fn said(report: &Report) -> Vec<String> {
    report.findings().iter().map(ToString::to_string).collect()
}
