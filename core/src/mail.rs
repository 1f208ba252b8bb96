//! What a record knows of mail: codes on their way, how many were sent, which address is to be
//! confirmed, what the person has been told, and what they are still to be told.
//!
//! | of a code | rule |
//! |---|---|
//! | lifetime | a setting; counted from the press |
//! | a new one | ends the old one of the session, and gives no tries back |
//! | another one | after 30 seconds; at most five an hour, in all sessions together |
//! | after one that was right | another one at once, and still five an hour |
//! | one that certainly did not go out | counts for neither; at most fifteen an hour |
//! | one that was held back because it was over | counts for the half minute alone |

use core::time::Duration;

use crate::authenticator::{DeliveredCode, Delivering, Delivery, DeliveryId};
use crate::owed::Debts;
use crate::secret::Digest;
use crate::session::Session;
use crate::throttle::Throttle;
use crate::time::Timestamp;

/// How soon after one message another may be asked for.
const COOL_DOWN: Duration = Duration::from_secs(30);
const HOUR: Duration = Duration::from_secs(3_600);
/// How many messages of a kind may go out in an hour.
const AN_HOUR: usize = 5;
/// How many may be asked for in an hour, whatever becomes of them: each is work for the mail server.
const PRESSES_AN_HOUR: usize = 15;
/// How long the link of a confirmation is good.
pub(crate) const LINK_LASTS: Duration = Duration::from_secs(86_400);

/// What a record knows of mail.
#[derive(Clone, Debug, Default, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Mail {
    #[n(0)]
    codes: Vec<DeliveredCode>,
    #[n(1)]
    asked: Asked,
    #[n(2)]
    throttle: Throttle,
    #[n(3)]
    confirmation: Option<Confirmation>,
    #[n(4)]
    confirmations_asked: Asked,
    #[n(5)]
    told: Vec<Told>,
    #[n(6)]
    #[cbor(default)]
    debts: Debts,
}

/// When messages of a kind were asked for within the last hour, the oldest first.
#[derive(Clone, Debug, Default, minicbor::Decode, minicbor::Encode)]
#[cbor(transparent)]
pub(crate) struct Asked(#[n(0)] Vec<Press>);

/// A press on "send".
#[derive(Clone, Copy, Debug, minicbor::Decode, minicbor::Encode)]
struct Press {
    #[n(0)]
    at: Timestamp,
    #[n(1)]
    fate: Fate,
}

/// What has become of the message of a press.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[cbor(index_only)]
enum Fate {
    /// It is on its way, or has arrived.
    #[n(0)]
    Sent,
    /// It has done what it was for, so that the next one is no second try.
    #[n(1)]
    Done,
    /// It did not go out.
    #[n(2)]
    Failed,
    /// It was held back: a newer one, or its own session, had ended it.
    #[n(3)]
    HeldBack,
}

impl Asked {
    /// From when on another one may be asked for; `None`: at once.
    pub(crate) fn wait(&self, now: Timestamp) -> Option<Timestamp> {
        // A clock that was wrong once does no lasting harm.
        let recent = || {
            let presses = self.0.iter().map(|press| Press { at: press.at.min(now), ..*press });
            presses.filter(|press| now < press.at.plus(HOUR))
        };
        let over = |press: Press| press.at.plus(HOUR);
        let went_out = |press: &Press| matches!(press.fate, Fate::Sent | Fate::Done);
        let full = recent().filter(went_out).rev().nth(AN_HOUR - 1).map(over);
        let pressed = recent().rev().nth(PRESSES_AN_HOUR - 1).map(over);
        let needs_rest = |last: &Press| matches!(last.fate, Fate::Sent | Fate::HeldBack);
        let cool = recent().next_back().filter(needs_rest).map(|last| last.at.plus(COOL_DOWN));
        full.max(pressed).max(cool).filter(|until| now < *until)
    }

    fn count(&mut self, now: Timestamp) {
        self.0.retain(|press| now < press.at.plus(HOUR));
        // A clock that goes back gives nothing back.
        self.0.iter_mut().for_each(|press| press.at = press.at.min(now));
        self.0.push(Press { at: now, fate: Fate::Sent });
    }

    /// What has become of the one of that moment. Says whether anything is known anew.
    fn found(&mut self, at: Timestamp, fate: Fate) -> bool {
        let is_it = |press: &&mut Press| press.at == at && press.fate == Fate::Sent;
        let found = self.0.iter_mut().rev().find(is_it);
        found.map(|press| press.fate = fate).is_some()
    }
}

/// An address that is to be confirmed by a link.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Confirmation {
    #[n(0)]
    pub(crate) message: DeliveryId,
    #[n(1)]
    pub(crate) address: Digest,
    #[n(2)]
    pub(crate) sent_at: Timestamp,
    #[n(3)]
    pub(crate) delivery: Delivery,
    /// With which others it was sent.
    #[n(4)]
    pub(crate) mailing: Option<DeliveryId>,
}

