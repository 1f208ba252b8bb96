//! The table at the head of `countersign::policy` once more, by plain loops over plain data. It shares
//! nothing with the library but the words of the answer.

use countersign::authenticator::Method;
use countersign::policy::{Effect, Requirement, Rollout};

use crate::model::{About, Decision, METHODS, Person, PlainHeld, PlainRule, Time, at};

const TWO_WEEKS: u64 = 14 * 86_400;

#[derive(Debug, PartialEq)]
pub(crate) enum Winner {
    Nobody,
    Rule(String),
    Own,
    Held(Option<String>),
}

#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) winner: Winner,
    pub(crate) requirement: Requirement,
    pub(crate) rollout: Rollout,
    pub(crate) skips_left: u8,
    pub(crate) max_age: Option<u64>,
    pub(crate) off: bool,
    pub(crate) lifts: bool,
    pub(crate) keeps: bool,
    /// By which rule, since when, and what is refused besides what it refuses.
    pub(crate) holds: Option<(String, u64, Vec<Method>)>,
    pub(crate) accepts: Vec<Method>,
    pub(crate) requires: bool,
}

/// What a requirement comes to for the person.
#[derive(Clone, Copy)]
struct Asked {
    since: u64,
    until: u64,
    skips: u8,
    waits: bool,
}

fn spelled(address: &str) -> String {
    address.to_lowercase().trim_end_matches('.').to_owned()
}

fn is_about(rule: &PlainRule, person: &Person) -> bool {
    let address = person.address.as_deref().map(spelled);
    let domain = address.as_deref().and_then(|a| Some(a.rsplit_once('@')?.1.to_owned()));
    match &rule.about {
        About::Everyone => true,
        About::User(key) => *key == person.key,
        About::Role(role) => person.roles.contains(role),
        About::Domain(name) => domain == Some(spelled(name)),
        About::Below(name) => domain.is_some_and(|domain| {
            domain == spelled(name) || domain.ends_with(&format!(".{}", spelled(name)))
        }),
        About::Address(one) => address == Some(spelled(one)),
        About::List(list) => list.iter().any(|one| address.as_ref() == Some(&spelled(one))),
    }
}

fn level(rule: &PlainRule) -> u8 {
    match (&rule.about, rule.made) {
        (About::User(_), _) => 6,
        (About::Role(_), _) => 5,
        (About::Address(_) | About::List(_), _) => 4,
        (About::Domain(_) | About::Below(_), _) => 3,
        (About::Everyone, Some(_)) => 2,
        (About::Everyone, None) => 1,
    }
}

fn strictness(effect: Effect) -> u8 {
    match effect {
        Effect::Off => 0,
        Effect::Offer => 1,
        Effect::Require => 2,
    }
}

fn begins(rule: &PlainRule) -> u64 {
    rule.from.unwrap_or(0).max(rule.made.unwrap_or(0))
}

fn with(time: Time, since: u64, waits: bool, person: &Person) -> Asked {
    let (until, skips) = match time {
        Time::None => (0, 0),
        Time::Until(until) => (until, 0),
        Time::For(lasts) => (since + lasts, 0),
        Time::Skips(skips) => (0, skips.saturating_sub(person.skips)),
    };
    Asked { since, until, skips, waits }
}

fn asked(rule: &PlainRule, person: &Person, now: u64) -> Asked {
    let held = person.held.as_ref().map_or(now, |held| held.since);
    let since = held.max(begins(rule)).min(now);
    let waits = rule.next_sign_in && person.signed_in.is_some_and(|began| began < begins(rule));
    with(rule.time, since, waits, person)
}

fn time_left(rule: &PlainRule, person: &Person, now: u64) -> (u64, u8) {
    if rule.effect != Effect::Require {
        return (0, 0);
    }
    let asked = asked(rule, person, now);
    if asked.skips > 0 { (u64::MAX, asked.skips) } else { (asked.until, 0) }
}

