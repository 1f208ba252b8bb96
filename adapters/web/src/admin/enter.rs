//! Who may come in, and what becomes of everybody else.

use countersign::flow::Denied;
use countersign::place::Place;
use countersign::ticket::Purpose;

use super::AdminRoute;
use super::links::segment;
use crate::call::{Answered, Call, Stop};
use crate::route::NoRoute;

const NOT_THERE: Stop = Stop::NoRoute(NoRoute::Unknown);

impl Call<'_> {
    /// Whether the application says that these may look, without asking the store.
    pub(crate) fn may_look(&self) -> bool {
        self.web.second_factor().has_administration()
            && self.principal.actor().is_none()
            && self.principal.sign_in().is_person()
            && self.principal.permissions().may_read()
    }

    pub(crate) async fn administer(
        &mut self,
        route: Result<AdminRoute, NoRoute>,
        body: &[u8],
    ) -> Answered {
        if !self.may_look() {
            return Err(NOT_THERE);
        }
        let route = route.map_err(Stop::NoRoute)?;
        self.back = self.page_of(&route);
        self.read_form(body)?;
        let ticket = if self.view.is_read() { None } else { Some(self.ticket()?) };
        let second_factor = self.web.second_factor();
        let who = match second_factor.administrator(self.principal, ticket.as_ref()).await? {
            Ok(who) => who,
            Err(Denied::Challenge(purpose)) => return Err(self.first("challenge", purpose)),
            Err(Denied::Enroll) => return Err(self.first("activate", Purpose::Form)),
            Err(denied) => return Err(hidden(denied)),
        };
        let answered = match &route {
            AdminRoute::People => self.people_page(&who).await,
            AdminRoute::Person(key) => self.person_page(&who, key, None).await,
            AdminRoute::Decide(key, decision) => self.decide(&who, key, *decision).await,
            AdminRoute::Reset(key) => self.reset(&who, key).await,
            AdminRoute::Resend(key) => self.resend(&who, key).await,
            AdminRoute::Confirmations => self.confirmations_page(&who).await,
            AdminRoute::SendConfirmations => self.send_confirmations(&who).await,
            AdminRoute::Rules => self.rules_page(&who, None).await,
            AdminRoute::AddRule => self.add_rule(&who).await,
            AdminRoute::RemoveRule(id) => self.remove_rule(&who, id).await,
            AdminRoute::Explain => self.explain_page(&who).await,
            AdminRoute::Export => self.export(&who).await,
            AdminRoute::Log => self.log_page(&who).await,
        };
        answered.map_err(|stop| match stop {
            Stop::Denied(denied) => hidden(denied),
            stop @ (Stop::Fault(_) | Stop::Problem(_) | Stop::Answer(_) | Stop::NoRoute(_)) => stop,
        })
    }

    /// The page on which a form stands, and to which it leads back.
    fn page_of(&self, route: &AdminRoute) -> String {
        match route {
            AdminRoute::People | AdminRoute::Export => self.admin("", &[]),
            AdminRoute::Confirmations | AdminRoute::SendConfirmations => {
                self.admin("/confirmations", &[])
            }
            AdminRoute::Person(key)
            | AdminRoute::Decide(key, _)
            | AdminRoute::Reset(key)
            | AdminRoute::Resend(key) => self.admin(&format!("/users/{}", segment(key)), &[]),
            AdminRoute::Rules | AdminRoute::AddRule | AdminRoute::RemoveRule(_) => {
                self.admin("/rules", &[])
            }
            AdminRoute::Explain => self.admin("/explain", &[]),
            AdminRoute::Log => self.admin("/audit", &[]),
        }
    }

    /// First to another page of ours, and back: to what was to be read, or to the page with the form.
    /// What was sent is not sent again.
    fn first(&self, page: &str, purpose: Purpose) -> Stop {
        let target = if self.view.is_read() { self.view.target() } else { self.back.clone() };
        let place = Place::parse(&target).or_else(|| Place::parse(&self.admin("", &[])));
        Stop::Answer(Box::new(self.lead(page, purpose, place)))
    }
}

/// Whoever may not, and whatever is not there, get the same answer.
fn hidden(denied: Denied) -> Stop {
    match denied {
        Denied::Unknown | Denied::Forbidden | Denied::Impersonated => NOT_THERE,
        denied @ (Denied::Challenge(_)
        | Denied::Enroll
        | Denied::Over
        | Denied::Foreign
        | Denied::LastOne
        | Denied::TooMany
        | Denied::Off
        | Denied::LocksOut
        | Denied::NotOffered
        | Denied::MailFirst
        | Denied::Wait { .. }
        | Denied::Malformed(_)
        | Denied::OnTrial { .. }) => Stop::Denied(denied),
    }
}
