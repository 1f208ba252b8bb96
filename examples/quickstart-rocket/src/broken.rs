//! A broken machine: the log hears why, the client that it should come back later. And what no
//! handler answers.

use quickstart_shared::pages::problem;
use quickstart_shared::site::BoxError;
use rocket::http::{Header, Status};
use rocket::response::{self, Responder};
use rocket::{Request, catch};

use crate::page::Shown;

/// Something is broken.
pub(crate) struct Broken(BoxError);

impl<E: Into<BoxError>> From<E> for Broken {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl<'r> Responder<'r, 'static> for Broken {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        tracing::error!(error = %self.0, "a request failed");
        Shown(problem(503)).respond_to(request)
    }
}

/// Rocket says 404 as well where only the method is wrong (RFC 9110, 15.5.6).
#[derive(Responder)]
pub(crate) enum NotFound {
    Here(Shown),
    #[response(status = 405)]
    ThisWay((), Header<'static>),
}

#[catch(404)]
pub(crate) fn not_found(request: &Request<'_>) -> NotFound {
    let here = request.rocket().routes().filter(|route| route.uri.path() == request.uri().path());
    let mut methods: Vec<_> = here.map(|route| route.method.as_str()).collect();
    // A `GET` answers both.
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    if methods.is_empty() {
        return NotFound::Here(Shown(problem(404)));
    }
    NotFound::ThisWay((), Header::new("allow", methods.join(", ")))
}

#[catch(default)]
pub(crate) fn caught(status: Status, _: &Request<'_>) -> Shown {
    Shown(problem(status.code))
}
