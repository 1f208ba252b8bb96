//! The recipes of the README, run against the real session crates: actix-session, and actix-identity
//! on top of it.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

#[path = "site/door.rs"]
mod door;

use std::collections::BTreeMap;

use actix_identity::{Identity, IdentityMiddleware};
use actix_session::{Session, SessionMiddleware, storage::CookieSessionStore};
use actix_web::cookie::Key;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{App, HttpMessage as _, HttpRequest, HttpResponse, web as route};
use countersign::policy::Policy;
use countersign::subject::{Principal, SessionId};
use countersign_actix::{BoxError, SecondFactorMiddleware, SignedIn, Verified, Web};
use door::{Browser, between, browser};

fn web() -> Web {
    let (second_factor, _) = door::second_factor(Policy::required());
    let origin = countersign_actix::Origin::parse("http://localhost").unwrap();
    let own =
        "{% extends 'base.html' %}{% block main %}<h1>Ours: {{ page.csrf }}</h1>{% endblock %}";
    Web::builder(second_factor, origin).template("activate.html", own).build().unwrap()
}

fn new_id(session: &Session) -> Result<SessionId, BoxError> {
    let mut id = [0; 16];
    getrandom::fill(&mut id)?;
    let id = data_encoding::HEXLOWER.encode(&id);
    session.renew();
    session.insert("id", &id)?;
    Ok(SessionId::new(id))
}

fn id(session: &Session) -> Result<SessionId, BoxError> {
    match session.get::<String>("id")? {
        Some(id) => Ok(SessionId::new(id)),
        None => new_id(session),
    }
}

async fn account(verified: Verified) -> String {
    verified.principal().label().to_owned()
}

async fn greeting(somebody: SignedIn) -> String {
    format!("{} {:?}", somebody.principal().label(), somebody.standing())
}

fn to_account() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, "/account")).finish()
}

/// Signs in as before there was a second factor: the session has no id.
async fn sign_in(session: Session, user: route::Path<String>) -> HttpResponse {
    session.insert("user", user.into_inner()).unwrap();
    to_account()
}

async fn identify(request: HttpRequest, user: route::Path<String>) -> HttpResponse {
    Identity::login(&request.extensions(), user.into_inner()).unwrap();
    to_account()
}

fn sessions() -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), Key::from(&[7; 64]))
        .cookie_secure(false)
        .build()
}

async fn with_actix_session() -> Browser {
    let countersign = SecondFactorMiddleware::new(web(), |session: Session| async move {
        let Some(user) = session.get::<String>("user")? else { return Ok(None) };
        Ok(Some(Principal::new(user, id(&session)?)))
    })
    .rotate_session(|session: Session| async move { new_id(&session).map(Some) })
    .open("/sign-in/{user}")
    .open("/greeting");
    browser(
        App::new()
            .wrap(countersign)
            .wrap(sessions())
            .route("/account", route::get().to(account))
            .route("/greeting", route::get().to(greeting))
            .route("/sign-in/{user}", route::get().to(sign_in)),
    )
    .await
}

async fn with_actix_identity() -> Browser {
    let countersign = SecondFactorMiddleware::new(
        web(),
        |(user, session): (Option<Identity>, Session)| async move {
            let Some(user) = user else { return Ok(None) };
            Ok(Some(Principal::new(user.id()?, id(&session)?)))
        },
    )
    .rotate_session(|session: Session| async move { new_id(&session).map(Some) })
    .open("/sign-in/{user}")
    .open("/greeting");
    browser(
        App::new()
            .wrap(countersign)
            .wrap(IdentityMiddleware::default())
            .wrap(sessions())
            .route("/account", route::get().to(account))
            .route("/greeting", route::get().to(greeting))
            .route("/sign-in/{user}", route::get().to(identify)),
    )
    .await
}

async fn the_whole_way(mut ada: Browser) {
    let nobody = ada.get("/account").await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED, "nobody is signed in");

    assert_eq!(ada.get("/sign-in/ada").await.status, StatusCode::SEE_OTHER);
    let stopped = ada.get("/account").await;
    assert_eq!(stopped.status, StatusCode::FOUND);
    assert_eq!(ada.get("/greeting").await.body, "ada Some(Unenrolled)");

    let page = ada.get(stopped.location()).await;
    let csrf = between(&page.body, "Ours: ", "<").to_owned();
    let page = ada.post("/2fa/activate", &format!("csrf={csrf}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let key = between(&page.body, "secret=", "&").to_owned();
    let before: BTreeMap<String, String> = ada.cookies.clone();
    let form = format!("csrf={}&code={}", page.csrf(), door::code(&key, door::BEGIN));
    let codes = ada.post("/2fa/activate/confirm", &form).await;
    assert_eq!(codes.status, StatusCode::OK, "{}", codes.body);

    assert_ne!(ada.cookies, before, "the session has a new id");
    assert_eq!(ada.get("/account").await.body, "ada");
    ada.cookies = before;
    let planted = ada.get("/account").await;
    assert_eq!(planted.status, StatusCode::FOUND, "the old id is worth nothing");
}

#[actix_web::test]
async fn actix_session() {
    the_whole_way(with_actix_session().await).await;
}

#[actix_web::test]
async fn actix_identity() {
    the_whole_way(with_actix_identity().await).await;
}

#[actix_web::test]
async fn with_the_sessions_inside_nothing_is_served() {
    let app = App::new()
        .wrap(sessions())
        .wrap(SecondFactorMiddleware::new(web(), |_: Session| async { Ok(None) }))
        .route("/account", route::get().to(|| async { "account" }));
    let mut nobody = browser(app).await;
    for uri in ["/account", "/2fa"] {
        let answer = nobody.get(uri).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{uri} {}", answer.body);
        assert_eq!(answer.headers.get("retry-after").unwrap(), "5");
    }
}

#[actix_web::test]
async fn an_extractor_that_panics_without_its_middleware_is_a_fault() {
    let app = App::new()
        .wrap(SecondFactorMiddleware::new(web(), |_: Option<Identity>| async { Ok(None) }))
        .route("/account", route::get().to(|| async { "account" }));
    let answer = browser(app).await.get("/account").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.body);
}

/// The one order that cannot be seen from outside. What a handler asks for still holds.
#[actix_web::test]
async fn sessions_inside_a_scope_leave_everybody_nobody_and_verified_refuses() {
    let countersign = SecondFactorMiddleware::new(web(), |session: Session| async move {
        let Some(user) = session.get::<String>("user")? else { return Ok(None) };
        Ok(Some(Principal::new(user, id(&session)?)))
    });
    let scope = route::scope("/in")
        .wrap(sessions())
        .route("/sign-in/{user}", route::get().to(sign_in))
        .route("/account", route::get().to(account));
    let mut ada = browser(App::new().wrap(countersign).service(scope)).await;
    assert_eq!(ada.get("/in/sign-in/ada").await.status, StatusCode::SEE_OTHER);
    assert_eq!(ada.get("/in/account").await.status, StatusCode::UNAUTHORIZED);
}
