//! Sending a code by mail: one load, one swap, and then the message, which nobody waits for.

use core::time::Duration;
use std::sync::Arc;

use super::challenge::{ForChallenge, offered};
use super::mail_to::masked;
use super::outbox::{Of, Outgoing};
use super::transact::Change;
use super::{Denied, SecondFactor};
use crate::authenticator::{DeliveredCode, Delivering, Delivery, DeliveryId, Method};
use crate::enrollment;
use crate::event::Event;
use crate::fault::Fault;
use crate::policy::Rules;
use crate::port::{Content, MailedCode, Message};
use crate::record::Record;
use crate::session::Session;
use crate::subject::Principal;
use crate::ticket::{ChallengeId, Purpose, Ticket};
use crate::time::Timestamp;

/// What a page says of codes by mail.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct MailView {
    /// The address, hinted at: who sees it has perhaps shown no more than a password.
    pub to: String,
    /// The code that was sent for this challenge, if it can still be right.
    pub sent: Option<SentCode>,
    /// From when on another one may be sent; `None`: at once.
    pub wait: Option<Timestamp>,
}

/// A code on its way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct SentCode {
    /// Until when it is good.
    pub ends_at: Timestamp,
    /// What is known of the message.
    pub delivery: Delivery,
}

/// What became of a press on "send".
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "every door must have an answer to each")]
pub enum Sending {
    /// A code is on its way.
    Sent(MailView),
    /// Not yet: one was sent a moment ago, or too many within the hour.
    Wait {
        /// From then on.
        until: Timestamp,
    },
    /// No code is sent to this person for this.
    Unavailable,
    /// The form does not count.
    Denied(Denied),
}

/// A code that is stored and has yet to be sent.
pub(super) struct Prepared {
    id: DeliveryId,
    random: [u8; 8],
}

impl SecondFactor {
    /// Sends a code for a challenge, or for the confirmation of an enrollment, whose ticket comes with
    /// the press. One press sends one message at most.
    ///
    /// # Errors
    /// Something is broken. No code that was sent before ends without a new one being stored.
    pub async fn send_code(
        &self,
        principal: &Principal,
        ticket: &Ticket,
    ) -> Result<Sending, Fault> {
        let principal = principal.answerable();
        let subject = Self::complete(principal)?;
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let prepared = self.prepare()?;
        let sent = self
            .change(subject, |record| {
                let challenge = match self.sends_for(record, &session, ticket, &rules, now) {
                    Ok(Some(challenge)) => challenge,
                    Ok(None) => return Ok(Change::None(Err(Sending::Unavailable))),
                    Err(denied) => return Ok(Change::None(Err(Sending::Denied(denied)))),
                };
                let Ok(address) = self.mail_to(principal, record) else {
                    return Ok(Change::None(Err(Sending::Unavailable)));
                };
                if let Some(until) = record.mail().wait(now) {
                    return Ok(Change::None(Err(Sending::Wait { until })));
                }
                let sent = self.sent(&session, (challenge, ticket.purpose()), address);
                let (outgoing, ends_at) = self.put(record, &sent, &prepared, now);
                let view = MailView {
                    to: masked(address),
                    sent: Some(SentCode { ends_at, delivery: Delivery::Sent }),
                    wait: record.mail().wait(now),
                };
                Ok(Change::Some(Ok((outgoing, view))))
            })
            .await?;
        match sent {
            Err(sending) => Ok(sending),
            Ok((outgoing, view)) => {
                self.post(outgoing);
                self.note(principal, now, Event::CodeSent).await;
                Ok(Sending::Sent(view))
            }
        }
    }

    /// What is drawn once for all tries to store a code.
    pub(super) fn prepare(&self) -> Result<Prepared, Fault> {
        Ok(Prepared { id: DeliveryId::from_bytes(self.random()?), random: self.random()? })
    }

    /// Puts a code into a record, and gives the message that is to be sent once that is stored.
    pub(super) fn put(
        &self,
        record: &mut Record,
        sent: &Delivering<'_>,
        prepared: &Prepared,
        now: Timestamp,
    ) -> (Outgoing, Timestamp) {
        let principal = sent.session.principal();
        let lasts: Duration = self.inner.settings.code_lasts;
        let (digits, kept) = DeliveredCode::new(sent, prepared.id, prepared.random, now, lasts);
        let ends_at = kept.ends_at();
        record.mail_mut().send(sent.session, kept, now);
        let message: Message = self.message(
            prepared.id,
            Arc::from(sent.address),
            principal.label(),
            principal.language().map(Into::into),
            Content::Code { code: MailedCode::new(digits), lasts },
            now,
        );
        let subject = principal.subject().clone();
        (Outgoing { subject, message, of: Of::Code(prepared.id, ends_at) }, ends_at)
    }

    /// For what a code is sent.
    pub(super) fn sent<'a>(
        &'a self,
        session: &'a Session<'a>,
        (challenge, purpose): (ChallengeId, Purpose),
        address: &'a str,
    ) -> Delivering<'a> {
        Delivering { vault: &self.inner.vault, session, challenge, purpose, address }
    }

    /// The challenge for which a code is to be sent; `None`: there is none by mail.
    fn sends_for(
        &self,
        record: &Record,
        session: &Session<'_>,
        ticket: &Ticket,
        rules: &Rules,
        now: Timestamp,
    ) -> Result<Option<ChallengeId>, Denied> {
        let purpose = ticket.purpose();
        if let Purpose::Confirm { enrollment } = purpose {
            self.form_counts(record, session, ticket, now)?;
            let method = enrollment::open(record, session, enrollment, now).ok_or(Denied::Over)?;
            return Ok((method == Method::Email).then(|| enrollment.challenge()));
        }
        self.challenge_counts(record, session, ticket, now)?;
        let principal = session.principal();
        let accepted = self.holds(rules, principal, Some(record), now).methods;
        let challenge =
            ForChallenge { purpose, accepted, mail: self.mail_to(principal, record).is_ok(), now };
        let is_offered = offered(self, record, &challenge).contains(&Method::Email);
        Ok(ticket.challenge().filter(|_| is_offered))
    }

    /// What a page says of codes by mail for a challenge.
    pub(super) fn mail_view(
        &self,
        record: &Record,
        session: &Session<'_>,
        of: (ChallengeId, Purpose),
        now: Timestamp,
    ) -> Option<MailView> {
        let address = self.mail_to(session.principal(), record).ok()?;
        let code = record.mail().code(&self.sent(session, of, address), now);
        Some(MailView {
            to: masked(address),
            sent: code.map(|code| SentCode { ends_at: code.ends_at(), delivery: code.delivery() }),
            wait: record.mail().wait(now),
        })
    }
}
