//! What goes on behind the scenes: notices that a process left behind, confirmations to many, and telling
//! people what is to come.
//!
//! Every process may do it; what is written into each person's record keeps two of them from doing it
//! twice. A message is written down as out in the swap right before it goes out, so a process that is
//! killed leaves at most one message of which nobody knows whether it went out. That one is not sent
//! again, and is counted as what it is.

use core::time::Duration;
use std::sync::Arc;

use super::SecondFactor;
use crate::fault::Fault;

/// Between two rounds.
const ROUND: Duration = Duration::from_secs(60);
/// Rounds between two looks at who is to be told what is to come.
const ROUNDS_TO_REMIND: u32 = 60;

impl SecondFactor {
    /// Does for as long as it is polled what goes on behind the scenes: sends notices that a process
    /// left behind, goes on with confirmations that one left half-way, and tells people what will be
    /// required of them and until when it can be put off. Confirmations to a crowd take long, so each
    /// tenant's go on beside the rest, and to their end. An application with a courier and administration
    /// pages spawns it once in each process.
    pub async fn errands(self) {
        let mut round: u32 = 0;
        loop {
            // What is broken has been logged.
            let _ = self.errand(round.is_multiple_of(ROUNDS_TO_REMIND), Sends::Beside).await;
            round = round.wrapping_add(1);
            tokio::time::sleep(ROUND).await;
        }
    }

    /// One round of it, with all that is to be done now.
    ///
    /// # Errors
    /// Something is broken. Whatever could be done nevertheless, for other people and other tenants, is
    /// done; the rest is done in the next round.
    pub async fn errands_once(&self) -> Result<(), Fault> {
        self.errand(true, Sends::Here).await
    }

    async fn errand(&self, reminds: bool, sends: Sends) -> Result<(), Fault> {
        let Some(administration) = &self.inner.administration else { return Ok(()) };
        if self.inner.courier.is_none() {
            return Ok(());
        }
        let mut done = Ok(());
        go_on(&mut done, self.pay_everybody().await);
        for tenant in self.bounded(administration.store.tenants()).await? {
            let sent = match sends {
                Sends::Here => self.send_confirmations(&tenant).await,
                Sends::Beside => self.due(&tenant).await.map(|due| {
                    if due.is_some() {
                        self.go_on(Arc::clone(&tenant));
                    }
                }),
            };
            go_on(&mut done, sent);
            if reminds {
                go_on(&mut done, self.remind(&tenant).await);
            }
        }
        done
    }
}

/// Where confirmations to many are sent.
#[derive(Clone, Copy)]
enum Sends {
    /// Beside the round, which does not wait for them.
    Beside,
    /// In the round.
    Here,
}

/// What breaks is told, and keeps nothing else from being done.
fn go_on(so_far: &mut Result<(), Fault>, done: Result<(), Fault>) {
    if let Err(fault) = done {
        tracing::warn!(target: "countersign", %fault, "errands were left half-way");
        if so_far.is_ok() {
            *so_far = Err(fault);
        }
    }
}
