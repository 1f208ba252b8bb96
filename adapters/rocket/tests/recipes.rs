//! The recipes of the README, run against Rocket's own private cookies.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]
#![expect(clippy::needless_pass_by_value, reason = "Rocket gives a handler its guards by value")]

use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::policy::Policy;
use countersign::port::FakeClock;
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_rocket::{Origin, SecondFactorFairing, SignedIn, Verified, Web};
use rocket::http::{Accept, ContentType, Cookie, CookieJar, Status};
use rocket::local::asynchronous::Client;
use rocket::request::{FromRequest, Outcome};
use rocket::response::Redirect;
use rocket::{Build, Request, Rocket, get, routes};

fn web() -> Web {
    let second_factor =
        SecondFactor::builder("Recipes", &KeyRing::example(), MemoryStore::default())
            .policy(Policy::required())
            .clock(Arc::new(FakeClock::at(1_800_000_000)))
            .build();
    let origin = Origin::parse("http://localhost").unwrap();
    let own =
        "{% extends 'base.html' %}{% block main %}<h1>Ours: {{ page.csrf }}</h1>{% endblock %}";
    Web::builder(second_factor, origin).template("activate.html", own).build().unwrap()
}

#[get("/account")]
fn account(verified: Verified) -> String {
    verified.principal().label().to_owned()
}

#[get("/greeting")]
fn greeting(somebody: SignedIn) -> String {
    format!("{} {:?}", somebody.principal().label(), somebody.standing())
}

#[get("/sign-in/<user>")]
fn sign_in(jar: &CookieJar<'_>, user: &str) -> Redirect {
    jar.add_private(("login", format!("{} {user}", nonce())));
    Redirect::to("/account")
}

/// A new one each time; that of an application is random.
fn nonce() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

fn login(jar: &CookieJar<'_>) -> Option<(String, String)> {
    let login = jar.get_private("login")?;
    login.value().split_once(' ').map(|(nonce, user)| (nonce.to_owned(), user.to_owned()))
}

fn app(countersign: SecondFactorFairing) -> Rocket<Build> {
    let figment =
        rocket::Config::figment().merge(("log_level", "off")).merge(("secret_key", vec![7_u8; 64]));

    rocket::custom(figment)
        .attach(countersign.open_all(["/sign-in/<user>", "/greeting"]))
        .mount("/", routes![account, greeting, sign_in])
}

/// A site whose private cookie holds a nonce.
fn with_private_cookies() -> Rocket<Build> {
    app(SecondFactorFairing::from_cookies(web(), |jar| {
        let Some((nonce, user)) = login(jar) else { return Ok(None) };
        Ok(Some(Principal::new(user, SessionId::new(nonce))))
    })
    .rotate_cookie(|jar| {
        let Some((_, user)) = login(jar) else { return Ok(None) };
        let nonce = nonce().to_string();
        jar.add_private(("login", format!("{nonce} {user}")));
        Ok(Some(SessionId::new(nonce)))
    }))
}

/// The same through a request guard.
struct Login {
    nonce: String,
    user: String,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Login {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match login(request.cookies()) {
            Some((nonce, user)) => Outcome::Success(Self { nonce, user }),
            None => Outcome::Forward(Status::Unauthorized),
        }
    }
}

/// A request guard that gives the session a new nonce.
struct Renewed {
    nonce: String,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Renewed {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Some((_, user)) = login(request.cookies()) else {
            return Outcome::Forward(Status::Unauthorized);
        };
        let nonce = nonce().to_string();
        request.cookies().add_private(("login", format!("{nonce} {user}")));
        Outcome::Success(Self { nonce })
    }
}

fn guarded() -> SecondFactorFairing {
    SecondFactorFairing::new(web(), |login: Login| async move {
        Ok(Some(Principal::new(login.user, SessionId::new(login.nonce))))
    })
}

fn with_a_request_guard() -> Rocket<Build> {
    app(guarded()
        .rotate_session(|renewed: Renewed| async move { Ok(Some(SessionId::new(renewed.nonce))) }))
}

struct Answer {
    status: Status,
    location: String,
    body: String,
}

async fn get(ada: &Client, uri: &str) -> Answer {
    read(ada.get(uri.to_owned()).header(Accept::HTML).dispatch().await).await
}

