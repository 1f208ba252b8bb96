//! Who comes, for handlers: what a door's extractors hold.
//!
//! They are made of [`Grounds`] only, so a handler that is given one runs for nobody else.

use core::future::Future;

use countersign::flow::Passage;
use countersign::policy::Rollout;
use countersign::standing::Standing;
use countersign::subject::Principal;

use crate::grounds::Grounds;
use crate::stopped::Stopped;

/// Who comes, as far as the grounds show it.
pub trait FromGrounds: Sized + Send + 'static {
    /// The answer, if it does not have to be waited for.
    fn at_once(grounds: &Grounds) -> Option<Result<Self, Stopped>>;

    /// Who it is.
    ///
    /// # Errors
    /// Nobody is signed in, more is asked of who is, or it could not be found out.
    fn from_grounds(grounds: &Grounds) -> impl Future<Output = Result<Self, Stopped>> + Send;
}

/// Somebody who passed the first factor, whatever more may be asked of them.
#[derive(Clone, Debug)]
pub struct SignedIn {
    principal: Principal,
    standing: Option<Standing>,
    rollout: Option<Rollout>,
}

impl SignedIn {
    pub(crate) fn new(principal: &Principal, passage: Option<&Passage>) -> Self {
        Self {
            principal: principal.clone(),
            standing: passage.and_then(|passage| passage.standing),
            rollout: passage.map(|passage| passage.rollout),
        }
    }

    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &Principal {
        &self.principal
    }

    /// Where they stand; `None` where the policy asks for nothing, or where it could not be found
    /// out.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.standing
    }

    /// Where they are on the way to a second factor, for a reminder with a link to the
    /// [settings](crate::Web::mount); `None` where it could not be found out.
    #[must_use]
    pub const fn rollout(&self) -> Option<Rollout> {
        self.rollout
    }
}

impl FromGrounds for SignedIn {
    fn at_once(grounds: &Grounds) -> Option<Result<Self, Stopped>> {
        Some(grounds.signed_in())
    }

    async fn from_grounds(grounds: &Grounds) -> Result<Self, Stopped> {
        grounds.signed_in()
    }
}

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
#[derive(Clone, Debug)]
pub struct Verified {
    principal: Principal,
    standing: Option<Standing>,
    rollout: Rollout,
}

impl Verified {
    pub(crate) fn new(principal: &Principal, passage: &Passage) -> Self {
        let (standing, rollout) = (passage.standing, passage.rollout);
        Self { principal: principal.clone(), standing, rollout }
    }

    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &Principal {
        &self.principal
    }

    /// Where they stand; `None` where the policy asks for nothing.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.standing
    }

    /// Where they are on the way to a second factor, for a reminder with a link to the
    /// [settings](crate::Web::mount).
    #[must_use]
    pub const fn rollout(&self) -> Rollout {
        self.rollout
    }
}

impl FromGrounds for Verified {
    fn at_once(grounds: &Grounds) -> Option<Result<Self, Stopped>> {
        Some(grounds.verified())
    }

    async fn from_grounds(grounds: &Grounds) -> Result<Self, Stopped> {
        grounds.verified()
    }
}

/// Somebody who has shown a second factor within the last `SECONDS`.
#[derive(Clone, Debug)]
pub struct Recent<const SECONDS: u64>(Verified);

impl<const SECONDS: u64> Recent<SECONDS> {
    pub(crate) const fn new(verified: Verified) -> Self {
        Self(verified)
    }

    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &Principal {
        self.0.principal()
    }

    /// Where they stood when the request came.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        self.0.standing()
    }
}

impl<const SECONDS: u64> FromGrounds for Recent<SECONDS> {
    /// Who is exempt has not been looked up yet.
    fn at_once(_: &Grounds) -> Option<Result<Self, Stopped>> {
        None
    }

    async fn from_grounds(grounds: &Grounds) -> Result<Self, Stopped> {
        grounds.recent().await
    }
}
