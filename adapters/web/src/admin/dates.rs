//! Dates and moments that administrators give.
//!
//! | given | is |
//! |---|---|
//! | `2027-03-01` | the first or the last second of that day (UTC), whichever is meant |
//! | `2027-03-01T12:00:00Z` | that moment (RFC 3339) |
//! | `1803902400` | that moment, in seconds since 1970 |

use countersign::time::Timestamp;
use time::format_description::BorrowedFormatItem;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime, Time};

const DATE: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

/// Which end of a day is meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Edge {
    First,
    Last,
}

/// Reads a date or a moment.
pub(crate) fn moment(text: &str, edge: Edge) -> Option<Timestamp> {
    let text = text.trim();
    if !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().map(Timestamp::from_unix);
    }
    let moment = match Date::parse(text, DATE) {
        Ok(day) => match edge {
            Edge::First => day.midnight().assume_utc(),
            Edge::Last => day.with_time(Time::from_hms(23, 59, 59).ok()?).assume_utc(),
        },
        Err(_) => OffsetDateTime::parse(text, &Rfc3339).ok()?,
    };
    u64::try_from(moment.unix_timestamp()).ok().map(Timestamp::from_unix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_first_and_a_last_second() {
        let day = 1_803_859_200;
        assert_eq!(moment("2027-03-01", Edge::First), Some(Timestamp::from_unix(day)));
        let last = Timestamp::from_unix(day + 86_399);
        assert_eq!(moment(" 2027-03-01 ", Edge::Last), Some(last));
    }

    #[test]
    fn a_moment_is_what_it_says_whichever_end_is_meant() {
        for edge in [Edge::First, Edge::Last] {
            for text in ["1803902400", "2027-03-01T12:00:00Z", "2027-03-01T13:00:00+01:00"] {
                assert_eq!(moment(text, edge), Some(Timestamp::from_unix(1_803_902_400)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            " ",
            "tomorrow",
            "2027-02-29",
            "2027-13-01",
            "2027-3-1",
            "01.03.2027",
            "2027-03-01T12:00:00",
            "-1",
            "1969-12-31",
            "99999999999999",
            "1e9",
        ] {
            assert_eq!(moment(text, Edge::First), None, "{text:?}");
        }
    }
}
