//! Why an answer was not accepted. A refusal is an answer to a person; a broken machine is a
//! [`Fault`](crate::fault::Fault).

use crate::throttle::Gate;
use crate::time::Timestamp;

/// Why an answer was not accepted.
#[expect(clippy::exhaustive_enums, reason = "every page must have a sentence for each")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// It is not right. It has been counted.
    Wrong {
        /// What the count now allows.
        gate: Gate,
    },
    /// It was right once and has been used. It has been counted.
    Spent {
        /// What the count now allows.
        gate: Gate,
    },
    /// Too many were wrong. It says nothing about this one.
    Wait {
        /// When answers are taken again.
        until: Timestamp,
    },
    /// The subject has nothing that could be asked in this way.
    Unavailable,
    /// The challenge or enrollment is over: too old, answered elsewhere, or the set-up has changed.
    Expired,
}
