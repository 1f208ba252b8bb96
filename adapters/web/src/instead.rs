//! What to do instead of what was asked for.

use bytes::Bytes;
use countersign::flow::Denied;
use countersign::place::Place;
use countersign::ticket::Purpose;
use countersign::time::Timestamp;
use http::{Response, StatusCode};

use crate::call::Call;
use crate::moment::{iso, written};
use crate::problem::Problem;
use crate::reply::Reply;

impl Call<'_> {
    /// What to do instead.
    pub(crate) fn denied(&self, denied: Denied) -> Response<Bytes> {
        let settings = Place::parse(&self.base);
        let problem = match denied {
            Denied::Challenge(purpose) => {
                return self.lead("challenge", purpose, settings);
            }
            Denied::Enroll => return self.lead("activate", Purpose::Form, None),
            Denied::Over => {
                return Reply::redirect(StatusCode::SEE_OTHER, &self.base).done(false);
            }
            Denied::Foreign => Problem::new(
                StatusCode::FORBIDDEN,
                "forged",
                "This page is too old",
                "It was opened in another session. Open it again, and nothing is lost.",
            )
            .action(self.base.clone(), "Open it again"),
            Denied::Unknown => Problem::new(
                StatusCode::NOT_FOUND,
                "not_found",
                "That is not there any more",
                "It may have been removed in another window.",
            )
            .action(self.base.clone(), "Back to the settings"),
            Denied::LastOne => Problem::new(
                StatusCode::CONFLICT,
                "last_one",
                "This one has to stay",
                "Your account must have two-factor sign-in. Add another app first, then remove this one.",
            )
            .action(self.base.clone(), "Back to the settings"),
            Denied::OnTrial { until } => {
                return self.on_trial(until);
            }
            Denied::TooMany => Problem::new(
                StatusCode::CONFLICT,
                "too_many",
                "There are as many as there can be",
                "Remove an app that you no longer use, then add the new one.",
            )
            .action(self.base.clone(), "Back to the settings"),
        };
        self.web.problem(&self.view, self.client, Some(self.principal), problem)
    }

    /// An app that was added by a recovery code may not take anything away yet. An older one may.
    fn on_trial(&self, until: Timestamp) -> Response<Bytes> {
        let second_factor = self.web.second_factor();
        let settings = Place::parse(&self.base);
        let ticket = match second_factor.ticket(self.principal, Purpose::Manage, settings) {
            Ok(ticket) => ticket,
            Err(fault) => return self.web.fault(&self.view, &fault),
        };
        let detail = format!(
            "Your new app was added with a recovery code. For your safety it cannot change other \
             apps or recovery codes until {}. An app that was there before can.",
            written(until)
        );
        let problem = Problem::new(StatusCode::CONFLICT, "on_trial", "Not yet", detail)
            .member("until", iso(until))
            .action(
                format!("{}/challenge?ticket={ticket}", self.base),
                "Enter a code from the older app",
            );
        self.web.problem(&self.view, self.client, Some(self.principal), problem)
    }
}
