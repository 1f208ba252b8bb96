//! Somebody acts as a person. The person's second factor is not theirs to see; what they may be
//! allowed to do is take it away, for a person who cannot get in any more.

use countersign::flow::Denied;
use countersign::place::Place;
use http::StatusCode;
use serde::Serialize;
use serde_json::Value;

use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::problem::Problem;

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct OnBehalfPage {
    actor: String,
    subject: String,
    may_disable: bool,
    /// The actor has no second factor of their own, and cannot set one up here.
    must_activate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    csrf: Option<String>,
    notice: Option<&'static str>,
    error: Option<&'static str>,
    given: String,
}

impl Call<'_> {
    /// The page instead of those that are none of the actor's business.
    pub(crate) async fn on_behalf_page(&self, error: Option<&'static str>) -> Answered {
        let Some(actor) = self.principal.actor() else { return Err(Stop::Denied(Denied::Unknown)) };
        let overview = self.web.second_factor().overview(actor, None, None).await?;
        let may_disable = actor.permissions().may_disable_on_behalf();
        let page = OnBehalfPage {
            actor: actor.label().to_owned(),
            subject: self.principal.label().to_owned(),
            may_disable,
            must_activate: overview.authenticators.is_empty(),
            csrf: may_disable.then_some(overview.ticket),
            notice: (self.query.one("done") == Some("disabled")).then_some("disabled"),
            error,
            given: self.form.one("reason").unwrap_or_default().to_owned(),
        };
        let status = match error {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::FORBIDDEN,
        };
        match self.client {
            Client::Person => self.show(status, "on_behalf.html", &page),
            Client::Program => {
                let mut problem = match error {
                    Some(field) => Problem::malformed(field),
                    None => {
                        let (title, detail) = ("on-behalf-title", "on-behalf-detail");
                        Problem::new(status, "impersonated", title, detail)
                            .with("actor", page.actor.clone())
                            .with("subject", page.subject.clone())
                    }
                };
                if let Ok(Value::Object(members)) = serde_json::to_value(&page) {
                    problem.members.extend(members.into_iter().filter(|(_, v)| !v.is_null()));
                }
                Ok(self.problem_json(problem))
            }
        }
    }

    pub(crate) async fn disable_on_behalf(&self) -> Answered {
        let ticket = self.ticket()?;
        let why = self.form.one("reason").unwrap_or_default();
        let second_factor = self.web.second_factor();
        match second_factor.disable_on_behalf(self.principal, &ticket, why).await? {
            Ok(()) => Ok(match self.client {
                Client::Person => self.go(&format!("{}?done=disabled", self.base)),
                Client::Program => self.go(&self.base),
            }),
            Err(Denied::Malformed(field)) => self.on_behalf_page(Some(field)).await,
            Err(Denied::Challenge(purpose)) => {
                let place = Place::parse(&self.base);
                Err(Stop::Answer(Box::new(self.lead("challenge", purpose, place))))
            }
            // What the actor would have to activate is their own, and that is done elsewhere.
            Err(Denied::Enroll) => self.on_behalf_page(None).await,
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }
}
