//! Where a form came from, as far as the browser says.

use http::{HeaderValue, StatusCode};

use crate::form::{Form, Unreadable};
use crate::problem::Problem;
use crate::view::View;
use crate::web::Web;

/// Takes in what was sent, if it was sent by a form of ours.
pub(crate) fn read_form(web: &Web, view: &View<'_>, body: &[u8]) -> Result<Form, Box<Problem>> {
    came_from_us(web, view)?;
    Form::read(view, body).map_err(unreadable)
}

/// Whether a form came from a page of this origin, as far as the browser says. Besides this, every form
/// carries something that nobody else can make; a client that says nothing is no browser, and for it that
/// has to do.
fn came_from_us(web: &Web, view: &View<'_>) -> Result<(), Box<Problem>> {
    let (site, origin) = (said(view, "sec-fetch-site")?, said(view, "origin")?);
    let origin_is_ours = match origin {
        None => true,
        // A page without a referrer hides the origin of its own forms as well (Fetch, 3.1).
        Some("null") => site == Some("same-origin"),
        Some(origin) => web.inner.origin.is(origin),
    };
    if matches!(site, None | Some("same-origin" | "none")) && origin_is_ours {
        Ok(())
    } else {
        Err(forged())
    }
}

/// What a header says that may stand there once.
fn said<'v>(view: &View<'v>, name: &str) -> Result<Option<&'v str>, Box<Problem>> {
    let mut values = view.headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => HeaderValue::to_str(value).map(Some).map_err(|_| forged()),
        (Some(_), Some(_)) => Err(forged()),
    }
}

pub(crate) fn forged() -> Box<Problem> {
    let (title, detail) = ("problem-forged", "problem-forged-detail");
    Box::new(Problem::new(StatusCode::FORBIDDEN, "forged", title, detail))
}

fn unreadable(reason: Unreadable) -> Box<Problem> {
    Box::new(match reason {
        Unreadable::MediaType => Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "problem-unreadable",
            "problem-unreadable-type",
        ),
        Unreadable::Malformed => Problem::new(
            StatusCode::BAD_REQUEST,
            "malformed",
            "problem-unreadable",
            "problem-unreadable-damaged",
        ),
    })
}
