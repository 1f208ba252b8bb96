//! A message becomes a letter, unless the application wants none of its kind.

use core::fmt;
use std::collections::BTreeSet;
use std::sync::Arc;

use countersign::port::{Content, Message, NoticeKind};
use countersign::time::Timestamp;

use super::Letter;
use super::address::Address;
use super::frame::{Frame, Frames};
use super::{clean, sentences};
use crate::{Arg, Languages};

/// Why there are no letters, or not this one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LettersError {
    /// Letters could lead nowhere, or elsewhere.
    #[error("{0:?} is no address of pages, such as https://site.example/2fa")]
    Address(String),
    /// A kind of letter that there is not, or that people need in order to sign in.
    #[error("there is no notice called {0:?} that could be left out")]
    Kind(String),
    /// A template that cannot be used.
    #[error("the template {name} of letters: {reason}")]
    Template {
        /// Which one.
        name: String,
        /// Why.
        reason: String,
    },
    /// A message of a kind that came after this version.
    #[error("there is no letter for {0}")]
    Unknown(&'static str),
}

/// Writes letters.
pub struct Letters {
    languages: Arc<Languages>,
    address: Address,
    frames: Frames,
    without: BTreeSet<&'static str>,
}

impl Letters {
    /// Letters in these languages, whose links lead to the pages at `address`: the origin of the site
    /// and the path below which our pages are, such as `https://site.example/2fa`.
    ///
    /// # Errors
    /// The address is none that people can be led to.
    pub fn new(languages: impl Into<Arc<Languages>>, address: &str) -> Result<Self, LettersError> {
        let parsed = Address::parse(address);
        Ok(Self {
            languages: languages.into(),
            address: parsed.ok_or_else(|| LettersError::Address(address.to_owned()))?,
            frames: Frames::new()?,
            without: BTreeSet::new(),
        })
    }

    /// Sends no notices of a kind, by its [name](NoticeKind::name). Codes and confirmations are sent in
    /// any case: who asked for one waits for it.
    ///
    /// # Errors
    /// There is no such notice.
    pub fn without(mut self, name: &str) -> Result<Self, LettersError> {
        let known = notices().into_iter().map(NoticeKind::name).find(|known| *known == name);
        self.without.insert(known.ok_or_else(|| LettersError::Kind(name.to_owned()))?);
        Ok(self)
    }

    /// Uses a template of the application in place of ours: `notice.txt`, `notice.html`, `code.txt`,
    /// `code.html`, `confirmation.txt`, `confirmation.html`, or what the three pages have in common,
    /// `letter.html`.
    ///
    /// # Errors
    /// There is no such template, or it cannot be read.
    pub fn template(mut self, name: &str, source: &str) -> Result<Self, LettersError> {
        self.frames.replace(name, source)?;
        Ok(self)
    }

    /// The letter that a message becomes; nothing for one that the application wants none of.
    ///
    /// # Errors
    /// A template of the application fails, or the message is of a kind that came after this version.
    pub fn write(&self, message: &Message) -> Result<Option<Letter>, LettersError> {
        let kind = message.content.name();
        if self.without.contains(kind) {
            return Ok(None);
        }
        let words = self.languages.choose(message.language.as_deref(), None);
        let said = sentences::of(message, &words).ok_or(LettersError::Unknown(kind))?;
        let (site, account) = (clean::name(&message.issuer), clean::name(&message.account));
        let about = [("site", Arg::from(site.as_str())), ("account", Arg::from(account.as_str()))];
        let (form, code, link, label) = match &message.content {
            Content::Code { code, .. } => (Form::Code, code.digits(), String::new(), ""),
            Content::Confirmation { token, .. } => {
                let link = self.address.confirmation(token.as_str());
                (Form::Confirmation, "", link, "mail-confirmation-link")
            }
            Content::Notice(_) | _ => {
                (Form::Notice, "", self.address.settings().to_owned(), "mail-settings")
            }
        };
        let label = if label.is_empty() { String::new() } else { words.text(label, &about) };
        let frame = Frame {
            site: &site,
            account: &account,
            language: words.tag(),
            kind,
            subject: &said.subject,
            what: &said.what,
            more: &said.more,
            advice: &said.advice,
            about: &words.text("mail-about", &about),
            label: &label,
            link: &link,
            code,
            groups: &groups(code),
        };
        let (text, html) = form.templates();
        Ok(Some(Letter {
            id: message.id.as_ref().to_owned(),
            to: message.to.as_ref().to_owned(),
            language: words.tag().to_owned(),
            text: self.frames.render(text, &frame)?,
            html: self.frames.render(html, &frame)?,
            subject: said.subject,
            site,
            is_awaited: matches!(message.content, Content::Code { .. }),
        }))
    }
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letters")
            .field("languages", &self.languages)
            .field("address", &self.address)
            .field("without", &self.without)
            .finish_non_exhaustive()
    }
}

/// The three forms of letters.
#[derive(Clone, Copy)]
enum Form {
    Notice,
    Code,
    Confirmation,
}

impl Form {
    const fn templates(self) -> (&'static str, &'static str) {
        match self {
            Self::Notice => ("notice.txt", "notice.html"),
            Self::Code => ("code.txt", "code.html"),
            Self::Confirmation => ("confirmation.txt", "confirmation.html"),
        }
    }
}

/// One of every kind.
const fn notices() -> [NoticeKind; 10] {
    let at = Timestamp::from_unix(0);
    [
        NoticeKind::AuthenticatorAdded,
        NoticeKind::AuthenticatorRemoved,
        NoticeKind::RecoveryCodeUsed { left: 0 },
        NoticeKind::RecoveryCodesRenewed,
        NoticeKind::DeviceRemembered,
        NoticeKind::WrongCodeAfterPassword,
        NoticeKind::DeviceCopied,
        NoticeKind::Reset,
        NoticeKind::Announced { from: at },
        NoticeKind::GraceEnding { until: at },
    ]
}

/// A code as it is read: 123 456, or 1234 5678. What cannot be halved stays whole.
fn groups(code: &str) -> Vec<String> {
    let half = code.len() / 2;
    match code.split_at_checked(half) {
        Some((first, second)) if first.len() == second.len() && half >= 3 => {
            vec![first.to_owned(), second.to_owned()]
        }
        Some(_) | None if code.is_empty() => Vec::new(),
        Some(_) | None => vec![code.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_two_halves() {
        assert_eq!(groups("123456"), ["123", "456"]);
        assert_eq!(groups("12345678"), ["1234", "5678"]);
        assert_eq!(groups("12345"), ["12345"]);
        assert!(groups("").is_empty());
    }

    #[test]
    fn a_notice_can_be_left_out_and_what_people_wait_for_cannot() {
        let letters =
            || Letters::new(Languages::new().unwrap(), "https://site.example/2fa").unwrap();
        for kind in notices() {
            assert!(letters().without(kind.name()).is_ok(), "{}", kind.name());
        }
        for name in ["code", "confirmation", "everything", ""] {
            assert!(letters().without(name).is_err(), "{name}");
        }
    }
}
