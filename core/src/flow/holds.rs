//! What holds for a person now: the rules in force, and what they come to.

use core::time::Duration;
use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use super::SecondFactor;
use super::transact::Change;
use crate::event::Event;
use crate::fault::{Fault, FaultKind};
use crate::policy::{Facts, Grace, Known, Remember, Requirement, Rollout, Rules, Verdict, Won, no_rules};
use crate::port::{AdministrationStore, Directory, Stored, StoredRules, Version};
use crate::record::Record;
use crate::subject::{Principal, Profile};
use crate::time::Timestamp;

/// What there is besides records, if there are administration pages.
pub(super) struct Administration {
    pub(super) store: Arc<dyn AdministrationStore>,
    pub(super) directory: Option<Arc<dyn Directory>>,
    rules: Mutex<HashMap<Arc<str>, (Version, Arc<Rules>)>>,
    /// Whether rows are being settled behind the scenes.
    pub(super) settling: AtomicBool,
    /// When the directory of a tenant was asked last.
    pub(super) asked: Mutex<HashMap<Arc<str>, Timestamp>>,
}

impl Administration {
    pub(super) fn new(store: Arc<dyn AdministrationStore>) -> Self {
        Self {
            store,
            directory: None,
            rules: Mutex::default(),
            settling: AtomicBool::new(false),
            asked: Mutex::default(),
        }
    }

    /// The rules of a tenant, as they were read last.
    pub(super) fn known(&self, tenant: &str) -> (Version, Arc<Rules>) {
        let rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        rules.get(tenant).cloned().unwrap_or_else(|| (Version::NONE, Arc::default()))
    }

    /// Takes over what the store says, if it says anything new.
    pub(super) fn learn(
        &self,
        tenant: &str,
        stored: Option<StoredRules>,
    ) -> Result<(Version, Arc<Rules>), Fault> {
        let Some(StoredRules { version, bytes }) = stored else { return Ok(self.known(tenant)) };
        let rules = if version == Version::NONE {
            Rules::default()
        } else {
            Rules::from_bytes(&bytes).map_err(|why| Fault::caused(FaultKind::Corrupt, why))?
        };
        let rules = (version, Arc::new(rules));
        let mut known = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        // Two requests may read at once; the newer rules stay.
        let entry = known.entry(tenant.into()).or_insert_with(|| rules.clone());
        if entry.0 < rules.0 {
            *entry = rules;
        }
        Ok(entry.clone())
    }
}

/// What holds for a person now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holds {
    pub(super) requirement: Requirement,
    pub(super) rollout: Rollout,
    pub(super) remember: Remember,
    pub(super) max_age: Option<Duration>,
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
        let known = administration.known(tenant).0;
        let read = administration.store.load_with_rules(subject, Some(known));
        let (stored, rules) = self.bounded(read).await?;
        Ok((stored, administration.learn(tenant, rules)?.1))
    }

    /// The rules of a tenant's administrators, and their version.
    pub(super) async fn rules_of(&self, tenant: &str) -> Result<(Version, Arc<Rules>), Fault> {
        let Some(administration) = &self.inner.administration else {
            return Ok((Version::NONE, Arc::clone(&self.inner.no_rules)));
        };
        let known = administration.known(tenant).0;
        let rules = self.bounded(administration.store.rules(tenant, Some(known))).await?;
        administration.learn(tenant, rules)
    }

    /// What the rules come to for a principal.
    pub(super) fn verdict<'a>(
        &'a self,
        rules: &'a Rules,
        principal: &Principal,
        record: Option<&'a Record>,
        now: Timestamp,
    ) -> Verdict<'a> {
        let known = record.map_or_else(Known::default, Record::known);
        self.inner.policy.verdict(rules, &Facts::of(principal), &known, now)
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
        let grace = match &verdict.won {
            Won::Rule(rule) | Won::Held(_, Some(rule)) => rule.grace_given(),
            Won::Own(own) => own.grace(),
            Won::Nobody | Won::Held(_, None) => Grace::None,
        };
        Holds {
            requirement: verdict.requirement,
            rollout: verdict.rollout,
            remember: verdict.remember.unwrap_or(self.inner.settings.remember),
            max_age: verdict.max_age,
            may_put_off: matches!(grace, Grace::Skips(_)),
            skips_left: verdict.skips_left,
            off: verdict.off,
        }
    }

    /// A kind of sign-in of which nothing is asked.
    pub(super) fn exempt_kind(&self) -> Holds {
        Holds {
            requirement: Requirement::Nothing,
            rollout: Rollout::NotRequired,
            remember: self.inner.settings.remember,
            max_age: None,
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
        let lists = self.inner.administration.is_some();
        let began = self
            .change(principal.subject(), |record| {
                let verdict = self.verdict(rules, principal, Some(record), now);
                let (holds, is_seen) = (verdict.holds, record.is_seen_as(principal));
                let began = holds.as_ref().and_then(|holds| holds.rule.clone());
                if holds.is_none() && (is_seen || !lists) {
                    return Ok(Change::None(None));
                }
                if let Some(holds) = holds {
                    record.terms_mut().hold(holds);
                }
                if lists {
                    record.terms_mut().seen(Profile::of(principal));
                }
                Ok(Change::Some(began))
            })
            .await?;
        if let Some(rule) = began {
            self.tell(principal, now, Event::RequirementBegan(rule)).await;
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
        verdict.holds.is_some()
            || (self.inner.administration.is_some()
                && !record.is_some_and(|record| record.is_seen_as(principal)))
    }
}

/// No rules of administrators.
pub(super) fn none() -> Arc<Rules> {
    Arc::new(no_rules().clone())
}
