//! What is asked of whom, from when, and why.
//!
//! Rules come from code and from administrators. Of those that are about a person, the one that is
//! closest to the person wins; an administrator's decision about that very person wins over all.
//! Evaluation is a pure function: it is told the time, the rules, and what is known of the person.
//!
//! | closest first | |
//! |---|---|
//! | own | an administrator's decision about this person ([`Own`]); an exemption ends by itself |
//! | held | a requirement that has held once, whose rule is still there ([`Held`]) |
//! | subject, role, address or list, domain | rules, in this order; on one level the strictest |
//! | tenant | a rule of the tenant's administrators about everyone |
//! | everyone | a rule in code about everyone |
//!
//! A kind of sign-in that is exempt stands outside of all that: it is there for callers that nobody
//! could ask.

mod check;
mod domain;
mod evaluate;
mod explain;
mod policy;
mod remember;
mod requirement;
mod rollout;
mod rule;
mod rules;
mod setting;
mod sign_in_kind;
mod whom;
mod written;

pub use check::{Finding, FindingKind};
pub use domain::domain;
pub(crate) use domain::domain_of;
pub use evaluate::{Facts, Known, Verdict, Won};
pub use explain::{Explanation, Lost, Why};
pub use policy::Policy;
pub(crate) use policy::no_rules;
pub use remember::Remember;
pub use requirement::Requirement;
pub use rollout::{OVERDUE_AFTER, Rollout};
pub use rule::{Author, Effect, Grace, Reach, Rule, RuleId};
pub use rules::{Rules, UnreadableRules};
pub use setting::{Held, Own, OwnEffect};
pub use sign_in_kind::SignInKind;
pub use whom::{AddressList, Level, Whom};
