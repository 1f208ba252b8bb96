//! What the record keeps of the policy: an administrator's decision about one person, and the
//! requirement that has held for them.

use super::{Grace, RuleId};
use crate::authenticator::Methods;
use crate::time::Timestamp;

/// An administrator's decision about one person. It wins over every rule.
#[derive(Clone, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[non_exhaustive]
pub struct Own {
    /// What was decided.
    #[n(0)]
    pub effect: OwnEffect,
    /// Why.
    #[n(1)]
    pub reason: Box<str>,
    /// By whom: the application's key.
    #[n(2)]
    pub by: Box<str>,
    /// When.
    #[n(3)]
    pub at: Timestamp,
}

/// What an administrator has decided about one person.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[expect(clippy::exhaustive_enums, reason = "a new effect must break every match on it")]
pub enum OwnEffect {
    /// They must have a second factor.
    #[n(0)]
    Require(#[n(0)] Grace),
    /// They need none, whatever the rules say; who has one is asked for it.
    #[n(1)]
    Release,
    /// They are asked for nothing until then.
    #[n(2)]
    Exempt {
        /// When it ends by itself.
        #[n(0)]
        until: Timestamp,
    },
}

impl OwnEffect {
    /// The name in JSON and in audit entries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Require(_) => "require",
            Self::Release => "release",
            Self::Exempt { .. } => "exempt",
        }
    }
}

impl Own {
    /// How long they may put it off.
    #[must_use]
    pub const fn grace(&self) -> Grace {
        match self.effect {
            OwnEffect::Require(grace) => grace,
            OwnEffect::Release | OwnEffect::Exempt { .. } => Grace::None,
        }
    }

    /// Whether it still counts.
    pub(super) fn is_in_force(&self, now: Timestamp) -> bool {
        match self.effect {
            OwnEffect::Exempt { until } => now < until,
            OwnEffect::Require(_) | OwnEffect::Release => true,
        }
    }

    /// A decision.
    #[must_use]
    pub fn new(effect: OwnEffect, by: &str, at: Timestamp, reason: &str) -> Self {
        Self { effect, reason: reason.into(), by: by.into(), at }
    }
}

/// That a requirement has held for somebody. It goes on to hold, whatever becomes of their address or
/// roles, until an administrator lifts it: by a decision about the person, by taking the rule away, or
/// by a newer rule about the person as they are now.
#[derive(Clone, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[non_exhaustive]
pub struct Held {
    /// By which rule; `None` if they came from where that rule is.
    #[n(0)]
    pub rule: Option<RuleId>,
    /// Since when.
    #[n(1)]
    pub since: Timestamp,
    /// How it could be put off there, for those who came from where the rule is.
    #[n(2)]
    #[cbor(default)]
    pub grace: Grace,
    /// Which methods were accepted where they come from, if not every one: no other is accepted here,
    /// whatever the rule says.
    #[n(3)]
    pub methods: Option<Methods>,
}

impl Held {
    /// A requirement that holds since then.
    #[must_use]
    pub const fn new(rule: Option<RuleId>, since: Timestamp) -> Self {
        Self { rule, since, grace: Grace::None, methods: None }
    }

    /// The same, and how it can be put off.
    #[must_use]
    pub const fn with_grace(mut self, grace: Grace) -> Self {
        self.grace = grace;
        self
    }

    /// The same, and only these methods of those that were accepted.
    #[must_use]
    pub fn accepting(mut self, methods: Methods) -> Self {
        let methods = self.methods.map_or(methods, |before| before.and(methods));
        self.methods = Some(methods).filter(|methods| *methods != Methods::ALL);
        self
    }
}
