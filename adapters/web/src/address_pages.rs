//! Confirming an address, by whoever opens the link: signed in or not, half signed in or not.
//!
//! | the link | `GET` | `POST` |
//! |---|---|---|
//! | is open | the address and a button | confirmed |
//! | was used | that it is confirmed | the same |
//! | is over | 410, and what to do | the same |
//! | was never ours | 404 | the same |

use bytes::Bytes;
use countersign::fault::Fault;
use countersign::flow::{AddressView, Denied, LinkWorth};
use countersign::subject::Principal;
use countersign::ticket::Purpose;
use http::{Response, StatusCode};
use serde::Serialize;
use serde_json::json;

use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::countdown::Countdown;
use crate::form::Form;
use crate::gate::is_head;
use crate::mail_item::delivery;
use crate::problem::Problem;
use crate::provenance::read_form;
use crate::reply::Reply;
use crate::view::View;
use crate::web::Web;

/// What is to be said of a person's address on their own pages.
#[derive(Debug, Serialize)]
pub(crate) struct AddressItem {
    address: String,
    confirmed: bool,
    shared: bool,
    /// Whether a link is on its way, and what is known of it.
    sent: Option<&'static str>,
    wait: Option<Countdown>,
}

/// The page behind a link.
#[derive(Debug, Serialize)]
struct LinkPage<'a> {
    state: &'static str,
    address: Option<&'a str>,
    token: &'a str,
    /// Whether it was confirmed just now.
    done: bool,
}

/// Why a link has no answer of its own.
enum NoLink {
    Fault(Fault),
    Problem(Box<Problem>),
}

impl From<Fault> for NoLink {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Box<Problem>> for NoLink {
    fn from(problem: Box<Problem>) -> Self {
        Self::Problem(problem)
    }
}

impl Web {
    /// The page behind a link, and its button.
    pub(crate) async fn address_page(
        &self,
        view: &View<'_>,
        client: Client,
        who: Option<&Principal>,
        body: &[u8],
    ) -> Response<Bytes> {
        match self.answer_link(view, client, who, body).await {
            Ok(reply) => reply.done(is_head(view)),
            Err(NoLink::Fault(fault)) => self.fault(view, &fault),
            Err(NoLink::Problem(problem)) => self.problem(view, client, who, *problem),
        }
    }

    async fn answer_link(
        &self,
        view: &View<'_>,
        client: Client,
        who: Option<&Principal>,
        body: &[u8],
    ) -> Result<Reply, NoLink> {
        // What a mail program opens by itself confirms nothing: only the button does. Its form needs no
        // ticket, for nobody else has the token, and nobody need be signed in who could be tricked.
        let form = match view.is_read() {
            true => Form::from_query(view.query),
            false => read_form(self, view, body)?,
        };
        let token = form.one("token").unwrap_or_default();
        let worth = match view.is_read() {
            true => self.second_factor().link_worth(token).await?,
            false => self.second_factor().confirm_address(token).await?,
        };
        let (state, address, status) = match &worth {
            LinkWorth::Open { address } => ("open", Some(&**address), StatusCode::OK),
            LinkWorth::Confirmed { address } => ("confirmed", Some(&**address), StatusCode::OK),
            LinkWorth::Over => ("over", None, StatusCode::GONE),
            LinkWorth::Unknown => ("unknown", None, StatusCode::NOT_FOUND),
        };
        let words = self.words(view, who);
        Ok(match (client, address) {
            (Client::Person, _) => {
                let page = LinkPage { state, address, token, done: !view.is_read() };
                self.show(view, client, (words, who), (status, "confirm_address.html"), &page)?
            }
            (Client::Program, Some(address)) => {
                Reply::json(status, &json!({ "address": address, "state": state }))
            }
            (Client::Program, None) => {
                let (name, title, detail) = match state {
                    "over" => ("over", "address-over-title", "address-over"),
                    _ => ("not_found", "address-unknown-title", "address-unknown"),
                };
                let problem = Problem::new(status, name, title, detail);
                Reply::problem_json(status, &problem.json(words)).in_language(words.tag())
            }
        })
    }
}

impl Call<'_> {
    pub(crate) fn address_item(&self, known: &AddressView) -> AddressItem {
        AddressItem {
            address: known.address.to_string(),
            confirmed: known.confirmed,
            shared: known.shared,
            sent: known.sent.map(delivery),
            wait: known.wait.map(|until| Countdown::to(until, self.now(), self.words)),
        }
    }

    /// A person wants a link for their own address.
    pub(crate) async fn ask_confirmation(&self) -> Answered {
        let ticket = self.ticket()?;
        let second_factor = self.web.second_factor();
        match second_factor.ask_confirmation(self.principal, &ticket).await? {
            Ok(()) => {}
            Err(Denied::NotOffered) => {
                return Err(Stop::from(
                    Problem::new(
                        StatusCode::CONFLICT,
                        "unavailable",
                        "address-nothing-title",
                        "address-nothing",
                    )
                    .action(self.base.clone(), "problem-action-settings"),
                ));
            }
            Err(denied) => return Err(Stop::Denied(denied)),
        }
        if self.client == Client::Program {
            return Ok(Reply::json(StatusCode::OK, &json!({ "sent": true, "next": self.base })));
        }
        let next = match self.form.one("from") {
            // Where the person was going is not forgotten on the way.
            Some("activate") => {
                let place = ticket.place().cloned();
                let fresh = second_factor.ticket(self.principal, Purpose::Form, place)?;
                format!("{}/activate?done=confirmation&ticket={fresh}", self.base)
            }
            Some(_) | None => format!("{}?done=confirmation", self.base),
        };
        Ok(self.go(&next))
    }
}
