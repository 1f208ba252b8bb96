//! Why something is asked of somebody: the rule that won, and those that did not.

use core::fmt;

use super::evaluate::{Verdict, Won};
use super::facts::Facts;
use super::rule::Rule;
use super::rules::Rules;
use crate::time::Timestamp;

/// Why something is asked of somebody.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// What it comes to, and what decided.
    pub verdict: Verdict<'a>,
    /// The rules that did not decide, those about this person first.
    pub lost: Vec<Lost<'a>>,
}

/// A rule that did not decide.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Lost<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Why it did not.
    pub why: Why,
}

/// Why a rule did not decide.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "each has its words")]
pub enum Why {
    /// An administrator has decided about this very person.
    OwnDecides,
    /// A requirement that has held before goes on to hold.
    HeldDecides,
    /// Another one is closer to the person.
    FartherAway,
    /// Another one of the same kind is stricter, or as strict and earlier.
    LessStrict,
    /// It does not hold yet.
    NotYet,
    /// It is about somebody else.
    NotAbout,
}

impl Why {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OwnDecides => "own_decides",
            Self::HeldDecides => "held_decides",
            Self::FartherAway => "farther_away",
            Self::LessStrict => "less_strict",
            Self::NotYet => "not_yet",
            Self::NotAbout => "not_about",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OwnDecides => "an administrator has decided about this user",
            Self::HeldDecides => "a requirement that held before goes on to hold",
            Self::FartherAway => "a rule that is closer to this user decides",
            Self::LessStrict => "a stricter or earlier rule of the same kind decides",
            Self::NotYet => "it does not hold yet",
            Self::NotAbout => "it is not about this user",
        })
    }
}

pub(super) fn explain<'a>(
    rules: [&'a Rules; 2],
    facts: &Facts<'_>,
    verdict: Verdict<'a>,
    now: Timestamp,
) -> Explanation<'a> {
    let mut about = Vec::new();
    for rules in rules {
        rules.about(facts, |rule| about.push(rule));
    }
    let winner = match &verdict.won {
        Won::Rule(rule) | Won::Held(_, Some(rule)) => Some(*rule),
        Won::Nobody | Won::Own(_) | Won::Held(_, None) => None,
    };
    let mut lost = Vec::new();
    for rule in rules.into_iter().flat_map(Rules::iter) {
        if winner.is_some_and(|winner| core::ptr::eq(winner, rule)) {
            continue;
        }
        let is_about = about.iter().any(|about| core::ptr::eq(*about, rule));
        let why = match (&verdict.won, winner) {
            _ if !is_about => Why::NotAbout,
            _ if !rule.holds_at(now) => Why::NotYet,
            (Won::Own(_), _) => Why::OwnDecides,
            (Won::Held(..), _) => Why::HeldDecides,
            (_, Some(winner)) if rule.level() < winner.level() => Why::FartherAway,
            _ => Why::LessStrict,
        };
        lost.push(Lost { rule, why });
    }
    lost.sort_by_key(|lost| lost.why);
    Explanation { verdict, lost }
}
