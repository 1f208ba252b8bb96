//! What the guard leaves in a request for the extractors. The type is private, so nobody else can
//! leave it there.

use std::rc::Rc;

use countersign::flow::Passage;
use countersign::subject::Principal;
use countersign_web::Web;

/// That a request came through the guard, and on what grounds.
#[derive(Clone, Debug)]
pub(crate) struct Passed(pub(crate) Rc<Grounds>);

#[derive(Debug)]
pub(crate) struct Grounds {
    pub(crate) web: Web,
    /// The scope that the guard is in. An extractor may be in a deeper one.
    pub(crate) prefix: Box<str>,
    pub(crate) by: By,
}

/// Who came through.
#[derive(Debug)]
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
        Self(Rc::new(Grounds { web: web.clone(), prefix: prefix.into(), by }))
    }

    /// Whether it was this very guard, so that a middleware that was wrapped twice asks once.
    pub(crate) fn is_of(&self, web: &Web) -> bool {
        self.0.web.is(web)
    }
}
