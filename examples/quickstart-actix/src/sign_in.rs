//! The first factor: who sent a request, and how they came to be known.

use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::header::{AUTHORIZATION, HeaderMap};
use actix_web::web::{Data, Form};
use countersign::subject::{Principal, SessionId};
use countersign_actix::SignedIn;
use data_encoding::HEXLOWER;
use quickstart_shared::accounts::Accounts;
use quickstart_shared::site::{BoxError, Site};
use quickstart_shared::{pages, visitor};
use serde::Deserialize;

use crate::broken::Broken;
use crate::page::{lead_to, shown};

/// What a session holds: the key of an account.
const SIGNED_IN: &str = "account";
/// And an id, because nobody can ask for that of the session itself.
const ID: &str = "id";

/// Who sent a request; `None`: nobody who is signed in.
pub(crate) fn visitor(
    accounts: &Accounts,
    session: &Session,
    headers: &HeaderMap,
) -> Result<Option<Principal>, BoxError> {
    let account = session.get::<String>(SIGNED_IN)?.and_then(|id| accounts.by_id(&id));
    let signed_in = match &account {
        Some(account) => {
            let id = session.get::<String>(ID)?.ok_or("a session without an id")?;
            Some((&**account, SessionId::new(id)))
        }
        None => None,
    };
    let authorization = headers.get(AUTHORIZATION).map(|value| value.as_bytes());
    Ok(visitor::visitor(authorization, signed_in))
}

/// Gives a session a new id: ours, and the one in its cookie.
pub(crate) fn new_id(session: &Session) -> Result<SessionId, BoxError> {
    let mut id = [0; 16];
    getrandom::fill(&mut id)?;
    let id = HEXLOWER.encode(&id);
    session.renew();
    session.insert(ID, &id)?;
    Ok(SessionId::new(id))
}

pub(crate) async fn form() -> HttpResponse {
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
    site: Data<Site>,
    session: Session,
    Form(given): Form<Credentials>,
) -> Result<HttpResponse, Broken> {
    let Some(account) = site.accounts.by_password(&given.email, given.password).await? else {
        return Ok(shown(pages::sign_in_refused(&given.email)));
    };
    // Whoever brought a session id along, or read the old one, does not have the new one.
    new_id(&session)?;
    session.insert(SIGNED_IN, account.id())?;
    Ok(lead_to("/account"))
}

/// Signs out, and tells Countersign first: what the session has shown counts no longer, even if
/// somebody has a copy of its cookie. It works for those who have shown no second factor as well.
pub(crate) async fn sign_out(
    site: Data<Site>,
    session: Session,
    signed_in: Option<SignedIn>,
) -> Result<HttpResponse, Broken> {
    if let Some(signed_in) = signed_in {
        site.second_factor.signed_out(signed_in.principal()).await?;
    }
    session.purge();
    Ok(lead_to("/"))
}
