//! What holds for a person now: the rules in force, and what they come to.

use core::time::Duration;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::SecondFactor;
use super::transact::Change;
use crate::authenticator::{Method, Methods};
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::policy::{
    Facts, Grace, Known, Remember, Requirement, Rollout, Rules, Verdict, no_rules,
};
use crate::port::{AdministrationStore, Directory, Stored, StoredRules, Version};
use crate::record::Record;
use crate::subject::{Principal, Profile};
use crate::terms::{Lifted, Terms};
use crate::time::Timestamp;

/// Rules, and the version of which they are.
pub(super) type Versioned = (Version, Arc<Rules>);

/// Rules as they were read last, and how often they have been others.
#[derive(Clone)]
pub(super) struct Read {
    rules: Versioned,
    times: u64,
}

/// What there is besides records, if there are administration pages.
pub(super) struct Administration {
    pub(super) store: Arc<dyn AdministrationStore>,
    pub(super) directory: Option<Arc<dyn Directory>>,
    rules: Mutex<HashMap<Arc<str>, Read>>,
    /// For which tenants this process sends confirmations.
    pub(super) sending: Mutex<HashSet<Arc<str>>>,
    /// For which tenants this process settles rows behind the scenes.
    pub(super) settling: Arc<Mutex<HashSet<Arc<str>>>>,
    /// When the directory of a tenant was asked last.
    pub(super) asked: Mutex<HashMap<Arc<str>, Timestamp>>,
    /// What the rules in code come to, once somebody has to know.
    code: OnceLock<u64>,
}

impl Administration {
    pub(super) fn new(store: Arc<dyn AdministrationStore>) -> Self {
        Self {
            store,
            directory: None,
            rules: Mutex::default(),
            sending: Mutex::default(),
            settling: Arc::default(),
            asked: Mutex::default(),
            code: OnceLock::new(),
        }
    }

    /// The rules of a tenant, as they were read last.
    pub(super) fn known(&self, tenant: &str) -> Read {
        let rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let none = || Read { rules: (Version::NONE, Arc::default()), times: 0 };
        rules.get(tenant).cloned().unwrap_or_else(none)
    }

    /// What rows are settled under: the rules of a tenant and those in code. It is another version
    /// when either says something else.
    pub(super) fn settled_under(&self, tenant: Version, code: &Rules) -> Version {
        let code = *self.code.get_or_init(|| code.fingerprint());
        // Stores count in 63 bits.
        Version::from_u64(code.wrapping_add(tenant.as_u64()) & (u64::MAX >> 1))
    }

    /// Takes over what the store says, if it says anything new. `known` is what was known before it
    /// was asked.
    pub(super) fn learn(
        &self,
        tenant: &str,
        known: Read,
        stored: Option<StoredRules>,
    ) -> Result<Versioned, Fault> {
        let Some(StoredRules { version, bytes }) = stored else { return Ok(known.rules) };
        let rules = if version == Version::NONE {
            Rules::default()
        } else {
            Rules::from_bytes(&bytes).map_err(|why| Fault::caused(FaultKind::Corrupt, why))?
        };
        let rules = (version, Arc::new(rules));
        let mut all = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = all.entry(tenant.into()).or_insert_with(|| known.clone());
        // Two requests may read at once; the newer rules stay. Where nobody else has read meanwhile, it
        // is what the store says that counts: it may have been restored from a backup.
        if entry.times == known.times || entry.rules.0 < rules.0 {
            *entry = Read { rules, times: entry.times.wrapping_add(1) };
        }
        Ok(entry.rules.clone())
    }
}

/// What holds for a person now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holds {
    pub(super) requirement: Requirement,
    pub(super) rollout: Rollout,
    pub(super) remember: Remember,
    pub(super) max_age: Option<Duration>,
    pub(super) methods: Methods,
    /// Whether saying "not now" in this session counts.
    pub(super) may_put_off: bool,
    pub(super) skips_left: u8,
    pub(super) off: bool,
}

impl SecondFactor {
    /// The record of a principal and the rules of their tenant, at once.
    pub(super) async fn look(
        &self,
        principal: &Principal,
    ) -> Result<(Option<Stored>, Arc<Rules>), Fault> {
        let subject = Self::complete(principal)?;
        let Some(administration) = &self.inner.administration else {
            return Ok((self.load(subject).await?, Arc::clone(&self.inner.no_rules)));
        };
        let tenant = subject.tenant();
        let known = administration.known(tenant);
        let read = administration.store.load_with_rules(subject, Some(known.rules.0));
        let (stored, rules) = self.bounded(read).await?;
        Ok((stored, administration.learn(tenant, known, rules)?.1))
    }

    /// The rules of a tenant's administrators, and their version.
    pub(super) async fn rules_of(&self, tenant: &str) -> Result<Versioned, Fault> {
        let Some(administration) = &self.inner.administration else {
            return Ok((Version::NONE, Arc::clone(&self.inner.no_rules)));
        };
        let known = administration.known(tenant);
        let rules = self.bounded(administration.store.rules(tenant, Some(known.rules.0))).await?;
        administration.learn(tenant, known, rules)
    }

