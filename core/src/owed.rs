//! Notices that a person is still to get.
//!
//! A notice is owed from the very swap on that stores what it tells of, and is taken off in a swap right
//! before its message goes out for good. So it is lost with no process, and no two processes send it.

use core::mem::discriminant;
use core::time::Duration;
use std::sync::Arc;

use crate::authenticator::DeliveryId;
use crate::notice::NoticeKind;
use crate::subject::Profile;
use crate::time::Timestamp;

/// How many are kept.
const MOST: usize = 16;
/// For how long it is tried to send one. Nobody is helped by older news.
const LASTS: Duration = Duration::from_secs(3 * 86_400);

/// A notice that a person is still to get, where they were to be reached when it happened: whoever
/// takes an account over and changes its address does not read it.
#[derive(Clone, Debug, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Owed {
    #[n(0)]
    pub(crate) id: DeliveryId,
    #[n(1)]
    pub(crate) kind: NoticeKind,
    #[n(2)]
    pub(crate) at: Timestamp,
    #[n(3)]
    to: Box<str>,
    #[n(4)]
    label: Box<str>,
    #[n(5)]
    language: Option<Box<str>>,
}

impl Owed {
    pub(crate) fn new(
        id: DeliveryId,
        kind: NoticeKind,
        at: Timestamp,
        to: &str,
        profile: &Profile,
    ) -> Self {
        let (label, language) = (profile.label().into(), profile.language().map(Into::into));
        Self { id, kind, at, to: to.into(), label, language }
    }

    pub(crate) fn to(&self) -> Arc<str> {
        (*self.to).into()
    }

    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    pub(crate) fn language(&self) -> Option<Arc<str>> {
        self.language.as_deref().map(Into::into)
    }

    /// Whether it is too late for it.
    pub(crate) fn is_stale(&self, now: Timestamp) -> bool {
        now >= self.at.plus(LASTS)
    }
}

/// The notices that a person is still to get, the oldest first.
#[derive(Clone, Debug, Default, minicbor::Decode, minicbor::Encode)]
pub(crate) struct Debts {
    #[n(0)]
    owed: Vec<Owed>,
    /// How many of them, at the end, nobody has begun to send.
    #[cbor(skip)]
    new: usize,
}

impl Debts {
    pub(crate) fn all(&self) -> &[Owed] {
        &self.owed
    }

    /// Since when something is owed.
    pub(crate) fn since(&self) -> Option<Timestamp> {
        self.owed.iter().map(|owed| owed.at).min()
    }

    /// From now on it is owed. If there are too many, the oldest of the same kind goes, so that nobody
    /// pushes news out with other news; says what has gone.
    pub(crate) fn add(&mut self, owed: Owed) -> Option<NoticeKind> {
        let gone = self.push(owed);
        self.new = self.new.saturating_add(1).min(MOST);
        gone
    }

    /// It is owed again; somebody is about to send it.
    pub(crate) fn put_back(&mut self, owed: Owed) {
        self.settle(owed.id);
        self.push(owed);
    }

    fn push(&mut self, owed: Owed) -> Option<NoticeKind> {
        let mut gone = None;
        if self.owed.len() >= MOST {
            let is_such = |known: &Owed| discriminant(&known.kind) == discriminant(&owed.kind);
            let oldest = self.owed.iter().position(is_such).unwrap_or(0);
            gone = Some(self.owed.remove(oldest).kind);
        }
        self.owed.push(owed);
        gone
    }

    /// What was added since the record was read. From now on it counts as begun.
    pub(crate) fn take_new(&mut self) -> Vec<Owed> {
        let begun = self.owed.len().saturating_sub(core::mem::take(&mut self.new));
        self.owed.iter().skip(begun).cloned().collect()
    }

    /// It is owed no more. Says whether it was.
    pub(crate) fn settle(&mut self, id: DeliveryId) -> bool {
        let before = self.owed.len();
        self.owed.retain(|owed| owed.id != id);
        self.owed.len() != before
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owed(number: u8) -> Owed {
        let id = DeliveryId::from_bytes([number; 16]);
        let at = Timestamp::from_unix(number.into());
        let kind = NoticeKind::RecoveryCodeUsed { left: number.into() };
        Owed::new(id, kind, at, "ada@acme.example", &Profile::new("Ada", None, &[]).speaks("fr"))
    }

    fn numbers(owed: &[Owed]) -> Vec<u64> {
        owed.iter().map(|owed| owed.at.as_unix()).collect()
    }

    #[test]
    fn what_is_new_is_given_once_and_stays_owed_until_it_is_settled() {
        let mut debts = Debts::default();
        assert_eq!(debts.since(), None);
        debts.add(owed(1));
        assert_eq!(numbers(&debts.take_new()), [1]);
        debts.add(owed(2));
        debts.add(owed(3));
        assert_eq!(numbers(&debts.take_new()), [2, 3]);
        assert!(debts.take_new().is_empty());
        assert!(debts.settle(owed(1).id));
        assert!(!debts.settle(owed(1).id));
        assert_eq!((numbers(debts.all()), debts.since()), (vec![2, 3], Some(owed(2).at)));
        debts.put_back(owed(1));
        assert!(debts.take_new().is_empty(), "whoever puts it back sends it");
        assert_eq!(debts.since(), Some(owed(1).at));
    }

    #[test]
    fn sixteen_are_kept_and_the_oldest_of_a_kind_goes_first() {
        let mut debts = Debts::default();
        let added = Owed { kind: NoticeKind::AuthenticatorAdded, ..owed(0) };
        assert_eq!(debts.add(added), None);
        let gone: Vec<_> = (1..=19).filter_map(|number| debts.add(owed(number))).collect();
        assert_eq!(gone, (1..5).map(|number| owed(number).kind).collect::<Vec<_>>());
        let kept: Vec<_> = core::iter::once(0).chain(5..20).collect();
        assert_eq!(numbers(debts.all()), kept, "what nothing else tells stays");
        assert_eq!(numbers(&debts.take_new()), kept);
    }

    #[test]
    fn it_is_read_as_it_was_written_and_nothing_of_it_is_new() {
        let mut debts = Debts::default();
        debts.add(owed(7));
        let bytes = minicbor::to_vec(&debts).unwrap();
        let mut read: Debts = minicbor::decode(&bytes).unwrap();
        assert!(read.take_new().is_empty());
        let [read] = read.all() else { panic!("{read:?}") };
        assert_eq!((read.id, read.kind, read.at), (owed(7).id, owed(7).kind, owed(7).at));
        assert_eq!((&*read.to(), read.label()), ("ada@acme.example", "Ada"));
        assert_eq!(read.language().as_deref(), Some("fr"));
    }

    #[test]
    fn after_three_days_it_is_too_late() {
        let owed = owed(0);
        assert!(!owed.is_stale(Timestamp::from_unix(3 * 86_400 - 1)));
        assert!(owed.is_stale(Timestamp::from_unix(3 * 86_400)));
    }
}
