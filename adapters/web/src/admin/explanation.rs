//! Why something is asked of somebody: what decided, and what did not.

use countersign::flow::{Administrator, Explained, Person, Winner};
use countersign::policy::{Own, Why};
use countersign::time::Timestamp;
use countersign_words::{Arg, Words};
use http::StatusCode;
use serde::Serialize;

use super::links::Links;
use super::rule_item::{RuleItem, some};
use super::words;
use crate::call::{Answered, Call, Stop};
use crate::moment::Moment;
use crate::problem::Problem;
use crate::rollout::RolloutItem;

/// So many rules about others are shown; they only prove that they are about others.
const OTHERS: usize = 20;

/// Why something is asked of somebody.
#[derive(Debug, Serialize)]
pub(crate) struct Explanation {
    requirement: &'static str,
    requirement_words: String,
    /// The methods that are not accepted, one sentence each.
    not_accepted: Vec<String>,
    rollout: RolloutItem,
    decided: Decided,
    lost: Vec<RuleItem>,
    lost_more: usize,
    exempt_kinds: Vec<String>,
}

/// What decided.
#[derive(Debug, Serialize)]
struct Decided {
    by: &'static str,
    words: String,
    reason: Option<String>,
    since: Option<Moment>,
    rule: Option<RuleItem>,
}

impl Decided {
    fn of(winner: &Winner, words: Words<'_>) -> Self {
        match winner {
            Winner::Nobody => Self {
                by: "nobody",
                words: words.text("admin-decided-nobody", &[]),
                reason: None,
                since: None,
                rule: None,
            },
            Winner::Rule(rule) => {
                let item = RuleItem::explained(rule, words);
                Self {
                    by: "rule",
                    words: words.text("admin-decided-rule", &[("rule", (&item.words).into())]),
                    reason: some(&rule.reason),
                    since: None,
                    rule: Some(item),
                }
            }
            Winner::Own(own) => {
                let decision = words::own(own.effect, words);
                let args = [("by", (&*own.by).into()), ("decision", decision.into())];
                Self {
                    by: "own",
                    words: words.text("admin-decided-own", &args),
                    reason: some(&own.reason),
                    since: Some(Moment::of(own.at, words)),
                    rule: None,
                }
            }
            Winner::Held(held, rule) => {
                let rule = rule.as_ref().map(|rule| RuleItem::explained(rule, words));
                let since = ("since", Arg::from(words.moment(held.since)));
                Self {
                    by: "held",
                    words: match &rule {
                        Some(rule) => words.text(
                            "admin-decided-held-rule",
                            &[since, ("rule", (&rule.words).into())],
                        ),
                        None => words.text("admin-decided-held", &[since]),
                    },
                    reason: rule.as_ref().and_then(|_| reason_of(winner)),
                    since: Some(Moment::of(held.since, words)),
                    rule,
                }
            }
        }
    }
}

fn reason_of(winner: &Winner) -> Option<String> {
    match winner {
        Winner::Held(_, Some(rule)) | Winner::Rule(rule) => some(&rule.reason),
        Winner::Own(own) => some(&own.reason),
        Winner::Held(_, None) | Winner::Nobody => None,
    }
}

impl Explanation {
    pub(crate) fn of(explained: &Explained, now: Timestamp, words: Words<'_>) -> Self {
        let is_other = |why: Option<Why>| why == Some(Why::NotAbout);
        let others = explained.lost.iter().filter(|rule| is_other(rule.why)).count();
        let about = explained.lost.len().saturating_sub(others);
        Self {
            requirement: words::requirement_name(explained.requirement),
            requirement_words: words::requirement(explained.requirement, now, words),
            not_accepted: words::not_accepted(explained.methods, words),
            rollout: RolloutItem::of(explained.rollout, words),
            decided: Decided::of(&explained.winner, words),
            // Those about this person come first.
            lost: explained
                .lost
                .iter()
                .take(about.saturating_add(OTHERS))
                .map(|rule| RuleItem::explained(rule, words))
                .collect(),
            lost_more: others.saturating_sub(OTHERS),
            exempt_kinds: words::kinds(&explained.exempt_kinds, words),
        }
    }
}

/// An administrator's decision about a person.
#[derive(Debug, Serialize)]
pub(crate) struct OwnItem {
    effect: &'static str,
    words: String,
    reason: String,
    by: String,
    at: Moment,
}

impl OwnItem {
    pub(crate) fn of(own: &Own, words: Words<'_>) -> Self {
        Self {
            effect: own.effect.name(),
            words: words::own(own.effect, words),
            reason: own.reason.to_string(),
            by: own.by.to_string(),
            at: Moment::of(own.at, words),
        }
    }
}

/// The page that only explains.
#[derive(Debug, Serialize)]
struct ExplainPage {
    here: &'static str,
    links: Links,
    key: String,
    label: String,
    href: String,
    explanation: Explanation,
}

impl Call<'_> {
    pub(crate) async fn explain_page(&self, who: &Administrator<'_>) -> Answered {
        let Some(key) = self.query.one("user").filter(|key| !key.is_empty()) else {
            return Err(Stop::from(
                Problem::malformed("user").action(self.admin("", &[]), "problem-action-people"),
            ));
        };
        let person: Person = self.web.second_factor().person(who, self.tenant(), key).await??;
        let page = ExplainPage {
            here: "people",
            links: self.links(),
            key: key.to_owned(),
            label: person.profile.label().to_owned(),
            href: self.person_href(key, &[]),
            explanation: Explanation::of(&person.explained, self.now(), self.words),
        };
        self.show(StatusCode::OK, "admin_explain.html", &page)
    }
}
