//! Countersign in this site: this file, and `Verified` or `Recent` in the handlers.

use actix_session::Session;
use actix_web::HttpRequest;
use countersign_actix::{
    FirstFactor, Origin, RotateSession, SecondFactorMiddleware, Web, WebError,
};
use quickstart_shared::accounts::Accounts;
use quickstart_shared::site::Site;

use crate::sign_in::{new_id, visitor};

/// The pages of Countersign, to be made once for all workers.
///
/// # Errors
/// The example key at an origin that others can reach.
pub fn pages(site: &Site, origin: Origin) -> Result<Web, WebError> {
    Web::builder(site.second_factor.clone(), origin)
        .sign_in("/sign-in")
        .sign_out("/sign-out")
        .build()
}

/// What stands in front of every route of the site but the open ones.
pub fn protect(
    accounts: Accounts,
    web: Web,
) -> SecondFactorMiddleware<impl FirstFactor, impl RotateSession> {
    SecondFactorMiddleware::new(web, move |(session, request): (Session, HttpRequest)| {
        let accounts = accounts.clone();
        async move { visitor(&accounts, &session, request.headers()) }
    })
    .rotate_session(|session: Session| async move { new_id(&session).map(Some) })
    .open("/")
    .open("/site.css")
    .open("/public")
    .open("/healthz")
}
