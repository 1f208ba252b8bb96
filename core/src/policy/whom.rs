//! Whom a rule is about.

use core::fmt;
use std::collections::HashSet;
use std::sync::Arc;

use super::domain::{address, domain};
use crate::subject::SubjectId;

/// Whom a rule is about.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Whom {
    /// Everybody.
    Everyone,
    /// Who holds this role. Roles are compared exactly.
    Role(Arc<str>),
    /// Who has an e-mail address of this domain, sub-domains not included.
    Domain(Arc<str>),
    /// Who has an e-mail address of this domain or of one below it.
    DomainAndBelow(Arc<str>),
    /// Who has this e-mail address.
    Address(Arc<str>),
    /// Who has one of these e-mail addresses, however many they are.
    Listed(Arc<AddressList>),
    /// This subject.
    Subject(SubjectId),
}

/// How close to a person a rule is; the closest wins.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a new level must break every match on it")]
pub enum Level {
    /// A rule in code about everyone.
    Everyone,
    /// A rule of the tenant's administrators about everyone.
    Tenant,
    /// A rule about a domain.
    Domain,
    /// A rule about an address.
    Address,
    /// A rule about a role.
    Role,
    /// A rule about this person.
    Subject,
}

/// E-mail addresses under a name. Looking one up costs the same, however many there are.
#[derive(Clone, Eq, PartialEq)]
pub struct AddressList {
    name: Box<str>,
    addresses: HashSet<Box<str>>,
}

impl AddressList {
    /// A list; `name` is what it is called in explanations.
    #[must_use]
    pub fn new(name: &str, addresses: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let addresses = addresses.into_iter();
        let addresses = addresses.map(|entry| address(entry.as_ref()).into()).collect();
        Self { name: name.into(), addresses }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many addresses there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }

    /// The addresses, as they are compared, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.addresses.iter().map(AsRef::as_ref)
    }

    /// `compared` is an address as it is compared.
    pub(super) fn has(&self, compared: &str) -> bool {
        self.addresses.contains(compared)
    }
}

impl fmt::Debug for AddressList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AddressList").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Whom {
    /// Who holds this role.
    #[must_use]
    pub fn role(role: &str) -> Self {
        Self::Role(role.into())
    }

    /// Who has an e-mail address of this domain, written `acme.example` or `@acme.example`, in letters
    /// of any script (RFC 5891).
    #[must_use]
    pub fn domain(name: &str) -> Self {
        Self::Domain(domain(name).as_ref().into())
    }

    /// The same, and of any domain below it.
    #[must_use]
    pub fn domain_and_below(name: &str) -> Self {
        Self::DomainAndBelow(domain(name).as_ref().into())
    }

    /// Who has this e-mail address.
    #[must_use]
    pub fn address(text: &str) -> Self {
        Self::Address(address(text).as_ref().into())
    }

    /// Who has one of these e-mail addresses; `name` is what the list is called in explanations.
    #[must_use]
    pub fn listed(name: &str, addresses: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self::Listed(Arc::new(AddressList::new(name, addresses)))
    }

    /// Whether this is about the owner of an address because of it, and about nobody else.
    pub(crate) fn is_only(&self, owned: &str) -> bool {
        let owned = address(owned);
        match self {
            Self::Address(given) => address(given) == owned,
            Self::Listed(list) => list.len() == 1 && list.has(&owned),
            Self::Everyone
            | Self::Role(_)
            | Self::Domain(_)
            | Self::DomainAndBelow(_)
            | Self::Subject(_) => false,
        }
    }

    /// The kind, for forms and JSON.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Role(_) => "role",
            Self::Domain(_) => "domain",
            Self::DomainAndBelow(_) => "domain_and_below",
            Self::Address(_) => "address",
            Self::Listed(_) => "list",
            Self::Subject(_) => "user",
        }
    }

    /// What stands beside the kind: the role, the domain, the address; nothing for everyone.
    #[must_use]
    pub fn value(&self) -> &str {
        match self {
            Self::Everyone => "",
            Self::Role(value)
            | Self::Domain(value)
            | Self::DomainAndBelow(value)
            | Self::Address(value) => value,
            Self::Listed(list) => list.name(),
            Self::Subject(subject) => subject.key(),
        }
    }
}

impl fmt::Display for Whom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everyone => f.write_str("everyone"),
            Self::Role(role) => write!(f, "everyone with the role {role}"),
            Self::Domain(name) => write!(f, "everyone with an address at {name}"),
            Self::DomainAndBelow(name) => write!(f, "everyone with an address at or below {name}"),
            Self::Address(address) => write!(f, "whoever has the address {address}"),
            Self::Listed(list) => write!(f, "everyone on the list {}", list.name()),
            Self::Subject(subject) => write!(f, "the user {}", subject.key()),
        }
    }
}
