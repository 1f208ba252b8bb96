//! What the rules come to for one person at one moment.

use core::time::Duration;

use super::remember::Remember;
use super::requirement::Requirement;
use super::rollout::Rollout;
use super::rule::{Effect, Grace, Reach, Rule, RuleId};
use super::rules::Rules;
use super::setting::{Held, Own, OwnEffect};
use crate::subject::{Principal, Profile, SubjectId};
use crate::time::Timestamp;

/// What rules look at of a person.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub(super) subject: &'a SubjectId,
    who: Who<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Who<'a> {
    Here(&'a Principal),
    Known(&'a Profile),
}

impl<'a> Facts<'a> {
    /// Of somebody who is here.
    #[must_use]
    pub const fn of(principal: &'a Principal) -> Self {
        Self { subject: principal.subject(), who: Who::Here(principal) }
    }

    /// Of somebody who is not, as they were when they were seen last.
    #[must_use]
    pub const fn known(subject: &'a SubjectId, profile: &'a Profile) -> Self {
        Self { subject, who: Who::Known(profile) }
    }

    pub(super) fn roles(&self) -> impl Iterator<Item = &'a str> {
        let (here, known) = match self.who {
            Who::Here(principal) => (principal.roles(), &[][..]),
            Who::Known(profile) => (&[][..], profile.roles()),
        };
        here.iter().map(AsRef::as_ref).chain(known.iter().map(AsRef::as_ref))
    }

    pub(super) fn address(&self) -> Option<&'a str> {
        match self.who {
            Who::Here(principal) => principal.address().map(|email| &*email.address),
            Who::Known(profile) => profile.address(),
        }
    }

    /// When the session began, if the application says so.
    fn signed_in_at(&self) -> Option<Timestamp> {
        match self.who {
            Who::Here(principal) => principal.session_began(),
            Who::Known(_) => None,
        }
    }
}

/// What the record knows that rules depend on.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Known<'a> {
    /// An administrator's decision about the person.
    pub own: Option<&'a Own>,
    /// The requirement that has held for them.
    pub held: Option<&'a Held>,
    /// How often they said "not now".
    pub skips: u8,
    /// Whether they have an authenticator.
    pub enrolled: bool,
}

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
    /// How often the person may still say "not now".
    pub skips_left: u8,
    /// What the rule says about remembered devices.
    pub remember: Option<Remember>,
    /// How long ago a session may have shown its factor.
    pub max_age: Option<Duration>,
    /// Whether there is no second factor for this person at all.
    pub off: bool,
    /// What the record has to keep from now on.
    pub holds: Option<Held>,
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

/// What the rules come to.
pub(super) fn evaluate<'a>(
    rules: [&'a Rules; 2],
    facts: &Facts<'_>,
    known: &Known<'a>,
    now: Timestamp,
) -> Verdict<'a> {
    let mut best: Option<&Rule> = None;
    let mut next: Option<&Rule> = None;
    let mut change: Option<Timestamp> = None;
    for rules in rules {
        rules.about(facts, |rule| {
            if rule.holds_at(now) {
                if best.is_none_or(|best| beats(rule, best)) {
                    best = Some(rule);
                }
            } else {
                change = earlier(change, rule.begins());
                let is_first = next.is_none_or(|next| rule.begins() < next.begins());
                if rule.effect == Effect::Require && is_first {
                    next = Some(rule);
                }
            }
        });
    }
    let find = |id: &RuleId| rules.into_iter().find_map(|rules| rules.get(id));
    let won = winner(best, known, find, now);
    let announced = next.filter(|next| best.is_none_or(|best| beats(next, best)));
    verdict(won, announced, known, facts, change, now)
}

/// Who decides: see the table of this room.
fn winner<'a>(
    best: Option<&'a Rule>,
    known: &Known<'a>,
    find: impl Fn(&RuleId) -> Option<&'a Rule>,
    now: Timestamp,
) -> Won<'a> {
    match known.own {
        Some(own) if !matches!(own.effect, OwnEffect::Exempt { until } if until <= now) => {
            return Won::Own(own);
        }
        Some(_) | None => {}
    }
    if let Some(held) = known.held {
        let rule = held.rule.as_ref().map(&find);
        // A rule that is gone, or says something else now, was taken away by an administrator.
        let is_alive = match rule {
            None => true,
            Some(None) => false,
            Some(Some(rule)) => rule.effect == Effect::Require && rule.holds_at(now),
        };
        // So was a requirement by a newer decision of an administrator about such people.
        let is_lifted = best.is_some_and(|best| {
            best.effect != Effect::Require && best.made_at() > held.since
        });
        let requires = best.is_some_and(|best| best.effect == Effect::Require);
        if is_alive && !is_lifted && !requires {
            return Won::Held(held, rule.flatten());
        }
    }
    best.map_or(Won::Nobody, Won::Rule)
}

