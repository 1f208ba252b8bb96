//! Why something is asked of somebody: what decided, and what did not.

use countersign::flow::{Administrator, Explained, Person, Winner};
use countersign::policy::{Own, Why};
use countersign::time::Timestamp;
use http::StatusCode;
use serde::Serialize;

use super::links::Links;
use super::rule_item::{RuleItem, some};
use super::words;
use crate::call::{Answered, Call, Stop};
use crate::moment::{Moment, written};
use crate::problem::Problem;
use crate::rollout::RolloutItem;

/// So many rules about others are shown; they only prove that they are about others.
const OTHERS: usize = 20;

/// Why something is asked of somebody.
#[derive(Debug, Serialize)]
pub(crate) struct Explanation {
    requirement: &'static str,
    requirement_words: String,
    rollout: RolloutItem,
    decided: Decided,
    lost: Vec<RuleItem>,
    lost_more: usize,
    exempt_kinds: Vec<&'static str>,
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
    fn of(winner: &Winner) -> Self {
        match winner {
            Winner::Nobody => Self {
                by: "nobody",
                words: "No rule that holds now is about this user, so a second factor is offered \
                        and not required."
                    .to_owned(),
                reason: None,
                since: None,
                rule: None,
            },
            Winner::Rule(rule) => {
                let item = RuleItem::explained(rule);
                Self {
                    by: "rule",
                    words: format!("This rule decides: {}.", item.words),
                    reason: some(&rule.reason),
                    since: None,
                    rule: Some(item),
                }
            }
            Winner::Own(own) => Self {
                by: "own",
                words: format!(
                    "An administrator ({}) has decided about this very user, and that counts more \
                     than every rule: this user {}.",
                    own.by,
                    words::own(own.effect)
                ),
                reason: some(&own.reason),
                since: Some(Moment::of(own.at)),
                rule: None,
            },
            Winner::Held(held, rule) => {
                let rule = rule.as_ref().map(RuleItem::explained);
                let by = match &rule {
                    Some(rule) => format!("by the rule “{}”", rule.words),
                    None => "where this user came from".to_owned(),
                };
                Self {
                    by: "held",
                    words: format!(
                        "A second factor has been required of this user since {}, {by}. It stays \
                         required although that no longer follows from the user’s address, roles \
                         or tenant, until an administrator decides about the user or takes the \
                         rule away.",
                        written(held.since)
                    ),
                    reason: rule.as_ref().and_then(|_| reason_of(winner)),
                    since: Some(Moment::of(held.since)),
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
    pub(crate) fn of(explained: &Explained, now: Timestamp) -> Self {
        let is_other = |why: Option<Why>| why == Some(Why::NotAbout);
        let others = explained.lost.iter().filter(|rule| is_other(rule.why)).count();
        let about = explained.lost.len().saturating_sub(others);
        Self {
            requirement: words::requirement_name(explained.requirement),
            requirement_words: words::requirement(explained.requirement, now),
            rollout: RolloutItem::of(explained.rollout),
            decided: Decided::of(&explained.winner),
            // Those about this person come first.
            lost: explained
                .lost
                .iter()
                .take(about.saturating_add(OTHERS))
                .map(RuleItem::explained)
                .collect(),
            lost_more: others.saturating_sub(OTHERS),
            exempt_kinds: explained.exempt_kinds.clone(),
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
    pub(crate) fn of(own: &Own) -> Self {
        Self {
            effect: own.effect.name(),
            words: words::own(own.effect),
            reason: own.reason.to_string(),
            by: own.by.to_string(),
            at: Moment::of(own.at),
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
                Problem::malformed("user").action(self.admin("", &[]), "People"),
            ));
        };
        let person: Person = self.web.second_factor().person(who, self.tenant(), key).await??;
        let page = ExplainPage {
            here: "people",
            links: self.links(),
            key: key.to_owned(),
            label: person.profile.label().to_owned(),
            href: self.person_href(key, &[]),
            explanation: Explanation::of(&person.explained, self.now()),
        };
        self.show(StatusCode::OK, "admin_explain.html", &page)
    }
}
