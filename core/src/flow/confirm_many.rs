//! Confirmations to everybody of a list whose address is not confirmed.

use core::time::Duration;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::SecondFactor;
use super::hand_over::Handed;
use super::transact::Change;
use crate::authenticator::{Delivery, DeliveryId};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::mail::Confirmation;
use crate::mailing::{Mailing, Tally};
use crate::port::{CourierError, ListQuery, Listed, Swapped, Version};
use crate::record::Record;
use crate::subject::SubjectId;

/// How many people are looked at between two looks into the store's lists.
const PORTION: usize = 200;
/// How many messages go out between two reports of how far it has come.
const REPORT: u64 = 20;
/// How long to wait after each message in a row that did not go out. After the last of them the mail
/// server counts as gone, and a later round goes on.
const BACK_OFF: [u64; 6] = [1, 2, 4, 8, 15, 30];
/// Whoever was sent a link within that time is not sent another one with many others.
const RECENT: Duration = Duration::from_secs(3_600);

/// What is to be done for a person.
enum Step {
    /// Nothing; they count as this.
    Counts(fn(&mut Tally) -> &mut u64),
    /// A message is to be sent to this address, to this account, in this language.
    Send(Arc<str>, String, Option<Arc<str>>),
}

impl SecondFactor {
    /// What was begun last for a tenant, and its version.
    pub(super) async fn mailing(&self, tenant: &str) -> Result<(Version, Option<Mailing>), Fault> {
        let work = self.bounded(self.administration()?.store.work(tenant)).await?;
        if work.version == Version::NONE {
            return Ok((work.version, None));
        }
        let mailing = Mailing::from_bytes(&work.bytes);
        let mailing = mailing.map_err(|why| Fault::caused(FaultKind::Corrupt, why.to_string()))?;
        Ok((work.version, Some(mailing)))
    }

    /// Goes on with the confirmations of a tenant, if there are any to be sent and this process is not at
    /// it already.
    pub(super) async fn send_confirmations(&self, tenant: &str) -> Result<(), Fault> {
        let (_, Some(mailing)) = self.mailing(tenant).await? else { return Ok(()) };
        if mailing.ended.is_some() {
            return Ok(());
        }
        let Some(_at_it) = AtIt::begin(&self.administration()?.sending, tenant) else {
            return Ok(());
        };
        self.send_all(tenant, &mailing).await
    }

    /// Goes through the list until nobody is left in it. People move in a list while it is gone through,
    /// so it is over only when a whole round has found nothing to do.
    async fn send_all(&self, tenant: &str, mailing: &Mailing) -> Result<(), Fault> {
        loop {
            let mut round = Round::default();
            let mut skip = 0;
            while let Some(people) = self.portion_of(tenant, mailing, skip).await? {
                skip += people.len();
                for person in people {
                    self.send_one(mailing, &person.subject, &mut round).await?;
                    let is_gone = round.in_a_row > BACK_OFF.len();
                    if is_gone || (round.sent > 0 && round.sent.is_multiple_of(REPORT)) {
                        self.report(tenant, mailing, round.tally, false).await?;
                    }
                    if is_gone {
                        return Ok(());
                    }
                }
            }
            let is_done = round.sent == 0 && round.tally.left == 0;
            self.report(tenant, mailing, round.tally, is_done).await?;
            if round.sent == 0 {
                return Ok(());
            }
        }
    }

    async fn portion_of(
        &self,
        tenant: &str,
        mailing: &Mailing,
        skip: usize,
    ) -> Result<Option<Vec<Listed>>, Fault> {
        let query = ListQuery {
            tenant: tenant.into(),
            status: mailing.status(),
            search: mailing.search.as_deref().map(Into::into),
            domain: mailing.domain.as_deref().map(Into::into),
            role: mailing.role.as_deref().map(Into::into),
            skip,
            most: PORTION,
        };
        let people = self.bounded(self.administration()?.store.list(&query)).await?;
        Ok(Some(people).filter(|people| !people.is_empty()))
    }

