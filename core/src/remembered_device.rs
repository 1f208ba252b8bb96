//! A browser that may stand in for a second factor for a while.
//!
//! ```text
//! byte   0..12       12..16       16..20   20..52
//!        device id   generation   key id   HMAC(tenant, subject, device id, salt, generation)
//! ```
//!
//! | a token whose digest is right, of | means |
//! |---|---|
//! | the present generation | the device |
//! | the one before, for a minute after the change | the device, in a second tab |
//! | the one before, later, in the session that changed it | the device: it never got the answer |
//! | the one before, later, in another session, and any earlier one | a copy: the device is forgotten |
//! | a digest that is wrong | nothing, as if there were no token |
//!
//! The generation rises when the token is used in a new session. From then on that session counts only
//! together with the token, so whoever knows the session's id alone has nothing. The salt is in the record and the
//! key is not, so neither a copied database nor a copied key makes a token.

use core::fmt;
use core::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;

use crate::secret::{DigestPurpose, KeyId, Vault};
use crate::subject::SubjectId;
use crate::throttle::Throttle;
use crate::time::{SKEW, Timestamp};

/// How long the token before the present one is still good.
const OVERLAP: Duration = Duration::from_secs(60);

/// Which remembered device of a subject.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub struct DeviceId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 12]);

impl DeviceId {
    pub(crate) const fn from_bytes(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }

    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64URL_NOPAD.encode(&self.0))
    }
}

/// What the browser carries, as the value of a cookie. It prints nothing.
#[derive(Clone, Eq, PartialEq)]
pub struct DeviceToken {
    device: DeviceId,
    generation: u32,
    key: KeyId,
    mac: [u8; 32],
}

impl DeviceToken {
    const LENGTH: usize = 12 + 4 + 4 + 32;

    /// Reads the value of a cookie; `None` for whatever we cannot have written.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        if value.len() != Self::LENGTH.div_ceil(3) * 4 - 2 {
            return None;
        }
        let bytes = BASE64URL_NOPAD.decode(value.as_bytes()).ok()?;
        let (device, rest) = bytes.split_first_chunk::<12>()?;
        let (generation, rest) = rest.split_first_chunk::<4>()?;
        let (key, rest) = rest.split_first_chunk::<4>()?;
        Some(Self {
            device: DeviceId(*device),
            generation: u32::from_be_bytes(*generation),
            key: KeyId::from_bytes(*key),
            mac: rest.try_into().ok()?,
        })
    }

    /// The value of the cookie.
    #[must_use]
    pub fn expose(&self) -> String {
        let mut bytes = Vec::with_capacity(Self::LENGTH);
        bytes.extend_from_slice(&self.device.0);
        bytes.extend_from_slice(&self.generation.to_be_bytes());
        bytes.extend_from_slice(&self.key.to_bytes());
        bytes.extend_from_slice(&self.mac);
        BASE64URL_NOPAD.encode(&bytes)
    }
}

impl fmt::Debug for DeviceToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceToken(..)")
    }
}

/// A remembered device, as we keep it.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub struct RememberedDevice {
    #[n(0)]
    id: DeviceId,
    #[cbor(n(1), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[n(2)]
    generation: u32,
    #[n(3)]
    renewed_at: Timestamp,
    #[n(4)]
    remembered_at: Timestamp,
    #[n(5)]
    last_seen_at: Timestamp,
    #[n(6)]
    ends_at: Timestamp,
    #[n(7)]
    label: String,
    #[n(8)]
    throttle: Throttle,
}

/// What a token says about a device.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Recognized {
    /// It is the device, with the present token.
    Present,
    /// It is the device, with the token before, in a second tab.
    Before,
    /// It has the token before, but it had the time to learn of the present one.
    Late,
    /// It was once the device's token: somebody has a copy.
    Copy,
    /// It says nothing.
    Nothing,
}

impl RememberedDevice {
    pub(crate) fn new(
        id: DeviceId,
        salt: [u8; 16],
        label: &str,
        now: Timestamp,
        lasts: Duration,
    ) -> Self {
        Self {
            id,
            salt,
            generation: 0,
            renewed_at: now,
            remembered_at: now,
            last_seen_at: now,
            ends_at: now.plus(lasts),
            label: label.chars().filter(|c| !c.is_control()).take(80).collect(),
            throttle: Throttle::default(),
        }
    }

