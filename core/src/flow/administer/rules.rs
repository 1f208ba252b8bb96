//! The rules of a tenant's administrators.

use std::collections::HashMap;
use std::sync::Arc;

use data_encoding::HEXLOWER;

use super::administrator::Administrator;
use super::decide::reason;
use super::settle::Settling;
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::flow::{Denied, SecondFactor};
use crate::policy::{Effect, Facts, Finding, Known, Rule, RuleId, Rules, SignInKind, Whom};
use crate::port::{Count, Counted, Swapped};

/// The longest written form of a tenant's rules: some ten thousand domains. Longer lists are for code.
const LONGEST: usize = 1024 * 1024;

/// The rules that hold in a tenant, and what is odd about them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RuleSet {
    /// Those in code.
    pub code: Rules,
    /// Those of the tenant's administrators.
    pub tenant: Arc<Rules>,
    /// What is odd about them.
    pub findings: Vec<Finding>,
    /// The kinds of sign-in of which nothing is asked.
    pub exempt_kinds: Vec<SignInKind>,
}

/// How many people there are by what rules say: one pass over what is counted, however many rules.
#[derive(Debug, Default)]
struct People<'a> {
    everyone: u64,
    with_role: HashMap<&'a str, u64>,
    at_domain: HashMap<&'a str, u64>,
    at_or_below: HashMap<&'a str, u64>,
}

impl<'a> People<'a> {
    fn of(counts: &'a [Count]) -> Self {
        let mut this = Self::default();
        let add = |to: &mut u64, more: u64| *to = to.saturating_add(more);
        for Count { of, people, .. } in counts {
            match of {
                Counted::Everyone => add(&mut this.everyone, *people),
                Counted::Role(role) => add(this.with_role.entry(role).or_default(), *people),
                Counted::Domain(domain) => {
                    add(this.at_domain.entry(domain).or_default(), *people);
                    let mut above = Some(&**domain);
                    while let Some(name) = above {
                        add(this.at_or_below.entry(name).or_default(), *people);
                        above = name.split_once('.').map(|(_, rest)| rest);
                    }
                }
            }
        }
        this
    }

    fn named(known: &HashMap<&str, u64>, name: &str) -> u64 {
        known.get(name).copied().unwrap_or_default()
    }
}

