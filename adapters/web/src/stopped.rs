//! Why a request is stopped, and the answer to it. Few are: so it is found out first and said later,
//! by a door that then converts the head of its request.

use std::sync::Arc;

use bytes::Bytes;
use countersign::decide::Decision;
use countersign::fault::{Fault, FaultKind};
use countersign::subject::Principal;
use countersign::ticket::Purpose;
use http::Response;

use crate::client::Client;
use crate::closure::BoxError;
use crate::view::View;
use crate::web::Web;

/// Why a request is stopped.
#[derive(Debug)]
#[must_use = "whoever is stopped has to hear of it"]
pub struct Stopped {
    web: Web,
    why: Box<Why>,
}

#[derive(Debug)]
enum Why {
    /// Nobody is signed in where somebody must be.
    Nobody,
    /// A factor has to be shown.
    Challenge(Principal, Purpose),
    /// An authenticator has to be activated.
    Enroll(Principal),
    /// A machine is broken, or the application is put together wrongly.
    Fault(Arc<Fault>),
}

impl Stopped {
    /// Whom a decision stops, if it stops them.
    pub(crate) fn by(
        web: &Web,
        principal: &Principal,
        decision: Decision,
        purpose: Purpose,
    ) -> Option<Self> {
        let why = match decision {
            Decision::Allow => return None,
            Decision::Challenge => Why::Challenge(principal.clone(), purpose),
            Decision::Enroll => Why::Enroll(principal.clone()),
        };
        Some(Self::new(web, why))
    }

    pub(crate) fn nobody(web: &Web) -> Self {
        Self::new(web, Why::Nobody)
    }

    pub(crate) fn fault(web: &Web, fault: Arc<Fault>) -> Self {
        Self::new(web, Why::Fault(fault))
    }

    /// The door, or the application around it, does what it must not.
    pub fn misconfigured(web: &Web, reason: &'static str) -> Self {
        Self::fault(web, Arc::new(Fault::caused(FaultKind::Principal, reason)))
    }

    pub(crate) fn without_first_factor(web: &Web, error: &BoxError) -> Self {
        tracing::error!(target: "countersign", %error, "the first factor could not be read");
        Self::misconfigured(web, "the first factor could not be read")
    }

    fn new(web: &Web, why: Why) -> Self {
        Self { web: web.clone(), why: Box::new(why) }
    }

    /// What to answer to the request that `view` shows.
    #[must_use]
    pub fn answer(&self, view: &View<'_>) -> Response<Bytes> {
        match &*self.why {
            Why::Nobody => self.web.sign_in_first(view, Client::stopped(view)),
            Why::Challenge(principal, purpose) => self.web.challenge(view, principal, *purpose),
            Why::Enroll(principal) => self.web.enroll(view, principal),
            Why::Fault(fault) => self.web.fault(view, fault),
        }
    }
}

/// Says in the log that a handler asks for a second factor although its request came through no
/// guard, and what to do about it. The answer is a bare 503: nobody knows the pages here.
#[must_use]
pub fn unguarded(path: &str, remedy: &'static str) -> Response<Bytes> {
    tracing::error!(
        target: "countersign",
        path,
        remedy,
        "a handler asks for a second factor, but its request came through no guard"
    );
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
    response
}
