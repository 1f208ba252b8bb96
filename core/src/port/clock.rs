//! What time it is.

use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::time::Timestamp;

/// What time it is. Nothing else in this crate asks the machine.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that may ask")]
        let now = SystemTime::now();
        let since = now.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        Timestamp::from_unix(since.as_secs())
    }
}

/// A clock for tests, which stands still until it is moved.
///
/// ```
/// use std::time::Duration;
/// use countersign::port::{Clock, FakeClock};
///
/// let clock = FakeClock::at(1_800_000_000);
/// clock.advance(Duration::from_secs(30));
/// assert_eq!(clock.now().as_unix(), 1_800_000_030);
/// ```
#[derive(Debug)]
pub struct FakeClock(AtomicU64);

impl FakeClock {
    /// A clock that shows `unix` seconds.
    #[must_use]
    pub const fn at(unix: u64) -> Self {
        Self(AtomicU64::new(unix))
    }

    /// Moves the clock on.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.as_secs(), Ordering::SeqCst);
    }

    /// Sets the clock, forwards or back.
    pub fn set(&self, unix: u64) {
        self.0.store(unix, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_unix(self.0.load(Ordering::SeqCst))
    }
}