impl SecondFactor {
    /// The rules that hold in a tenant, and what is odd about them.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn rule_set(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
    ) -> Result<Result<RuleSet, Denied>, Fault> {
        let tenant = match who.tenant(tenant) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        let (_, rules) = self.rules_of(&tenant).await?;
        let code = self.inner.policy.rules();
        // What is not settled is not counted, and whoever is not counted seems to be nobody.
        let settling = self.settle(&tenant).await?;
        let counts = self.bounded(self.administration()?.store.counts(&tenant)).await?;
        let people = People::of(&counts);
        // Of addresses and lists nobody keeps a count; they are looked up, one by one, by explain.
        let matches = |rule: &Rule| match rule.whom() {
            _ if settling == Settling::GoesOn => None,
            Whom::Everyone => Some(people.everyone),
            Whom::Role(role) => Some(People::named(&people.with_role, role)),
            Whom::Domain(name) => Some(People::named(&people.at_domain, name)),
            Whom::DomainAndBelow(name) => Some(People::named(&people.at_or_below, name)),
            Whom::Address(_) | Whom::Listed(_) | Whom::Subject(_) => None,
        };
        Ok(Ok(RuleSet {
            findings: rules.check(code, matches),
            code: code.clone(),
            tenant: rules,
            exempt_kinds: self.inner.policy.exempt_kinds().to_vec(),
        }))
    }

    /// Adds a rule to those of a tenant. Refused if whoever adds it could not take it away again, and
    /// if it is about nobody but themselves, by key or by address. A reason need not be given; if it is, it must be one.
    ///
    /// # Errors
    /// Something is broken. It may have been added nevertheless; the log has it in any case.
    pub async fn add_rule(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        rule: Rule,
    ) -> Result<Result<RuleId, Denied>, Fault> {
        if is_about_nobody_but(who, tenant, rule.whom()) {
            // What switches it off would be found out below; say so in the same words.
            let off = rule.effect() == Effect::Off;
            return Ok(Err(if off { Denied::LocksOut } else { Denied::Forbidden }));
        }
        if !rule.reason().is_empty() && reason(rule.reason()).is_none() {
            return Ok(Err(Denied::Malformed("reason")));
        }
        let id: [u8; 8] = self.random()?;
        let id = RuleId::new(HEXLOWER.encode(&id));
        let own = who.principal().subject();
        let asked = tenant.unwrap_or_else(|| own.tenant());
        let rule = rule.named(id.as_str()).made_by(own, asked, self.now());
        let why = rule.reason().to_owned();
        let event = Event::RuleAdded(id.clone());
        let change = |rules: &Rules| Ok(Rules::new(rules.iter().cloned().chain([rule.clone()])));
        Ok(self.change_rules(who, tenant, (&event, &why), change).await?.map(|()| id))
    }

    /// Takes a rule of a tenant away. What it required goes on for nobody. It wants a reason.
    ///
    /// # Errors
    /// Something is broken. It may have been done nevertheless; the log has it in any case.
    pub async fn remove_rule(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        id: &RuleId,
        why: &str,
    ) -> Result<Result<(), Denied>, Fault> {
        let Some(why) = reason(why) else { return Ok(Err(Denied::Malformed("reason"))) };
        let event = Event::RuleRemoved(id.clone());
        let change = |rules: &Rules| match rules.get(id) {
            Some(_) => Ok(Rules::new(rules.iter().filter(|rule| rule.id() != id).cloned())),
            None => Err(Denied::Unknown),
        };
        self.change_rules(who, tenant, (&event, why), change).await
    }

    async fn change_rules(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        (event, why): (&Event, &str),
        change: impl Fn(&Rules) -> Result<Rules, Denied> + Send + Sync,
    ) -> Result<Result<(), Denied>, Fault> {
        let tenant = match who.enforces().and_then(|()| who.tenant(tenant)) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        let mut is_logged = false;
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let (version, rules) = self.rules_of(&tenant).await?;
            let changed = match change(&rules) {
                Ok(changed) => changed,
                Err(denied) => return Ok(Err(denied)),
            };
            if self.locks_out(who, &tenant, &changed) {
                return Ok(Err(Denied::LocksOut));
            }
            let bytes = changed.to_bytes();
            if bytes.len() > LONGEST {
                return Ok(Err(Denied::TooMany));
            }
            if !is_logged {
                let subject = crate::subject::SubjectId::of_tenant(Arc::clone(&tenant), "");
                self.log_first(who.principal(), &subject, event, why, self.now()).await?;
                is_logged = true;
            }
            let store = &self.administration()?.store;
            let swapped = self.bounded(store.swap_rules(&tenant, version, &bytes)).await?;
            if swapped == Swapped::Done {
                return Ok(Ok(()));
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// Whether the administrator could not come back here under these rules: without a second factor
    /// there is none to be shown. What is to begin some day counts, whatever follows upon it.
    fn locks_out(&self, who: &Administrator<'_>, tenant: &str, rules: &Rules) -> bool {
        let facts = Facts::of(who.principal());
        let off = |at| self.inner.policy.verdict(rules, &facts, &Known::default(), at).off;
        let all = rules.iter().chain(self.inner.policy.rules().iter());
        let begins = all.filter_map(Rule::starts).chain([self.now()]);
        who.principal().subject().tenant() == tenant
            && begins.filter(|at| *at >= self.now()).any(off)
    }
}

/// Whether a rule of this tenant is about this administrator alone.
fn is_about_nobody_but(who: &Administrator<'_>, tenant: Option<&str>, whom: &Whom) -> bool {
    let own = who.principal().subject();
    // The address is theirs in their own tenant; in another one it may be somebody else's.
    let is_own_tenant = tenant.is_none_or(|tenant| tenant == own.tenant());
    if let Whom::Subject(subject) = whom {
        return subject == own;
    }
    let address = who.principal().address();
    is_own_tenant && address.is_some_and(|email| whom.is_only(&email.address))
}
