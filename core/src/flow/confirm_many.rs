//! Confirmations to everybody of a list whose address is not confirmed.

use core::mem;
use core::time::Duration;
use std::sync::Arc;

use super::SecondFactor;
use super::confirm_progress::AtIt;
use super::hand_over::Handed;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::mail::Confirmation;
use crate::mailing::{Mailing, Tally, Way};
use crate::port::{CourierError, ListQuery, Listed, folded};
use crate::record::Record;
use crate::subject::SubjectId;

/// How many people are looked at between two looks into the store's lists.
const PORTION: usize = 200;
/// How many messages go out between two reports of how far it has come.
const REPORT: u64 = 20;
/// How long to wait after each message in a row for which the mail server was away. After the last of them
/// it counts as gone, and a later round goes on behind whom it was. What is the matter with one message
/// alone counts for nothing here: a few addresses that never work must not keep the others waiting.
const BACK_OFF: [u64; 6] = [1, 2, 4, 8, 15, 30];
/// Whoever was sent a link within that time is not sent another one with many others.
pub(super) const RECENT: Duration = Duration::from_secs(3_600);

/// What is to be done for a person.
enum Step {
    /// Nothing; they count as this.
    Counts(fn(&mut Tally) -> &mut u64),
    /// A message is to be sent to this address, to this account, in this language.
    Send(Arc<str>, String, Option<Arc<str>>),
}

impl SecondFactor {
    /// Goes on with the confirmations of a tenant, if there are any to be sent and this process is not at
    /// it already.
    pub(super) async fn send_confirmations(&self, tenant: &str) -> Result<(), Fault> {
        let mut done = None;
        loop {
            // Another one may have been begun meanwhile, by somebody who found this process at it.
            let next = self.due(tenant).await?;
            if next.is_none_or(|next| Some(next.id) == done) {
                return Ok(());
            }
            let Some(_at_it) = AtIt::begin(&self.administration()?.sending, tenant) else {
                return Ok(());
            };
            if let Some(mailing) = self.due(tenant).await? {
                done = Some(mailing.id);
                self.send_all(tenant, &mailing).await?;
            }
        }
    }

    /// Goes through the list until nobody is left in it. People move in a list while it is gone through,
    /// so it is over only when a whole way has found nothing to do.
    async fn send_all(&self, tenant: &str, mailing: &Mailing) -> Result<(), Fault> {
        let mut from = mailing.from();
        loop {
            let mut way = OneWay::default();
            match self.go_through(tenant, mailing, from, &mut way).await? {
                End::Whole => {}
                End::Replaced => return Ok(()),
                End::Stopped(at) => {
                    return self.report(tenant, mailing, way.tally, Way::Stopped(at)).await;
                }
            }
            // Those before whom it began come now.
            if mem::take(&mut from) > 0 {
                continue;
            }
            let is_done = way.sent == 0 && way.tally.left == 0;
            if is_done || mailing.is_over(self.now()) {
                return self.report(tenant, mailing, way.tally, Way::Done).await;
            }
            if way.later > 0 || way.sent == 0 {
                return self.report(tenant, mailing, way.tally, Way::Left).await;
            }
            self.report(tenant, mailing, way.tally, Way::GoesOn).await?;
        }
    }

    async fn go_through(
        &self,
        tenant: &str,
        mailing: &Mailing,
        from: u64,
        way: &mut OneWay,
    ) -> Result<End, Fault> {
        let mut at = from;
        loop {
            let people = self.portion_of(tenant, mailing, at).await?;
            if people.is_empty() {
                return Ok(End::Whole);
            }
            for person in people {
                at += 1;
                match self.send_one(tenant, mailing, &person.subject, way).await {
                    Ok(Next::GoesOn) => {}
                    Ok(Next::Replaced) => return Ok(End::Replaced),
                    Err(fault) if fault.kind() == FaultKind::Store => return Err(fault),
                    Err(fault) => {
                        tracing::warn!(target: "countersign", %fault, "somebody is passed over");
                        way.later();
                    }
                }
                if way.in_a_row > BACK_OFF.len() {
                    return Ok(End::Stopped(at));
                }
                if way.sent >= way.reported.saturating_add(REPORT) {
                    way.reported = way.sent;
                    self.report(tenant, mailing, way.tally, Way::GoesOn).await?;
                }
            }
        }
    }

