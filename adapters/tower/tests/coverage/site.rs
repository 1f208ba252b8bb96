//! A site with its own sign-in and sessions, and every kind of route that a walk meets.

use core::convert::Infallible;
use core::pin::Pin;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::task::{Context, Poll};
use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Form, Router};
use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::FakeClock;
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_memory::MemoryStore;
use countersign_tower::coverage::{Coverage, Report};
use countersign_tower::{FirstFactor, Origin, Recent, RotateSession, SecondFactorLayer, Web};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tower_sessions::{MemoryStore as Sessions, Session, SessionManagerLayer};

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

    pub(crate) fn counted(&self) -> MethodRouter {
        let calls = self.clone();
        get(move || async move { calls.count() })
    }
}

pub(crate) fn web() -> Web {
    let policy = Policy::offered().require(Whom::domain("acme.example"));
    web_with(policy.exempt(SignInKind::ApiKey))
}

pub(crate) fn web_with(policy: Policy) -> Web {
    let second_factor =
        SecondFactor::builder("Coverage", &KeyRing::example(), MemoryStore::default())
            .policy(policy)
            .clock(Arc::new(FakeClock::at(1_800_000_000)))
            .build();
    let web = Web::builder(second_factor, Origin::parse("http://localhost").unwrap());
    web.sign_in("/sign-in").sign_out("/sign-out").build().unwrap()
}

pub(crate) fn layer(web: &Web) -> SecondFactorLayer<impl FirstFactor + Clone, impl RotateSession> {
    let first_factor = |(session, headers): (Session, HeaderMap)| async move {
        if headers.get(header::AUTHORIZATION).is_some_and(|key| key == "Bearer key") {
            let robot = Principal::new("robot", SessionId::new("key"));
            return Ok(Some(robot.signed_in_by(SignIn::ApiKey)));
        }
        let Some(user) = session.get::<String>("user").await? else { return Ok(None) };
        let id = session.id().ok_or("a session without an id")?;
        let email = Email::new(user.as_str());
        Ok(Some(Principal::new(user, SessionId::new(id.to_string())).email(email)))
    };
    SecondFactorLayer::new(web.clone(), first_factor).rotate_session(
        |session: Session| async move {
            session.cycle_id().await?;
            session.save().await?;
            Ok(session.id().map(|id| SessionId::new(id.to_string())))
        },
    )
}

pub(crate) fn sessions() -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(Sessions::default()).with_secure(false)
}

async fn sign_in(session: Session, Form(form): Form<HashMap<String, String>>) -> Response {
    let Some(user) = form.get("user") else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    session.cycle_id().await.unwrap();
    session.insert("user", user).await.unwrap();
    Redirect::to("/account").into_response()
}

async fn leave(session: Session) -> &'static str {
    session.flush().await.unwrap();
    "bye"
}

/// A body that never ends.
struct Endless;

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

/// The routes of a site, without a layer.
pub(crate) fn routes(calls: &Calls) -> Router {
    let (shown, made) = (calls.clone(), calls.clone());
    let transfer = get(move |_: Recent<300>| async move { shown.count() })
        .post(move |_: Recent<300>| async move { made.count() });
    Router::new()
        .route("/account", calls.counted())
        .route("/leave", get(leave))
        .route("/transfer", transfer)
        .route("/events", get(|| async { Body::new(Endless) }))
        .route(
            "/users/{id}",
            get(|Path(id): Path<u64>| async move {
                if id == 42 { StatusCode::OK } else { StatusCode::NOT_FOUND }
            }),
        )
        .route("/public", get(|| async { "for everybody" }))
        .route("/sign-in", get(|| async { "a form" }).post(sign_in))
        .route("/sign-out", post(leave))
}

pub(crate) const ROUTES: [(&str, &str); 10] = [
    ("GET", "/account"),
    ("GET", "/leave"),
    ("POST", "/sign-out"),
    ("GET", "/transfer"),
    ("POST", "/transfer"),
    ("GET", "/events"),
    ("GET", "/users/{id}"),
    ("GET", "/public"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
];

pub(crate) fn coverage(web: &Web) -> Coverage<'static> {
    Coverage::new(web)
        .routes(ROUTES)
        .at("/users/{id}", "/users/42")
        .open(["/leave", "/public"])
        .sign_in_by_form("/sign-in", "user=ada@acme.example")
}

pub(crate) fn good(web: &Web, calls: &Calls) -> Router {
    let layer = layer(web).open("/leave").open("/public");
    routes(calls).layer(layer).layer(sessions())
}

pub(crate) fn key() -> HeaderMap {
    HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static("Bearer key"))])
}

pub(crate) fn said(report: &Report) -> Vec<String> {
    report.findings().iter().map(ToString::to_string).collect()
}
