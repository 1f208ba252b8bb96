//! What an answer says: whether it is Countersign's, and which.

use core::fmt;

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, header};
use serde_json::Value;

/// What became of a request.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Outcome {
    /// Countersign asks for a factor, or for an activation.
    Stopped(Step),
    /// Somebody else answered: with this status, and with a redirect to there.
    Answered(StatusCode, Option<String>),
}

/// Where Countersign leads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step {
    Challenge,
    Activation,
    /// Nowhere: no page helps a key.
    Nowhere,
}

impl Outcome {
    /// Reads the answer to a request for `path`, where our pages are at `mount`, perhaps below a
    /// part of that path.
    pub(super) fn of(mount: &str, path: &str, response: &Response<Bytes>) -> Self {
        let said = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let location = said(header::LOCATION);
        let answered = Self::Answered(response.status(), location.map(str::to_owned));
        match (response.status(), said(header::WWW_AUTHENTICATE), location) {
            (StatusCode::UNAUTHORIZED, Some(asked), _) if asked.starts_with(ASKED) => {
                Self::Stopped(match member(response.body(), "step").as_deref() {
                    Some("challenge") => Step::Challenge,
                    Some("activate") => Step::Activation,
                    Some(_) | None => Step::Nowhere,
                })
            }
            (StatusCode::FOUND | StatusCode::SEE_OTHER, _, Some(location)) => {
                led(mount, path, location).map_or(answered, Self::Stopped)
            }
            _ => answered,
        }
    }

    /// Whether it was Countersign that stopped the request.
    pub(super) const fn is_stopped(&self) -> bool {
        match self {
            Self::Stopped(_) => true,
            Self::Answered(..) => false,
        }
    }

    /// The status, if somebody else than Countersign's gate answered.
    pub(super) const fn answered(&self) -> Option<StatusCode> {
        match self {
            Self::Answered(status, _) => Some(*status),
            Self::Stopped(_) => None,
        }
    }
}

/// For a table.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped(Step::Challenge) => f.write_str("challenge"),
            Self::Stopped(Step::Activation) => f.write_str("activation"),
            Self::Stopped(Step::Nowhere) => f.write_str("refused"),
            Self::Answered(status, _) => write!(f, "{}", status.as_u16()),
        }
    }
}

/// What our 401 begins with, and no other.
const ASKED: &str = "Countersign error=\"insufficient_user_authentication\"";

/// Where one of our redirects leads: to a page of ours, with a ticket, at this origin. What the
/// page is nested below, the path that was asked for is nested below as well.
fn led(mount: &str, path: &str, location: &str) -> Option<Step> {
    let (place, query) = location.split_once('?')?;
    query.strip_prefix("ticket=").filter(|ticket| !ticket.is_empty())?;
    let (base, page) = place.rsplit_once('/')?;
    let below = path.strip_prefix(base.strip_suffix(mount)?)?;
    match page {
        _ if !below.is_empty() && !below.starts_with('/') => None,
        "challenge" => Some(Step::Challenge),
        "activate" => Some(Step::Activation),
        _ => None,
    }
}

/// A member of a JSON object that is text.
pub(super) fn member(body: &[u8], name: &str) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// Whether the walk reads the body that comes with these headers: JSON of a known length. Another
/// body may be endless, as that of an event stream is, and can be left out.
#[must_use]
pub fn is_read(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_json = kind.is_some_and(|kind| {
        let kind = crate::client::media_type(kind);
        kind == "application/json" || kind == "application/problem+json"
    });
    is_json && headers.contains_key(header::CONTENT_LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_redirect_to_a_page_of_ours_with_a_ticket_is_ours() {
        for (path, location, expected) in [
            ("/account", "/2fa/challenge?ticket=x", Some(Step::Challenge)),
            ("/account", "/2fa/activate?ticket=x", Some(Step::Activation)),
            ("/app/account", "/app/2fa/challenge?ticket=x", Some(Step::Challenge)),
            ("/app", "/app/2fa/challenge?ticket=x", Some(Step::Challenge)),
            ("/apple", "/app/2fa/challenge?ticket=x", None),
            ("/account", "/app/2fa/challenge?ticket=x", None),
            ("/account", "/2fa/challenge", None),
            ("/account", "/2fa/challenge?ticket=", None),
            ("/account", "/2fa?ticket=x", None),
            ("/account", "/other/challenge?ticket=x", None),
            ("/account", "/sign-in?ticket=x", None),
            ("/account", "/2fa/sign-in?ticket=x", None),
            ("/account", "https://elsewhere.example/2fa/challenge?ticket=x", None),
            ("/account", "//elsewhere.example/2fa/challenge?ticket=x", None),
        ] {
            assert_eq!(led("/2fa", path, location), expected, "{path} {location}");
        }
    }

    #[test]
    fn a_401_of_the_applications_own_is_none_of_ours() {
        let answer = |asked: &str| {
            let answer = Response::builder().status(401).header("www-authenticate", asked);
            Outcome::of("/2fa", "/", &answer.body(Bytes::from(r#"{"step":"challenge"}"#)).unwrap())
        };
        assert_eq!(answer(ASKED), Outcome::Stopped(Step::Challenge));
        let step_up = format!("{ASKED}, max_age=\"300\"");
        assert_eq!(answer(&step_up), Outcome::Stopped(Step::Challenge));
        for other in ["Countersign", "Bearer error=\"insufficient_user_authentication\""] {
            let expected = Outcome::Answered(StatusCode::UNAUTHORIZED, None);
            assert_eq!(answer(other), expected, "{other}");
        }
    }
}
