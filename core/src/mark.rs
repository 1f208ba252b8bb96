//! What a session has shown, as the record keeps it. Only [`Record`](crate::record::Record) makes marks.

use crate::authenticator::Method;
use crate::remembered_device::DeviceId;
use crate::secret::Digest;
use crate::standing::Shown;
use crate::time::Timestamp;

/// That a session has shown something.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Mark {
    #[n(0)]
    pub(crate) session: Digest,
    #[n(1)]
    pub(crate) at: Timestamp,
    #[n(2)]
    pub(crate) evidence: Evidence,
}

/// What a session has shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub(crate) enum Evidence {
    #[n(0)]
    Factor(#[n(0)] Method),
    #[n(1)]
    Device(#[n(0)] DeviceId),
    /// The activation was put off.
    #[n(2)]
    NotNow,
    /// A factor that came of a mailed code, and is on trial.
    #[n(3)]
    OnTrial(#[n(0)] Method),
}

impl Evidence {
    /// Whether it is a factor that can be a recent one.
    pub(crate) const fn steps_up(self) -> bool {
        match self {
            Self::Factor(method) => !matches!(method, Method::Email),
            Self::Device(_) | Self::NotNow | Self::OnTrial(_) => false,
        }
    }
}

/// What a session's mark says, once it is known to be in force.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Marked {
    By(Shown),
    ByDevice(DeviceId),
    NotNow,
}
