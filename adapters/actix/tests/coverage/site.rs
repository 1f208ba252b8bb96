//! A site with its own sign-in and sessions, and every kind of route that a walk meets.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::collections::HashMap;
use std::sync::Arc;

use actix_session::config::CookieContentSecurity;
use actix_session::storage::CookieSessionStore;
use actix_session::{Session, SessionMiddleware};
use actix_web::cookie::Key;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{self as route, Form, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, Route};
use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::FakeClock;
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_actix::coverage::{Coverage, Report};
use countersign_actix::{
    BoxError, FirstFactor, Origin, Recent, RotateSession, SecondFactorMiddleware, Web,
};
use countersign_memory::MemoryStore;
use http::{HeaderMap, HeaderValue, header};

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

    pub(crate) fn counted(&self) -> Route {
        let calls = self.clone();
        route::get().to(move || {
            calls.count();
            async { "protected" }
        })
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

/// Gives a session an id of its own.
fn new_id(session: &Session) -> Result<SessionId, BoxError> {
    let mut id = [0; 16];
    getrandom::fill(&mut id)?;
    let id = data_encoding::HEXLOWER.encode(&id);
    session.renew();
    session.insert("id", &id)?;
    Ok(SessionId::new(id))
}

pub(crate) fn middleware(
    web: &Web,
) -> SecondFactorMiddleware<impl FirstFactor + use<>, impl RotateSession + use<>> {
    let first_factor = |(session, request): (Session, HttpRequest)| async move {
        if request.headers().get(AUTHORIZATION).is_some_and(|key| key == "Bearer key") {
            let robot = Principal::new("robot", SessionId::new("key"));
            return Ok(Some(robot.signed_in_by(SignIn::ApiKey)));
        }
        let Some(user) = session.get::<String>("user")? else { return Ok(None) };
        let id = session.get::<String>("id")?.ok_or("a session without an id")?;
        let email = Email::new(user.as_str());
        Ok(Some(Principal::new(user, SessionId::new(id)).email(email)))
    };
    SecondFactorMiddleware::new(web.clone(), first_factor)
        .rotate_session(|session: Session| async move { new_id(&session).map(Some) })
}

pub(crate) fn sessions() -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), Key::from(&[7; 64]))
        .cookie_secure(false)
        .cookie_content_security(CookieContentSecurity::Private)
        .build()
}

async fn sign_in(session: Session, form: Form<HashMap<String, String>>) -> HttpResponse {
    let Some(user) = form.get("user") else { return HttpResponse::UnprocessableEntity().finish() };
    session.insert("user", user).unwrap();
    new_id(&session).unwrap();
    HttpResponse::SeeOther().insert_header(("location", "/account")).finish()
}

async fn leave(session: Session) -> &'static str {
    session.purge();
    "bye"
}

async fn user(id: Path<u64>) -> HttpResponse {
    if *id == 42 { HttpResponse::Ok().finish() } else { HttpResponse::NotFound().finish() }
}

/// A body that never ends.
async fn events() -> HttpResponse {
    let never = futures_util::stream::pending::<Result<route::Bytes, actix_web::Error>>();
    HttpResponse::Ok().content_type("text/event-stream").streaming(never)
}

/// The routes of a site, without a middleware.
pub(crate) fn routes(calls: &Calls) -> impl FnOnce(&mut ServiceConfig) {
    let (shown, made, calls) = (calls.clone(), calls.clone(), calls.clone());
    let show = move |_: Recent<300>| {
        shown.count();
        async { "a form" }
    };
    let make = move |_: Recent<300>| {
        made.count();
        async { "done" }
    };
    move |app| {
        app.route("/account", calls.counted())
            .route("/leave", route::get().to(leave))
            .service(
                route::resource("/transfer")
                    .route(route::get().to(show))
                    .route(route::post().to(make)),
            )
            .route("/events", route::get().to(events))
            .route("/users/{id:\\d{1,9}}", route::get().to(user))
            .route("/public", route::get().to(|| async { "for everybody" }))
            .route("/sign-in", route::get().to(|| async { "a form" }))
            .route("/sign-in", route::post().to(sign_in))
            .route("/sign-out", route::post().to(leave));
    }
}

pub(crate) const ROUTES: [(&str, &str); 10] = [
    ("GET", "/account"),
    ("GET", "/leave"),
    ("POST", "/sign-out"),
    ("GET", "/transfer"),
    ("POST", "/transfer"),
    ("GET", "/events"),
    ("GET", USER),
    ("GET", "/public"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
];

pub(crate) const USER: &str = r"/users/{id:\d{1,9}}";

pub(crate) fn coverage<'a>(web: &Web) -> Coverage<'a> {
    Coverage::new(web)
        .routes(ROUTES)
        .at(USER, "/users/42")
        .open(["/leave", "/public"])
        .sign_in_by_form("/sign-in", "user=ada@acme.example")
}

pub(crate) fn key() -> HeaderMap {
    HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static("Bearer key"))])
}

pub(crate) fn said(report: &Report) -> Vec<String> {
    report.findings().iter().map(ToString::to_string).collect()
}
