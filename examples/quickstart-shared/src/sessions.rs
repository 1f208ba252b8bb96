//! Who is signed in, for a framework that keeps nothing itself.
//!
//! A session is kept here, and its cookie is nothing but an id that nobody guesses. So a copy of the
//! cookie is worth nothing when the session has ended or has another id; a session that is kept in
//! the cookie cannot be taken back. All are gone when the process ends, and each after a day.

use core::fmt;
use core::time::Duration;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use data_encoding::BASE64URL_NOPAD;
use tokio::time::Instant;

use crate::site::BoxError;

const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The sessions that are open, and what each holds. Clones are one.
pub struct Sessions<T> {
    open: Arc<Mutex<HashMap<String, Session<T>>>>,
}

struct Session<T> {
    holds: T,
    ends: Instant,
}

impl<T: Clone> Sessions<T> {
    /// Begins a session, and returns its id.
    ///
    /// # Errors
    /// There is no randomness.
    pub fn begin(&self, holds: T) -> Result<String, BoxError> {
        let mut id = [0; 32];
        getrandom::fill(&mut id)?;
        let id = BASE64URL_NOPAD.encode(&id);
        let now = Instant::now();
        let mut open = self.open();
        open.retain(|_, session| session.ends > now);
        open.insert(id.clone(), Session { holds, ends: now + LONGEST });
        Ok(id)
    }

    /// What a session holds, if it is open.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<T> {
        let open = self.open();
        let session = open.get(id).filter(|session| session.ends > Instant::now())?;
        Some(session.holds.clone())
    }

    /// Changes what a session holds. One that has ended does not open again.
    pub fn change(&self, id: &str, holds: T) -> Option<()> {
        self.open().get_mut(id).map(|session| session.holds = holds)
    }

    /// Ends a session, and returns what it held.
    pub fn end(&self, id: &str) -> Option<T> {
        self.open().remove(id).map(|session| session.holds)
    }

    fn open(&self) -> MutexGuard<'_, HashMap<String, Session<T>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Clone for Sessions<T> {
    fn clone(&self) -> Self {
        Self { open: Arc::clone(&self.open) }
    }
}

impl<T> Default for Sessions<T> {
    fn default() -> Self {
        Self { open: Arc::default() }
    }
}

impl<T> fmt::Debug for Sessions<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sessions(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_session_is_open_until_it_is_ended_or_a_day_has_passed() {
        let sessions = Sessions::default();
        let (first, second) = (sessions.begin(1).unwrap(), sessions.begin(2).unwrap());
        assert_ne!(first, second);
        assert_eq!((sessions.get(&first), sessions.get(&second)), (Some(1), Some(2)));
        assert_eq!((sessions.end(&first), sessions.get(&first)), (Some(1), None));
        assert_eq!(sessions.change(&first, 3), None, "what has ended does not open again");
        assert_eq!(sessions.get(&first), None);
        sessions.change(&second, 4).unwrap();

        tokio::time::advance(LONGEST - Duration::from_secs(1)).await;
        assert_eq!(sessions.get(&second), Some(4));
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(sessions.get(&second), None);
        sessions.begin(5).unwrap();
        assert_eq!(sessions.open().len(), 1, "what is over takes no room");
    }
}
