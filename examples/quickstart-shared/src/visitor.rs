//! The first factor, in Countersign's words.
//!
//! | the request has | it is |
//! |---|---|
//! | `Authorization: Bearer demo-key` | the program with that key |
//! | any other bearer token | nobody, whatever else it has |
//! | the cookie of a session in which somebody signed in | that person |

use countersign::subject::{Email, Permissions, Principal, SessionId, SignIn};
use subtle::ConstantTimeEq as _;

use crate::accounts::{Account, Kind};

/// The key of the one program that may come in.
pub const API_KEY: &str = "demo-key";

/// Who sent a request; `None`: nobody who is signed in. `authorization` is the value of that header,
/// `signed_in` what the session says.
#[must_use]
pub fn visitor(
    authorization: Option<&[u8]>,
    signed_in: Option<(&Account, SessionId)>,
) -> Option<Principal> {
    if let Some(token) = authorization.and_then(bearer) {
        return bool::from(token.ct_eq(API_KEY.as_bytes())).then(program);
    }
    signed_in.map(|(account, session)| person(account, session))
}

/// The token of an `Authorization: Bearer` (RFC 6750; RFC 9110, 11.1: the scheme in any case). One
/// without a token has an empty one.
fn bearer(value: &[u8]) -> Option<&[u8]> {
    let end = value.iter().position(|byte| *byte == b' ').unwrap_or(value.len());
    let (scheme, token) = value.split_at_checked(end)?;
    let token = token.strip_prefix(b" ").unwrap_or_default();
    scheme.eq_ignore_ascii_case(b"Bearer").then_some(token)
}

fn program() -> Principal {
    Principal::new("api:demo", SessionId::new("api:demo")).signed_in_by(SignIn::ApiKey)
}

fn person(account: &Account, session: SessionId) -> Principal {
    let email = Email::new(account.email());
    let email = if account.kind() == Kind::Unconfirmed { email.unconfirmed() } else { email };
    let person = Principal::new(account.id(), session).email(email);
    match account.kind() {
        Kind::Person | Kind::Unconfirmed => person,
        Kind::Administrator => person.role("admin").may(Permissions::ALL),
        Kind::SingleSignOn => {
            person.signed_in_by(SignIn::SingleSignOn { amr: vec!["mfa".to_owned()] })
        }
    }
}
