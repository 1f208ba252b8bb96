//! Slowing guesses down, without locking the owner out for good.
//!
//! | wrong codes | what follows |
//! |---|---|
//! | 1–4 in a row | nothing |
//! | 5 in a row | a wait of 30 s; each further one doubles it, up to 1 h |
//! | 20 within a day | a wait until that day has passed; right codes do not clear this count |
//! | 100 in a row | a wait that only a right code ends, by the way of the last row (NIST SP 800-63B-4, 3.2.2) |
//! | while waiting | every answer is refused alike; whether it was right is not said |
//! | while waiting, three right codes in a row from one session | the third is accepted |
//! | while waiting, a recovery code | accepted if it is right: nobody guesses 125 bits |
//!
//! A throttle belongs to one subject and one method, whichever session or ticket the guess came by,
//! and is reached only behind the first factor: a stranger cannot make anybody wait. A browser with a
//! valid device token has a throttle of its own, so a thief with the password cannot either.
//!
//! The last row is how the owner comes in while somebody else is guessing. A guesser who has to be
//! right three times in a row, without being told of the first two, succeeds once in 10^16 tries.

use core::time::Duration;

use crate::secret::Digest;
use crate::time::Timestamp;

const DAY: Duration = Duration::from_secs(86_400);
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_secs(3_600);
const RUNS: usize = 4;

/// The count of one subject's wrong answers by one method.
#[derive(Clone, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub struct Throttle {
    #[n(0)]
    in_a_row: u32,
    #[n(1)]
    wait_until: Option<Timestamp>,
    #[n(2)]
    day_began: Option<Timestamp>,
    #[n(3)]
    in_the_day: u32,
    #[n(4)]
    refused_unseen: u32,
    #[n(5)]
    runs: Vec<Run>,
    #[n(6)]
    told_at: Option<Timestamp>,
}

/// Right codes in a row, given by one session while everybody waits.
#[derive(Clone, Debug, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
struct Run {
    #[n(0)]
    session: Digest,
    #[n(1)]
    right: u32,
}

/// Whether answers are taken.
#[expect(clippy::exhaustive_enums, reason = "there is nothing between open and waiting")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gate {
    /// Answers are taken; so many wrong ones may follow before a wait.
    Open {
        /// At least one.
        tries_left: u32,
    },
    /// Answers are refused until then.
    Waiting {
        /// When answers are taken again.
        until: Timestamp,
    },
}

impl Throttle {
    /// Wrong answers in a row before the first wait.
    pub const TRIES: u32 = 5;
    /// Wrong answers in a day.
    pub const TRIES_A_DAY: u32 = 20;
    /// Wrong answers in a row after which only a run of right ones helps.
    pub const TRIES_IN_A_ROW: u32 = 100;
    /// Right answers in a row that end a wait.
    pub const RUN: u32 = 3;

    /// Whether answers are taken at `now`.
    #[must_use]
    pub fn gate(&self, now: Timestamp) -> Gate {
        if self.in_a_row >= Self::TRIES_IN_A_ROW {
            let until = self.wait_until.map_or(now, |until| until.max(now)).plus(LONGEST_WAIT);
            return Gate::Waiting { until };
        }
        if let Some(until) = self.wait_until.filter(|until| now < *until) {
            return Gate::Waiting { until: until.min(now.plus(LONGEST_WAIT)) };
        }
        let in_a_row = Self::TRIES.saturating_sub(self.in_a_row).max(1);
        let in_the_day = Self::TRIES_A_DAY.saturating_sub(self.today(now));
        match (in_the_day, self.day_began) {
            (0, Some(began)) => Gate::Waiting { until: began.min(now).plus(DAY) },
            (left, _) => Gate::Open { tries_left: left.min(in_a_row) },
        }
    }

    /// Counts a wrong answer that was taken.
    pub(crate) fn count_wrong(&mut self, now: Timestamp) {
        self.mend(now);
        if self.today(now) == 0 {
            self.day_began = Some(now);
            self.in_the_day = 0;
        }
        self.in_the_day = self.in_the_day.saturating_add(1);
        self.in_a_row = self.in_a_row.saturating_add(1);
        if let Some(doublings) = self.in_a_row.checked_sub(Self::TRIES) {
            let wait = FIRST_WAIT.saturating_mul(1_u32.checked_shl(doublings).unwrap_or(u32::MAX));
            self.wait_until = Some(now.plus(wait.min(LONGEST_WAIT)));
        }
    }

