//! What the rules come to for one person at one moment.
//!
//! A requirement that has held is a floor. The rule that decides may ask for more: at once instead of
//! in a week, once instead of three times. It never asks for less, as long as the rule that has held
//! is there and no administrator has made a newer one about the person as they are now. A method has to
//! be accepted by both. How long ago a factor may have been shown, and which devices are remembered, is
//! what the deciding rule says.

use core::time::Duration;
use std::collections::BTreeSet;

use super::demand::{Demand, Moment};
use super::facts::{Facts, Known};
use super::remember::Remember;
use super::requirement::Requirement;
use super::rollout::Rollout;
use super::rule::{Author, Effect, Grace, Rule};
use super::rules::Rules;
use super::setting::{Held, Own, OwnEffect};
use crate::authenticator::Methods;
use crate::time::Timestamp;

/// What decided.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "an explanation has words for each")]
pub enum Won<'a> {
    /// Nothing is said: a second factor is offered.
    Nobody,
    /// A rule.
    Rule(&'a Rule),
    /// An administrator's decision about the person.
    Own(&'a Own),
    /// A requirement that has held before, and its rule if that is still here.
    Held(&'a Held, Option<&'a Rule>),
}

/// What the rules come to for one person at one moment.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Verdict<'a> {
    /// What decided.
    pub won: Won<'a>,
    /// What is asked for.
    pub requirement: Requirement,
    /// Where the person is on the way to a second factor.
    pub rollout: Rollout,
    /// When this will be otherwise by itself, if it will.
    pub changes_at: Option<Timestamp>,
    /// How it may be put off, if it may.
    pub grace: Grace,
    /// How often the person may still say "not now".
    pub skips_left: u8,
    /// What the rule says about remembered devices.
    pub remember: Option<Remember>,
    /// How long ago a session may have shown its factor.
    pub max_age: Option<Duration>,
    /// Which methods are accepted.
    pub methods: Methods,
    /// Whether there is no second factor for this person at all.
    pub off: bool,
    /// What the record has to keep from now on.
    pub holds: Option<Held>,
    /// Whether an administrator has lifted what the record keeps, so that it can go.
    pub lifts: bool,
    /// Whether the person is asked for what they have although there would be no second factor for
    /// them, because they became such a person by themselves.
    pub keeps: bool,
}

impl Verdict<'_> {
    /// The reason that was given, if one was.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        let reason = match &self.won {
            Won::Nobody => "",
            Won::Rule(rule) | Won::Held(_, Some(rule)) => rule.reason(),
            Won::Own(own) => &own.reason,
            Won::Held(_, None) => "",
        };
        (!reason.is_empty()).then_some(reason)
    }
}

/// A requirement that has held and goes on to, and its rule if that is known here.
#[derive(Clone, Copy)]
struct Floor<'a> {
    held: &'a Held,
    rule: Option<&'a Rule>,
    asks: Demand,
    methods: Methods,
}

