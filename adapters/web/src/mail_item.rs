//! What a page, or a program, is told of codes by mail.

use countersign::authenticator::Delivery;
use countersign::flow::MailView;
use countersign::time::Timestamp;
use countersign_words::Words;
use serde::Serialize;

use crate::countdown::Countdown;
use crate::moment::iso;

/// What is to be said of codes by mail.
#[derive(Debug, Serialize)]
pub(crate) struct MailItem {
    /// The address, hinted at.
    to: String,
    /// The code that can still be right.
    sent: Option<SentItem>,
    /// When another one may be sent, if not at once.
    wait: Option<Countdown>,
}

/// A code on its way.
#[derive(Debug, Serialize)]
struct SentItem {
    ends_at: String,
    text: String,
    seconds: u64,
    /// How long it was still good when the page was made, in words.
    left: String,
    delivery: &'static str,
}

impl MailItem {
    pub(crate) fn of(view: &MailView, now: Timestamp, words: Words<'_>) -> Self {
        Self {
            to: view.to.clone(),
            sent: view.sent.map(|sent| {
                let left = now.until(sent.ends_at);
                SentItem {
                    ends_at: iso(sent.ends_at),
                    text: words.clock(sent.ends_at),
                    seconds: left.as_secs(),
                    left: words.period(left),
                    delivery: delivery(sent.delivery),
                }
            }),
            wait: view.wait.map(|until| Countdown::to(until, now, words)),
        }
    }
}

/// What is known of a message, by a stable name.
pub(crate) const fn delivery(known: Delivery) -> &'static str {
    match known {
        Delivery::Sent => "sent",
        Delivery::Failed => "failed",
        Delivery::Unsure => "unsure",
    }
}
