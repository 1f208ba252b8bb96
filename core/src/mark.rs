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
}

/// What a session's mark says, once it is known to be in force.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Marked {
    By(Shown),
    ByDevice(DeviceId),
    NotNow,
}
