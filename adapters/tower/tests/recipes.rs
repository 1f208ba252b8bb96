//! The recipes of the README, run against the real session crates: tower-sessions, and axum-login on
//! the version of tower-sessions that it stands on.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed"
)]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Redirect;
use axum::routing::get;
use axum::{Router, extract::Path};
use axum_login::{AuthManagerLayerBuilder, AuthSession, AuthUser, AuthnBackend, UserId};
use countersign::SecondFactor;
use countersign::policy::Policy;
use countersign::port::FakeClock;
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_tower::{Origin, SecondFactorLayer, SignedIn, Verified, Web};
use tower::ServiceExt as _;
use tower_sessions::{MemoryStore as Sessions, Session, SessionManagerLayer};

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

async fn account(verified: Verified) -> String {
    verified.principal().label().to_owned()
}

async fn greeting(somebody: SignedIn) -> String {
    format!("{} {:?}", somebody.principal().label(), somebody.standing())
}

/// A site with tower-sessions alone.
fn with_tower_sessions() -> Router {
    let countersign = SecondFactorLayer::new(web(), |session: Session| async move {
        let Some(user) = session.get::<String>("user").await? else { return Ok(None) };
        let id = session.id().ok_or("a session without an id")?;
        Ok(Some(Principal::new(user, SessionId::new(id.to_string()))))
    })
    .rotate_session(|session: Session| async move {
        session.cycle_id().await?;
        session.save().await?;
        Ok(session.id().map(|id| SessionId::new(id.to_string())))
    })
    .open("/sign-in/{user}")
    .open("/greeting");
    let sign_in = |session: Session, Path(user): Path<String>| async move {
        session.cycle_id().await.unwrap();
        session.insert("user", user).await.unwrap();
        Redirect::to("/account")
    };
    Router::new()
        .route("/account", get(account))
        .route("/greeting", get(greeting))
        .route("/sign-in/{user}", get(sign_in))
        .layer(countersign)
        .layer(SessionManagerLayer::new(Sessions::default()).with_secure(false))
}

#[derive(Clone, Debug)]
struct User(String);

impl AuthUser for User {
    type Id = String;

    fn id(&self) -> String {
        self.0.clone()
    }

    fn session_auth_hash(&self) -> &[u8] {
        b"of the password"
    }
}

#[derive(Clone)]
struct Users;

impl AuthnBackend for Users {
    type User = User;
    type Credentials = String;
    type Error = Infallible;

    async fn authenticate(&self, name: String) -> Result<Option<User>, Infallible> {
        Ok(Some(User(name)))
    }

    async fn get_user(&self, id: &UserId<Self>) -> Result<Option<User>, Infallible> {
        Ok(Some(User(id.clone())))
    }
}

/// A site with axum-login.
fn with_axum_login() -> Router {
    use tower_sessions_0_14::{MemoryStore, Session, SessionManagerLayer};

    let countersign = SecondFactorLayer::new(
        web(),
        |(auth, session): (AuthSession<Users>, Session)| async move {
            let Some(user) = auth.user else { return Ok(None) };
            let id = session.id().ok_or("a session without an id")?;
            Ok(Some(Principal::new(user.id(), SessionId::new(id.to_string()))))
        },
    )
    .rotate_session(|session: Session| async move {
        session.cycle_id().await?;
        session.save().await?;
        Ok(session.id().map(|id| SessionId::new(id.to_string())))
    })
    .open("/sign-in/{user}")
    .open("/greeting");
    let sign_in = |mut auth: AuthSession<Users>, Path(user): Path<String>| async move {
        let user = auth.authenticate(user).await.unwrap().unwrap();
        auth.login(&user).await.unwrap();
        Redirect::to("/account")
    };
    let sessions = SessionManagerLayer::new(MemoryStore::default()).with_secure(false);
    Router::new()
        .route("/account", get(account))
        .route("/greeting", get(greeting))
        .route("/sign-in/{user}", get(sign_in))
        .layer(countersign)
        .layer(AuthManagerLayerBuilder::new(Users, sessions).build())
}

/// A browser that keeps its cookies.
#[derive(Clone)]
struct Browser {
    app: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    async fn send(
        &mut self,
        method: &str,
        uri: &str,
        form: &str,
    ) -> (StatusCode, HeaderMap, String) {
        let pairs: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(uri)
            .header(header::ACCEPT, "text/html")
            .header(header::COOKIE, pairs.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (head.status, head.headers, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn get(&mut self, uri: &str) -> (StatusCode, HeaderMap, String) {
        self.send("GET", uri, "").await
    }
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

async fn the_whole_way(app: Router) {
    let mut ada = Browser { app, cookies: BTreeMap::new() };
    let (status, headers, _) = ada.get("/account").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED, "nobody is signed in: {headers:?}");

    let (status, _, _) = ada.get("/sign-in/ada").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (status, headers, _) = ada.get("/account").await;
    assert_eq!(status, StatusCode::FOUND);
    let (_, _, greeting) = ada.get("/greeting").await;
    assert_eq!(greeting, "ada Some(Unenrolled)");

    let activate = headers[header::LOCATION].to_str().unwrap().to_owned();
    let (_, _, page) = ada.get(&activate).await;
    let csrf = between(&page, "Ours: ", "<").to_owned();
    let (status, _, page) = ada.send("POST", "/2fa/activate", &format!("csrf={csrf}")).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let key = between(&page, "secret=", "&").to_owned();
    let csrf = between(&page, "name=\"csrf\" value=\"", "\"").to_owned();
    let before = ada.clone();
    let form = format!("csrf={csrf}&code={}", code(&key));
    let (status, _, page) = ada.send("POST", "/2fa/activate/confirm", &form).await;
    assert_eq!(status, StatusCode::OK, "{page}");

    assert_ne!(ada.cookies, before.cookies, "the session has a new id");
    assert_eq!(ada.get("/account").await.2, "ada");
    let mut planted = before;
    assert_ne!(planted.get("/account").await.0, StatusCode::OK, "the old id is worth nothing");
}

#[tokio::test]
async fn tower_sessions() {
    the_whole_way(with_tower_sessions()).await;
}

#[tokio::test]
async fn axum_login() {
    the_whole_way(with_axum_login()).await;
}

#[tokio::test]
async fn without_the_layer_of_the_sessions_nothing_is_served() {
    let countersign = SecondFactorLayer::new(web(), |_: Session| async { Ok(None) });
    let app = Router::new().route("/account", get(|| async { "account" })).layer(countersign);
    let mut nobody = Browser { app, cookies: BTreeMap::new() };
    let (status, _, body) = nobody.get("/account").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{body}");
}
