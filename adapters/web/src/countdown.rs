//! A moment that somebody waits for. It is right without script: the moment stands there, and how far off
//! it was. A script counts down what remains.

use countersign::time::Timestamp;
use countersign_words::Words;
use serde::Serialize;

use crate::moment::iso;

/// A moment that somebody waits for.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Countdown {
    until: String,
    text: String,
    seconds: u64,
}

impl Countdown {
    pub(crate) fn to(until: Timestamp, now: Timestamp, words: Words<'_>) -> Self {
        Self { until: iso(until), text: words.clock(until), seconds: now.until(until).as_secs() }
    }
}

/// How many seconds a client is told to wait (RFC 9110, 10.2.3): at least one.
pub(crate) fn retry_after(until: Timestamp, now: Timestamp) -> String {
    now.until(until).as_secs().max(1).to_string()
}

#[cfg(test)]
mod tests {
    use countersign_words::Languages;

    use super::*;

    #[test]
    fn what_is_past_takes_no_more_time_and_nobody_is_told_to_wait_for_nothing() {
        let (now, past) = (Timestamp::from_unix(1_795_262_400), Timestamp::from_unix(1));
        let languages = Languages::new().unwrap();
        let words = languages.choose(None, None);
        assert_eq!(Countdown::to(past, now, words).seconds, 0);
        assert_eq!(retry_after(past, now), "1");
        let later = now.plus(core::time::Duration::from_secs(90));
        let ninety = Countdown::to(later, now, words);
        assert_eq!((ninety.text.as_str(), ninety.seconds), ("12:01:30 UTC", 90));
        assert_eq!(retry_after(later, now), "90");
    }
}
