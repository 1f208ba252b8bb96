//! Links that confirm addresses, sent by administrators: to one person, or to everybody in a list whose
//! address is not confirmed. The page says how far it has come, and looks again by itself while it goes on.

use countersign::flow::{Administrator, Confirmations, Denied};
use http::StatusCode;
use http::header::HeaderName;
use serde::Serialize;

use super::links::Links;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::moment::Moment;
use crate::problem::Problem;

/// How soon the page looks again, in seconds. Whoever reads slowly may stop it.
const AGAIN: &str = "5";

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct ConfirmationsPage {
    here: &'static str,
    links: Links,
    tenant: Option<String>,
    /// `none`, `runs` or `ended`.
    state: &'static str,
    began: Option<Moment>,
    ended: Option<Moment>,
    seen: u64,
    sent: u64,
    left: u64,
    confirmed: u64,
    recent: u64,
    without: u64,
    failed: u64,
    unsure: u64,
    /// Whether the page looks again by itself.
    watch: bool,
    again: String,
    still: String,
}

impl Call<'_> {
    /// Sends one person the link once more.
    pub(crate) async fn resend(&self, who: &Administrator<'_>, key: &str) -> Answered {
        if !who.permissions().may_enforce() {
            return Err(Stop::Denied(Denied::Forbidden));
        }
        match self.web.second_factor().resend_confirmation(who, self.tenant(), key).await? {
            Ok(()) => Ok(match self.client {
                Client::Person => self.go(&self.person_href(key, &[("done", "confirmation")])),
                Client::Program => self.go(&self.back),
            }),
            Err(Denied::NotOffered) => Err(self.nothing_to_confirm()),
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    /// Sends the link to everybody of a list whose address is not confirmed.
    pub(crate) async fn send_confirmations(&self, who: &Administrator<'_>) -> Answered {
        if !who.permissions().may_enforce() {
            return Err(Stop::Denied(Denied::Forbidden));
        }
        let query = self.people_of_fields(&self.form)?;
        match self.web.second_factor().begin_confirmations(who, &query).await? {
            Ok(()) => Ok(self.go(&self.admin("/confirmations", &[]))),
            Err(Denied::NotOffered) => Err(self.nothing_to_confirm()),
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    pub(crate) async fn confirmations_page(&self, who: &Administrator<'_>) -> Answered {
        let found = self.web.second_factor().confirmations(who, self.tenant()).await??;
        let page = self.progress(found.as_ref());
        let reply = self.show(StatusCode::OK, "admin_confirmations.html", &page)?;
        Ok(if page.watch && self.client == Client::Person {
            reply.with(HeaderName::from_static("refresh"), AGAIN)
        } else {
            reply
        })
    }

    fn progress(&self, found: Option<&Confirmations>) -> ConfirmationsPage {
        let state = match found {
            None => "none",
            Some(found) if found.ended.is_some() => "ended",
            Some(_) => "runs",
        };
        let tally = found.map(|found| found.tally).unwrap_or_default();
        let moment = |at| Moment::of(at, self.words);
        ConfirmationsPage {
            here: "confirmations",
            links: self.links(),
            tenant: self.tenant().map(str::to_owned),
            state,
            began: found.map(|found| moment(found.began)),
            ended: found.and_then(|found| found.ended).map(moment),
            seen: tally.seen(),
            sent: tally.sent,
            left: tally.left,
            confirmed: tally.confirmed,
            recent: tally.recent,
            without: tally.without,
            failed: tally.failed,
            unsure: tally.unsure,
            watch: state == "runs" && self.query.one("watch") != Some("no"),
            again: self.admin("/confirmations", &[]),
            still: self.admin("/confirmations", &[("watch", "no")]),
        }
    }

    fn nothing_to_confirm(&self) -> Stop {
        Stop::from(
            Problem::new(
                StatusCode::CONFLICT,
                "unavailable",
                "admin-nothing-to-confirm",
                "admin-nothing-to-confirm-detail",
            )
            .action(self.back.clone(), "problem-action-back"),
        )
    }
}
