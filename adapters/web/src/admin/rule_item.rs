//! A rule as pages and programs get it.

use countersign::authenticator::Method;
use countersign::flow::ExplainedRule;
use countersign::policy::{Author, Effect, Rule, Why};
use serde::Serialize;

use super::words;
use crate::moment::Moment;

/// A rule that has decided about somebody, or has not.
#[derive(Debug, Serialize)]
pub(crate) struct RuleItem {
    id: String,
    whom: String,
    effect: &'static str,
    pub(crate) words: String,
    from: Option<Moment>,
    reason: Option<String>,
    author: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_words: Option<&'static str>,
}

impl RuleItem {
    pub(crate) fn explained(rule: &ExplainedRule) -> Self {
        Self {
            id: rule.id.clone(),
            words: words::rule(&rule.whom, rule.effect),
            whom: rule.whom.clone(),
            effect: rule.effect.name(),
            from: rule.starts.map(Moment::of),
            reason: some(&rule.reason),
            author: words::author(&rule.author),
            why: rule.why.map(Why::name),
            why_words: rule.why.map(words::why),
        }
    }
}

/// A rule on the page of rules.
#[derive(Debug, Serialize)]
pub(crate) struct ListedRule {
    id: String,
    kind: &'static str,
    value: String,
    effect: &'static str,
    words: String,
    from: Option<Moment>,
    /// Whatever else it says, one thing each.
    terms: Vec<String>,
    reason: Option<String>,
    author: String,
    by_code: bool,
    findings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remove: Option<String>,
}

impl ListedRule {
    /// `remove` is where to send the form that takes it away, if that may be done.
    pub(crate) fn of(rule: &Rule, findings: Vec<String>, remove: Option<String>) -> Self {
        let required = rule.effect() == Effect::Require;
        let terms = [
            words::grace(rule.grace_given()).filter(|_| required),
            words::reach(rule.reaches()).filter(|_| required).map(str::to_owned),
            rule.remembers().map(words::remember),
            rule.longest_ago().map(words::max_age),
            (!rule.accepts().has(Method::Recovery)).then(|| words::NO_RECOVERY_CODES.to_owned()),
        ];
        Self {
            id: rule.id().to_string(),
            kind: rule.whom().kind(),
            value: rule.whom().value().to_owned(),
            effect: rule.effect().name(),
            words: words::rule(&rule.whom().to_string(), rule.effect()),
            from: rule.starts().map(Moment::of),
            terms: terms.into_iter().flatten().collect(),
            reason: some(rule.reason()),
            author: words::author(rule.author()),
            by_code: *rule.author() == Author::Code,
            findings,
            remove,
        }
    }
}

pub(crate) fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
