//! The sessions of the site: an id in a cookie, and in memory who signed in under it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use countersign::subject::SessionId;
use http::HeaderValue;

#[derive(Debug, Default)]
struct All {
    made: usize,
    /// Who signed in, by the id of the session.
    signed_in: BTreeMap<String, String>,
}

/// All sessions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sessions(Arc<Mutex<All>>);

/// The session of one request. Clones are one.
#[derive(Clone, Debug)]
pub struct Session {
    sessions: Sessions,
    now: Arc<Mutex<Now>>,
}

#[derive(Debug)]
struct Now {
    id: Option<String>,
    /// Whether the browser has to be told.
    changed: bool,
}

impl Sessions {
    pub(crate) fn of(&self, cookie: Option<&str>) -> Session {
        let known = |id: &&str| self.lock().signed_in.contains_key(*id);
        let id = cookie.filter(known).map(str::to_owned);
        Session { sessions: self.clone(), now: Arc::new(Mutex::new(Now { id, changed: false })) }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, All> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl All {
    fn make(&mut self, who: String) -> String {
        self.made += 1;
        let id = format!("session-{}", self.made);
        self.signed_in.insert(id.clone(), who);
        id
    }
}

impl Session {
    /// Gives the session a new id, and says which; `None` if nobody is signed in. The old one is
    /// nobody's from then on.
    #[must_use]
    pub fn rotate(&self) -> Option<SessionId> {
        let mut now = self.lock();
        let mut all = self.sessions.lock();
        let who = all.signed_in.remove(now.id.as_deref()?)?;
        let id = all.make(who);
        let rotated = SessionId::new(&id);
        *now = Now { id: Some(id), changed: true };
        Some(rotated)
    }

    /// The `Set-Cookie` that the answer to this request needs, if it needs one.
    #[must_use]
    pub fn set_cookie(&self) -> Option<HeaderValue> {
        let now = self.lock();
        let cookie = match &now.id {
            _ if !now.changed => return None,
            Some(id) => format!("session={id}; HttpOnly; SameSite=Lax; Secure; Path=/"),
            None => "session=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0".to_owned(),
        };
        HeaderValue::from_str(&cookie).ok()
    }

    pub(crate) fn signed_in(&self) -> Option<(String, SessionId)> {
        let now = self.lock();
        let id = now.id.as_deref()?;
        let who = self.sessions.lock().signed_in.get(id).cloned()?;
        Some((who, SessionId::new(id)))
    }

    pub(crate) fn sign_in(&self, who: &str) {
        let mut now = self.lock();
        let mut all = self.sessions.lock();
        if let Some(old) = &now.id {
            all.signed_in.remove(old);
        }
        *now = Now { id: Some(all.make(who.to_owned())), changed: true };
    }

    pub(crate) fn end(&self) {
        let mut now = self.lock();
        if let Some(old) = &now.id {
            self.sessions.lock().signed_in.remove(old);
        }
        *now = Now { id: None, changed: true };
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
