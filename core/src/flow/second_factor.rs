//! The second factor of an application: its rules, its keys and its ports in one hand.

use core::fmt;
use std::sync::Arc;

use super::behind::Home;
use super::holds::Administration;
use super::outbox::Outbox;
use super::turns::Turns;
use super::{Builder, Settings};
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::policy::{Policy, Rules};
use crate::port::{Audit, Clock, Courier, Entropy, Store};
use crate::secret::{KeyRing, Vault};
use crate::subject::Principal;
use crate::time::Timestamp;

/// The second factor of an application. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct SecondFactor {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) issuer: Arc<str>,
    pub(super) example_key: bool,
    pub(super) vault: Vault,
    pub(super) policy: Policy,
    pub(super) settings: Settings,
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) audit: Arc<dyn Audit>,
    pub(super) courier: Option<Arc<dyn Courier>>,
    pub(super) turns: Turns,
    pub(super) administration: Option<Administration>,
    pub(super) no_rules: Arc<Rules>,
    pub(super) home: Home,
    pub(super) outbox: Arc<Outbox>,
}

impl SecondFactor {
    /// Begins to put one together: `issuer` is the name of the site in people's authenticator apps.
    ///
    /// What no request waits for, such as messages on their way, goes on in the Tokio runtime in which
    /// this is called: let it be the one of `main`, which outlives the workers of a server.
    pub fn builder(issuer: impl Into<Arc<str>>, keys: &KeyRing, store: impl Store) -> Builder {
        Builder::new(issuer.into(), keys, Arc::new(store))
    }

    /// The name of the site in authenticator apps.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.inner.issuer
    }

    /// What the application has set.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The rules.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    /// Whether there are administration pages.
    #[must_use]
    pub fn has_administration(&self) -> bool {
        self.inner.administration.is_some()
    }

    /// Whether there is somebody who sends mail.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.inner.courier.is_some()
    }

    /// Whether the key of the documentation is in use; see [`Key::example`](crate::secret::Key).
    #[must_use]
    pub fn has_example_key(&self) -> bool {
        self.inner.example_key
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// Whether the store answers.
    ///
    /// # Errors
    /// It does not, or not in time.
    pub async fn ready(&self) -> Result<(), Fault> {
        self.bounded(self.inner.store.ready()).await
    }

    /// Random bytes.
    pub(super) fn random<const N: usize>(&self) -> Result<[u8; N], Fault> {
        let mut bytes = [0; N];
        self.inner
            .entropy
            .fill(&mut bytes)
            .map_err(|source| Fault::caused(FaultKind::Entropy, source))?;
        Ok(bytes)
    }

    /// Writes down what is certain to have happened.
    pub(super) async fn note(&self, principal: &Principal, now: Timestamp, event: Event) {
        self.audit(&Entry::new(&event, principal.subject().clone(), now)).await;
    }

    /// Writes an entry down. An audit that hangs holds nobody up.
    pub(super) async fn audit(&self, entry: &Entry) {
        if self.soon(self.inner.audit.record(entry)).await.is_none() {
            tracing::error!(target: "countersign", event = &*entry.event, "the audit hangs");
        }
        if let Some(administration) = &self.inner.administration
            && let Err(fault) = self.bounded(administration.store.append(entry)).await
        {
            tracing::error!(target: "countersign", event = &*entry.event, %fault, "not in the log");
        }
    }
}

impl fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactor")
            .field("issuer", &self.inner.issuer)
            .field("vault", &self.inner.vault)
            .field("settings", &self.inner.settings)
            .finish_non_exhaustive()
    }
}
