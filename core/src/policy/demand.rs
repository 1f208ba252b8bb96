//! How much a requirement asks of one person at one moment, so that two can be told apart.

use super::facts::{Facts, Known};
use super::rule::{Effect, Grace, Reach, Rule};
use super::setting::Held;
use crate::time::Timestamp;

/// One person at one moment.
#[derive(Clone, Copy)]
pub(super) struct Moment<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) known: &'a Known<'a>,
    pub(super) now: Timestamp,
}

/// How much a requirement asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand {
    /// Since when it has held for the person.
    pub(super) since: Timestamp,
    /// Until when it may be put off; a moment in the past, if it may not.
    pub(super) ends: Timestamp,
    /// How often it may still be put off.
    pub(super) skips: u8,
    /// Whether it has come to this session yet.
    pub(super) reached: bool,
}

impl Moment<'_> {
    /// What a rule asks.
    pub(super) fn asks(&self, rule: &Rule) -> Demand {
        let begins = rule.begins();
        // It holds for as long as any requirement has: whoever comes from one rule under another has
        // no more time than those who have been under it.
        let since = self.known.held.map_or_else(|| self.unheld(rule), |held| held.since);
        let waits = rule.reaches() == Reach::NextSignIn
            && self.facts.signed_in_at().is_some_and(|began| began < begins);
        Demand { reached: !waits, ..self.with(rule.grace_given(), since.max(begins).min(self.now)) }
    }

    /// Since when a requirement counts for somebody for whom it is not yet written down as one that
    /// holds. Who is here begins now. Who has not come back since it began is behind since then, but
    /// time that is given from one's return on has not begun to run.
    fn unheld(&self, rule: &Rule) -> Timestamp {
        let begins = rule.begins();
        let runs = matches!(rule.grace_given(), Grace::For(_)) || begins == Timestamp::EPOCH;
        if self.facts.is_here() || runs { self.now } else { begins }
    }

    /// What a requirement that has held goes on to ask.
    pub(super) fn goes_on(&self, held: &Held, rule: Option<&Rule>) -> Demand {
        rule.map_or_else(|| self.with(held.grace, held.since.min(self.now)), |rule| self.asks(rule))
    }

    /// What a requirement with this grace asks that began to hold at that time.
    pub(super) fn with(&self, grace: Grace, since: Timestamp) -> Demand {
        let (ends, skips) = match grace {
            Grace::None => (Timestamp::EPOCH, 0),
            Grace::Until(until) => (until, 0),
            Grace::For(lasts) => (since.plus(lasts), 0),
            Grace::Skips(skips) => (Timestamp::EPOCH, skips.saturating_sub(self.known.skips)),
        };
        Demand { since, ends, skips, reached: true }
    }

    /// The closer one wins; on one level the stricter, of two requirements the one that leaves less
    /// time, then the one that began earlier.
    pub(super) fn beats(&self, rule: &Rule, other: &Rule) -> bool {
        let rank = |rule: &Rule| (rule.level(), rule.effect());
        let leaves = |rule: &Rule| match rule.effect() {
            Effect::Require => self.asks(rule).leaves(),
            Effect::Off | Effect::Offer => (Timestamp::EPOCH, 0),
        };
        match rank(rule).cmp(&rank(other)) {
            core::cmp::Ordering::Greater => true,
            core::cmp::Ordering::Less => false,
            core::cmp::Ordering::Equal => {
                (leaves(rule), rule.begins(), rule.id())
                    < (leaves(other), other.begins(), other.id())
            }
        }
    }
}

impl Demand {
    /// How much time it leaves. Whoever may put it off so many times may never come back, so that is
    /// more than any time.
    fn leaves(&self) -> (Timestamp, u8) {
        if self.skips == 0 { (self.ends, 0) } else { (Timestamp::from_unix(u64::MAX), self.skips) }
    }

    /// Whether it asks for as much as another one in every respect.
    pub(super) fn is_no_milder_than(&self, other: &Self, now: Timestamp) -> bool {
        let ends = |demand: &Self| if demand.ends <= now { Timestamp::EPOCH } else { demand.ends };
        self.reached >= other.reached && ends(self) <= ends(other) && self.skips <= other.skips
    }

    /// From when on it can no longer be put off.
    pub(super) fn is_due(&self) -> Option<Timestamp> {
        (self.skips == 0).then(|| self.since.max(self.ends))
    }
}
