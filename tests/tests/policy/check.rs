//! What is found odd about a whole set of rules.

use core::time::Duration;

use countersign::policy::{FindingKind, Grace, Policy, Reach, Remember, Rule, Rules, Whom};
use countersign::subject::SubjectId;
use countersign::time::Timestamp;

use crate::model::at;

/// What is found, as `kind rule` or `kind rule other`.
fn found(code: &[Rule], tenant: &[Rule]) -> Vec<String> {
    let policy = code.iter().cloned().fold(Policy::offered(), Policy::rule);
    let tenant = Rules::new(tenant.iter().cloned());
    let findings = tenant.check(policy.rules(), |_| None);
    let words = findings.iter().map(|finding| {
        let other = finding.other.as_ref().map_or("", |other| other.as_str());
        format!("{} {} {other}", finding.kind.name(), finding.rule)
    });
    words.map(|words| words.trim_end().to_owned()).collect()
}

fn require(whom: Whom, id: &str) -> Rule {
    Rule::require(whom).named(id)
}

fn offer(whom: Whom, id: &str) -> Rule {
    Rule::offer(whom).named(id)
}

const MADE: Timestamp = Timestamp::from_unix(5);

#[test]
fn rules_about_different_people_are_nothing_odd() {
    let rules = [
        require(Whom::domain("a.example"), "a"),
        require(Whom::domain("b.example"), "b"),
        offer(Whom::role("x"), "x"),
    ];
    assert!(found(&rules, &[offer(Whom::role("y"), "y").by("root", MADE)]).is_empty());
}

#[test]
fn what_says_the_opposite_about_the_same_people_is_found_once() {
    let rules = [require(Whom::role("x"), "1"), offer(Whom::role("x"), "2")];
    assert_eq!(found(&rules, &[]), ["contradicts 1 2"]);
}

#[test]
fn code_and_administrators_may_differ_about_everyone() {
    let tenant = [offer(Whom::Everyone, "t").by("root", MADE)];
    assert!(found(&[require(Whom::Everyone, "c")], &tenant).is_empty());
}

#[test]
fn what_says_the_same_about_the_same_people_later_is_shadowed() {
    let tenant = [require(Whom::role("x"), "t").by("root", MADE)];
    assert_eq!(found(&[require(Whom::role("x"), "c")], &tenant), ["shadowed t c"]);
    let later = [require(Whom::role("x"), "1").from(at(9)), require(Whom::role("x"), "2")];
    assert_eq!(found(&later, &[]), ["shadowed 1 2"]);
}

#[test]
fn what_asks_for_something_else_is_not_shadowed() {
    let one = require(Whom::role("x"), "1");
    for other in [
        require(Whom::role("x"), "2").grace(Grace::Skips(1)),
        require(Whom::role("x"), "2").reach(Reach::NextSignIn),
        require(Whom::role("x"), "2").max_age(Duration::from_secs(1)),
        require(Whom::role("x"), "2").remember(Remember::Never),
    ] {
        assert!(found(&[one.clone(), other.clone()], &[]).is_empty(), "{other:?}");
    }
}

#[test]
fn a_domain_is_shadowed_by_those_above_it() {
    let above = require(Whom::domain_and_below("acme.example"), "above");
    for (whom, is_shadowed) in [
        (Whom::domain("acme.example"), true),
        (Whom::domain("eu.mail.acme.example"), true),
        (Whom::domain_and_below("mail.acme.example"), true),
        (Whom::domain("notacme.example"), false),
        (Whom::domain_and_below("example"), false),
    ] {
        let rules = [above.clone(), require(whom.clone(), "below")];
        let expected: &[&str] = if is_shadowed { &["shadowed below above"] } else { &[] };
        assert_eq!(found(&rules, &[]), expected, "{whom}");
    }
}

#[test]
fn everyone_shadows_what_nothing_in_between_could_lift() {
    let rules = [require(Whom::Everyone, "all"), require(Whom::role("x"), "x")];
    assert_eq!(found(&rules, &[]), ["shadowed x all"]);
    let between = [&rules[..], &[offer(Whom::domain("a.example"), "a")]].concat();
    assert!(found(&between, &[]).is_empty(), "who is at that domain needs the rule about the role");
    let closer = [&rules[..], &[offer(Whom::Subject(SubjectId::new("u")), "u")]].concat();
    assert_eq!(found(&closer, &[]), ["shadowed x all"]);
}

#[test]
fn a_rule_about_nobody_that_is_known_is_found() {
    let tenant = Rules::new([require(Whom::role("x"), "x"), require(Whom::role("y"), "y")]);
    let code = Policy::offered();
    let findings = tenant.check(code.rules(), |rule| Some(u64::from(rule.whom().value() == "y")));
    let [only] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!((only.kind, only.rule.as_str()), (FindingKind::MatchesNobody, "x"));
    assert_eq!(only.to_string(), "nobody that is known is meant by it");
}