    /// Counts a right answer: the row of wrong ones is broken, the day's count stands.
    pub(crate) fn count_right(&mut self) {
        self.in_a_row = 0;
        self.wait_until = None;
        self.runs.clear();
    }

    /// Counts a right answer that nobody was told of, given while waiting. The third in a row from
    /// one session is to be accepted.
    #[must_use]
    pub(crate) fn count_right_unseen(&mut self, session: Digest, now: Timestamp) -> bool {
        self.mend(now);
        self.refused_unseen = self.refused_unseen.wrapping_add(1);
        let before = self.runs.iter().position(|run| run.session == session);
        let right = before.map_or(0, |at| self.runs.remove(at).right).saturating_add(1);
        if right >= Self::RUN {
            return true;
        }
        if self.runs.len() >= RUNS {
            self.runs.remove(0);
        }
        self.runs.push(Run { session, right });
        false
    }

    /// Counts a wrong answer that was refused unseen. It changes the record like a right one does,
    /// so that the time it takes tells nothing.
    pub(crate) fn count_wrong_unseen(&mut self, session: &Digest, now: Timestamp) {
        self.count_spent_unseen(now);
        self.runs.retain(|run| run.session != *session);
    }

    /// Counts an answer that was refused unseen and neither goes on with a run nor ends it: a form
    /// that was sent twice.
    pub(crate) fn count_spent_unseen(&mut self, now: Timestamp) {
        self.mend(now);
        self.refused_unseen = self.refused_unseen.wrapping_add(1);
    }

    /// Brings moments that lie further ahead than we ever set them back to where they can be: the
    /// clock was wrong once.
    fn mend(&mut self, now: Timestamp) {
        self.wait_until = self.wait_until.map(|until| until.min(now.plus(LONGEST_WAIT)));
        self.day_began = self.day_began.map(|began| began.min(now));
    }

    /// Whether the owner is to be told of a wrong answer: of one a day.
    pub(crate) fn tells(&self, now: Timestamp) -> bool {
        self.told_at.is_none_or(|at| now >= at.min(now).plus(DAY))
    }

    /// The owner is told of a wrong answer.
    pub(crate) const fn told(&mut self, now: Timestamp) {
        self.told_at = Some(now);
    }

