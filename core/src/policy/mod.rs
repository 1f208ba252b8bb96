//! What is asked of whom, from when, and why.
//!
//! Rules come from code and from administrators. Of those that are about a person, the one that is
//! closest to the person wins; an administrator's decision about that very person wins over all.
//! Evaluation is a pure function: it is told the time, the rules, and what is known of the person.
//!
//! | closest first | |
//! |---|---|
//! | own | an administrator's decision about this person ([`Own`]); an exemption ends by itself |
//! | held | a requirement that has held once ([`Held`]), where no rule asks for as much |
//! | subject, role, address or list, domain | rules, in this order |
//! | tenant | a rule of the tenant's administrators about everyone |
//! | everyone | a rule in code about everyone |
//!
//! On one level the strictest wins; of two requirements the one that leaves less time, then the one
//! that began earlier, then the lesser id.
//!
//! # Changing oneself is no way out
//! A person who gets another address, role, key or tenant is never protected less by it: a
//! requirement goes on to hold, it can be put off no longer and no more often, no method is accepted
//! that it did not accept, and who has a factor goes on to be asked for it. Three things of an administrator end that: a decision about the person,
//! the rule being taken away (or saying something else), and a newer rule about the person as they are
//! by then. A rule in code is as old as the application, so it is never newer.
//!
//! A kind of sign-in that is exempt stands outside of all that: it is there for callers that nobody
//! could ask.

mod check;
mod demand;
mod domain;
mod evaluate;
mod explain;
mod facts;
mod fingerprint;
#[expect(clippy::module_inception, reason = "it is what the room is about")]
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
pub use evaluate::{Verdict, Won};
pub use explain::{Explanation, Lost, Why};
pub use facts::{Facts, Known};
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
