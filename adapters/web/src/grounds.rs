//! On what grounds a request passes a door.
//!
//! | who comes | a route of the application's | one that it opened |
//! |---|---|---|
//! | nobody | passes: what they may see is for the application to say | passes |
//! | somebody of whom nothing more is asked | passes | passes |
//! | somebody of whom more is asked | is stopped | passes, and an extractor may stop them |
//! | somebody of whom nothing could be found out | is stopped: 503 | passes, without a standing |
//!
//! A first factor that cannot be read is never nobody: it stops every request.

use core::future::Future;
use core::time::Duration;
use std::sync::Arc;

use countersign::decide::Decision;
use countersign::fault::Fault;
use countersign::flow::Passage;
use countersign::standing::Standing;
use countersign::subject::Principal;
use countersign::ticket::Purpose;
use http::HeaderValue;

use crate::closure::BoxError;
use crate::extracted::{Recent, SignedIn, Verified};
use crate::stopped::Stopped;
use crate::web::Web;

/// What an application's first factor says of a request: somebody, nobody, or that it cannot tell.
pub type Identified = Result<Option<Principal>, BoxError>;

/// What was found out about a request. A door leaves it in the request for extractors, in a type of
/// its own that nobody else can leave there.
#[derive(Clone, Debug)]
pub struct Grounds {
    web: Web,
    prefix: Box<str>,
    by: By,
}

/// Who comes.
#[derive(Clone, Debug)]
enum By {
    /// Nobody is signed in.
    Nobody,
    /// Somebody, and what is to be done with them where nothing is open.
    Somebody(Principal, Passage),
    /// Somebody of whom nothing more could be found out.
    Unknown(Principal, Arc<Fault>),
}

/// Whether the application opened the route that a request leads to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "it is open or it is not")]
pub enum Way {
    /// Everybody may go there, whatever they have shown.
    Open,
    /// The rules hold.
    Shut,
}

impl Web {
    /// Finds out about a request. `who` is what the first factor said, `prefix` what the door is
    /// nested below, and `device` gives the value of the cookie that
    /// [`cookie_name`](Web::cookie_name) names; it is seldom asked.
    ///
    /// # Errors
    /// The first factor could not be read.
    #[expect(clippy::manual_async_fn, reason = "an async fn keeps its arguments twice")]
    pub fn look<'a>(
        &self,
        who: Identified,
        prefix: &str,
        device: impl FnOnce() -> Option<&'a str> + Send,
    ) -> impl Future<Output = Result<Grounds, Stopped>> {
        async move {
            let found = match &who {
                Ok(Some(principal)) => Some(self.second_factor().guard(principal, device).await),
                Ok(None) | Err(_) => None,
            };
            let by = match who {
                Ok(None) => By::Nobody,
                Ok(Some(principal)) => match found {
                    Some(Ok(passage)) => By::Somebody(principal, passage),
                    Some(Err(fault)) => By::Unknown(principal, Arc::new(fault)),
                    None => return Err(Stopped::misconfigured(self, "nobody has looked")),
                },
                Err(error) => return Err(Stopped::without_first_factor(self, &error)),
            };
            Ok(Grounds { web: self.clone(), prefix: prefix.into(), by })
        }
    }
}

impl Grounds {
    /// Whether the request may pass, and as on which way: a shut one, or only because it is open. `way`
    /// is asked only of whom more is asked.
    ///
    /// # Errors
    /// It may not: the application's handler does not run.
    pub fn may(&self, way: impl FnOnce() -> Way) -> Result<Way, Stopped> {
        if matches!(self.by, By::Nobody) || self.allow() {
            return Ok(Way::Shut);
        }
        match way() {
            Way::Shut => self.verified().map(|_| Way::Shut),
            Way::Open => {
                if let By::Unknown(_, error) = &self.by {
                    tracing::error!(target: "countersign", %error, "an open route is served without a standing");
                }
                Ok(Way::Open)
            }
        }
    }

    /// Whether this very guard has let somebody through of whom nothing more is asked, so that one
    /// that was added twice asks once. What passed because it was open there need not be open here.
    #[must_use]
    pub fn settle(&self, web: &Web) -> bool {
        self.allow() && self.web.is(web)
    }

    /// What the door is nested below. An extractor may be nested deeper than that.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The pages behind the door.
    #[must_use]
    pub const fn web(&self) -> &Web {
        &self.web
    }

    /// Where the person stands; `None` for nobody, where the policy asks for nothing, and where it
    /// could not be found out.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        match &self.by {
            By::Somebody(_, passage) => passage.standing,
            By::Nobody | By::Unknown(..) => None,
        }
    }

    /// The `Set-Cookie` to append to the answer of the application, together with
    /// [`NO_STORE`](crate::NO_STORE), if there is one.
    #[must_use]
    pub fn cookie(&self) -> Option<HeaderValue> {
        match &self.by {
            By::Somebody(_, passage) => self.web.keep_device(passage),
            By::Nobody | By::Unknown(..) => None,
        }
    }

    /// Whoever passed the first factor.
    ///
    /// # Errors
    /// Nobody is signed in.
    pub fn signed_in(&self) -> Result<SignedIn, Stopped> {
        match &self.by {
            By::Nobody => Err(Stopped::nobody(&self.web)),
            By::Unknown(principal, _) => Ok(SignedIn::new(principal, None)),
            By::Somebody(principal, passage) => Ok(SignedIn::new(principal, Some(passage))),
        }
    }

    /// Somebody of whom nothing more is asked.
    ///
    /// # Errors
    /// More is asked, nobody is signed in, or it could not be found out.
    pub fn verified(&self) -> Result<Verified, Stopped> {
        let (principal, passage) = self.somebody()?;
        match Stopped::by(&self.web, principal, passage.decision, Purpose::SignIn) {
            None => Ok(Verified::new(principal, passage)),
            Some(stopped) => Err(stopped),
        }
    }

    /// Somebody who has shown a factor within the last `SECONDS`.
    ///
    /// # Errors
    /// As for [`verified`](Self::verified), or it was longer ago.
    pub async fn recent<const SECONDS: u64>(&self) -> Result<Recent<SECONDS>, Stopped> {
        let verified = self.verified()?;
        let (principal, passage) = self.somebody()?;
        let max_age = Duration::from_secs(SECONDS);
        match self.web.second_factor().step_up(principal, passage, max_age).await {
            Ok(decision) => {
                let purpose = Purpose::StepUp { max_age: SECONDS };
                match Stopped::by(&self.web, principal, decision, purpose) {
                    None => Ok(Recent::new(verified)),
                    Some(stopped) => Err(stopped),
                }
            }
            Err(fault) => Err(Stopped::fault(&self.web, Arc::new(fault))),
        }
    }

    /// Whether it is somebody of whom nothing more is asked.
    fn allow(&self) -> bool {
        match &self.by {
            By::Somebody(_, passage) => passage.decision == Decision::Allow,
            By::Nobody | By::Unknown(..) => false,
        }
    }

    fn somebody(&self) -> Result<(&Principal, &Passage), Stopped> {
        match &self.by {
            By::Somebody(principal, passage) => Ok((principal, passage)),
            By::Nobody => Err(Stopped::nobody(&self.web)),
            By::Unknown(_, fault) => Err(Stopped::fault(&self.web, Arc::clone(fault))),
        }
    }
}
