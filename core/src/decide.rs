//! The one decision: may this request pass?
//!
//! [`decide`] is a pure function. It reads no clock, no store and no request, so whoever wants to
//! know what happens tomorrow passes tomorrow, and every rule below is a test at the foot of the
//! file.
//!
//! | the route asks for | no authenticator         | nothing shown | device remembered | shown in this session |
//! |--------------------|--------------------------|---------------|-------------------|-----------------------|
//! | `Nothing`          | allow                    | allow         | allow             | allow                 |
//! | `IfEnrolled`       | allow                    | challenge     | allow             | allow                 |
//! | `Always`           | allow, then enroll[^1]   | challenge     | allow             | allow                 |
//! | `Recent`           | enroll                   | challenge     | challenge         | allow, then challenge |
//!
//! [^1]: allow while the grace period lasts, enroll from the moment it ends.
//!
//! A code that came by mail is no recent factor. Who has nothing else is led to the activation of
//! something that is.

use crate::policy::Requirement;
use crate::standing::Standing;
use crate::time::Timestamp;

/// What is to be done with a request.
#[expect(clippy::exhaustive_enums, reason = "a new decision must break every adapter")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[must_use = "a decision that nobody acts on protects nothing"]
pub enum Decision {
    /// Let the request pass.
    Allow,
    /// Ask for a second factor first.
    Challenge,
    /// Ask the subject to activate an authenticator first.
    Enroll,
}

/// Decides what is to be done with a request, given what its route asks for and where its subject
/// stands.
///
/// A remembered device stands in for a second factor, but never for a recent one: step-up means
/// that a person is here now, and a cookie cannot say so.
///
/// A factor that was shown in the future is none. Clocks differ between machines, and the answer to
/// doubt is [`Decision::Challenge`].
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use countersign::authenticator::Method;
/// use countersign::decide::{Decision, decide};
/// use countersign::policy::Requirement;
/// use countersign::standing::{Shown, Standing};
/// use countersign::time::Timestamp;
///
/// let noon = Shown::new(Timestamp::from_unix(43_200), Method::Totp);
/// let half_past = Timestamp::from_unix(45_000);
/// let standing =
///     Standing::Enrolled { shown: Some(noon), device_remembered: false, may_step_up: true };
///
/// let payout = Requirement::Recent { max_age: Duration::from_secs(600) };
/// assert_eq!(decide(payout, standing, half_past), Decision::Challenge);
/// ```
pub fn decide(requirement: Requirement, standing: Standing, now: Timestamp) -> Decision {
    use Decision::{Allow, Challenge, Enroll};

    match (requirement, standing) {
        (Requirement::Nothing, Standing::Unenrolled | Standing::Enrolled { .. })
        | (Requirement::IfEnrolled, Standing::Unenrolled) => Allow,

        (Requirement::Always { grace_ends }, Standing::Unenrolled) if now < grace_ends => Allow,
        (Requirement::Always { .. } | Requirement::Recent { .. }, Standing::Unenrolled) => Enroll,

        (
            Requirement::IfEnrolled | Requirement::Always { .. },
            Standing::Enrolled { shown, device_remembered, may_step_up: _ },
        ) => match shown.and_then(|shown| now.since(shown.at)) {
            Some(_) => Allow,
            None if device_remembered => Allow,
            None => Challenge,
        },

        (
            Requirement::Recent { max_age },
            Standing::Enrolled { shown, device_remembered: _, may_step_up },
        ) => {
            let shown = shown.filter(|shown| shown.steps_up);
            match shown.and_then(|shown| now.since(shown.at)) {
                Some(age) if age <= max_age => Allow,
                Some(_) | None if may_step_up => Challenge,
                Some(_) | None => Enroll,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::Decision::{Allow, Challenge, Enroll};
    use super::*;
    use crate::authenticator::Method;
    use crate::standing::Shown;

    const NOW: Timestamp = Timestamp::from_unix(1_000);
    const RECENT: Requirement = Requirement::Recent { max_age: Duration::from_secs(60) };
    const NOTHING_SHOWN: Standing =
        Standing::Enrolled { shown: None, device_remembered: false, may_step_up: true };
    const REMEMBERED: Standing =
        Standing::Enrolled { shown: None, device_remembered: true, may_step_up: true };

    fn shown_at(seconds: u64) -> Standing {
        let shown = Shown::new(Timestamp::from_unix(seconds), Method::Totp);
        Standing::Enrolled { shown: Some(shown), device_remembered: false, may_step_up: true }
    }

    fn always(grace_ends: u64) -> Requirement {
        Requirement::Always { grace_ends: Timestamp::from_unix(grace_ends) }
    }

    #[test]
    fn the_table_holds() {
        let table = [
            (Requirement::Nothing, Standing::Unenrolled, Allow),
            (Requirement::Nothing, NOTHING_SHOWN, Allow),
            (Requirement::IfEnrolled, Standing::Unenrolled, Allow),
            (Requirement::IfEnrolled, NOTHING_SHOWN, Challenge),
            (Requirement::IfEnrolled, REMEMBERED, Allow),
            (Requirement::IfEnrolled, shown_at(1), Allow),
            (always(0), NOTHING_SHOWN, Challenge),
            (always(0), REMEMBERED, Allow),
            (always(0), shown_at(1), Allow),
            (RECENT, Standing::Unenrolled, Enroll),
            (RECENT, NOTHING_SHOWN, Challenge),
            (RECENT, shown_at(990), Allow),
        ];
        for (requirement, standing, expected) in table {
            assert_eq!(
                decide(requirement, standing, NOW),
                expected,
                "{requirement:?} of {standing:?}"
            );
        }
    }

    #[test]
    fn grace_ends_at_the_very_second_it_names() {
        assert_eq!(decide(always(1_001), Standing::Unenrolled, NOW), Allow);
        assert_eq!(decide(always(1_000), Standing::Unenrolled, NOW), Enroll);
    }

    #[test]
    fn grace_excuses_nobody_who_holds_an_authenticator() {
        assert_eq!(decide(always(u64::MAX), NOTHING_SHOWN, NOW), Challenge);
    }

    #[test]
    fn a_factor_is_recent_up_to_and_including_max_age() {
        assert_eq!(decide(RECENT, shown_at(940), NOW), Allow);
        assert_eq!(decide(RECENT, shown_at(939), NOW), Challenge);
    }

    #[test]
    fn a_mailed_code_lets_in_and_is_never_a_recent_factor() {
        let by_mail = |may_step_up| Standing::Enrolled {
            shown: Some(Shown::new(Timestamp::from_unix(999), Method::Email)),
            device_remembered: false,
            may_step_up,
        };
        assert_eq!(decide(always(0), by_mail(false), NOW), Allow);
        assert_eq!(decide(RECENT, by_mail(true), NOW), Challenge);
        assert_eq!(decide(RECENT, by_mail(false), NOW), Enroll);
        let mut lenient = Shown::new(Timestamp::from_unix(999), Method::Email);
        lenient.steps_up = true;
        let standing = Standing::Enrolled {
            shown: Some(lenient),
            device_remembered: false,
            may_step_up: true,
        };
        assert_eq!(decide(RECENT, standing, NOW), Allow);
    }

    #[test]
    fn a_remembered_device_is_never_a_recent_factor() {
        assert_eq!(decide(RECENT, REMEMBERED, NOW), Challenge);
    }

    #[test]
    fn a_factor_from_the_future_counts_for_nothing() {
        for requirement in [Requirement::IfEnrolled, always(0), RECENT] {
            assert_eq!(decide(requirement, shown_at(1_001), NOW), Challenge);
        }
    }
}
