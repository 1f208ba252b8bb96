//! What is left of a proof that has been spent.

use crate::authenticator::Method;
use crate::mark::Evidence;

/// That a proof has been spent, how the factor was shown, and in which epoch.
#[derive(Debug)]
#[must_use = "a code that was spent for nothing is lost"]
pub(crate) struct Spent {
    pub(crate) evidence: Evidence,
    pub(crate) epoch: u64,
}

impl Spent {
    /// What it counts as: an app on trial is worth what added it.
    pub(crate) const fn counts_as(&self) -> Option<Method> {
        match self.evidence {
            Evidence::Factor(method) => Some(method),
            Evidence::OnTrial(_) => Some(Method::Email),
            Evidence::Device(_) | Evidence::NotNow => None,
        }
    }
}
