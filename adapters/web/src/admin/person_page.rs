//! One person: where they are, why, what they have set up, what happened, and what can be done.

use countersign::flow::{Administrator, Person};
use http::StatusCode;
use serde::Serialize;

use super::explanation::{Explanation, OwnItem};
use super::links::Links;
use super::log_page::LogItem;
use crate::call::{Answered, Call};
use crate::client::Client;
use crate::moment::Moment;
use crate::problem::Problem;
use crate::rollout::RolloutItem;
use crate::sentence;
use crate::settings_pages::{AuthenticatorItem, Recovery};

/// So many entries of the log are shown here.
const RECENT: usize = 10;
/// What the page may say about what was just done. Nothing else from the address is shown.
const NOTICES: [&str; 6] =
    ["required", "released", "exempted", "follows-rules", "reset", "confirmation"];

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct PersonPage {
    here: &'static str,
    links: Links,
    key: String,
    tenant: String,
    label: String,
    address: Option<String>,
    address_confirmed: bool,
    address_shared: bool,
    roles: Vec<String>,
    rollout: RolloutItem,
    explanation: Explanation,
    explain: String,
    authenticators: Vec<AuthenticatorItem>,
    recovery: Option<Recovery>,
    devices: usize,
    own: Option<OwnItem>,
    history: Vec<LogItem>,
    history_more: String,
    is_self: bool,
    notice: Option<&'static str>,
    /// What may be done here; what may not is not even named.
    #[serde(skip_serializing_if = "Option::is_none")]
    enforce: Option<EnforceForms>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resend: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reset: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    csrf: Option<String>,
    error: Option<FormError>,
}

/// Where to send the forms.
#[derive(Debug, Serialize)]
struct EnforceForms {
    require: String,
    release: String,
    exempt: String,
    follow_rules: String,
}

/// A form that was sent, what is wrong with it, and what stood in it.
#[derive(Debug, Serialize)]
pub(crate) struct FormError {
    pub(crate) form: &'static str,
    pub(crate) field: &'static str,
    pub(crate) sentence: String,
    pub(crate) given: Given,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct Given {
    reason: String,
    until: String,
    grace: String,
    skips: String,
}

impl Call<'_> {
    pub(crate) async fn person_page(
        &self,
        who: &Administrator<'_>,
        key: &str,
        error: Option<(&'static str, &'static str)>,
    ) -> Answered {
        if let (Some((_, field)), Client::Program) = (error, self.client) {
            let problem = Problem::malformed(field);
            return Ok(self.problem_json(problem));
        }
        let second_factor = self.web.second_factor();
        let person = second_factor.person(who, self.tenant(), key).await??;
        let (entries, _) = second_factor.log(who, self.tenant(), Some(key), 1).await??;
        let mut page = self.person(&person);
        page.history = entries.iter().take(RECENT).map(|entry| self.log_item(entry)).collect();
        let (may, is_self) = (who.permissions(), page.is_self);
        if may.may_enforce() && !is_self {
            page.enforce = Some(EnforceForms {
                require: self.form_href(key, "require"),
                release: self.form_href(key, "release"),
                exempt: self.form_href(key, "exempt"),
                follow_rules: self.form_href(key, "follow-rules"),
            });
        }
        let may_resend = may.may_enforce() && second_factor.sends_mail();
        let is_open = page.address.is_some() && !page.address_confirmed && !page.address_shared;
        page.resend = (may_resend && is_open).then(|| self.form_href(key, "resend-confirmation"));
        page.reset = (may.may_reset() && !is_self).then(|| self.form_href(key, "reset"));
        if page.enforce.is_some() || page.reset.is_some() || page.resend.is_some() {
            page.csrf = Some(second_factor.administrators_form(who).await?);
        }
        page.error = error.map(|(form, field)| FormError {
            form,
            field,
            sentence: self.words.text(sentence::about(field), &[]),
            given: self.given(),
        });
        let status =
            if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        self.show(status, "admin_person.html", &page)
    }

    fn person(&self, person: &Person) -> PersonPage {
        let key = person.subject.key();
        let said = self.query.one("done");
        PersonPage {
            here: "people",
            links: self.links(),
            key: key.to_owned(),
            tenant: person.subject.tenant().to_owned(),
            label: person.profile.label().to_owned(),
            address: person.profile.address().map(str::to_owned),
            address_confirmed: person.profile.is_confirmed(),
            address_shared: person.profile.is_shared(),
            roles: person.profile.roles().iter().map(|role| role.as_ref().to_owned()).collect(),
            rollout: RolloutItem::of(person.explained.rollout, self.words),
            explanation: Explanation::of(&person.explained, self.now(), self.words),
            explain: self.admin("/explain", &[("user", key)]),
            authenticators: person
                .authenticators
                .iter()
                .map(|known| AuthenticatorItem {
                    id: known.id.to_string(),
                    name: known.name.clone(),
                    method: known.method.name(),
                    added: Moment::of(known.added, self.words),
                    last_used: known.last_used.map(|at| Moment::of(at, self.words)),
                })
                .collect(),
            recovery: person.recovery.map(|codes| Recovery {
                left: codes.left,
                total: codes.made,
                low: codes.is_low(),
            }),
            devices: person.devices,
            own: person.own.as_ref().map(|own| OwnItem::of(own, self.words)),
            history: Vec::new(),
            history_more: self.admin("/audit", &[("user", key)]),
            is_self: person.subject == *self.principal.subject(),
            notice: said.and_then(|said| NOTICES.into_iter().find(|notice| *notice == said)),
            enforce: None,
            resend: None,
            reset: None,
            csrf: None,
            error: None,
        }
    }

    fn form_href(&self, key: &str, form: &str) -> String {
        self.admin(&format!("/users/{}/{form}", super::links::segment(key)), &[])
    }

    fn given(&self) -> Given {
        let text = |name| self.form.one_or_number(name).unwrap_or_default().into_owned();
        Given {
            reason: text("reason"),
            until: text("until"),
            grace: text("grace"),
            skips: text("skips"),
        }
    }
}
