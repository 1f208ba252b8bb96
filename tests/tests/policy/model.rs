//! Rules and people as plain data, and how they are told to the library.

use core::time::Duration;

use countersign::authenticator::{Method, Methods};
use countersign::policy::{
    Effect, Grace, Held, Known, Own, OwnEffect, Policy, Reach, Remember, Rule, RuleId, Rules, Whom,
};
use countersign::subject::{Email, Principal, SessionId, SubjectId};
use countersign::time::Timestamp;

pub(crate) const TENANT: &str = "t";

pub(crate) fn at(seconds: u64) -> Timestamp {
    Timestamp::from_unix(seconds)
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum About {
    Everyone,
    Role(String),
    Domain(String),
    Below(String),
    Address(String),
    List(Vec<String>),
    User(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Time {
    None,
    Until(u64),
    For(u64),
    Skips(u8),
}

#[derive(Clone, Debug)]
pub(crate) struct PlainRule {
    pub(crate) id: String,
    pub(crate) effect: Effect,
    pub(crate) about: About,
    pub(crate) from: Option<u64>,
    /// When an administrator made it; `None`: it is in code.
    pub(crate) made: Option<u64>,
    pub(crate) time: Time,
    pub(crate) next_sign_in: bool,
    pub(crate) max_age: Option<u64>,
    /// For how many seconds devices are remembered; 0: not at all.
    pub(crate) remember: Option<u64>,
    pub(crate) refuses: Vec<Method>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Decision {
    Require(Time),
    Release,
    Exempt(u64),
}

#[derive(Clone, Debug)]
pub(crate) struct PlainHeld {
    pub(crate) rule: Option<String>,
    pub(crate) since: u64,
    pub(crate) time: Time,
    /// What was refused where they come from.
    pub(crate) refuses: Vec<Method>,
}

pub(crate) const METHODS: [Method; 3] = [Method::Totp, Method::Recovery, Method::Email];

pub(crate) fn without(refuses: &[Method]) -> Methods {
    refuses.iter().fold(Methods::ALL, |methods, method| methods.without(*method))
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Person {
    pub(crate) key: String,
    pub(crate) address: Option<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) signed_in: Option<u64>,
    pub(crate) enrolled: bool,
    pub(crate) skips: u8,
    pub(crate) changed: Option<u64>,
    pub(crate) kept: Option<u64>,
    pub(crate) own: Option<(Decision, u64)>,
    pub(crate) held: Option<PlainHeld>,
}

impl Time {
    pub(crate) const fn told(self) -> Grace {
        match self {
            Self::None => Grace::None,
            Self::Until(until) => Grace::Until(Timestamp::from_unix(until)),
            Self::For(lasts) => Grace::For(Duration::from_secs(lasts)),
            Self::Skips(skips) => Grace::Skips(skips),
        }
    }
}

impl PlainRule {
    pub(crate) fn told(&self) -> Rule {
        let whom = match &self.about {
            About::Everyone => Whom::Everyone,
            About::Role(role) => Whom::role(role),
            About::Domain(domain) => Whom::domain(domain),
            About::Below(domain) => Whom::domain_and_below(domain),
            About::Address(address) => Whom::address(address),
            About::List(list) => Whom::listed("a list", list),
            About::User(key) => Whom::Subject(SubjectId::of_tenant(TENANT, key.as_str())),
        };
        let mut rule = Rule::new(self.effect, whom).named(self.id.as_str()).grace(self.time.told());
        rule = rule.methods(without(&self.refuses));
        if let Some(from) = self.from {
            rule = rule.from(at(from));
        }
        if self.next_sign_in {
            rule = rule.reach(Reach::NextSignIn);
        }
        if let Some(max_age) = self.max_age {
            rule = rule.max_age(Duration::from_secs(max_age));
        }
        rule = match self.remember {
            None => rule,
            Some(0) => rule.remember(Remember::Never),
            Some(lasts) => rule
                .remember(Remember::Offered { lasts: Duration::from_secs(lasts), ticked: false }),
        };
        match self.made {
            None => rule,
            Some(made) => rule.by("root", at(made)),
        }
    }
}

/// The rules in code, and those of the tenant's administrators. The latter go the way that they take
/// through a store.
pub(crate) fn told(rules: &[PlainRule]) -> (Policy, Rules) {
    let code = rules.iter().filter(|rule| rule.made.is_none());
    let policy = code.fold(Policy::offered(), |policy, rule| policy.rule(rule.told()));
    let tenant = rules.iter().filter(|rule| rule.made.is_some()).map(PlainRule::told);
    (policy, Rules::from_bytes(&Rules::new(tenant).to_bytes()).unwrap())
}

/// What the library is told of a person.
pub(crate) struct Told {
    pub(crate) principal: Principal,
    own: Option<Own>,
    held: Option<Held>,
    person: Person,
}

impl Told {
    pub(crate) fn of(person: &Person) -> Self {
        let subject = SubjectId::of_tenant(TENANT, person.key.as_str());
        let mut principal = Principal::of(subject, SessionId::new("s"));
        if let Some(address) = &person.address {
            principal = principal.email(Email::new(address.as_str()));
        }
        for role in &person.roles {
            principal = principal.role(role.as_str());
        }
        if let Some(signed_in) = person.signed_in {
            principal = principal.signed_in_at(at(signed_in));
        }
        let own = person.own.as_ref().map(|(decision, made)| {
            let effect = match decision {
                Decision::Require(time) => OwnEffect::Require(time.told()),
                Decision::Release => OwnEffect::Release,
                Decision::Exempt(until) => OwnEffect::Exempt { until: at(*until) },
            };
            Own::new(effect, "root", at(*made), "because")
        });
        let held = person.held.as_ref().map(|held| {
            Held::new(held.rule.as_deref().map(RuleId::new), at(held.since))
                .with_grace(held.time.told())
                .accepting(without(&held.refuses))
        });
        Self { principal, own, held, person: person.clone() }
    }

    pub(crate) fn known(&self) -> Known<'_> {
        let mut known = Known::default();
        known.own = self.own.as_ref();
        known.held = self.held.as_ref();
        known.skips = self.person.skips;
        known.enrolled = self.person.enrolled;
        known.changed = self.person.changed.map(at);
        known.kept = self.person.kept.map(at);
        known
    }
}
