//! Whether devices may stand in for a second factor.

use core::time::Duration;

/// Whether and how devices may be remembered.
#[expect(clippy::exhaustive_enums, reason = "a device is remembered or not")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Remember {
    /// It is not offered, and devices that were remembered count for nothing.
    Never,
    /// The box is there.
    Offered {
        /// For how long a device is remembered.
        lasts: Duration,
        /// Whether the box is ticked when the page is shown.
        ticked: bool,
    },
}

impl Default for Remember {
    /// Offered, not ticked, 23 hours.
    fn default() -> Self {
        Self::Offered { lasts: Duration::from_secs(23 * 3_600), ticked: false }
    }
}

impl Remember {
    /// For how long, if it is offered.
    #[must_use]
    pub const fn lasts(self) -> Option<Duration> {
        match self {
            Self::Never => None,
            Self::Offered { lasts, .. } => Some(lasts),
        }
    }
}
