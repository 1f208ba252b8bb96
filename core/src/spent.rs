//! What is left of a proof that has been spent.

use crate::authenticator::Method;

/// That a proof has been spent, how the factor was shown, and in which epoch.
#[derive(Debug)]
#[must_use = "a code that was spent for nothing is lost"]
pub(crate) struct Spent {
    pub(crate) method: Method,
    pub(crate) epoch: u64,
}

impl Spent {
    /// What it counts as: an app on trial is worth a recovery code.
    pub(crate) const fn counts_as(&self) -> Method {
        self.method
    }
}
