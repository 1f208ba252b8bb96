//! What a journey may set about the site it is played at.

use core::time::Duration;

use countersign::authenticator::TotpWindow;
use countersign::flow::Remember;
use countersign::policy::{Policy, SignInKind, Whom};
use serde::Deserialize;

/// What a journey sets. A journey that sets nothing can be played at a running site as well.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Settings {
    /// Everybody must have a second factor, not only `acme.example`.
    pub everyone: bool,
    /// For how many seconds devices are remembered; 0: they are not.
    pub remember: Option<u64>,
    /// The box is ticked when the page is shown.
    pub ticked: bool,
    /// The clock of an app may not run ahead.
    pub strict: bool,
    /// How long ago a factor may have been shown for a change of the set-up, in seconds.
    pub manage_max_age: Option<u64>,
    /// Where the pages are.
    pub mount: Option<String>,
}

/// What is broken.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a journey names each")]
pub enum Trouble {
    /// Nothing.
    #[default]
    None,
    /// The store cannot be reached.
    StoreGone,
    /// The store reads, and cannot write.
    StoreReadOnly,
    /// What the store holds is no record.
    StoreCorrupt,
    /// The application cannot tell who is signed in.
    FirstFactor,
}

impl Settings {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn policy(&self) -> Policy {
        let policy = if self.everyone {
            Policy::required()
        } else {
            Policy::offered().require(Whom::domain("acme.example"))
        };
        policy.exempt(SignInKind::SingleSignOnWithMfa).exempt(SignInKind::ApiKey)
    }

    pub(crate) fn remember(&self) -> Remember {
        match (self.remember, Remember::default()) {
            (Some(0), _) => Remember::Never,
            (Some(seconds), _) => {
                Remember::Offered { lasts: Duration::from_secs(seconds), ticked: self.ticked }
            }
            (None, Remember::Offered { lasts, .. }) => {
                Remember::Offered { lasts, ticked: self.ticked }
            }
            (None, Remember::Never) => Remember::Never,
        }
    }

    pub(crate) fn window(&self) -> TotpWindow {
        if self.strict { TotpWindow::Strict } else { TotpWindow::default() }
    }
}
