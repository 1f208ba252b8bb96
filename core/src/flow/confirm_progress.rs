//! How far confirmations to many have come, and who is at it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::SecondFactor;
use crate::fault::{Fault, FaultKind};
use crate::mailing::{Mailing, Tally, Way};
use crate::port::{Swapped, Version};

impl SecondFactor {
    /// What was begun last for a tenant, and its version.
    pub(super) async fn mailing(&self, tenant: &str) -> Result<(Version, Option<Mailing>), Fault> {
        let work = self.bounded(self.administration()?.store.work(tenant)).await?;
        if work.version == Version::NONE {
            return Ok((work.version, None));
        }
        let mailing = Mailing::from_bytes(&work.bytes);
        let mailing = mailing.map_err(|why| Fault::caused(FaultKind::Corrupt, why.to_string()))?;
        Ok((work.version, Some(mailing)))
    }

    /// The same, if there is something to do now.
    pub(super) async fn due(&self, tenant: &str) -> Result<Option<Mailing>, Fault> {
        let (_, mailing) = self.mailing(tenant).await?;
        Ok(mailing.filter(|mailing| mailing.is_due(self.now())))
    }

    /// Whether a mailing has ended, or another one has taken its place.
    pub(super) async fn is_replaced(&self, tenant: &str, mailing: &Mailing) -> Result<bool, Fault> {
        let (_, known) = self.mailing(tenant).await?;
        Ok(known.is_none_or(|known| known.id != mailing.id || known.ended.is_some()))
    }

    /// Says how far it has come.
    pub(super) async fn report(
        &self,
        tenant: &str,
        mailing: &Mailing,
        tally: Tally,
        way: Way,
    ) -> Result<(), Fault> {
        let store = &self.administration()?.store;
        for attempt in Self::tries() {
            self.pause(attempt).await?;
            let (version, Some(mut known)) = self.mailing(tenant).await? else { return Ok(()) };
            if known.id != mailing.id || known.ended.is_some() {
                return Ok(());
            }
            known.came_to(mailing, tally, way, self.now());
            let swapped = self.bounded(store.swap_work(tenant, version, &known.to_bytes())).await?;
            if swapped == Swapped::Done {
                return Ok(());
            }
        }
        Err(Fault::new(FaultKind::Contended))
    }
}

/// That this process sends the confirmations of a tenant. Dropping it ends that, whatever has become of
/// the work.
pub(super) struct AtIt<'a> {
    running: &'a Mutex<HashSet<Arc<str>>>,
    tenant: &'a str,
}

impl<'a> AtIt<'a> {
    pub(super) fn begin(running: &'a Mutex<HashSet<Arc<str>>>, tenant: &'a str) -> Option<Self> {
        let mut known = running.lock().unwrap_or_else(PoisonError::into_inner);
        // Made only if it is so: dropping one takes the lock that is held here.
        known.insert(tenant.into()).then(|| Self { running, tenant })
    }
}

impl Drop for AtIt<'_> {
    fn drop(&mut self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(self.tenant);
    }
}
