//! Where the suite gets its stages from: a [`Door`] in this process, or a site that runs already.

use core::fmt;
use core::sync::atomic::AtomicBool;
use core::time::Duration;
use std::any::Any;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use countersign::SecondFactor;
use countersign::port::{Clock as _, Entropy, EntropyError, FakeClock};
use countersign::secret::{Key, KeyRing};
use countersign_web::{Origin, Web};
use sha2::{Digest as _, Sha256};

use crate::door::Door;
use crate::settings::Settings;
use crate::site::Site;
use crate::stage::{Hands, Mailbox, Stage, Time};
use crate::trouble::TroubledStore;

/// When it is on a stage: the 15th of January 2027, 8:00.
const BEGIN: u64 = 1_800_000_000;
const ORIGIN: &str = "https://site.example";

/// What is tried.
#[async_trait]
pub trait Adapter: Send + Sync {
    /// Its name in the table.
    fn name(&self) -> &str;

    /// Headers that its framework adds by itself to answers that lack them.
    fn own_headers(&self) -> &[&str];

    /// A site that nobody has used yet; `None`: it cannot be had with these settings.
    ///
    /// # Errors
    /// It does not start.
    async fn stage(&self, settings: &Settings) -> io::Result<Option<Stage>>;
}

/// A [`Door`], opened once a journey with a clock, a store and chance of its own. What is random
/// elsewhere is the same at every door, so that answers can be compared byte for byte.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "it is a door and nothing else")]
pub struct InProcess<D>(pub D);

#[async_trait]
impl<D: Door> Adapter for InProcess<D> {
    fn name(&self) -> &str {
        self.0.name()
    }

    fn own_headers(&self) -> &[&str] {
        self.0.own_headers()
    }

    async fn stage(&self, settings: &Settings) -> io::Result<Option<Stage>> {
        let clock = Arc::new(FakeClock::at(BEGIN));
        let (store, mailbox) = (TroubledStore::default(), Mailbox::default());
        let keys = KeyRing::new(
            Key::from_bytes(&Sha256::digest(b"the key of the stage")).map_err(io::Error::other)?,
        );
        let mut second_factor = SecondFactor::builder("Site", &keys, store.clone())
            .administration(store.clone())
            .policy(settings.policy(clock.now()).map_err(io::Error::other)?)
            .remember(settings.remember())
            .totp_window(settings.window())
            .clock(clock.clone())
            .entropy(Arc::new(Dice::default()))
            .courier(Arc::new(mailbox.clone()));
        if let Some(seconds) = settings.manage_max_age {
            second_factor = second_factor.manage_max_age(Duration::from_secs(seconds));
        }
        let second_factor = second_factor.build();
        let first_factor_is_broken = Arc::new(AtomicBool::new(false));
        let site = Site::new(second_factor.clone(), Arc::clone(&first_factor_is_broken));
        let origin = Origin::parse(ORIGIN).map_err(io::Error::other)?;
        let web = settings
            .messages
            .iter()
            .fold(Web::builder(second_factor, origin), |web, (tag, messages)| {
                web.language(tag, messages)
            });
        let web = web
            .mount(settings.mount.as_deref().unwrap_or("/2fa"))
            .sign_in("/sign-in")
            .sign_out("/sign-out")
            .build()
            .map_err(io::Error::other)?;
        let (address, running) = self.0.open(site.clone(), web).await?.into_parts();
        let hands = Hands { site, mailbox, store, first_factor_is_broken };
        Ok(Some(Stage::here(address, ORIGIN.to_owned(), Time::Moved(clock), hands, running)))
    }
}

/// The same numbers in every run, in the order in which they are asked for. Fit for tests only.
#[derive(Debug, Default)]
struct Dice(AtomicU64);

impl Entropy for Dice {
    fn fill(&self, out: &mut [u8]) -> Result<(), EntropyError> {
        for chunk in out.chunks_mut(32) {
            let thrown = self.0.fetch_add(1, Ordering::SeqCst);
            let digest = Sha256::digest(thrown.to_be_bytes());
            chunk.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        }
        Ok(())
    }
}

/// A site that was just started, at an address, until the value is dropped.
pub type Running = (SocketAddr, String, Box<dyn Any + Send + Sync>);

/// A site that runs elsewhere: `start` gives a fresh one for every journey.
pub struct BaseUrl<F> {
    name: String,
    start: F,
}

impl<F> BaseUrl<F>
where
    F: Fn() -> io::Result<Running> + Send + Sync,
{
    /// A site by this name.
    pub fn new(name: impl Into<String>, start: F) -> Self {
        Self { name: name.into(), start }
    }
}

#[async_trait]
impl<F> Adapter for BaseUrl<F>
where
    F: Fn() -> io::Result<Running> + Send + Sync,
{
    fn name(&self) -> &str {
        &self.name
    }

    fn own_headers(&self) -> &[&str] {
        &[]
    }

    async fn stage(&self, settings: &Settings) -> io::Result<Option<Stage>> {
        if !settings.is_default() {
            return Ok(None);
        }
        let (address, origin, running) = (self.start)()?;
        Ok(Some(Stage::elsewhere(address, origin, running)))
    }
}

impl<F> fmt::Debug for BaseUrl<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BaseUrl").field("name", &self.name).finish_non_exhaustive()
    }
}
