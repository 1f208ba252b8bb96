//! Where somebody is on the way to a second factor, in words and as JSON.
//!
//! | status | to the person | to administrators |
//! |---|---|---|
//! | `announced` | a date, and that it can be done now | Announced |
//! | `grace` | until when, or how often it can still be put off | Grace period |
//! | `must_activate`, `overdue` | nothing else before it is done | Must activate, Overdue |
//! | `exempt` | until when nothing is asked | Exempt |
//! | `off` | that there is none | Switched off |

use countersign::policy::Rollout;
use countersign::time::Timestamp;
use serde::Serialize;

use crate::moment::{Moment, written};

/// Where somebody is on the way to a second factor.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RolloutItem {
    pub(crate) status: &'static str,
    pub(crate) label: &'static str,
    pub(crate) words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<u8>,
}

impl RolloutItem {
    pub(crate) fn of(rollout: Rollout) -> Self {
        let (from, until, since, left) = parts(rollout);
        Self {
            status: rollout.name(),
            label: label(rollout.name()),
            words: words(rollout),
            from: from.map(Moment::of),
            until: until.map(Moment::of),
            since: since.map(Moment::of),
            left,
        }
    }
}

type Parts = (Option<Timestamp>, Option<Timestamp>, Option<Timestamp>, Option<u8>);

/// From when, until when, since when, how often.
const fn parts(rollout: Rollout) -> Parts {
    match rollout {
        Rollout::Announced { from } => (Some(from), None, None, None),
        Rollout::Grace { until } | Rollout::Exempt { until } => (None, Some(until), None, None),
        Rollout::MustActivate { since } | Rollout::Overdue { since } => {
            (None, None, Some(since), None)
        }
        Rollout::Skips { left } => (None, None, None, Some(left)),
        Rollout::NotRequired | Rollout::Active | Rollout::Off => (None, None, None, None),
    }
}

/// The one moment that a status has, if it has one.
pub(crate) fn moment(rollout: Rollout) -> Option<Timestamp> {
    let (from, until, since, _) = parts(rollout);
    from.or(until).or(since)
}

/// A status by its name, as administrators read it.
pub(crate) fn label(name: &str) -> &'static str {
    match name {
        "not_required" => "Not required",
        "announced" => "Announced",
        "grace" => "Grace period",
        "must_activate" => "Must activate",
        "overdue" => "Overdue",
        "active" => "Active",
        "exempt" => "Exempt",
        "off" => "Switched off",
        _ => "Not known yet",
    }
}

/// A status as a sentence about somebody.
fn words(rollout: Rollout) -> String {
    match rollout {
        Rollout::NotRequired => "Has no second factor, and needs none.".to_owned(),
        Rollout::Announced { from } => {
            format!("Has no second factor, and needs one from {} on.", written(from))
        }
        Rollout::Grace { until } => {
            format!("Has no second factor, and may put it off until {}.", written(until))
        }
        Rollout::Skips { left: 1 } => {
            "Has no second factor, and may put it off once more.".to_owned()
        }
        Rollout::Skips { left } => {
            format!("Has no second factor, and may put it off {left} more times.")
        }
        Rollout::MustActivate { since } => {
            format!("Has no second factor, and has had to activate one since {}.", written(since))
        }
        Rollout::Overdue { since } => format!(
            "Still has no second factor, although one has been required since {}.",
            written(since)
        ),
        Rollout::Active => "Has a second factor.".to_owned(),
        Rollout::Exempt { until } => format!("Is asked for nothing until {}.", written(until)),
        Rollout::Off => "There is no second factor for this account.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_a_label_of_its_own() {
        let labels: std::collections::BTreeSet<_> =
            Rollout::NAMES.into_iter().map(label).chain([label("?")]).collect();
        assert_eq!(labels.len(), Rollout::NAMES.len() + 1);
    }

    #[test]
    fn a_status_has_the_members_that_it_needs_and_no_others() {
        let noon = Timestamp::from_unix(1_795_262_400);
        for (rollout, members) in [
            (Rollout::NotRequired, &[][..]),
            (Rollout::Announced { from: noon }, &["from"][..]),
            (Rollout::Grace { until: noon }, &["until"]),
            (Rollout::Skips { left: 2 }, &["left"]),
            (Rollout::MustActivate { since: noon }, &["since"]),
            (Rollout::Overdue { since: noon }, &["since"]),
            (Rollout::Active, &[]),
            (Rollout::Exempt { until: noon }, &["until"]),
            (Rollout::Off, &[]),
        ] {
            let json = serde_json::to_value(RolloutItem::of(rollout)).unwrap();
            let has = ["from", "until", "since", "left"].into_iter();
            let has: Vec<_> = has.filter(|name| json.get(name).is_some()).collect();
            assert_eq!(has, members, "{rollout:?}");
        }
    }
}