    /// Which one.
    #[must_use]
    pub const fn id(&self) -> DeviceId {
        self.id
    }

    /// The browser and system, as they call themselves.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Since when it is remembered.
    #[must_use]
    pub const fn remembered_at(&self) -> Timestamp {
        self.remembered_at
    }

    /// When it last stood in for a second factor.
    #[must_use]
    pub const fn last_seen_at(&self) -> Timestamp {
        self.last_seen_at
    }

    /// When it is forgotten.
    #[must_use]
    pub const fn ends_at(&self) -> Timestamp {
        self.ends_at
    }

    /// Whether it is still remembered at `now`.
    #[must_use]
    pub fn is_remembered(&self, now: Timestamp) -> bool {
        // Whatever was remembered in the future was remembered by a clock that was wrong.
        self.remembered_at <= now.plus(SKEW) && now < self.ends_at
    }

    /// Whether the token was changed just now.
    fn has_just_changed(&self, now: Timestamp) -> bool {
        self.generation > 0
            && self.renewed_at <= now.plus(SKEW)
            && now < self.renewed_at.plus(OVERLAP)
    }

    /// What a token says about this device at `now`.
    pub(crate) fn recognize(
        &self,
        vault: &Vault,
        subject: &SubjectId,
        token: &DeviceToken,
        now: Timestamp,
    ) -> Recognized {
        if token.device != self.id || !self.is_remembered(now) {
            return Recognized::Nothing;
        }
        let made = vault.digest_under(
            token.key,
            DigestPurpose::Device,
            &self.fields(subject, &token.generation.to_be_bytes()),
        );
        if !made.is_some_and(|made| bool::from(made.mac().ct_eq(&token.mac))) {
            return Recognized::Nothing;
        }
        let one_before = self.generation.checked_sub(1) == Some(token.generation);
        if token.generation == self.generation {
            Recognized::Present
        } else if one_before && self.has_just_changed(now) {
            Recognized::Before
        } else if one_before {
            Recognized::Late
        } else if token.generation < self.generation {
            Recognized::Copy
        } else {
            // The record is older than the token: a restored backup. Nobody stole anything.
            Recognized::Nothing
        }
    }

    /// Raises the generation. The token before stays good for a minute.
    pub(crate) fn renew(&mut self, now: Timestamp) {
        // Within the minute the other tab gets the token that the first one got, not a further one:
        // otherwise three tabs opened at once would look like a theft.
        if !self.has_just_changed(now) {
            self.generation = self.generation.saturating_add(1);
            self.renewed_at = now;
        }
        self.last_seen_at = now;
    }

    /// The token of the present generation.
    pub(crate) fn token(&self, vault: &Vault, subject: &SubjectId) -> DeviceToken {
        let made = vault
            .digest(DigestPurpose::Device, &self.fields(subject, &self.generation.to_be_bytes()));
        DeviceToken {
            device: self.id,
            generation: self.generation,
            key: made.key_id(),
            mac: *made.mac(),
        }
    }

