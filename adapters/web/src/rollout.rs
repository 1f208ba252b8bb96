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
use countersign_words::{Arg, Words};
use serde::Serialize;

use crate::moment::Moment;

/// Where somebody is on the way to a second factor.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RolloutItem {
    pub(crate) status: &'static str,
    pub(crate) label: String,
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
    pub(crate) fn of(rollout: Rollout, words: Words<'_>) -> Self {
        let (from, until, since, left) = parts(rollout);
        let moment = |at| Moment::of(at, words);
        Self {
            status: rollout.name(),
            label: words.text(label(rollout.name()), &[]),
            words: sentence(rollout, words),
            from: from.map(moment),
            until: until.map(moment),
            since: since.map(moment),
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

/// The message for a status by its name, as administrators read it.
pub(crate) fn label(name: &str) -> &'static str {
    match name {
        "not_required" => "status-label-not-required",
        "announced" => "status-label-announced",
        "grace" => "status-label-grace",
        "must_activate" => "status-label-must-activate",
        "overdue" => "status-label-overdue",
        "active" => "status-label-active",
        "exempt" => "status-label-exempt",
        "off" => "status-label-off",
        _ => "status-label-unknown",
    }
}

/// A status as a sentence about somebody.
fn sentence(rollout: Rollout, words: Words<'_>) -> String {
    let id = match rollout {
        Rollout::NotRequired => "status-not-required",
        Rollout::Announced { .. } => "status-announced",
        Rollout::Grace { .. } => "status-grace",
        Rollout::Skips { .. } => "status-skips",
        Rollout::MustActivate { .. } => "status-must-activate",
        Rollout::Overdue { .. } => "status-overdue",
        Rollout::Active => "status-active",
        Rollout::Exempt { .. } => "status-exempt",
        Rollout::Off => "status-off",
    };
    let (from, until, since, left) = parts(rollout);
    let moments = [("from", from), ("until", until), ("since", since)].into_iter();
    let mut args: Vec<_> =
        moments.filter_map(|(name, at)| at.map(|at| (name, Arg::from(words.moment(at))))).collect();
    args.extend(left.map(|left| ("count", Arg::from(left))));
    words.text(id, &args)
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
        let languages = countersign_words::Languages::new().unwrap();
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
            let json =
                serde_json::to_value(RolloutItem::of(rollout, languages.words("en"))).unwrap();
            let has = ["from", "until", "since", "left"].into_iter();
            let has: Vec<_> = has.filter(|name| json.get(name).is_some()).collect();
            assert_eq!(has, members, "{rollout:?}");
        }
    }
}
