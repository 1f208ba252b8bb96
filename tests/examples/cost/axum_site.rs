//! The application in axum.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::routing::get;
use countersign_tower::SecondFactorLayer;
use http::request::Parts;
use http::{StatusCode, header};

use crate::application::{Users, session_in, shown};

struct User;

impl FromRequestParts<Users> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, users: &Users) -> Result<Self, StatusCode> {
        let signed_in = session(parts).and_then(|session| users.signed_in(session));
        signed_in.map(|_| Self).ok_or(StatusCode::UNAUTHORIZED)
    }
}

fn session(parts: &Parts) -> Option<&str> {
    session_in(parts.headers.get(header::COOKIE)?.to_str().ok()?)
}

fn bare() -> Router {
    Router::new().route("/", get(|_: User| async { "hello" })).with_state(Users::some())
}

async fn gated() -> Router {
    let users = Users::some();
    let layer =
        SecondFactorLayer::from_parts(shown().await, move |parts| users.identify(session(parts)));
    Router::new().route("/", get(|| async { "hello" })).layer(layer)
}

pub(crate) fn serve(variant: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = if variant == "bare" { bare() } else { gated().await };
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        println!("{}", listener.local_addr().unwrap().port());
        axum::serve(listener, app).await.unwrap();
    });
}
