//! Countersign in this site: this file, and `Verified` or `Recent` in the handlers.

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::Store;
use countersign::secret::KeyRing;
use countersign::subject::SessionId;
use countersign_tower::{Origin, SecondFactorLayer, Web, WebError};
use tower_sessions::Session;

use crate::accounts::Accounts;
use crate::courier::Console;
use crate::sign_in;

/// Who must have a second factor, who is exempt, and where the records are kept.
pub fn second_factor(keys: &KeyRing, store: impl Store) -> SecondFactor {
    let policy = Policy::offered()
        .require(Whom::domain("acme.example"))
        .exempt(SignInKind::SingleSignOnWithMfa)
        .exempt(SignInKind::ApiKey);
    SecondFactor::builder("Quickstart", keys, store)
        .policy(policy)
        .courier(Arc::new(Console))
        .build()
}

/// Puts it in front of every route of the site but the open ones.
///
/// # Errors
/// The example key at an origin that others can reach.
pub fn protect(
    site: Router,
    second_factor: SecondFactor,
    origin: Origin,
    accounts: Accounts,
) -> Result<Router, WebError> {
    let web =
        Web::builder(second_factor, origin).sign_in("/sign-in").sign_out("/sign-out").build()?;
    let layer = SecondFactorLayer::new(web, move |(session, headers): (Session, HeaderMap)| {
        let accounts = accounts.clone();
        async move { Ok(sign_in::visitor(&accounts, &session, &headers).await?.map(Into::into)) }
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
    Ok(site.layer(layer))
}
