//! Load, change, swap; again if somebody else was faster.

use core::future::Future;
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::sync::Arc;

use super::SecondFactor;
use super::turns::Turn;
use crate::fault::{Fault, FaultKind};
use crate::port::{StoreError, Stored, Swapped, Version};
use crate::record::Record;
use crate::subject::{Principal, SubjectId};

/// How often a swap is tried. Within a process writers take turns, so a conflict means another
/// process, and so many in a row mean that something is wrong.
const TRIES: u32 = 32;
/// How many calls of the store a writer waits for its turn.
const PATIENCE: u32 = 6;

/// What a change did to a record.
pub(super) enum Change<T> {
    /// Nothing: there is nothing to store.
    None(T),
    /// Something, which must be stored before anybody hears of it.
    Some(T),
}

impl SecondFactor {
    /// Refuses a principal without a name or a session.
    pub(super) fn complete(principal: &Principal) -> Result<&SubjectId, Fault> {
        if principal.is_complete() {
            Ok(principal.subject())
        } else {
            Err(Fault::caused(FaultKind::Principal, "a principal needs a key and a session id"))
        }
    }

    /// The record of a subject, if there is one.
    pub(super) async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, Fault> {
        self.bounded(self.inner.store.load(subject)).await
    }

    /// Waits for this process's turn to write a subject. Nothing of the application's may be waited
    /// for while it is held.
    pub(super) async fn turn<'a>(&'a self, subject: &'a SubjectId) -> Turn<'a> {
        let patience = self.inner.settings.store_timeout.saturating_mul(PATIENCE);
        self.inner.turns.take(subject, patience).await
    }

    /// Changes the record of a subject. The change is made anew for every try, so it must depend on
    /// nothing but the record that it is given.
    pub(super) async fn change<T: Send>(
        &self,
        subject: &SubjectId,
        mut change: impl FnMut(&mut Record) -> Result<Change<T>, Fault> + Send,
    ) -> Result<T, Fault> {
        let _turn = self.turn(subject).await;
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let (expected, mut record) = parts(self.load(subject).await?);
            match change(&mut record)? {
                Change::None(result) => return Ok(result),
                Change::Some(result) => {
                    if self.swap(subject, expected, record).await? == Swapped::Done {
                        return Ok(result);
                    }
                }
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }

    pub(super) async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        mut record: Record,
    ) -> Result<Swapped, Fault> {
        self.reseal(subject, &mut record)?;
        let owed = record.mail_mut().debts_mut().take_new();
        let record = Arc::new(record);
        let swapped = self.bounded(self.inner.store.swap(subject, expected, &record)).await?;
        if swapped == Swapped::Done {
            owed.into_iter().for_each(|owed| self.pay(subject, owed));
        }
        Ok(swapped)
    }

    /// How often a swap is tried.
    pub(super) const fn tries() -> core::ops::Range<u32> {
        0..TRIES
    }

    /// Lets others through before a swap is tried again: a random while, longer each time, so that
    /// processes that met once do not keep meeting.
    pub(super) async fn pause(&self, attempt: u32) -> Result<(), Fault> {
        if attempt == 0 || tokio::runtime::Handle::try_current().is_err() {
            return Ok(());
        }
        let longest = 1_u16.checked_shl(attempt.min(6)).unwrap_or(u16::MAX);
        let random = u16::from_be_bytes(self.random()?);
        let wait = random.checked_rem(longest).unwrap_or(0);
        tokio::time::sleep(Duration::from_millis(wait.into())).await;
        Ok(())
    }

    /// Whatever is written is written with the active key. What does not open stays as it is: its key
    /// was taken away, and that must not keep the rest of the record from changing.
    fn reseal(&self, subject: &SubjectId, record: &mut Record) -> Result<(), Fault> {
        let vault = &self.inner.vault;
        for authenticator in record.authenticators_mut() {
            let id = authenticator.id();
            let Some(totp) = authenticator.totp_mut() else { continue };
            if !totp.is_current(vault) && totp.reseal(vault, subject, id, self.random()?).is_err() {
                tracing::warn!(
                    target: "countersign",
                    "the seed of an authenticator does not open: its key is not in the ring"
                );
            }
        }
        Ok(())
    }

    /// Waits for the store no longer than it may take.
    pub(super) async fn bounded<T>(
        &self,
        call: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, Fault> {
        match self.soon(call).await {
            Some(Ok(value)) => Ok(value),
            Some(Err(StoreError::Corrupt(source))) => {
                Err(Fault::caused(FaultKind::Corrupt, source))
            }
            Some(Err(error)) => Err(Fault::caused(FaultKind::Store, error)),
            None => Err(Fault::caused(FaultKind::Store, "the store took too long")),
        }
    }

    /// Waits for anything no longer than the store may take.
    pub(super) fn soon<T>(&self, call: impl Future<Output = T>) -> impl Future<Output = Option<T>> {
        in_time(self.inner.settings.store_timeout, call)
    }
}

/// Waits no longer than `limit`. What is ready at once costs no timer; outside of a Tokio runtime
/// there is no limit.
pub(super) async fn in_time<T>(limit: Duration, call: impl Future<Output = T>) -> Option<T> {
    let mut call = pin!(call);
    let first = core::future::poll_fn(|context| Poll::Ready(call.as_mut().poll(context))).await;
    if let Poll::Ready(value) = first {
        return Some(value);
    }
    if tokio::runtime::Handle::try_current().is_err() {
        return Some(call.await);
    }
    tokio::time::timeout(limit, call).await.ok()
}

/// The version and a copy to change; a new record if there is none.
pub(super) fn parts(stored: Option<Stored>) -> (Option<Version>, Record) {
    match stored {
        Some(stored) => (Some(stored.version), Arc::unwrap_or_clone(stored.record)),
        None => (None, Record::default()),
    }
}
