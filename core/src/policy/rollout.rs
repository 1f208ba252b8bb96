//! Where somebody is on the way to a second factor.
//!
//! ```text
//! not required ─ announced ─ grace ─ must activate ─ overdue
//!                    └─────────┴──────────┴───────────┴──→ active        exempt, off
//! ```

use core::time::Duration;

use super::rule::Effect;
use crate::time::Timestamp;

/// After so long somebody who must activate and has not is overdue.
pub const OVERDUE_AFTER: Duration = Duration::from_secs(14 * 86_400);

/// Where somebody is on the way to a second factor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "each has its page, its JSON and its words")]
pub enum Rollout {
    /// They may have one, and have none.
    NotRequired,
    /// They will have to.
    Announced {
        /// From then on.
        from: Timestamp,
    },
    /// They have to, and may put it off until then.
    Grace {
        /// Until then.
        until: Timestamp,
    },
    /// They have to, and may put it off so many times.
    Skips {
        /// So many times.
        left: u8,
    },
    /// They have to, now.
    MustActivate {
        /// Since then.
        since: Timestamp,
    },
    /// They have had to for [`OVERDUE_AFTER`].
    Overdue {
        /// Since then.
        since: Timestamp,
    },
    /// They have one.
    Active,
    /// Nothing is asked of them until then.
    Exempt {
        /// Until then.
        until: Timestamp,
    },
    /// There is no second factor for them.
    Off,
}

impl Rollout {
    /// Every name, in the order of the way.
    pub const NAMES: [&str; 8] = [
        "not_required",
        "announced",
        "grace",
        "must_activate",
        "overdue",
        "active",
        "exempt",
        "off",
    ];

    /// The name in JSON, filters and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotRequired => "not_required",
            Self::Announced { .. } => "announced",
            Self::Grace { .. } | Self::Skips { .. } => "grace",
            Self::MustActivate { .. } => "must_activate",
            Self::Overdue { .. } => "overdue",
            Self::Active => "active",
            Self::Exempt { .. } => "exempt",
            Self::Off => "off",
        }
    }

    /// Where somebody is who does not have to activate.
    pub(super) const fn of(
        exempt: Option<Timestamp>,
        effect: Effect,
        enrolled: bool,
        announced: Option<Timestamp>,
    ) -> Option<Self> {
        match (exempt, effect, enrolled, announced) {
            (Some(until), ..) => Some(Self::Exempt { until }),
            (None, Effect::Off, ..) => Some(Self::Off),
            (None, Effect::Offer | Effect::Require, true, _) => Some(Self::Active),
            (None, Effect::Offer, false, Some(from)) => Some(Self::Announced { from }),
            (None, Effect::Offer, false, None) => Some(Self::NotRequired),
            (None, Effect::Require, false, _) => None,
        }
    }

    /// Where somebody is who has to and has not.
    pub(super) fn required(
        grace_ends: Timestamp,
        skips_left: u8,
        since: Timestamp,
        now: Timestamp,
    ) -> Self {
        if now < grace_ends {
            Self::Grace { until: grace_ends }
        } else if skips_left > 0 {
            Self::Skips { left: skips_left }
        } else if now < since.plus(OVERDUE_AFTER) {
            Self::MustActivate { since }
        } else {
            Self::Overdue { since }
        }
    }

    /// When it becomes something else by itself.
    pub(super) fn changes_at(self, must_since: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Announced { from } => Some(from),
            Self::Grace { until } | Self::Exempt { until } => Some(until),
            Self::MustActivate { .. } => Some(must_since.plus(OVERDUE_AFTER)),
            Self::NotRequired
            | Self::Skips { .. }
            | Self::Overdue { .. }
            | Self::Active
            | Self::Off => None,
        }
    }
}
