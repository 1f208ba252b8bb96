//! Telling people what has happened to their second factor: it is owed to them in the swap that stores
//! it, sent when the swap is done, and sent by whoever comes across it if it was not.
//!
//! | the courier says | then |
//! |---|---|
//! | it went out | that is all |
//! | it did not go out | again, each time after a longer while; after the last it stays owed, for three days |
//! | refused for good, or nobody knows | no more tries; it is in the audit |

use core::time::Duration;

use super::SecondFactor;
use super::hand_over::Handed;
use super::mail_to::is_confirmed;
use super::outbox::BACK_OFF;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::owed::Owed;
use crate::port::{Content, CourierError, NoticeKind};
use crate::record::Record;
use crate::subject::{Principal, Profile, SubjectId};
use crate::time::Timestamp;

/// What has been owed for longer than this was left behind by its process, or is sent by one already.
const LEFT_BEHIND: Duration = Duration::from_secs(60);
/// How many people are looked at in one round.
const PORTION: usize = 200;

impl SecondFactor {
    /// Owes a person what an event tells them, if it tells them anything.
    pub(super) fn owe_for(
        &self,
        record: &mut Record,
        principal: &Principal,
        now: Timestamp,
        event: &Event,
    ) -> Result<(), Fault> {
        notice(event).map_or(Ok(()), |kind| self.owe(record, principal, now, kind))
    }

    /// Owes a person a notice, if there is an address that somebody has confirmed.
    pub(super) fn owe(
        &self,
        record: &mut Record,
        principal: &Principal,
        now: Timestamp,
        kind: NoticeKind,
    ) -> Result<(), Fault> {
        match principal.address().filter(|_| is_confirmed(principal, record)) {
            Some(email) => self.owe_at(record, &email.address, &Profile::of(principal), now, kind),
            None => Ok(()),
        }
    }

    /// The same for somebody who is not here.
    pub(super) fn owe_at(
        &self,
        record: &mut Record,
        to: &str,
        profile: &Profile,
        now: Timestamp,
        kind: NoticeKind,
    ) -> Result<(), Fault> {
        if self.inner.courier.is_some() {
            let id = DeliveryId::from_bytes(self.random()?);
            record.mail_mut().debts_mut().add(Owed::new(id, kind, now, to, profile));
        }
        Ok(())
    }

    /// Sends a notice that is owed, without waiting for it.
    pub(super) fn pay(&self, subject: &SubjectId, owed: Owed) {
        if self.inner.courier.is_none() {
            return;
        }
        // If there is no room it stays owed.
        let Some(place) = self.inner.outbox.enter_kept(owed.id) else { return };
        let (this, subject) = (self.clone(), subject.clone());
        self.behind(async move {
            this.pay_at_last(&subject, owed).await;
            drop(place);
        });
    }

    /// Sends what is owed to a person for longer than it takes.
    pub(super) fn pay_what_was_left(&self, subject: &SubjectId, record: &Record, now: Timestamp) {
        let debts = record.mail().debts();
        if debts.since().is_none_or(|since| now < since.plus(LEFT_BEHIND)) {
            return;
        }
        for owed in debts.all().iter().filter(|owed| now >= owed.at.plus(LEFT_BEHIND)) {
            self.pay(subject, owed.clone());
        }
    }

    /// The same for everybody.
    pub(super) async fn pay_everybody(&self) -> Result<(), Fault> {
        let now = self.now();
        let Some(before) = now.as_unix().checked_sub(LEFT_BEHIND.as_secs()) else { return Ok(()) };
        let store = &self.administration()?.store;
        let before = Timestamp::from_unix(before);
        for subject in self.bounded(store.owing(before, PORTION)).await? {
            match self.load(&subject).await {
                Ok(Some(stored)) => self.pay_what_was_left(&subject, &stored.record, now),
                Ok(None) => {}
                Err(fault) if fault.kind() == FaultKind::Store => return Err(fault),
                // The others get theirs.
                Err(fault) => {
                    tracing::warn!(target: "countersign", %fault, "somebody is passed over");
                }
            }
        }
        Ok(())
    }

