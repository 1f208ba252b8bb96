//! What a journey may set about the site it is played at.

use core::time::Duration;
use std::collections::BTreeMap;

use countersign::authenticator::{Methods, TotpWindow};
use countersign::flow::Remember;
use countersign::policy::{Effect, Grace, Policy, Reach, Rule, SignInKind, Whom};
use countersign::time::Timestamp;
use serde::Deserialize;

use crate::step::duration;

/// What a journey sets. A journey that sets nothing can be played at a running site as well.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Settings {
    /// Everybody must have a second factor, not only `acme.example`.
    pub everyone: bool,
    /// For how many seconds devices are remembered; 0: they are not.
    pub remember: Option<u64>,
    /// The box is ticked when the page is shown.
    pub ticked: bool,
    /// The clock of an app may not run ahead.
    pub strict: bool,
    /// How long ago a factor may have been shown for a change of the set-up, in seconds.
    pub manage_max_age: Option<u64>,
    /// Where the pages are.
    pub mount: Option<String>,
    /// Messages that the application brings, by the tag of their language.
    pub messages: BTreeMap<String, String>,
    /// Rules in code, in place of the one about `acme.example`.
    pub rules: Option<Vec<RuleSetting>>,
}

/// A rule in code. Times are counted from when the stage opens: `7d`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RuleSetting {
    /// `everyone`, `role editor`, `domain acme.example`, `below acme.example`, `address a@b.example`.
    pub whom: String,
    /// `require`, `offer` or `off`.
    pub effect: String,
    /// From then on.
    pub from: Option<String>,
    /// `until 7d`, `for 7d`, `skips 2`.
    pub grace: Option<String>,
    /// It waits for the next sign-in.
    pub next_sign_in: bool,
    /// For how long devices are remembered, in seconds; 0: they are not.
    pub remember: Option<u64>,
    /// How long ago a factor may have been shown, in seconds.
    pub max_age: Option<u64>,
    /// Recovery codes are not accepted.
    pub no_recovery_codes: bool,
    /// Why.
    pub reason: String,
}

/// What is broken.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a journey names each")]
pub enum Trouble {
    /// Nothing.
    #[default]
    None,
    /// The store cannot be reached.
    StoreGone,
    /// The store reads, and cannot write.
    StoreReadOnly,
    /// What the store holds is no record.
    StoreCorrupt,
    /// The application cannot tell who is signed in.
    FirstFactor,
}

impl Settings {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn policy(&self, begin: Timestamp) -> Result<Policy, String> {
        if let Some(rules) = &self.rules {
            let mut policy = Policy::offered();
            for rule in rules {
                policy = policy.rule(rule.rule(begin)?);
            }
            let policy = policy.exempt(SignInKind::SingleSignOnWithMfa).exempt(SignInKind::ApiKey);
            return Ok(policy);
        }
        let policy = if self.everyone {
            Policy::required()
        } else {
            Policy::offered().require(Whom::domain("acme.example"))
        };
        Ok(policy.exempt(SignInKind::SingleSignOnWithMfa).exempt(SignInKind::ApiKey))
    }

    pub(crate) fn remember(&self) -> Remember {
        match (self.remember, Remember::default()) {
            (Some(0), _) => Remember::Never,
            (Some(seconds), _) => {
                Remember::Offered { lasts: Duration::from_secs(seconds), ticked: self.ticked }
            }
            (None, Remember::Offered { lasts, .. }) => {
                Remember::Offered { lasts, ticked: self.ticked }
            }
            (None, Remember::Never) => Remember::Never,
        }
    }

    pub(crate) fn window(&self) -> TotpWindow {
        if self.strict { TotpWindow::Strict } else { TotpWindow::default() }
    }
}

impl RuleSetting {
    fn rule(&self, begin: Timestamp) -> Result<Rule, String> {
        let wrong = |what: &str| format!("{what:?} is nothing that a rule says");
        let (kind, value) = self.whom.split_once(' ').unwrap_or((&self.whom, ""));
        let whom = match kind {
            "everyone" => Whom::Everyone,
            "role" => Whom::role(value),
            "domain" => Whom::domain(value),
            "below" => Whom::domain_and_below(value),
            "address" => Whom::address(value),
            _ => return Err(wrong(&self.whom)),
        };
        let effect = Effect::named(&self.effect).ok_or_else(|| wrong(&self.effect))?;
        let mut rule = Rule::new(effect, whom).because(&*self.reason);
        if let Some(from) = &self.from {
            rule = rule.from(begin.plus(duration(from)?));
        }
        if let Some(grace) = &self.grace {
            let (kind, value) = grace.split_once(' ').ok_or_else(|| wrong(grace))?;
            rule = rule.grace(match kind {
                "until" => Grace::Until(begin.plus(duration(value)?)),
                "for" => Grace::For(duration(value)?),
                "skips" => Grace::Skips(value.parse().map_err(|_| wrong(grace))?),
                _ => return Err(wrong(grace)),
            });
        }
        if self.next_sign_in {
            rule = rule.reach(Reach::NextSignIn);
        }
        if let Some(seconds) = self.remember {
            rule = rule.remember(match seconds {
                0 => Remember::Never,
                _ => Remember::Offered { lasts: Duration::from_secs(seconds), ticked: false },
            });
        }
        if self.no_recovery_codes {
            rule = rule.methods(Methods::ALL.without_recovery_codes());
        }
        if let Some(seconds) = self.max_age {
            rule = rule.max_age(Duration::from_secs(seconds));
        }
        Ok(rule)
    }
}
