//! What the application tells us about its users: another key, or none any more.

use super::SecondFactor;
use super::transact::{Change, parts};
use crate::authenticator::Methods;
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::policy::{Facts, Rule, RuleId, Rules};
use crate::port::{Stored, Swapped};
use crate::record::Record;
use crate::subject::SubjectId;
use crate::terms::Terms;

/// What was put under a new key, and what was known there before.
struct Copied {
    bytes: Vec<u8>,
    seen: Terms,
}

impl SecondFactor {
    /// The application knows a person by another key from now on, or in another tenant. What they
    /// have set up comes along, and so does a requirement that has held; sessions and remembered
    /// devices end. In another tenant, what the old one's administrators let them off ends as well. It
    /// can be called again if it was left half-way.
    ///
    /// What happens to the old key meanwhile, a reset or a spent recovery code, comes along as well,
    /// unless the person has gone on under the new one by then.
    ///
    /// # Errors
    /// Something is broken, or there is somebody else under the new key: then nothing is changed.
    pub async fn subject_renamed(&self, old: &SubjectId, new: &SubjectId) -> Result<(), Fault> {
        if old == new {
            return Ok(());
        }
        let mut copy = None;
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let Some(stored) = self.load(old).await? else { return Ok(()) };
            if stored.record.is_blank() {
                return Ok(());
            }
            let (_, mut record) = parts(Some(stored.clone()));
            record.raise_epoch();
            self.moved(old, new, &mut record).await?;
            self.rebind(old, new, &mut record)?;
            copy = Some(self.copied(new, record, copy).await?);
            if self.erase(old, Some(stored)).await? == Swapped::Done {
                let entry = Entry::new(&Event::SubjectRenamed, new.clone(), self.now());
                self.audit(&entry).await;
                return Ok(());
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// Puts what was under the old key under the new one, in the place of an earlier copy if there is
    /// one.
    async fn copied(
        &self,
        new: &SubjectId,
        mut record: Record,
        earlier: Option<Copied>,
    ) -> Result<Copied, Fault> {
        let there = self.load(new).await?;
        let (expected, seen) = match (there, earlier) {
            (Some(there), Some(earlier)) if there.record.to_bytes() == earlier.bytes => {
                (Some(there.version), earlier.seen)
            }
            // They have gone on under the new key; or it was left half-way before: the new one is
            // there, and the old one has yet to go.
            (Some(_), Some(earlier)) => return Ok(earlier),
            (Some(there), None) if there.record.is_successor_of(&record) => {
                return Ok(Copied { bytes: Vec::new(), seen: Terms::default() });
            }
            (Some(there), None) if there.record.is_enrolled() => {
                let why = "there is somebody else under the new key";
                return Err(Fault::caused(FaultKind::Principal, why));
            }
            (there, _) => {
                let (expected, seen) = parts(there);
                (expected, seen.into_terms())
            }
        };
        record.terms_mut().join(seen.clone());
        let bytes = record.to_bytes();
        match self.swap(new, expected, record).await? {
            Swapped::Done => Ok(Copied { bytes, seen }),
            Swapped::Conflict => Err(Fault::new(FaultKind::Contended)),
        }
    }

    /// The application no longer knows a person. Everything of theirs is erased, and so are rules about
    /// them; the log, and rules that they made for their tenant, keep a pseudonym that nobody can turn
    /// back without the keys. What they decided about others says who decided for as long as it stands.
    ///
    /// # Errors
    /// Something is broken. Call it again.
    pub async fn subject_removed(&self, subject: &SubjectId) -> Result<(), Fault> {
        let pseudonym = self.inner.vault.pseudonym(subject);
        self.forget_in_rules(subject, &pseudonym).await?;
        let _ = self.erase(subject, None).await?;
        let nobody = SubjectId::of_tenant(subject.tenant(), pseudonym);
        self.audit(&Entry::new(&Event::SubjectRemoved, nobody, self.now())).await;
        Ok(())
    }

    async fn forget_in_rules(&self, subject: &SubjectId, pseudonym: &str) -> Result<(), Fault> {
        let Some(administration) = &self.inner.administration else { return Ok(()) };
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let (version, rules) = self.rules_of(subject.tenant()).await?;
            let Some(rules) = rules.forget(subject, pseudonym) else { return Ok(()) };
            let bytes = rules.to_bytes();
            let swapped = administration.store.swap_rules(subject.tenant(), version, &bytes);
            if self.bounded(swapped).await? == Swapped::Done {
                return Ok(());
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    /// They are somebody else to rules from now on.
    async fn moved(
        &self,
        old: &SubjectId,
        new: &SubjectId,
        record: &mut Record,
    ) -> Result<(), Fault> {
        let now = self.now();
        let (_, rules) = self.rules_of(old.tenant()).await?;
        let (_, new_rules) = self.rules_of(new.tenant()).await?;
        let profile = record.terms().profile().cloned().unwrap_or_default();
        let is_off = |rules: &Rules, subject: &SubjectId, record: &Record| {
            let facts = Facts::known(subject, &profile);
            self.inner.policy.verdict(rules, &facts, &record.known(), now).off
        };
        let was_off = is_off(&rules, old, record);
        let stays_behind = |rule: &RuleId| match self.inner.policy.rules().get(rule) {
            Some(_) => None,
            None => Some(rules.get(rule).map_or(Methods::ALL, Rule::accepts)),
        };
        let is_elsewhere = old.tenant() != new.tenant();
        record.terms_mut().moved(now, is_elsewhere.then_some(&stays_behind));
        if record.is_enrolled() && !was_off && is_off(&new_rules, new, record) {
            record.terms_mut().keep(now);
        }
        Ok(())
    }

    /// What is bound to the old key is bound to the new one.
    fn rebind(&self, old: &SubjectId, new: &SubjectId, record: &mut Record) -> Result<(), Fault> {
        let vault = &self.inner.vault;
        for authenticator in record.authenticators_mut() {
            let id = authenticator.id();
            if let Some(totp) = authenticator.totp_mut() {
                totp.rebind(vault, (old, new), id, self.random()?)?;
            }
        }
        record.renamed(old);
        Ok(())
    }

    /// Takes a record away; only this one, if one is given.
    async fn erase(&self, subject: &SubjectId, known: Option<Stored>) -> Result<Swapped, Fault> {
        if let Some(administration) = &self.inner.administration {
            let pseudonym = self.inner.vault.pseudonym(subject);
            let expected = known.map(|known| known.version);
            return self.bounded(administration.store.erase(subject, expected, &pseudonym)).await;
        }
        // A store that cannot take records away keeps an empty one.
        let empty = |record: &mut Record| {
            record.reset();
            *record.terms_mut() = Terms::default();
            record.mail_mut().debts_mut().clear();
        };
        if known.is_some() {
            let (expected, mut record) = parts(known);
            empty(&mut record);
            return self.swap(subject, expected, record).await;
        }
        let emptied = self.change(subject, |record| {
            empty(record);
            Ok(Change::Some(()))
        });
        emptied.await.map(|()| Swapped::Done)
    }
}
