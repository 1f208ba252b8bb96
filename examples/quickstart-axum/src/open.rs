//! What is open to everybody; the list in `countersign` says so.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use countersign_tower::SignedIn;
use quickstart_shared::pages;
use quickstart_shared::site::Site;

use crate::page::shown;

/// Who is signed in, where they stand, and a reminder for who has no second factor.
pub(crate) async fn home(State(site): State<Site>, signed_in: Option<SignedIn>) -> Response {
    let signed_in = signed_in.as_ref();
    shown(site.home(signed_in.map(|who| (who.principal(), who.standing(), who.rollout()))))
}

pub(crate) async fn public() -> Response {
    shown(pages::public())
}

/// Whether requests can be decided about.
pub(crate) async fn healthz(State(site): State<Site>) -> (StatusCode, &'static str) {
    match site.second_factor.ready().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(fault) => {
            tracing::warn!(%fault, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
