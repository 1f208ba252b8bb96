//! The sessions of the site: an id in a cookie, and in memory who signed in under it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use countersign::subject::SessionId;
use countersign::time::Timestamp;
use http::HeaderValue;

#[derive(Debug, Default)]
struct All {
    made: usize,
    /// Who signed in, by the id of the session.
    signed_in: BTreeMap<String, Who>,
}

/// Who signed in, and when.
#[derive(Clone, Debug)]
struct Who {
    address: String,
    /// Who acts as them.
    actor: Option<String>,
    began: Timestamp,
}

/// Who is signed in.
pub(crate) struct Here {
    pub(crate) address: String,
    pub(crate) actor: Option<String>,
    pub(crate) began: Timestamp,
    pub(crate) session: SessionId,
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
    fn make(&mut self, who: Who) -> String {
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

    pub(crate) fn signed_in(&self) -> Option<Here> {
        let now = self.lock();
        let id = now.id.as_deref()?;
        let Who { address, actor, began } = self.sessions.lock().signed_in.get(id).cloned()?;
        Some(Here { address, actor, began, session: SessionId::new(id) })
    }

    pub(crate) fn sign_in(&self, address: &str, began: Timestamp) {
        self.begin(Who { address: address.to_owned(), actor: None, began });
    }

    /// Whoever is signed in acts as somebody else.
    pub(crate) fn act_as(&self, address: &str) {
        if let Some(here) = self.signed_in() {
            let actor = here.actor.unwrap_or(here.address);
            self.change(|who| {
                who.address = address.to_owned();
                who.actor = Some(actor);
            });
        }
    }

    /// Whoever is signed in has another address.
    pub(crate) fn move_to(&self, address: &str) {
        self.change(|who| {
            let key = who.address.split(" now ").next().unwrap_or_default();
            who.address = format!("{key} now {address}");
        });
    }

    fn change(&self, change: impl FnOnce(&mut Who)) {
        let now = self.lock();
        let mut all = self.sessions.lock();
        if let Some(who) = now.id.as_ref().and_then(|id| all.signed_in.get_mut(id)) {
            change(who);
        }
    }

    fn begin(&self, who: Who) {
        let mut now = self.lock();
        let mut all = self.sessions.lock();
        if let Some(old) = &now.id {
            all.signed_in.remove(old);
        }
        *now = Now { id: Some(all.make(who)), changed: true };
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
