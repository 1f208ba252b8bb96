//! What is asked of whom.
//!
//! Rules add up, and the strictest wins; an exemption of a kind of sign-in stands above them all,
//! because it is there for callers that nobody could ask. Evaluation is a pure function.

mod requirement;
mod rules;

pub use requirement::Requirement;
pub use rules::{Policy, SignInKind, Whom};
