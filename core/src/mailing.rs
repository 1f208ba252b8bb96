//! Confirmations that are sent to many, behind the scenes: what is written down of it.
//!
//! To whom a message has gone is not in here but in each person's record, where it is stored in the
//! swap that comes right before the message goes out. So the work can be left half-way, by whatever
//! becomes of a process, and be gone on with by any other: nobody is sent two. Nobody is named in it, so
//! that nobody has to be erased from it; who began it is in the log.
//!
//! | what a way through the list has left | then |
//! |---|---|
//! | nobody | it has ended |
//! | people whose mail is not taken now | the next one comes after a longer while each time; after the last one they count as failed |
//! | the rest of the list: the mail server is away | it goes on from there, a minute later |
//! | anybody, a day after it began | they count as failed, and it has ended |

use core::time::Duration;
use std::sync::Arc;

use crate::authenticator::DeliveryId;
use crate::policy::Rollout;
use crate::time::Timestamp;

/// The form in which it is written.
const FORM: u8 = 1;
/// So long after it began it ends, whatever is left of it. A link is good for no longer either.
const LASTS: Duration = Duration::from_secs(86_400);
/// How long to wait before each further way through the list for those whose mail was not taken.
const AGAIN: [Duration; 7] = [
    Duration::from_secs(60),
    Duration::from_secs(300),
    Duration::from_secs(900),
    Duration::from_secs(3_600),
    Duration::from_secs(3 * 3_600),
    Duration::from_secs(6 * 3_600),
    Duration::from_secs(12 * 3_600),
];

/// Confirmations that are sent to everybody whom a list shows and whose address is not confirmed.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Mailing {
    #[n(0)]
    pub(crate) id: DeliveryId,
    #[n(1)]
    pub(crate) began: Timestamp,
    #[n(2)]
    status: Option<Box<str>>,
    #[n(3)]
    pub(crate) search: Option<Box<str>>,
    #[n(4)]
    pub(crate) domain: Option<Box<str>>,
    #[n(5)]
    pub(crate) role: Option<Box<str>>,
    #[n(6)]
    pub(crate) tally: Tally,
    #[n(7)]
    pub(crate) ended: Option<Timestamp>,
    /// How many whole ways through the list have left somebody.
    #[n(8)]
    #[cbor(default)]
    ways: u32,
    /// When the next one begins, if that is not at once.
    #[n(9)]
    again: Option<Timestamp>,
    /// Before whom the mail server went away: so many are passed over at first.
    #[n(10)]
    #[cbor(default)]
    from: u64,
}

/// How a way through the list came to its end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Way {
    /// It has not.
    GoesOn,
    /// The mail server went away; so many were looked at.
    Stopped(u64),
    /// Some are left.
    Left,
    /// Nobody is left, or nobody is waited for any more.
    Done,
}

/// To how many people what has happened.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
#[non_exhaustive]
pub struct Tally {
    /// A message went out.
    #[n(0)]
    pub sent: u64,
    /// It may have gone out or not: a process or a connection broke at that very moment. They are not
    /// sent another one by this.
    #[n(1)]
    pub unsure: u64,
    /// Nobody takes mail for them, or nobody did in time.
    #[n(2)]
    pub failed: u64,
    /// They have confirmed their address.
    #[n(3)]
    pub confirmed: u64,
    /// There is no address, or others have it too: one that is not known to be shared is sent one link.
    #[n(4)]
    pub without: u64,
    /// A link was sent to them within the last hour.
    #[n(5)]
    pub recent: u64,
    /// It is still to be sent: the mail server does not take it now, or what is known of them cannot be
    /// read.
    #[n(6)]
    pub left: u64,
}

impl Tally {
    /// How many people have been looked at.
    #[must_use]
    pub const fn seen(&self) -> u64 {
        self.sent
            .saturating_add(self.unsure)
            .saturating_add(self.failed)
            .saturating_add(self.confirmed)
            .saturating_add(self.without)
            .saturating_add(self.recent)
            .saturating_add(self.left)
    }
}

