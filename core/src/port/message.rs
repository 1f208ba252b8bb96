//! What people are sent.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::notice::NoticeKind;
use crate::time::Timestamp;

/// A code on its way to a person. It prints nothing.
#[derive(Clone, Eq, PartialEq)]
pub struct MailedCode(Zeroizing<String>);

impl MailedCode {
    pub(crate) const fn new(digits: Zeroizing<String>) -> Self {
        Self(digits)
    }

    /// One for the tests of a courier: it opens nothing.
    #[must_use]
    pub fn example(digits: &str) -> Self {
        Self(Zeroizing::new(digits.to_owned()))
    }

    /// The digits. They belong in the body of a message and nowhere else: not into its subject, which
    /// locked phones show, nor into a log.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for MailedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailedCode(..)")
    }
}

/// The secret part of a link. It prints nothing.
#[derive(Clone, Eq, PartialEq)]
pub struct LinkToken(Zeroizing<String>);

impl LinkToken {
    pub(crate) fn new(token: String) -> Self {
        Self(Zeroizing::new(token))
    }

    /// One for the tests of a courier: it confirms nothing.
    #[must_use]
    pub fn example(token: &str) -> Self {
        Self(Zeroizing::new(token.to_owned()))
    }

    /// What stands behind `confirm-address?token=` below the mount point; it needs no escaping.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkToken(..)")
    }
}

/// What a message says.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// Something happened. Nothing in it is secret, and nothing in it acts.
    Notice(NoticeKind),
    /// A code to sign in with.
    Code {
        /// The code.
        code: MailedCode,
        /// For how long it is good, from [`Message::at`] on.
        lasts: Duration,
    },
    /// A link to a page whose button confirms the address.
    Confirmation {
        /// What the link carries.
        token: LinkToken,
        /// For how long it is good, from [`Message::at`] on.
        lasts: Duration,
    },
}

impl Content {
    /// The name, for logs: it says nothing of what is secret.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Notice(kind) => kind.name(),
            Self::Code { .. } => "code",
            Self::Confirmation { .. } => "confirmation",
        }
    }
}

/// A message to a person.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// Which message: 32 hexadecimal digits, the same at every try to deliver it.
    pub id: Arc<str>,
    /// The e-mail address.
    pub to: Arc<str>,
    /// The language that the person reads, as a tag of BCP 47, if anybody knows.
    pub language: Option<Arc<str>>,
    /// The site, by the name that it has in authenticator apps.
    pub issuer: Arc<str>,
    /// The account, by the name that pages show.
    pub account: Arc<str>,
    /// What it says.
    pub content: Content,
    /// When what it tells of happened.
    pub at: Timestamp,
}

impl Message {
    /// A message to `to`, in no particular language.
    #[must_use]
    pub fn new(
        id: impl Into<Arc<str>>,
        to: impl Into<Arc<str>>,
        issuer: impl Into<Arc<str>>,
        content: Content,
        at: Timestamp,
    ) -> Self {
        let to = to.into();
        let (id, issuer) = (id.into(), issuer.into());
        Self { id, account: Arc::clone(&to), to, language: None, issuer, content, at }
    }

    /// In this language.
    #[must_use]
    pub fn in_language(mut self, language: Option<Arc<str>>) -> Self {
        self.language = language;
        self
    }

    /// About this account.
    #[must_use]
    pub fn about(mut self, account: impl Into<Arc<str>>) -> Self {
        self.account = account.into();
        self
    }
}
