//! The key ring: one key to make values with, others that are still accepted.

use std::path::Path;

use super::{Key, KeyError};

/// One active key and any number that are accepted only.
///
/// To rotate: put the new key first and keep the old ones behind it. Seeds are sealed anew with the
/// active key whenever anything of their record is written, and marks and device tokens are made anew
/// at the next sign-in. Recovery codes are digests and cannot be made anew: with an old key they end,
/// and the settings page then says that none are left. Take an old key away when people had the time to
/// make a new set, or to end everything that was made with it.
#[derive(Clone, Debug)]
pub struct KeyRing {
    active: Key,
    accepted: Vec<Key>,
}

impl KeyRing {
    /// A ring of one key.
    #[must_use]
    pub const fn new(active: Key) -> Self {
        Self { active, accepted: Vec::new() }
    }

    /// Adds a key that is still accepted but makes nothing new.
    ///
    /// # Errors
    /// The key is in the ring already.
    pub fn accept(mut self, key: Key) -> Result<Self, KeyError> {
        if self.keys().any(|known| known.id() == key.id()) {
            return Err(KeyError::Twice);
        }
        self.accepted.push(key);
        Ok(self)
    }

    /// Reads a ring: one key a line or between commas, the active one first, `#` begins a comment.
    ///
    /// # Errors
    /// No key, or one that is not good enough; see [`KeyError`].
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut keys = text
            .lines()
            .map(|line| line.split_once('#').map_or(line, |(key, _comment)| key))
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .filter(|key| !key.is_empty())
            .map(Key::parse);
        let ring = Self::new(keys.next().ok_or(KeyError::Missing)??);
        keys.try_fold(ring, |ring, key| ring.accept(key?))
    }

    /// Reads a ring from an environment variable, written as for [`KeyRing::parse`].
    ///
    /// # Errors
    /// The variable is not set, or [`KeyRing::parse`] refuses its value.
    pub fn from_env(variable: &str) -> Result<Self, KeyError> {
        Self::parse(&std::env::var(variable).map_err(|_| KeyError::Missing)?)
    }

    /// Reads a ring from a file, written as for [`KeyRing::parse`].
    ///
    /// # Errors
    /// The file cannot be read, or [`KeyRing::parse`] refuses what it holds.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, KeyError> {
        Self::parse(&std::fs::read_to_string(path).map_err(|e| KeyError::Source(e.kind()))?)
    }

    /// A ring with nothing but the key of the documentation; see [`Key::example`].
    #[must_use]
    pub fn example() -> Self {
        Self::new(Key::example())
    }

    /// Whether the key of the documentation is in the ring.
    #[must_use]
    pub fn has_example(&self) -> bool {
        self.keys().any(Key::is_example)
    }

    pub(super) const fn active(&self) -> &Key {
        &self.active
    }

    pub(super) fn accepted(&self) -> &[Key] {
        &self.accepted
    }

    fn keys(&self) -> impl Iterator<Item = &Key> {
        core::iter::once(&self.active).chain(&self.accepted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    const B: &str = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

    #[test]
    fn the_first_key_is_the_active_one() {
        let ring = KeyRing::parse(&format!("# ours\n{A} # new\n\n{B}\n")).unwrap();
        let first = Key::parse(A).unwrap();
        assert_eq!(ring.active.id(), first.id());
        assert_eq!(ring.keys().count(), 2);
    }

    #[test]
    fn an_empty_ring_and_a_key_that_stands_twice_are_refused() {
        assert_eq!(KeyRing::parse("# nothing\n").unwrap_err(), KeyError::Missing);
        assert_eq!(KeyRing::parse(&format!("{A},{A}")).unwrap_err(), KeyError::Twice);
        assert_eq!(KeyRing::from_env("COUNTERSIGN_NOT_SET").unwrap_err(), KeyError::Missing);
    }

    #[test]
    fn the_example_key_is_known_as_such() {
        assert!(KeyRing::example().has_example());
        assert!(!KeyRing::parse(A).unwrap().has_example());
    }
}