    async fn portion_of(
        &self,
        tenant: &str,
        mailing: &Mailing,
        skip: u64,
    ) -> Result<Vec<Listed>, Fault> {
        let query = ListQuery {
            tenant: tenant.into(),
            status: mailing.status(),
            search: mailing.search.as_deref().map(Into::into),
            domain: mailing.domain.as_deref().map(Into::into),
            role: mailing.role.as_deref().map(Into::into),
            skip: usize::try_from(skip).unwrap_or(usize::MAX),
            most: PORTION,
        };
        self.bounded(self.administration()?.store.list(&query)).await
    }

    async fn send_one(
        &self,
        tenant: &str,
        mailing: &Mailing,
        subject: &SubjectId,
        way: &mut OneWay,
    ) -> Result<Next, Fault> {
        let Some(stored) = self.load(subject).await? else { return Ok(Next::GoesOn) };
        let (to, account, language) = match Self::step(mailing, &stored.record) {
            Step::Counts(which) => {
                *which(&mut way.tally) += 1;
                return Ok(Next::GoesOn);
            }
            Step::Send(to, account, language) => (to, account, language),
        };
        let now = self.now();
        if mailing.is_over(now) {
            way.tally.failed += 1;
            return Ok(Next::GoesOn);
        }
        if self.has_gone_to(tenant, mailing, subject, &to).await? {
            way.tally.without += 1;
            return Ok(Next::GoesOn);
        }
        if self.is_replaced(tenant, mailing).await? {
            return Ok(Next::Replaced);
        }
        let id = DeliveryId::from_bytes(self.random()?);
        let outgoing = self.link(subject, id, (Arc::clone(&to), &account, language), now)?;
        let kept = self.confirmation(id, &to, now).of(mailing.id);
        let mark = |record: &mut Record| Self::mark(mailing, record, &to, &kept);
        match self.hand_over(subject, &outgoing.message, mark).await {
            // Whoever was faster is counted the next time, and so is a new address.
            Handed::NotWanted => way.sent += 1,
            Handed::Sent => {
                self.settle_confirmation(subject, id, Some(Delivery::Sent)).await?;
                way.tally.sent += 1;
                way.sent += 1;
                way.in_a_row = 0;
                tokio::time::sleep(self.inner.settings.mail_pace).await;
            }
            Handed::Failed { error, marked } => {
                tracing::warn!(target: "countersign", %error, "a confirmation was not delivered");
                self.not_confirmed(mailing, subject, (kept, &to), (error, marked), way).await?;
            }
        }
        Ok(Next::GoesOn)
    }

