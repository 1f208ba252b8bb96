//! An authenticator that a subject has brought into use.

use core::fmt;
use core::iter::once;

use data_encoding::BASE64URL_NOPAD;

use super::{Checked, Code, Method, Proof, Spends, Totp, TotpWindow};
use crate::secret::{Unsealable, Vault};
use crate::subject::SubjectId;
use crate::time::Timestamp;
use crate::trial::{TRIAL, Trial};

/// Which authenticator of a subject.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct AuthenticatorId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 12]);

impl AuthenticatorId {
    pub(crate) const fn from_bytes(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub(crate) const fn to_bytes(self) -> [u8; 12] {
        self.0
    }

    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Display for AuthenticatorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64URL_NOPAD.encode(&self.0))
    }
}

/// What a person calls an authenticator: 1 to 64 characters in one line, all of which can be seen or join
/// two that can.
#[derive(Clone, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct Name(#[n(0)] String);

impl Name {
    /// The most characters.
    pub const LONGEST: usize = 64;

    /// Reads a name; white space around it does not count.
    #[must_use]
    pub fn parse(input: &str) -> Option<Self> {
        let name = input.trim();
        let fits = (1..=Self::LONGEST).contains(&name.chars().count());
        (fits && !name.chars().any(is_invisible) && joins(name)).then(|| Self(name.to_owned()))
    }