async fn post(ada: &Client, uri: &str, form: String) -> Answer {
    let request = ada.post(uri.to_owned()).header(Accept::HTML).header(ContentType::Form);
    read(request.body(form).dispatch().await).await
}

async fn read(response: rocket::local::asynchronous::LocalResponse<'_>) -> Answer {
    let status = response.status();
    let location = response.headers().get_one("location").unwrap_or_default().to_owned();
    Answer { status, location, body: response.into_string().await.unwrap_or_default() }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split(before).nth(1).unwrap().split(after).next().unwrap()
}

/// The code of a set-up key at the hour of the test, from the arithmetic alone.
fn code(key: &str) -> String {
    let secret = data_encoding::BASE32_NOPAD.decode(key.as_bytes()).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(1_800_000_000).to_string()
}

fn cookie(ada: &Client) -> Cookie<'static> {
    ada.cookies().get("login").unwrap().clone()
}

/// Signs in and goes as far as the answer to the code of the activation. Says what the session was
/// until then.
async fn activated(ada: &Client) -> (Answer, Cookie<'static>) {
    assert_eq!(get(ada, "/account").await.status, Status::Unauthorized, "nobody is signed in");

    assert_eq!(get(ada, "/sign-in/ada").await.status, Status::SeeOther);
    let stopped = get(ada, "/account").await;
    assert_eq!(stopped.status, Status::Found);
    assert_eq!(get(ada, "/greeting").await.body, "ada Some(Unenrolled)");

    let page = get(ada, &stopped.location).await;
    let csrf = between(&page.body, "Ours: ", "<");
    let page = post(ada, "/2fa/activate", format!("csrf={csrf}")).await;
    assert_eq!(page.status, Status::Ok, "{}", page.body);
    let code = code(between(&page.body, "secret=", "&"));
    let csrf = between(&page.body, "name=\"csrf\" value=\"", "\"");
    let before = cookie(ada);
    (post(ada, "/2fa/activate/confirm", format!("csrf={csrf}&code={code}")).await, before)
}

async fn the_whole_way(app: Rocket<Build>) {
    let ada = Client::tracked(app).await.unwrap();
    let (page, before) = activated(&ada).await;
    assert_eq!(page.status, Status::Ok, "{}", page.body);

    assert_ne!(cookie(&ada).value(), before.value(), "the session has a new id");
    assert_eq!(get(&ada, "/account").await.body, "ada");
    let planted = ada.get("/account").cookie(before).dispatch().await;
    assert_eq!(planted.status(), Status::Unauthorized, "the old id is worth nothing");
}

#[rocket::async_test]
async fn private_cookies() {
    the_whole_way(with_private_cookies()).await;
}

#[rocket::async_test]
async fn a_request_guard() {
    the_whole_way(with_a_request_guard()).await;
}

/// A request guard that has no session to renew.
struct Nothing;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Nothing {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        Outcome::Forward(Status::NotFound)
    }
}

#[rocket::async_test]
async fn a_rotation_whose_guard_forwards_is_a_fault_and_the_session_has_shown_nothing() {
    let app = app(guarded().rotate_session(|_: Nothing| async { Ok(None) }));
    let ada = Client::tracked(app).await.unwrap();
    let (page, before) = activated(&ada).await;
    assert_eq!(page.status, Status::ServiceUnavailable);
    assert_eq!(cookie(&ada).value(), before.value());
    assert_eq!(get(&ada, "/account").await.status, Status::Found);
}

/// A session that cannot be read.
struct Gone;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Gone {
    type Error = &'static str;

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, &'static str> {
        Outcome::Error((Status::Unauthorized, "the session store is gone"))
    }
}

#[rocket::async_test]
async fn where_the_session_cannot_be_read_nothing_is_served() {
    let app = app(SecondFactorFairing::new(web(), |_: Gone| async { Ok(None) }));
    let nobody = Client::tracked(app).await.unwrap();
    for uri in ["/account", "/2fa", "/nowhere"] {
        let answer = get(&nobody, uri).await;
        assert_eq!(answer.status, Status::ServiceUnavailable, "{uri}");
        assert!(!answer.body.contains("gone"), "nothing inside reaches the client");
    }
}
