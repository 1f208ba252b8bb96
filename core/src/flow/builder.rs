//! Putting a [`SecondFactor`] together.

use core::fmt;
use std::sync::Arc;

use super::behind::Home;
use super::holds::{self, Administration};
use super::second_factor::Inner;
use super::turns::Turns;
use super::{Remember, SecondFactor, Settings};
use crate::authenticator::{TotpParameters, TotpWindow};
use crate::policy::Policy;
use crate::port::{AdministrationStore, Directory};
use crate::port::{Audit, Clock, Courier, Entropy, LogAudit, Store, SystemClock, SystemEntropy};
use crate::secret::{KeyRing, Vault};

/// Puts a [`SecondFactor`] together. What is not said has the default of DESIGN §8.
#[must_use]
pub struct Builder {
    inner: Inner,
}

impl Builder {
    pub(super) fn new(issuer: Arc<str>, keys: &KeyRing, store: Arc<dyn Store>) -> Self {
        Self {
            inner: Inner {
                issuer,
                example_key: keys.has_example(),
                vault: Vault::new(keys),
                policy: Policy::offered(),
                settings: Settings::default(),
                store,
                clock: Arc::new(SystemClock),
                entropy: Arc::new(SystemEntropy),
                audit: Arc::new(LogAudit),
                courier: None,
                administration: None,
                no_rules: holds::none(),
                home: Home::here(),
                outbox: Arc::default(),
                turns: Turns::default(),
            },
        }
    }

    /// Which requirement holds for whom. Default: everybody may, nobody must.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.inner.policy = policy;
        self
    }

    /// Whether and how devices may be remembered. Default: offered, not ticked, 23 hours.
    pub const fn remember(mut self, remember: Remember) -> Self {
        self.inner.settings.remember = remember;
        self
    }

    /// Which time steps are accepted. Default: one either way.
    pub const fn totp_window(mut self, window: TotpWindow) -> Self {
        self.inner.settings.totp_window = window;
        self
    }

    /// How new authenticators compute their codes; those in use keep their own way.
    pub const fn totp(mut self, parameters: TotpParameters) -> Self {
        self.inner.settings.totp = parameters;
        self
    }

    /// How long ago a factor may have been shown for a change of the set-up. Default: 10 minutes.
    pub const fn manage_max_age(mut self, max_age: core::time::Duration) -> Self {
        self.inner.settings.manage_max_age = max_age;
        self
    }

    /// How long a store may take for one call before it counts as gone; also how long the application's
    /// session and the audit are waited for. Default: 5 seconds. It wants a Tokio runtime with timers
    /// (`enable_time`), as every web framework starts one.
    pub const fn store_timeout(mut self, timeout: core::time::Duration) -> Self {
        self.inner.settings.store_timeout = timeout;
        self
    }

    /// Another clock.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.inner.clock = clock;
        self
    }

    /// Another source of chance. It has to be fit for secrets.
    pub fn entropy(mut self, entropy: Arc<dyn Entropy>) -> Self {
        self.inner.entropy = entropy;
        self
    }

    /// Who writes down what happened. Default: the log.
    pub fn audit(mut self, audit: Arc<dyn Audit>) -> Self {
        self.inner.audit = audit;
        self
    }

    /// How long a mailed code is good: between one minute and ten (ASVS 5.0, 6.5.5). What lies outside is
    /// brought to the nearer end. Default: 5 minutes.
    pub fn code_lasts(mut self, lasts: core::time::Duration) -> Self {
        const LEAST: core::time::Duration = core::time::Duration::from_secs(60);
        const MOST: core::time::Duration = core::time::Duration::from_secs(600);
        self.inner.settings.code_lasts = lasts.clamp(LEAST, MOST);
        self
    }

    /// How long to wait after each message where the same goes to many people. Mail servers take a burst
    /// from one sender for spam. Default: 50 milliseconds, some twenty a second. Links to a crowd that are
    /// not sent within a day are not sent any more.
    pub const fn mail_pace(mut self, pace: core::time::Duration) -> Self {
        self.inner.settings.mail_pace = pace;
        self
    }

    /// Who tells people. Default: nobody, and then there are no codes by mail either.
    ///
    /// A code by mail shows that somebody reads a mailbox. Neither NIST SP 800-63B-4 (3.1.3.1) nor OWASP ASVS
    /// 5.0 (6.3.6) takes that for a second factor: whoever can have the password reset by mail needs
    /// nothing else then. It is better than a password alone. Where more is asked for, switch it off by
    /// [`Rule::methods`](crate::policy::Rule::methods).
    pub fn courier(mut self, courier: Arc<dyn Courier>) -> Self {
        self.inner.courier = Some(courier);
        self
    }

    /// Opens the administration pages, to principals of whom the application says that they
    /// [may](crate::subject::Principal::may). `store` is the one that keeps the records, or a clone
    /// of it.
    pub fn administration(mut self, store: impl AdministrationStore) -> Self {
        self.inner.administration = Some(Administration::new(Arc::new(store)));
        self
    }

    /// Whom the application knows, so that the lists have those who never signed in. It counts only
    /// together with [`administration`](Self::administration), after it.
    pub fn directory(mut self, directory: Arc<dyn Directory>) -> Self {
        if let Some(administration) = &mut self.inner.administration {
            administration.directory = Some(directory);
        }
        self
    }

    /// Done.
    #[must_use]
    pub fn build(self) -> SecondFactor {
        SecondFactor { inner: Arc::new(self.inner) }
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("issuer", &self.inner.issuer).finish_non_exhaustive()
    }
}
