//! What is open to everybody; the list in `countersign` says so.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use countersign_actix::SignedIn;
use quickstart_shared::pages;
use quickstart_shared::site::Site;

use crate::page::shown;

/// Who is signed in, where they stand, and a reminder for who has no second factor.
pub(crate) async fn home(site: Data<Site>, signed_in: Option<SignedIn>) -> HttpResponse {
    let signed_in = signed_in.as_ref();
    shown(site.home(signed_in.map(|who| (who.principal(), who.standing(), who.rollout()))))
}

pub(crate) async fn public() -> HttpResponse {
    shown(pages::public())
}

/// Whether requests can be decided about.
pub(crate) async fn healthz(site: Data<Site>) -> (&'static str, StatusCode) {
    match site.second_factor.ready().await {
        Ok(()) => ("ready", StatusCode::OK),
        Err(fault) => {
            tracing::warn!(%fault, "not ready");
            ("not ready", StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}
