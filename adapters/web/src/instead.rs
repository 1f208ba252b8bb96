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
use crate::moment::{iso, written};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::route::NoRoute;

impl Call<'_> {
    /// What to do instead.
    pub(crate) fn denied(&self, denied: Denied) -> Response<Bytes> {
        let conflict =
            |name, title, detail: &str| Problem::new(StatusCode::CONFLICT, name, title, detail);
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
                "This page is too old",
                "It was opened in another session. Open it again, and nothing is lost.",
            )
            .action(self.back.clone(), "Open it again"),
            Denied::Unknown => Problem::new(
                StatusCode::NOT_FOUND,
                "not_found",
                "That is not there any more",
                "It may have been removed in another window.",
            )
            .action(self.back.clone(), "Back to the settings"),
            Denied::LastOne => conflict(
                "last_one",
                "This one has to stay",
                "Your account must have two-factor sign-in. Add another app first, then remove this one.",
            )
            .action(self.back.clone(), "Back to the settings"),
            Denied::TooMany => conflict(
                "too_many",
                "There are as many as there can be",
                "Remove an app that you no longer use, then add the new one.",
            )
            .action(self.back.clone(), "Back to the settings"),
            // The page of somebody who acts as another is shown before it comes to this.
            Denied::Impersonated => Problem::new(
                StatusCode::FORBIDDEN,
                "impersonated",
                "You are acting as somebody else",
                "Whose two-factor sign-in this is, it is not yours.",
            ),
            Denied::Off => Problem::new(
                StatusCode::FORBIDDEN,
                "off",
                "Two-factor sign-in is switched off for you",
                "The people who look after this site have decided that your account has none. There \
                 is nothing that you need to do.",
            ),
            Denied::NotOffered => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "unavailable",
                "That way is not available",
                "Choose one of the ways that the page offers.",
            )
            .action(self.back.clone(), "Back to the settings"),
            Denied::MailFirst => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "mail_first",
                "Codes by e-mail come first",
                "Turn on codes by e-mail before anything else. They show that your account is yours.",
            )
            .action(format!("{}/activate", self.base), "Back"),
            Denied::Wait { until } => return self.too_soon(until),
            Denied::LocksOut => conflict(
                "locks_out",
                "That would lock you out",
                "Under this rule you would have no second factor, and without one nobody can come \
                 to these pages. Nothing has changed.",
            )
            .action(self.back.clone(), "Back"),
            Denied::Malformed(field) => {
                Problem::malformed(field).action(self.back.clone(), "Back")
            }
        };
        self.web.problem(&self.view, self.client, Some(self.principal), problem)
    }

    /// A message was sent a moment ago.
    fn too_soon(&self, until: Timestamp) -> Response<Bytes> {
        let detail = format!(
            "A message was sent a moment ago, or there were many within the hour. You can send another \
             one from {} on.",
            self.words.clock(until)
        );
        let wait = retry_after(until, self.now());
        let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_soon", "Not yet", detail)
            .member("until", iso(until))
            .action(self.back.clone(), "Back");
        let mut response = self.web.problem(&self.view, self.client, Some(self.principal), problem);
        if let Ok(wait) = wait.parse() {
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
