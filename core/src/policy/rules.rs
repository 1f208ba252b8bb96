//! Rules, so that those about a person are found at once: with ten rules, or with ten thousand and a
//! list of a million addresses.

use std::collections::HashMap;
use std::sync::Arc;

use super::domain::{address, domain, domain_of};
use super::facts::Facts;
use super::rule::{Author, Effect, Rule, RuleId};
use super::whom::{AddressList, Whom};
use crate::subject::SubjectId;

/// Some rules, and where to find those about a person.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    all: Vec<Rule>,
    by_id: HashMap<RuleId, usize>,
    everyone: Vec<usize>,
    by_role: HashMap<Box<str>, Vec<usize>>,
    by_domain: HashMap<Box<str>, Vec<usize>>,
    by_domain_above: HashMap<Box<str>, Vec<usize>>,
    by_address: HashMap<Box<str>, Vec<usize>>,
    lists: Vec<(Arc<AddressList>, usize)>,
    by_subject: HashMap<SubjectId, Vec<usize>>,
    says_off: bool,
}

/// Stored bytes are no rules that this version knows.
#[derive(Debug, thiserror::Error)]
#[error("the rules cannot be read: {0}")]
#[non_exhaustive]
pub struct UnreadableRules(pub(crate) String);

impl Rules {
    /// These rules. Of two with one id the later one stays.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = Rule>) -> Self {
        let mut this = Self::default();
        let mut all: Vec<Rule> = Vec::new();
        for rule in rules {
            let number = *this.by_id.entry(rule.id.clone()).or_insert(all.len());
            match all.get_mut(number) {
                Some(known) => *known = rule,
                None => all.push(rule),
            }
        }
        for (number, rule) in all.iter().enumerate() {
            this.find_by(rule, number);
        }
        this.all = all;
        this
    }

    pub(super) fn push(&mut self, rule: Rule) {
        if self.by_id.contains_key(&rule.id) {
            let rules = core::mem::take(&mut self.all).into_iter().chain([rule]);
            *self = Self::new(rules);
        } else {
            let number = self.all.len();
            self.by_id.insert(rule.id.clone(), number);
            self.find_by(&rule, number);
            self.all.push(rule);
        }
    }

    fn find_by(&mut self, rule: &Rule, number: usize) {
        let under = |map: &mut HashMap<Box<str>, Vec<usize>>, name: &str| {
            map.entry(name.into()).or_default().push(number);
        };
        self.says_off |= rule.effect == Effect::Off;
        match &rule.whom {
            Whom::Everyone => self.everyone.push(number),
            Whom::Role(role) => under(&mut self.by_role, role),
            // Whoever builds the variant by hand may have written it in any way.
            Whom::Domain(name) => under(&mut self.by_domain, &domain(name)),
            Whom::DomainAndBelow(name) => under(&mut self.by_domain_above, &domain(name)),
            Whom::Address(given) => under(&mut self.by_address, &address(given)),
            Whom::Listed(list) => self.lists.push((Arc::clone(list), number)),
            Whom::Subject(subject) => {
                self.by_subject.entry(subject.clone()).or_default().push(number);
            }
        }
    }

    /// Every rule, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.all.iter()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The rule of this id.
    #[must_use]
    pub fn get(&self, id: &RuleId) -> Option<&Rule> {
        self.by_id.get(id).and_then(|number| self.all.get(*number))
    }

    /// These rules, of the subject's tenant, without those about the subject, and with another name
    /// wherever the subject made one.
    /// `None`: the subject is in none of them.
    pub(crate) fn forget(&self, subject: &SubjectId, pseudonym: &str) -> Option<Self> {
        let is_about = |rule: &Rule| matches!(&rule.whom, Whom::Subject(one) if one == subject);
        let is_by = |rule: &Rule| match &rule.author {
            Author::Administrator { who, tenant: None, .. } => **who == *subject.key(),
            // One of another tenant may have the same key.
            Author::Administrator { tenant: Some(_), .. } => false,
            Author::Code => false,
        };
        if !self.all.iter().any(|rule| is_about(rule) || is_by(rule)) {
            return None;
        }
        let rules = self.all.iter().filter(|rule| !is_about(rule)).cloned();
        Some(Self::new(rules.map(|rule| match rule.author {
            Author::Administrator { at, .. } if is_by(&rule) => rule.by(pseudonym, at),
            Author::Administrator { .. } | Author::Code => rule,
        })))
    }

    /// Whether one of them says that there is no second factor for somebody.
    pub(crate) const fn say_off(&self) -> bool {
        self.says_off
    }

    /// Hands over every rule about a person, whether or not it holds yet.
    pub(super) fn about<'a>(&'a self, facts: &Facts<'_>, mut take: impl FnMut(&'a Rule)) {
        if self.all.is_empty() {
            return;
        }
        let mut each = |numbers: Option<&[usize]>| {
            for rule in numbers.into_iter().flatten().filter_map(|number| self.all.get(*number)) {
                take(rule);
            }
        };
        each(Some(&self.everyone[..]));
        if !self.by_subject.is_empty() {
            each(self.by_subject.get(facts.subject).map(Vec::as_slice));
        }
        if !self.by_role.is_empty() {
            for role in facts.roles() {
                each(self.by_role.get(role).map(Vec::as_slice));
            }
        }
        let Some(given) = facts.address() else { return };
        if !(self.by_domain.is_empty() && self.by_domain_above.is_empty()) {
            let domain = domain_of(given);
            each(self.by_domain.get(&*domain).map(Vec::as_slice));
            if !self.by_domain_above.is_empty() {
                let mut above = Some(&*domain);
                while let Some(name) = above {
                    each(self.by_domain_above.get(name).map(Vec::as_slice));
                    above = name.split_once('.').map(|(_, rest)| rest);
                }
            }
        }
        if !(self.by_address.is_empty() && self.lists.is_empty()) {
            let address = address(given);
            each(self.by_address.get(&*address).map(Vec::as_slice));
            for (list, number) in &self.lists {
                if list.has(&address) {
                    each(Some(core::slice::from_ref(number)));
                }
            }
        }
    }
}
