//! All that is known of a subject: one value with a version.
//!
//! | part | bound to | ends with |
//! |---|---|---|
//! | authenticators, recovery codes | the subject | their removal |
//! | marks (which session has shown what) | a session | sign-out, the epoch, 30 days |
//! | remembered devices | a browser | being forgotten, the epoch, their time |
//! | pending enrollments | a session | confirmation, the epoch, 10 minutes |
//! | mailed codes | a session and a challenge | being used, a newer one, the epoch, their time |
//! | throttles | the subject and a method, or a device | time |
//!
//! The *epoch* rises with every change of the set-up. Raising it empties what ends with it, and
//! tickets that name an older one are void.
//!
//! A code is spent, a failure counted and a session marked in the same value, which a store replaces
//! only if it is still the one that was read. So a code counts once, however many requests bring it.

use core::time::Duration;

use crate::authenticator::{Authenticator, AuthenticatorId, Method, Methods, RecoveryCodes};
use crate::enrollment::Pending;
use crate::mail::Mail;
use crate::mark::{Evidence, Mark, Marked};
use crate::policy::Known;
use crate::remembered_device::{DeviceId, RememberedDevice};
use crate::session::Session;
use crate::standing::Shown;
use crate::subject::{Principal, SubjectId};
use crate::terms::Terms;
use crate::throttle::Throttle;
use crate::time::{SKEW, Timestamp};

/// How long a mark lasts.
const MARK_LASTS: Duration = Duration::from_secs(30 * 86_400);
/// How many marks are kept; the oldest goes first.
const MARKS: usize = 64;
/// How many remembered devices are kept; the one not seen for longest goes first.
const DEVICES: usize = 20;

/// All that is known of a subject.
#[derive(Clone, Debug, Default, minicbor::Decode, minicbor::Encode)]
pub struct Record {
    #[n(0)]
    epoch: u64,
    #[n(1)]
    authenticators: Vec<Authenticator>,
    #[n(2)]
    recovery_codes: Option<RecoveryCodes>,
    #[n(3)]
    marks: Vec<Mark>,
    #[n(4)]
    devices: Vec<RememberedDevice>,
    #[n(5)]
    pending: Vec<Pending>,
    #[n(6)]
    totp_throttle: Throttle,
    #[n(7)]
    recovery_throttle: Throttle,
    #[n(8)]
    #[cbor(default)]
    terms: Terms,
    #[n(9)]
    #[cbor(default)]
    mail: Mail,
    /// When the last authenticator was taken away by somebody who had shown a mailed code and no more.
    #[n(10)]
    given_up_by_mail_at: Option<Timestamp>,
}

impl Record {
    /// How often the set-up has changed.
    #[must_use]
    pub const fn epoch(&self) -> u64 {
        self.epoch
    }

