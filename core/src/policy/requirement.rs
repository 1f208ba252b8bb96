//! What a request is asked for.

use core::time::Duration;

use crate::time::Timestamp;

/// What is asked for.
#[expect(clippy::exhaustive_enums, reason = "a new requirement must break every match on it")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Requirement {
    /// Nothing.
    Nothing,
    /// A second factor of everybody who has one.
    IfEnrolled,
    /// A second factor; who has none must activate one.
    Always {
        /// Until then, who has none is let through. A moment in the past: at once.
        grace_ends: Timestamp,
    },
    /// A second factor that was shown a short while ago (RFC 9470: `max_age`).
    Recent {
        /// How long ago at the most, that age included.
        max_age: Duration,
    },
}

impl Requirement {
    /// A second factor, at once.
    pub const ALWAYS: Self = Self::Always { grace_ends: Timestamp::EPOCH };

    /// Whether who has no second factor must activate one, at `now`.
    #[must_use]
    pub fn must_activate(self, now: Timestamp) -> bool {
        match self {
            Self::Nothing | Self::IfEnrolled => false,
            Self::Always { grace_ends } => grace_ends <= now,
            Self::Recent { .. } => true,
        }
    }
}
