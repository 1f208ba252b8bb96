//! What is open to everybody; the list in `countersign` says so.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use countersign::policy::Requirement;
use countersign::standing::Standing;
use countersign::subject::Principal;
use tower_sessions::Session;

use crate::broken::Broken;
use crate::pages::{self, Greeting};
use crate::sign_in::visitor;
use crate::site::Site;

/// Who is signed in, where they stand, and a reminder for who has no second factor.
pub(crate) async fn home(
    State(site): State<Site>,
    session: Session,
    headers: HeaderMap,
    standing: Option<Extension<Standing>>,
) -> Result<Response, Broken> {
    let Some(visitor) = visitor(&site.accounts, &session, &headers).await? else {
        return Ok(pages::home(None));
    };
    let principal = Principal::from(visitor);
    let requirement = site.second_factor.policy().requirement(&principal, site.second_factor.now());
    let standing = standing.map(|Extension(standing)| standing);
    Ok(pages::home(Some(Greeting {
        who: principal.label(),
        standing: say(requirement, standing, &site),
        reminder: reminder(requirement, standing),
    })))
}

fn say(requirement: Requirement, standing: Option<Standing>, site: &Site) -> String {
    match (standing, requirement) {
        (Some(Standing::Unenrolled), _) => "not set up".to_owned(),
        (Some(Standing::Enrolled { shown: Some(shown), .. }), _) => {
            let minutes = shown.at.until(site.second_factor.now()).as_secs() / 60;
            format!("shown in this session, {minutes} minutes ago")
        }
        (Some(Standing::Enrolled { device_remembered: true, .. }), _) => {
            "a remembered device stands in for it".to_owned()
        }
        (Some(Standing::Enrolled { .. }), _) => "set up, and not shown yet".to_owned(),
        (None, Requirement::Nothing) => "this sign-in is exempt".to_owned(),
        (None, _) => "cannot be told right now".to_owned(),
    }
}

fn reminder(requirement: Requirement, standing: Option<Standing>) -> Option<&'static str> {
    if standing? != Standing::Unenrolled {
        return None;
    }
    Some(match requirement {
        Requirement::Always { .. } | Requirement::Recent { .. } => {
            "Your account needs a second factor before you can go on."
        }
        Requirement::Nothing | Requirement::IfEnrolled => {
            "Your password is all that protects your account."
        }
    })
}

pub(crate) async fn public() -> Response {
    let text = "This page is for everybody: its route is in the list of open ones.";
    pages::plain(StatusCode::OK, "Public page", text)
}

/// Whether requests can be decided about.
pub(crate) async fn healthz(State(site): State<Site>) -> (StatusCode, &'static str) {
    match site.second_factor.ready().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(fault) => {
            tracing::warn!(%fault, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
