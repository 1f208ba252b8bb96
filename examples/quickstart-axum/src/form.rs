//! A form that was sent to the site, or a page that says what is wrong with it.

use axum::Form;
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use quickstart_shared::pages::problem;
use serde::de::DeserializeOwned;

use crate::page::shown;

/// The fields of a form.
pub(crate) struct Sent<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match Form::from_request(request, state).await {
            Ok(Form(fields)) => Ok(Self(fields)),
            Err(rejection) => Err(shown(problem(rejection.status().as_u16()))),
        }
    }
}
