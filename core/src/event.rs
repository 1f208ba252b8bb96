//! What happened, under names that do not change.

use crate::authenticator::Method;
use crate::subject::SubjectId;
use crate::time::Timestamp;

/// What happened.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A challenge was answered rightly.
    ChallengePassed(Method),
    /// A challenge was answered wrongly, and counted.
    ChallengeFailed(Method),
    /// An answer was refused because too many were wrong.
    ChallengeThrottled(Method),
    /// An enrollment was begun.
    EnrollmentBegun,
    /// An authenticator came into use.
    AuthenticatorAdded,
    /// An authenticator got another name.
    AuthenticatorRenamed,
    /// An authenticator is no longer in use.
    AuthenticatorRemoved,
    /// A recovery code was used; so many are left.
    RecoveryCodeUsed {
        /// How many are left.
        left: usize,
    },
    /// There is a new set of recovery codes.
    RecoveryCodesRenewed,
    /// A device is remembered.
    DeviceRemembered,
    /// A remembered device stood in for a second factor.
    DeviceStoodIn,
    /// One device, or all, were forgotten.
    DeviceForgotten,
    /// A token of a remembered device came that had been replaced. Somebody has a copy; the device
    /// was forgotten.
    DeviceCopied,
    /// A session was signed out.
    SignedOut,
    /// The application changed the password or address; everything shown before is void.
    CredentialsChanged,
}

impl Event {
    /// The name, for logs and for those that count.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ChallengePassed(_) => "challenge.passed",
            Self::ChallengeFailed(_) => "challenge.failed",
            Self::ChallengeThrottled(_) => "challenge.throttled",
            Self::EnrollmentBegun => "enrollment.begun",
            Self::AuthenticatorAdded => "authenticator.added",
            Self::AuthenticatorRenamed => "authenticator.renamed",
            Self::AuthenticatorRemoved => "authenticator.removed",
            Self::RecoveryCodeUsed { .. } => "recovery_code.used",
            Self::RecoveryCodesRenewed => "recovery_codes.renewed",
            Self::DeviceRemembered => "device.remembered",
            Self::DeviceStoodIn => "device.stood_in",
            Self::DeviceForgotten => "device.forgotten",
            Self::DeviceCopied => "device.copied",
            Self::SignedOut => "session.signed_out",
            Self::CredentialsChanged => "credentials.changed",
        }
    }

    /// By which method, where there is one.
    #[must_use]
    pub const fn method(&self) -> Option<Method> {
        match self {
            Self::ChallengePassed(method)
            | Self::ChallengeFailed(method)
            | Self::ChallengeThrottled(method) => Some(*method),
            Self::RecoveryCodeUsed { .. } => Some(Method::Recovery),
            Self::EnrollmentBegun
            | Self::AuthenticatorAdded
            | Self::AuthenticatorRenamed
            | Self::AuthenticatorRemoved
            | Self::RecoveryCodesRenewed
            | Self::DeviceRemembered
            | Self::DeviceStoodIn
            | Self::DeviceForgotten
            | Self::DeviceCopied
            | Self::SignedOut
            | Self::CredentialsChanged => None,
        }
    }
}

/// What happened to whom, and when. No secret is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// What.
    pub event: Event,
    /// To whom.
    pub subject: SubjectId,
    /// When.
    pub at: Timestamp,
}

impl Entry {
    pub(crate) const fn new(event: Event, subject: SubjectId, at: Timestamp) -> Self {
        Self { event, subject, at }
    }
}
