//! Deciding about a person, and resetting them.

use countersign::flow::{Administrator, Denied};
use countersign::policy::{Grace, OwnEffect};
use countersign::subject::SubjectId;
use http::StatusCode;

use super::dates::{Edge, moment};
use super::route::Decision;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::problem::Problem;

/// How often an activation may be put off at the most.
pub(crate) const MOST_SKIPS: u8 = 100;

impl Decision {
    /// The form, and what the page says after it.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Require => ("require", "required"),
            Self::Release => ("release", "released"),
            Self::Exempt => ("exempt", "exempted"),
            Self::FollowRules => ("follow-rules", "follows-rules"),
        }
    }
}

impl Call<'_> {
    pub(crate) async fn decide(
        &self,
        who: &Administrator<'_>,
        key: &str,
        decision: Decision,
    ) -> Answered {
        let (form, done) = decision.names();
        if !who.permissions().may_enforce() {
            return Err(Stop::Denied(Denied::Forbidden));
        }
        if self.is_own(who, key) {
            return Err(own_account(self.back.clone()));
        }
        let effect = match self.effect(decision) {
            Ok(effect) => effect,
            Err(field) => return self.person_page(who, key, Some((form, field))).await,
        };
        let why = self.form.one("reason").unwrap_or_default();
        let second_factor = self.web.second_factor();
        let decided = second_factor.decide_about(who, self.tenant(), key, effect, why).await?;
        self.after(who, key, decided, (form, done)).await
    }

    pub(crate) async fn reset(&self, who: &Administrator<'_>, key: &str) -> Answered {
        if !who.permissions().may_reset() {
            return Err(Stop::Denied(Denied::Forbidden));
        }
        if self.is_own(who, key) {
            return Err(own_account(self.back.clone()));
        }
        let why = self.form.one("reason").unwrap_or_default();
        let reset = self.web.second_factor().reset(who, self.tenant(), key, why).await?;
        self.after(who, key, reset, ("reset", "reset")).await
    }

    async fn after(
        &self,
        who: &Administrator<'_>,
        key: &str,
        done: Result<(), Denied>,
        (form, notice): (&'static str, &'static str),
    ) -> Answered {
        match done {
            Ok(()) => Ok(match self.client {
                Client::Person => self.go(&self.person_href(key, &[("done", notice)])),
                Client::Program => self.go(&self.back),
            }),
            Err(Denied::Malformed(field)) => self.person_page(who, key, Some((form, field))).await,
            Err(denied) => Err(Stop::Denied(denied)),
        }
    }

    fn is_own(&self, who: &Administrator<'_>, key: &str) -> bool {
        let own = who.principal().subject();
        *own == SubjectId::of_tenant(self.tenant().unwrap_or(own.tenant()), key)
    }

    /// What the form decides, or the field that cannot be.
    fn effect(&self, decision: Decision) -> Result<Option<OwnEffect>, &'static str> {
        Ok(match decision {
            Decision::Require => Some(OwnEffect::Require(self.grace_given()?)),
            Decision::Release => Some(OwnEffect::Release),
            Decision::Exempt => {
                let given = self.form.one_or_number("until").unwrap_or_default();
                let until = moment(&given, Edge::Last).ok_or("until")?;
                Some(OwnEffect::Exempt { until })
            }
            Decision::FollowRules => None,
        })
    }

    fn grace_given(&self) -> Result<Grace, &'static str> {
        match self.form.one("grace").unwrap_or_default() {
            "none" | "" => Ok(Grace::None),
            "until" => self.grace_until(),
            "skips" => self.grace_skips(),
            _ => Err("grace"),
        }
    }

    pub(crate) fn grace_until(&self) -> Result<Grace, &'static str> {
        let given = self.form.one_or_number("until").unwrap_or_default();
        let until = moment(&given, Edge::Last).filter(|until| *until > self.now());
        until.map(Grace::Until).ok_or("until")
    }

    pub(crate) fn grace_skips(&self) -> Result<Grace, &'static str> {
        let given = self.form.one_or_number("skips").unwrap_or_default();
        let skips = given.trim().parse().ok().filter(|skips| (1..=MOST_SKIPS).contains(skips));
        skips.map(Grace::Skips).ok_or("skips")
    }
}

/// Nobody decides about themselves.
fn own_account(back: String) -> Stop {
    Stop::from(
        Problem::new(
            StatusCode::FORBIDDEN,
            "own_account",
            "problem-own-account",
            "problem-own-account-detail",
        )
        .action(back, "problem-action-back"),
    )
}
