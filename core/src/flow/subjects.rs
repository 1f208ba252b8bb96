//! What the application tells us about its users: another key, or none any more.

use super::SecondFactor;
use super::transact::{Change, parts};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::port::Swapped;
use crate::record::Record;
use crate::subject::SubjectId;

impl SecondFactor {
    /// The application knows a person by another key from now on, or in another tenant. What they
    /// have set up comes along, and so does a requirement that has held; sessions and remembered
    /// devices end. It can be called again if it was left half-way.
    ///
    /// # Errors
    /// Something is broken, or there is somebody else under the new key: then nothing is changed.
    pub async fn subject_renamed(&self, old: &SubjectId, new: &SubjectId) -> Result<(), Fault> {
        let Some(stored) = self.load(old).await? else { return Ok(()) };
        let (_, mut record) = parts(Some(stored));
        record.raise_epoch();
        if old.tenant() != new.tenant() {
            record.terms_mut().moved();
        }
        self.rebind(old, new, &mut record)?;
        let there = self.load(new).await?;
        match there.as_ref().map(|there| &*there.record) {
            // Left half-way before: the new one is there, and the old one has yet to go.
            Some(moved) if moved.is_successor_of(&record) => {}
            Some(other) if other.is_enrolled() => {
                let why = "there is somebody else under the new key";
                return Err(Fault::caused(FaultKind::Principal, why));
            }
            // Perhaps they were seen under the new key already.
            Some(_) | None => {
                let expected = there.map(|there| there.version);
                if self.swap(new, expected, record).await? == Swapped::Conflict {
                    return Err(Fault::new(FaultKind::Contended));
                }
            }
        }
        self.erase(old).await?;
        let entry = Entry::new(&Event::SubjectRenamed, new.clone(), self.now());
        self.audit(&entry).await;
        Ok(())
    }

    /// The application no longer knows a person. Everything of theirs is erased; the log keeps a
    /// pseudonym that nobody can turn back without the keys.
    ///
    /// # Errors
    /// Something is broken. Call it again.
    pub async fn subject_removed(&self, subject: &SubjectId) -> Result<(), Fault> {
        self.erase(subject).await?;
        let pseudonym = self.inner.vault.pseudonym(subject);
        let nobody = SubjectId::of_tenant(subject.tenant(), pseudonym);
        self.audit(&Entry::new(&Event::SubjectRemoved, nobody, self.now())).await;
        Ok(())
    }

    /// What is bound to the old key is bound to the new one.
    fn rebind(&self, old: &SubjectId, new: &SubjectId, record: &mut Record) -> Result<(), Fault> {
        let vault = &self.inner.vault;
        for authenticator in record.authenticators_mut() {
            let (id, nonce) = (authenticator.id(), self.random()?);
            authenticator.totp_mut().rebind(vault, (old, new), id, nonce)?;
        }
        record.renamed(old);
        Ok(())
    }

    async fn erase(&self, subject: &SubjectId) -> Result<(), Fault> {
        let Some(administration) = &self.inner.administration else {
            // A store that cannot take records away keeps an empty one.
            return self
                .change(subject, |record| {
                    record.reset();
                    *record.terms_mut() = crate::terms::Terms::default();
                    Ok(Change::Some(()))
                })
                .await;
        };
        let pseudonym = self.inner.vault.pseudonym(subject);
        self.bounded(administration.store.erase(subject, &pseudonym)).await
    }
}
