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
    #[n(5)]
    language: Option<Box<str>>,
    /// Whether it was the application that said the language; `None`: it was not, so that a profile of
    /// an earlier version is written as it was.
    #[n(6)]
    chosen: Option<bool>,
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
            roles: in_order(roles.iter().copied()),
            language: None,
            chosen: None,
        }
    }

    /// The same, who reads a language: a tag such as `fr` or `pt-BR` (BCP 47).
    #[must_use]
    pub fn speaks(mut self, language: &str) -> Self {
        self.language = Some(language.into());
        self.chosen = Some(true);
        self
    }

    /// The same, whose address is not confirmed as far as the application knows.
    #[must_use]
    pub const fn unconfirmed(mut self) -> Self {
        self.confirmed = false;
        self
    }

    /// The same, whose address is confirmed.
    pub(crate) const fn confirmed(mut self) -> Self {
        self.confirmed = true;
        self
    }

    /// The same, whose address other accounts have too.
    #[must_use]
    pub const fn shared(mut self) -> Self {
        self.shared = true;
        self
    }

    /// What a principal says.
    #[must_use]
    pub fn of(principal: &Principal) -> Self {
        Self {
            label: principal.label().into(),
            address: principal.address().map(|email| email.address.as_ref().into()),
            confirmed: principal.address().is_some_and(|email| email.confirmed),
            shared: principal.address().is_some_and(|email| email.shared),
            roles: in_order(principal.roles().iter().map(AsRef::as_ref)),
            language: principal.said_language().map(Into::into),
            chosen: is_said(principal),
        }
    }

    /// What is known of a principal who is here: what they do not say of the language is as `before`, and
    /// as their browser says where nobody knows.
    pub(crate) fn of_visit(principal: &Principal, before: Option<&Self>) -> Self {
        let mut profile = Self::of(principal).after(before);
        if profile.language.is_none() {
            profile.language = principal.language().map(Into::into);
        }
        profile
    }

    /// A principal has shown that this is who they are: their browser says the language from now on,
    /// unless the application has.
    pub(crate) fn follow(&mut self, principal: &Principal) {
        if let Some(tag) = principal.language()
            && self.chosen != Some(true)
        {
            self.language = Some(tag.into());
            self.chosen = is_said(principal);
        }
    }

    /// Whether this is what a principal says. It copies nothing.
    pub(crate) fn is_of(&self, principal: &Principal) -> bool {
        let address = principal.address();
        *self.label == *principal.label()
            && self.confirmed == address.is_some_and(|email| email.confirmed)
            && self.shared == address.is_some_and(|email| email.shared)
            && principal.said_language().is_none_or(|tag| self.language() == Some(tag))
            && self.is_of_to_rules(principal)
    }

    /// Whether rules see in a principal whom they see in this. It copies nothing, and the order of
    /// roles does not matter: an application may keep them in a set.
    pub(crate) fn is_of_to_rules(&self, principal: &Principal) -> bool {
        let roles = principal.roles();
        self.address.as_deref() == principal.address().map(|email| &*email.address)
            && self.roles.iter().all(|role| principal.holds(role))
            && roles.iter().all(|role| self.roles.iter().any(|own| **own == **role))
    }

    /// Whether rules see in one whom they see in the other.
    pub(crate) fn is_same_to_rules(&self, other: &Self) -> bool {
        self.address == other.address && self.roles == other.roles
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

    /// Whether other accounts have the same address.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.shared
    }

    /// The address, if there is something to confirm: it is there, nobody has confirmed it, and it is the
    /// person's alone.
    pub(crate) fn to_be_confirmed(&self) -> Option<&str> {
        self.own_address().filter(|_| !self.confirmed)
    }

    /// The address, if it is there and the person's alone.
    pub(crate) fn own_address(&self) -> Option<&str> {
        self.address().filter(|address| !address.is_empty() && !self.shared)
    }

    /// The language in which the person is told of things, as a tag of BCP 47: what the application has
    /// said, else what their browser asked for when they last showed a factor.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The same; what it does not say of the language is as `before`.
    pub(crate) fn after(mut self, before: Option<&Self>) -> Self {
        if self.language.is_none() {
            self.language = before.and_then(|before| before.language.clone());
            self.chosen = before.and_then(|before| before.chosen);
        }
        self
    }

    /// The roles, each once, in alphabetical order.
    #[must_use]
    pub fn roles(&self) -> &[Box<str>] {
        &self.roles
    }
}

/// Each once, in an order that does not change.
fn in_order<'a>(roles: impl Iterator<Item = &'a str>) -> Vec<Box<str>> {
    let roles: std::collections::BTreeSet<&str> = roles.collect();
    roles.into_iter().map(Into::into).collect()
}

/// Whether the application has said which language a principal speaks.
fn is_said(principal: &Principal) -> Option<bool> {
    principal.said_language().is_some().then_some(true)
}
