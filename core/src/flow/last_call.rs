//! What is still sent when a process is about to end.
//!
//! Without it a server that refuses for a second, and a process that is replaced by its next version in
//! that second, lose a code between them: the message would still be waiting before its next try.

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;

use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

use super::SecondFactor;

/// The longest wait before another try once the call was made.
const LONGEST: Duration = Duration::from_secs(1);

/// Whether the process is about to end.
#[derive(Debug, Default)]
pub(super) struct LastCall {
    is_made: AtomicBool,
    made: Notify,
}

impl LastCall {
    fn make(&self) {
        self.is_made.store(true, Ordering::SeqCst);
        self.made.notify_waiters();
    }

    /// Waits before another try; once the call is made, not for long.
    pub(super) async fn rest(&self, wait: Duration) {
        // Whoever looks first, and listens afterwards, can miss it.
        let made = self.made.notified();
        if self.is_made.load(Ordering::SeqCst) {
            return sleep(wait.min(LONGEST)).await;
        }
        // Over or made: the next try.
        let _ = timeout(wait, made).await;
    }
}

impl SecondFactor {
    /// Sends what can still be sent before a process ends, for no longer than `limit`, and says whether
    /// nothing is on its way any more.
    ///
    /// A message that waits before another try is tried at once, and then every second. Call this when no
    /// request is answered any more. A code or a link that is still on its way afterwards is lost with the
    /// process, and its reader asks for another; a notice stays in the record, and goes out later.
    pub async fn shut_down(&self, limit: Duration) -> bool {
        self.inner.outbox.last_call.make();
        self.delivered(limit).await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::task::yield_now;
    use tokio::time::Instant;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn once_the_call_is_made_nothing_waits_for_long() {
        let call = Arc::new(LastCall::default());
        let begun = Instant::now();
        call.rest(Duration::from_secs(4)).await;
        assert_eq!(begun.elapsed(), Duration::from_secs(4));

        let waiting = Arc::clone(&call);
        let waiting = tokio::spawn(async move { waiting.rest(Duration::from_secs(300)).await });
        yield_now().await;
        let begun = Instant::now();
        call.make();
        waiting.await.unwrap();
        assert_eq!(begun.elapsed(), Duration::ZERO);
        call.rest(Duration::from_secs(300)).await;
        assert_eq!(begun.elapsed(), LONGEST);
        call.rest(Duration::from_millis(10)).await;
        assert_eq!(begun.elapsed(), LONGEST + Duration::from_millis(10));
    }
}
