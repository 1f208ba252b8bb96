//! Countersign in this site: this file, and `Verified` or `Recent` in the handlers.

use axum::Router;
use axum::http::HeaderMap;
use countersign::subject::SessionId;
use countersign_tower::{Origin, SecondFactorLayer, Web, WebError};
use quickstart_shared::site::Site;
use tower_sessions::Session;

use crate::sign_in::visitor;

/// Puts it in front of every route of the site but the open ones.
///
/// # Errors
/// The example key at an origin that others can reach.
pub fn protect(routes: Router, site: Site, origin: Origin) -> Result<Router, WebError> {
    let web = Web::builder(site.second_factor, origin)
        .sign_in("/sign-in")
        .sign_out("/sign-out")
        .build()?;
    let accounts = site.accounts;
    let layer = SecondFactorLayer::new(web, move |(session, headers): (Session, HeaderMap)| {
        let accounts = accounts.clone();
        async move { visitor(&accounts, &session, &headers).await }
    })
    .rotate_session(|session: Session| async move {
        session.cycle_id().await?;
        session.save().await?;
        Ok(session.id().map(|id| SessionId::new(id.to_string())))
    })
    .open("/")
    .open("/site.css")
    .open("/public")
    .open("/healthz");
    Ok(routes.layer(layer))
}
