//! Giving up on a future.

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;

/// Polls a future so many times and drops it; `None`: it was not done by then.
pub async fn polled<T>(times: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = times;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        match future.as_mut().poll(context) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::task::yield_now;

    #[tokio::test]
    async fn a_future_is_dropped_after_so_many_polls() {
        let twice = || async {
            yield_now().await;
            yield_now().await;
        };
        for times in 0..3 {
            assert!(polled(times, twice()).await.is_none(), "{times}");
        }
        assert!(polled(3, twice()).await.is_some());
    }
}
