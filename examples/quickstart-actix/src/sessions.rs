//! The sessions of `actix-session`, kept in this process: what has ended is over, whoever has a copy
//! of its cookie. (A session of `CookieSessionStore` is the cookie, and nobody can take it back.)

use std::collections::HashMap;

use actix_session::SessionMiddleware;
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Key, SameSite};
use anyhow::{Context as _, Error, anyhow};
use countersign_actix::Origin;
use quickstart_shared::sessions::Sessions;

type State = HashMap<String, String>;

/// Sessions, and the key of their cookies. Both are gone when the process ends.
#[derive(Clone)]
pub struct Kept {
    sessions: Sessions<State>,
    key: Key,
}

impl Kept {
    /// What reads the session of a request, and writes it afterwards.
    pub(crate) fn middleware(&self, origin: &Origin) -> SessionMiddleware<Self> {
        SessionMiddleware::builder(self.clone(), self.key.clone())
            .cookie_name("session".to_owned())
            .cookie_http_only(true)
            .cookie_same_site(SameSite::Lax)
            .cookie_secure(origin.is_encrypted())
            .build()
    }

    fn begin(&self, state: State) -> Result<SessionKey, Error> {
        let id = self.sessions.begin(state).map_err(|error| anyhow!(error))?;
        SessionKey::try_from(id).context("a short id")
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self { sessions: Sessions::default(), key: Key::generate() }
    }
}

impl core::fmt::Debug for Kept {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Kept").finish_non_exhaustive()
    }
}

impl SessionStore for Kept {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        Ok(self.sessions.get(key.as_ref()))
    }

    async fn save(&self, state: State, _: &Duration) -> Result<SessionKey, SaveError> {
        self.begin(state).map_err(SaveError::Other)
    }

    async fn update(
        &self,
        key: SessionKey,
        state: State,
        _: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        match self.sessions.change(key.as_ref(), state) {
            Some(()) => Ok(key),
            // Somebody signed out in another tab while this request was on its way.
            None => Err(UpdateError::Other(anyhow!("the session has ended"))),
        }
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), Error> {
        self.sessions.end(key.as_ref());
        Ok(())
    }
}