/// What the rules come to.
pub(super) fn evaluate<'a>(
    rules: [&'a Rules; 2],
    facts: &Facts<'_>,
    known: &Known<'a>,
    now: Timestamp,
) -> Verdict<'a> {
    let moment = Moment { facts, known, now };
    let mut best: Option<&'a Rule> = None;
    let mut coming: Vec<&'a Rule> = Vec::new();
    for rules in rules {
        rules.about(facts, |rule| {
            if !rule.holds_at(now) {
                coming.push(rule);
            } else if best.is_none_or(|best| moment.beats(rule, best)) {
                best = Some(rule);
            }
        });
    }
    let held_rule = known.held.and_then(|held| held_rule(rules, held));
    let standing = known.held.and_then(|held| floor(held, held_rule, &moment));
    // An administrator has spoken about such people since: what held before is over.
    let is_over = match (standing, best) {
        (Some(floor), Some(best)) => is_newer(best, known, floor.held.since),
        (Some(_) | None, None) | (None, Some(_)) => false,
    };
    let floor = standing.filter(|_| !is_over);
    let exempt = known.own.and_then(|own| match own.effect {
        OwnEffect::Exempt { until } if now < until => Some(until),
        OwnEffect::Exempt { .. } | OwnEffect::Require(_) | OwnEffect::Release => None,
    });
    let won = winner(best, floor, known, &moment);
    let rule = match &won {
        Won::Rule(rule) | Won::Held(_, Some(rule)) => Some(*rule),
        Won::Nobody | Won::Own(_) | Won::Held(_, None) => None,
    };
    let effect = effect(&won, known);
    let (grace, asks) = match &won {
        Won::Own(own) => (own.grace(), moment.with(own.grace(), own.at.min(now))),
        Won::Held(held, None) => (held.grace, moment.goes_on(held, None)),
        Won::Rule(rule) | Won::Held(_, Some(rule)) => (rule.grace_given(), moment.asks(rule)),
        Won::Nobody => (Grace::None, moment.with(Grace::None, now)),
    };
    // As far as the floor is concerned, the same was due before.
    let below = floor.map(|floor| floor.asks).filter(|_| matches!(won, Won::Rule(_)));
    let grace_ends = below.map_or(asks.ends, |below| below.ends.min(asks.ends));
    let due = [asks.is_due(), below.and_then(|below| below.is_due())];
    let due = due.into_iter().flatten().min().unwrap_or(asks.since);
    let requirement = match (exempt, effect) {
        (Some(_), _) | (None, Effect::Off) => Requirement::Nothing,
        (None, Effect::Require) if asks.reached => Requirement::Always { grace_ends },
        (None, Effect::Require | Effect::Offer) => Requirement::IfEnrolled,
    };
    let is_offered = effect == Effect::Offer && !matches!(won, Won::Own(_));
    let waits = known.held.zip(held_rule).filter(|(_, rule)| !rule.holds_at(now));
    let announced = if is_offered { announced(best, &coming, waits, &moment) } else { None };
    let rollout = Rollout::of(exempt, effect, known.enrolled, announced)
        .unwrap_or_else(|| Rollout::required(grace_ends, asks.skips, due, now));
    let changes_at = match (&won, exempt) {
        (Won::Own(_), until) => until,
        (Won::Nobody | Won::Rule(_) | Won::Held(..), _) => {
            coming.iter().copied().chain(waits.map(|(_, rule)| rule)).map(Rule::begins).min()
        }
    };
    // A milder rule takes over from the floor when its own time is up.
    let takes_over = best.filter(|best| floor.is_some() && best.effect == Effect::Require);
    let takes_over = takes_over.map(|best| moment.asks(best).ends).filter(|ends| *ends > now);
    let changes_at = [changes_at, takes_over, rollout.changes_at(due)].into_iter().flatten().min();
    let is_required = effect == Effect::Require;
    Verdict {
        requirement,
        rollout,
        changes_at,
        grace,
        skips_left: if is_required { asks.skips } else { 0 },
        remember: rule.and_then(|rule| rule.remember),
        max_age: rule.and_then(|rule| rule.max_age),
        methods: accepted(&won, best, floor),
        off: exempt.is_none() && effect == Effect::Off,
        holds: holds(&won, asks, known.held, floor, now),
        keeps: effect == Effect::Offer
            && matches!(&won, Won::Rule(rule) if rule.effect == Effect::Off),
        lifts: is_over && matches!(&won, Won::Rule(rule) if rule.effect != Effect::Require),
        won,
    }
}

/// The rule that has held, as far as it is there and still requires something. What is gone, or says
/// something else now, was taken away by whoever makes the rules.
fn held_rule<'a>(rules: [&'a Rules; 2], held: &Held) -> Option<&'a Rule> {
    let id = held.rule.as_ref()?;
    let rule = rules.into_iter().find_map(|rules| rules.get(id));
    rule.filter(|rule| rule.effect == Effect::Require)
}

/// The requirement that has held, if it goes on to.
fn floor<'a>(held: &'a Held, rule: Option<&'a Rule>, moment: &Moment<'_>) -> Option<Floor<'a>> {
    let goes_on = match rule {
        None => held.rule.is_none(),
        Some(rule) => rule.holds_at(moment.now),
    };
    let methods = rule.map_or(Methods::ALL, |rule| rule.methods);
    let methods = held.methods.map_or(methods, |elsewhere| elsewhere.and(methods));
    goes_on.then(|| Floor { held, rule, asks: moment.goes_on(held, rule), methods })
}

