//! Moments, in whole seconds.
//!
//! No function of this crate asks for the time; it is told. Only [`port::clock`](crate::port) may
//! ask the machine.

use core::time::Duration;

/// How far ahead of ours another machine's clock may be.
pub(crate) const SKEW: Duration = Duration::from_secs(30);

/// A moment, in seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Every operation is total: additions stop at the end of time instead of wrapping.
#[derive(
    Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, minicbor::Decode, minicbor::Encode,
)]
#[cbor(transparent)]
pub struct Timestamp(#[n(0)] u64);

impl Timestamp {
    /// The beginning: 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// The moment that lies `seconds` after [`Timestamp::EPOCH`].
    #[must_use]
    pub const fn from_unix(seconds: u64) -> Self {
        Self(seconds)
    }

    /// Seconds since [`Timestamp::EPOCH`].
    #[must_use]
    pub const fn as_unix(self) -> u64 {
        self.0
    }

    /// How long ago `earlier` was, or `None` if it still lies ahead.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Option<Duration> {
        match self.0.checked_sub(earlier.0) {
            Some(seconds) => Some(Duration::from_secs(seconds)),
            None => None,
        }
    }

    /// How long it is until `later`; nothing if that is past.
    #[must_use]
    pub const fn until(self, later: Self) -> Duration {
        Duration::from_secs(later.0.saturating_sub(self.0))
    }

    /// The moment `duration` later. A fraction of a second is dropped.
    #[must_use]
    pub const fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(duration.as_secs()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_future_has_no_age() {
        let now = Timestamp::from_unix(10);
        assert_eq!(now.since(Timestamp::from_unix(10)), Some(Duration::ZERO));
        assert_eq!(now.since(Timestamp::from_unix(11)), None);
    }

    #[test]
    fn time_stops_at_its_end() {
        let end = Timestamp::from_unix(u64::MAX);
        assert_eq!(end.plus(Duration::from_secs(1)), end);
        assert_eq!(end.until(Timestamp::EPOCH), Duration::ZERO);
    }
}
