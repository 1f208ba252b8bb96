//! A broken machine: the log hears why, the client that it should come back later.

use core::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use quickstart_shared::pages::problem;
use quickstart_shared::site::BoxError;

use crate::page::shown;

/// Something is broken.
#[derive(Debug)]
pub(crate) struct Broken(BoxError);

impl<E: Into<BoxError>> From<E> for Broken {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl ResponseError for Broken {
    fn status_code(&self) -> StatusCode {
        StatusCode::SERVICE_UNAVAILABLE
    }

    fn error_response(&self) -> HttpResponse {
        tracing::error!(error = %self.0, "a request failed");
        shown(problem(503))
    }
}
