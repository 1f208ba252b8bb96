//! What a person sees of their own set-up.

use super::{AddressView, NoMail, SecondFactor};
use crate::authenticator::{Authenticator, Method, RecoveryCodes};
use crate::fault::Fault;
use crate::place::Place;
use crate::policy::{Requirement, Rollout};
use crate::record::Record;
use crate::remembered_device::{DeviceId, RememberedDevice};
use crate::session::Session;
use crate::subject::Principal;
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// What the settings page shows.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Overview {
    /// The authenticators in use.
    pub authenticators: Vec<Authenticator>,
    /// The recovery codes, while there is an authenticator.
    pub recovery: Option<RecoveryOverview>,
    /// The remembered devices.
    pub devices: Vec<RememberedDevice>,
    /// Which of them this browser is.
    pub this_device: Option<DeviceId>,
    /// What is asked of the principal.
    pub requirement: Requirement,
    /// Where they are on the way to a second factor.
    pub rollout: Rollout,
    /// How often they may still say "not now".
    pub skips_left: u8,
    /// Why it is asked, if a reason was given.
    pub reason: Option<Box<str>>,
    /// Whether another authenticator may be added.
    pub may_add: bool,
    /// The methods that may be brought into use.
    pub offers: Vec<Method>,
    /// Whether codes by mail have to be in use before anything else is.
    pub mail_first: bool,
    /// Why codes by mail cannot be had.
    pub no_mail: Option<NoMail>,
    /// What is to be said of the person's address.
    pub address: Option<AddressView>,
    /// The ticket for the forms.
    pub ticket: String,
    /// When this was so.
    pub at: Timestamp,
}

/// How many recovery codes are left.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RecoveryOverview {
    /// How many are left.
    pub left: usize,
    /// How many there were.
    pub made: usize,
}

impl RecoveryOverview {
    /// Whether it is time for a new set.
    #[must_use]
    pub const fn is_low(self) -> bool {
        self.left < RecoveryCodes::FEW
    }
}

impl SecondFactor {
    /// What the settings page shows; `place` is where its forms lead back to. To somebody who acts as
    /// the principal it shows nothing of theirs, and its ticket is the actor's.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn overview(
        &self,
        principal: &Principal,
        device: Option<&str>,
        place: Option<Place>,
    ) -> Result<Overview, Fault> {
        if let Some(actor) = principal.actor() {
            return self.nothing_of(actor, place).await;
        }
        let now = self.now();
        let (stored, rules) = self.look(principal).await?;
        let session = Session::of(&self.inner.vault, principal);
        let none = Record::default();
        let record = stored.as_ref().map_or(&none, |stored| &*stored.record);
        let shown = record.shown(&session, now).map(|shown| shown.at);
        let holds = self.holds(&rules, principal, Some(record), now);
        let verdict = self.verdict(&rules, principal, Some(record), now);
        let reason = verdict.reason();
        let ticket =
            Ticket::new(Purpose::Form, session.digest(), record.epoch(), shown, now).to(place);
        Ok(Overview {
            authenticators: record.authenticators().to_vec(),
            recovery: record.recovery_codes().filter(|_| holds.methods.has(Method::Recovery)).map(
                |codes| RecoveryOverview {
                    left: codes.left(&self.inner.vault),
                    made: codes.made() as usize,
                },
            ),
            devices: record.devices(now).cloned().collect(),
            this_device: self.device_of(record, principal, device, holds.remember, now),
            requirement: holds.requirement,
            rollout: holds.rollout,
            skips_left: holds.skips_left,
            reason: reason.map(Into::into),
            may_add: record.authenticators().len() < self.inner.settings.most_authenticators,
            offers: self.offers(record, principal, holds.methods),
            mail_first: self.begins_by_mail(record),
            no_mail: self
                .mail_to(principal, record)
                .err()
                .filter(|_| holds.methods.has(Method::Email)),
            address: self.address_view(principal, record, now),
            ticket: self.seal(principal, &ticket)?,
            at: now,
        })
    }

    /// An overview of nobody, with a ticket for somebody who acts as a person.
    async fn nothing_of(&self, actor: &Principal, place: Option<Place>) -> Result<Overview, Fault> {
        let now = self.now();
        let session = Session::of(&self.inner.vault, actor);
        let stored = self.load(Self::complete(actor)?).await?;
        let (epoch, shown) = stored.map_or((0, None), |stored| {
            (stored.record.epoch(), stored.record.shown(&session, now).map(|shown| shown.at))
        });
        let ticket = Ticket::new(Purpose::Form, session.digest(), epoch, shown, now).to(place);
        Ok(Overview {
            authenticators: Vec::new(),
            recovery: None,
            devices: Vec::new(),
            this_device: None,
            requirement: Requirement::Nothing,
            rollout: Rollout::NotRequired,
            skips_left: 0,
            reason: None,
            may_add: false,
            offers: Vec::new(),
            mail_first: false,
            no_mail: None,
            address: None,
            ticket: self.seal(actor, &ticket)?,
            at: now,
        })
    }
}
