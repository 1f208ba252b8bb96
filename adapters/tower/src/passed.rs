//! What the guard leaves in a request for the extractors. The type is private, so nobody else can
//! leave it there.

use countersign_web::Grounds;
use http::request::Parts;

/// That a request came through the guard, and on what grounds.
#[derive(Clone)]
struct Passed(Grounds);

/// Leaves the grounds, and the standing for handlers.
pub(crate) fn leave(parts: &mut Parts, grounds: Grounds) {
    if let Some(standing) = grounds.standing() {
        parts.extensions.insert(standing);
    }
    parts.extensions.insert(Passed(grounds));
}

/// The grounds on which a request came through.
pub(crate) fn left(parts: &Parts) -> Option<&Grounds> {
    parts.extensions.get::<Passed>().map(|Passed(grounds)| grounds)
}
