//! What to do instead of what was asked for.

use bytes::Bytes;
use countersign::flow::Denied;
use countersign::place::Place;
use countersign::ticket::Purpose;
use countersign::time::Timestamp;
use http::{Response, StatusCode, header};

use crate::call::Call;
use crate::countdown::retry_after;
use crate::gate::is_head;
use crate::moment::iso;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::route::NoRoute;

impl Call<'_> {
    /// What to do instead.
    pub(crate) fn denied(&self, denied: Denied) -> Response<Bytes> {
        let conflict =
            |name, title, detail| Problem::new(StatusCode::CONFLICT, name, title, detail);
        let problem = match denied {
            Denied::Challenge(purpose) => {
                return self.lead("challenge", purpose, Place::parse(&self.back));
            }
            Denied::Enroll => return self.lead("activate", Purpose::Form, None),
            Denied::Over => {
                return Reply::redirect(StatusCode::SEE_OTHER, &self.back)
                    .done(is_head(&self.view));
            }
            // Who may not does not learn that there is anything.
            Denied::Forbidden => return self.no_such_page(NoRoute::Unknown),
            Denied::OnTrial { until } => return self.on_trial(until),
            Denied::Foreign => Problem::new(
                StatusCode::FORBIDDEN,
                "forged",
                "problem-foreign",
                "problem-foreign-detail",
            )
            .action(self.back.clone(), "problem-action-again"),
            Denied::Unknown => Problem::new(
                StatusCode::NOT_FOUND,
                "not_found",
                "problem-gone",
                "problem-gone-detail",
            )
            .action(self.back.clone(), "problem-action-settings"),
            Denied::LastOne => conflict("last_one", "problem-last-one", "problem-last-one-detail")
                .action(self.back.clone(), "problem-action-settings"),
            Denied::TooMany => conflict("too_many", "problem-too-many", "problem-too-many-detail")
                .action(self.back.clone(), "problem-action-settings"),
            // The page of somebody who acts as another is shown before it comes to this.
            Denied::Impersonated => Problem::new(
                StatusCode::FORBIDDEN,
                "impersonated",
                "problem-impersonated",
                "problem-impersonated-detail",
            ),
            Denied::Off => {
                Problem::new(StatusCode::FORBIDDEN, "off", "problem-off", "problem-off-detail")
            }
            Denied::NotOffered => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "unavailable",
                "problem-method-unavailable",
                "problem-method-unavailable-detail",
            )
            .action(self.back.clone(), "problem-action-settings"),
            Denied::MailFirst => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "mail_first",
                "code-problem-first",
                "code-problem-first-detail",
            )
            .action(format!("{}/activate", self.base), "problem-action-back"),
            Denied::Wait { until } => return self.too_soon(until),
            Denied::LocksOut => {
                conflict("locks_out", "problem-locks-out", "problem-locks-out-detail")
                    .action(self.back.clone(), "problem-action-back")
            }
            Denied::Malformed(field) => {
                Problem::malformed(field).action(self.back.clone(), "problem-action-back")
            }
        };
        self.web.problem(&self.view, self.client, Some(self.principal), problem)
    }

    /// A message was sent a moment ago.
    fn too_soon(&self, until: Timestamp) -> Response<Bytes> {
        let (title, detail) = ("code-problem-not-yet", "code-problem-not-yet-detail");
        let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_soon", title, detail)
            .with("until", self.words.clock(until))
            .member("until", iso(until))
            .action(self.back.clone(), "problem-action-back");
        let mut response = self.web.problem(&self.view, self.client, Some(self.principal), problem);
        if let Ok(wait) = retry_after(until, self.now()).parse() {
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response
    }

    /// An app that was added by a recovery code may not take anything away yet. An older one may.
    fn on_trial(&self, until: Timestamp) -> Response<Bytes> {
        let second_factor = self.web.second_factor();
        let settings = Place::parse(&self.base);
        let ticket = match second_factor.ticket(self.principal, Purpose::Manage, settings) {
            Ok(ticket) => ticket,
            Err(fault) => return self.web.fault(&self.view, &fault),
        };
        let (title, detail) = ("problem-on-trial", "problem-on-trial-detail");
        let problem = Problem::new(StatusCode::CONFLICT, "on_trial", title, detail)
            .with("until", self.words.moment(until))
            .member("until", iso(until))
            .action(format!("{}/challenge?ticket={ticket}", self.base), "problem-action-older-app");
        self.web.problem(&self.view, self.client, Some(self.principal), problem)
    }
}
