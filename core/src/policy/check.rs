//! What is odd about a whole set of rules.

use core::fmt;
use std::collections::HashMap;

use super::rule::{Rule, RuleId};
use super::rules::Rules;
use super::whom::{Level, Whom};

/// Something odd about a rule.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// About which rule.
    pub rule: RuleId,
    /// And which other one.
    pub other: Option<RuleId>,
}

/// What is odd about a rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "each has its words")]
pub enum FindingKind {
    /// Nobody that is known is meant by it.
    MatchesNobody,
    /// Another one says the opposite about the same people; the stricter one wins.
    Contradicts,
    /// Another one says the same about the same people, or about everyone, no later; it changes
    /// nothing.
    Shadowed,
}

impl FindingKind {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MatchesNobody => "matches_nobody",
            Self::Contradicts => "contradicts",
            Self::Shadowed => "shadowed",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.kind, &self.other) {
            (FindingKind::MatchesNobody, _) => write!(f, "nobody that is known is meant by it"),
            (FindingKind::Contradicts, Some(other)) => {
                write!(
                    f,
                    "it says the opposite of {other} about the same people; the stricter wins"
                )
            }
            (FindingKind::Shadowed, Some(other)) => {
                write!(f, "it changes nothing, because {other} says so already")
            }
            (FindingKind::Contradicts | FindingKind::Shadowed, None) => f.write_str("it is odd"),
        }
    }
}

impl Rules {
    /// What is odd about these rules, together with those in code. `matches` says how many known
    /// people a rule is about, if that is known.
    pub fn check(
        &self,
        code: &Self,
        mut matches: impl FnMut(&Rule) -> Option<u64>,
    ) -> Vec<Finding> {
        let all: Vec<&Rule> = code.iter().chain(self.iter()).collect();
        // Only rules about the same people, or about more, can stand in each other's way.
        let mut by_whom: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        for (number, rule) in all.iter().enumerate() {
            by_whom.entry((rule.whom().kind(), rule.whom().value())).or_default().push(number);
        }
        let lifted: HashMap<&RuleId, Option<Level>> = all
            .iter()
            .filter(|rule| *rule.whom() == Whom::Everyone)
            .map(|rule| (rule.id(), lifted(rule, &all)))
            .collect();
        let none = Vec::new();
        let mut found = Vec::new();
        for (number, rule) in all.iter().enumerate() {
            let finding = |kind, other: Option<&Rule>| Finding {
                kind,
                rule: rule.id().clone(),
                other: other.map(|other| other.id().clone()),
            };
            if matches(rule) == Some(0) {
                found.push(finding(FindingKind::MatchesNobody, None));
            }
            for key in wider(rule.whom()) {
                for other_number in by_whom.get(&key).unwrap_or(&none) {
                    let Some(other) = all.get(*other_number).copied() else { continue };
                    let is_same = other.whom() == rule.whom() && other.level() == rule.level();
                    if number < *other_number && is_same && rule.effect() != other.effect() {
                        found.push(finding(FindingKind::Contradicts, Some(other)));
                    }
                    let earlier = (other.begins(), *other_number) < (rule.begins(), number);
                    if earlier && shadows(other, rule, lifted.get(other.id()).copied().flatten()) {
                        found.push(finding(FindingKind::Shadowed, Some(other)));
                    }
                }
            }
        }
        found
    }
}

/// Where the rules are about all of these people.
fn wider(whom: &Whom) -> Vec<(&str, &str)> {
    let mut wider = vec![(whom.kind(), whom.value())];
    if let Whom::Domain(name) | Whom::DomainAndBelow(name) = whom {
        let mut above = Some(&**name);
        while let Some(name) = above {
            wider.push(("domain_and_below", name));
            above = name.split_once('.').map(|(_, rest)| rest);
        }
    }
    wider.push(("everyone", ""));
    wider.sort_unstable();
    wider.dedup();
    wider
}

/// Whether the first says all that the second says. What is farther away is beaten by what is closer,
/// so it shadows only what no rule between them could lift: `lifted` says how close to people the
/// farthest such rule is.
fn shadows(one: &Rule, other: &Rule, lifted: Option<Level>) -> bool {
    let is_wider = one.whom() == other.whom()
        || matches!(
            (one.whom(), other.whom()),
            (Whom::DomainAndBelow(_), Whom::Domain(_) | Whom::DomainAndBelow(_))
                | (Whom::Everyone, _)
        );
    is_wider
        && says_the_same(one, other)
        && (one.level() >= other.level() || lifted.is_none_or(|level| level > other.level()))
}

fn says_the_same(one: &Rule, other: &Rule) -> bool {
    one.effect() == other.effect()
        && one.grace_given() == other.grace_given()
        && one.reaches() == other.reaches()
        && one.remembers() == other.remembers()
        && one.longest_ago() == other.longest_ago()
        && one.accepts() == other.accepts()
}

/// The first level above a rule at which something else is said.
fn lifted(one: &Rule, all: &[&Rule]) -> Option<Level> {
    let closer = all.iter().filter(|rule| rule.level() > one.level() && !says_the_same(one, rule));
    closer.map(|rule| rule.level()).min()
}
