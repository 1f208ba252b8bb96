//! Handing a message over so that it is written down at the last moment: whatever breaks, a message that
//! may have gone out is one that is known to be.

use super::SecondFactor;
use super::transact::Change;
use crate::port::{Brink, CourierError, Message};
use crate::record::Record;
use crate::subject::SubjectId;

/// What became of a message.
#[derive(Debug)]
pub(super) enum Handed {
    /// It went out.
    Sent,
    /// It was not to be sent any more: somebody else was faster.
    NotWanted,
    /// It did not go out.
    Failed {
        /// Why.
        error: CourierError,
        /// Whether the record says that it may have.
        marked: bool,
    },
}

impl SecondFactor {
    /// Hands a message over. `mark` writes into the person's record that it is out, or says that it is
    /// not to be sent.
    pub(super) async fn hand_over(
        &self,
        subject: &SubjectId,
        message: &Message,
        mark: impl Fn(&mut Record) -> bool + Send + Sync,
    ) -> Handed {
        let Some(courier) = &self.inner.courier else { return Handed::NotWanted };
        let (mut marked, mut wanted) = (false, true);
        let brink: Brink<'_> = Box::pin(async {
            let stored = self.change(subject, |record| {
                Ok(if mark(record) { Change::Some(true) } else { Change::None(false) })
            });
            match stored.await {
                Ok(true) => {
                    marked = true;
                    Ok(())
                }
                Ok(false) => {
                    wanted = false;
                    Err(CourierError::not_sent("it is not to be sent any more"))
                }
                // It says nothing of who takes messages, nor of the next one.
                Err(fault) => Err(CourierError::later(fault)),
            }
        });
        let handed = courier.deliver_after(message, brink).await;
        match handed {
            Ok(()) => Handed::Sent,
            Err(_) if !wanted => Handed::NotWanted,
            Err(error) => Handed::Failed { error, marked },
        }
    }
}
