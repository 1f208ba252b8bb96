//! Showing a challenge, and opening what comes back. Nothing is written here.

use super::{Remember, SecondFactor};
use crate::authenticator::{Method, Methods};
use crate::challenge::methods;
use crate::decide::{Decision, decide};
use crate::fault::Fault;
use crate::place::Place;
use crate::policy::Requirement;
use crate::record::Record;
use crate::secret::Vault;
use crate::session::Session;
use crate::standing::Standing;
use crate::subject::Principal;
use crate::throttle::Gate;
use crate::ticket::{Purpose, Ticket, Worth};
use crate::time::Timestamp;

/// Why something is not done now. What to do instead is part of it.
#[expect(clippy::exhaustive_enums, reason = "every door must have an answer to each")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Denied {
    /// A second factor must be shown first.
    Challenge(Purpose),
    /// An authenticator must be activated first.
    Enroll,
    /// The form is over: show a fresh one.
    Over,
    /// The form was not made for this session.
    Foreign,
    /// There is no such thing.
    Unknown,
    /// The last authenticator of somebody who must have one stays.
    LastOne,
    /// There are as many as there may be.
    TooMany,
    /// Somebody acts as this person, whose second factor is none of their business.
    Impersonated,
    /// The application does not say that they may.
    Forbidden,
    /// There is no second factor for this person.
    Off,
    /// Whoever does that could not undo it.
    LocksOut,
    /// What stands in this field cannot be.
    Malformed(&'static str),
    /// Only an app that was added by a recovery code has been shown, and for a while it counts as no
    /// more than such a code.
    OnTrial {
        /// Until then.
        until: Timestamp,
    },
}

/// What the page of a challenge shows.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ChallengeView {
    /// The ticket for the form.
    pub ticket: String,
    /// What the challenge is for.
    pub purpose: Purpose,
    /// The method that is asked for.
    pub method: Method,
    /// Every method that can be asked for.
    pub methods: Vec<Method>,
    /// What the throttle of that method allows.
    pub gate: Gate,
    /// The name of the authenticator, if there is only one.
    pub name: Option<String>,
    /// How many digits a code has.
    pub digits: u8,
    /// Whether and how the page offers to remember the device.
    pub remember: Remember,
}

/// What comes of asking for a challenge.
#[expect(clippy::exhaustive_enums, reason = "every door must have an answer to each")]
#[derive(Clone, Debug)]
pub enum Asked {
    /// Show this.
    Show(Box<ChallengeView>),
    /// There is nothing to ask: go there.
    Satisfied(Place),
    /// There is nothing to ask with.
    Enroll(Option<Place>),
}

/// Whether a challenge is shown for the first time.
#[expect(clippy::exhaustive_enums, reason = "it is shown first or again")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Showing {
    /// For the first time: not at all if there is nothing left to ask.
    First,
    /// Once more, to say what was wrong with the answer.
    Again,
}

impl SecondFactor {
    /// Seals a ticket that leads to a challenge or an activation, and from there to `place`.
    ///
    /// # Errors
    /// Something is broken.
    pub fn ticket(
        &self,
        principal: &Principal,
        purpose: Purpose,
        place: Option<Place>,
    ) -> Result<String, Fault> {
        let principal = principal.answerable();
        let session = Session::of(&self.inner.vault, principal);
        // The epoch is not known here and does not matter: this ticket is only ever shown, and
        // exchanged for one that can be answered.
        self.seal(
            principal,
            &Ticket::new(purpose, session.digest(), u64::MAX, None, self.now()).to(place),
        )
    }

    /// Opens a ticket. `None`: it was not made for this subject.
    #[must_use]
    pub fn open_ticket(&self, principal: &Principal, text: &str) -> Option<Ticket> {
        Ticket::open(&self.inner.vault, principal.answerable().subject(), text).ok()
    }

