//! Moments, for people and for programs.

use countersign::time::Timestamp;
use countersign_words::Words;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

const ISO: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");

/// A moment, for a `<time>`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Moment {
    iso: String,
    text: String,
}

impl Moment {
    pub(crate) fn of(at: Timestamp, words: Words<'_>) -> Self {
        Self { iso: iso(at), text: words.moment(at) }
    }
}

pub(crate) fn iso(at: Timestamp) -> String {
    let seconds = i64::try_from(at.as_unix()).unwrap_or(i64::MAX);
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()
        .and_then(|moment| moment.format(ISO).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use countersign_words::Languages;

    use super::*;

    #[test]
    fn moments_read_well() {
        let languages = Languages::new().unwrap();
        let noon = Moment::of(Timestamp::from_unix(1_795_262_400), languages.words("en"));
        assert_eq!(noon.iso, "2026-11-21T12:00:00Z");
        assert_eq!(noon.text, "21 November 2026, 12:00 UTC");
        assert_eq!(iso(Timestamp::from_unix(u64::MAX)), "");
    }
}
