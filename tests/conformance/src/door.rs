//! What an adapter's author writes: the site behind a framework and an adapter, listening.

use core::fmt;
use std::any::Any;
use std::io;
use std::net::SocketAddr;

use async_trait::async_trait;
use countersign_web::Web;

use crate::site::Site;

/// A framework with its adapter, which can open the [`Site`] behind it.
///
/// The README of this crate says step by step what `open` has to do.
#[async_trait]
pub trait Door: Send + Sync {
    /// Its name in the table.
    fn name(&self) -> &str;

    /// Headers that the framework adds by itself to answers that lack them. They are compared only
    /// where the site or Countersign sends them.
    fn own_headers(&self) -> &[&str] {
        &[]
    }

    /// Puts `site` behind the adapter with these pages, and listens on a free port of `127.0.0.1`.
    ///
    /// # Errors
    /// It cannot listen.
    async fn open(&self, site: Site, web: Web) -> io::Result<Opened>;
}

/// A site that listens until this is dropped.
pub struct Opened {
    address: SocketAddr,
    running: Box<dyn Any + Send + Sync>,
}

impl Opened {
    /// A site at `address`. It has to end when `running` is dropped.
    #[must_use]
    pub fn new(address: SocketAddr, running: impl Any + Send + Sync) -> Self {
        Self { address, running: Box::new(running) }
    }

    /// A site that a task serves; the task is aborted in the end.
    #[must_use]
    pub fn by_task(address: SocketAddr, task: tokio::task::JoinHandle<()>) -> Self {
        Self::new(address, Aborts(task))
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn into_parts(self) -> (SocketAddr, Box<dyn Any + Send + Sync>) {
        (self.address, self.running)
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("address", &self.address).finish_non_exhaustive()
    }
}

struct Aborts(tokio::task::JoinHandle<()>);

impl Drop for Aborts {
    fn drop(&mut self) {
        self.0.abort();
    }
}
