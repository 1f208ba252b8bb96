//! Showing a challenge, and opening what comes back. Nothing is written here.

use super::{MailView, NoMail, Remember, SecondFactor};
use crate::authenticator::{Authenticator, Method, Methods};
use crate::challenge::methods;
use crate::decide::{Decision, decide};
use crate::fault::Fault;
use crate::place::Place;
use crate::policy::Requirement;
use crate::record::Record;
use crate::session::Session;
use crate::standing::{Shown, Standing};
use crate::subject::Principal;
use crate::throttle::Gate;
use crate::ticket::{ChallengeId, Purpose, Ticket, Worth};
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
    /// This way is not offered to this person.
    NotOffered,
    /// Codes by mail have to be in use first.
    MailFirst,
    /// Not yet: a message was sent a moment ago, or too many within the hour.
    Wait {
        /// From then on.
        until: Timestamp,
    },
    /// What stands in this field cannot be.
    Malformed(&'static str),
    /// Only an app on trial has been shown: a recovery code or a mailed code has added it, and for a while
    /// it counts as no more than that.
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
    /// Every method that can be asked for, the one used last first and recovery codes last. There may be
    /// none: nothing of what was set up can be asked for any more.
    pub methods: Vec<Method>,
    /// Whether the person is to choose first: there is more than one way besides recovery codes, and
    /// nothing says which.
    pub selects: bool,
    /// What is to be said of codes by mail, if that is the method or may be chosen.
    pub mail: Option<MailView>,
    /// Why no code can be sent, to somebody who has set codes by mail up.
    pub no_mail: Option<NoMail>,
    /// What would be asked for is on trial until then, because a mailed code has added it.
    pub on_trial_until: Option<Timestamp>,
    /// What the throttle of that method allows.
    pub gate: Gate,
    /// The name of the authenticator, if there is only one of the method.
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
        let is_answered = self.is_answered(record, purpose, standing, holds.methods, now);
        if showing == Showing::First && from.is_some() && is_answered {
            return Ok(Asked::Satisfied(place.unwrap_or_else(Place::home)));
        }
        let mail_to = self.mail_to(principal, record);
        let accepted = holds.methods;
        let challenge = ForChallenge { purpose, accepted, mail: mail_to.is_ok(), now };
        let methods = offered(self, record, &challenge);
        let is_step_up = matches!(purpose, Purpose::StepUp { .. });
        let on_trial_until = self.on_trial_until(record, now).filter(|_| is_step_up);
        // Where something can be brought into use, that helps; where not, the page says so.
        if methods.is_empty() && purpose != Purpose::SignIn && on_trial_until.is_none() {
            let adds = ForChallenge { purpose: Purpose::Add, ..challenge };
            let may_add = self.may_add_to(record, standing, accepted, now)
                || purpose != Purpose::Add && !offered(self, record, &adds).is_empty();
            if may_add {
                return Ok(Asked::Enroll(place));
            }
        }
        let wanted = method
            .or_else(|| from.and_then(Ticket::method))
            .filter(|wanted| methods.contains(wanted));
        let primary = methods.iter().filter(|method| method.is_primary()).count();
        let selects = wanted.is_none() && primary > 1 && showing == Showing::First;
        let method = wanted.or_else(|| methods.first().copied()).unwrap_or(Method::Totp);
        let lane = self.device_of(record, principal, device, holds.remember, now);
        let shown = record.shown(&session, now).map(|shown| shown.at);
        let id = match from.and_then(|from| from.goes_on(&session, purpose, record.epoch())) {
            Some(id) => id,
            None => ChallengeId::from_bytes(self.random()?),
        };
        let ticket = Ticket::new(purpose, session.digest(), record.epoch(), shown, now)
            .to(place)
            .by((!selects).then_some(method))
            .of(id);
        let mut own = record.authenticators().iter().filter(|own| own.method() == method);
        let (first, second) = (own.next(), own.next());
        let is_mail = match selects {
            true => methods.contains(&Method::Email),
            false => method == Method::Email,
        };
        Ok(Asked::Show(Box::new(ChallengeView {
            ticket: self.seal(principal, &ticket)?,
            purpose,
            method,
            on_trial_until,
            gate: record.throttle(method, lane).gate(now),
            name: first.filter(|_| second.is_none()).map(|only| only.name().as_str().to_owned()),
            digits: first.map_or(6, Authenticator::digits),
            selects,
            mail: match is_mail {
                true => self.mail_view(record, &session, (id, purpose), now),
                false => None,
            },
            no_mail: mail_to.err().filter(|_| record.has(Method::Email)),
            remember: if may_remember(purpose, method, holds.remember) {
                holds.remember
            } else {
                Remember::Never
            },
            methods,
        })))
    }

    fn is_answered(
        &self,
        record: &Record,
        purpose: Purpose,
        standing: Standing,
        accepted: Methods,
        now: Timestamp,
    ) -> bool {
        match purpose {
            Purpose::SignIn => decide(Requirement::ALWAYS, standing, now) == Decision::Allow,
            Purpose::StepUp { max_age } => {
                let max_age = core::time::Duration::from_secs(max_age);
                decide(Requirement::Recent { max_age }, standing, now) == Decision::Allow
            }
            Purpose::Manage => self.may_manage(record, standing, accepted, now),
            Purpose::Add => self.may_add_to(record, standing, accepted, now),
            Purpose::Form | Purpose::Confirm { .. } => false,
        }
    }

    /// Whether a session may change the set-up: it has shown a factor a short while ago, and not a
    /// recovery code, nor a mailed one if there is an app. Whoever found a list of codes, or an open
    /// mailbox, is not to take the apps away; and an app that a mailed code added would be worth more.
    pub(super) fn may_manage(
        &self,
        record: &Record,
        standing: Standing,
        accepted: Methods,
        now: Timestamp,
    ) -> bool {
        let Some(shown) = standing.shown() else { return false };
        let is_full = match shown.method {
            Method::Totp | Method::Email => shown.steps_up || !has_full_app(record, accepted, now),
            Method::Recovery => false,
        };
        is_full && self.is_recent(standing, now)
    }

    /// Whether a session may look after others: as [`may_manage`](Self::may_manage), and never by mail
    /// unless that steps up.
    pub(super) fn may_administer(&self, standing: Standing, now: Timestamp) -> bool {
        let is_full = |shown: Shown| shown.steps_up && shown.method != Method::Recovery;
        standing.shown().is_some_and(is_full) && self.is_recent(standing, now)
    }

    /// Whether a session may add an authenticator to those that there are: as
    /// [`may_manage`](Self::may_manage), and by a recovery code as well.
    pub(super) fn may_add_to(
        &self,
        record: &Record,
        standing: Standing,
        accepted: Methods,
        now: Timestamp,
    ) -> bool {
        let by_recovery = standing.shown().is_some_and(|shown| shown.method == Method::Recovery);
        self.may_manage(record, standing, accepted, now)
            || by_recovery && self.is_recent(standing, now)
    }

    /// Whether a session has shown whatever it has a short while ago.
    fn is_recent(&self, standing: Standing, now: Timestamp) -> bool {
        let age = standing.shown().and_then(|shown| now.since(shown.at));
        age.is_some_and(|age| age <= self.inner.settings.manage_max_age)
    }

    /// Until when no app can show a recent factor, because mailed codes have added them all and are not
    /// worth one.
    pub(super) fn on_trial_until(&self, record: &Record, now: Timestamp) -> Option<Timestamp> {
        let takes_mail = self.inner.policy.takes_mail_for_step_up();
        record.steps_up_from(now).filter(|_| !takes_mail)
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

/// Whether there is an app beside which a mailed code counts for less: one that can be asked for, and is
/// not on trial. One that is, somebody may have added by a recovery code that they found; it must not
/// keep who has nothing but mail from taking it away.
fn has_full_app(record: &Record, accepted: Methods, now: Timestamp) -> bool {
    let is_asked_for = accepted.has(Method::Totp) || !record.has_accepted(accepted);
    let is_full = |own: &Authenticator| own.method() == Method::Totp && own.trusted_from() <= now;
    is_asked_for && record.authenticators().iter().any(is_full)
}

/// Which challenge it is, as far as the methods depend on it.
#[derive(Clone, Copy)]
pub(super) struct ForChallenge {
    pub(super) purpose: Purpose,
    pub(super) accepted: Methods,
    /// Whether a code can be sent.
    pub(super) mail: bool,
    pub(super) now: Timestamp,
}

/// The methods that a challenge takes, the one used last first and recovery codes last. Who has nothing
/// that is accepted any more shows what there is once more, to set up what is accepted.
pub(super) fn offered(
    second_factor: &SecondFactor,
    record: &Record,
    challenge: &ForChallenge,
) -> Vec<Method> {
    let ForChallenge { purpose, accepted, mail, now } = *challenge;
    let takes_mail = second_factor.policy().takes_mail_for_step_up();
    let has_accepted = record.has_accepted(accepted);
    let is_accepted =
        |method: Method| accepted.has(method) || (!has_accepted && method.is_primary());
    let is_fit = |method: Method| match (method, purpose) {
        (Method::Recovery, Purpose::Manage) => false,
        (Method::Email, Purpose::StepUp { .. }) => takes_mail,
        (Method::Totp, Purpose::StepUp { .. }) => {
            second_factor.on_trial_until(record, now).is_none()
        }
        (Method::Recovery, Purpose::StepUp { .. }) => {
            let codes = record.recovery_codes();
            takes_mail || codes.is_none_or(|codes| codes.trial(now).is_none())
        }
        (Method::Email, Purpose::Manage | Purpose::Add) => {
            !has_full_app(record, accepted, now) || takes_mail
        }
        (Method::Email | Method::Totp | Method::Recovery, _) => true,
    };
    let mut offered: Vec<Method> = methods(record, &second_factor.inner.vault)
        .filter(|method| is_accepted(*method) && is_fit(*method))
        .filter(|method| *method != Method::Email || mail)
        .collect();
    let last_used = |method: Method| {
        let own = record.authenticators().iter().filter(|own| own.method() == method);
        own.filter_map(Authenticator::last_used_at).max()
    };
    offered.sort_by_key(|method| core::cmp::Reverse((method.is_primary(), last_used(*method))));
    offered
}
