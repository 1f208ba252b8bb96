//! What administrators see and do.
//!
//! | what | the application says they may | and they have |
//! |---|---|---|
//! | lists, one person, explanations, the log | read | shown a factor a short while ago |
//! | rules, decisions about a person | enforce | the same, and a form of their own |
//! | taking away what a person has set up | reset | the same |
//! | having confirmations of addresses sent | enforce | the same |
//!
//! Nobody decides about or resets themselves there. What an administrator does is in the log before it
//! is done, so that nothing is done that is not in it.

mod administrator;
mod confirmations;
mod decide;
mod directory;
mod people;
mod person;
mod rules;
mod settle;

pub use administrator::Administrator;
pub use confirmations::Confirmations;
pub use people::{People, PeopleQuery};
pub use person::{Explained, ExplainedRule, KnownAuthenticator, Person, Winner};
pub use rules::RuleSet;
pub use settle::Settling;
