//! What is sent to the site: forms of its own pages, or a page that says what is wrong with them. A
//! handler that writes takes [`OwnForm`] first.

use countersign_rocket::Origin;
use quickstart_shared::from_here::{form_is_ours, socket_is_ours};
use rocket::data::{self, FromData};
use rocket::form::{Form, FromForm};
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Data, Request};

/// That a form does not come from another site.
pub(crate) struct OwnForm;

/// That a socket is not opened by another site.
pub(crate) struct OwnSocket;

/// That something comes from another site.
#[derive(Debug)]
pub(crate) struct FromElsewhere;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for OwnForm {
    type Error = FromElsewhere;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, FromElsewhere> {
        let own = request.rocket().state::<Origin>();
        let is_ours =
            own.is_some_and(|own| form_is_ours(own, request.method().as_str(), header(request)));
        if is_ours { Outcome::Success(Self) } else { refused() }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for OwnSocket {
    type Error = FromElsewhere;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, FromElsewhere> {
        if socket_is_ours(header(request)) { Outcome::Success(Self) } else { refused() }
    }
}

/// The fields of a form. Unlike `Form` it never forwards, so that the status is its own.
pub(crate) struct Sent<T>(pub(crate) T);

/// That a form cannot be taken. What is in it is nothing for the log.
#[derive(Debug)]
pub(crate) struct NoForm;

#[rocket::async_trait]
impl<'r, T: FromForm<'r>> FromData<'r> for Sent<T> {
    type Error = NoForm;

    async fn from_data(
        request: &'r Request<'_>,
        data: Data<'r>,
    ) -> data::Outcome<'r, Self, NoForm> {
        if !request.content_type().is_some_and(|kind| kind.is_form()) {
            return Outcome::Error((Status::UnsupportedMediaType, NoForm));
        }
        match Form::<T>::from_data(request, data).await {
            Outcome::Success(form) => Outcome::Success(Self(form.into_inner())),
            Outcome::Error((status, _)) | Outcome::Forward((_, status)) => {
                Outcome::Error((status, NoForm))
            }
        }
    }
}

fn header<'r>(request: &'r Request<'_>) -> impl Fn(&'static str) -> Option<&'r [u8]> {
    |name| request.headers().get_one(name).map(str::as_bytes)
}

fn refused<T>() -> request::Outcome<T, FromElsewhere> {
    Outcome::Error((Status::Forbidden, FromElsewhere))
}
