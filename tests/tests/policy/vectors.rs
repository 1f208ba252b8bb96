//! The table: `tests/vectors/policy.toml`.

use core::time::Duration;

use countersign::authenticator::{Method, Methods};
use countersign::policy::{Effect, Facts, Remember, Requirement, Rollout, RuleId, Verdict, Won};
use serde::Deserialize;

use crate::model::{About, Decision, METHODS, Person, PlainHeld, PlainRule, Time, Told, told};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    vector: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    fact: String,
    #[serde(default = "a_thousand")]
    now: u64,
    #[serde(default)]
    code: Vec<WrittenRule>,
    #[serde(default)]
    tenant: Vec<WrittenRule>,
    #[serde(default)]
    person: WrittenPerson,
    asks: Option<String>,
    rollout: Option<String>,
    winner: String,
    holds: Option<String>,
    changes_at: Option<u64>,
    #[serde(default)]
    skips_left: u8,
    #[serde(default)]
    lifts: bool,
    max_age: Option<u64>,
    remember: Option<u64>,
    /// Every method, if nothing is said.
    accepts: Option<String>,
    holds_accepts: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    id: String,
    require: Option<String>,
    offer: Option<String>,
    off: Option<String>,
    from: Option<u64>,
    made: Option<u64>,
    until: Option<u64>,
    r#for: Option<u64>,
    skips: Option<u8>,
    #[serde(default)]
    next_sign_in: bool,
    max_age: Option<u64>,
    remember: Option<u64>,
    #[serde(default)]
    refuses: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPerson {
    address: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    signed_in: Option<u64>,
    #[serde(default)]
    enrolled: bool,
    #[serde(default)]
    skips: u8,
    changed: Option<u64>,
    kept: Option<u64>,
    own: Option<String>,
    own_at: Option<u64>,
    held: Option<String>,
    held_for: Option<u64>,
    #[serde(default)]
    held_refuses: String,
}

const fn a_thousand() -> u64 {
    1_000
}

