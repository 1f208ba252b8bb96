//! A person, a session, and who passed the first factor in it.

use core::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::{Permissions, SubjectId};
use crate::time::Timestamp;

/// What identifies one sign-in: a session id, a login nonce, the hash of a private cookie.
///
/// It must differ for every sign-in. We keep a keyed digest of it, never the value; it prints
/// nothing.
#[derive(Clone, Eq, PartialEq)]
pub struct SessionId(Zeroizing<Vec<u8>>);

impl SessionId {
    /// Takes the application's value, whatever its form.
    #[must_use]
    pub fn new(value: impl AsRef<[u8]>) -> Self {
        Self(Zeroizing::new(value.as_ref().to_vec()))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionId(..)")
    }
}

/// How somebody passed the first factor.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum SignIn {
    /// With a password that the application checked.
    #[default]
    Password,
    /// Through an identity provider.
    SingleSignOn {
        /// The authentication methods that the provider reports (RFC 8176), if it does.
        amr: Vec<String>,
    },
    /// With a key of an interface, such as a bearer token; there is no person to ask.
    ApiKey,
    /// As a service account; there is no person to ask.
    Service,
}

impl SignIn {
    /// Whether there is a person who could answer a challenge or read a page.
    #[must_use]
    pub const fn is_person(&self) -> bool {
        match self {
            Self::Password | Self::SingleSignOn { .. } => true,
            Self::ApiKey | Self::Service => false,
        }
    }
}

/// An e-mail address of a principal.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Email {
    /// The address as the application has it.
    pub address: Arc<str>,
    /// Whether the application knows that its owner reads it.
    pub confirmed: bool,
    /// Whether other accounts have the same address.
    pub shared: bool,
}

impl Email {
    /// An address that is confirmed and belongs to one account.
    #[must_use]
    pub fn new(address: impl Into<Arc<str>>) -> Self {
        Self { address: address.into(), confirmed: true, shared: false }
    }

    /// The same address, not confirmed.
    #[must_use]
    pub fn unconfirmed(mut self) -> Self {
        self.confirmed = false;
        self
    }

    /// The same address, which other accounts have too.
    #[must_use]
    pub fn shared(mut self) -> Self {
        self.shared = true;
        self
    }

    /// What stands behind the last `@`, or nothing.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(_local, domain)| domain)
    }
}

/// Who passed the first factor, in which session, and what else the application knows.
///
/// ```
/// use countersign::subject::{Email, Principal, SessionId};
///
/// let ada = Principal::new("user-17", SessionId::new("id of the session"))
///     .email(Email::new("ada@acme.example"))
///     .role("editor");
/// assert_eq!(ada.label(), "ada@acme.example");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Principal {
    subject: SubjectId,
    session: SessionId,
    label: Option<Arc<str>>,
    email: Option<Email>,
    roles: Vec<Arc<str>>,
    sign_in: SignIn,
    began: Option<Timestamp>,
    may: Permissions,
    actor: Option<Arc<Self>>,
    language: Option<Arc<str>>,
    browser_language: Option<Arc<str>>,
}

impl Principal {
    /// The person whom the application knows as `key`, in the session `session`.
    #[must_use]
    pub fn new(key: impl Into<Arc<str>>, session: SessionId) -> Self {
        Self::of(SubjectId::new(key), session)
    }

    /// The same for a subject that has a tenant.
    #[must_use]
    pub const fn of(subject: SubjectId, session: SessionId) -> Self {
        Self {
            subject,
            session,
            label: None,
            email: None,
            roles: Vec::new(),
            sign_in: SignIn::Password,
            began: None,
            may: Permissions::NONE,
            actor: None,
            language: None,
            browser_language: None,
        }
    }