/// Which methods are accepted: no more than by what has held, and no more than by the rule that
/// requires something now. An administrator's decision about the person asks for any.
fn accepted(won: &Won<'_>, best: Option<&Rule>, floor: Option<Floor<'_>>) -> Methods {
    let requires = best.filter(|best| best.effect == Effect::Require);
    let under = floor.map_or(Methods::ALL, |floor| floor.methods);
    match won {
        Won::Nobody | Won::Own(_) => Methods::ALL,
        Won::Rule(rule) => rule.methods.and(under),
        Won::Held(..) => requires.map_or(under, |rule| rule.methods.and(under)),
    }
}

/// Who decides: see the table of this room.
fn winner<'a>(
    best: Option<&'a Rule>,
    floor: Option<Floor<'a>>,
    known: &Known<'a>,
    moment: &Moment<'_>,
) -> Won<'a> {
    match (known.own, floor, best) {
        (Some(own), ..) if own.is_in_force(moment.now) => Won::Own(own),
        (_, Some(floor), Some(best))
            if best.effect == Effect::Require
                && moment.asks(best).is_no_milder_than(&floor.asks, moment.now) =>
        {
            Won::Rule(best)
        }
        (_, Some(floor), _) => Won::Held(floor.held, floor.rule),
        (_, None, Some(best)) => Won::Rule(best),
        (_, None, None) => Won::Nobody,
    }
}

/// What that comes to. Whoever has a factor and has become somebody for whom there is none goes on to
/// be asked for it.
fn effect(won: &Won<'_>, known: &Known<'_>) -> Effect {
    match won {
        Won::Nobody => Effect::Offer,
        Won::Held(..) => Effect::Require,
        Won::Own(own) => match own.effect {
            OwnEffect::Require(_) => Effect::Require,
            OwnEffect::Release | OwnEffect::Exempt { .. } => Effect::Offer,
        },
        Won::Rule(rule) => match (rule.effect, known.kept) {
            (Effect::Off, Some(kept)) if known.enrolled && !is_newer(rule, known, kept) => {
                Effect::Offer
            }
            (effect, _) => effect,
        },
    }
}

/// Whether an administrator made a rule about the person, as they are now, after `moment`.
fn is_newer(rule: &Rule, known: &Known<'_>, moment: Timestamp) -> bool {
    match rule.author {
        Author::Administrator { at, .. } => known.was_made_after(moment, at),
        Author::Code => false,
    }
}

/// When the first of the rules that are to come requires what is only offered now. `waits` is what has
/// held, if its rule was put off.
fn announced(
    best: Option<&Rule>,
    coming: &[&Rule],
    waits: Option<(&Held, &Rule)>,
    moment: &Moment<'_>,
) -> Option<Timestamp> {
    let begins = coming.iter().copied().chain(waits.map(|(_, rule)| rule)).map(Rule::begins);
    let begins: BTreeSet<Timestamp> = begins.collect();
    begins.into_iter().find(|then| {
        let there = coming.iter().copied().filter(|rule| rule.begins() <= *then).chain(best);
        let decides = there.reduce(|one, other| if moment.beats(other, one) { other } else { one });
        match (decides, waits.filter(|(_, rule)| rule.begins() <= *then)) {
            (Some(decides), _) if decides.effect == Effect::Require => true,
            (Some(decides), Some((held, _))) => !is_newer(decides, moment.known, held.since),
            (None, Some(_)) => true,
            (Some(_) | None, None) => false,
        }
    })
}

/// What the record has to keep: the first requirement that holds, and then the strictest. Which methods
/// were accepted before it comes along.
fn holds(
    won: &Won<'_>,
    asks: Demand,
    held: Option<&Held>,
    floor: Option<Floor<'_>>,
    now: Timestamp,
) -> Option<Held> {
    let Won::Rule(rule) = won else { return None };
    // Who is not reached yet is not held either.
    if rule.effect != Effect::Require || !asks.reached {
        return None;
    }
    let is_known = held.is_some_and(|held| held.rule.as_ref() == Some(&rule.id));
    let is_enough = floor.is_some_and(|floor| {
        floor.asks.is_no_milder_than(&asks, now) && floor.methods.is_within(rule.methods)
    });
    let under = floor.map_or(Methods::ALL, |floor| floor.methods);
    let holds = Held::new(Some(rule.id.clone()), asks.since).with_grace(rule.grace);
    let holds = holds.accepting(under);
    (!is_known && !is_enough).then_some(holds)
}
