//! Which sentences a letter is made of.
//!
//! | part | says |
//! |---|---|
//! | subject | what it is about, on a locked phone as well: never a code |
//! | what | what happened, or what is below |
//! | more | what else there is to know |
//! | advice | what to do, most of all if it was not the reader |

use countersign::authenticator::RecoveryCodes;
use countersign::port::{Content, Message, NoticeKind};

use super::clean;
use crate::{Arg, Words};

/// With fewer recovery codes than this, it is time for new ones.
const FEW: usize = RecoveryCodes::FEW;

/// The sentences of one letter.
pub(crate) struct Sentences {
    pub(crate) subject: String,
    pub(crate) what: String,
    pub(crate) more: Vec<String>,
    pub(crate) advice: String,
}

/// The sentences that a kind of letter has, by their ids.
struct Ids {
    subject: &'static str,
    what: &'static str,
    more: &'static [&'static str],
    advice: &'static str,
}

/// What a message says; nothing for one that this version has no sentences for.
pub(crate) fn of(message: &Message, words: &Words<'_>) -> Option<Sentences> {
    let ids = ids(&message.content)?;
    let (moment, period, left) = match &message.content {
        Content::Notice(NoticeKind::Announced { from }) => (*from, None, 0),
        Content::Notice(NoticeKind::GraceEnding { until }) => (*until, None, 0),
        Content::Notice(NoticeKind::RecoveryCodeUsed { left }) => (message.at, None, *left),
        Content::Code { lasts, .. } | Content::Confirmation { lasts, .. } => {
            (message.at, Some(*lasts), 0)
        }
        Content::Notice(_) | _ => (message.at, None, 0),
    };
    let args = [
        ("site", Arg::from(clean::name(&message.issuer))),
        ("account", Arg::from(clean::name(&message.account))),
        ("moment", Arg::from(words.moment(moment))),
        ("period", Arg::from(period.map(|lasts| words.period(lasts)).unwrap_or_default())),
        ("left", Arg::from(left)),
    ];
    let say = |id: &str| words.text(id, &args);
    Some(Sentences {
        subject: say(ids.subject),
        what: say(ids.what),
        more: ids.more.iter().copied().map(say).collect(),
        advice: say(ids.advice),
    })
}

fn ids(content: &Content) -> Option<Ids> {
    match content {
        Content::Notice(kind) => notice(*kind),
        Content::Code { .. } => Some(Ids {
            subject: "mail-code-subject",
            what: "mail-code-what",
            more: &["mail-code-lasts"],
            advice: "mail-code-advice",
        }),
        Content::Confirmation { .. } => Some(Ids {
            subject: "mail-confirmation-subject",
            what: "mail-confirmation-what",
            more: &["mail-confirmation-button", "mail-confirmation-lasts"],
            advice: "mail-confirmation-advice",
        }),
        _ => None,
    }
}

const HAPPENED: &[&str] = &["mail-happened"];

fn notice(kind: NoticeKind) -> Option<Ids> {
    Some(match kind {
        NoticeKind::AuthenticatorAdded => Ids {
            subject: "mail-added-subject",
            what: "mail-added-what",
            more: HAPPENED,
            advice: "mail-added-advice",
        },
        NoticeKind::AuthenticatorRemoved => Ids {
            subject: "mail-removed-subject",
            what: "mail-removed-what",
            more: HAPPENED,
            advice: "mail-removed-advice",
        },
        NoticeKind::RecoveryCodeUsed { left } => Ids {
            subject: "mail-recovery-subject",
            what: "mail-recovery-what",
            more: match left {
                0 => &["mail-happened", "mail-recovery-none"],
                1..FEW => &["mail-happened", "mail-recovery-few"],
                _ => &["mail-happened", "mail-recovery-left"],
            },
            advice: "mail-recovery-advice",
        },
        NoticeKind::RecoveryCodesRenewed => Ids {
            subject: "mail-renewed-subject",
            what: "mail-renewed-what",
            more: HAPPENED,
            advice: "mail-renewed-advice",
        },
        NoticeKind::DeviceRemembered => Ids {
            subject: "mail-remembered-subject",
            what: "mail-remembered-what",
            more: HAPPENED,
            advice: "mail-remembered-advice",
        },
        NoticeKind::WrongCodeAfterPassword => Ids {
            subject: "mail-wrong-subject",
            what: "mail-wrong-what",
            more: HAPPENED,
            advice: "mail-wrong-advice",
        },
        NoticeKind::DeviceCopied => Ids {
            subject: "mail-copied-subject",
            what: "mail-copied-what",
            more: HAPPENED,
            advice: "mail-copied-advice",
        },
        NoticeKind::Reset => Ids {
            subject: "mail-reset-subject",
            what: "mail-reset-what",
            more: &["mail-happened", "mail-reset-next"],
            advice: "mail-reset-advice",
        },
        NoticeKind::Announced { .. } => Ids {
            subject: "mail-announced-subject",
            what: "mail-announced-what",
            more: &["mail-announced-why"],
            advice: "mail-announced-advice",
        },
        NoticeKind::GraceEnding { .. } => Ids {
            subject: "mail-grace-subject",
            what: "mail-grace-what",
            more: &["mail-grace-then"],
            advice: "mail-grace-advice",
        },
        _ => return None,
    })
}
