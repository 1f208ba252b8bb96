//! Who tells people.

use core::fmt;
use std::sync::Arc;

use async_trait::async_trait;

use crate::time::Timestamp;

/// What a person is told.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum NoticeKind {
    /// An authenticator came into use.
    AuthenticatorAdded,
    /// An authenticator is no longer in use.
    AuthenticatorRemoved,
    /// A recovery code was used; so many are left.
    RecoveryCodeUsed {
        /// How many are left.
        left: usize,
    },
    /// There is a new set of recovery codes.
    RecoveryCodesRenewed,
    /// A device is remembered.
    DeviceRemembered,
    /// Somebody who knows the password gave a wrong code: the first one of the day.
    WrongCodeAfterPassword,
    /// Somebody has a copy of a remembered device's token.
    DeviceCopied,
    /// An administrator took away everything that was set up.
    Reset,
}

/// A message to a person. Nothing in it is secret, and nothing in it acts.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Notice {
    /// The confirmed e-mail address.
    pub to: Arc<str>,
    /// The site, by the name that it has in authenticator apps.
    pub issuer: Arc<str>,
    /// What happened.
    pub kind: NoticeKind,
    /// When.
    pub at: Timestamp,
}

impl Notice {
    pub(crate) const fn new(
        to: Arc<str>,
        issuer: Arc<str>,
        kind: NoticeKind,
        at: Timestamp,
    ) -> Self {
        Self { to, issuer, kind, at }
    }
}

/// A message did not go out.
#[derive(Debug, thiserror::Error)]
#[error("a message did not go out: {0}")]
#[non_exhaustive]
pub struct CourierError(pub String);

/// Who tells people. A message is handed over after what it tells of is stored, and off the request's
/// path: the answer does not wait for it.
#[async_trait]
pub trait Courier: fmt::Debug + Send + Sync + 'static {
    /// Delivers a notice.
    ///
    /// # Errors
    /// It did not go out. It is logged, and not tried again by the caller.
    async fn deliver(&self, notice: &Notice) -> Result<(), CourierError>;
}
