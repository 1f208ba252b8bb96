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

    /// The moment that goes with it: when it begins, ends, or began.
    #[must_use]
    pub const fn moment(self) -> Option<Timestamp> {
        match self {
            Self::Announced { from: at }
            | Self::Grace { until: at }
            | Self::MustActivate { since: at }
            | Self::Overdue { since: at }
            | Self::Exempt { until: at } => Some(at),
            Self::NotRequired | Self::Skips { .. } | Self::Active | Self::Off => None,
        }
    }

    /// How often it may still be put off, if that is what counts.
    #[must_use]
    pub const fn left(self) -> Option<u8> {
        match self {
            Self::Skips { left } => Some(left),
            Self::NotRequired
            | Self::Announced { .. }
            | Self::Grace { .. }
            | Self::MustActivate { .. }
            | Self::Overdue { .. }
            | Self::Active
            | Self::Exempt { .. }
            | Self::Off => None,
        }
    }

    /// From what [`name`](Self::name), [`moment`](Self::moment) and [`left`](Self::left) gave.
    #[must_use]
    pub fn from_parts(name: &str, moment: Option<Timestamp>, left: Option<u8>) -> Option<Self> {
        Some(match (name, moment, left) {
            ("not_required", None, None) => Self::NotRequired,
            ("announced", Some(from), None) => Self::Announced { from },
            ("grace", Some(until), None) => Self::Grace { until },
            ("grace", None, Some(left)) => Self::Skips { left },
            ("must_activate", Some(since), None) => Self::MustActivate { since },
            ("overdue", Some(since), None) => Self::Overdue { since },
            ("active", None, None) => Self::Active,
            ("exempt", Some(until), None) => Self::Exempt { until },
            ("off", None, None) => Self::Off,
            _ => return None,
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_apart_can_be_put_together() {
        let at = Timestamp::from_unix(1_000);
        let all = [
            Rollout::NotRequired,
            Rollout::Announced { from: at },
            Rollout::Grace { until: at },
            Rollout::Skips { left: 3 },
            Rollout::MustActivate { since: at },
            Rollout::Overdue { since: at },
            Rollout::Active,
            Rollout::Exempt { until: at },
            Rollout::Off,
        ];
        for rollout in all {
            let (name, moment, left) = (rollout.name(), rollout.moment(), rollout.left());
            assert!(Rollout::NAMES.contains(&name));
            assert_eq!(Rollout::from_parts(name, moment, left), Some(rollout));
            // What was not written by us is not guessed at.
            assert_eq!(Rollout::from_parts(name, Some(at), Some(3)), None);
        }
        assert_eq!(Rollout::from_parts("", None, None), None);
        assert_eq!(Rollout::from_parts("announced", None, None), None);
    }
}
