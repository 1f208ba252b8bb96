//! Letters to send, and what became of them.

use core::time::Duration;
use std::sync::LazyLock;

use countersign::port::{Content, CourierError, LinkToken, MailedCode, Message, NoticeKind};
use countersign::time::Timestamp;
use countersign_smtp::Postbox;
use countersign_tests::smtp_server::SmtpServer;
use countersign_words::{Languages, Letter, Letters};

pub(crate) const PAGES: &str = "https://site.example/2fa";
pub(crate) const CODE: &str = "730518";
pub(crate) const TOKEN: &str = "dG9rZW4tZm9yLXRlc3Rz";
/// 21 November 2026, 12:00 UTC.
const NOON: Timestamp = Timestamp::from_unix(1_795_262_400);

/// What is certain of a letter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fate {
    Sent,
    NotSent,
    Later,
    Refused,
    Unsure,
}

impl Fate {
    pub(crate) fn of(posted: &Result<(), CourierError>) -> Self {
        match posted {
            Ok(()) => Self::Sent,
            Err(CourierError::NotSent(_)) => Self::NotSent,
            Err(CourierError::Later(_)) => Self::Later,
            Err(CourierError::Refused(_)) => Self::Refused,
            Err(CourierError::Unsure(_)) => Self::Unsure,
            Err(other) => panic!("{other}"),
        }
    }
}

/// For tests that are not about how long something takes.
pub(crate) const PATIENT: &str = "&connect=120&timeout=300";

pub(crate) fn postbox(server: &SmtpServer, more: &str) -> Postbox {
    Postbox::open(&format!("{}{more}", server.url())).unwrap()
}

pub(crate) fn id(number: usize) -> String {
    format!("{number:032x}")
}

pub(crate) fn code() -> Content {
    Content::Code { code: MailedCode::example(CODE), lasts: Duration::from_secs(600) }
}

pub(crate) fn confirmation() -> Content {
    let lasts = Duration::from_secs(24 * 3_600);
    Content::Confirmation { token: LinkToken::example(TOKEN), lasts }
}

/// One of every kind.
pub(crate) fn contents() -> Vec<Content> {
    let later = NOON.plus(Duration::from_secs(7 * 86_400));
    let notices = [
        NoticeKind::AuthenticatorAdded,
        NoticeKind::AuthenticatorRemoved,
        NoticeKind::RecoveryCodeUsed { left: 9 },
        NoticeKind::RecoveryCodeUsed { left: 1 },
        NoticeKind::RecoveryCodeUsed { left: 0 },
        NoticeKind::RecoveryCodesRenewed,
        NoticeKind::DeviceRemembered,
        NoticeKind::WrongCodeAfterPassword,
        NoticeKind::DeviceCopied,
        NoticeKind::Reset,
        NoticeKind::Announced { from: later },
        NoticeKind::GraceEnding { until: later },
    ];
    notices.into_iter().map(Content::Notice).chain([code(), confirmation()]).collect()
}

pub(crate) fn message(number: usize, content: Content) -> Message {
    Message::new(id(number), "ada@acme.example", "Müller & Söhne 日本", content, NOON)
        .about("Zoë <ada@acme.example>")
}

pub(crate) fn written(message: &Message) -> Letter {
    static LETTERS: LazyLock<Letters> =
        LazyLock::new(|| Letters::new(Languages::new().unwrap(), PAGES).unwrap());
    LETTERS.write(message).unwrap().expect("a letter")
}

/// A letter for which nobody waits.
pub(crate) fn notice(number: usize) -> Letter {
    written(&message(number, Content::Notice(NoticeKind::Reset)))
}

/// A letter with a code.
pub(crate) fn letter(number: usize) -> Letter {
    written(&message(number, code()))
}
