//! Confirming an address by a link in a mail.
//!
//! | the link | is |
//! |---|---|
//! | opened (`GET`) | looked at; nothing changes, so that a scanner of mail confirms nothing |
//! | sent by the page's button (`POST`) | good once, for 24 hours, and for the address to which it went |
//!
//! Nobody has to be signed in to confirm: whoever has the link reads the mailbox, and nothing else is
//! confirmed by it.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;

use super::mail_to::is_confirmed;
use super::outbox::{Of, Outgoing};
use super::transact::Change;
use super::{Denied, SecondFactor};
use crate::authenticator::{Delivery, DeliveryId, digest_of_address};
use crate::event::{Entry, Event};
use crate::fault::Fault;
use crate::mail::{Confirmation, LINK_LASTS};
use crate::port::{Content, LinkToken};
use crate::record::Record;
use crate::secret::{DigestPurpose, SealPurpose, Sealed, Vault};
use crate::session::Session;
use crate::subject::{Principal, SubjectId};
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// What a link carries.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
struct Link {
    #[n(0)]
    subject: SubjectId,
    #[n(1)]
    message: DeliveryId,
    #[n(2)]
    address: Box<str>,
}

impl Link {
    fn seal(&self, vault: &Vault, nonce: [u8; 24]) -> Result<LinkToken, Fault> {
        // Writing to memory cannot fail.
        let plain = minicbor::to_vec(self).unwrap_or_default();
        let sealed = vault.seal(SealPurpose::Link, &[b"confirm-address"], nonce, &plain)?;
        Ok(LinkToken::new(BASE64URL_NOPAD.encode(sealed.as_bytes())))
    }

    fn open(vault: &Vault, token: &str) -> Option<Self> {
        let sealed = Sealed::from_bytes(BASE64URL_NOPAD.decode(token.as_bytes()).ok()?);
        let plain = vault.open(SealPurpose::Link, &[b"confirm-address"], &sealed).ok()?;
        minicbor::decode(&plain).ok()
    }
}

/// What a link is worth.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "every page must have a sentence for each")]
pub enum LinkWorth {
    /// It confirms this address.
    Open {
        /// The address.
        address: Box<str>,
    },
    /// The address is confirmed.
    Confirmed {
        /// The address.
        address: Box<str>,
    },
    /// It is too old, there is a newer one, or the address is another one by now.
    Over,
    /// It was never ours.
    Unknown,
}

/// What is to be said of a person's address on their own page.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct AddressView {
    /// The address.
    pub address: Arc<str>,
    /// Whether somebody has confirmed that they read it.
    pub confirmed: bool,
    /// Whether other accounts have it too.
    pub shared: bool,
    /// Whether a confirmation is on its way, and what is known of it.
    pub sent: Option<Delivery>,
    /// From when on another one may be sent; `None`: at once.
    pub wait: Option<Timestamp>,
}

impl SecondFactor {
    /// What is to be said of a person's address; `None`: there is none, or nobody who sends mail.
    pub(super) fn address_view(
        &self,
        principal: &Principal,
        record: &Record,
        now: Timestamp,
    ) -> Option<AddressView> {
        let email = principal.address().filter(|_| self.inner.courier.is_some())?;
        let sent = record
            .mail()
            .confirmation()
            .filter(|sent| sent.is_open(now) && self.is_address(sent, &email.address));
        Some(AddressView {
            address: Arc::clone(&email.address),
            confirmed: is_confirmed(principal, record),
            shared: email.shared,
            sent: sent.map(|sent| sent.delivery),
            wait: record.mail().confirmation_wait(now),
        })
    }

    fn is_address(&self, sent: &Confirmation, address: &str) -> bool {
        let fields = [address.as_bytes()];
        self.inner.vault.recognizes(&sent.address, DigestPurpose::Address, &fields)
    }

