//! Random rules and random people: the library against the naive evaluator, and the moment at which
//! it says that something changes.

use countersign::authenticator::{Method, Methods};
use countersign::policy::{Effect, Facts, OwnEffect, Verdict, Won};

use crate::chance::Chance;
use crate::model::{About, Decision, METHODS, Person, PlainHeld, PlainRule, Time, Told, at, told};
use crate::naive::{Answer, Winner, answer};

pub(crate) const DAY: u64 = 86_400;
pub(crate) const ROLES: [&str; 3] = ["admin", "editor", "guest"];
pub(crate) const ADDRESSES: [&str; 6] = [
    "ada@acme.example",
    "Ada@Mail.ACME.example",
    "ada@b.mail.acme.example",
    "bob@acme.example",
    "ada@notacme.example",
    "ada@b.example.",
];
const DOMAINS: [&str; 5] =
    ["acme.example", "mail.acme.example", "ACME.example", "b.example", "example"];
const IDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
/// So many cases of rules and a person.
const CASES: usize = 100_000;

fn moment(chance: &mut Chance) -> u64 {
    // Few moments, so that things come together.
    chance.below(12) * 4 * DAY
}

pub(crate) fn time(chance: &mut Chance) -> Time {
    match chance.below(5) {
        0 => Time::Until(moment(chance)),
        1 => Time::For(moment(chance)),
        2 => Time::Skips(u8::try_from(chance.below(4)).unwrap()),
        _ => Time::None,
    }
}

fn refused(chance: &mut Chance) -> Vec<Method> {
    METHODS.into_iter().filter(|_| chance.one_in(5)).collect()
}

fn accepted(methods: Methods) -> Vec<Method> {
    METHODS.into_iter().filter(|method| methods.has(*method)).collect()
}

pub(crate) fn about(chance: &mut Chance) -> About {
    match chance.below(9) {
        0 | 1 => About::Everyone,
        2 | 3 => About::Role((*chance.of(&ROLES)).into()),
        4 => About::Domain((*chance.of(&DOMAINS)).into()),
        5 => About::Below((*chance.of(&DOMAINS)).into()),
        6 => About::Address((*chance.of(&ADDRESSES)).into()),
        7 => {
            let some = 1 + chance.below(3);
            About::List((0..some).map(|_| (*chance.of(&ADDRESSES)).to_owned()).collect())
        }
        _ => About::User((*chance.of(&["ada", "bob"])).into()),
    }
}

pub(crate) fn rules(chance: &mut Chance) -> Vec<PlainRule> {
    let some = usize::try_from(chance.below(8)).unwrap();
    let rule = |id: &str, chance: &mut Chance| PlainRule {
        id: id.to_owned(),
        effect: *chance.of(&[Effect::Off, Effect::Offer, Effect::Require, Effect::Require]),
        about: about(chance),
        from: chance.maybe(3, moment),
        made: chance.maybe(2, moment),
        time: time(chance),
        next_sign_in: chance.one_in(5),
        max_age: chance.maybe(4, |chance| 1 + chance.below(5)),
        remember: None,
        refuses: refused(chance),
    };
    IDS[..some].iter().map(|id| rule(id, chance)).collect()
}

fn person(chance: &mut Chance) -> Person {
    Person {
        key: "ada".into(),
        address: (!chance.one_in(6)).then(|| (*chance.of(&ADDRESSES)).to_owned()),
        roles: ROLES.iter().filter(|_| chance.one_in(3)).map(|role| (*role).to_owned()).collect(),
        signed_in: chance.maybe(3, moment),
        enrolled: chance.one_in(3),
        skips: u8::try_from(chance.below(4)).unwrap(),
        changed: chance.maybe(3, moment),
        kept: chance.maybe(4, moment),
        own: chance.maybe(5, |chance| {
            let decision = match chance.below(4) {
                0 => Decision::Release,
                1 => Decision::Require(time(chance)),
                _ => Decision::Exempt(moment(chance)),
            };
            (decision, moment(chance))
        }),
        held: chance.maybe(2, |chance| PlainHeld {
            rule: (!chance.one_in(5)).then(|| (*chance.of(&IDS)).to_owned()),
            since: moment(chance),
            time: time(chance),
            refuses: refused(chance),
        }),
    }
}

