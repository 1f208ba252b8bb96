//! What the token of a remembered device means for a session. Nothing waits here; see the table of
//! [`remembered_device`](crate::remembered_device).

use super::Remember;
use super::SecondFactor;
use super::guard::DeviceCookie;
use crate::mark::Marked;
use crate::record::Record;
use crate::remembered_device::{DeviceId, DeviceToken, Recognized, RememberedDevice};
use crate::session::Session;
use crate::subject::Principal;
use crate::time::Timestamp;

/// What a token says about the devices of a record.
#[derive(Clone, Copy)]
pub(super) enum Seen {
    Present(DeviceId),
    Before(DeviceId),
    Late(DeviceId),
    Copy(DeviceId),
    Nothing,
}

/// What a token means for a session that has shown no factor.
pub(super) enum Weighed {
    /// The device has stood in for this session and goes on doing so. If the browser never got the
    /// present token, it gets it once more.
    StandsIn(Option<DeviceCookie>),
    /// The device comes to this session for the first time.
    Comes(DeviceId),
    /// Somebody has a copy of the token.
    Copied(DeviceId),
    /// Nothing.
    Nothing,
}

impl SecondFactor {
    pub(super) fn weigh(
        &self,
        record: &Record,
        session: &Session<'_>,
        token: &DeviceToken,
        remember: Remember,
        now: Timestamp,
    ) -> Weighed {
        let principal = session.principal();
        let own = match record.marked(session, now) {
            Some(Marked::ByDevice(id)) => Some(id),
            Some(Marked::By(_) | Marked::NotNow) | None => None,
        };
        let seen = self.recognize(record, principal, token, remember, now);
        match (seen, own) {
            (Seen::Present(id), Some(own)) if id == own => Weighed::StandsIn(None),
            (Seen::Before(id) | Seen::Late(id), Some(own)) if id == own => {
                Weighed::StandsIn(self.cookie_of(record, principal, id, now))
            }
            (Seen::Present(id) | Seen::Before(id), _) => Weighed::Comes(id),
            (Seen::Late(id) | Seen::Copy(id), _) => Weighed::Copied(id),
            (Seen::Nothing, _) => Weighed::Nothing,
        }
    }

    pub(super) fn recognize(
        &self,
        record: &Record,
        principal: &Principal,
        token: &DeviceToken,
        remember: Remember,
        now: Timestamp,
    ) -> Seen {
        let Some(lasts) = remember.lasts() else { return Seen::Nothing };
        let say = |device: &RememberedDevice| {
            let id = device.id();
            // What may be remembered for less than it was when it was remembered is so from now on.
            if now >= device.remembered_at().plus(lasts) {
                return None;
            }
            match device.recognize(&self.inner.vault, principal.subject(), token, now) {
                Recognized::Present => Some(Seen::Present(id)),
                Recognized::Before => Some(Seen::Before(id)),
                Recognized::Late => Some(Seen::Late(id)),
                Recognized::Copy => Some(Seen::Copy(id)),
                Recognized::Nothing => None,
            }
        };
        record.devices(now).find_map(say).unwrap_or(Seen::Nothing)
    }

    /// The present token of a device.
    pub(super) fn cookie_of(
        &self,
        record: &Record,
        principal: &Principal,
        id: DeviceId,
        now: Timestamp,
    ) -> Option<DeviceCookie> {
        let device = record.devices(now).find(|device| device.id() == id)?;
        let token = device.token(&self.inner.vault, principal.subject());
        Some(DeviceCookie::new(token, now.until(device.ends_at())))
    }
}
