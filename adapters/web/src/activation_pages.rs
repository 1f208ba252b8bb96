//! The activation: explain, begin, and in the end show the recovery codes once.

use countersign::authenticator::{Authenticator, Method, RecoveryCode};
use countersign::flow::{Begun, Denied, NoMail, Overview};
use countersign::place::Place;
use countersign::ticket::{Purpose, Ticket};
use countersign_words::Words;
use http::StatusCode;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::address_pages::AddressItem;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
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
    /// Whether there is something, and no app.
    only_mail: bool,
    /// Whether another page led here.
    led: bool,
    /// What may be brought into use now.
    methods: Vec<&'static str>,
    /// Codes by mail have to be in use before anything else is.
    mail_first: bool,
    no_mail: Option<&'static str>,
    address: Option<AddressItem>,
    csrf: String,
    notice: Option<&'static str>,
    error: Option<&'static str>,
}

/// The page with the recovery codes.
#[derive(Debug, Serialize)]
pub(crate) struct CodesPage {
    #[serde(rename = "codes")]
    pub(crate) recovery_codes: Vec<String>,
    pub(crate) file: String,
    pub(crate) next: String,
    pub(crate) activated: bool,
    /// Whether there is nothing but codes by mail.
    pub(crate) only_mail: bool,
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

/// Whether somebody has codes by mail and nothing else.
fn has_only_mail(overview: &Overview) -> bool {
    let mut own = overview.authenticators.iter().map(Authenticator::method);
    !overview.authenticators.is_empty() && own.all(|method| method == Method::Email)
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
            only_mail: has_only_mail(&overview),
            led: self.led_by().is_some(),
            methods: overview.offers.iter().map(|method| method.name()).collect(),
            mail_first: overview.mail_first,
            no_mail: overview.no_mail.map(NoMail::name),
            address: overview.address.as_ref().map(|known| self.address_item(known)),
            csrf: overview.ticket,
            notice: (self.query.one("done") == Some("confirmation")).then_some("confirmation"),
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
        let method = match self.form.has("method") {
            true => self.form.one("method").and_then(Method::named),
            false => Some(Method::Totp),
        };
        let method = method.ok_or(Denied::NotOffered)?;
        match self.web.second_factor().begin(self.principal, &ticket, method).await? {
            Ok(Begun { set_up: Some(set_up), ticket, .. }) => {
                self.set_up_page(&set_up, ticket).await
            }
            Ok(Begun { mail: Some(mail), ticket, .. }) => {
                self.first_code_page(&mail, ticket, None).await
            }
            // Neither an app nor a message: there is nothing to confirm.
            Ok(Begun { .. }) => Err(Stop::Denied(Denied::NotOffered)),
            Err(Denied::Over) => Ok(self.activation_over(&ticket)),
            Err(Denied::Challenge(purpose)) => Err(self.challenge_before_activation(purpose)),
            Err(denied) => Err(Stop::Denied(denied)),
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
    pub(crate) fn challenge_before_activation(&self, purpose: Purpose) -> Stop {
        let place = Place::parse(&format!("{}/activate", self.base));
        Stop::Answer(Box::new(self.lead("challenge", purpose, place)))
    }

    /// What was begun is over: on to a fresh activation.
    pub(crate) fn activation_over(&self, ticket: &Ticket) -> Reply {
        let place = ticket.place().cloned();
        let fresh = self.web.second_factor().ticket(self.principal, Purpose::Form, place);
        let query = fresh.map(|text| format!("&ticket={text}")).unwrap_or_default();
        Reply::redirect(
            StatusCode::SEE_OTHER,
            &format!("{}/activate?error=expired{query}", self.base),
        )
    }

    /// The recovery codes, this once.
    pub(crate) async fn codes_page(
        &self,
        codes: &[RecoveryCode],
        next: String,
        of: Codes,
    ) -> Answered {
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
        // The codes are shown this once, whatever else cannot be found out.
        let overview = self.web.second_factor().overview(self.principal, None, None).await;
        let only_mail = overview.is_ok_and(|overview| has_only_mail(&overview));
        let page = CodesPage { recovery_codes, file, next, activated, only_mail, name };
        self.show(StatusCode::OK, "codes.html", &page)
    }
}
