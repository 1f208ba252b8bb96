//! The activation: explain, show the QR code once, take the first code, show the recovery codes once.

use countersign::authenticator::{Code, Method, Name, RecoveryCode};
use countersign::flow::{Begun, Confirmation, Denied, Overview};
use countersign::place::Place;
use countersign::port::Rotation;
use countersign::ticket::{Purpose, Ticket};
use countersign_words::Words;
use http::StatusCode;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::problem::Problem;
use crate::qr;
use crate::reply::Reply;
use crate::rollout::RolloutItem;

/// The page that explains and offers the methods.
#[derive(Debug, Serialize)]
struct ActivationPage {
    required: bool,
    reason: Option<String>,
    rollout: RolloutItem,
    skips_left: u8,
    first: bool,
    methods: [&'static str; 1],
    csrf: String,
    error: Option<&'static str>,
}

/// The page with the QR code. After a wrong code it comes again without it.
#[derive(Debug, Serialize)]
struct ConfirmPage {
    qr: Option<String>,
    key: Option<String>,
    secret: Option<String>,
    uri: Option<String>,
    csrf: String,
    name: String,
    error: Option<&'static str>,
    digits: u8,
    period: u32,
    first: bool,
}

/// The page with the recovery codes.
#[derive(Debug, Serialize)]
pub(crate) struct CodesPage {
    #[serde(rename = "codes")]
    pub(crate) recovery_codes: Vec<String>,
    pub(crate) file: String,
    pub(crate) next: String,
    pub(crate) activated: bool,
    pub(crate) name: Option<String>,
}

/// Why recovery codes are shown.
pub(crate) enum Codes {
    /// They came with the first authenticator, which has this name.
    OfActivation { name: Option<String> },
    /// They replace an older set.
    NewSet,
}

/// Why a second factor is asked for, or not: in the words of whoever decided, if there are any.
pub(crate) fn why(overview: &Overview, words: Words<'_>) -> Option<String> {
    let required = overview.requirement.must_activate(overview.at);
    let given = overview.reason.as_deref().map(str::to_owned);
    given.or_else(|| required.then(|| words.text("activate-required", &[])))
}

/// The name that the core proposes for an app, in the language of the page.
fn proposed(name: &str, words: Words<'_>) -> String {
    match name.strip_prefix("Authenticator app").map(str::trim) {
        Some("") => words.text("confirm-name-proposed", &[]),
        Some(number) => words.text("confirm-name-proposed-numbered", &[("number", number.into())]),
        None => name.to_owned(),
    }
}

impl Call<'_> {
    pub(crate) async fn activation_page(&self) -> Answered {
        self.may_activate().await?;
        let place = self.led_by().and_then(|ticket| ticket.place().cloned());
        let overview =
            self.web.second_factor().overview(self.principal, self.device(), place).await?;
        let required = overview.requirement.must_activate(overview.at);
        let page = ActivationPage {
            required,
            reason: why(&overview, self.words),
            rollout: RolloutItem::of(overview.rollout, self.words),
            skips_left: overview.skips_left,
            first: overview.authenticators.is_empty(),
            methods: [Method::Totp.name()],
            csrf: overview.ticket,
            error: (self.query.one("error") == Some("expired")).then_some("expired"),
        };
        self.show(StatusCode::OK, "activate.html", &page)
    }

