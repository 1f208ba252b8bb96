//! One person, and why something is asked of them.

use super::administrator::Administrator;
use crate::authenticator::{AuthenticatorId, Method, Methods};
use crate::fault::Fault;
use crate::flow::{Denied, RecoveryOverview, SecondFactor};
use crate::policy::{
    Author, Effect, Explanation, Facts, Held, Own, Requirement, Rollout, Rule, SignInKind, Whom,
    Why, Won,
};
use crate::subject::{Profile, SubjectId};
use crate::time::Timestamp;

/// One person, without anything secret.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Person {
    /// Who.
    pub subject: SubjectId,
    /// Who they were when they were seen last.
    pub profile: Profile,
    /// What they have set up.
    pub authenticators: Vec<KnownAuthenticator>,
    /// How many recovery codes are left.
    pub recovery: Option<RecoveryOverview>,
    /// How many devices are remembered.
    pub devices: usize,
    /// What is asked of them, and why.
    pub explained: Explained,
    /// An administrator's decision about them.
    pub own: Option<Own>,
    /// A requirement that has held for them.
    pub held: Option<Held>,
}

/// An authenticator, without its seed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct KnownAuthenticator {
    /// Which.
    pub id: AuthenticatorId,
    /// What the person calls it.
    pub name: String,
    /// Its kind.
    pub method: Method,
    /// When it came into use.
    pub added: Timestamp,
    /// When it was shown last.
    pub last_used: Option<Timestamp>,
}

/// What is asked of somebody, and why.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explained {
    /// What is asked for.
    pub requirement: Requirement,
    /// Where they are on the way to a second factor.
    pub rollout: Rollout,
    /// What decided.
    pub winner: Winner,
    /// The rules that did not, those about this person first.
    pub lost: Vec<ExplainedRule>,
    /// Which methods are accepted.
    pub methods: Methods,
    /// What it would come to for a sign-in of an exempt kind.
    pub exempt_kinds: Vec<SignInKind>,
}

/// What decided.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "pages have words for each")]
pub enum Winner {
    /// Nothing is said: a second factor is offered.
    Nobody,
    /// A rule.
    Rule(ExplainedRule),
    /// An administrator's decision about the person.
    Own(Own),
    /// A requirement that has held before, and its rule if that is still there.
    Held(Held, Option<ExplainedRule>),
}

/// A rule that was looked at.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ExplainedRule {
    /// Which.
    pub id: String,
    /// Whom it is about.
    pub whom: Whom,
    /// What it does.
    pub effect: Effect,
    /// From when, if it does not hold already.
    pub starts: Option<Timestamp>,
    /// Why it was made; empty if nobody said.
    pub reason: String,
    /// Who made it.
    pub author: Author,
    /// Why it did not decide; `None` if it did.
    pub why: Option<Why>,
}

impl ExplainedRule {
    fn of(rule: &Rule, why: Option<Why>) -> Self {
        Self {
            id: rule.id().to_string(),
            whom: rule.whom().clone(),
            effect: rule.effect(),
            starts: rule.starts(),
            reason: rule.reason().to_owned(),
            author: rule.author().clone(),
            why,
        }
    }
}

impl Explained {
    fn of(explanation: &Explanation<'_>, exempt_kinds: Vec<SignInKind>) -> Self {
        let verdict = &explanation.verdict;
        Self {
            requirement: verdict.requirement,
            rollout: verdict.rollout,
            winner: match &verdict.won {
                Won::Nobody => Winner::Nobody,
                Won::Rule(rule) => Winner::Rule(ExplainedRule::of(rule, None)),
                Won::Own(own) => Winner::Own((*own).clone()),
                Won::Held(held, rule) => {
                    Winner::Held((*held).clone(), rule.map(|rule| ExplainedRule::of(rule, None)))
                }
            },
            lost: explanation
                .lost
                .iter()
                .map(|lost| ExplainedRule::of(lost.rule, Some(lost.why)))
                .collect(),
            methods: verdict.methods,
            exempt_kinds,
        }
    }
}

impl SecondFactor {
    /// One person; nobody that is unknown, or of another tenant, can be told from the other.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn person(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        key: &str,
    ) -> Result<Result<Person, Denied>, Fault> {
        let subject = match who.subject(tenant, key) {
            Ok(subject) => subject,
            Err(denied) => return Ok(Err(denied)),
        };
        let (_, rules) = self.rules_of(subject.tenant()).await?;
        let stored = self.load(&subject).await?;
        let Some(record) = stored.as_ref().map(|stored| &*stored.record) else {
            return Ok(Err(Denied::Unknown));
        };
        let Some(profile) = record.terms().person() else {
            return Ok(Err(Denied::Unknown));
        };
        let now = self.now();
        let facts = Facts::known(&subject, &profile);
        let explanation = self.inner.policy.explain(&rules, &facts, &record.known(), now);
        let kinds = self.inner.policy.exempt_kinds().to_vec();
        Ok(Ok(Person {
            explained: Explained::of(&explanation, kinds),
            authenticators: record
                .authenticators()
                .iter()
                .map(|known| KnownAuthenticator {
                    id: known.id(),
                    name: known.name().as_str().to_owned(),
                    method: known.method(),
                    added: known.added_at(),
                    last_used: known.last_used_at(),
                })
                .collect(),
            recovery: record.recovery_codes().map(|codes| RecoveryOverview {
                left: codes.left(&self.inner.vault),
                made: codes.made() as usize,
            }),
            devices: record.devices(now).count(),
            own: record.terms().own().cloned(),
            held: record.terms().held().cloned(),
            profile,
            subject,
        }))
    }
}
