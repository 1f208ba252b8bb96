//! A broken machine: the log hears why, the client that it should come back later.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use countersign_tower::BoxError;

use crate::pages;

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
        let sorry = "Something is not working on our side. Please try again in a moment.";
        pages::plain(StatusCode::SERVICE_UNAVAILABLE, "Not available right now", sorry)
    }
}
