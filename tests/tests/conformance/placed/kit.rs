//! What every application of the table is made of, and who can put one together.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::subject::Principal;
use countersign_conformance::{Door, Opened, Session, Site};
use countersign_web::Web;
use tokio::sync::Notify;

use super::row::Place;

/// What a cell is built of. Clones are one.
#[derive(Clone, Debug)]
pub(super) struct Kit {
    pub(super) site: Site,
    pub(super) web: Web,
    calls: Arc<AtomicUsize>,
    /// The second event of a stream waits for this.
    pub(super) go_on: Arc<Notify>,
}

impl Kit {
    pub(super) fn new(site: Site, web: Web) -> Self {
        Self { site, web, calls: Arc::default(), go_on: Arc::default() }
    }

    /// Says that a handler runs, and what it answers.
    pub(super) fn count(&self) -> &'static str {
        self.calls.fetch_add(1, Ordering::SeqCst);
        "it ran"
    }

    pub(super) fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    /// Who it is, by a session.
    pub(super) fn who(&self, session: &Session) -> Result<Option<Principal>, BoxError> {
        self.site.principal(session, None)
    }

    /// Who it is, by the id that a framework's own session keeps; `None` is nobody.
    pub(super) fn who_has(&self, id: Option<&str>) -> Result<Option<Principal>, BoxError> {
        self.who(&self.site.session(id))
    }
}

pub(super) type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Why there is no application.
pub(super) enum Not {
    /// The framework has no such thing.
    Here(&'static str),
    Started(io::Error),
}

impl From<io::Error> for Not {
    fn from(error: io::Error) -> Self {
        Self::Started(error)
    }
}

/// A framework that can put the gate and the routes together.
#[async_trait]
pub(super) trait Framework: Send + Sync {
    /// An application in which they stand so, listening.
    async fn open(&self, place: Place, kit: Kit) -> Result<Opened, Not>;
}

/// A door that keeps what it is opened with: what people do there is known at every application of the
/// table.
#[derive(Clone)]
pub(super) struct Lends<D> {
    pub(super) door: D,
    lent: Arc<Mutex<Option<(Site, Web)>>>,
}

impl<D> Lends<D> {
    pub(super) fn by(door: D) -> Self {
        Self { door, lent: Arc::default() }
    }

    /// A kit with the site and the pages that the door was opened with.
    pub(super) fn kit(&self) -> Option<Kit> {
        let (site, web) = self.lent.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        Some(Kit::new(site, web))
    }
}

#[async_trait]
impl<D: Door> Door for Lends<D> {
    fn name(&self) -> &str {
        self.door.name()
    }

    async fn open(&self, site: Site, web: Web) -> io::Result<Opened> {
        let lent = (site.clone(), web.clone());
        *self.lent.lock().unwrap_or_else(PoisonError::into_inner) = Some(lent);
        self.door.open(site, web).await
    }
}
