//! A rule: whom × what × from when × grace × devices × how long ago.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use super::remember::Remember;
use super::whom::{Level, Whom};
use crate::authenticator::Methods;
use crate::subject::SubjectId;
use crate::time::Timestamp;

/// Which rule. It stays the same for as long as the rule says the same.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RuleId(Arc<str>);

impl RuleId {
    /// A rule of this name.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a rule does. The later is the stricter.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a new effect must break every match on it")]
pub enum Effect {
    /// There is no second factor: nobody is asked, and nobody can activate one.
    Off,
    /// Who wants a second factor may have one, and is asked for it then.
    Offer,
    /// A second factor must be had.
    Require,
}

impl Effect {
    /// The name in forms and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Offer => "offer",
            Self::Require => "require",
        }
    }

    /// The effect with this [`name`](Self::name).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Off, Self::Offer, Self::Require].into_iter().find(|effect| effect.name() == name)
    }
}

/// How long somebody who must activate may put it off.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[expect(clippy::exhaustive_enums, reason = "a new grace must break every match on it")]
pub enum Grace {
    /// Not at all.
    #[default]
    #[n(0)]
    None,
    /// Until this moment.
    #[n(1)]
    Until(#[n(0)] Timestamp),
    /// For so long after the requirement began to hold for them.
    #[n(2)]
    For(#[n(0)] Duration),
    /// So many times: at each sign-in they are shown the activation and may say "not now".
    #[n(3)]
    Skips(#[n(0)] u8),
}

/// Whom a requirement that begins reaches first.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "it is the next request or the next sign-in")]
pub enum Reach {
    /// Every session, at its next request.
    #[default]
    NextRequest,
    /// Sessions that begin after the requirement. An application that does not say when a session
    /// began ([`Principal::signed_in_at`](crate::subject::Principal::signed_in_at)) gets the next
    /// request.
    NextSignIn,
}

/// Who made a rule.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "there is nobody else")]
pub enum Author {
    /// Whoever wrote the application.
    Code,
    /// An administrator.
    Administrator {
        /// The application's key for them.
        who: Arc<str>,
        /// Their tenant, if it is another one than that of the rule.
        tenant: Option<Arc<str>>,
        /// When.
        at: Timestamp,
    },
}

/// A rule.
///
/// ```
/// use core::time::Duration;
/// use countersign::policy::{Grace, Policy, Rule, Whom};
/// use countersign::time::Timestamp;
///
/// let in_march = Timestamp::from_unix(1_803_859_200);
/// let policy = Policy::offered().rule(
///     Rule::require(Whom::role("accountant"))
///         .from(in_march)
///         .grace(Grace::For(Duration::from_secs(7 * 86_400)))
///         .because("the auditors ask for it"),
/// );
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use]
pub struct Rule {
    pub(super) id: RuleId,
    pub(super) whom: Whom,
    pub(super) effect: Effect,
    pub(super) from: Option<Timestamp>,
    pub(super) grace: Grace,
    pub(super) reach: Reach,
    pub(super) remember: Option<Remember>,
    pub(super) max_age: Option<Duration>,
    pub(super) methods: Methods,
    pub(super) reason: Arc<str>,
    pub(super) author: Author,
}

impl Rule {
    /// A rule in code. Its id is made of what it says.
    pub fn new(effect: Effect, whom: Whom) -> Self {
        let id = RuleId::new(format!("code:{}:{}:{}", effect.name(), whom.kind(), whom.value()));
        Self {
            id,
            whom,
            effect,
            from: None,
            grace: Grace::None,
            reach: Reach::NextRequest,
            remember: None,
            max_age: None,
            methods: Methods::ALL,
            reason: "".into(),
            author: Author::Code,
        }
    }

    /// These must have a second factor.
    pub fn require(whom: Whom) -> Self {
        Self::new(Effect::Require, whom)
    }

    /// These may have one.
    pub fn offer(whom: Whom) -> Self {
        Self::new(Effect::Offer, whom)
    }

    /// These have none, and are not asked even if they had one.
    pub fn off(whom: Whom) -> Self {
        Self::new(Effect::Off, whom)
    }

    /// Another id. Give one to rules that may come to say something else, such as a list.
    pub fn named(mut self, id: impl Into<Arc<str>>) -> Self {
        self.id = RuleId::new(id);
        self
    }

    /// From then on. Before, a requirement is announced.
    pub const fn from(mut self, from: Timestamp) -> Self {
        self.from = Some(from);
        self
    }

    /// How long it may be put off.
    pub const fn grace(mut self, grace: Grace) -> Self {
        self.grace = grace;
        self
    }

    /// Whom it reaches first.
    pub const fn reach(mut self, reach: Reach) -> Self {
        self.reach = reach;
        self
    }

    /// Whether and for how long devices are remembered, instead of what the application has set.
    pub const fn remember(mut self, remember: Remember) -> Self {
        self.remember = Some(remember);
        self
    }

    /// How long ago a session may have shown its factor, at every request. Remembered devices stand
    /// in as ever.
    pub const fn max_age(mut self, max_age: Duration) -> Self {
        self.max_age = Some(max_age);
        self
    }

    /// Which methods are accepted. Default: all.
    pub const fn methods(mut self, methods: Methods) -> Self {
        self.methods = methods;
        self
    }

    /// Why, for those who are asked and for administrators.
    pub fn because(mut self, reason: impl Into<Arc<str>>) -> Self {
        self.reason = reason.into();
        self
    }

    /// Made by an administrator. What is made on the administration pages says so by itself; this is for
    /// rules that come from elsewhere.
    pub fn by(mut self, who: impl Into<Arc<str>>, at: Timestamp) -> Self {
        self.author = Author::Administrator { who: who.into(), tenant: None, at };
        self
    }

    /// Made by this administrator, for this tenant.
    pub(crate) fn made_by(self, who: &SubjectId, tenant: &str, at: Timestamp) -> Self {
        let own = Some(who.tenant()).filter(|own| *own != tenant).map(Arc::from);
        self.of_author(who.key(), own, at)
    }

    pub(super) fn of_author(mut self, who: &str, tenant: Option<Arc<str>>, at: Timestamp) -> Self {
        self.author = Author::Administrator { who: who.into(), tenant, at };
        self
    }

    /// Which rule it is.
    #[must_use]
    pub const fn id(&self) -> &RuleId {
        &self.id
    }

    /// Whom it is about.
    #[must_use]
    pub const fn whom(&self) -> &Whom {
        &self.whom
    }

    /// What it does.
    #[must_use]
    pub const fn effect(&self) -> Effect {
        self.effect
    }

    /// From when, if it does not hold already.
    #[must_use]
    pub const fn starts(&self) -> Option<Timestamp> {
        self.from
    }

    /// How long it may be put off.
    #[must_use]
    pub const fn grace_given(&self) -> Grace {
        self.grace
    }

    /// Whom it reaches first.
    #[must_use]
    pub const fn reaches(&self) -> Reach {
        self.reach
    }

    /// What it says about remembered devices, if it says anything.
    #[must_use]
    pub const fn remembers(&self) -> Option<Remember> {
        self.remember
    }

    /// How long ago a factor may have been shown, if it says so.
    #[must_use]
    pub const fn longest_ago(&self) -> Option<Duration> {
        self.max_age
    }

    /// Which methods are accepted.
    #[must_use]
    pub const fn accepts(&self) -> Methods {
        self.methods
    }

    /// Why; empty if nobody said.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Who made it.
    #[must_use]
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// How close to a person it is.
    #[must_use]
    pub const fn level(&self) -> Level {
        match (&self.whom, &self.author) {
            (Whom::Everyone, Author::Code) => Level::Everyone,
            (Whom::Everyone, Author::Administrator { .. }) => Level::Tenant,
            (Whom::Domain(_) | Whom::DomainAndBelow(_), _) => Level::Domain,
            (Whom::Address(_) | Whom::Listed(_), _) => Level::Address,
            (Whom::Role(_), _) => Level::Role,
            (Whom::Subject(_), _) => Level::Subject,
        }
    }

    /// When it was made; rules in code have always been there.
    pub(super) const fn made_at(&self) -> Timestamp {
        match self.author {
            Author::Code => Timestamp::EPOCH,
            Author::Administrator { at, .. } => at,
        }
    }

    /// From when it holds.
    pub(super) fn begins(&self) -> Timestamp {
        self.from.unwrap_or(Timestamp::EPOCH).max(self.made_at())
    }

    pub(super) fn holds_at(&self, at: Timestamp) -> bool {
        self.begins() <= at
    }
}
