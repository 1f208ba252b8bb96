//! How a page becomes an answer.

use std::io::Cursor;

use quickstart_shared::page::{HEADERS, Page};
use rocket::http::Status;
use rocket::response::{self, Redirect, Responder};
use rocket::{Request, Response};

/// A page to show.
pub(crate) struct Shown(pub(crate) Page);

impl<'r> Responder<'r, 'static> for Shown {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let Page { status, html, .. } = self.0;
        let mut response = Response::build();
        response.status(Status::new(status)).sized_body(html.len(), Cursor::new(html));
        for (name, value) in HEADERS {
            response.raw_header(name, value);
        }
        response.ok()
    }
}

/// What becomes of a form.
#[derive(Responder)]
pub(crate) enum Answer {
    Page(Shown),
    Next(Box<Redirect>),
}

impl From<Page> for Answer {
    fn from(page: Page) -> Self {
        Self::Page(Shown(page))
    }
}

impl From<Redirect> for Answer {
    fn from(redirect: Redirect) -> Self {
        Self::Next(Box::new(redirect))
    }
}
