//! Where a journey is played: an address, and a hand on the clock, the mail, the machines and the
//! counter, as far as there are such hands.

use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::any::Any;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use countersign::port::{Clock as _, Content, Courier, CourierError, FakeClock, Message};

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

/// What people were sent by mail, in order.
#[derive(Clone, Debug, Default)]
pub struct Mailbox(Arc<Mutex<Post>>);

#[derive(Debug, Default)]
struct Post {
    messages: Vec<Message>,
    /// How many of them have been taken out.
    taken: usize,
}

impl Mailbox {
    /// Takes out what has come: the address and the kind of each message, such as
    /// `ada@acme.example: DeviceRemembered`, or `Code` or `Confirmation` after the address.
    #[must_use]
    pub fn take(&self) -> Vec<String> {
        let mut post = self.post();
        let lines = post.messages.iter().skip(post.taken).map(line).collect();
        post.taken = post.messages.len();
        lines
    }

    /// The code that was sent to an address last, whether its message was taken out or not.
    #[must_use]
    pub fn code_for(&self, address: &str) -> Option<String> {
        self.last_for(address, code)
    }

    /// The link that was sent to an address last, as it stands below the mount point, whether its
    /// message was taken out or not.
    #[must_use]
    pub fn link_for(&self, address: &str) -> Option<String> {
        self.last_for(address, link)
    }

    /// Every code that was sent to an address, in order.
    pub(crate) fn codes_for(&self, address: &str) -> Vec<String> {
        self.all_for(address, code)
    }

    /// Every link that was sent to an address, in order.
    pub(crate) fn links_for(&self, address: &str) -> Vec<String> {
        self.all_for(address, link)
    }

    fn last_for(&self, address: &str, read: impl Fn(&Content) -> Option<String>) -> Option<String> {
        self.all_for(address, read).pop()
    }

    fn all_for(&self, address: &str, read: impl Fn(&Content) -> Option<String>) -> Vec<String> {
        let post = self.post();
        let to_them = post.messages.iter().filter(|message| *message.to == *address);
        to_them.filter_map(|message| read(&message.content)).collect()
    }

    fn post(&self) -> MutexGuard<'_, Post> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn code(content: &Content) -> Option<String> {
    let Content::Code { code, .. } = content else { return None };
    Some(code.digits().to_owned())
}

fn link(content: &Content) -> Option<String> {
    let Content::Confirmation { token, .. } = content else { return None };
    Some(format!("confirm-address?token={}", token.as_str()))
}

fn line(message: &Message) -> String {
    match &message.content {
        Content::Notice(kind) => format!("{}: {kind:?}", message.to),
        Content::Code { .. } => format!("{}: Code", message.to),
        Content::Confirmation { .. } => format!("{}: Confirmation", message.to),
        other => format!("{}: {}", message.to, other.name()),
    }
}

#[async_trait]
impl Courier for Mailbox {
    async fn deliver(&self, message: &Message) -> Result<(), CourierError> {
        self.post().messages.push(message.clone());
        Ok(())
    }
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