/// The rule that decides, if only rules decide.
fn decides<'a>(about: &[&'a PlainRule], person: &Person, now: u64) -> Option<&'a PlainRule> {
    let mut there: Vec<&PlainRule> =
        about.iter().copied().filter(|rule| begins(rule) <= now).collect();
    there.sort_by(|one, other| {
        level(other)
            .cmp(&level(one))
            .then(strictness(other.effect).cmp(&strictness(one.effect)))
            .then(time_left(one, person, now).cmp(&time_left(other, person, now)))
            .then(begins(one).cmp(&begins(other)))
            .then(one.id.cmp(&other.id))
    });
    there.first().copied()
}

/// Whether one asks for as much as the other, in every respect.
fn is_as_strict(one: &Asked, other: &Asked, now: u64) -> bool {
    let until_is = one.until <= now || one.until <= other.until;
    until_is && one.skips <= other.skips && (!one.waits || other.waits)
}

/// What is left if these are refused. An app is a way for those to whom no mail may go.
pub(crate) fn accepted(refused: &[Method]) -> Vec<Method> {
    let refuses = |method: Method| refused.contains(&method);
    let is_left = |method: &Method| match method {
        Method::Totp => !refuses(Method::Totp) || refuses(Method::Email),
        Method::Recovery | Method::Email => !refuses(*method),
    };
    METHODS.into_iter().filter(is_left).collect()
}

fn is_newer(rule: &PlainRule, person: &Person, than: u64) -> bool {
    rule.made.is_some_and(|made| made > than && person.changed.is_none_or(|changed| made > changed))
}

pub(crate) fn answer(rules: &[PlainRule], person: &Person, now: u64) -> Answer {
    let mut answer = without_what_is_to_come(rules, person, now);
    if answer.rollout == Rollout::NotRequired && answer.winner != Winner::Own {
        // As it would be at each moment at which any rule begins, if nothing else happened than that
        // what is lifted now is gone.
        let mut person = person.clone();
        person.held.take_if(|_| answer.lifts);
        let mut moments: Vec<u64> =
            rules.iter().map(begins).filter(|begins| *begins > now).collect();
        moments.sort_unstable();
        let requires = |moment: &u64| without_what_is_to_come(rules, &person, *moment).requires;
        if let Some(from) = moments.into_iter().find(requires) {
            answer.rollout = Rollout::Announced { from: at(from) };
        }
    }
    answer
}

