//! What people were sent by mail, as they would read it.

use core::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use countersign::port::{Content, Courier, CourierError, Message};

/// What people were sent by mail, in order. It takes messages as they are, or as they have arrived over a
/// [`Road`].
#[derive(Clone, Debug, Default)]
pub struct Mailbox {
    post: Arc<Mutex<Post>>,
    road: Option<Arc<dyn Road>>,
}

#[derive(Debug, Default)]
struct Post {
    arrived: Vec<(String, Arrived)>,
    /// How many of them have been taken out.
    taken: usize,
}

/// A way that messages really go: a mail server, and somebody who reads what it has kept.
#[async_trait]
pub trait Road: fmt::Debug + Send + Sync + 'static {
    /// Carries a message, and says what has arrived.
    ///
    /// # Errors
    /// Nothing has, or it cannot be told.
    async fn carry(&self, message: &Message) -> Result<Arrived, CourierError>;
}

/// A message that has arrived, as its reader has it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "roads build it")]
pub struct Arrived {
    /// Where.
    pub to: String,
    /// The code in it.
    pub code: Option<String>,
    /// The link in it, as it stands below the mount point: `confirm-address?token=…`.
    pub link: Option<String>,
}

impl Mailbox {
    /// One that is reached over a road.
    #[must_use]
    pub fn over(road: Arc<dyn Road>) -> Self {
        Self { post: Arc::default(), road: Some(road) }
    }

    /// Takes out what has come: the address and the kind of each message, such as
    /// `ada@acme.example: DeviceRemembered`, or `Code` or `Confirmation` after the address.
    #[must_use]
    pub fn take(&self) -> Vec<String> {
        let mut post = self.post();
        let lines = post.arrived.iter().skip(post.taken).map(|(line, _)| line.clone()).collect();
        post.taken = post.arrived.len();
        lines
    }

    /// The code that was sent to an address last, whether its message was taken out or not.
    #[must_use]
    pub fn code_for(&self, address: &str) -> Option<String> {
        self.codes_for(address).pop()
    }

    /// The link that was sent to an address last, as it stands below the mount point, whether its
    /// message was taken out or not.
    #[must_use]
    pub fn link_for(&self, address: &str) -> Option<String> {
        self.links_for(address).pop()
    }

    /// Every code that was sent to an address, in order.
    pub(crate) fn codes_for(&self, address: &str) -> Vec<String> {
        self.all_for(address, |arrived| arrived.code.clone())
    }

    /// Every link that was sent to an address, in order.
    pub(crate) fn links_for(&self, address: &str) -> Vec<String> {
        self.all_for(address, |arrived| arrived.link.clone())
    }

    fn all_for(&self, address: &str, read: impl Fn(&Arrived) -> Option<String>) -> Vec<String> {
        let post = self.post();
        let to_them = post.arrived.iter().filter(|(_, arrived)| arrived.to == address);
        to_them.filter_map(|(_, arrived)| read(arrived)).collect()
    }

    fn post(&self) -> MutexGuard<'_, Post> {
        self.post.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Courier for Mailbox {
    async fn deliver(&self, message: &Message) -> Result<(), CourierError> {
        let arrived = match &self.road {
            Some(road) => road.carry(message).await?,
            None => at_once(message),
        };
        self.post().arrived.push((line(message), arrived));
        Ok(())
    }
}

/// What a message says, without a road.
fn at_once(message: &Message) -> Arrived {
    let (code, link) = match &message.content {
        Content::Code { code, .. } => (Some(code.digits().to_owned()), None),
        Content::Confirmation { token, .. } => {
            (None, Some(format!("confirm-address?token={}", token.as_str())))
        }
        Content::Notice(_) | _ => (None, None),
    };
    Arrived { to: message.to.to_string(), code, link }
}

fn line(message: &Message) -> String {
    match &message.content {
        Content::Notice(kind) => format!("{}: {kind:?}", message.to),
        Content::Code { .. } => format!("{}: Code", message.to),
        Content::Confirmation { .. } => format!("{}: Confirmation", message.to),
        other => format!("{}: {}", message.to, other.name()),
    }
}
