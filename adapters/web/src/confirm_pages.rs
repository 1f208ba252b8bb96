//! The first code of an authenticator: the page that takes it, and what becomes of it. The QR code is shown
//! once; after a wrong code the page comes without it.

use countersign::authenticator::{Code, MAILED_DIGITS, Method, Name};
use countersign::enrollment::SetUp;
use countersign::flow::{Confirmation, Denied, MailView};
use countersign::port::Rotation;
use countersign::refusal::Refusal;
use countersign::throttle::Gate;
use countersign::ticket::{Purpose, Ticket};
use countersign::time::Timestamp;
use http::{StatusCode, header};
use serde::Serialize;
use serde_json::Value;

use crate::activation_pages::Codes;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::countdown::{Countdown, retry_after};
use crate::mail_item::MailItem;
use crate::problem::Problem;
use crate::qr;

/// The page that takes the first code: with the QR code, which is not there when it comes again, or with
/// what is to be said of the code that was sent.
#[derive(Debug, Default, Serialize)]
struct ConfirmPage {
    method: &'static str,
    qr: Option<String>,
    key: Option<String>,
    secret: Option<String>,
    uri: Option<String>,
    csrf: String,
    name: String,
    error: Option<&'static str>,
    digits: u8,
    period: Option<u32>,
    mail: Option<MailItem>,
    tries_left: Option<u32>,
    wait: Option<Countdown>,
    first: bool,
}

/// Why a first code was not taken.
#[derive(Clone, Copy)]
pub(crate) enum Unconfirmed {
    Name,
    Malformed,
    Wrong,
    Refused(Refusal),
    /// No other code is sent yet.
    TooSoon {
        until: Timestamp,
    },
}

impl Unconfirmed {
    const fn error(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Malformed => "malformed",
            Self::Wrong | Self::Refused(Refusal::Wrong { .. }) => "wrong",
            Self::Refused(Refusal::Spent { .. }) => "spent",
            Self::Refused(Refusal::Wait { .. }) => "wait",
            Self::Refused(Refusal::Unavailable) => "unavailable",
            Self::Refused(Refusal::Expired) => "expired",
            Self::TooSoon { .. } => "too_soon",
        }
    }

    /// The message that says so to a program.
    const fn sentence(self) -> &'static str {
        match self {
            Self::Name => "confirm-problem-name",
            Self::Malformed => "confirm-problem-malformed",
            Self::Wrong | Self::Refused(Refusal::Wrong { .. }) => "confirm-problem-wrong",
            Self::Refused(Refusal::Spent { .. }) => "challenge-problem-spent",
            Self::Refused(Refusal::Wait { .. }) => "challenge-problem-wait",
            Self::Refused(Refusal::Unavailable) => "challenge-problem-unavailable",
            Self::Refused(Refusal::Expired) => "code-problem-expired",
            Self::TooSoon { .. } => "code-problem-too-soon",
        }
    }

    const fn gate(self) -> Option<Gate> {
        match self {
            Self::Refused(Refusal::Wrong { gate } | Refusal::Spent { gate }) => Some(gate),
            Self::Refused(Refusal::Wait { until }) => Some(Gate::Waiting { until }),
            Self::Name
            | Self::Malformed
            | Self::Wrong
            | Self::Refused(Refusal::Unavailable | Refusal::Expired)
            | Self::TooSoon { .. } => None,
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::TooSoon { .. } | Self::Refused(Refusal::Wait { .. }) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::Name | Self::Malformed | Self::Wrong | Self::Refused(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
        }
    }
}

impl ConfirmPage {
    /// Which page it is.
    fn template(&self) -> &'static str {
        match self.mail {
            Some(_) => "confirm_mail.html",
            None => "confirm.html",
        }
    }
}