    /// Tries until it is certain what became of a notice, or for long enough.
    async fn pay_at_last(&self, subject: &SubjectId, owed: Owed) {
        let (to, content) = (owed.to(), Content::Notice(owed.kind));
        let message = self.message(owed.id, to, owed.label(), owed.language(), content, owed.at);
        let mut back_off = BACK_OFF.into_iter();
        let mut is_ours = false;
        loop {
            if owed.is_stale(self.now()) {
                return self.give_up(subject, &owed, Delivery::Failed).await;
            }
            let mark =
                |record: &mut Record| record.mail_mut().debts_mut().settle(owed.id) || is_ours;
            let (error, marked) = match self.hand_over(subject, &message, mark).await {
                Handed::Sent | Handed::NotWanted => return,
                Handed::Failed { error, marked } => (error, marked),
            };
            let content = owed.kind.name();
            tracing::warn!(target: "countersign", content, %error, "a message was not delivered");
            match error {
                CourierError::Unsure(_) => {
                    return self.give_up(subject, &owed, Delivery::Unsure).await;
                }
                CourierError::Refused(_) => {
                    return self.give_up(subject, &owed, Delivery::Failed).await;
                }
                CourierError::NotSent(_) | CourierError::Later(_) => {}
            }
            if marked {
                // While it cannot be put back nobody else sends it.
                is_ours = !self.put_back(subject, &owed).await;
            }
            let Some(wait) = back_off.next() else { return };
            tokio::time::sleep(wait).await;
        }
    }

    async fn put_back(&self, subject: &SubjectId, owed: &Owed) -> bool {
        let done = self
            .change(subject, |record| {
                record.mail_mut().debts_mut().put_back(owed.clone());
                Ok(Change::Some(()))
            })
            .await;
        if let Err(fault) = &done {
            tracing::error!(target: "countersign", %fault, "not stored: a notice is still owed");
        }
        done.is_ok()
    }

    async fn give_up(&self, subject: &SubjectId, owed: &Owed, delivery: Delivery) {
        let event = Event::MessageNotDelivered(owed.kind.name(), delivery);
        self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
        let settled = self
            .change(subject, |record| {
                Ok(match record.mail_mut().debts_mut().settle(owed.id) {
                    true => Change::Some(()),
                    false => Change::None(()),
                })
            })
            .await;
        if let Err(fault) = settled {
            tracing::error!(target: "countersign", %fault, "not stored: a notice was given up");
        }
    }
}

const fn notice(event: &Event) -> Option<NoticeKind> {
    match event {
        Event::AuthenticatorAdded => Some(NoticeKind::AuthenticatorAdded),
        Event::AuthenticatorRemoved => Some(NoticeKind::AuthenticatorRemoved),
        Event::RecoveryCodeUsed { left } => Some(NoticeKind::RecoveryCodeUsed { left: *left }),
        Event::RecoveryCodesRenewed => Some(NoticeKind::RecoveryCodesRenewed),
        Event::DeviceRemembered => Some(NoticeKind::DeviceRemembered),
        Event::DeviceCopied => Some(NoticeKind::DeviceCopied),
        Event::Reset | Event::DisabledOnBehalf => Some(NoticeKind::Reset),
        Event::ChallengePassed(_)
        | Event::ChallengeFailed(_)
        | Event::ChallengeThrottled(_)
        | Event::EnrollmentBegun
        | Event::AuthenticatorRenamed
        | Event::DeviceStoodIn
        | Event::DeviceForgotten
        | Event::SignedOut
        | Event::CredentialsChanged
        | Event::RequirementBegan(_)
        | Event::PutOff { .. }
        | Event::Decided(_)
        | Event::LeftToRules
        | Event::RuleAdded(_)
        | Event::RuleRemoved(_)
        | Event::CodeSent
        | Event::ConfirmationSent
        | Event::AddressConfirmed
        | Event::MessageNotDelivered(..)
        | Event::ConfirmationsBegun
        | Event::SubjectRenamed
        | Event::SubjectRemoved => None,
    }
}
