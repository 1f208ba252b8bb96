//! A courier for tests of flows: it keeps what it is given, and does not go out when it is told so. What
//! goes through a real mail server is tested elsewhere.

use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::port::{Brink, Content, Courier, CourierError, Message};
use tokio::time::Instant;

/// Longer than the slowest machine takes.
const PATIENCE: Duration = Duration::from_secs(120);

/// What becomes of messages.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "tests name each")]
pub enum Weather {
    /// They go out.
    #[default]
    Fair,
    /// They do not go out, and may be tried again.
    Down,
    /// This one does not go out now, and others may.
    Later,
    /// They are refused for good.
    Refusing,
    /// They go out, and nobody hears of it.
    Unsure,
    /// They never come to an end.
    Hanging,
    /// They do not go out after all, when they were about to.
    Late,
}

/// Keeps messages. Clones are one.
#[derive(Clone, Debug, Default)]
pub struct LetterBox(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    weather: Weather,
    /// What becomes of messages to these addresses.
    local: BTreeMap<String, Weather>,
    out: Vec<Message>,
    tried: Vec<Arc<str>>,
}

impl LetterBox {
    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on this becomes of messages.
    pub fn weather(&self, weather: Weather) {
        self.inner().weather = weather;
    }

    /// From now on that becomes of messages to this address, whatever becomes of others.
    pub fn weather_at(&self, address: &str, weather: Weather) {
        self.inner().local.insert(address.to_owned(), weather);
    }

    /// What went out, the oldest first.
    #[must_use]
    pub fn out(&self) -> Vec<Message> {
        self.inner().out.clone()
    }

    /// How often it was tried to send something.
    #[must_use]
    pub fn tries(&self) -> usize {
        self.inner().tried.len()
    }

    /// How often it was tried to send something to this address.
    #[must_use]
    pub fn tries_at(&self, address: &str) -> usize {
        self.inner().tried.iter().filter(|tried| ***tried == *address).count()
    }

    /// The codes that went to an address, the oldest first. Messages go out behind the scenes, so this
    /// waits until there are as many as `wanted`.
    ///
    /// # Panics
    /// They do not come.
    pub async fn codes(&self, to: &str, wanted: usize) -> Vec<String> {
        self.wait(wanted, |message| match &message.content {
            Content::Code { code, .. } if *message.to == *to => Some(code.digits().to_owned()),
            Content::Code { .. } | Content::Notice(_) | Content::Confirmation { .. } | _ => None,
        })
        .await
    }

    /// The last of `wanted` codes that went to an address.
    ///
    /// # Panics
    /// They do not come.
    pub async fn code(&self, to: &str, wanted: usize) -> String {
        self.codes(to, wanted).await.pop().unwrap_or_default()
    }

    /// What the links carry that went to an address, the oldest first.
    ///
    /// # Panics
    /// They do not come.
    pub async fn links(&self, to: &str, wanted: usize) -> Vec<String> {
        self.wait(wanted, |message| match &message.content {
            Content::Confirmation { token, .. } if *message.to == *to => {
                Some(token.as_str().to_owned())
            }
            Content::Confirmation { .. } | Content::Code { .. } | Content::Notice(_) | _ => None,
        })
        .await
    }

    #[expect(clippy::panic, reason = "a test that waits in vain has failed")]
    async fn wait(&self, wanted: usize, which: impl Fn(&Message) -> Option<String>) -> Vec<String> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let found: Vec<String> = self.out().iter().filter_map(&which).collect();
            if found.len() >= wanted {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("{wanted} were to come, and there are {:?}", self.out());
    }
}

#[async_trait]
impl Courier for LetterBox {
    async fn deliver(&self, message: &Message) -> Result<(), CourierError> {
        self.deliver_after(message, Box::pin(async { Ok(()) })).await
    }

    async fn deliver_after(&self, message: &Message, brink: Brink<'_>) -> Result<(), CourierError> {
        let weather = {
            let mut inner = self.inner();
            inner.tried.push(Arc::clone(&message.to));
            inner.local.get(&*message.to).copied().unwrap_or(inner.weather)
        };
        match weather {
            Weather::Down => return Err(CourierError::not_sent("the server is down")),
            Weather::Later => return Err(CourierError::later("the mailbox is full")),
            Weather::Refusing => return Err(CourierError::refused("nobody lives there")),
            Weather::Hanging => core::future::pending().await,
            Weather::Fair | Weather::Unsure | Weather::Late => {}
        }
        brink.await?;
        if weather == Weather::Late {
            return Err(CourierError::later("the server would rather have it later"));
        }
        self.inner().out.push(message.clone());
        match weather {
            Weather::Unsure => Err(CourierError::unsure("the connection broke")),
            Weather::Fair
            | Weather::Down
            | Weather::Later
            | Weather::Refusing
            | Weather::Hanging
            | Weather::Late => Ok(()),
        }
    }
}
