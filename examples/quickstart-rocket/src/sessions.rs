//! Who is signed in, behind a private cookie.
//!
//! The cookie holds nothing but the id of a session that is kept in this process: what has ended is
//! over, whoever has a copy of the cookie. (A cookie that holds the user cannot be taken back.)

use countersign::subject::SessionId;
use countersign_rocket::Origin;
use quickstart_shared::accounts::Account;
use quickstart_shared::sessions::Sessions;
use quickstart_shared::site::BoxError;
use rocket::http::{Cookie, CookieJar, SameSite};

const COOKIE: &str = "session";

/// The sessions: each holds the key of an account.
#[derive(Clone, Debug)]
pub struct Kept {
    sessions: Sessions<&'static str>,
    origin: Origin,
}

impl Kept {
    /// No sessions yet, of browsers that reach the site at `origin`.
    #[must_use]
    pub fn at(origin: Origin) -> Self {
        Self { sessions: Sessions::default(), origin }
    }

    /// The session of a request, and the key of its account.
    pub(crate) fn get(&self, jar: &CookieJar<'_>) -> Option<(SessionId, &'static str)> {
        let cookie = jar.get_private(COOKIE)?;
        let account = self.sessions.get(cookie.value())?;
        Some((SessionId::new(cookie.value()), account))
    }

    /// Begins a session. Whoever brought a session id along, or read the old one, does not have the
    /// new one.
    pub(crate) fn begin(&self, jar: &CookieJar<'_>, account: &Account) -> Result<(), BoxError> {
        self.end(jar);
        self.open(jar, account.id()).map(drop)
    }

    /// Gives the session of a request a new id.
    pub(crate) fn renew(&self, jar: &CookieJar<'_>) -> Result<Option<SessionId>, BoxError> {
        let Some(cookie) = jar.get_private(COOKIE) else { return Ok(None) };
        match self.sessions.end(cookie.value()) {
            Some(account) => self.open(jar, account).map(Some),
            None => Ok(None),
        }
    }

    /// Ends the session of a request.
    pub(crate) fn end(&self, jar: &CookieJar<'_>) {
        if let Some(cookie) = jar.get_private(COOKIE) {
            self.sessions.end(cookie.value());
            jar.remove_private(COOKIE);
        }
    }

    fn open(&self, jar: &CookieJar<'_>, account: &'static str) -> Result<SessionId, BoxError> {
        let id = self.sessions.begin(account)?;
        let cookie = Cookie::build((COOKIE, id.clone()))
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.origin.is_encrypted())
            // It ends with the browser.
            .expires(None);
        jar.add_private(cookie);
        Ok(SessionId::new(id))
    }
}