    /// The name by which pages and authenticator apps show this account. Without it, it is the
    /// e-mail address, or the application's key if there is none.
    #[must_use]
    pub fn named(mut self, label: impl Into<Arc<str>>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The person's e-mail address.
    #[must_use]
    pub fn email(mut self, email: Email) -> Self {
        self.email = Some(email);
        self
    }

    /// Adds a role.
    #[must_use]
    pub fn role(mut self, role: impl Into<Arc<str>>) -> Self {
        self.roles.push(role.into());
        self
    }

    /// How the first factor was passed.
    #[must_use]
    pub fn signed_in_by(mut self, sign_in: SignIn) -> Self {
        self.sign_in = sign_in;
        self
    }

    /// When the session began, so that a rule can wait for the next sign-in.
    #[must_use]
    pub const fn signed_in_at(mut self, at: Timestamp) -> Self {
        self.began = Some(at);
        self
    }

    /// What the person may do on the administration pages. Default: nothing.
    #[must_use]
    pub const fn may(mut self, permissions: Permissions) -> Self {
        self.may = permissions;
        self
    }

    /// The language that the person has chosen in the application, as a tag such as `fr` or `pt-BR`
    /// (BCP 47). It decides about pages and mails; without it, the browser does.
    #[must_use]
    pub fn speaks(mut self, tag: impl Into<Arc<str>>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// The language that the browser asks for. It counts where the application has said none, and against
    /// what is known of the person only once a factor is shown: a stranger's browser does not choose the
    /// language in which the owner is warned.
    #[must_use]
    pub fn browser_speaks(mut self, tag: impl Into<Arc<str>>) -> Self {
        self.browser_language = Some(tag.into());
        self
    }

    /// Somebody else acts as this person. The second factor that counts is the actor's, and nothing
    /// of this person's can be read, added or shown.
    #[must_use]
    pub fn impersonated_by(mut self, actor: Self) -> Self {
        self.actor = Some(Arc::new(actor));
        self
    }

    /// The same principal in another session.
    #[must_use]
    pub fn in_session(mut self, session: SessionId) -> Self {
        if let Some(actor) = &mut self.actor {
            *actor = Arc::new(actor.as_ref().clone().in_session(session.clone()));
        }
        self.session = session;
        self
    }

    /// Whom.
    #[must_use]
    pub const fn subject(&self) -> &SubjectId {
        &self.subject
    }

    /// In which session.
    #[must_use]
    pub const fn session(&self) -> &SessionId {
        &self.session
    }

    /// The name to show.
    #[must_use]
    pub fn label(&self) -> &str {
        match (&self.label, &self.email) {
            (Some(label), _) => label,
            (None, Some(email)) => &email.address,
            (None, None) => self.subject.key(),
        }
    }

    /// The e-mail address, if the application has one.
    #[must_use]
    pub const fn address(&self) -> Option<&Email> {
        self.email.as_ref()
    }

    /// Whether the person holds a role.
    #[must_use]
    pub fn holds(&self, role: &str) -> bool {
        self.roles.iter().any(|held| **held == *role)
    }

    /// How the first factor was passed.
    #[must_use]
    pub const fn sign_in(&self) -> &SignIn {
        &self.sign_in
    }

    /// The roles.
    #[must_use]
    pub fn roles(&self) -> &[Arc<str>] {
        &self.roles
    }

    /// When the session began, if the application says so.
    #[must_use]
    pub const fn session_began(&self) -> Option<Timestamp> {
        self.began
    }

    /// What the person may do on the administration pages.
    pub const fn permissions(&self) -> Permissions {
        self.may
    }

    /// The tag of the person's language, if anybody said which.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.said_language().or(self.browser_language.as_deref())
    }

    /// The language that the application has said.
    pub(crate) fn said_language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Who acts as this person, if somebody does.
    #[must_use]
    pub fn actor(&self) -> Option<&Self> {
        self.actor.as_deref()
    }

    /// Whose second factor counts: the actor's, if somebody acts as this person.
    #[must_use]
    pub fn answerable(&self) -> &Self {
        self.actor().unwrap_or(self)
    }

    /// Whether both names are there. An empty one would make two people one.
    pub(crate) fn is_complete(&self) -> bool {
        !self.subject.key().is_empty() && !self.session.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_id_prints_nothing() {
        let printed = format!("{:?}", Principal::new("ada", SessionId::new("topsecret")));
        assert!(!printed.contains("topsecret"), "{printed}");
    }

    #[test]
    fn the_domain_is_what_stands_behind_the_last_at() {
        assert_eq!(Email::new("\"a@b\"@acme.example").domain(), "acme.example");
        assert_eq!(Email::new("nobody").domain(), "");
    }

    #[test]
    fn a_tenant_without_a_name_is_the_only_tenant() {
        let (only, empty) = (SubjectId::new("ada"), SubjectId::of_tenant("", "ada"));
        assert_eq!((&only, only.tenant()), (&empty, ""));
        assert_ne!(only, SubjectId::of_tenant("acme", "ada"));
    }

    #[test]
    fn an_empty_key_or_session_is_incomplete() {
        assert!(!Principal::new("", SessionId::new("s")).is_complete());
        assert!(!Principal::new("ada", SessionId::new("")).is_complete());
        assert!(Principal::new("ada", SessionId::new("s")).is_complete());
    }
}
