//! The first factor: who sent a request, and how they came to be known.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::response::{IntoResponse as _, Redirect, Response};
use countersign::subject::{Principal, SessionId};
use countersign_tower::SignedIn;
use quickstart_shared::accounts::Accounts;
use quickstart_shared::site::{BoxError, Site};
use quickstart_shared::{pages, visitor};
use serde::Deserialize;
use tower_sessions::Session;

use crate::broken::Broken;
use crate::form::Sent;
use crate::page::shown;

/// What a session holds: the key of an account.
const SIGNED_IN: &str = "account";

/// Who sent a request; `None`: nobody who is signed in.
pub(crate) async fn visitor(
    accounts: &Accounts,
    session: &Session,
    headers: &HeaderMap,
) -> Result<Option<Principal>, BoxError> {
    let account = session.get::<String>(SIGNED_IN).await?.and_then(|id| accounts.by_id(&id));
    let signed_in = match &account {
        Some(account) => {
            let id = session.id().ok_or("a session without an id")?;
            Some((&**account, SessionId::new(id.to_string())))
        }
        None => None,
    };
    let authorization = headers.get(AUTHORIZATION).map(|value| value.as_bytes());
    Ok(visitor::visitor(authorization, signed_in))
}

pub(crate) async fn form() -> Response {
    shown(pages::sign_in())
}

#[derive(Deserialize)]
pub(crate) struct Credentials {
    email: String,
    password: String,
}

/// Signs in with a password. Nothing here limits how many are tried: Countersign counts what is tried of
/// the second factor only. A real site limits tries of passwords, by account and by address.
pub(crate) async fn sign_in(
    State(site): State<Site>,
    session: Session,
    Sent(given): Sent<Credentials>,
) -> Result<Response, Broken> {
    let Some(account) = site.accounts.by_password(&given.email, given.password).await? else {
        return Ok(shown(pages::sign_in_refused(&given.email)));
    };
    // Whoever brought a session id along, or read the old one, does not have the new one.
    session.cycle_id().await?;
    session.insert(SIGNED_IN, account.id()).await?;
    Ok(Redirect::to("/account").into_response())
}

/// Signs out, and tells Countersign first: what the session has shown counts no longer, even if
/// somebody has a copy of its cookie. It works for those who have shown no second factor as well.
pub(crate) async fn sign_out(
    State(site): State<Site>,
    session: Session,
    signed_in: Option<SignedIn>,
) -> Result<Redirect, Broken> {
    if let Some(signed_in) = signed_in {
        site.second_factor.signed_out(signed_in.principal()).await?;
    }
    session.flush().await?;
    Ok(Redirect::to("/"))
}