    /// What to show to somebody who is to answer a challenge. `from` is the ticket that led here,
    /// `method` the one that was asked for.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn challenge(
        &self,
        principal: &Principal,
        from: Option<&Ticket>,
        method: Option<Method>,
        device: Option<&str>,
        showing: Showing,
    ) -> Result<Asked, Fault> {
        let principal = principal.answerable();
        let now = self.now();
        let place = from.and_then(Ticket::place).cloned();
        let (stored, rules) = self.look(principal).await?;
        let Some(stored) = stored.filter(|stored| stored.record.is_enrolled()) else {
            return Ok(Asked::Enroll(place));
        };
        let record = &*stored.record;
        let holds = self.holds(&rules, principal, Some(record), now);
        let session = Session::of(&self.inner.vault, principal);
        let standing = self.standing(record, &session, device, &holds, now);
        let purpose = from
            .map(Ticket::purpose)
            .filter(|purpose| purpose.is_challenge())
            .unwrap_or(Purpose::SignIn);
        if showing == Showing::First && from.is_some() && self.is_answered(purpose, standing, now) {
            return Ok(Asked::Satisfied(place.unwrap_or_else(Place::home)));
        }
        let methods = offered(record, &self.inner.vault, purpose, holds.methods);
        let method = method
            .or_else(|| from.and_then(Ticket::method))
            .filter(|wanted| methods.contains(wanted))
            .unwrap_or(Method::Totp);
        let lane = self.device_of(record, principal, device, holds.remember, now);
        let shown = record.shown(&session, now).map(|shown| shown.at);
        let ticket = Ticket::new(purpose, session.digest(), record.epoch(), shown, now)
            .to(place)
            .by(Some(method));
        Ok(Asked::Show(Box::new(ChallengeView {
            ticket: self.seal(principal, &ticket)?,
            purpose,
            method,
            gate: record.throttle(method, lane).gate(now),
            name: match record.authenticators() {
                [only] => Some(only.name().as_str().to_owned()),
                _ => None,
            },
            digits: record.authenticators().first().map_or(6, |first| first.digits()),
            remember: if may_remember(purpose, method, holds.remember) {
                holds.remember
            } else {
                Remember::Never
            },
            methods,
        })))
    }

    fn is_answered(&self, purpose: Purpose, standing: Standing, now: Timestamp) -> bool {
        match purpose {
            Purpose::SignIn => decide(Requirement::ALWAYS, standing, now) == Decision::Allow,
            Purpose::StepUp { max_age } => {
                let max_age = core::time::Duration::from_secs(max_age);
                decide(Requirement::Recent { max_age }, standing, now) == Decision::Allow
            }
            Purpose::Manage => self.may_manage(standing, now),
            Purpose::Form | Purpose::Confirm { .. } => false,
        }
    }

    /// Whether a session may change the set-up: it has shown a factor a short while ago, and not a
    /// recovery code. Whoever found a list of codes is not to take the authenticators away.
    pub(super) fn may_manage(&self, standing: Standing, now: Timestamp) -> bool {
        let recent = Requirement::Recent { max_age: self.inner.settings.manage_max_age };
        decide(recent, standing, now) == Decision::Allow
            && standing.shown().is_some_and(|shown| shown.method != Method::Recovery)
    }

    pub(super) fn seal(&self, principal: &Principal, ticket: &Ticket) -> Result<String, Fault> {
        Ok(ticket.seal(&self.inner.vault, principal.subject(), self.random()?)?)
    }

    /// Whether a form counts. A form of this subject's earlier session is over rather than foreign
    /// if this session has shown a factor: its id changed because another tab was faster.
    pub(super) fn form_counts(
        &self,
        record: &Record,
        session: &Session<'_>,
        ticket: &Ticket,
        now: Timestamp,
    ) -> Result<(), Denied> {
        let shown = record.shown(session, now).map(|shown| shown.at);
        match ticket.worth(session, record.epoch(), shown, now) {
            Worth::Good => Ok(()),
            Worth::Over => Err(Denied::Over),
            Worth::Foreign if shown.is_some() => Err(Denied::Over),
            Worth::Foreign => Err(Denied::Foreign),
        }
    }
}

/// Whether the page of this challenge offers to remember the device.
pub(super) fn may_remember(purpose: Purpose, method: Method, remember: Remember) -> bool {
    purpose == Purpose::SignIn && method == Method::Totp && remember.lasts().is_some()
}

/// The methods that a challenge of this purpose takes.
pub(super) fn offered(
    record: &Record,
    vault: &Vault,
    purpose: Purpose,
    accepted: Methods,
) -> Vec<Method> {
    methods(record, vault)
        .filter(|method| accepted.has(*method))
        .filter(|method| *method != Method::Recovery || purpose != Purpose::Manage)
        .collect()
}
