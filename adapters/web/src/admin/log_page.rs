//! The log: what happened to whom, when, by whose hand, and why.

use countersign::authenticator::Method;
use countersign::event::Entry;
use countersign::flow::Administrator;
use countersign::time::Timestamp;
use countersign_words::Words;
use http::StatusCode;
use serde::Serialize;

use super::links::Links;
use super::words;
use crate::call::{Answered, Call};
use crate::moment::Moment;

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct LogPage {
    here: &'static str,
    links: Links,
    tenant: Option<String>,
    user: Option<String>,
    entries: Vec<LogItem>,
    page: usize,
    previous: Option<String>,
    next: Option<String>,
}

/// An entry of the log.
#[derive(Debug, Serialize)]
pub(crate) struct LogItem {
    event: String,
    words: String,
    detail: Option<String>,
    user: Option<String>,
    user_href: Option<String>,
    /// By whose hand, if not by their own.
    by: Option<String>,
    reason: Option<String>,
    at: Moment,
}

impl Call<'_> {
    pub(crate) async fn log_page(&self, who: &Administrator<'_>) -> Answered {
        let user = self.query.one("user").map(str::trim).filter(|key| !key.is_empty());
        let page = self.page();
        let log = self.web.second_factor().log(who, self.tenant(), user, page).await?;
        let (entries, more) = log?;
        let at = |page: usize| {
            let number = page.to_string();
            self.admin("/audit", &[("user", user.unwrap_or_default()), ("page", &number)])
        };
        let page = LogPage {
            here: "log",
            links: self.links(),
            tenant: self.tenant().map(str::to_owned),
            user: user.map(str::to_owned),
            entries: entries.iter().map(|entry| self.log_item(entry)).collect(),
            page,
            previous: (page > 1).then(|| at(page.saturating_sub(1))),
            next: more.then(|| at(page.saturating_add(1))),
        };
        self.show(StatusCode::OK, "admin_log.html", &page)
    }

    pub(crate) fn log_item(&self, entry: &Entry) -> LogItem {
        let key = entry.subject.key();
        let user = (!key.is_empty()).then(|| key.to_owned());
        LogItem {
            event: entry.event.to_string(),
            words: words::event(&entry.event, self.words),
            detail: entry.detail.as_deref().map(|text| detail(text, self.words)),
            user_href: user.as_deref().map(|key| self.person_href(key, &[])),
            user,
            by: entry.actor.as_ref().map(|actor| match actor.tenant() {
                tenant if tenant == entry.subject.tenant() => actor.key().to_owned(),
                tenant => format!("{} ({tenant})", actor.key()),
            }),
            reason: entry.reason.as_deref().map(str::to_owned),
            at: Moment::of(entry.at, self.words),
        }
    }
}

/// A detail in words: moments, methods, numbers and what became of messages are written out, the rest says
/// enough.
fn detail(text: &str, words: Words<'_>) -> String {
    match Method::named(text) {
        Some(Method::Totp) => return words.text("event-method-totp", &[]),
        Some(Method::Recovery) => return words.text("event-method-recovery", &[]),
        Some(Method::Email) => return words.text("event-method-email", &[]),
        None => {}
    }
    if let Some((what, delivery)) = text.split_once(": ") {
        let what = match what {
            "code" => words.text("event-what-code", &[]),
            "confirmation" => words.text("event-what-confirmation", &[]),
            notice => notice.to_owned(),
        };
        let what = [("what", what.as_str().into())];
        match delivery {
            "it did not go out" => return words.text("event-lost", &what),
            "nobody knows whether it went out" => return words.text("event-unsure", &what),
            _ => {}
        }
    }
    if let Some(left) = text.strip_suffix(" left").and_then(|left| left.parse::<u32>().ok()) {
        return words.text("event-left", &[("count", left.into())]);
    }
    let seconds = text.strip_prefix("until ").and_then(|seconds| seconds.parse().ok());
    match seconds.map(Timestamp::from_unix) {
        Some(until) => words.text("event-until", &[("until", words.moment(until).into())]),
        None => text.to_owned(),
    }
}
