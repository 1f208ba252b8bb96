//! What is sent to the site: forms of its own pages, or a page that says what is wrong with them.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::{InternalError, UrlencodedError};
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderValue;
use actix_web::middleware::Next;
use actix_web::web::{Data, FormConfig};
use actix_web::{Error, HttpRequest, ResponseError as _};
use countersign_actix::Origin;
use quickstart_shared::from_here::form_is_ours;
use quickstart_shared::limits::LARGEST_FORM;
use quickstart_shared::pages::problem;

use crate::page::shown;

/// Lets nothing pass that a page of another site sent.
pub(crate) async fn from_here<B: MessageBody>(
    own: Data<Origin>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let header = |name| request.headers().get(name).map(HeaderValue::as_bytes);
    if form_is_ours(&own, request.method().as_str(), header) {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    Ok(request.into_response(shown(problem(403))).map_into_right_body())
}

/// What `Form` does with a form that it cannot take.
pub(crate) fn config() -> FormConfig {
    FormConfig::default().limit(LARGEST_FORM).error_handler(refuse)
}

fn refuse(error: UrlencodedError, _: &HttpRequest) -> Error {
    let status = match error.status_code() {
        // A field that is missing.
        StatusCode::BAD_REQUEST => StatusCode::UNPROCESSABLE_ENTITY,
        other => other,
    };
    InternalError::from_response(error, shown(problem(status.as_u16()))).into()
}