impl Mailing {
    pub(crate) fn new(
        id: DeliveryId,
        status: Option<&'static str>,
        [search, domain, role]: [Option<&str>; 3],
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            began: now,
            status: status.map(Into::into),
            search: search.map(Into::into),
            domain: domain.map(Into::into),
            role: role.map(Into::into),
            tally: Tally::default(),
            ended: None,
            ways: 0,
            again: None,
            from: 0,
        }
    }

    /// Whether there is something to do now.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        self.ended.is_none() && (self.is_over(now) || self.again.is_none_or(|again| again <= now))
    }

    /// Whether nobody is waited for any more.
    pub(crate) fn is_over(&self, now: Timestamp) -> bool {
        self.began.plus(LASTS) <= now
    }

    /// How many are passed over at first.
    pub(crate) const fn from(&self) -> u64 {
        self.from
    }

    /// Whether it goes to the same list.
    pub(crate) fn is_to_same(&self, other: &Self) -> bool {
        (&self.status, &self.search, &self.domain, &self.role)
            == (&other.status, &other.search, &other.domain, &other.role)
    }

    /// What has come of a way through the list that began when this was `before`. Somebody else may be
    /// on a way, too: of two that are not at their end the larger number stays, and two at once count as
    /// one.
    pub(crate) fn came_to(&mut self, before: &Self, tally: Tally, way: Way, now: Timestamp) {
        let is_whole = matches!(way, Way::Left | Way::Done);
        if is_whole || self.tally.seen() <= tally.seen() {
            self.tally = tally;
        }
        match way {
            Way::GoesOn => {}
            Way::Stopped(at) => self.from = at,
            Way::Left if self.ways != before.ways => {}
            Way::Left => {
                let wait = usize::try_from(self.ways).ok().and_then(|ways| AGAIN.get(ways));
                self.ways = self.ways.saturating_add(1);
                self.from = 0;
                self.again = wait.map(|wait| now.plus(*wait));
                if wait.is_none() {
                    self.end(now);
                }
            }
            Way::Done => self.end(now),
        }
    }

    fn end(&mut self, now: Timestamp) {
        self.tally.failed = self.tally.failed.saturating_add(self.tally.left);
        self.tally.left = 0;
        self.ended = Some(now);
    }

    /// Of which status people are; one of [`Rollout::NAMES`].
    pub(crate) fn status(&self) -> Option<&'static str> {
        let status = self.status.as_deref()?;
        Rollout::NAMES.into_iter().find(|name| *name == status)
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![FORM];
        // Writing to memory cannot fail.
        let written = minicbor::encode(self, &mut bytes);
        debug_assert!(written.is_ok());
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, Arc<str>> {
        let cbor = bytes.strip_prefix(&[FORM]).ok_or("a form that is not known")?;
        minicbor::decode(cbor).map_err(|error| error.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailing_is_read_as_it_was_written() {
        let now = Timestamp::from_unix(7);
        let filter = [Some("a"), None, Some("editor")];
        let id = DeliveryId::from_bytes([3; 16]);
        let mailing = Mailing::new(id, Some("overdue"), filter, now);
        let read = Mailing::from_bytes(&mailing.to_bytes()).unwrap();
        assert_eq!((read.id, read.began, read.status()), (id, now, Some("overdue")));
        assert_eq!((read.search.as_deref(), read.role.as_deref()), (Some("a"), Some("editor")));
        assert!(read.is_to_same(&mailing) && read.is_due(now));
        for bad in [&b""[..], b"\x02", b"\x01\xff"] {
            assert!(Mailing::from_bytes(bad).is_err());
        }
    }

    fn mailing() -> Mailing {
        let id = DeliveryId::from_bytes([3; 16]);
        Mailing::new(id, None, [None; 3], Timestamp::from_unix(0))
    }

    #[test]
    fn who_is_left_is_tried_eight_times_within_a_day_and_then_counts_as_failed() {
        let mut mailing = mailing();
        let left = Tally { left: 2, sent: 5, ..Tally::default() };
        let mut tries = 0;
        let mut now = Timestamp::from_unix(0);
        while mailing.ended.is_none() {
            assert!(mailing.is_due(now) && !mailing.is_over(now), "{now:?}");
            tries += 1;
            let before = mailing.clone();
            mailing.came_to(&before, left, Way::Left, now);
            // Another process that was on the same way puts nothing off once more.
            if let Some(again) = mailing.again {
                mailing.came_to(&before, left, Way::Left, now);
                assert_eq!((mailing.again, mailing.ended), (Some(again), None));
                now = again;
            }
        }
        assert_eq!((tries, mailing.tally.failed, mailing.tally.left), (8, 2, 0));
    }

    #[test]
    fn a_day_after_it_began_it_is_due_whatever_it_waits_for() {
        let mut mailing = mailing();
        mailing.again = Some(Timestamp::from_unix(1_000_000));
        assert!(!mailing.is_due(Timestamp::from_unix(86_399)));
        assert!(mailing.is_due(Timestamp::from_unix(86_400)));
        mailing.end(Timestamp::from_unix(86_400));
        assert!(!mailing.is_due(Timestamp::from_unix(86_400)));
    }

    #[test]
    fn what_another_version_has_written_is_read() {
        // As it was before it was written down who was left.
        let (old, none) = (mailing(), None::<&str>);
        let mut bytes = vec![FORM];
        let fields = (old.id, old.began, none, none, none, none, old.tally, none);
        minicbor::encode(fields, &mut bytes).unwrap();
        let read = Mailing::from_bytes(&bytes).unwrap();
        assert_eq!((read.ways, read.again, read.from), (0, None, 0));
    }
}
