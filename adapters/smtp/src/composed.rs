//! A letter as the octets that travel.
//!
//! | header | says |
//! |---|---|
//! | `Message-ID` | the letter's own id, the same at every try |
//! | `From`, `To`, `Subject` | in letters of any script (RFC 2047) |
//! | `Auto-Submitted` | that nobody is there to read an answer (RFC 3834) |
//! | `Content-Language` | the language of what follows |
//!
//! The text comes first and the HTML second, as two forms of the same (RFC 2046, 5.1.4). Lines are short
//! and of seven bits, whatever the letter holds.

use countersign::port::CourierError;
use countersign_words::Letter;
use lettre::Address;
use lettre::message::header::{self, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use crate::address;

type BoxError = Box<dyn core::error::Error + Send + Sync>;

/// A letter that is ready to go.
pub(crate) struct Composed {
    pub(crate) from: Address,
    pub(crate) to: Address,
    pub(crate) octets: Vec<u8>,
    pub(crate) is_awaited: bool,
}

impl Composed {
    /// Refuses what could never arrive.
    pub(crate) fn of(letter: &Letter, from: &Address) -> Result<Self, CourierError> {
        let to = address::parse(&letter.to).map_err(CourierError::refused)?;
        let octets = message(letter, from, &to).map_err(CourierError::refused)?;
        Ok(Self { from: from.clone(), to, octets, is_awaited: letter.is_awaited })
    }

    pub(crate) fn needs_utf8(&self) -> bool {
        address::needs_utf8(&self.to)
    }
}

fn message(letter: &Letter, from: &Address, to: &Address) -> Result<Vec<u8>, BoxError> {
    if letter.id.is_empty() || !letter.id.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err("the id of a letter is of letters and digits".into());
    }
    let language = ContentLanguage(letter.language.clone());
    if !language.0.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err("the language of a letter is no tag".into());
    }
    let site = one_line(&letter.site);
    let bodies = MultiPart::alternative()
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    let message = lettre::Message::builder()
        .message_id(Some(format!("<{}@{}>", letter.id, from.domain())))
        .date_now()
        .from(Mailbox::new(Some(site).filter(|site| !site.is_empty()), from.clone()))
        .to(Mailbox::new(None, to.clone()))
        .subject(one_line(&letter.subject))
        .header(AutoSubmitted)
        .header(language)
        .header(header::MIME_VERSION_1_0)
        .multipart(bodies)?;
    Ok(message.formatted())
}

/// Whatever would begin a new line becomes a space. lettre encodes a line break in a subject, and panics
/// at one in a name.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}';
    text.split(breaks).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, BoxError> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, BoxError> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}
