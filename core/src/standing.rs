//! Where somebody stands: what the subject holds, and what this session has shown.
//!
//! Standing is derived from the record at every request. There is no cookie that says "verified", so
//! whatever changes the record holds at the next request, in every session.

use crate::authenticator::Method;
use crate::time::Timestamp;

/// A second factor that was shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Shown {
    /// When.
    pub at: Timestamp,
    /// How.
    pub method: Method,
    /// Whether it counts as a recent factor, too. A mailed code does not, unless the policy says so
    /// ([`unsafe_step_up_by_mail`](crate::policy::Policy::unsafe_step_up_by_mail)).
    pub steps_up: bool,
}

impl Shown {
    /// A factor shown at that moment by that method.
    #[must_use]
    pub const fn new(at: Timestamp, method: Method) -> Self {
        Self { at, method, steps_up: !matches!(method, Method::Email) }
    }
}

/// What the subject holds and this session has shown.
///
/// The layer leaves it in the extensions of every request of somebody signed in, so that an
/// application can show a reminder:
///
/// ```
/// use countersign::standing::Standing;
///
/// fn reminder(standing: Standing) -> &'static str {
///     if standing.is_enrolled() { "" } else { r#"<a href="/2fa">Protect your account</a>"# }
/// }
/// # assert!(reminder(Standing::Unenrolled).contains("/2fa"));
/// ```
#[expect(clippy::exhaustive_enums, reason = "a new standing must break every match on it")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// The subject has no authenticator.
    Unenrolled,
    /// The subject has one at least.
    Enrolled {
        /// The factor that this session has shown last.
        shown: Option<Shown>,
        /// Whether the browser is a remembered device.
        device_remembered: bool,
        /// Whether there is an authenticator that can show a recent factor. Codes by mail cannot.
        may_step_up: bool,
    },
}

impl Standing {
    /// Whether the subject has an authenticator.
    #[must_use]
    pub const fn is_enrolled(self) -> bool {
        match self {
            Self::Unenrolled => false,
            Self::Enrolled { .. } => true,
        }
    }

    /// The factor that this session has shown last.
    #[must_use]
    pub const fn shown(self) -> Option<Shown> {
        match self {
            Self::Unenrolled => None,
            Self::Enrolled { shown, .. } => shown,
        }
    }
}
