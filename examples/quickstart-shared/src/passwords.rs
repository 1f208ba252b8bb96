//! Passwords, kept as Argon2id hashes (RFC 9106) with the parameters that OWASP recommends.
//!
//! A hash takes some 20 MiB and a while on purpose. It is made off the threads that answer requests,
//! and only a few at a time, so that a crowd at the sign-in page waits instead of filling the memory.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher as _, PasswordVerifier as _};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::site::BoxError;

/// The least number of characters of a password.
const SHORTEST: usize = 8;
/// The longest password of which a hash is made, in bytes.
const LONGEST: usize = 1024;

/// How many are worked on at a time.
static TURNS: Semaphore = Semaphore::const_new(4);

/// Why a password cannot be taken.
pub(crate) fn refused(new: &str) -> Option<&'static str> {
    if new.chars().count() < SHORTEST {
        return Some("A new password has at least 8 characters.");
    }
    (new.len() > LONGEST).then_some("A new password has at most 1024 bytes.")
}

/// Makes a hash of a password, with a salt of its own.
pub(crate) async fn hash(password: String) -> Result<PasswordHash, BoxError> {
    let _turn = TURNS.acquire().await?;
    Ok(spawn_blocking(move || Argon2::default().hash_password(password.as_bytes())).await??)
}

/// Whether a password is the one of which the hash was made.
pub(crate) async fn matches(password: String, hash: PasswordHash) -> Result<bool, BoxError> {
    let _turn = TURNS.acquire().await?;
    let verified =
        spawn_blocking(move || Argon2::default().verify_password(password.as_bytes(), &hash));
    match verified.await? {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn a_password_is_neither_short_nor_endless() {
        assert!(refused("7 chars").is_some() && refused("8 chars!").is_none());
        assert!(refused("sieben ").is_some() && refused("ächtzehn").is_none());
        assert!(refused(&"a".repeat(1024)).is_none() && refused(&"a".repeat(1025)).is_some());
    }
}
