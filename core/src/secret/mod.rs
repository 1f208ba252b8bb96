//! Keys, and the two things done with them: sealing and digesting.
//!
//! | what is kept | as | why |
//! |---|---|---|
//! | TOTP seeds | sealed | they must be read again |
//! | tickets in forms | sealed | the browser carries them and must not read or change them |
//! | session ids, recovery codes | keyed digests | they need only be recognized |
//! | device tokens | nothing: a keyed digest of a counter *is* the token | an old one is recognized as old |
//!
//! Each purpose has its own key, derived from the ring's keys with HKDF (RFC 5869), so that a value
//! made for one is worth nothing for another.

mod digest;
mod key;
mod ring;
mod seal;
mod vault;

pub use digest::{Digest, DigestPurpose};
pub use key::{Key, KeyError, KeyId};
pub use ring::KeyRing;
pub use seal::{SealPurpose, Sealed, Unsealable};
pub use vault::Vault;
