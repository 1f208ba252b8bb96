//! The application in Rocket.

use countersign_rocket::SecondFactorFairing;
use rocket::fairing::AdHoc;
use rocket::http::{CookieJar, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, get, routes};

use crate::application::{Users, shown};

struct User;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for User {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let users = request.rocket().state::<Users>().unwrap();
        match session(request.cookies()).and_then(|session| users.signed_in(session)) {
            Some(_) => Outcome::Success(Self),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

fn session<'a>(jar: &'a CookieJar<'_>) -> Option<&'a str> {
    jar.get("session").map(|cookie| cookie.value())
}

#[get("/")]
fn hello_user(_user: User) -> &'static str {
    "hello"
}

#[get("/")]
fn hello() -> &'static str {
    "hello"
}

fn rocket() -> Rocket<Build> {
    let figment = rocket::Config::figment()
        .merge(("log_level", "off"))
        .merge(("port", 0))
        .merge(("workers", 1))
        .merge(("secret_key", vec![7_u8; 64]));
    rocket::custom(figment).attach(AdHoc::on_liftoff("port", |rocket| {
        println!("{}", rocket.config().port);
        Box::pin(async {})
    }))
}

async fn gated() -> Rocket<Build> {
    let users = Users::some();
    let fairing =
        SecondFactorFairing::from_cookies(shown().await, move |jar| users.identify(session(jar)));
    rocket().attach(fairing).mount("/", routes![hello])
}

pub(crate) fn serve(variant: &str) {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let app = match variant {
            "bare" => rocket().manage(Users::some()).mount("/", routes![hello_user]),
            _ => gated().await,
        };
        app.launch().await.unwrap();
    });
}
