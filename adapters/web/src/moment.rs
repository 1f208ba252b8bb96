//! Moments and durations, for people.

use core::time::Duration;

use countersign::time::Timestamp;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

const DAY: &[BorrowedFormatItem<'_>] =
    format_description!("[day padding:none] [month repr:long] [year], [hour]:[minute] UTC");
const ISO: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");

/// A moment, for a `<time>`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Moment {
    iso: String,
    text: String,
}

impl Moment {
    pub(crate) fn of(at: Timestamp) -> Self {
        Self { iso: iso(at), text: written(at) }
    }
}

pub(crate) fn iso(at: Timestamp) -> String {
    formatted(at, ISO)
}

pub(crate) fn written(at: Timestamp) -> String {
    formatted(at, DAY)
}

fn formatted(at: Timestamp, format: &[BorrowedFormatItem<'_>]) -> String {
    let seconds = i64::try_from(at.as_unix()).unwrap_or(i64::MAX);
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()
        .and_then(|moment| moment.format(format).ok())
        .unwrap_or_default()
}

/// A duration in its largest whole unit, or in two: "23 hours", "90 seconds", "30 days".
pub(crate) fn period(lasts: Duration) -> String {
    let seconds = lasts.as_secs();
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];
    let whole =
        units.into_iter().find(|(unit, _)| seconds >= *unit && seconds.is_multiple_of(*unit));
    let (unit, name) = whole.unwrap_or((1, "second"));
    let count = seconds / unit;
    if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_well() {
        let noon = Moment::of(Timestamp::from_unix(1_795_262_400));
        assert_eq!(noon.iso, "2026-11-21T12:00:00Z");
        assert_eq!(noon.text, "21 November 2026, 12:00 UTC");
        assert_eq!(iso(Timestamp::from_unix(u64::MAX)), "");
    }

    #[test]
    fn durations_read_well() {
        for (seconds, text) in [
            (23 * 3_600, "23 hours"),
            (86_400, "1 day"),
            (30 * 86_400, "30 days"),
            (90, "90 seconds"),
            (300, "5 minutes"),
            (0, "0 seconds"),
        ] {
            assert_eq!(period(Duration::from_secs(seconds)), text);
        }
    }
}
