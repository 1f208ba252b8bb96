//! Having confirmations sent: to one, or to everybody whom a list shows and whose address is not
//! confirmed.

use std::sync::Arc;

use super::administrator::Administrator;
use super::people::PeopleQuery;
use crate::authenticator::DeliveryId;
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::flow::confirm_many::RECENT;
use crate::flow::transact::Change;
use crate::flow::{Denied, SecondFactor};
use crate::mailing::{Mailing, Tally};
use crate::port::Swapped;
use crate::record::Record;
use crate::subject::{Profile, SubjectId};
use crate::time::Timestamp;

/// How far confirmations that are sent to many have come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Confirmations {
    /// When they were begun.
    pub began: Timestamp,
    /// To how many people what has happened.
    pub tally: Tally,
    /// When there was nobody left; `None`: it goes on.
    pub ended: Option<Timestamp>,
}

impl SecondFactor {
    /// Sends one person the link that confirms their address once more. The one before it is over.
    ///
    /// # Errors
    /// Something is broken. Nothing is sent then; the log may have it nevertheless.
    pub async fn resend_confirmation(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        key: &str,
    ) -> Result<Result<(), Denied>, Fault> {
        let subject = match who.enforces().and_then(|()| who.subject(tenant, key)) {
            Ok(subject) => subject,
            Err(denied) => return Ok(Err(denied)),
        };
        if self.inner.courier.is_none() {
            return Ok(Err(Denied::NotOffered));
        }
        let now = self.now();
        let id = DeliveryId::from_bytes(self.random()?);
        let known = self.load(&subject).await?;
        let known = known.as_ref().map_or(Err(Denied::Unknown), |known| to_ask(&known.record, now));
        if let Err(denied) = known {
            return Ok(Err(denied));
        }
        self.log_first(who.principal(), &subject, &Event::ConfirmationSent, "", now).await?;
        let asked = self
            .change(&subject, |record| {
                let profile = match to_ask(record, now) {
                    Ok(profile) => profile,
                    Err(denied) => return Ok(Change::None(Err(denied))),
                };
                let address = profile.address().unwrap_or_default();
                let confirmation = self.confirmation(id, address, now);
                record.mail_mut().confirm(confirmation);
                Ok(Change::Some(Ok(profile)))
            })
            .await?;
        let profile = match asked {
            Ok(profile) => profile,
            Err(denied) => return Ok(Err(denied)),
        };
        let to = profile.address().unwrap_or_default().into();
        let language = profile.language().map(Into::into);
        self.post(self.link(&subject, id, (to, profile.label(), language), now)?);
        Ok(Ok(()))
    }

    /// Begins to send the link to everybody of a list whose address is not confirmed. It takes the place
    /// of what was begun before and has not ended; only if that was the same list, less than an hour ago,
    /// goes that on. Nobody is sent two within an hour.
    ///
    /// # Errors
    /// Something is broken. It may have been begun nevertheless.
    pub async fn begin_confirmations(
        &self,
        who: &Administrator<'_>,
        query: &PeopleQuery,
    ) -> Result<Result<(), Denied>, Fault> {
        let tenant = match who.enforces().and_then(|()| who.tenant(query.tenant.as_deref())) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        if self.inner.courier.is_none() {
            return Ok(Err(Denied::NotOffered));
        }
        let now = self.now();
        let id = DeliveryId::from_bytes(self.random()?);
        let filter = [query.search.as_deref(), query.domain.as_deref(), query.role.as_deref()];
        let mailing = Mailing::new(id, query.status, filter, now);
        let store = &self.administration()?.store;
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let (version, before) = self.mailing(&tenant).await?;
            // Whom it is to go to has had one then, or is still in it.
            let is_the_same = |before: &Mailing| {
                before.ended.is_none()
                    && before.is_to_same(&mailing)
                    && now < before.began.plus(RECENT)
            };
            if before.as_ref().is_some_and(is_the_same) {
                self.go_on(tenant);
                return Ok(Ok(()));
            }
            if attempt == 0 {
                let everybody = SubjectId::of_tenant(&*tenant, "");
                let event = Event::ConfirmationsBegun;
                self.log_first(who.principal(), &everybody, &event, "", now).await?;
            }
            let bytes = mailing.to_bytes();
            let swapped = self.bounded(store.swap_work(&tenant, version, &bytes)).await?;
            if swapped == Swapped::Done {
                self.go_on(tenant);
                return Ok(Ok(()));
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// How far the confirmations that were begun last have come; `None`: there never were any.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn confirmations(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
    ) -> Result<Result<Option<Confirmations>, Denied>, Fault> {
        let tenant = match who.tenant(tenant) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        let (_, mailing) = self.mailing(&tenant).await?;
        Ok(Ok(mailing.map(|Mailing { began, tally, ended, .. }| Confirmations {
            began,
            tally,
            ended,
        })))
    }

    /// Goes on with it in this process, behind the scenes.
    pub(in crate::flow) fn go_on(&self, tenant: Arc<str>) {
        let this = self.clone();
        let work = async move {
            if let Err(fault) = this.send_confirmations(&tenant).await {
                tracing::warn!(target: "countersign", %fault, "confirmations were left half-way");
            }
        };
        self.behind(work);
    }
}

/// Whose address a link is to confirm, if one may be sent now.
fn to_ask(record: &Record, now: Timestamp) -> Result<Profile, Denied> {
    let profile = record.terms().person().ok_or(Denied::Unknown)?;
    if profile.to_be_confirmed().is_none() {
        return Err(Denied::NotOffered);
    }
    match record.mail().confirmation_wait(now) {
        Some(until) => Err(Denied::Wait { until }),
        None => Ok(profile),
    }
}
