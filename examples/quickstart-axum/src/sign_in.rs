//! The first factor: who sent a request, and how they came to be known.
//!
//! | the request has | it is |
//! |---|---|
//! | `Authorization: Bearer demo-key` | the program with that key |
//! | any other bearer token | nobody, whatever else it has |
//! | the cookie of a session in which somebody signed in | that person |

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use countersign::subject::{Email, Principal, SessionId, SignIn};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use tower_sessions::Session;
use tower_sessions::session::{Error, Id};

use crate::accounts::{Account, Accounts, Kind};
use crate::broken::Broken;
use crate::pages;
use crate::site::Site;

/// The key of the one program that may come in.
pub const API_KEY: &str = "demo-key";

/// What a session holds: the key of an account.
const SIGNED_IN: &str = "account";

/// Who passed the first factor.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "there is no third way in")]
pub enum Visitor {
    /// Somebody who signed in on the sign-in page.
    Person(Arc<Account>, Id),
    /// A program with the right key.
    Program,
}

/// Who sent a request; `None`: nobody who is signed in.
///
/// # Errors
/// The session could not be read.
pub async fn visitor(
    accounts: &Accounts,
    session: &Session,
    headers: &HeaderMap,
) -> Result<Option<Visitor>, Error> {
    if let Some(token) = headers.get(AUTHORIZATION).and_then(|value| bearer(value.as_bytes())) {
        return Ok(bool::from(token.ct_eq(API_KEY.as_bytes())).then_some(Visitor::Program));
    }
    let account = session.get::<String>(SIGNED_IN).await?.and_then(|id| accounts.by_id(&id));
    Ok(account.zip(session.id()).map(|(account, session)| Visitor::Person(account, session)))
}

/// The token of an `Authorization: Bearer` (RFC 6750; RFC 9110, 11.1: the scheme in any case).
fn bearer(value: &[u8]) -> Option<&[u8]> {
    let (scheme, token) = value.split_at_checked("Bearer ".len())?;
    scheme.eq_ignore_ascii_case(b"Bearer ").then_some(token)
}

impl Visitor {
    /// The account, if it is a person.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::Person(account, _) => Some(account),
            Self::Program => None,
        }
    }
}

/// The same in Countersign's words.
impl From<Visitor> for Principal {
    fn from(visitor: Visitor) -> Self {
        match visitor {
            Visitor::Person(account, session) => {
                let person = Self::new(account.id(), SessionId::new(session.to_string()))
                    .email(Email::new(account.email()));
                match account.kind() {
                    Kind::Person => person,
                    Kind::Administrator => person.role("admin"),
                    Kind::SingleSignOn => {
                        person.signed_in_by(SignIn::SingleSignOn { amr: vec!["mfa".to_owned()] })
                    }
                }
            }
            Visitor::Program => {
                Self::new("api:demo", SessionId::new("api:demo")).signed_in_by(SignIn::ApiKey)
            }
        }
    }
}

pub(crate) async fn form() -> Response {
    pages::sign_in(StatusCode::OK, "")
}

#[derive(Deserialize)]
pub(crate) struct Credentials {
    email: String,
    password: String,
}

pub(crate) async fn sign_in(
    State(site): State<Site>,
    session: Session,
    Form(given): Form<Credentials>,
) -> Result<Response, Broken> {
    let Some(account) = site.accounts.by_password(&given.email, given.password).await? else {
        return Ok(pages::sign_in(StatusCode::UNPROCESSABLE_ENTITY, &given.email));
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
    headers: HeaderMap,
) -> Result<Redirect, Broken> {
    if let Some(visitor) = visitor(&site.accounts, &session, &headers).await? {
        site.second_factor.signed_out(&visitor.into()).await?;
    }
    session.flush().await?;
    Ok(Redirect::to("/"))
}