    /// Wrong answers of the day that is running at `now`. A clock that went back is still in it.
    fn today(&self, now: Timestamp) -> u32 {
        match self.day_began {
            Some(began) if now < began.plus(DAY) => self.in_the_day,
            Some(_) | None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::{DigestPurpose, KeyRing, Vault};

    const START: Timestamp = Timestamp::from_unix(1_000_000);

    fn at(seconds: u64) -> Timestamp {
        START.plus(Duration::from_secs(seconds))
    }

    fn session(name: &str) -> Digest {
        Vault::new(&KeyRing::example()).digest(DigestPurpose::Session, &[name.as_bytes()])
    }

    fn after_wrong(count: u32) -> Throttle {
        let mut throttle = Throttle::default();
        for _ in 0..count {
            throttle.count_wrong(START);
        }
        throttle
    }

    #[test]
    fn the_fifth_wrong_answer_in_a_row_makes_everybody_wait() {
        assert_eq!(Throttle::default().gate(START), Gate::Open { tries_left: 5 });
        assert_eq!(after_wrong(4).gate(START), Gate::Open { tries_left: 1 });
        assert_eq!(after_wrong(5).gate(START), Gate::Waiting { until: at(30) });
        assert_eq!(after_wrong(5).gate(at(29)), Gate::Waiting { until: at(30) });
        assert_eq!(after_wrong(5).gate(at(30)), Gate::Open { tries_left: 1 });
    }

    #[test]
    fn waits_double_from_30_seconds_to_an_hour() {
        let waits = [30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600];
        for (wrong, wait) in (5..).zip(waits) {
            assert_eq!(
                after_wrong(wrong).gate(START),
                Gate::Waiting { until: at(wait) },
                "{wrong}"
            );
        }
    }

    #[test]
    fn twenty_wrong_answers_end_the_day_and_right_ones_give_nothing_back() {
        let mut throttle = Throttle::default();
        for n in 0..20 {
            assert!(matches!(throttle.gate(at(n)), Gate::Open { .. }), "{n}");
            throttle.count_wrong(at(n));
            throttle.count_right();
        }
        assert_eq!(throttle.gate(at(20)), Gate::Waiting { until: at(86_400) });
        assert_eq!(throttle.gate(at(86_399)), Gate::Waiting { until: at(86_400) });
        assert_eq!(throttle.gate(at(86_400)), Gate::Open { tries_left: 5 });
    }

    #[test]
    fn protection_is_armed_again_after_a_wait() {
        let mut throttle = after_wrong(5);
        throttle.count_wrong(at(30));
        assert_eq!(throttle.gate(at(31)), Gate::Waiting { until: at(90) });
    }

    #[test]
    fn after_a_hundred_in_a_row_no_wait_ends_by_itself() {
        let mut throttle = Throttle::default();
        for day in 0..5 {
            for _ in 0..20 {
                throttle.count_wrong(at(day * 86_400));
            }
        }
        assert!(matches!(throttle.gate(at(100 * 86_400)), Gate::Waiting { .. }));
        throttle.count_right();
        assert!(matches!(throttle.gate(at(100 * 86_400)), Gate::Open { .. }));
    }

    #[test]
    fn three_right_answers_in_a_row_from_one_session_end_a_wait() {
        let mut throttle = after_wrong(5);
        assert!(!throttle.count_right_unseen(session("owner"), START));
        assert!(!throttle.count_right_unseen(session("owner"), START));
        throttle.count_wrong_unseen(&session("thief"), START);
        assert!(throttle.count_right_unseen(session("owner"), START));
    }

    #[test]
    fn a_wrong_answer_between_begins_the_run_anew() {
        let mut throttle = after_wrong(5);
        for _ in 0..2 {
            assert!(!throttle.count_right_unseen(session("s"), START));
            assert!(!throttle.count_right_unseen(session("s"), START));
            throttle.count_wrong_unseen(&session("s"), START);
        }
    }

    #[test]
    fn right_answers_of_different_sessions_do_not_add_up() {
        let mut throttle = after_wrong(5);
        for name in ["a", "b", "c", "d", "e", "f"] {
            assert!(!throttle.count_right_unseen(session(name), START));
        }
        assert!(throttle.runs.len() <= RUNS);
    }

    #[test]
    fn an_unseen_answer_changes_the_record_whether_right_or_wrong() {
        let before = after_wrong(5);
        let mut wrong = before.clone();
        wrong.count_wrong_unseen(&session("s"), START);
        assert_ne!(wrong, before);
        let mut right = before.clone();
        assert!(!right.count_right_unseen(session("s"), START));
        assert_ne!(right, before);
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing_back() {
        let mut throttle = Throttle::default();
        for _ in 0..20 {
            throttle.count_wrong(at(50));
        }
        assert!(matches!(throttle.gate(Timestamp::EPOCH), Gate::Waiting { .. }));
    }

    #[test]
    fn a_clock_that_was_wrong_once_does_no_lasting_harm() {
        let mut throttle = Throttle::default();
        for _ in 0..20 {
            throttle.count_wrong(at(70 * 365 * 86_400));
        }
        throttle.count_wrong_unseen(&session("s"), START);
        assert_eq!(throttle.gate(START), Gate::Waiting { until: at(3_600) });
        assert_eq!(throttle.gate(at(3_601)), Gate::Waiting { until: at(86_400) });
        assert!(matches!(throttle.gate(at(86_400)), Gate::Open { .. }));
    }

    #[test]
    fn a_form_that_was_sent_twice_does_not_break_a_run() {
        let mut throttle = after_wrong(5);
        assert!(!throttle.count_right_unseen(session("s"), START));
        throttle.count_spent_unseen(START);
        assert!(!throttle.count_right_unseen(session("s"), START));
        assert!(throttle.count_right_unseen(session("s"), START));
    }

    #[test]
    fn the_end_of_time_overflows_nothing() {
        let mut throttle = Throttle { in_a_row: u32::MAX, ..Throttle::default() };
        throttle.count_wrong(Timestamp::from_unix(u64::MAX));
        assert!(matches!(throttle.gate(Timestamp::from_unix(u64::MAX)), Gate::Waiting { .. }));
    }
}
