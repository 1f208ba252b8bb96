//! Where work goes on that no request waits for.
//!
//! It goes on in the runtime in which the second factor was put together, wherever it was asked for. Some
//! frameworks give each of their workers a runtime of its own, and end it with the worker: what a request
//! has begun there would end with it, and so would every connection that was opened on the way.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Handle;

use super::SecondFactor;

/// The runtime in which a second factor was put together, if that was in one.
#[derive(Debug)]
pub(super) struct Home(Option<Handle>);

impl Home {
    /// The runtime that is here.
    pub(super) fn here() -> Self {
        Self(Handle::try_current().ok())
    }

    /// Begins `work` in the runtime at home; where that has ended, or never was, in the one that is here.
    /// Says whether there was any.
    fn begin<W>(&self, work: W) -> bool
    where
        W: Future<Output = ()> + Send + 'static,
    {
        // A runtime that has ended drops what it is given, at once. So it is given a hand that takes
        // the work out when it begins.
        let work = Arc::new(Mutex::new(Some(work)));
        let take =
            |work: &Mutex<Option<W>>| work.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(home) = &self.0 {
            let there = Arc::clone(&work);
            let begun = home.spawn(async move {
                let work = take(&there);
                if let Some(work) = work {
                    work.await;
                }
            });
            if !begun.is_finished() {
                return true;
            }
        }
        let Some(work) = take(&work) else { return true };
        let Ok(here) = Handle::try_current() else { return false };
        drop(here.spawn(work));
        true
    }
}

impl SecondFactor {
    /// Begins work that nobody waits for. Says whether there is a runtime to do it.
    pub(super) fn behind<W>(&self, work: W) -> bool
    where
        W: Future<Output = ()> + Send + 'static,
    {
        let begun = self.inner.home.begin(work);
        if !begun {
            tracing::error!(target: "countersign", "no runtime to do work in that nobody waits for");
        }
        begun
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use tokio::runtime::{Builder, Runtime};

    use super::*;

    fn runtime() -> Runtime {
        Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
    }

    fn within(runtime: &Runtime) -> Home {
        let _here = runtime.enter();
        Home::here()
    }

    #[test]
    fn work_goes_on_when_the_runtime_ends_in_which_it_was_asked_for() {
        let main = runtime();
        let home = within(&main);
        let (done, said) = mpsc::channel();
        let worker = runtime();
        worker.block_on(async {
            assert!(home.begin(async move {
                tokio::time::sleep(Duration::from_millis(50)).await;
                done.send(thread::current().id()).unwrap();
            }));
        });
        drop(worker);
        said.recv_timeout(Duration::from_secs(60)).unwrap();
    }

    #[test]
    fn where_home_has_ended_or_never_was_work_is_done_here() {
        let ended = within(&runtime());
        for home in [ended, Home::here()] {
            let here = runtime();
            let (done, said) = mpsc::channel();
            here.block_on(async {
                assert!(home.begin(async move { done.send(()).unwrap() }));
            });
            said.recv_timeout(Duration::from_secs(60)).unwrap();
        }
        assert!(!Home::here().begin(async {}), "nobody is here");
    }
}
