//! Telling people what has happened to their second factor: it is owed to them in the swap that stores
//! it, sent when the swap is done, and sent by whoever comes across it if it was not.
//!
//! | the courier says | then |
//! |---|---|
//! | it went out | that is all |
//! | it did not go out | again, each time after a longer while; after the last it stays owed, for three days |
//! | refused for good, or nobody knows | no more tries; it is in the audit |

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;

use super::SecondFactor;
use super::hand_over::Handed;
use super::mail_to::is_confirmed;
use super::outbox::{BACK_OFF, Place};
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::owed::Owed;
use crate::port::{Content, CourierError, NoticeKind};
use crate::record::Record;
use crate::subject::{Principal, Profile, SubjectId};
use crate::time::{SKEW, Timestamp};

/// What has been owed for longer than this was left behind by its process, or is sent by one already.
const LEFT_BEHIND: Duration = Duration::from_secs(60);
/// How many people are looked at in one round of errands.
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
            Some(email) => {
                let profile = Profile::of_visit(principal, record.terms().profile());
                self.owe_at(record, &email.address, &profile, now, kind)
            }
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
            let pushed_out =
                record.mail_mut().debts_mut().add(Owed::new(id, kind, now, to, profile));
            if let Some(kind) = pushed_out {
                let content = kind.name();
                tracing::warn!(target: "countersign", content, "too much is owed: a notice is left out");
            }
        }
        Ok(())
    }

    /// Sends a notice that is owed, without waiting for it.
    pub(super) fn pay(&self, subject: &SubjectId, owed: Owed) {
        self.begin_to_pay(subject, owed, &BACK_OFF);
    }

    fn begin_to_pay(&self, subject: &SubjectId, owed: Owed, back_off: &'static [Duration]) {
        if self.inner.courier.is_none() {
            return;
        }
        // If there is no room it stays owed.
        let Some(place) = self.inner.outbox.enter_kept(owed.id, !back_off.is_empty()) else {
            return;
        };
        let (this, subject) = (self.clone(), subject.clone());
        self.behind(async move { this.pay_at_last(&subject, owed, &place, back_off).await });
    }

    /// Sends what is owed to a person for longer than it takes: with one try, for whoever comes across it
    /// next tries again.
    pub(super) fn pay_what_was_left(&self, subject: &SubjectId, record: &Record, now: Timestamp) {
        // What a clock that was ahead has written was left behind as well.
        let is_left = |owed: &&Owed| now >= owed.at.plus(LEFT_BEHIND) || owed.at > now.plus(SKEW);
        for owed in record.mail().debts().all().iter().filter(is_left) {
            self.begin_to_pay(subject, owed.clone(), &[]);
        }
    }

    /// The same for everybody, some in every round, so that those whose mail server is away hold up
    /// nobody else.
    pub(super) async fn pay_everybody(&self) -> Result<(), Fault> {
        let now = self.now();
        let Some(before) = now.as_unix().checked_sub(LEFT_BEHIND.as_secs()) else { return Ok(()) };
        let store = &self.administration()?.store;
        let skip = self.inner.outbox.next_debtor();
        let owing = store.owing(Timestamp::from_unix(before), skip, PORTION);
        let owing = self.bounded(owing).await?;
        self.inner.outbox.set_next_debtor(match owing.len() {
            PORTION => skip.saturating_add(PORTION),
            _ => 0,
        });
        for subject in owing {
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
    async fn pay_at_last(
        &self,
        subject: &SubjectId,
        owed: Owed,
        place: &Place,
        back_off: &[Duration],
    ) {
        let (to, content) = (owed.to(), Content::Notice(owed.kind));
        let message = self.message(owed.id, to, owed.label(), owed.language(), content, owed.at);
        let mut back_off = back_off.iter();
        // It is in no record: this process has taken it off and could not put it back.
        let mut is_ours = false;
        // It was to be taken off, and the store did not say whether it was.
        let mut is_unknown = false;
        loop {
            if owed.is_stale(self.now()) {
                return self.give_up(subject, &owed, Delivery::Failed, is_ours).await;
            }
            let takes = AtomicBool::new(false);
            let mark = |record: &mut Record| {
                let due = record.mail_mut().debts_mut().settle(owed.id) || is_ours;
                takes.store(due, Ordering::SeqCst);
                place.keeps(!due);
                due
            };
            let handed = self.hand_over(subject, &message, mark).await;
            place.keeps(true);
            let (error, marked) = match handed {
                Handed::Sent => return,
                Handed::NotWanted if is_unknown => {
                    return self.give_up(subject, &owed, Delivery::Unsure, true).await;
                }
                Handed::NotWanted => return,
                Handed::Failed { error, marked } => (error, marked),
            };
            let content = owed.kind.name();
            tracing::warn!(target: "countersign", content, %error, "a message was not delivered");
            match error {
                CourierError::Unsure(_) => {
                    return self.give_up(subject, &owed, Delivery::Unsure, true).await;
                }
                CourierError::Refused(_) => {
                    return self.give_up(subject, &owed, Delivery::Failed, marked).await;
                }
                CourierError::NotSent(_) | CourierError::Later(_) => {}
            }
            if marked {
                // While it cannot be put back nobody else sends it.
                is_ours = !self.put_back(subject, &owed).await;
                is_unknown = false;
            } else {
                is_unknown |= takes.load(Ordering::SeqCst) && !is_ours;
            }
            match back_off.next() {
                Some(wait) => self.inner.outbox.last_call.rest(*wait).await,
                None if is_ours => {
                    return self.give_up(subject, &owed, Delivery::Failed, true).await;
                }
                None if is_unknown && !self.owes(subject, owed.id).await => {
                    return self.give_up(subject, &owed, Delivery::Unsure, true).await;
                }
                // Whoever comes across it tries again.
                None => return,
            }
        }
    }

    /// Whether a notice is certainly still owed.
    async fn owes(&self, subject: &SubjectId, id: DeliveryId) -> bool {
        let is_it = |owed: &Owed| owed.id == id;
        self.load(subject).await.is_ok_and(|stored| {
            stored.is_some_and(|own| own.record.mail().debts().all().iter().any(is_it))
        })
    }

    async fn put_back(&self, subject: &SubjectId, owed: &Owed) -> bool {
        let done = self
            .change(subject, |record| {
                // Whoever was removed in the meantime is sent nothing any more.
                if record.is_of_nobody() {
                    return Ok(Change::None(()));
                }
                record.mail_mut().debts_mut().put_back(owed.clone());
                Ok(Change::Some(()))
            })
            .await;
        if let Err(fault) = &done {
            tracing::error!(target: "countersign", %fault, "not stored: a notice is still owed");
        }
        done.is_ok()
    }

    /// It is owed no more, and the audit says what is known. If this process has not taken it off
    /// (`is_taken`), another one may have given it up already.
    async fn give_up(&self, subject: &SubjectId, owed: &Owed, delivery: Delivery, is_taken: bool) {
        let settled = self
            .change(subject, |record| {
                Ok(match record.mail_mut().debts_mut().settle(owed.id) {
                    true => Change::Some(true),
                    false => Change::None(is_taken),
                })
            })
            .await;
        let is_told = settled.unwrap_or_else(|fault| {
            tracing::error!(target: "countersign", %fault, "not stored: a notice was given up");
            true
        });
        if is_told {
            let event = Event::MessageNotDelivered(owed.kind.name(), delivery);
            self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
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