    /// Sends a person a link that confirms their address. One press sends one message at most.
    ///
    /// # Errors
    /// Something is broken. Nothing is sent then.
    pub async fn ask_confirmation(
        &self,
        principal: &Principal,
        ticket: &Ticket,
    ) -> Result<Result<(), Denied>, Fault> {
        let subject = Self::complete(principal)?;
        if let Err(denied) = self.is_for(principal).await? {
            return Ok(Err(denied));
        }
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let id = DeliveryId::from_bytes(self.random()?);
        let Some(email) = principal.address().filter(|_| self.inner.courier.is_some()) else {
            return Ok(Err(Denied::NotOffered));
        };
        let address = Arc::clone(&email.address);
        let asked = self
            .change(subject, |record| {
                if ticket.purpose() != Purpose::Form {
                    return Ok(Change::None(Err(Denied::Foreign)));
                }
                if let Err(denied) = self.form_counts(record, &session, ticket, now) {
                    return Ok(Change::None(Err(denied)));
                }
                if is_confirmed(principal, record) || email.shared || address.is_empty() {
                    return Ok(Change::None(Err(Denied::NotOffered)));
                }
                if let Some(until) = record.mail().confirmation_wait(now) {
                    return Ok(Change::None(Err(Denied::Wait { until })));
                }
                record.mail_mut().confirm(self.confirmation(id, &address, now));
                Ok(Change::Some(Ok(())))
            })
            .await?;
        if asked.is_ok() {
            let to = (address, principal.label(), principal.language().map(Into::into));
            self.post(self.link(subject, id, to, now)?);
            self.note(principal, now, Event::ConfirmationSent).await;
        }
        Ok(asked)
    }

    /// What is kept of a confirmation.
    pub(super) fn confirmation(
        &self,
        message: DeliveryId,
        address: &str,
        now: Timestamp,
    ) -> Confirmation {
        let address = digest_of_address(&self.inner.vault, address);
        Confirmation { message, address, sent_at: now, delivery: Delivery::Sent, mailing: None }
    }

    /// The message with the link: to which address, as which account, in which language.
    pub(super) fn link(
        &self,
        subject: &SubjectId,
        id: DeliveryId,
        (to, account, language): (Arc<str>, &str, Option<Arc<str>>),
        now: Timestamp,
    ) -> Result<Outgoing, Fault> {
        let link = Link { subject: subject.clone(), message: id, address: (&*to).into() };
        let token = link.seal(&self.inner.vault, self.random()?)?;
        let content = Content::Confirmation { token, lasts: LINK_LASTS };
        let message = self.message(id, to, account, language, content, now);
        Ok(Outgoing { subject: subject.clone(), message, of: Of::Confirmation(id) })
    }

    /// What a link is worth, for its page. Nothing changes.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn link_worth(&self, token: &str) -> Result<LinkWorth, Fault> {
        let Some(link) = Link::open(&self.inner.vault, token) else {
            return Ok(LinkWorth::Unknown);
        };
        let now = self.now();
        Ok(match self.load(&link.subject).await? {
            Some(stored) => self.worth(&link, &stored.record, now),
            None => LinkWorth::Over,
        })
    }

    fn worth(&self, link: &Link, record: &Record, now: Timestamp) -> LinkWorth {
        let address = link.address.clone();
        if record.terms().confirmed() == Some(&*address) {
            return LinkWorth::Confirmed { address };
        }
        // Where nobody keeps lists, the address is compared when it is used.
        let profile = record.terms().profile();
        let is_theirs = profile.is_none_or(|profile| profile.address() == Some(&*address));
        let is_last = record.mail().confirmation().is_some_and(|sent| {
            sent.message == link.message && sent.is_open(now) && self.is_address(sent, &address)
        });
        if is_theirs && is_last { LinkWorth::Open { address } } else { LinkWorth::Over }
    }

    /// Confirms the address to which a link was sent. What it says is what is so afterwards.
    ///
    /// # Errors
    /// Something is broken. It may be confirmed nevertheless.
    pub async fn confirm_address(&self, token: &str) -> Result<LinkWorth, Fault> {
        let Some(link) = Link::open(&self.inner.vault, token) else {
            return Ok(LinkWorth::Unknown);
        };
        let now = self.now();
        let (worth, is_new) = self
            .change(&link.subject, |record| match self.worth(&link, record, now) {
                LinkWorth::Open { address } => {
                    record.terms_mut().confirm(&address);
                    record.mail_mut().end_confirmation();
                    Ok(Change::Some((LinkWorth::Confirmed { address }, true)))
                }
                other @ (LinkWorth::Confirmed { .. } | LinkWorth::Over | LinkWorth::Unknown) => {
                    Ok(Change::None((other, false)))
                }
            })
            .await?;
        if is_new {
            let entry = Entry::new(&Event::AddressConfirmed, link.subject, now);
            self.audit(&entry).await;
        }
        Ok(worth)
    }
}
