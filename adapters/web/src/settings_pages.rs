//! A person's settings: authenticators, recovery codes, remembered devices.

use countersign::authenticator::{Authenticator, AuthenticatorId, Name};
use countersign::flow::{Denied, NoMail, Overview};
use countersign::policy::Rollout;
use countersign::remembered_device::{DeviceId, RememberedDevice};
use countersign_words::Words;
use http::StatusCode;
use serde::Serialize;

use crate::activation_pages::{Codes, why};
use crate::address_pages::AddressItem;
use crate::browser;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::grounds::Way;
use crate::moment::Moment;
use crate::problem::Problem;
use crate::rollout::RolloutItem;
use crate::stopped::Stopped;

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct SettingsPage {
    authenticators: Vec<AuthenticatorItem>,
    recovery: Option<Recovery>,
    devices: Vec<DeviceItem>,
    required: bool,
    reason: Option<String>,
    rollout: RolloutItem,
    skips_left: u8,
    /// Where the administration is, for those who may.
    #[serde(skip_serializing_if = "Option::is_none")]
    admin: Option<String>,
    csrf: String,
    notice: Option<&'static str>,
    may_remove_last: bool,
    may_add: bool,
    /// What may be brought into use now.
    offers: Vec<&'static str>,
    no_mail: Option<&'static str>,
    address: Option<AddressItem>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AuthenticatorItem {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) method: &'static str,
    pub(crate) added: Moment,
    pub(crate) last_used: Option<Moment>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Recovery {
    pub(crate) left: usize,
    pub(crate) total: usize,
    pub(crate) low: bool,
}

#[derive(Debug, Serialize)]
struct DeviceItem {
    id: String,
    label: String,
    remembered: Moment,
    last_seen: Moment,
    ends: Moment,
    this: bool,
}

/// What the page may say about what was just done. Nothing else from the address is shown.
const NOTICES: [&str; 5] = ["renamed", "removed", "forgotten", "name", "confirmation"];

impl Call<'_> {
    pub(crate) async fn settings_page(&self) -> Answered {
        // This page is protected like any of the application's.
        let who = Ok(Some(self.principal.clone()));
        let answered = |stopped: &Stopped| Stop::Answer(Box::new(stopped.answer(&self.view)));
        let looked = self.web.look(who, self.view.prefix, || self.device()).await;
        let grounds = looked.map_err(|stopped| answered(&stopped))?;
        grounds.may(|| Way::Shut).map_err(|stopped| answered(&stopped))?;
        if self.principal.actor().is_some() {
            return Err(Stop::Denied(Denied::Impersonated));
        }
        let overview =
            self.web.second_factor().overview(self.principal, self.device(), None).await?;
        let mut page = settings(&overview, self.notice(), self.words);
        page.address = overview.address.as_ref().map(|known| self.address_item(known));
        page.admin = self.may_look().then(|| format!("{}/admin", self.base));
        Ok(self.show(StatusCode::OK, "settings.html", &page)?.cookie(grounds.cookie()))
    }

    fn notice(&self) -> Option<&'static str> {
        let said = self.query.one("done")?;
        NOTICES.into_iter().find(|notice| *notice == said)
    }

    pub(crate) async fn rename(&self, id: AuthenticatorId) -> Answered {
        let ticket = self.ticket()?;
        let Some(name) = self.form.one("name").and_then(Name::parse) else {
            return match self.client {
                Client::Person => Ok(self.go(&format!("{}?done=name", self.base))),
                Client::Program => Err(Stop::from(Problem::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "name",
                    "problem-name",
                    "problem-name-detail",
                ))),
            };
        };
        let renamed = self
            .web
            .second_factor()
            .rename(self.principal, &ticket, id, &name, self.device())
            .await?;
        self.done(renamed, "renamed")
    }

    pub(crate) async fn remove(&self, id: AuthenticatorId) -> Answered {
        let ticket = self.ticket()?;
        let removed = self.web.second_factor().remove(self.principal, &ticket, id).await?;
        self.done(removed, "removed")
    }

    pub(crate) async fn renew_recovery_codes(&self) -> Answered {
        let ticket = self.ticket()?;
        let second_factor = self.web.second_factor();
        let codes = second_factor.renew_recovery_codes(self.principal, &ticket).await??;
        self.codes_page(&codes, self.base.clone(), Codes::NewSet).await
    }

    pub(crate) async fn forget_device(&self, id: DeviceId) -> Answered {
        let ticket = self.ticket()?;
        let forgotten = self
            .web
            .second_factor()
            .forget_device(self.principal, &ticket, id, self.device())
            .await?;
        self.done(forgotten, "forgotten")
    }

    pub(crate) async fn forget_devices(&self) -> Answered {
        let ticket = self.ticket()?;
        let forgotten =
            self.web.second_factor().forget_devices(self.principal, &ticket, self.device()).await?;
        Ok(self.done(forgotten, "forgotten")?.cookie(self.web.inner.cookies.end()))
    }

    fn done(&self, result: Result<(), Denied>, notice: &str) -> Answered {
        result?;
        Ok(match self.client {
            Client::Person => self.go(&format!("{}?done={notice}", self.base)),
            Client::Program => self.go(&self.base),
        })
    }
}

fn settings(overview: &Overview, notice: Option<&'static str>, words: Words<'_>) -> SettingsPage {
    let required = overview.requirement.must_activate(overview.at);
    SettingsPage {
        authenticators: overview
            .authenticators
            .iter()
            .map(|known| authenticator(known, words))
            .collect(),
        recovery: overview.recovery.map(|codes| Recovery {
            left: codes.left,
            total: codes.made,
            low: codes.is_low(),
        }),
        devices: overview
            .devices
            .iter()
            .map(|known| device(known, overview.this_device == Some(known.id()), words))
            .collect(),
        required,
        reason: why(overview, words),
        rollout: RolloutItem::of(overview.rollout, words),
        skips_left: overview.skips_left,
        admin: None,
        csrf: overview.ticket.clone(),
        notice,
        may_remove_last: !required,
        may_add: overview.may_add && overview.rollout != Rollout::Off,
        offers: overview.offers.iter().map(|method| method.name()).collect(),
        no_mail: overview.no_mail.map(NoMail::name),
        address: None,
    }
}

fn authenticator(known: &Authenticator, words: Words<'_>) -> AuthenticatorItem {
    AuthenticatorItem {
        id: known.id().to_string(),
        name: known.name().as_str().to_owned(),
        method: known.method().name(),
        added: Moment::of(known.added_at(), words),
        last_used: known.last_used_at().map(|at| Moment::of(at, words)),
    }
}

fn device(known: &RememberedDevice, this: bool, words: Words<'_>) -> DeviceItem {
    DeviceItem {
        id: known.id().to_string(),
        label: browser::translated(known.label(), words),
        remembered: Moment::of(known.remembered_at(), words),
        last_seen: Moment::of(known.last_seen_at(), words),
        ends: Moment::of(known.ends_at(), words),
        this,
    }
}
