//! What the guard leaves in a request for the extractors. The type is private, so nobody else can
//! leave it there.

use std::sync::Arc;

use countersign::decide::Decision;
use countersign::flow::Passage;
use countersign::subject::Principal;
use countersign_web::Web;

/// That a request came through the guard, and on what grounds.
#[derive(Clone, Debug)]
pub(crate) struct Passed(pub(crate) Arc<Grounds>);

#[derive(Debug)]
#[cfg_attr(not(feature = "axum"), expect(dead_code, reason = "only extractors read it"))]
pub(crate) struct Grounds {
    pub(crate) web: Web,
    /// What the guard is nested below. An extractor may be nested deeper than that.
    pub(crate) prefix: Box<str>,
    pub(crate) by: By,
}

/// Who came through.
#[derive(Debug)]
#[cfg_attr(not(feature = "axum"), expect(dead_code, reason = "only extractors read it"))]
pub(crate) enum By {
    /// Nobody is signed in.
    Nobody,
    /// Somebody; on an open route perhaps somebody of whom more would be asked elsewhere.
    Somebody(Principal, Passage),
    /// Somebody, on an open route, of whom nothing more could be found out.
    Unknown(Principal),
}

impl Passed {
    pub(crate) fn new(web: &Web, prefix: &str, by: By) -> Self {
        Self(Arc::new(Grounds { web: web.clone(), prefix: prefix.into(), by }))
    }

    /// Whether this very guard has let somebody through of whom nothing more is asked, so that a layer
    /// that was added twice asks once. What passed because it was open there need not be open here.
    pub(crate) fn settles(&self, web: &Web) -> bool {
        let allowed = match &self.0.by {
            By::Somebody(_, passage) => passage.decision == Decision::Allow,
            By::Nobody | By::Unknown(_) => false,
        };
        allowed && self.0.web.is(web)
    }
}
