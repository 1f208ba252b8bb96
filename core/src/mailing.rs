//! Confirmations that are sent to many, behind the scenes: what is written down of it.
//!
//! To whom a message has gone is not in here but in each person's record, where it is stored in the
//! swap that comes right before the message goes out. So the work can be left half-way, by whatever
//! becomes of a process, and be gone on with by any other: nobody is sent two. Nobody is named in it, so
//! that nobody has to be erased from it; who began it is in the log.

use std::sync::Arc;

use crate::authenticator::DeliveryId;
use crate::policy::Rollout;
use crate::time::Timestamp;

/// The form in which it is written.
const FORM: u8 = 1;

/// Confirmations that are sent to everybody whom a list shows and whose address is not confirmed.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Mailing {
    #[n(0)]
    pub(crate) id: DeliveryId,
    #[n(1)]
    pub(crate) began: Timestamp,
    #[n(2)]
    status: Option<Box<str>>,
    #[n(3)]
    pub(crate) search: Option<Box<str>>,
    #[n(4)]
    pub(crate) domain: Option<Box<str>>,
    #[n(5)]
    pub(crate) role: Option<Box<str>>,
    #[n(6)]
    pub(crate) tally: Tally,
    #[n(7)]
    pub(crate) ended: Option<Timestamp>,
}

/// To how many people what has happened.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[non_exhaustive]
pub struct Tally {
    /// A message went out.
    #[n(0)]
    pub sent: u64,
    /// It may have gone out or not: a process or a connection broke at that very moment. They are not
    /// sent another one by this.
    #[n(1)]
    pub unsure: u64,
    /// Nobody takes mail for them.
    #[n(2)]
    pub failed: u64,
    /// They have confirmed their address.
    #[n(3)]
    pub confirmed: u64,
    /// There is no address, or others have it too.
    #[n(4)]
    pub without: u64,
    /// A link was sent to them within the last hour.
    #[n(5)]
    pub recent: u64,
    /// It is still to be sent: the mail server does not take it now.
    #[n(6)]
    pub left: u64,
}

impl Tally {
    /// How many people have been looked at.
    #[must_use]
    pub const fn seen(&self) -> u64 {
        self.sent
            .saturating_add(self.unsure)
            .saturating_add(self.failed)
            .saturating_add(self.confirmed)
            .saturating_add(self.without)
            .saturating_add(self.recent)
            .saturating_add(self.left)
    }
}

impl Mailing {
    pub(crate) fn new(
        id: DeliveryId,
        status: Option<&'static str>,
        [search, domain, role]: [Option<&str>; 3],
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            began: now,
            status: status.map(Into::into),
            search: search.map(Into::into),
            domain: domain.map(Into::into),
            role: role.map(Into::into),
            tally: Tally::default(),
            ended: None,
        }
    }

    /// Of which status people are; one of [`Rollout::NAMES`].
    pub(crate) fn status(&self) -> Option<&'static str> {
        let status = self.status.as_deref()?;
        Rollout::NAMES.into_iter().find(|name| *name == status)
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![FORM];
        // Writing to memory cannot fail.
        let written = minicbor::encode(self, &mut bytes);
        debug_assert!(written.is_ok());
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, Arc<str>> {
        let cbor = bytes.strip_prefix(&[FORM]).ok_or("a form that is not known")?;
        minicbor::decode(cbor).map_err(|error| error.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailing_is_read_as_it_was_written() {
        let now = Timestamp::from_unix(7);
        let filter = [Some("a"), None, Some("editor")];
        let id = DeliveryId::from_bytes([3; 16]);
        let mailing = Mailing::new(id, Some("overdue"), filter, now);
        let read = Mailing::from_bytes(&mailing.to_bytes()).unwrap();
        assert_eq!((read.id, read.began, read.status()), (id, now, Some("overdue")));
        assert_eq!((read.search.as_deref(), read.role.as_deref()), (Some("a"), Some("editor")));
        for bad in [&b""[..], b"\x02", b"\x01\xff"] {
            assert!(Mailing::from_bytes(bad).is_err());
        }
    }
}
