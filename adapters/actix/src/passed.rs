//! What the guard leaves in a request for the extractors. The type is private, so nobody else can
//! leave it there.

use std::rc::Rc;

use actix_web::{HttpMessage as _, HttpRequest};
use countersign_web::Grounds;

/// That a request came through the guard, and on what grounds.
struct Passed(Rc<Grounds>);

/// Leaves the grounds, and the standing for handlers.
pub(crate) fn leave(request: &HttpRequest, grounds: Grounds) {
    let mut extensions = request.extensions_mut();
    if let Some(standing) = grounds.standing() {
        extensions.insert(standing);
    }
    extensions.insert(Passed(Rc::new(grounds)));
}

/// The grounds on which a request came through. The extensions are let go of before anything else is
/// done.
pub(crate) fn left(request: &HttpRequest) -> Option<Rc<Grounds>> {
    request.extensions().get::<Passed>().map(|Passed(grounds)| Rc::clone(grounds))
}