    /// What is known of the person besides authenticators.
    #[must_use]
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What rules depend on.
    pub(crate) fn known(&self) -> Known<'_> {
        self.terms.known(self.is_enrolled())
    }

    /// Whether the lists have the person as the application has them now.
    pub(crate) fn is_seen_as(&self, principal: &Principal) -> bool {
        self.terms.profile().is_some_and(|profile| profile.is_of(principal))
    }

    pub(crate) fn into_terms(self) -> Terms {
        self.terms
    }

    pub(crate) const fn terms_mut(&mut self) -> &mut Terms {
        &mut self.terms
    }

    /// The authenticators in use, the oldest first.
    #[must_use]
    pub fn authenticators(&self) -> &[Authenticator] {
        &self.authenticators
    }

    /// Whether there is one at least.
    #[must_use]
    pub fn is_enrolled(&self) -> bool {
        !self.authenticators.is_empty()
    }

    /// Whether there is one of a method.
    #[must_use]
    pub fn has(&self, method: Method) -> bool {
        self.authenticators.iter().any(|known| known.method() == method)
    }

    /// Whether there is one that is accepted.
    pub(crate) fn has_accepted(&self, methods: Methods) -> bool {
        self.authenticators.iter().any(|known| methods.has(known.method()))
    }

    pub(crate) const fn mail(&self) -> &Mail {
        &self.mail
    }

    pub(crate) const fn mail_mut(&mut self) -> &mut Mail {
        &mut self.mail
    }

    /// Since when the person is to be told something that has not gone out. A store with lists finds them
    /// by it; see [`AdministrationStore::owing`](crate::port::AdministrationStore::owing).
    #[must_use]
    pub fn owes_since(&self) -> Option<Timestamp> {
        self.mail.debts().since()
    }

    /// The recovery codes, while there is an authenticator.
    #[must_use]
    pub const fn recovery_codes(&self) -> Option<&RecoveryCodes> {
        self.recovery_codes.as_ref()
    }

    /// The devices that are remembered at `now`.
    pub fn devices(&self, now: Timestamp) -> impl Iterator<Item = &RememberedDevice> {
        self.devices.iter().filter(move |device| device.is_remembered(now))
    }

    /// The factor that a session has shown last, if its mark is in force.
    pub(crate) fn shown(&self, session: &Session<'_>, now: Timestamp) -> Option<Shown> {
        match self.marked(session, now) {
            Some(Marked::By(shown)) => Some(shown),
            Some(Marked::ByDevice(_) | Marked::NotNow) | None => None,
        }
    }

    /// What a session's mark says, if it is in force.
    pub(crate) fn marked(&self, session: &Session<'_>, now: Timestamp) -> Option<Marked> {
        let mark = self.marks.iter().rev().find(|mark| session.is(&mark.session))?;
        // A clock that is a little ahead of ours has made no future.
        let at = if mark.at <= now.plus(SKEW) { mark.at.min(now) } else { return None };
        if now >= at.plus(MARK_LASTS) {
            return None;
        }
        match mark.evidence {
            Evidence::Factor(method) => Some(Marked::By(Shown::new(at, method))),
            Evidence::OnTrial(method) => {
                Some(Marked::By(Shown { steps_up: false, ..Shown::new(at, method) }))
            }
            Evidence::Device(id) => {
                self.devices(now).any(|device| device.id() == id).then_some(Marked::ByDevice(id))
            }
            Evidence::NotNow => Some(Marked::NotNow),
        }
    }

    /// Marks the session as one of a remembered device.
    pub(crate) fn stand_in(&mut self, device: DeviceId, session: &Session<'_>, now: Timestamp) {
        self.mark(session, Evidence::Device(device), now);
    }

    /// Somebody who must activate puts it off in this session.
    pub(crate) fn put_off(&mut self, session: &Session<'_>, now: Timestamp) {
        self.terms.put_off();
        self.mark(session, Evidence::NotNow, now);
    }

    /// Whether somebody who must activate has put it off in this session.
    pub(crate) fn is_put_off(&self, session: &Session<'_>, now: Timestamp) -> bool {
        matches!(self.marked(session, now), Some(Marked::NotNow))
    }

    /// The person has another key from now on.
    pub(crate) fn renamed(&mut self, old: &SubjectId) {
        if let Some(codes) = &mut self.recovery_codes {
            codes.renamed(old);
        }
    }

    /// Whether this is what became of another record under another key.
    pub(crate) fn is_successor_of(&self, other: &Self) -> bool {
        let is_here = |id| self.authenticators.iter().any(|known| known.id() == id);
        other.authenticators.iter().map(Authenticator::id).any(is_here)
    }

    /// Whether nothing is set up, and nothing known of the person.
    pub(crate) fn is_blank(&self) -> bool {
        !self.is_enrolled() && self.terms == Terms::default() && self.given_up_by_mail_at.is_none()
    }

    /// Whether it is of nobody: nothing was ever set up, and nothing is known.
    pub(crate) fn is_of_nobody(&self) -> bool {
        self.epoch == 0 && self.is_blank()
    }

    /// Takes away all that was set up, and ends all that was shown. What guesses have cost stays.
    pub(crate) fn reset(&mut self) {
        self.raise_epoch();
        self.authenticators.clear();
        self.recovery_codes = None;
        self.given_up_by_mail_at = None;
    }

    fn mark(&mut self, session: &Session<'_>, evidence: Evidence, now: Timestamp) {
        self.forget_session(session);
        self.marks.retain(|mark| now < mark.at.plus(MARK_LASTS));
        while self.marks.len() >= MARKS {
            self.marks.remove(0);
        }
        self.marks.push(Mark { session: session.digest(), at: now, evidence });
    }

    /// Takes a session's mark away. Says whether there was one.
    pub(crate) fn forget_session(&mut self, session: &Session<'_>) -> bool {
        let before = self.marks.len();
        self.marks.retain(|mark| !session.is(&mark.session));
        self.mail.forget_session(session);
        self.marks.len() != before
    }

    /// Ends all that a session has shown, was sent and has begun. Says whether there was anything.
    pub(crate) fn end_session(&mut self, session: &Session<'_>) -> bool {
        let (codes, begun) = (self.mail.forget_session(session), self.pending.len());
        self.pending.retain(|pending| !pending.is_of(session));
        let had_begun = self.pending.len() != begun;
        self.forget_session(session) || codes || had_begun
    }

    /// Ends every mark, device, pending enrollment and ticket.
    pub(crate) fn raise_epoch(&mut self) {
        self.epoch = self.epoch.saturating_add(1);
        self.marks.clear();
        self.devices.clear();
        self.pending.clear();
        self.mail.end_codes();
    }

    /// Raises the epoch but leaves a session what it has just shown.
    pub(crate) fn raise_epoch_but_for(&mut self, session: &Session<'_>) {
        let own = self.marks.iter().find(|mark| session.is(&mark.session)).cloned();
        self.raise_epoch();
        let is_factor = |evidence| matches!(evidence, Evidence::Factor(_) | Evidence::OnTrial(_));
        self.marks.extend(own.filter(|mark| is_factor(mark.evidence)));
    }

    /// Brings an authenticator into use.
    pub(crate) fn add(&mut self, authenticator: Authenticator) {
        self.authenticators.push(authenticator);
    }

    /// Takes an authenticator out of use. With the last one go the recovery codes: without a factor
    /// there is nothing to recover.
    pub(crate) fn remove(&mut self, id: AuthenticatorId) -> Option<Authenticator> {
        let at = self.authenticators.iter().position(|known| known.id() == id)?;
        let removed = self.authenticators.remove(at);
        if self.authenticators.is_empty() {
            self.recovery_codes = None;
            self.marks.clear();
        }
        Some(removed)
    }

    pub(crate) fn authenticator_mut(&mut self, id: AuthenticatorId) -> Option<&mut Authenticator> {
        self.authenticators.iter_mut().find(|known| known.id() == id)
    }

    pub(crate) fn authenticators_mut(&mut self) -> &mut [Authenticator] {
        &mut self.authenticators
    }

    pub(crate) fn replace_recovery_codes(&mut self, codes: RecoveryCodes) {
        self.recovery_codes = Some(codes);
        self.recovery_throttle = Throttle::default();
    }

    pub(crate) fn remember(&mut self, device: RememberedDevice, now: Timestamp) {
        self.devices.retain(|known| known.is_remembered(now));
        while self.devices.len() >= DEVICES {
            let oldest = self.devices.iter().enumerate().min_by_key(|(_, d)| d.last_seen_at());
            let Some((at, _)) = oldest else { break };
            self.devices.remove(at);
        }
        self.devices.push(device);
    }

    pub(crate) fn device_mut(&mut self, id: DeviceId) -> Option<&mut RememberedDevice> {
        self.devices.iter_mut().find(|device| device.id() == id)
    }

    /// Forgets a device. Sessions that it stood in for are asked again.
    pub(crate) fn forget_device(&mut self, id: DeviceId) -> bool {
        let before = self.devices.len();
        self.devices.retain(|device| device.id() != id);
        self.devices.len() != before
    }

    pub(crate) fn forget_devices(&mut self) {
        self.devices.clear();
    }

    pub(crate) fn pending(&self) -> &[Pending] {
        &self.pending
    }

    pub(crate) const fn pending_mut(&mut self) -> &mut Vec<Pending> {
        &mut self.pending
    }

    /// The throttle that an answer by `method` meets: that of the device, if the browser is one.
    pub(crate) fn throttle(&self, method: Method, lane: Option<DeviceId>) -> &Throttle {
        let own = |id| self.devices.iter().find(|device| device.id() == id);
        match (lane.and_then(own), method) {
            (Some(device), Method::Totp) => device.throttle(),
            (None, Method::Totp) => &self.totp_throttle,
            (_, Method::Recovery) => &self.recovery_throttle,
            (_, Method::Email) => self.mail.throttle(),
        }
    }

    pub(crate) fn throttle_mut(&mut self, method: Method, lane: Option<DeviceId>) -> &mut Throttle {
        let own = self.devices.iter_mut().find(|device| Some(device.id()) == lane);
        match (own, method) {
            (Some(device), Method::Totp) => device.throttle_mut(),
            (None, Method::Totp) => &mut self.totp_throttle,
            (_, Method::Recovery) => &mut self.recovery_throttle,
            (_, Method::Email) => self.mail.throttle_mut(),
        }
    }
}

mod on_trial;
mod spend;
#[cfg(test)]
mod tests;