/// On one level the strictest wins, and of two that are as strict the one that leaves less time.
fn beats(rule: &Rule, other: &Rule) -> bool {
    let rank = |rule: &Rule| (rule.level(), rule.effect);
    (rank(rule), other.begins(), lenience(other), other.id())
        > (rank(other), rule.begins(), lenience(rule), rule.id())
}

fn lenience(rule: &Rule) -> (u64, u8) {
    match rule.grace {
        Grace::None => (0, 0),
        Grace::Until(until) => (until.as_unix(), 0),
        Grace::For(lasts) => (rule.begins().plus(lasts).as_unix(), 0),
        Grace::Skips(skips) => (u64::MAX, skips),
    }
}

fn verdict<'a>(
    won: Won<'a>,
    announced: Option<&Rule>,
    known: &Known<'a>,
    facts: &Facts<'_>,
    change: Option<Timestamp>,
    now: Timestamp,
) -> Verdict<'a> {
    let rule = match &won {
        Won::Rule(rule) | Won::Held(_, Some(rule)) => Some(*rule),
        Won::Nobody | Won::Own(_) | Won::Held(_, None) => None,
    };
    let exempt = known.own.and_then(|own| match own.effect {
        OwnEffect::Exempt { until } if now < until => Some(until),
        OwnEffect::Exempt { .. } | OwnEffect::Require(_) | OwnEffect::Release => None,
    });
    let (effect, grace, begins) = match &won {
        Won::Nobody => (Effect::Offer, Grace::None, now),
        Won::Rule(rule) => (rule.effect, rule.grace, rule.begins()),
        Won::Held(held, rule) => (Effect::Require, rule.map_or(Grace::None, |r| r.grace), held.since),
        Won::Own(own) => match own.effect {
            OwnEffect::Require(grace) => (Effect::Require, grace, own.at),
            OwnEffect::Release | OwnEffect::Exempt { .. } => (Effect::Offer, Grace::None, own.at),
        },
    };
    let required = effect == Effect::Require;
    let since = match known.held {
        Some(held) if required => held.since.max(begins).min(now),
        Some(_) | None => now.max(begins),
    };
    let (grace_ends, skips_left) = match grace {
        Grace::None => (Timestamp::EPOCH, 0),
        Grace::Until(until) => (until, 0),
        Grace::For(lasts) => (since.plus(lasts), 0),
        Grace::Skips(skips) => (Timestamp::EPOCH, skips.saturating_sub(known.skips)),
    };
    let too_new = rule.is_some_and(|rule| {
        rule.reach == Reach::NextSignIn
            && facts.signed_in_at().is_some_and(|began| began < rule.begins())
    });
    let requirement = match (exempt, effect) {
        (Some(_), _) | (None, Effect::Off) => Requirement::Nothing,
        (None, Effect::Require) if !too_new => Requirement::Always { grace_ends },
        (None, Effect::Require | Effect::Offer) => Requirement::IfEnrolled,
    };
    let must_since = since.max(grace_ends);
    let rollout = Rollout::of(exempt, effect, known.enrolled, announced.map(Rule::begins))
        .unwrap_or_else(|| Rollout::required(grace_ends, skips_left, must_since, now));
    let changes_at = [exempt, rollout.changes_at(must_since)].into_iter().flatten();
    let changes_at = changes_at.fold(change, earlier);
    let holds = required.then(|| Held::new(rule.map(|rule| rule.id.clone()), since));
    let holds = holds.filter(|holds| match (&won, known.held) {
        (Won::Rule(_), Some(held)) => held.rule != holds.rule && is_gone(held, &won),
        (Won::Rule(_), None) => true,
        (Won::Nobody | Won::Own(_) | Won::Held(..), _) => false,
    });
    Verdict {
        requirement,
        rollout,
        changes_at,
        skips_left: if required { skips_left } else { 0 },
        remember: rule.and_then(|rule| rule.remember),
        max_age: rule.and_then(|rule| rule.max_age),
        off: exempt.is_none() && effect == Effect::Off,
        holds,
        won,
    }
}

/// Whether what was held before no longer says anything: another rule takes its place.
fn is_gone(held: &Held, won: &Won<'_>) -> bool {
    // A rule that still stands is kept: it is the older hold, and leaving it must be no way out.
    matches!(won, Won::Rule(rule) if held.rule.as_ref().is_some_and(|id| *id != rule.id))
}

fn earlier(one: Option<Timestamp>, other: Timestamp) -> Option<Timestamp> {
    Some(one.map_or(other, |one| one.min(other)))
}
