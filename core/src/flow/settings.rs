//! What an application may set. Every default is the closed one.

use core::time::Duration;

use crate::authenticator::{TotpParameters, TotpWindow};

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

/// What an application may set.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// Which time steps are accepted.
    pub totp_window: TotpWindow,
    /// How new authenticators compute their codes.
    pub totp: TotpParameters,
    /// Whether and how devices may be remembered.
    pub remember: Remember,
    /// How long ago a factor may have been shown for a change of the set-up.
    pub manage_max_age: Duration,
    /// How many authenticators a subject may have.
    pub most_authenticators: usize,
    /// How long a store may take for one call.
    pub store_timeout: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            totp_window: TotpWindow::default(),
            totp: TotpParameters::default(),
            remember: Remember::default(),
            manage_max_age: Duration::from_secs(600),
            most_authenticators: 8,
            store_timeout: Duration::from_secs(5),
        }
    }
}
