//! The account of whoever asks, and the change of its password.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use countersign_tower::Verified;
use quickstart_shared::pages;
use quickstart_shared::site::Site;
use serde::Deserialize;

use crate::broken::Broken;
use crate::form::Sent;
use crate::page::shown;

pub(crate) async fn show(verified: Verified) -> Response {
    shown(pages::account(verified.principal().label()))
}

#[derive(Deserialize)]
pub(crate) struct Change {
    password: String,
    new_password: String,
}

/// Changes the password, and tells Countersign: what any session has shown before counts no longer.
/// Sessions elsewhere stay signed in, and are asked for the second factor of who has one. A real site ends
/// them as well.
pub(crate) async fn change_password(
    verified: Verified,
    State(site): State<Site>,
    Sent(Change { password, new_password }): Sent<Change>,
) -> Result<Response, Broken> {
    let principal = verified.principal();
    let subject = principal.subject();
    let allowed = site.accounts.may_change_password(subject.key(), password, &new_password);
    let account = match allowed.await? {
        Ok(account) => account,
        Err(why) => return Ok(shown(pages::password_refused(principal.label(), why))),
    };
    // Before the change: if it cannot be told, nothing has changed.
    site.second_factor.credentials_changed(subject).await?;
    account.change_password(new_password).await?;
    Ok(Redirect::to("/account").into_response())
}