    /// "Not now", where it may still be put off: on to where the person was going.
    pub(crate) async fn not_now(&self) -> Answered {
        let ticket = self.ticket()?;
        match self.web.second_factor().put_off(self.principal, &ticket).await? {
            Ok(place) => Ok(self.go(&self.destination(place.as_ref()))),
            Err(Denied::Over) => Ok(self.activation_over(&ticket)),
            Err(Denied::Enroll) => {
                let place = ticket.place().cloned();
                Err(Stop::Answer(Box::new(self.lead("activate", Purpose::Form, place))))
            }
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    pub(crate) async fn begin(&self) -> Answered {
        let ticket = self.ticket()?;
        if self.form.has("method") && self.form.one("method") != Some(Method::Totp.name()) {
            return Err(Stop::from(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "unavailable",
                "problem-method-unavailable",
                "problem-method-unavailable-detail",
            )));
        }
        match self.web.second_factor().begin(self.principal, &ticket).await? {
            Ok(begun) => self.set_up_page(&begun),
            Err(Denied::Over) => Ok(self.activation_over(&ticket)),
            Err(Denied::Challenge(purpose)) => Err(self.challenge_before_activation(purpose)),
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    pub(crate) async fn confirm(&self, rotation: impl Rotation) -> Answered {
        let ticket = self.ticket()?;
        let given = self.form.one("name").map(str::trim);
        let name = given.filter(|name| !name.is_empty()).map(Name::parse);
        if name == Some(None) || (self.form.has("name") && given.is_none()) {
            return self.confirm_again(&ticket, "name");
        }
        let Ok(code) = Code::parse(self.form.one("code").unwrap_or_default()) else {
            return self.confirm_again(&ticket, "malformed");
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
                self.codes_page(&done.recovery_codes, next, Codes::OfActivation { name })
            }
            Confirmation::Wrong => self.confirm_again(&ticket, "wrong"),
            Confirmation::Denied(Denied::Over) => Ok(self.activation_over(&ticket)),
            Confirmation::Denied(Denied::Challenge(purpose)) => {
                Err(self.challenge_before_activation(purpose))
            }
            Confirmation::Denied(denied) => Err(Stop::Denied(denied)),
        }
    }

    async fn may_activate(&self) -> Result<(), Stop> {
        match self.web.second_factor().may_activate(self.principal).await? {
            Ok(()) => Ok(()),
            Err(Denied::Challenge(purpose)) => Err(self.challenge_before_activation(purpose)),
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    /// Who has an authenticator shows it before adding another, and comes back here.
    fn challenge_before_activation(&self, purpose: Purpose) -> Stop {
        let place = Place::parse(&format!("{}/activate", self.base));
        Stop::Answer(Box::new(self.lead("challenge", purpose, place)))
    }

    /// The QR code and the key, this once.
    fn set_up_page(&self, begun: &Begun) -> Answered {
        let uri = begun.set_up.key_uri();
        let page = ConfirmPage {
            qr: qr::svg(&uri),
            key: Some(begun.set_up.grouped_key().to_string()),
            secret: Some(begun.set_up.seed.to_base32().to_string()),
            uri: Some(uri.to_string()),
            csrf: begun.ticket.clone(),
            name: proposed(begun.name.as_str(), self.words),
            error: None,
            digits: begun.set_up.parameters.digits(),
            period: begun.set_up.parameters.period(),
            first: true,
        };
        self.show(StatusCode::OK, "confirm.html", &page)
    }

    /// The form again, without what is shown only once.
    fn confirm_again(&self, ticket: &Ticket, error: &'static str) -> Answered {
        let Purpose::Confirm { .. } = ticket.purpose() else {
            return Err(Stop::Denied(Denied::Foreign));
        };
        let parameters = self.web.second_factor().settings().totp;
        let page = ConfirmPage {
            qr: None,
            key: None,
            secret: None,
            uri: None,
            csrf: self.ticket_text().unwrap_or_default().to_owned(),
            name: self.form.one("name").unwrap_or_default().chars().take(Name::LONGEST).collect(),
            error: Some(error),
            digits: parameters.digits(),
            period: parameters.period(),
            first: true,
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        match self.client {
            Client::Person => self.show(status, "confirm.html", &page),
            Client::Program => {
                let sentence = match error {
                    "name" => "confirm-problem-name",
                    "malformed" => "confirm-problem-malformed",
                    _ => "confirm-problem-wrong",
                };
                let mut problem = Problem::new(status, error, "confirm-problem", sentence);
                if let Ok(Value::Object(members)) = serde_json::to_value(&page) {
                    problem.members = members.into_iter().filter(|(_, v)| !v.is_null()).collect();
                }
                Ok(self.problem_json(problem))
            }
        }
    }

    /// What was begun is over: on to a fresh activation.
    fn activation_over(&self, ticket: &Ticket) -> Reply {
        let place = ticket.place().cloned();
        let fresh = self.web.second_factor().ticket(self.principal, Purpose::Form, place);
        let query = fresh.map(|text| format!("&ticket={text}")).unwrap_or_default();
        Reply::redirect(
            StatusCode::SEE_OTHER,
            &format!("{}/activate?error=expired{query}", self.base),
        )
    }

    /// The recovery codes, this once.
    pub(crate) fn codes_page(&self, codes: &[RecoveryCode], next: String, of: Codes) -> Answered {
        let recovery_codes: Vec<String> = codes.iter().map(RecoveryCode::grouped).collect();
        if self.client == Client::Program {
            let answer = serde_json::json!({ "recovery_codes": recovery_codes, "next": next });
            return Ok(Reply::json(StatusCode::OK, &answer));
        }
        let issuer = self.web.second_factor().issuer();
        let whose = [("issuer", issuer.into()), ("account", self.principal.label().into())];
        let text = format!(
            "{}\r\n{}\r\n\r\n{}\r\n",
            self.words.text("codes-file-title", &whose),
            self.words.text("codes-file-once", &[]),
            recovery_codes.join("\r\n"),
        );
        let file = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        let (activated, name) = match of {
            Codes::OfActivation { name } => (true, name),
            Codes::NewSet => (false, None),
        };
        let page = CodesPage { recovery_codes, file, next, activated, name };
        self.show(StatusCode::OK, "codes.html", &page)
    }
}
