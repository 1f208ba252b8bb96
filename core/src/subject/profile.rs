//! What was known of somebody when they were seen last: for lists, and for rules about those who are
//! not here.

use super::Principal;

/// What was known of somebody when they were seen last.
#[derive(Clone, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub struct Profile {
    #[n(0)]
    label: Box<str>,
    #[n(1)]
    address: Option<Box<str>>,
    #[n(2)]
    confirmed: bool,
    #[n(3)]
    shared: bool,
    #[n(4)]
    roles: Vec<Box<str>>,
}

impl Profile {
    /// What an application knows of somebody who may never have been here.
    #[must_use]
    pub fn new(label: &str, address: Option<&str>, roles: &[&str]) -> Self {
        Self {
            label: label.into(),
            address: address.map(Into::into),
            confirmed: address.is_some(),
            shared: false,
            roles: roles.iter().map(|role| (*role).into()).collect(),
        }
    }

    /// What a principal says.
    #[must_use]
    pub fn of(principal: &Principal) -> Self {
        Self {
            label: principal.label().into(),
            address: principal.address().map(|email| email.address.as_ref().into()),
            confirmed: principal.address().is_some_and(|email| email.confirmed),
            shared: principal.address().is_some_and(|email| email.shared),
            roles: principal.roles().iter().map(|role| role.as_ref().into()).collect(),
        }
    }

    /// Whether this is what a principal says. It copies nothing.
    pub(crate) fn is_of(&self, principal: &Principal) -> bool {
        let roles = principal.roles();
        let address = principal.address();
        *self.label == *principal.label()
            && self.address.as_deref() == address.map(|email| &*email.address)
            && self.confirmed == address.is_some_and(|email| email.confirmed)
            && self.shared == address.is_some_and(|email| email.shared)
            && self.roles.len() == roles.len()
            && self.roles.iter().zip(roles).all(|(one, other)| **one == **other)
    }

    /// The name to show.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The e-mail address.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Whether the application knows that its owner reads it.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        self.confirmed
    }

    /// The roles.
    #[must_use]
    pub fn roles(&self) -> &[Box<str>] {
        &self.roles
    }
}
