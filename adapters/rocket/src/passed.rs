//! What the gate leaves in a request for the request guards. The types are private, so nobody else
//! can leave them there.
//!
//! The local cache of a request keeps the first value of a type for ever. So it holds cells.

use std::sync::{Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use countersign::standing::Standing;
use countersign_web::Grounds;
use http::Response;
use rocket::Request;
use rocket::http::Status;

/// The status of a request that one of our request guards refused. Nobody else uses it, and it does
/// not reach the client: our catcher, or the fairing, puts the prepared answer in its place.
pub(crate) const REFUSED: Status = Status::new(494);

struct Slot(OnceLock<Box<Grounds>>);

/// The grounds on which a request came through the gate, to be read or, once, to be left. A `HEAD`
/// is routed twice, and an open route may forward to another one: who comes is asked once.
pub(crate) fn slot<'a>(request: &'a Request<'_>) -> &'a OnceLock<Box<Grounds>> {
    &request.local_cache(|| Slot(OnceLock::new())).0
}

struct Refusal(Mutex<Option<Response<Bytes>>>);

fn refusal<'a>(request: &'a Request<'_>) -> &'a Mutex<Option<Response<Bytes>>> {
    &request.local_cache(|| Refusal(Mutex::new(None))).0
}

/// Leaves the answer that is due if the request guard that refused is not optional.
pub(crate) fn refuse(request: &Request<'_>, answer: Response<Bytes>) {
    *refusal(request).lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
}

/// Takes the answer that was left.
pub(crate) fn take_refusal(request: &Request<'_>) -> Option<Response<Bytes>> {
    refusal(request).lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Where the person stands who sent this request: for templates, catchers and fairings. `None` for
/// nobody, where the policy asks for nothing, and where it could not be found out.
///
/// ```
/// use countersign_rocket::standing;
/// use rocket::{Request, catch};
///
/// #[catch(404)]
/// fn not_found(request: &Request<'_>) -> String {
///     format!("nothing here; you are {:?}", standing(request))
/// }
/// ```
#[must_use]
pub fn standing(request: &Request<'_>) -> Option<Standing> {
    slot(request).get()?.standing()
}
