//! Saying "not now" to an activation that may be put off so many times.

use super::transact::Change;
use super::{Denied, SecondFactor};
use crate::event::Event;
use crate::fault::Fault;
use crate::place::Place;
use crate::session::Session;
use crate::subject::Principal;
use crate::ticket::{Purpose, Ticket};

impl SecondFactor {
    /// Puts the activation off for this session, if that may still be done, and says where the person
    /// was going.
    ///
    /// # Errors
    /// Something is broken. It may have been counted nevertheless.
    pub async fn put_off(
        &self,
        principal: &Principal,
        ticket: &Ticket,
    ) -> Result<Result<Option<Place>, Denied>, Fault> {
        let subject = Self::complete(principal)?;
        if principal.actor().is_some() {
            return Ok(Err(Denied::Impersonated));
        }
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let left = self
            .change(subject, |record| {
                if ticket.purpose() != Purpose::Form {
                    return Ok(Change::None(Err(Denied::Foreign)));
                }
                if let Err(denied) = self.form_counts(record, &session, ticket, now) {
                    return Ok(Change::None(Err(denied)));
                }
                let holds = self.holds(&rules, principal, Some(record), now);
                // A button that was pressed twice counts once.
                if record.is_put_off(&session, now) {
                    return Ok(Change::None(Ok(None)));
                }
                if record.is_enrolled() || !holds.may_put_off || holds.skips_left == 0 {
                    return Ok(Change::None(Err(Denied::Enroll)));
                }
                record.put_off(&session, now);
                Ok(Change::Some(Ok(Some(holds.skips_left.saturating_sub(1)))))
            })
            .await?;
        match left {
            Err(denied) => Ok(Err(denied)),
            Ok(left) => {
                if let Some(left) = left {
                    self.note(principal, now, Event::PutOff { left }).await;
                }
                Ok(Ok(ticket.place().cloned()))
            }
        }
    }
}
