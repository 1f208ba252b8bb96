//! A rule as pages and programs get it.

use countersign::flow::ExplainedRule;
use countersign::policy::{Author, Effect, Rule, Why};
use countersign_words::Words;
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
    made_words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_words: Option<String>,
}

impl RuleItem {
    pub(crate) fn explained(rule: &ExplainedRule, words: Words<'_>) -> Self {
        Self {
            id: rule.id.clone(),
            words: words::rule(&rule.whom, rule.effect, words),
            whom: rule.whom.to_string(),
            effect: rule.effect.name(),
            from: rule.starts.map(|at| Moment::of(at, words)),
            reason: some(&rule.reason),
            author: words::author(&rule.author, words),
            made_words: words::made(&rule.author, words),
            why: rule.why.map(Why::name),
            why_words: rule.why.map(|why| words::why(why, words)),
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
    made_words: String,
    by_code: bool,
    findings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remove: Option<String>,
}

impl ListedRule {
    /// `remove` is where to send the form that takes it away, if that may be done.
    pub(crate) fn of(
        rule: &Rule,
        findings: Vec<String>,
        remove: Option<String>,
        words: Words<'_>,
    ) -> Self {
        let required = rule.effect() == Effect::Require;
        let terms = [
            words::grace(rule.grace_given(), words).filter(|_| required),
            words::reach(rule.reaches(), words).filter(|_| required),
            rule.remembers().map(|remember| words::remember(remember, words)),
            rule.longest_ago().map(|lasts| words::max_age(lasts, words)),
        ];
        Self {
            id: rule.id().to_string(),
            kind: rule.whom().kind(),
            value: rule.whom().value().to_owned(),
            effect: rule.effect().name(),
            words: words::rule(rule.whom(), rule.effect(), words),
            from: rule.starts().map(|at| Moment::of(at, words)),
            terms: terms
                .into_iter()
                .flatten()
                .chain(words::not_accepted(rule.accepts(), words))
                .collect(),
            reason: some(rule.reason()),
            author: words::author(rule.author(), words),
            made_words: words::made(rule.author(), words),
            by_code: *rule.author() == Author::Code,
            findings,
            remove,
        }
    }
}

pub(crate) fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
