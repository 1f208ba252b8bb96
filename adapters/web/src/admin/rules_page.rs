//! The rules: in words, what is odd about them, and a form for another one.

use std::collections::HashMap;

use countersign::flow::{Administrator, Denied, RuleSet};
use countersign::policy::{FindingKind, Rule, RuleId};
use countersign_words::Words;
use http::StatusCode;
use serde::Serialize;

use super::links::{Links, segment};
use super::rule_form::RuleFields;
use super::rule_item::ListedRule;
use super::words;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::sentence;

/// So many of the application's own rules are shown; those of administrators are all here.
const SHOWN: usize = 200;
/// What the page may say about what was just done.
const NOTICES: [&str; 2] = ["added", "removed"];

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct RulesPage {
    here: &'static str,
    links: Links,
    tenant: Option<String>,
    rules: Vec<ListedRule>,
    code: Vec<ListedRule>,
    code_more: usize,
    odd: usize,
    exempt_kinds: Vec<String>,
    notice: Option<&'static str>,
    /// Where to send a new rule, for those who may.
    #[serde(skip_serializing_if = "Option::is_none")]
    add: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    csrf: Option<String>,
    error: Option<RuleError>,
}

#[derive(Debug, Serialize)]
struct RuleError {
    /// The rule whose form it was; empty for the form of a new rule.
    rule: String,
    field: &'static str,
    sentence: String,
    given: RuleFields,
}

/// A form that was sent, and the field in it that cannot be.
pub(crate) struct Wrong<'a> {
    pub(crate) rule: &'a str,
    pub(crate) field: &'static str,
}

impl Call<'_> {
    pub(crate) async fn rules_page(
        &self,
        who: &Administrator<'_>,
        wrong: Option<Wrong<'_>>,
    ) -> Answered {
        if let (Some(wrong), Client::Program) = (&wrong, self.client) {
            let problem = Problem::malformed(wrong.field);
            return Ok(self.problem_json(problem));
        }
        let second_factor = self.web.second_factor();
        let set = second_factor.rule_set(who, self.tenant()).await??;
        let may = who.permissions().may_enforce();
        let findings = findings(&set, self.words);
        let item = |rule: &Rule, removable: bool| {
            let odd = findings.get(rule.id()).cloned().unwrap_or_default();
            let remove = self.admin(&format!("/rules/{}/remove", segment(rule.id().as_str())), &[]);
            ListedRule::of(rule, odd, (removable && may).then_some(remove), self.words)
        };
        let said = self.query.one("done");
        let page = RulesPage {
            here: "rules",
            links: self.links(),
            tenant: self.tenant().map(str::to_owned),
            rules: set.tenant.iter().map(|rule| item(rule, true)).collect(),
            code: set.code.iter().take(SHOWN).map(|rule| item(rule, false)).collect(),
            code_more: set.code.len().saturating_sub(SHOWN),
            odd: findings.len(),
            exempt_kinds: words::kinds(&set.exempt_kinds, self.words),
            notice: said.and_then(|said| NOTICES.into_iter().find(|notice| *notice == said)),
            add: may.then(|| self.admin("/rules", &[])),
            csrf: match may {
                true => Some(second_factor.administrators_form(who).await?),
                false => None,
            },
            error: wrong.as_ref().map(|wrong| RuleError {
                rule: wrong.rule.to_owned(),
                field: wrong.field,
                sentence: self.words.text(sentence::about(wrong.field), &[]),
                given: RuleFields::of(&self.form),
            }),
        };
        let status =
            if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        self.show(status, "admin_rules.html", &page)
    }

    pub(crate) async fn add_rule(&self, who: &Administrator<'_>) -> Answered {
        if !who.permissions().may_enforce() {
            return Err(Stop::Denied(Denied::Forbidden));
        }
        let own = who.principal().subject().tenant();
        let tenant = self.tenant().unwrap_or(own);
        let rule = match self.rule_given(tenant) {
            Ok(rule) => rule,
            Err(field) => return self.rules_page(who, Some(Wrong { rule: "", field })).await,
        };
        match self.web.second_factor().add_rule(who, self.tenant(), rule).await? {
            Ok(_) => Ok(self.after_rule("added")),
            Err(Denied::TooMany) => Err(self.too_long()),
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    pub(crate) async fn remove_rule(&self, who: &Administrator<'_>, id: &RuleId) -> Answered {
        if !who.permissions().may_enforce() {
            return Err(Stop::Denied(Denied::Forbidden));
        }
        let why = self.form.one("reason").unwrap_or_default();
        match self.web.second_factor().remove_rule(who, self.tenant(), id, why).await? {
            Ok(()) => Ok(self.after_rule("removed")),
            Err(Denied::Malformed(field)) => {
                self.rules_page(who, Some(Wrong { rule: id.as_str(), field })).await
            }
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    fn after_rule(&self, notice: &str) -> Reply {
        match self.client {
            Client::Person => self.go(&self.admin("/rules", &[("done", notice)])),
            Client::Program => self.go(&self.back),
        }
    }

    fn too_long(&self) -> Stop {
        Stop::from(
            Problem::new(
                StatusCode::CONFLICT,
                "too_many",
                "problem-rules-too-long",
                "problem-rules-too-long-detail",
            )
            .action(self.back.clone(), "problem-action-rules"),
        )
    }
}

/// What is odd about each rule, in words.
fn findings(set: &RuleSet, words: Words<'_>) -> HashMap<RuleId, Vec<String>> {
    let in_words = |id: &RuleId| match set.tenant.get(id).or_else(|| set.code.get(id)) {
        Some(rule) => words::rule(rule.whom(), rule.effect(), words),
        None => id.to_string(),
    };
    let mut found: HashMap<RuleId, Vec<String>> = HashMap::new();
    for finding in &set.findings {
        let other = finding.other.as_ref().map(in_words).unwrap_or_default();
        let sentence = words::finding(finding.kind, &other, words);
        found.entry(finding.rule.clone()).or_default().push(sentence);
        // Of a contradiction both sides have to be told.
        if let (FindingKind::Contradicts, Some(other)) = (finding.kind, &finding.other) {
            let sentence = words::finding(finding.kind, &in_words(&finding.rule), words);
            found.entry(other.clone()).or_default().push(sentence);
        }
    }
    found
}