    /// Whether a link has gone to an address already, because another account has it, too.
    async fn has_gone_to(
        &self,
        tenant: &str,
        mailing: &Mailing,
        subject: &SubjectId,
        to: &str,
    ) -> Result<bool, Fault> {
        let query = ListQuery {
            tenant: tenant.into(),
            search: Some(to.into()),
            most: PORTION,
            ..ListQuery::default()
        };
        let to = folded(to);
        for other in self.bounded(self.administration()?.store.list(&query)).await? {
            let is_same = other.profile.address().is_some_and(|address| folded(address) == to);
            if other.subject == *subject || !is_same {
                continue;
            }
            // Of whoever cannot be read nothing is known.
            let known = match self.load(&other.subject).await {
                Err(fault) if fault.kind() != FaultKind::Corrupt => return Err(fault),
                known => known.ok().flatten(),
            };
            let confirmation = known.as_ref().and_then(|known| known.record.mail().confirmation());
            if confirmation.is_some_and(|known| known.is_of(mailing.id)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Writes into a record that a link goes to this address, if it is still to go there.
    fn mark(mailing: &Mailing, record: &mut Record, to: &str, kept: &Confirmation) -> bool {
        let is_to_be_sent =
            matches!(Self::step(mailing, record), Step::Send(now, ..) if *now == *to);
        if is_to_be_sent {
            record.mail_mut().confirm_with_others(kept.clone());
        }
        is_to_be_sent
    }

    /// What is to be done for a person, as far as the record says.
    fn step(mailing: &Mailing, record: &Record) -> Step {
        let person = record.terms().person();
        let Some((profile, address)) =
            person.as_ref().and_then(|own| Some((own, own.own_address()?)))
        else {
            return Step::Counts(|tally| &mut tally.without);
        };
        let known = record.mail().confirmation();
        if let Some(known) = known.filter(|known| known.is_of(mailing.id)) {
            return Step::Counts(match known.delivery {
                Delivery::Sent => |tally| &mut tally.sent,
                Delivery::Unsure => |tally| &mut tally.unsure,
                Delivery::Failed => |tally| &mut tally.failed,
            });
        }
        if profile.is_confirmed() {
            return Step::Counts(|tally| &mut tally.confirmed);
        }
        let went_out = known.filter(|known| known.delivery != Delivery::Failed);
        if went_out.is_some_and(|known| mailing.began < known.sent_at.plus(RECENT)) {
            return Step::Counts(|tally| &mut tally.recent);
        }
        let language = profile.language().map(Into::into);
        Step::Send(address.into(), profile.label().to_owned(), language)
    }

    /// Writes down what became of a message that did not certainly go out.
    async fn not_confirmed(
        &self,
        mailing: &Mailing,
        subject: &SubjectId,
        (mut kept, to): (Confirmation, &str),
        (error, marked): (CourierError, bool),
        way: &mut OneWay,
    ) -> Result<(), Fault> {
        let id = kept.message;
        kept.delivery = match error {
            CourierError::NotSent(_) | CourierError::Later(_) => {
                if marked {
                    self.settle_confirmation(subject, id, None).await?;
                }
                if matches!(error, CourierError::Later(_)) {
                    way.later();
                    tokio::time::sleep(self.inner.settings.mail_pace).await;
                } else {
                    way.tally.left += 1;
                    let wait = BACK_OFF.get(way.in_a_row).copied().unwrap_or(0);
                    tokio::time::sleep(Duration::from_secs(wait)).await;
                    way.in_a_row += 1;
                }
                return Ok(());
            }
            CourierError::Refused(_) => Delivery::Failed,
            CourierError::Unsure(_) => Delivery::Unsure,
        };
        let event = Event::MessageNotDelivered("confirmation", kept.delivery);
        self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
        // Whom nobody takes mail for is known before anything is marked.
        self.change(subject, |record| {
            let is_new = record.mail_mut().found_confirmation(id, kept.delivery)
                || Self::mark(mailing, record, to, &kept);
            Ok(if is_new { Change::Some(()) } else { Change::None(()) })
        })
        .await?;
        match kept.delivery {
            Delivery::Unsure => way.tally.unsure += 1,
            Delivery::Sent | Delivery::Failed => way.tally.failed += 1,
        }
        way.in_a_row = 0;
        tokio::time::sleep(self.inner.settings.mail_pace).await;
        Ok(())
    }

    /// Writes down what became of a confirmation; `None`: it never was.
    async fn settle_confirmation(
        &self,
        subject: &SubjectId,
        id: DeliveryId,
        delivery: Option<Delivery>,
    ) -> Result<(), Fault> {
        self.change(subject, |record| {
            let mail = record.mail_mut();
            let is_new = match delivery {
                Some(delivery) => mail.found_confirmation(id, delivery),
                None => mail.take_confirmation_back(id),
            };
            Ok(if is_new { Change::Some(()) } else { Change::None(()) })
        })
        .await
    }
}

/// How a way through the list ended.
enum End {
    /// At its end.
    Whole,
    /// The mail server went away; so many had been looked at.
    Stopped(u64),
    /// It is not to go on.
    Replaced,
}

/// Whether it goes on with the next one.
enum Next {
    GoesOn,
    Replaced,
}

/// What one way through a list has come to.
#[derive(Default)]
struct OneWay {
    tally: Tally,
    /// How many went out in it.
    sent: u64,
    /// The same when that was written down last.
    reported: u64,
    /// How many could not be done for a reason of their own.
    later: u64,
    /// How many in a row the mail server was away for.
    in_a_row: usize,
}

impl OneWay {
    /// Somebody is left for a reason of their own, and the mail server is there.
    const fn later(&mut self) {
        self.tally.left += 1;
        self.later += 1;
        self.in_a_row = 0;
    }
}

impl Confirmation {
    fn of(mut self, mailing: DeliveryId) -> Self {
        self.mailing = Some(mailing);
        // Until it is known to be out.
        self.delivery = Delivery::Unsure;
        self
    }

    fn is_of(&self, mailing: DeliveryId) -> bool {
        self.mailing == Some(mailing)
    }
}
