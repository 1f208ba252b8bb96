//! Moments and durations, for people.

use core::time::Duration;

use countersign::time::Timestamp;
use time::OffsetDateTime;

use crate::arg::Arg;
use crate::words::Words;

impl Words<'_> {
    /// A moment to the minute: "21 November 2026, 12:00 UTC". Nothing for one after all calendars.
    #[must_use]
    pub fn moment(&self, at: Timestamp) -> String {
        self.at(at, "time-moment")
    }

    /// A day: "21 November 2026".
    #[must_use]
    pub fn day(&self, at: Timestamp) -> String {
        self.at(at, "time-day")
    }

    /// A time of day to the second: "12:00:01 UTC".
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        self.at(at, "time-clock")
    }

    fn at(&self, at: Timestamp, id: &str) -> String {
        let seconds = i64::try_from(at.as_unix()).unwrap_or(i64::MAX);
        let Ok(moment) = OffsetDateTime::from_unix_timestamp(seconds) else {
            return String::new();
        };
        let two = |number: u8| Arg::from(format!("{number:02}"));
        self.text(
            id,
            &[
                // As a text, so that no language groups its digits.
                ("year", Arg::from(moment.year().to_string())),
                ("month", Arg::from(u8::from(moment.month()))),
                ("day", Arg::from(moment.day())),
                ("hour", two(moment.hour())),
                ("minute", two(moment.minute())),
                ("second", two(moment.second())),
            ],
        )
    }

    /// A duration in the largest unit of which it is a whole number: "23 hours", "90 seconds", "30 days".
    #[must_use]
    pub fn period(&self, lasts: Duration) -> String {
        let seconds = lasts.as_secs();
        let units = [(86_400, "time-days"), (3_600, "time-hours"), (60, "time-minutes")];
        let whole =
            units.into_iter().find(|(unit, _)| seconds >= *unit && seconds.is_multiple_of(*unit));
        let (unit, id) = whole.unwrap_or((1, "time-seconds"));
        self.text(id, &[("count", Arg::from(seconds / unit))])
    }
}
