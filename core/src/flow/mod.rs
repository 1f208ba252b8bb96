//! The only rooms that wait: load, call a pure room, swap, tell.
//!
//! | flow | reads | swaps |
//! |---|---|---|
//! | [`guard`](SecondFactor::guard) | 1, or none of an exempt kind of sign-in | none; one when somebody, or what has changed of them, is seen first; one when a remembered device comes in a new session |
//! | [`challenge`](SecondFactor::challenge) | 1 | none |
//! | [`verify`](SecondFactor::verify) | 1 | 1; 1 more if the session gets a new id |
//! | [`begin`](SecondFactor::begin), [`confirm`](SecondFactor::confirm) | 1 | 1 |
//! | a change of the set-up | 1 | 1 |
//!
//! A swap that meets a conflict begins again with the record that is there now. No flow answers
//! before its swap is stored. What a person is told of it by mail costs a read and a swap more, which
//! no request waits for; a code or a link costs a read.

mod administer;
mod behind;
mod builder;
mod challenge;
mod confirm_address;
mod confirm_many;
mod confirm_progress;
mod device;
mod enroll;
mod errands;
mod guard;
mod hand_over;
mod holds;
mod last_call;
mod mail_to;
mod manage;
mod outbox;
mod overview;
mod owe;
mod put_off;
mod reminders;
mod second_factor;
mod send_code;
mod settings;
mod subjects;
mod transact;
mod turns;
mod verify;

pub use administer::{
    Administrator, Confirmations, Explained, ExplainedRule, KnownAuthenticator, People,
    PeopleQuery, Person, RuleSet, Settling, Winner,
};
pub use builder::Builder;
pub use challenge::{Asked, ChallengeView, Denied, Showing};
pub use confirm_address::{AddressView, LinkWorth};
pub use enroll::{Begun, Confirmation, ConfirmedEnrollment};
pub use guard::{DeviceCookie, Passage};
pub use mail_to::NoMail;
pub use overview::{Overview, RecoveryOverview};
pub use second_factor::SecondFactor;
pub use send_code::{MailView, Sending, SentCode};
pub use settings::Settings;

pub use crate::mailing::Tally;
pub use crate::policy::Remember;
pub use verify::{Attempt, RememberDevice, Verified};
