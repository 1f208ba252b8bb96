//! Whether what is added now is on trial.

use super::Record;
use crate::authenticator::{Authenticator, Method};
use crate::session::Session;
use crate::standing::Shown;
use crate::time::Timestamp;
use crate::trial::{TRIAL, Trial};

impl Record {
    /// What somebody in this session adds counts as, for a while; `None`: in full.
    pub(crate) fn trial_in(&self, session: &Session<'_>, now: Timestamp) -> Option<Trial> {
        let shown = self.shown(session, now);
        let is_given_up = self.given_up_by_mail_at.is_some_and(|at| now < at.plus(TRIAL));
        if is_given_up || shown.is_some_and(|shown| self.is_only_mail(shown)) {
            return Some(Trial::Mail);
        }
        let by_recovery = shown.is_some_and(|shown| shown.method == Method::Recovery);
        by_recovery.then_some(Trial::Recovery)
    }

    /// Whether no more was shown than a mailed code, to somebody who had set codes by mail up before.
    /// The session in which they are set up has begun with nothing, and could have set up an app.
    fn is_only_mail(&self, shown: Shown) -> bool {
        let set_up_now = |own: &Authenticator| {
            own.method() == Method::Email
                && own.added_at() == shown.at
                && own.trial(shown.at).is_none()
        };
        !shown.steps_up && !self.authenticators.iter().any(set_up_now)
    }

    /// Writes down that a session takes the last authenticator away, if it has shown no more than a
    /// mailed code: who begins anew after that begins with as much.
    pub(crate) fn gives_up(&mut self, session: &Session<'_>, now: Timestamp) {
        if self.authenticators.len() <= 1 && self.trial_in(session, now) == Some(Trial::Mail) {
            self.given_up_by_mail_at = Some(now);
        }
    }

    /// Until when nothing that is there can show a recent factor, because it is on trial; `None`: it is
    /// not, or will never do.
    pub(crate) fn steps_up_from(&self, now: Timestamp) -> Option<Timestamp> {
        let apps = self.authenticators.iter().filter(|own| own.method() == Method::Totp);
        let apps = apps.map(|own| match own.trial(now) {
            Some(Trial::Mail) => own.trusted_from(),
            Some(Trial::Recovery) | None => now,
        });
        apps.min().filter(|from| now < *from)
    }
}