impl Confirmation {
    /// Whether the link is still good.
    pub(crate) fn is_open(&self, now: Timestamp) -> bool {
        now < self.sent_at.plus(LINK_LASTS)
    }
}

/// That a person has been told of what is to come.
#[derive(Clone, Copy, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub(crate) enum Told {
    /// A second factor will be required from then on.
    #[n(0)]
    Announced(#[n(0)] Timestamp),
    /// It can be put off until then.
    #[n(1)]
    GraceEnding(#[n(0)] Timestamp),
}

/// How many of what was told are remembered.
const TOLD: usize = 8;

impl Mail {
    /// What the person is still to be told.
    pub(crate) const fn debts(&self) -> &Debts {
        &self.debts
    }

    pub(crate) const fn debts_mut(&mut self) -> &mut Debts {
        &mut self.debts
    }

    pub(crate) const fn throttle(&self) -> &Throttle {
        &self.throttle
    }

    pub(crate) const fn throttle_mut(&mut self) -> &mut Throttle {
        &mut self.throttle
    }

    /// From when on another code may be sent; `None`: at once.
    pub(crate) fn wait(&self, now: Timestamp) -> Option<Timestamp> {
        self.asked.wait(now)
    }

    /// A code is sent. What was sent to the session before is over.
    pub(crate) fn send(&mut self, session: &Session<'_>, code: DeliveredCode, now: Timestamp) {
        self.codes.retain(|known| known.is_alive(now) && !known.is_of(session));
        while self.codes.len() >= AN_HOUR {
            self.codes.remove(0);
        }
        self.codes.push(code);
        self.asked.count(now);
    }

    /// The code that was sent for this, if it can still be right.
    pub(crate) fn code(&self, sent: &Delivering<'_>, now: Timestamp) -> Option<&DeliveredCode> {
        self.codes.iter().rev().find(|code| code.is_alive(now) && code.is_for(sent))
    }

    /// A code was right and is used up.
    pub(crate) fn spend(&mut self, message: DeliveryId, sent_at: Timestamp) {
        self.asked.found(sent_at, Fate::Done);
        self.discard(message);
    }

    /// A code is over.
    pub(crate) fn discard(&mut self, message: DeliveryId) {
        self.codes.retain(|code| code.message() != message);
    }

    /// Ends the codes of a session. Says whether there were any.
    pub(crate) fn forget_session(&mut self, session: &Session<'_>) -> bool {
        let before = self.codes.len();
        self.codes.retain(|code| !code.is_of(session));
        self.codes.len() != before
    }

    /// What was shown before is void.
    pub(crate) fn end_codes(&mut self) {
        self.codes.clear();
    }

    /// What became of a message. Says whether anything is known anew.
    pub(crate) fn found(&mut self, message: DeliveryId, at: Timestamp, delivery: Delivery) -> bool {
        let mut is_new = false;
        for code in self.codes.iter_mut().filter(|code| code.message() == message) {
            code.found(delivery);
            is_new = true;
        }
        // Also of one that a newer one has ended.
        let is_free = delivery == Delivery::Failed && self.asked.found(at, Fate::Failed);
        is_new || is_free
    }

    /// A code was held back: it was over before it went out.
    pub(crate) fn held_back(&mut self, at: Timestamp) -> bool {
        self.asked.found(at, Fate::HeldBack)
    }

    /// Whether a code is the newest of its session, and not used.
    pub(crate) fn has_code(&self, message: DeliveryId) -> bool {
        self.codes.iter().any(|code| code.message() == message)
    }

    pub(crate) const fn confirmation(&self) -> Option<&Confirmation> {
        self.confirmation.as_ref()
    }

    /// From when on the person may ask for another confirmation; `None`: at once.
    pub(crate) fn confirmation_wait(&self, now: Timestamp) -> Option<Timestamp> {
        self.confirmations_asked.wait(now)
    }

    /// A confirmation is sent. The link before it is over.
    pub(crate) fn confirm(&mut self, confirmation: Confirmation) {
        self.confirmations_asked.count(confirmation.sent_at);
        self.confirmation = Some(confirmation);
    }

    /// The same for one that is sent with many others; nobody asked for this one.
    pub(crate) fn confirm_with_others(&mut self, confirmation: Confirmation) {
        self.confirmation = Some(confirmation);
    }

    /// One that did not go out is as if it had never been.
    pub(crate) fn take_confirmation_back(&mut self, message: DeliveryId) -> bool {
        self.confirmation.take_if(|known| known.message == message).is_some()
    }

    /// What became of a confirmation. One that certainly did not go out is as if it had never been.
    pub(crate) fn found_confirmation(&mut self, message: DeliveryId, delivery: Delivery) -> bool {
        let Some(known) = self.confirmation.as_mut().filter(|known| known.message == message)
        else {
            return false;
        };
        let at = known.sent_at;
        known.delivery = delivery;
        if delivery == Delivery::Failed {
            self.confirmations_asked.found(at, Fate::Failed);
        }
        true
    }

    pub(crate) fn end_confirmation(&mut self) {
        self.confirmation = None;
    }

    /// Whether the person has been told.
    pub(crate) fn has_told(&self, told: Told) -> bool {
        self.told.contains(&told)
    }

    pub(crate) fn tell(&mut self, told: Told) {
        while self.told.len() >= TOLD {
            self.told.remove(0);
        }
        self.told.push(told);
    }

    /// It was not told after all. Says whether it was known to be.
    pub(crate) fn untell(&mut self, told: Told) -> bool {
        let known = self.told.len();
        self.told.retain(|known| *known != told);
        self.told.len() < known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Timestamp {
        Timestamp::from_unix(1_000_000 + seconds)
    }

    #[test]
    fn another_message_may_be_asked_for_after_thirty_seconds_and_five_times_an_hour() {
        let mut asked = Asked::default();
        assert_eq!(asked.wait(at(0)), None);
        for n in 0..4 {
            asked.count(at(n * 30));
            assert_eq!(asked.wait(at(n * 30)), Some(at(n * 30 + 30)));
            assert_eq!(asked.wait(at(n * 30 + 29)), Some(at(n * 30 + 30)));
            assert_eq!(asked.wait(at(n * 30 + 30)), None);
        }
        asked.count(at(120));
        assert_eq!(asked.wait(at(150)), Some(at(3_600)));
        assert_eq!(asked.wait(at(3_599)), Some(at(3_600)));
        assert_eq!(asked.wait(at(3_600)), None);
        asked.count(at(3_600));
        assert_eq!(
            asked.wait(at(3_620)),
            Some(at(3_630)),
            "the next of the five is half a minute on"
        );
    }

    #[test]
    fn after_one_that_was_right_another_may_be_asked_for_at_once_and_five_an_hour() {
        let mut asked = Asked::default();
        for n in 0..5 {
            assert_eq!(asked.wait(at(n)), None);
            asked.count(at(n));
            asked.found(at(n), Fate::Done);
        }
        assert_eq!(asked.wait(at(5)), Some(at(3_600)));
        asked.count(at(3_601));
        // What was sent before it is used: that says nothing about the last one.
        asked.found(at(4), Fate::Done);
        assert_eq!(asked.wait(at(3_602)), Some(at(3_631)));
    }

    #[test]
    fn what_did_not_go_out_counts_for_nothing() {
        let mut asked = Asked::default();
        asked.count(at(0));
        asked.found(at(0), Fate::Failed);
        assert_eq!(asked.wait(at(0)), None);
        // Nor does it bring back the wait after one before it that was used.
        asked.count(at(1));
        asked.found(at(1), Fate::Done);
        asked.count(at(2));
        asked.found(at(2), Fate::Failed);
        assert_eq!(asked.wait(at(3)), None);
    }

    #[test]
    fn what_was_held_back_costs_half_a_minute_and_whatever_becomes_of_them_fifteen_are_enough() {
        for (fate, rest) in [(Fate::HeldBack, 30), (Fate::Failed, 0)] {
            let mut asked = Asked::default();
            for n in 0..15 {
                assert_eq!(asked.wait(at(n * 30)), None, "{fate:?} {n}");
                asked.count(at(n * 30));
                asked.found(at(n * 30), fate);
                let until = asked.wait(at(n * 30));
                match n {
                    14 => assert_eq!(until, Some(at(3_600)), "{fate:?}"),
                    _ => assert_eq!(until, (rest > 0).then(|| at(n * 30 + rest)), "{fate:?} {n}"),
                }
            }
        }
    }

    #[test]
    fn a_clock_that_was_wrong_once_does_no_lasting_harm() {
        let mut asked = Asked::default();
        asked.count(at(1_000_000));
        assert_eq!(asked.wait(at(0)), Some(at(30)));
        asked.count(at(30));
        assert_eq!(asked.wait(at(60)), None);
    }
}