/// The word before the first space, and the rest.
fn split(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

fn methods(names: &str) -> Vec<Method> {
    let named = |name: &str| *METHODS.iter().find(|method| method.name() == name).unwrap();
    names.split_whitespace().map(named).collect()
}

fn names(methods: Methods) -> String {
    let accepted = METHODS.into_iter().filter(|method| methods.has(*method));
    accepted.map(Method::name).collect::<Vec<_>>().join(" ")
}

impl WrittenRule {
    fn plain(&self, made: Option<u64>) -> PlainRule {
        let (effect, whom) = match (&self.require, &self.offer, &self.off) {
            (Some(whom), None, None) => (Effect::Require, whom),
            (None, Some(whom), None) => (Effect::Offer, whom),
            (None, None, Some(whom)) => (Effect::Off, whom),
            _ => panic!("{} says not one thing", self.id),
        };
        let (kind, value) = split(whom);
        let about = match kind {
            "everyone" => About::Everyone,
            "role" => About::Role(value.into()),
            "domain" => About::Domain(value.into()),
            "below" => About::Below(value.into()),
            "address" => About::Address(value.into()),
            "list" => About::List(value.split(' ').map(Into::into).collect()),
            "user" => About::User(value.into()),
            other => panic!("{other}?"),
        };
        let time = match (self.until, self.r#for, self.skips) {
            (None, None, None) => Time::None,
            (Some(until), None, None) => Time::Until(until),
            (None, Some(lasts), None) => Time::For(lasts),
            (None, None, Some(skips)) => Time::Skips(skips),
            _ => panic!("{} has several graces", self.id),
        };
        PlainRule {
            id: self.id.clone(),
            effect,
            about,
            from: self.from,
            made: made.or(self.made),
            time,
            next_sign_in: self.next_sign_in,
            max_age: self.max_age,
            remember: self.remember,
            refuses: methods(&self.refuses),
        }
    }
}

impl WrittenPerson {
    fn plain(&self) -> Person {
        let own = self.own.as_deref().map(|own| {
            let words: Vec<&str> = own.split(' ').collect();
            match words[..] {
                ["require"] => Decision::Require(Time::None),
                ["require", "for", lasts] => Decision::Require(Time::For(lasts.parse().unwrap())),
                ["require", "skips", skips] => {
                    Decision::Require(Time::Skips(skips.parse().unwrap()))
                }
                ["release"] => Decision::Release,
                ["exempt", until] => Decision::Exempt(until.parse().unwrap()),
                _ => panic!("{own}?"),
            }
        });
        let held = self.held.as_deref().map(|held| {
            let (rule, since) = split(held);
            PlainHeld {
                rule: (rule != "-").then(|| rule.to_owned()),
                since: since.parse().unwrap(),
                time: self.held_for.map_or(Time::None, Time::For),
                refuses: methods(&self.held_refuses),
            }
        });
        let address = self.address.as_deref().unwrap_or("ada@acme.example");
        Person {
            key: "ada".into(),
            address: (!address.is_empty()).then(|| address.to_owned()),
            roles: self.roles.clone(),
            signed_in: self.signed_in,
            enrolled: self.enrolled,
            skips: self.skips,
            changed: self.changed,
            kept: self.kept,
            own: own.map(|own| (own, self.own_at.unwrap())),
            held,
        }
    }
}

fn asks(requirement: Requirement) -> String {
    match requirement {
        Requirement::Nothing => "nothing".into(),
        Requirement::IfEnrolled => "if_enrolled".into(),
        Requirement::Always { grace_ends } if grace_ends.as_unix() <= 1_000 => "always".into(),
        Requirement::Always { grace_ends } => format!("always until {}", grace_ends.as_unix()),
        Requirement::Recent { .. } => panic!("no rule asks for that"),
    }
}

fn rollout(rollout: Rollout) -> String {
    let moment = match rollout {
        Rollout::NotRequired | Rollout::Active | Rollout::Off => return rollout.name().into(),
        Rollout::Skips { left } => return format!("skips {left}"),
        Rollout::Announced { from } => from,
        Rollout::Grace { until } | Rollout::Exempt { until } => until,
        Rollout::MustActivate { since } | Rollout::Overdue { since } => since,
    };
    format!("{} {}", rollout.name(), moment.as_unix())
}

fn winner(verdict: &Verdict<'_>) -> String {
    match &verdict.won {
        Won::Nobody => "nobody".into(),
        Won::Rule(rule) => format!("rule {}", rule.id()),
        Won::Own(_) => "own".into(),
        Won::Held(_, Some(rule)) => format!("held {}", rule.id()),
        Won::Held(_, None) => "held".into(),
    }
}

#[test]
fn every_vector_holds() {
    let table: Table = toml::from_str(include_str!("../../vectors/policy.toml")).unwrap();
    assert!(table.vector.len() >= 90, "the table has lost some: {}", table.vector.len());
    let mut wrong = Vec::new();
    for vector in &table.vector {
        let code = vector.code.iter().map(|rule| rule.plain(None));
        let tenant = vector.tenant.iter().map(|rule| rule.plain(Some(rule.made.unwrap_or(1))));
        let rules: Vec<PlainRule> = code.chain(tenant).collect();
        let (policy, tenant) = told(&rules);
        let person = Told::of(&vector.person.plain());
        let now = crate::model::at(vector.now);
        let verdict = policy.verdict(&tenant, &Facts::of(&person.principal), &person.known(), now);
        let mut look = |what: &str, is: String, should: Option<&str>| {
            if should.is_some_and(|should| should != is) {
                wrong.push(format!("{}: {what} is {is}, not {}", vector.fact, should.unwrap()));
            }
        };
        look("what is asked", asks(verdict.requirement), vector.asks.as_deref());
        look("the rollout", rollout(verdict.rollout), vector.rollout.as_deref());
        look("the winner", winner(&verdict), Some(&vector.winner));
        let holds = verdict.holds.as_ref().map(|holds| {
            let rule = holds.rule.as_ref().map_or("-", RuleId::as_str);
            format!("{rule} {}", holds.since.as_unix())
        });
        let should_hold = vector.holds.as_deref().unwrap_or("");
        look("what is kept", holds.unwrap_or_default(), Some(should_hold));
        let seconds = |at: Option<countersign::time::Timestamp>| at.map(|at| at.as_unix());
        let changes_at = format!("{:?}", seconds(verdict.changes_at));
        look("the change", changes_at, Some(&format!("{:?}", vector.changes_at)));
        look("left", verdict.skips_left.to_string(), Some(&vector.skips_left.to_string()));
        look("lifted", verdict.lifts.to_string(), Some(&vector.lifts.to_string()));
        let max_age = format!("{:?}", verdict.max_age.map(|age| age.as_secs()));
        look("the age", max_age, Some(&format!("{:?}", vector.max_age)));
        let remember = verdict.remember.map(Remember::lasts);
        let remember = remember.map(|lasts| lasts.unwrap_or(Duration::ZERO).as_secs());
        let all = names(Methods::ALL);
        let accepts = vector.accepts.as_ref().unwrap_or(&all);
        look("what is accepted", names(verdict.methods), Some(accepts));
        let kept = verdict.holds.as_ref().and_then(|holds| holds.methods);
        let should_keep = vector.holds_accepts.as_ref().unwrap_or(&all);
        look("what is accepted later", names(kept.unwrap_or_default()), Some(should_keep));
        look("for devices", format!("{remember:?}"), Some(&format!("{:?}", vector.remember)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
