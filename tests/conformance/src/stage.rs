//! Where a journey is played: an address, and a hand on the clock, the mail, the machines and the
//! counter, as far as there are such hands.

use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::any::Any;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use countersign::port::{Clock as _, FakeClock};

use crate::mailbox::Mailbox;
use crate::settings::Trouble;
use crate::site::Site;
use crate::trouble::TroubledStore;

/// The longest that a journey waits at a site whose clock is everybody's.
const PATIENCE: Duration = Duration::from_secs(61);

/// The clock of a site.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "there is no third kind")]
pub enum Time {
    /// A clock that a journey moves.
    Moved(Arc<FakeClock>),
    /// The clock on the wall. Journeys wait for it, if it is not for long.
    Wall,
}

impl Time {
    pub(crate) fn can_wait(&self, wait: Duration) -> bool {
        match self {
            Self::Moved(_) => true,
            Self::Wall => wait <= PATIENCE,
        }
    }

    pub(crate) async fn wait(&self, wait: Duration) {
        match self {
            Self::Moved(clock) => clock.advance(wait),
            Self::Wall => tokio::time::sleep(wait).await,
        }
    }

    pub(crate) fn now(&self) -> u64 {
        match self {
            Self::Moved(clock) => clock.now().as_unix(),
            Self::Wall => wall(),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the site at the other end asks the machine, too")]
fn wall() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// What can be done to a site that runs in this process.
#[derive(Debug)]
pub(crate) struct Hands {
    pub(crate) site: Site,
    pub(crate) mailbox: Mailbox,
    pub(crate) store: TroubledStore,
    pub(crate) first_factor_is_broken: Arc<AtomicBool>,
}

impl Hands {
    pub(crate) fn suffer(&self, trouble: Trouble) {
        self.first_factor_is_broken.store(trouble == Trouble::FirstFactor, Ordering::SeqCst);
        self.store.suffer(trouble);
    }
}

/// A site that listens, and what can be done to it.
pub struct Stage {
    pub(crate) address: SocketAddr,
    /// What a browser calls it: `https://site.example`.
    pub(crate) origin: String,
    pub(crate) time: Time,
    pub(crate) hands: Option<Hands>,
    /// Ends the site when it is dropped.
    _running: Box<dyn Any + Send + Sync>,
}

impl Stage {
    /// A site that runs elsewhere, at the wall's clock, until `running` is dropped. Nobody counts its
    /// handlers and nobody breaks its store; journeys that need that are not played at it.
    #[must_use]
    pub fn elsewhere(
        address: SocketAddr,
        origin: impl Into<String>,
        running: impl Any + Send + Sync,
    ) -> Self {
        let running = Box::new(running);
        Self { address, origin: origin.into(), time: Time::Wall, hands: None, _running: running }
    }

    pub(crate) fn here(
        address: SocketAddr,
        origin: String,
        time: Time,
        hands: Hands,
        running: Box<dyn Any + Send + Sync>,
    ) -> Self {
        Self { address, origin, time, hands: Some(hands), _running: running }
    }

    pub(crate) fn calls(&self) -> Option<usize> {
        self.hands.as_ref().map(|hands| hands.site.calls())
    }

    /// What stands behind `https://` or `http://`.
    pub(crate) fn host(&self) -> &str {
        self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host)
    }

    pub(crate) fn is_encrypted(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

impl fmt::Debug for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stage").field("origin", &self.origin).finish_non_exhaustive()
    }
}
