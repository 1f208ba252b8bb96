//! What goes on behind the scenes: notices that a process left behind, confirmations to many, and telling
//! people what is to come.
//!
//! Every process may do it; what is written into each person's record keeps two of them from doing it
//! twice. A message is written down as out in the swap right before it goes out, so a process that is
//! killed leaves at most one message of which nobody knows whether it went out. That one is not sent
//! again, and is counted as what it is.

use core::time::Duration;

use super::SecondFactor;
use crate::fault::Fault;

/// Between two rounds.
const ROUND: Duration = Duration::from_secs(60);
/// Rounds between two looks at who is to be told what is to come.
const ROUNDS_TO_REMIND: u32 = 60;

impl SecondFactor {
    /// Does for as long as it is polled what goes on behind the scenes: sends notices that a process
    /// left behind, goes on with confirmations that one left half-way, and tells people what will be required of them and until when it can be
    /// put off. An application with a courier and administration pages spawns it once in each process.
    pub async fn errands(self) {
        let mut round: u32 = 0;
        loop {
            if let Err(fault) = self.errand(round.is_multiple_of(ROUNDS_TO_REMIND)).await {
                tracing::warn!(target: "countersign", %fault, "errands were left half-way");
            }
            round = round.wrapping_add(1);
            tokio::time::sleep(ROUND).await;
        }
    }

    /// One round of it.
    ///
    /// # Errors
    /// Something is broken. What was not done is done in the next round.
    pub async fn errands_once(&self) -> Result<(), Fault> {
        self.errand(true).await
    }

    async fn errand(&self, reminds: bool) -> Result<(), Fault> {
        let Some(administration) = &self.inner.administration else { return Ok(()) };
        if self.inner.courier.is_none() {
            return Ok(());
        }
        self.pay_everybody().await?;
        for tenant in self.bounded(administration.store.tenants()).await? {
            self.send_confirmations(&tenant).await?;
            if reminds {
                self.remind(&tenant).await?;
            }
        }
        Ok(())
    }
}
