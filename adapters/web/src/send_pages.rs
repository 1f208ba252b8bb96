//! Sending a code by mail, for a challenge or for the first code of codes by mail.
//!
//! | the press | is answered by |
//! |---|---|
//! | sends a code | the page of the same challenge, which takes it |
//! | comes too soon | 429 and the page, which says from when on |
//! | cannot be answered by a message | 422 and the page, which offers what there is |
//! | belongs to a challenge that is over | a fresh one |

use countersign::authenticator::Method;
use countersign::flow::{Asked, Denied, Sending, Showing};
use countersign::ticket::Purpose;
use http::StatusCode;
use serde_json::json;

use crate::call::{Answered, Call, Stop};
use crate::challenge_pages::Again;
use crate::client::Client;
use crate::confirm_pages::Unconfirmed;
use crate::mail_item::MailItem;
use crate::reply::Reply;

impl Call<'_> {
    pub(crate) async fn send_code(&self) -> Answered {
        let ticket = self.ticket()?;
        if !ticket.purpose().is_challenge() {
            return Err(Stop::Denied(Denied::Foreign));
        }
        match self.web.second_factor().send_code(self.principal, &ticket).await? {
            Sending::Sent(_) => {}
            Sending::Wait { until } => {
                let again = Again::TooSoon { until };
                return self.challenge_again(&ticket, Some(Method::Email), again).await;
            }
            Sending::Unavailable => {
                return self.challenge_again(&ticket, None, Again::Unavailable).await;
            }
            Sending::Denied(Denied::Over) => return self.fresh_challenge(&ticket),
            Sending::Denied(Denied::Enroll) => {
                return self.nothing_to_ask(ticket.purpose(), ticket.place().cloned()).await;
            }
            Sending::Denied(denied) => return Err(Stop::Denied(denied)),
        }
        // The same challenge goes on, so that it takes the code whichever of its forms is sent.
        let asked = self.ask(Some(&ticket), Some(Method::Email), Showing::Again).await?;
        let Asked::Show(view) = asked else { return self.fresh_challenge(&ticket) };
        Ok(match self.client {
            Client::Person => {
                let next = format!("{}/challenge?method=email&ticket={}", self.base, view.ticket);
                Reply::redirect(StatusCode::SEE_OTHER, &next)
            }
            Client::Program => {
                let mail = view.mail.map(|mail| MailItem::of(&mail, self.now(), self.words));
                let sent = json!({ "sent": true, "csrf": view.ticket, "mail": mail });
                Reply::json(StatusCode::OK, &sent)
            }
        })
    }

    /// The first code once more, while codes by mail come into use.
    pub(crate) async fn send_first_code(&self) -> Answered {
        let ticket = self.ticket()?;
        let Purpose::Confirm { .. } = ticket.purpose() else {
            return Err(Stop::Denied(Denied::Foreign));
        };
        match self.web.second_factor().send_code(self.principal, &ticket).await? {
            Sending::Sent(mail) => {
                let csrf = self.ticket_text().unwrap_or_default().to_owned();
                let name = self.form.one("name").map(str::to_owned);
                self.first_code_page(&mail, csrf, name).await
            }
            Sending::Wait { until } => {
                self.confirm_again(&ticket, Unconfirmed::TooSoon { until }).await
            }
            Sending::Unavailable => Err(Stop::Denied(Denied::NotOffered)),
            Sending::Denied(Denied::Over) => Ok(self.activation_over(&ticket)),
            Sending::Denied(denied) => Err(Stop::Denied(denied)),
        }
    }
}
