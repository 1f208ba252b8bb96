//! A session of a subject, as we know it: by digest.

use crate::secret::{Digest, DigestPurpose, Vault};
use crate::subject::Principal;

/// Recognizes one session of one subject in a record.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    vault: &'a Vault,
    principal: &'a Principal,
    digest: Digest,
}

impl<'a> Session<'a> {
    pub(crate) fn of(vault: &'a Vault, principal: &'a Principal) -> Self {
        let digest = vault.digest(DigestPurpose::Session, &fields(principal));
        Self { vault, principal, digest }
    }

    /// The digest under the active key, for what is written now.
    pub(crate) const fn digest(&self) -> Digest {
        self.digest
    }

    pub(crate) const fn principal(&self) -> &'a Principal {
        self.principal
    }

    /// Whether a digest, perhaps one made with an older key, is of this session.
    pub(crate) fn is(&self, digest: &Digest) -> bool {
        if digest.key_id() == self.digest.key_id() {
            return *digest == self.digest;
        }
        self.vault.recognizes(digest, DigestPurpose::Session, &fields(self.principal))
    }
}

fn fields(principal: &Principal) -> [&[u8]; 3] {
    let subject = principal.subject();
    [subject.tenant().as_bytes(), subject.key().as_bytes(), principal.session().as_bytes()]
}
