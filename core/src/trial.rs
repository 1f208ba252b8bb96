//! What somebody adds who has shown little counts for as little, for a day: the owner has been told by
//! mail, and has time to act.

use core::time::Duration;

/// For how long.
pub(crate) const TRIAL: Duration = Duration::from_secs(86_400);

/// As what something counts that is on trial.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(index_only)]
pub(crate) enum Trial {
    /// It was added by a recovery code, and counts as one.
    #[n(0)]
    Recovery,
    /// It came of a mailed code: it lets in, and is no recent factor.
    #[n(1)]
    Mail,
}
