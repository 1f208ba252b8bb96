//! What is certain after a step of the conversation went wrong.
//!
//! | what happened | the connection | the letter |
//! |---|---|---|
//! | the server is not there, slow or silent before it has the letter | is of no use | did not go out |
//! | it says 421, or 4xx before the sender | is of no use | did not go out |
//! | it says 4xx to sender, recipient or letter | goes on | did not go out, and the next one may |
//! | it says 5xx to the sign-in, or that it wants one | is of no use | did not go out: the settings are wrong |
//! | it says 5xx to sender, recipient or letter | goes on | is refused for good |
//! | it has the letter, and then is silent or gone | is of no use | nobody knows |

use core::fmt;

use countersign::port::CourierError;
use lettre::transport::smtp::Error as SmtpError;

/// A step of the conversation, in their order.
#[derive(Clone, Copy, Debug, Eq, PartialEq, PartialOrd)]
pub(crate) enum Step {
    Connect,
    Encrypt,
    SignIn,
    Sender,
    Recipient,
    Data,
    Letter,
}

/// What the connection and the letter are worth after it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// Nothing more can be said over this connection. The letter did not go out.
    Broken,
    /// The server closes the connection by itself (421). The letter did not go out.
    Closing,
    /// The server cannot take this letter now.
    Later,
    /// The server never will.
    Never,
    /// The server may have the letter.
    Unsure,
}

/// A step that went wrong. What the server said to the letter itself is not repeated beyond its codes:
/// some quote the link that they dislike.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) outcome: Outcome,
    step: Step,
    what: String,
}

impl Failure {
    pub(crate) fn new(outcome: Outcome, step: Step, what: impl Into<String>) -> Self {
        Self { outcome, step, what: what.into() }
    }

    /// Of what lettre says. `lost` is what the silence of a server means at this step.
    pub(crate) fn of(step: Step, error: &SmtpError, lost: Outcome) -> Self {
        let Some(code) = error.status().map(u16::from) else {
            let quiet = "no answer that could be read".to_owned();
            let what = if step < Step::Letter { error.to_string() } else { quiet };
            return Self::new(lost, step, what);
        };
        let outcome = match code {
            421 => Outcome::Closing,
            // It is we who do not speak as it wants: the next letter would fare no better, and this one
            // may go once the settings are right.
            503 | 530 | 534 | 535 | 538 => Outcome::Broken,
            500.. if step >= Step::Sender => Outcome::Never,
            _ if step >= Step::Sender => Outcome::Later,
            _ => Outcome::Broken,
        };
        let what = if step < Step::Letter { error.to_string() } else { code.to_string() };
        Self::new(outcome, step, what)
    }
}

impl From<Failure> for CourierError {
    fn from(failure: Failure) -> Self {
        match failure.outcome {
            Outcome::Broken | Outcome::Closing => Self::not_sent(failure),
            Outcome::Later => Self::later(failure),
            Outcome::Never => Self::refused(failure),
            Outcome::Unsure => Self::unsure(failure),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let step = match self.step {
            Step::Connect => "the mail server cannot be reached",
            Step::Encrypt => "the connection to the mail server cannot be encrypted",
            Step::SignIn => "the mail server does not let us sign in",
            Step::Sender => "the mail server does not take letters from us",
            Step::Recipient => "the mail server does not take letters to this address",
            Step::Data => "the mail server does not take this letter",
            Step::Letter => "the mail server did not take the letter",
        };
        write!(f, "{step}: {}", self.what)
    }
}

impl core::error::Error for Failure {}