    async fn send_one(
        &self,
        mailing: &Mailing,
        subject: &SubjectId,
        round: &mut Round,
    ) -> Result<(), Fault> {
        let Some(stored) = self.load(subject).await? else { return Ok(()) };
        let (to, account, language) = match self.step(mailing, &stored.record) {
            Step::Counts(which) => {
                *which(&mut round.tally) += 1;
                return Ok(());
            }
            Step::Send(to, account, language) => (to, account, language),
        };
        let now = self.now();
        let id = DeliveryId::from_bytes(self.random()?);
        let outgoing = self.link(subject, id, (Arc::clone(&to), &account, language), now)?;
        let handed = self
            .hand_over(subject, &outgoing.message, |record| {
                let is_to_be_sent = matches!(self.step(mailing, record), Step::Send(..));
                if is_to_be_sent {
                    let kept = self.confirmation(id, &to, now).of(mailing.id);
                    record.mail_mut().confirm_with_others(kept);
                }
                is_to_be_sent
            })
            .await;
        match handed {
            // Whoever was faster is counted in the next round.
            Handed::NotWanted => round.sent += 1,
            Handed::Sent => {
                self.settle_confirmation(subject, id, Some(Delivery::Sent)).await?;
                round.tally.sent += 1;
                round.sent += 1;
                round.in_a_row = 0;
                tokio::time::sleep(self.inner.settings.mail_pace).await;
            }
            Handed::Failed { error, marked } => {
                match self.not_confirmed(subject, id, &error, marked).await? {
                    Some(which) => *which(&mut round.tally) += 1,
                    None => {
                        round.tally.left += 1;
                        let wait = BACK_OFF.get(round.in_a_row).copied().unwrap_or(0);
                        tokio::time::sleep(Duration::from_secs(wait)).await;
                        round.in_a_row += 1;
                    }
                }
            }
        }
        Ok(())
    }

    /// What is to be done for a person, as far as the record says.
    fn step(&self, mailing: &Mailing, record: &Record) -> Step {
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
        if known.is_some_and(|known| mailing.began < known.sent_at.plus(RECENT)) {
            return Step::Counts(|tally| &mut tally.recent);
        }
        let language = profile.language().map(Into::into);
        Step::Send(address.into(), profile.label().to_owned(), language)
    }

    /// Writes down that a message did not certainly go out. `None`: it is to be tried again.
    async fn not_confirmed(
        &self,
        subject: &SubjectId,
        id: DeliveryId,
        error: &CourierError,
        marked: bool,
    ) -> Result<Option<fn(&mut Tally) -> &mut u64>, Fault> {
        tracing::warn!(target: "countersign", %error, "a confirmation was not delivered");
        let delivery = match error {
            CourierError::NotSent(_) | CourierError::Later(_) => {
                if marked {
                    self.settle_confirmation(subject, id, None).await?;
                }
                return Ok(None);
            }
            CourierError::Refused(_) => Delivery::Failed,
            CourierError::Unsure(_) => Delivery::Unsure,
        };
        let event = Event::MessageNotDelivered("confirmation", delivery);
        self.audit(&Entry::new(&event, subject.clone(), self.now())).await;
        self.settle_confirmation(subject, id, Some(delivery)).await?;
        Ok(Some(match delivery {
            Delivery::Unsure => |tally| &mut tally.unsure,
            Delivery::Sent | Delivery::Failed => |tally| &mut tally.failed,
        }))
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

    /// Says how far it has come. Somebody else may say so, too; the larger number stays.
    async fn report(
        &self,
        tenant: &str,
        mailing: &Mailing,
        tally: Tally,
        is_done: bool,
    ) -> Result<(), Fault> {
        let (version, Some(mut known)) = self.mailing(tenant).await? else { return Ok(()) };
        if known.id != mailing.id || known.ended.is_some() {
            return Ok(());
        }
        if is_done || known.tally.seen() <= tally.seen() {
            known.tally = tally;
        }
        known.ended = is_done.then(|| self.now());
        let store = &self.administration()?.store;
        let swapped = self.bounded(store.swap_work(tenant, version, &known.to_bytes())).await?;
        if is_done && swapped == Swapped::Conflict {
            return Err(Fault::new(FaultKind::Contended));
        }
        Ok(())
    }
}

/// That this process sends the confirmations of a tenant. Dropping it ends that, whatever has become of
/// the work.
struct AtIt<'a> {
    running: &'a Mutex<HashSet<Arc<str>>>,
    tenant: &'a str,
}

impl<'a> AtIt<'a> {
    fn begin(running: &'a Mutex<HashSet<Arc<str>>>, tenant: &'a str) -> Option<Self> {
        let mut known = running.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(tenant.into()).then_some(Self { running, tenant })
    }
}

impl Drop for AtIt<'_> {
    fn drop(&mut self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(self.tenant);
    }
}

/// What one way through a list has come to.
#[derive(Default)]
struct Round {
    tally: Tally,
    /// How many went out in it.
    sent: u64,
    /// How many in a row did not.
    in_a_row: usize,
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
