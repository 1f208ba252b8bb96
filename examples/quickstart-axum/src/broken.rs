//! A broken machine: the log hears why, the client that it should come back later.

use axum::response::{IntoResponse, Response};
use quickstart_shared::pages::problem;
use quickstart_shared::site::BoxError;

use crate::page::shown;

/// Something is broken.
pub(crate) struct Broken(BoxError);

impl<E: Into<BoxError>> From<E> for Broken {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Broken {
    fn into_response(self) -> Response {
        tracing::error!(error = %self.0, "a request failed");
        shown(problem(503))
    }
}