impl Call<'_> {
    pub(crate) async fn confirm(&self, rotation: impl Rotation) -> Answered {
        let ticket = self.ticket()?;
        let given = self.form.one("name").map(str::trim);
        let name = given.filter(|name| !name.is_empty()).map(Name::parse);
        if name == Some(None) || (self.form.has("name") && given.is_none()) {
            return self.confirm_again(&ticket, Unconfirmed::Name).await;
        }
        let Ok(code) = Code::parse(self.form.one("code").unwrap_or_default()) else {
            return self.confirm_again(&ticket, Unconfirmed::Malformed).await;
        };
        let second_factor = self.web.second_factor();
        let name = name.flatten();
        match second_factor.confirm(self.principal, &ticket, &code, name, rotation).await? {
            Confirmation::Done(done) => {
                let next = match done.place {
                    Some(place) => place.as_str().to_owned(),
                    None => self.base.clone(),
                };
                if done.recovery_codes.is_empty() {
                    return Ok(self.go(&next));
                }
                let name = done.name.map(|name| name.as_str().to_owned());
                self.codes_page(&done.recovery_codes, next, Codes::OfActivation { name }).await
            }
            Confirmation::Wrong => self.confirm_again(&ticket, Unconfirmed::Wrong).await,
            Confirmation::Refused(refusal) => {
                self.confirm_again(&ticket, Unconfirmed::Refused(refusal)).await
            }
            Confirmation::Denied(Denied::Over) => Ok(self.activation_over(&ticket)),
            Confirmation::Denied(Denied::Challenge(purpose)) => {
                Err(self.challenge_before_activation(purpose))
            }
            Confirmation::Denied(denied) => Err(Stop::Denied(denied)),
        }
    }

    /// The QR code and the key, this once.
    pub(crate) async fn set_up_page(&self, set_up: &SetUp, csrf: String) -> Answered {
        let uri = set_up.key_uri();
        let page = ConfirmPage {
            method: Method::Totp.name(),
            qr: qr::svg(&uri),
            key: Some(set_up.grouped_key().to_string()),
            secret: Some(set_up.seed.to_base32().to_string()),
            uri: Some(uri.to_string()),
            csrf,
            name: self.proposed_name(Method::Totp).await?,
            digits: set_up.parameters.digits(),
            period: Some(set_up.parameters.period()),
            first: true,
            ..ConfirmPage::default()
        };
        self.show(StatusCode::OK, page.template(), &page)
    }

    /// The page that takes the first mailed code.
    pub(crate) async fn first_code_page(
        &self,
        mail: &MailView,
        csrf: String,
        name: Option<String>,
    ) -> Answered {
        let page = ConfirmPage {
            method: Method::Email.name(),
            csrf,
            name: match name {
                Some(name) => name,
                None => self.proposed_name(Method::Email).await?,
            },
            digits: MAILED_DIGITS,
            mail: Some(MailItem::of(mail, self.now(), self.words)),
            first: true,
            ..ConfirmPage::default()
        };
        self.show(StatusCode::OK, page.template(), &page)
    }

    /// A name in the language of the page that no other authenticator has.
    async fn proposed_name(&self, method: Method) -> Result<String, Stop> {
        let overview = self.web.second_factor().overview(self.principal, None, None).await?;
        let is_taken =
            |name: &str| overview.authenticators.iter().any(|own| own.name().as_str() == name);
        let name = |number: usize| match (method, number) {
            (Method::Email, _) => self.words.text("code-name", &[("number", number.into())]),
            (Method::Totp | Method::Recovery, 1) => self.words.text("confirm-name-proposed", &[]),
            (Method::Totp | Method::Recovery, _) => {
                self.words.text("confirm-name-proposed-numbered", &[("number", number.into())])
            }
        };
        let numbers = 1..=overview.authenticators.len().saturating_add(1);
        Ok(numbers.map(name).find(|name| !is_taken(name)).unwrap_or_else(|| name(1)))
    }

    /// The form again, without what is shown only once.
    pub(crate) async fn confirm_again(&self, ticket: &Ticket, why: Unconfirmed) -> Answered {
        let Purpose::Confirm { .. } = ticket.purpose() else {
            return Err(Stop::Denied(Denied::Foreign));
        };
        let second_factor = self.web.second_factor();
        let mail = second_factor.confirming_by_mail(self.principal, ticket).await?;
        let confirms = second_factor.confirming(self.principal, ticket).await?;
        if mail.is_none() && confirms != Some(Method::Totp) && why.gate().is_none() {
            return Ok(self.activation_over(ticket));
        }
        let parameters = second_factor.settings().totp;
        let (method, digits, period) = match (&mail, why) {
            (Some(_), _) => (Method::Email, MAILED_DIGITS, None),
            // Codes by mail were to come into use, and cannot any more.
            (None, Unconfirmed::Refused(_) | Unconfirmed::TooSoon { .. }) => {
                return Err(Stop::Denied(Denied::NotOffered));
            }
            (None, Unconfirmed::Name | Unconfirmed::Malformed | Unconfirmed::Wrong) => {
                (Method::Totp, parameters.digits(), Some(parameters.period()))
            }
        };
        let now = self.now();
        let until = match why.gate() {
            Some(Gate::Waiting { until }) => Some(until),
            Some(Gate::Open { .. }) | None => None,
        };
        let page = ConfirmPage {
            method: method.name(),
            csrf: self.ticket_text().unwrap_or_default().to_owned(),
            name: self.form.one("name").unwrap_or_default().chars().take(Name::LONGEST).collect(),
            error: Some(why.error()),
            digits,
            period,
            mail: mail.map(|mail| MailItem::of(&mail, now, self.words)),
            tries_left: why.gate().map(|gate| match gate {
                Gate::Open { tries_left } => tries_left,
                Gate::Waiting { .. } => 0,
            }),
            wait: until.map(|until| Countdown::to(until, now, self.words)),
            first: true,
            ..ConfirmPage::default()
        };
        let reply = match self.client {
            Client::Person => self.show(why.status(), page.template(), &page)?,
            Client::Program => {
                let title = match (why, method) {
                    // Nothing was typed in.
                    (Unconfirmed::TooSoon { .. }, _) => "code-problem-not-yet",
                    (_, Method::Email) => "code-problem-confirm",
                    (_, Method::Totp | Method::Recovery) => "confirm-problem",
                };
                let mut problem = Problem::new(why.status(), why.error(), title, why.sentence());
                if let Ok(Value::Object(members)) = serde_json::to_value(&page) {
                    problem.members = members.into_iter().filter(|(_, v)| !v.is_null()).collect();
                }
                self.problem_json(problem)
            }
        };
        let until = match why {
            Unconfirmed::TooSoon { until } => Some(until),
            Unconfirmed::Name
            | Unconfirmed::Malformed
            | Unconfirmed::Wrong
            | Unconfirmed::Refused(_) => until,
        };
        Ok(match until {
            Some(until) => reply.with(header::RETRY_AFTER, &retry_after(until, now)),
            None => reply,
        })
    }
}
