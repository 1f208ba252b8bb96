//! What happened that people are told of.

use crate::time::Timestamp;

/// What happened that a person is told of.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, minicbor::Decode, minicbor::Encode)]
#[non_exhaustive]
pub enum NoticeKind {
    /// An authenticator came into use.
    #[n(0)]
    AuthenticatorAdded,
    /// An authenticator is no longer in use.
    #[n(1)]
    AuthenticatorRemoved,
    /// A recovery code was used; so many are left.
    #[n(2)]
    RecoveryCodeUsed {
        /// How many are left.
        #[n(0)]
        left: usize,
    },
    /// There is a new set of recovery codes.
    #[n(3)]
    RecoveryCodesRenewed,
    /// A device is remembered.
    #[n(4)]
    DeviceRemembered,
    /// Somebody who knows the password gave a wrong code: the first one of the day.
    #[n(5)]
    WrongCodeAfterPassword,
    /// Somebody has a copy of a remembered device's token.
    #[n(6)]
    DeviceCopied,
    /// An administrator took away everything that was set up.
    #[n(7)]
    Reset,
    /// A second factor will be required.
    #[n(8)]
    Announced {
        /// From then on.
        #[n(0)]
        from: Timestamp,
    },
    /// A second factor is required, and can be put off no longer than this.
    #[n(9)]
    GraceEnding {
        /// Until then.
        #[n(0)]
        until: Timestamp,
    },
}

impl NoticeKind {
    /// The name, for settings and logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AuthenticatorAdded => "authenticator-added",
            Self::AuthenticatorRemoved => "authenticator-removed",
            Self::RecoveryCodeUsed { .. } => "recovery-code-used",
            Self::RecoveryCodesRenewed => "recovery-codes-renewed",
            Self::DeviceRemembered => "device-remembered",
            Self::WrongCodeAfterPassword => "wrong-code-after-password",
            Self::DeviceCopied => "device-copied",
            Self::Reset => "reset",
            Self::Announced { .. } => "announced",
            Self::GraceEnding { .. } => "grace-ending",
        }
    }
}