    fn fields<'a>(&'a self, subject: &'a SubjectId, generation: &'a [u8; 4]) -> [&'a [u8]; 5] {
        [subject.tenant().as_bytes(), subject.key().as_bytes(), &self.id.0, &self.salt, generation]
    }

    pub(crate) const fn throttle(&self) -> &Throttle {
        &self.throttle
    }

    pub(crate) const fn throttle_mut(&mut self) -> &mut Throttle {
        &mut self.throttle
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::KeyRing;

    const HOURS_23: Duration = Duration::from_secs(23 * 3_600);

    fn at(seconds: u64) -> Timestamp {
        Timestamp::from_unix(1_000_000 + seconds)
    }

    fn device() -> (Vault, SubjectId, RememberedDevice) {
        let id = DeviceId::from_bytes([1; 12]);
        let device = RememberedDevice::new(id, [2; 16], "Firefox on Linux", at(0), HOURS_23);
        (Vault::new(&KeyRing::example()), SubjectId::new("ada"), device)
    }

    #[test]
    fn a_token_reads_back_and_prints_nothing() {
        let (vault, ada, device) = device();
        let token = device.token(&vault, &ada);
        assert!(DeviceToken::parse(&token.expose()) == Some(token.clone()));
        assert_eq!(format!("{token:?}"), "DeviceToken(..)");
    }

    #[test]
    fn a_device_is_remembered_for_its_time_and_no_second_longer() {
        let (vault, ada, device) = device();
        let token = device.token(&vault, &ada);
        let end = HOURS_23.as_secs();
        assert_eq!(device.recognize(&vault, &ada, &token, at(end - 1)), Recognized::Present);
        assert_eq!(device.recognize(&vault, &ada, &token, at(end)), Recognized::Nothing);
    }

    #[test]
    fn no_flipped_bit_and_no_truncation_is_a_token_or_a_theft() {
        let (vault, ada, mut device) = device();
        device.renew(at(1));
        let value = device.token(&vault, &ada).expose();
        let bytes = BASE64URL_NOPAD.decode(value.as_bytes()).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let token = DeviceToken::parse(&BASE64URL_NOPAD.encode(&changed)).unwrap();
            let said = device.recognize(&vault, &ada, &token, at(2));
            assert_eq!(said, Recognized::Nothing, "bit {bit}");
        }
        for length in 0..value.len() {
            assert!(DeviceToken::parse(&value[..length]).is_none(), "{length}");
        }
        assert!(DeviceToken::parse(&"A".repeat(65_536)).is_none());
        assert!(DeviceToken::parse(&format!("{value}=")).is_none());
    }

    #[test]
    fn a_token_is_worth_nothing_for_anybody_else() {
        let (vault, ada, device) = device();
        let token = device.token(&vault, &ada);
        let bob = SubjectId::new("bob");
        assert_eq!(device.recognize(&vault, &bob, &token, at(1)), Recognized::Nothing);
    }

    #[test]
    fn the_token_before_is_good_for_a_minute_and_then_late() {
        let (vault, ada, mut device) = device();
        let before = device.token(&vault, &ada);
        device.renew(at(100));
        assert_eq!(device.recognize(&vault, &ada, &before, at(159)), Recognized::Before);
        assert_eq!(device.recognize(&vault, &ada, &before, at(160)), Recognized::Late);
        let present = device.token(&vault, &ada);
        assert_eq!(device.recognize(&vault, &ada, &present, at(160)), Recognized::Present);
    }

    #[test]
    fn three_tabs_within_a_minute_are_no_theft() {
        let (vault, ada, mut device) = device();
        let first = device.token(&vault, &ada);
        for second in [100, 101, 102] {
            let said = device.recognize(&vault, &ada, &first, at(second));
            assert!(matches!(said, Recognized::Present | Recognized::Before), "{said:?}");
            device.renew(at(second));
        }
        let present = device.token(&vault, &ada);
        assert_eq!(device.recognize(&vault, &ada, &present, at(200)), Recognized::Present);
    }

    #[test]
    fn a_token_of_two_generations_ago_is_a_copy_even_within_the_minute() {
        let (vault, ada, mut device) = device();
        let first = device.token(&vault, &ada);
        device.renew(at(100));
        device.renew(at(200));
        assert_eq!(device.recognize(&vault, &ada, &first, at(201)), Recognized::Copy);
    }

    #[test]
    fn a_device_remembered_by_a_clock_that_was_wrong_is_none() {
        let (vault, ada, device) = device();
        let token = device.token(&vault, &ada);
        let before = Timestamp::from_unix(1_000_000 - 31);
        assert_eq!(device.recognize(&vault, &ada, &token, before), Recognized::Nothing);
        let skewed = Timestamp::from_unix(1_000_000 - 30);
        assert_eq!(device.recognize(&vault, &ada, &token, skewed), Recognized::Present);
    }

    #[test]
    fn a_token_from_the_future_of_a_restored_backup_is_no_theft() {
        let (vault, ada, device) = device();
        let mut later = device.clone();
        later.renew(at(100));
        let token = later.token(&vault, &ada);
        assert_eq!(device.recognize(&vault, &ada, &token, at(101)), Recognized::Nothing);
    }
}