fn without_what_is_to_come(rules: &[PlainRule], person: &Person, now: u64) -> Answer {
    let about: Vec<&PlainRule> = rules.iter().filter(|rule| is_about(rule, person)).collect();
    let best = decides(&about, person, now);

    // What has held, if its rule is still there and says so.
    let mut floor: Option<(&PlainHeld, Option<&PlainRule>, Asked)> = None;
    if let Some(held) = &person.held {
        match &held.rule {
            None => floor = Some((held, None, with(held.time, held.since.min(now), false, person))),
            Some(id) => {
                for rule in rules {
                    if rule.id == *id && rule.effect == Effect::Require && begins(rule) <= now {
                        floor = Some((held, Some(rule), asked(rule, person, now)));
                    }
                }
            }
        }
    }
    let mut lifted = false;
    if let (Some((held, ..)), Some(best)) = (floor, best)
        && is_newer(best, person, held.since)
    {
        floor = None;
        lifted = best.effect != Effect::Require;
    }

    let own = person.own.as_ref().filter(|(decision, _)| match decision {
        Decision::Exempt(until) => now < *until,
        Decision::Require(_) | Decision::Release => true,
    });
    let none = with(Time::None, now, false, person);
    let (winner, effect, mine, rule) = match (own, floor, best) {
        (Some((Decision::Require(time), made)), ..) => {
            (Winner::Own, Effect::Require, with(*time, (*made).min(now), false, person), None)
        }
        (Some(_), ..) => (Winner::Own, Effect::Offer, none, None),
        (None, Some((_, _, under)), Some(best))
            if best.effect == Effect::Require
                && is_as_strict(&asked(best, person, now), &under, now) =>
        {
            let mine = asked(best, person, now);
            (Winner::Rule(best.id.clone()), Effect::Require, mine, Some(best))
        }
        (None, Some((_, rule, under)), _) => {
            (Winner::Held(rule.map(|rule| rule.id.clone())), Effect::Require, under, rule)
        }
        (None, None, Some(best)) => {
            let mine = asked(best, person, now);
            (Winner::Rule(best.id.clone()), best.effect, mine, Some(best))
        }
        (None, None, None) => (Winner::Nobody, Effect::Offer, none, None),
    };
    let mut keeps = false;
    let mut effect = effect;
    if let (Effect::Off, Some(kept), Some(rule), true) =
        (effect, person.kept, rule, person.enrolled)
        && !is_newer(rule, person, kept)
    {
        (effect, keeps) = (Effect::Offer, true);
    }

    let decided_by_rule = matches!(winner, Winner::Rule(_));
    let mut until = mine.until;
    let mut due = if mine.skips == 0 { Some(mine.since.max(mine.until)) } else { None };
    if let (true, Some((_, _, under))) = (decided_by_rule, floor) {
        until = until.min(under.until);
        if under.skips == 0 {
            let before = under.since.max(under.until);
            due = Some(due.map_or(before, |due| due.min(before)));
        }
    }
    let due = due.unwrap_or(mine.since);

    let exempt = own.and_then(|(decision, _)| match decision {
        Decision::Exempt(until) => Some(*until),
        Decision::Require(_) | Decision::Release => None,
    });
    let requirement = if exempt.is_some() || effect == Effect::Off {
        Requirement::Nothing
    } else if effect == Effect::Require && !mine.waits {
        Requirement::Always { grace_ends: at(until) }
    } else {
        Requirement::IfEnrolled
    };
    let rollout = if let Some(until) = exempt {
        Rollout::Exempt { until: at(until) }
    } else if effect == Effect::Off {
        Rollout::Off
    } else if person.enrolled {
        Rollout::Active
    } else if effect == Effect::Require {
        if now < until {
            Rollout::Grace { until: at(until) }
        } else if mine.skips > 0 {
            Rollout::Skips { left: mine.skips }
        } else if now < due + TWO_WEEKS {
            Rollout::MustActivate { since: at(due) }
        } else {
            Rollout::Overdue { since: at(due) }
        }
    } else {
        Rollout::NotRequired
    };

    // Nothing is accepted that what has held refuses, and nothing that is refused now.
    let mut before: Vec<Method> = Vec::new();
    if let Some((held, rule, _)) = floor {
        before.extend(&held.refuses);
        before.extend(rule.into_iter().flat_map(|rule| &rule.refuses));
    }
    let mut refused = Vec::new();
    match winner {
        Winner::Nobody | Winner::Own => {}
        Winner::Rule(_) => refused.extend(best.into_iter().flat_map(|best| &best.refuses)),
        Winner::Held(_) => {
            let best = best.filter(|best| best.effect == Effect::Require);
            refused.extend(best.into_iter().flat_map(|best| &best.refuses));
        }
    }
    if !matches!(winner, Winner::Nobody | Winner::Own) {
        refused.extend(&before);
    }

    let holds = rule.filter(|rule| {
        let is_kept = person.held.as_ref().is_some_and(|held| held.rule.as_ref() == Some(&rule.id));
        let new = accepted(&rule.refuses);
        let accepts_less = accepted(&before).iter().all(|method| new.contains(method));
        let enough =
            floor.is_some_and(|(_, _, under)| is_as_strict(&under, &mine, now)) && accepts_less;
        decided_by_rule && effect == Effect::Require && !mine.waits && !is_kept && !enough
    });
    Answer {
        requirement,
        rollout,
        skips_left: if effect == Effect::Require { mine.skips } else { 0 },
        max_age: rule.and_then(|rule| rule.max_age),
        off: exempt.is_none() && effect == Effect::Off,
        lifts: lifted && decided_by_rule,
        keeps,
        holds: holds.map(|rule| (rule.id.clone(), mine.since, accepted(&before))),
        accepts: accepted(&refused),
        requires: effect == Effect::Require,
        winner,
    }
}