    /// A name that we give when nobody gave one.
    pub(crate) fn given(method: Method, number: usize) -> Self {
        let what = match method {
            Method::Totp | Method::Recovery => "Authenticator app",
            Method::Email => "E-mail",
        };
        if number <= 1 { Self(what.to_owned()) } else { Self(format!("{what} {number}")) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters, those that begin another line, and those that turn the direction of what follows
/// or cannot be seen.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What joins two characters to one, such as an emoji, or keeps two letters apart that would join.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether each joiner has something to join: two names that look alike are no two names.
fn joins(name: &str) -> bool {
    let is_bare = |c: char| c.is_whitespace() || is_joiner(c);
    let mut pairs = once(' ').chain(name.chars()).zip(name.chars().chain(once(' ')));
    pairs.all(|(a, b)| !(is_joiner(a) && is_bare(b) || is_joiner(b) && is_bare(a)))
}

/// An authenticator in use.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub struct Authenticator {
    #[n(0)]
    id: AuthenticatorId,
    #[n(1)]
    name: Name,
    #[n(2)]
    added_at: Timestamp,
    #[n(3)]
    last_used_at: Option<Timestamp>,
    /// `None`: codes by mail, of which nothing has to be kept.
    #[n(4)]
    totp: Option<Totp>,
    #[n(5)]
    trusted_from: Timestamp,
    /// As what it counts until then; `None`: as a recovery code.
    #[n(6)]
    trial: Option<Trial>,
}

impl Authenticator {
    pub(crate) const fn new(id: AuthenticatorId, name: Name, totp: Totp, now: Timestamp) -> Self {
        Self::with(id, name, Some(totp), now)
    }

    /// Codes by mail, to whichever address the application has for the person.
    pub(crate) const fn by_mail(id: AuthenticatorId, name: Name, now: Timestamp) -> Self {
        Self::with(id, name, None, now)
    }

    const fn with(id: AuthenticatorId, name: Name, totp: Option<Totp>, now: Timestamp) -> Self {
        let trusted_from = Timestamp::EPOCH;
        Self { id, name, added_at: now, last_used_at: None, totp, trusted_from, trial: None }
    }

    /// Puts one that is added now on trial.
    pub(crate) fn on_trial(mut self, trial: Option<Trial>, now: Timestamp) -> Self {
        if trial.is_some() {
            self.trusted_from = now.plus(TRIAL);
            self.trial = trial;
        }
        self
    }

    /// From when it counts for more than the recovery code or the mailed code that added it.
    #[must_use]
    pub const fn trusted_from(&self) -> Timestamp {
        self.trusted_from
    }

    /// As what it counts now; `None`: in full.
    pub(crate) fn trial(&self, now: Timestamp) -> Option<Trial> {
        (now < self.trusted_from).then(|| self.trial.unwrap_or(Trial::Recovery))
    }

    /// Which one.
    #[must_use]
    pub const fn id(&self) -> AuthenticatorId {
        self.id
    }

    /// What the person calls it.
    #[must_use]
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// Of which kind.
    #[must_use]
    pub const fn method(&self) -> Method {
        match &self.totp {
            Some(_) => Method::Totp,
            None => Method::Email,
        }
    }

    /// How many digits its codes have.
    #[must_use]
    pub const fn digits(&self) -> u8 {
        match &self.totp {
            Some(totp) => totp.parameters().digits(),
            None => super::delivered_code::DIGITS,
        }
    }

    /// Since when it is in use.
    #[must_use]
    pub const fn added_at(&self) -> Timestamp {
        self.added_at
    }

    /// When it last showed a factor.
    #[must_use]
    pub const fn last_used_at(&self) -> Option<Timestamp> {
        self.last_used_at
    }

    pub(crate) fn rename(&mut self, name: Name) {
        self.name = name;
    }

    pub(crate) const fn totp_mut(&mut self) -> Option<&mut Totp> {
        self.totp.as_mut()
    }

    /// Compares a code with this authenticator; none of an app is right for one that has no seed.
    pub(crate) fn check(
        &self,
        vault: &Vault,
        subject: &SubjectId,
        code: &Code,
        window: TotpWindow,
        now: Timestamp,
    ) -> Result<Checked, Unsealable> {
        let Some(totp) = &self.totp else { return Ok(Checked::Wrong) };
        let seed = totp.open(vault, subject, self.id)?;
        Ok(totp.check(&seed, code, window, now))
    }

    /// The proof that a fresh step is.
    pub(crate) const fn proof(&self, step: u64) -> Proof {
        Proof::that_spends(Spends::Step { authenticator: self.id, step })
    }

    pub(crate) fn spend(&mut self, step: u64, now: Timestamp) {
        if let Some(totp) = &mut self.totp {
            totp.spend(step);
        }
        self.last_used_at = Some(now);
    }

    pub(crate) const fn used(&mut self, now: Timestamp) {
        self.last_used_at = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_between_1_and_64_visible_characters() {
        assert_eq!(Name::parse("  My phone ").unwrap().as_str(), "My phone");
        assert!(Name::parse(&"é".repeat(64)).is_some());
        for bad in ["", "   ", "a\nb", "a\0b", "\u{202e}abc", &"é".repeat(65)] {
            assert!(Name::parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_one_line_that_runs_in_one_direction() {
        let others =
            ['\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{2066}', '\u{2069}', '\u{feff}'];
        for bad in ('\u{2028}'..='\u{202e}').chain(others) {
            assert!(Name::parse(&format!("My{bad}phone")).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_name_may_have_joiners_between_what_they_join_and_nowhere_else() {
        for good in ["👩\u{200d}💻", "My 👨\u{200d}👩\u{200d}👧", "می\u{200c}خواهم", "क्\u{200d}ष"]
        {
            assert_eq!(Name::parse(good).map(|name| name.0).as_deref(), Some(good));
        }
        for joiner in ['\u{200c}', '\u{200d}'] {
            for bad in ["J", "Ja", "aJ", "aJJb", "a Jb", "aJ b", " J "] {
                let bad = bad.replace('J', &joiner.to_string());
                assert!(Name::parse(&bad).is_none(), "{bad:?}");
            }
        }
    }

    #[test]
    fn an_id_reads_back() {
        let id = AuthenticatorId::from_bytes([250; 12]);
        assert_eq!(AuthenticatorId::parse(&id.to_string()), Some(id));
        assert_eq!(AuthenticatorId::parse("../x"), None);
        assert_eq!(AuthenticatorId::parse(""), None);
    }
}
