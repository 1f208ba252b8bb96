//! Countersign in this site: this file, and `Verified` or `Recent` in the handlers.

use countersign_rocket::{Origin, SecondFactorFairing, Web, WebError};
use quickstart_shared::site::Site;

use crate::sessions::Kept;
use crate::sign_in::Visitor;

/// What stands in front of every route of the site but the open ones.
///
/// # Errors
/// The example key at an origin that others can reach.
pub fn protect(
    site: &Site,
    sessions: &Kept,
    origin: Origin,
) -> Result<SecondFactorFairing, WebError> {
    let web = Web::builder(site.second_factor.clone(), origin)
        .sign_in("/sign-in")
        .sign_out("/sign-out")
        .build()?;
    let sessions = sessions.clone();
    let fairing = SecondFactorFairing::new(web, |Visitor(principal)| async { Ok(Some(principal)) })
        .rotate_cookie(move |jar| sessions.renew(jar))
        .open("/")
        .open("/site.css")
        .open("/public")
        .open("/healthz");
    Ok(fairing)
}
