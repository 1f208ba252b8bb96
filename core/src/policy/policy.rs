//! The policy of an application: its rules in code, and the kinds of sign-in that are exempt.

use super::evaluate::{Verdict, evaluate};
use super::explain::{Explanation, explain};
use super::facts::{Facts, Known};
use super::requirement::Requirement;
use super::rule::Rule;
use super::rules::Rules;
use super::sign_in_kind::SignInKind;
use super::whom::Whom;
use crate::subject::{Principal, SignIn};
use crate::time::Timestamp;

/// Which requirement holds for whom.
///
/// ```
/// use countersign::policy::{Policy, Requirement, SignInKind, Whom};
/// use countersign::subject::{Email, Principal, SessionId};
/// use countersign::time::Timestamp;
///
/// let policy = Policy::offered()
///     .require(Whom::domain("acme.example"))
///     .exempt(SignInKind::ApiKey);
/// let ada = Principal::new("1", SessionId::new("s")).email(Email::new("Ada@Acme.example"));
/// assert_eq!(policy.requirement(&ada, Timestamp::EPOCH), Requirement::ALWAYS);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Policy {
    rules: Rules,
    exempt: Vec<SignInKind>,
    first_by_mail: bool,
    step_up_by_mail: bool,
}

/// What a policy is without rules from administrators.
static NO_RULES: std::sync::LazyLock<Rules> = std::sync::LazyLock::new(Rules::default);

impl Policy {
    /// Everybody may have a second factor; who has one is asked for it.
    #[must_use]
    pub fn offered() -> Self {
        Self::default()
    }

    /// Everybody must have a second factor.
    #[must_use]
    pub fn required() -> Self {
        Self::default().require(Whom::Everyone)
    }

    /// Requires a second factor of some, at once.
    #[must_use]
    pub fn require(self, whom: Whom) -> Self {
        self.rule(Rule::require(whom))
    }

    /// Adds a rule. One of the same id takes the place of the earlier one.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Asks nothing of a kind of sign-in, whatever else holds.
    #[must_use]
    pub fn exempt(mut self, kind: SignInKind) -> Self {
        self.exempt.push(kind);
        self
    }

    /// The first sign-in is proven by a mailed code: an authenticator app can be added only after codes by
    /// mail are in use. So whoever knows no more than a password that was given out cannot add theirs. It
    /// holds for those of whom rules accept no mail as well: they show a mailed code once, to set up
    /// what is accepted.
    #[must_use]
    pub const fn first_by_mail(mut self) -> Self {
        self.first_by_mail = true;
        self
    }

    /// Takes a mailed code for a recent factor as well. Neither NIST SP 800-63B-4 (3.1.3.1) nor OWASP ASVS
    /// 5.0 (6.3.6) takes one for a second factor at all, and a mailbox is often open in the same browser
    /// that somebody else has just sat down at.
    #[must_use]
    pub const fn unsafe_step_up_by_mail(mut self) -> Self {
        self.step_up_by_mail = true;
        self
    }

    /// Whether the first sign-in is proven by a mailed code.
    #[must_use]
    pub const fn is_first_by_mail(&self) -> bool {
        self.first_by_mail
    }

    /// Whether a mailed code counts as a recent factor.
    #[must_use]
    pub const fn takes_mail_for_step_up(&self) -> bool {
        self.step_up_by_mail
    }

    /// The rules in code.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The kinds of sign-in that are exempt.
    #[must_use]
    pub fn exempt_kinds(&self) -> &[SignInKind] {
        &self.exempt
    }

    /// The kind that exempts this sign-in, if one does.
    #[must_use]
    pub fn exempts(&self, sign_in: &SignIn) -> Option<SignInKind> {
        self.exempt.iter().copied().find(|kind| kind.covers(sign_in))
    }

    /// What is asked of a principal of whom nothing else is known, by the rules in code alone.
    #[must_use]
    pub fn requirement(&self, principal: &Principal, now: Timestamp) -> Requirement {
        if self.exempts(principal.sign_in()).is_some() {
            return Requirement::Nothing;
        }
        self.verdict(&NO_RULES, &Facts::of(principal), &Known::default(), now).requirement
    }

    /// What the rules come to for one person; `tenant` are those of the tenant's administrators.
    #[must_use]
    pub fn verdict<'a>(
        &'a self,
        tenant: &'a Rules,
        facts: &Facts<'_>,
        known: &Known<'a>,
        now: Timestamp,
    ) -> Verdict<'a> {
        evaluate([&self.rules, tenant], facts, known, now)
    }

    /// The same, with every rule that was considered and why it did not win.
    #[must_use]
    pub fn explain<'a>(
        &'a self,
        tenant: &'a Rules,
        facts: &Facts<'_>,
        known: &Known<'a>,
        now: Timestamp,
    ) -> Explanation<'a> {
        let verdict = self.verdict(tenant, facts, known, now);
        explain([&self.rules, tenant], facts, verdict, now)
    }
}

/// No rules.
pub(crate) fn no_rules() -> &'static Rules {
    &NO_RULES
}