    /// What the rules come to for a principal.
    pub(super) fn verdict<'a>(
        &'a self,
        rules: &'a Rules,
        principal: &Principal,
        record: Option<&'a Record>,
        now: Timestamp,
    ) -> Verdict<'a> {
        let before = record.and_then(|record| record.terms().profile());
        let before = before.filter(|before| !before.is_of_to_rules(principal));
        let before = before.map(|before| Facts::known(principal.subject(), before));
        self.verdict_after(before, rules, &Facts::of(principal), record, now)
    }

    /// What the rules come to for somebody who was somebody else `before`, when they were seen last.
    /// Until that is stored, it is as if it had been just now.
    pub(super) fn verdict_after<'a>(
        &'a self,
        before: Option<Facts<'_>>,
        rules: &'a Rules,
        facts: &Facts<'_>,
        record: Option<&'a Record>,
        now: Timestamp,
    ) -> Verdict<'a> {
        let policy = &self.inner.policy;
        let mut known = record.map_or_else(Known::default, Record::known);
        if let Some(before) = before {
            if known.enrolled && !policy.verdict(rules, &before, &known, now).off {
                known.kept = known.kept.or(Some(now));
            }
            known.changed = Some(now);
        }
        policy.verdict(rules, facts, &known, now)
    }

    /// The same, without the grounds.
    pub(super) fn holds(
        &self,
        rules: &Rules,
        principal: &Principal,
        record: Option<&Record>,
        now: Timestamp,
    ) -> Holds {
        if self.inner.policy.exempts(principal.sign_in()).is_some() {
            return self.exempt_kind();
        }
        self.of_verdict(&self.verdict(rules, principal, record, now))
    }

    pub(super) fn of_verdict(&self, verdict: &Verdict<'_>) -> Holds {
        Holds {
            requirement: verdict.requirement,
            rollout: verdict.rollout,
            remember: verdict.remember.unwrap_or(self.inner.settings.remember),
            max_age: verdict.max_age,
            methods: self.sendable(verdict.methods),
            may_put_off: matches!(verdict.grace, Grace::Skips(_)),
            skips_left: verdict.skips_left,
            off: verdict.off,
        }
    }

    /// Without somebody who sends mail there are no codes by mail, whatever the rules say.
    fn sendable(&self, methods: Methods) -> Methods {
        if self.inner.courier.is_some() { methods } else { methods.without(Method::Email) }
    }

    /// A kind of sign-in of which nothing is asked.
    pub(super) fn exempt_kind(&self) -> Holds {
        Holds {
            requirement: Requirement::Nothing,
            rollout: Rollout::NotRequired,
            remember: self.inner.settings.remember,
            max_age: None,
            methods: self.sendable(Methods::ALL),
            may_put_off: false,
            skips_left: 0,
            off: false,
        }
    }

    /// The first sight of somebody, or of what has changed about them: who they are, for the lists,
    /// and a requirement that begins to hold. It is stored if it can be; the answer to this request
    /// does not depend on it, and the next request comes by here again.
    pub(super) async fn sight(
        &self,
        principal: &Principal,
        rules: &Rules,
        now: Timestamp,
    ) -> Result<(), Fault> {
        let began = self
            .change(principal.subject(), |record| {
                let verdict = self.verdict(rules, principal, Some(record), now);
                let (holds, lifted) = (verdict.holds.clone(), Lifted::by(&verdict));
                let keeps = verdict.keeps;
                let is_seen = !self.keeps_profiles() || record.is_seen_as(principal);
                let terms = record.terms_mut();
                let mut is_new = terms.let_go(lifted);
                if keeps && !terms.keeps() {
                    terms.keep(now);
                    is_new = true;
                }
                if !is_seen {
                    let profile = Profile::of_visit(principal, terms.profile());
                    terms.seen(profile, now);
                    is_new = true;
                }
                let began = holds.as_ref().and_then(|holds| holds.rule.clone());
                if let Some(holds) = holds {
                    terms.hold(holds);
                    is_new = true;
                }
                Ok(if is_new { Change::Some(began) } else { Change::None(None) })
            })
            .await?;
        if let Some(rule) = began {
            self.note(principal, now, Event::RequirementBegan(rule)).await;
        }
        Ok(())
    }

    /// Whether there is anything about a person that the record does not know yet.
    pub(super) fn is_new(
        &self,
        principal: &Principal,
        record: Option<&Record>,
        verdict: &Verdict<'_>,
    ) -> bool {
        let terms = record.map(Record::terms);
        verdict.holds.is_some()
            || verdict.lifts
            || (verdict.off && terms.is_some_and(Terms::keeps))
            || (self.keeps_profiles() && !record.is_some_and(|record| record.is_seen_as(principal)))
    }

    /// Whether it matters who somebody was: for the lists, and where there are people for whom there
    /// is no second factor, so that nobody becomes one of them by themselves.
    fn keeps_profiles(&self) -> bool {
        self.inner.administration.is_some() || self.inner.policy.rules().say_off()
    }
}

/// No rules of administrators.
pub(super) fn none() -> Arc<Rules> {
    Arc::new(no_rules().clone())
}
