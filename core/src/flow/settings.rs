//! What an application may set. Every default is the closed one.

use core::time::Duration;

use crate::authenticator::{TotpParameters, TotpWindow};
use crate::policy::Remember;

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
    /// How long a mailed code is good.
    pub code_lasts: Duration,
    /// How long to wait after each message of many.
    pub mail_pace: Duration,
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
            code_lasts: Duration::from_secs(300),
            mail_pace: Duration::from_millis(50),
            store_timeout: Duration::from_secs(5),
        }
    }
}
