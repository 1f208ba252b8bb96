//! The second factor of an application: its rules, its keys and its ports in one hand.

use core::fmt;
use std::sync::Arc;

use super::behind::Home;
use super::holds::Administration;
use super::outbox::{Of, Outbox, Outgoing};
use super::turns::Turns;
use super::{Builder, Settings};
use crate::authenticator::DeliveryId;
use crate::event::{Entry, Event};
use crate::fault::{Fault, FaultKind};
use crate::policy::{Policy, Rules};
use crate::port::{Audit, Clock, Content, Courier, Entropy, NoticeKind, Store};
use crate::secret::{KeyRing, Vault};
use crate::subject::{Principal, Profile, SubjectId};
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

    /// Writes down what is certain to have happened, and tells the person where people are told.
    pub(super) async fn tell(&self, principal: &Principal, now: Timestamp, event: Event) {
        let told = notice(&event);
        self.audit(&Entry::new(&event, principal.subject().clone(), now)).await;
        if let Some(kind) = told {
            self.notify(principal, now, kind);
        }
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

    /// Tells a person of something, without waiting for it.
    pub(super) fn notify(&self, principal: &Principal, now: Timestamp, kind: NoticeKind) {
        let Some(email) = principal.address().filter(|_| self.inner.courier.is_some()) else {
            return;
        };
        let (subject, profile) = (principal.subject().clone(), Profile::of(principal));
        let to = Arc::clone(&email.address);
        if email.confirmed {
            self.notify_at(&subject, to, &profile, now, kind);
            return;
        }
        // Perhaps it was confirmed to us.
        let this = self.clone();
        self.behind(async move {
            let stored = this.load(&subject).await.ok().flatten();
            let confirmed = stored.as_ref().and_then(|own| own.record.terms().confirmed());
            if confirmed == Some(&*to) {
                this.notify_at(&subject, to, &profile, now, kind);
            }
        });
    }

    /// The same for somebody who is not here.
    pub(super) fn notify_at(
        &self,
        subject: &SubjectId,
        to: Arc<str>,
        profile: &Profile,
        now: Timestamp,
        kind: NoticeKind,
    ) {
        if self.inner.courier.is_none() {
            return;
        }
        let Ok(id) = self.random() else {
            tracing::error!(target: "countersign", "no randomness to name a message with");
            return;
        };
        let content = Content::Notice(kind);
        let id = DeliveryId::from_bytes(id);
        let language = profile.language().map(Into::into);
        let message = self.message(id, to, profile.label(), language, content, now);
        self.post(Outgoing { subject: subject.clone(), message, of: Of::Notice });
    }
}

const fn notice(event: &Event) -> Option<NoticeKind> {
    match event {
        Event::AuthenticatorAdded => Some(NoticeKind::AuthenticatorAdded),
        Event::AuthenticatorRemoved => Some(NoticeKind::AuthenticatorRemoved),
        Event::RecoveryCodeUsed { left } => Some(NoticeKind::RecoveryCodeUsed { left: *left }),
        Event::RecoveryCodesRenewed => Some(NoticeKind::RecoveryCodesRenewed),
        Event::DeviceRemembered => Some(NoticeKind::DeviceRemembered),
        Event::DeviceCopied => Some(NoticeKind::DeviceCopied),
        Event::Reset | Event::DisabledOnBehalf => Some(NoticeKind::Reset),
        Event::ChallengePassed(_)
        | Event::ChallengeFailed(_)
        | Event::ChallengeThrottled(_)
        | Event::EnrollmentBegun
        | Event::AuthenticatorRenamed
        | Event::DeviceStoodIn
        | Event::DeviceForgotten
        | Event::SignedOut
        | Event::CredentialsChanged
        | Event::RequirementBegan(_)
        | Event::PutOff { .. }
        | Event::Decided(_)
        | Event::LeftToRules
        | Event::RuleAdded(_)
        | Event::RuleRemoved(_)
        | Event::CodeSent
        | Event::ConfirmationSent
        | Event::AddressConfirmed
        | Event::MessageNotDelivered(..)
        | Event::ConfirmationsBegun
        | Event::SubjectRenamed
        | Event::SubjectRemoved => None,
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
