//! To which address codes may be sent, if to any.

use std::sync::Arc;

use super::SecondFactor;
use crate::record::Record;
use crate::subject::{Principal, Profile};

/// Why no code is sent to somebody by mail.
#[expect(clippy::exhaustive_enums, reason = "every page must have a sentence for each")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoMail {
    /// Nobody sends mail here.
    NoCourier,
    /// The application has no address for them.
    NoAddress,
    /// Nobody has confirmed that they read it.
    Unconfirmed,
    /// Other accounts have the same address.
    Shared,
}

impl NoMail {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoCourier => "no_courier",
            Self::NoAddress => "no_address",
            Self::Unconfirmed => "unconfirmed",
            Self::Shared => "shared",
        }
    }
}

impl SecondFactor {
    /// The address to which codes for a principal go: there is one, its owner has confirmed it to the
    /// application or to us, and no other account has it.
    pub(super) fn mail_to<'p>(
        &self,
        principal: &'p Principal,
        record: &Record,
    ) -> Result<&'p str, NoMail> {
        if self.inner.courier.is_none() {
            return Err(NoMail::NoCourier);
        }
        let email = principal.address().filter(|email| !email.address.is_empty());
        let email = email.ok_or(NoMail::NoAddress)?;
        if email.shared {
            return Err(NoMail::Shared);
        }
        if !is_confirmed(principal, record) {
            return Err(NoMail::Unconfirmed);
        }
        Ok(&email.address)
    }
}

/// Whether somebody has confirmed that they read the address that the application has for them.
pub(super) fn is_confirmed(principal: &Principal, record: &Record) -> bool {
    principal
        .address()
        .is_some_and(|email| email.confirmed || record.terms().confirmed() == Some(&*email.address))
}

/// Where somebody who is not here is told of what happened, and as whom.
pub(super) fn told_at(record: &Record) -> Option<(Arc<str>, Profile)> {
    let profile = record.terms().person().filter(Profile::is_confirmed)?;
    Some((profile.address()?.into(), profile))
}

/// An address for the eyes of somebody who has shown no more than a password.
pub(super) fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    if domain.is_empty() {
        format!("{first}•••")
    } else {
        format!("{first}•••@{domain}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_hinted_at_by_its_first_letter_and_its_domain() {
        assert_eq!(masked("ada@acme.example"), "a•••@acme.example");
        assert_eq!(masked("ä@b@acme.example"), "ä•••@acme.example");
        assert_eq!(masked("ada"), "a•••");
        assert_eq!(masked(""), "•••");
    }
}
