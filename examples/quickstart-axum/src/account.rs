//! The account of whoever asks, and the change of its password.

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use countersign_tower::Verified;
use serde::Deserialize;

use crate::broken::Broken;
use crate::pages;
use crate::site::Site;

/// The least number of characters of a password.
const SHORTEST: usize = 8;
/// The longest password of which a hash is made, in bytes.
const LONGEST: usize = 1024;

pub(crate) async fn show(verified: Verified) -> Response {
    pages::account(StatusCode::OK, verified.principal(), None)
}

#[derive(Deserialize)]
pub(crate) struct Change {
    password: String,
    new_password: String,
}

/// Changes the password, and tells Countersign: what any session has shown before counts no longer.
pub(crate) async fn change_password(
    verified: Verified,
    State(site): State<Site>,
    Form(change): Form<Change>,
) -> Result<Response, Broken> {
    let principal = verified.principal();
    let refuse = |why| Ok(pages::account(StatusCode::UNPROCESSABLE_ENTITY, principal, Some(why)));
    let Some(account) = site.accounts.by_id(principal.subject().key()) else {
        return refuse("This account has no password.");
    };
    if change.new_password.chars().count() < SHORTEST || change.new_password.len() > LONGEST {
        return refuse("A new password has at least 8 characters.");
    }
    if !account.has_password(change.password).await? {
        return refuse("That is not your password.");
    }
    // Before the change: if it cannot be told, nothing has changed.
    site.second_factor.credentials_changed(principal.subject()).await?;
    account.change_password(change.new_password).await?;
    Ok(Redirect::to("/account").into_response())
}