fn said(verdict: &Verdict<'_>) -> Answer {
    Answer {
        winner: match &verdict.won {
            Won::Nobody => Winner::Nobody,
            Won::Rule(rule) => Winner::Rule(rule.id().to_string()),
            Won::Own(_) => Winner::Own,
            Won::Held(_, rule) => Winner::Held(rule.map(|rule| rule.id().to_string())),
        },
        requirement: verdict.requirement,
        rollout: verdict.rollout,
        skips_left: verdict.skips_left,
        max_age: verdict.max_age.map(|age| age.as_secs()),
        off: verdict.off,
        lifts: verdict.lifts,
        keeps: verdict.keeps,
        requires: match &verdict.won {
            Won::Nobody => false,
            Won::Held(..) => true,
            Won::Rule(rule) => rule.effect() == Effect::Require,
            Won::Own(own) => matches!(own.effect, OwnEffect::Require(_)),
        },
        holds: verdict.holds.as_ref().and_then(|held| {
            let methods = accepted(held.methods.unwrap_or_default());
            Some((held.rule.as_ref()?.to_string(), held.since.as_unix(), methods))
        }),
        accepts: accepted(verdict.methods),
    }
}

#[test]
fn whatever_the_rules_and_the_person_the_table_is_followed() {
    let mut chance = Chance(1);
    let mut winners = [0_usize; 4];
    for case in 0..CASES {
        let (rules, person, now) = (rules(&mut chance), person(&mut chance), moment(&mut chance));
        let (policy, tenant) = told(&rules);
        let shown = Told::of(&person);
        let facts = Facts::of(&shown.principal);
        let verdict = policy.verdict(&tenant, &facts, &shown.known(), at(now));
        let expected = answer(&rules, &person, now);
        let kind = match expected.winner {
            Winner::Nobody => 0,
            Winner::Rule(_) => 1,
            Winner::Own => 2,
            Winner::Held(_) => 3,
        };
        winners[kind] += 1;
        assert_eq!(said(&verdict), expected, "case {case} at {now}: {person:#?} {rules:#?}");
    }
    // Chance that decides everything alike decides nothing.
    assert!(winners.iter().all(|times| *times > CASES / 50), "{winners:?}");
}

impl Person {
    /// Nothing of theirs lies ahead.
    fn until(mut self, now: u64) -> Self {
        if let Some(held) = &mut self.held {
            held.since = held.since.min(now);
        }
        if let Some((_, made)) = &mut self.own {
            *made = (*made).min(now);
        }
        self
    }
}

/// What these methods leave out.
fn refused_by(methods: Option<Methods>) -> Vec<Method> {
    let methods = methods.unwrap_or_default();
    METHODS.into_iter().filter(|method| !methods.has(*method)).collect()
}

/// The person as the record has them after a request.
fn after_a_request(verdict: &Verdict<'_>, mut person: Person) -> Person {
    if verdict.lifts {
        person.held = None;
    }
    if verdict.off {
        person.kept = None;
    }
    if let Some(held) = &verdict.holds {
        let rule = held.rule.as_ref().map(ToString::to_string);
        person.held = Some(PlainHeld {
            rule,
            since: held.since.as_unix(),
            time: Time::None,
            refuses: refused_by(held.methods),
        });
    }
    person
}

#[test]
fn nothing_changes_by_itself_before_the_moment_that_is_named() {
    let mut chance = Chance(2);
    let (mut named, mut changed) = (0_usize, 0_usize);
    for case in 0..CASES / 5 {
        let (rules, now) = (rules(&mut chance), moment(&mut chance));
        let before = person(&mut chance).until(now);
        let (policy, tenant) = told(&rules);
        let shown = Told::of(&before);
        let first = policy.verdict(&tenant, &Facts::of(&shown.principal), &shown.known(), at(now));
        let shown = Told::of(&after_a_request(&first, before));
        let facts = Facts::of(&shown.principal);
        let ask = |when| policy.verdict(&tenant, &facts, &shown.known(), at(when));
        let verdict = ask(now);
        // A session that is not reached has begun nothing that could be counted from.
        let is_counted = match &verdict.won {
            Won::Rule(rule) => rule.effect() != Effect::Require || shown.known().held.is_some(),
            Won::Nobody | Won::Own(_) | Won::Held(..) => true,
        };
        let end = verdict.changes_at.map_or(u64::MAX, |at| at.as_unix());
        assert!(end > now, "case {case}: {end} is not after {now}");
        named += usize::from(verdict.changes_at.is_some());
        for _ in 0..4 {
            // The last second before it is the one that is most easily missed.
            let some = now + 1 + chance.below((end - now).min(100 * DAY));
            let when = if chance.one_in(3) { end.min(now + 200 * DAY) - 1 } else { some };
            if when >= end || !is_counted {
                continue;
            }
            let then = ask(when);
            let is = |verdict: &Verdict<'_>| (said(verdict).winner, verdict.rollout, verdict.off);
            assert_eq!(is(&then), is(&verdict), "case {case}, from {now} to {when} before {end}");
            assert_eq!(then.requirement, verdict.requirement, "case {case}, from {now} to {when}");
        }
        changed += usize::from(verdict.changes_at.is_some() && said(&ask(end)) != said(&verdict));
    }
    // It is looked at anew now and then without need, and usually with.
    assert!(named > CASES / 20 && changed * 2 > named, "{changed} of {named}");
}
