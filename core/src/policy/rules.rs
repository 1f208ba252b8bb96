//! The rules that an application writes down in code.

use std::collections::HashSet;
use std::sync::Arc;

use super::Requirement;
use crate::subject::{Principal, SignIn, SubjectId};

/// Whom a rule is about.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Whom {
    /// Everybody.
    Everyone,
    /// Who holds this role.
    Role(Arc<str>),
    /// Who has an e-mail address of this domain, sub-domains not included. ASCII case does not count.
    Domain(Arc<str>),
    /// Who has this e-mail address. ASCII case does not count.
    Address(Arc<str>),
    /// This subject.
    Subject(SubjectId),
}

impl Whom {
    /// Who holds this role.
    #[must_use]
    pub fn role(role: &str) -> Self {
        Self::Role(role.into())
    }

    /// Who has an e-mail address of this domain, written `acme.example` or `@acme.example`.
    #[must_use]
    pub fn domain(domain: &str) -> Self {
        Self::Domain(domain.trim().trim_start_matches('@').into())
    }

    /// Who has this e-mail address.
    #[must_use]
    pub fn address(address: &str) -> Self {
        Self::Address(address.into())
    }
}

/// A kind of sign-in that can be exempt.
#[expect(clippy::exhaustive_enums, reason = "a password can never be exempt")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum SignInKind {
    /// Every single sign-on, whatever the provider reports.
    SingleSignOn,
    /// Single sign-on of which the provider reports that it asked for several factors
    /// (RFC 8176: `mfa`).
    SingleSignOnWithMfa,
    /// Keys of an interface.
    ApiKey,
    /// Service accounts.
    Service,
}

impl SignInKind {
    fn covers(self, sign_in: &SignIn) -> bool {
        match (self, sign_in) {
            (Self::SingleSignOn, SignIn::SingleSignOn { .. })
            | (Self::ApiKey, SignIn::ApiKey)
            | (Self::Service, SignIn::Service) => true,
            (Self::SingleSignOnWithMfa, SignIn::SingleSignOn { amr }) => {
                amr.iter().any(|method| method == "mfa")
            }
            (
                Self::SingleSignOn | Self::SingleSignOnWithMfa | Self::ApiKey | Self::Service,
                SignIn::Password | SignIn::SingleSignOn { .. } | SignIn::ApiKey | SignIn::Service,
            ) => false,
        }
    }
}

/// Which requirement holds for whom.
///
/// ```
/// use countersign::policy::{Policy, Requirement, SignInKind, Whom};
/// use countersign::subject::{Email, Principal, SessionId};
///
/// let policy = Policy::offered()
///     .require(Whom::domain("acme.example"))
///     .exempt(SignInKind::ApiKey);
/// let ada = Principal::new("1", SessionId::new("s")).email(Email::new("Ada@Acme.example"));
/// assert_eq!(policy.requirement(&ada), Requirement::ALWAYS);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Policy {
    everyone: bool,
    roles: Vec<Arc<str>>,
    domains: HashSet<Box<str>>,
    addresses: HashSet<Box<str>>,
    subjects: HashSet<SubjectId>,
    exempt: Vec<SignInKind>,
}

impl Policy {
    /// Everybody may have a second factor; who has one is asked for it.
    #[must_use]
    pub fn offered() -> Self {
        Self::default()
    }

    /// Everybody must have a second factor.
    #[must_use]
    pub fn required() -> Self {
        Self::default().require(Whom::Everyone)
    }

    /// Requires a second factor of some. Rules add up.
    #[must_use]
    pub fn require(mut self, whom: Whom) -> Self {
        match whom {
            Whom::Everyone => self.everyone = true,
            Whom::Role(role) => self.roles.push(role),
            Whom::Domain(domain) => {
                self.domains.insert(domain.to_ascii_lowercase().into());
            }
            Whom::Address(address) => {
                self.addresses.insert(address.to_ascii_lowercase().into());
            }
            Whom::Subject(subject) => {
                self.subjects.insert(subject);
            }
        }
        self
    }

    /// Asks nothing of a kind of sign-in, whatever else holds.
    #[must_use]
    pub fn exempt(mut self, kind: SignInKind) -> Self {
        self.exempt.push(kind);
        self
    }

    /// What is asked of a principal.
    #[must_use]
    pub fn requirement(&self, principal: &Principal) -> Requirement {
        if self.exempt.iter().any(|kind| kind.covers(principal.sign_in())) {
            Requirement::Nothing
        } else if self.requires(principal) {
            Requirement::ALWAYS
        } else {
            Requirement::IfEnrolled
        }
    }

    fn requires(&self, principal: &Principal) -> bool {
        self.everyone
            || self.roles.iter().any(|role| principal.holds(role))
            || (!self.subjects.is_empty() && self.subjects.contains(principal.subject()))
            || principal.address().is_some_and(|email| {
                listed(&self.domains, email.domain()) || listed(&self.addresses, &email.address)
            })
    }
}

/// Looks up without regard to ASCII case, and without a copy where there is nothing to fold.
fn listed(list: &HashSet<Box<str>>, name: &str) -> bool {
    if list.is_empty() {
        false
    } else if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        list.contains(name.to_ascii_lowercase().as_str())
    } else {
        list.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subject::{Email, SessionId};

    fn person(address: &str) -> Principal {
        Principal::new("1", SessionId::new("s")).email(Email::new(address))
    }

    #[test]
    fn without_a_rule_it_is_offered() {
        let requirement = Policy::offered().requirement(&person("ada@acme.example"));
        assert_eq!(requirement, Requirement::IfEnrolled);
    }

    #[test]
    fn a_domain_is_the_whole_domain_in_any_case() {
        let policy = Policy::offered().require(Whom::domain("ACME.example"));
        for (address, expected) in [
            ("ada@acme.example", Requirement::ALWAYS),
            ("ADA@Acme.EXAMPLE", Requirement::ALWAYS),
            ("ada@sub.acme.example", Requirement::IfEnrolled),
            ("ada@notacme.example", Requirement::IfEnrolled),
            ("ada@acme.example.org", Requirement::IfEnrolled),
            ("acme.example", Requirement::IfEnrolled),
        ] {
            assert_eq!(policy.requirement(&person(address)), expected, "{address}");
        }
    }

    #[test]
    fn rules_add_up() {
        let policy = Policy::offered()
            .require(Whom::address("bob@example.org"))
            .require(Whom::role("admin"))
            .require(Whom::Subject(SubjectId::new("7")));
        assert_eq!(policy.requirement(&person("Bob@example.org")), Requirement::ALWAYS);
        assert_eq!(policy.requirement(&person("x@y").role("admin")), Requirement::ALWAYS);
        assert_eq!(policy.requirement(&person("x@y").role("Admin")), Requirement::IfEnrolled);
        let seven = Principal::new("7", SessionId::new("s"));
        assert_eq!(policy.requirement(&seven), Requirement::ALWAYS);
    }

    #[test]
    fn only_the_kind_that_is_named_is_exempt() {
        let policy = Policy::required().exempt(SignInKind::SingleSignOnWithMfa);
        let by = |sign_in| policy.requirement(&person("a@b").signed_in_by(sign_in));
        let amr = |names: &[&str]| SignIn::SingleSignOn {
            amr: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        assert_eq!(by(amr(&["pwd", "mfa"])), Requirement::Nothing);
        assert_eq!(by(amr(&["pwd"])), Requirement::ALWAYS);
        assert_eq!(by(SignIn::Password), Requirement::ALWAYS);
        assert_eq!(by(SignIn::ApiKey), Requirement::ALWAYS);
    }
}
