//! What is odd about a whole set of rules.

use core::fmt;

use super::rule::{Effect, Rule, RuleId};
use super::rules::Rules;
use super::whom::Whom;

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
                write!(f, "it says the opposite of {other} about the same people; the stricter wins")
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
    /// people a rule is about.
    pub fn check(
        &self,
        code: &Self,
        mut matches: impl FnMut(&Rule) -> Option<u64>,
    ) -> Vec<Finding> {
        let mut found = Vec::new();
        let all: Vec<&Rule> = code.iter().chain(self.iter()).collect();
        for (number, rule) in all.iter().enumerate() {
            let finding = |kind, other: Option<&Rule>| Finding {
                kind,
                rule: rule.id().clone(),
                other: other.map(|other| other.id().clone()),
            };
            if matches(rule) == Some(0) {
                found.push(finding(FindingKind::MatchesNobody, None));
            }
            for (other_number, other) in all.iter().enumerate() {
                let same_level = rule.level() == other.level() && rule.whom() == other.whom();
                if number < other_number && same_level && rule.effect() != other.effect() {
                    found.push(finding(FindingKind::Contradicts, Some(other)));
                }
                let earlier = (other.begins(), other_number) < (rule.begins(), number);
                if number != other_number && earlier && shadows(other, rule) {
                    found.push(finding(FindingKind::Shadowed, Some(other)));
                }
            }
        }
        found
    }
}

/// Whether the first says all that the second says. What is farther away from people is beaten by
/// what is closer, so a rule about everyone shadows only what no third rule could lift.
fn shadows(one: &Rule, other: &Rule) -> bool {
    let is_wider = match (one.whom(), other.whom()) {
        (Whom::Everyone, _) => one.effect() == Effect::Require,
        (Whom::DomainAndBelow(above), Whom::Domain(below) | Whom::DomainAndBelow(below)) => {
            below == above || below.strip_suffix(&**above).is_some_and(|rest| rest.ends_with('.'))
        }
        (one, other) => one == other,
    };
    is_wider
        && one.effect() == other.effect()
        && one.grace_given() == other.grace_given()
        && one.remembers() == other.remembers()
        && one.longest_ago() == other.longest_ago()
}
