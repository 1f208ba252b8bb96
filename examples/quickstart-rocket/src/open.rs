//! What is open to everybody; the list in `countersign` says so.

use countersign_rocket::SignedIn;
use quickstart_shared::pages;
use quickstart_shared::site::Site;
use rocket::http::Status;
use rocket::{State, get};

use crate::page::Shown;

/// Who is signed in, where they stand, and a reminder for who has no second factor.
#[get("/")]
pub(crate) fn home(site: &State<Site>, signed_in: Option<SignedIn>) -> Shown {
    let signed_in = signed_in.as_ref();
    Shown(site.home(signed_in.map(|who| (who.principal(), who.standing(), who.rollout()))))
}

#[get("/public")]
pub(crate) fn public() -> Shown {
    Shown(pages::public())
}

/// Whether requests can be decided about.
#[get("/healthz")]
pub(crate) async fn healthz(site: &State<Site>) -> (Status, &'static str) {
    match site.second_factor.ready().await {
        Ok(()) => (Status::Ok, "ready"),
        Err(fault) => {
            tracing::warn!(%fault, "not ready");
            (Status::ServiceUnavailable, "not ready")
        }
    }
}
