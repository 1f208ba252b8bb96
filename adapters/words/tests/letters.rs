//! What letters promise. What each of them says in English is approved in `tests/vectors/letters`;
//! with `APPROVE=1` this writes down what they say now.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that stumbles has failed")]

use core::time::Duration;
use std::env;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use countersign::port::{
    Content, Courier as _, CourierError, LinkToken, MailedCode, Message, NoticeKind,
};
use countersign::time::Timestamp;
use countersign_words::{Languages, Letter, Letters, LettersError, Mail, Post};

const PAGES: &str = "https://site.example/2fa";
const CODE: &str = "730518";
const TOKEN: &str = "dG9rZW4tZm9yLXRlc3Rz";
/// 21 November 2026, 12:00 UTC.
const NOON: Timestamp = Timestamp::from_unix(1_795_262_400);

fn letters() -> Letters {
    Letters::new(Languages::new().unwrap(), PAGES).unwrap()
}

fn code() -> Content {
    Content::Code { code: MailedCode::example(CODE), lasts: Duration::from_secs(600) }
}

fn confirmation() -> Content {
    Content::Confirmation {
        token: LinkToken::example(TOKEN),
        lasts: Duration::from_secs(24 * 3_600),
    }
}

fn notices() -> Vec<(&'static str, NoticeKind)> {
    let later = NOON.plus(Duration::from_secs(7 * 86_400));
    vec![
        ("authenticator-added", NoticeKind::AuthenticatorAdded),
        ("authenticator-removed", NoticeKind::AuthenticatorRemoved),
        ("recovery-code-used", NoticeKind::RecoveryCodeUsed { left: 9 }),
        ("recovery-code-used-few-left", NoticeKind::RecoveryCodeUsed { left: 3 }),
        ("recovery-code-used-one-left", NoticeKind::RecoveryCodeUsed { left: 1 }),
        ("recovery-code-used-none-left", NoticeKind::RecoveryCodeUsed { left: 0 }),
        ("recovery-codes-renewed", NoticeKind::RecoveryCodesRenewed),
        ("device-remembered", NoticeKind::DeviceRemembered),
        ("wrong-code-after-password", NoticeKind::WrongCodeAfterPassword),
        ("device-copied", NoticeKind::DeviceCopied),
        ("reset", NoticeKind::Reset),
        ("announced", NoticeKind::Announced { from: later }),
        ("grace-ending", NoticeKind::GraceEnding { until: later }),
    ]
}

fn message(content: Content) -> Message {
    Message::new("00ff00ff00ff00ff00ff00ff00ff00ff", "ada@acme.example", "Acme", content, NOON)
        .about("ada")
}

fn write(content: Content) -> Letter {
    letters().write(&message(content)).unwrap().expect("a letter")
}

/// Every letter, by the name of its vector.
fn all() -> Vec<(&'static str, Letter)> {
    let notices = notices().into_iter().map(|(name, kind)| (name, Content::Notice(kind)));
    let asked_for = [("code", code()), ("confirmation", confirmation())];
    notices.chain(asked_for).map(|(name, content)| (name, write(content))).collect()
}

/// What a person reads of a page.
fn without_tags(html: &str) -> String {
    let body = html.split_once("<body").expect("a body").1;
    body.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect()
}

fn links(html: &str) -> Vec<&str> {
    html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn letters_say_in_english_what_was_approved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/letters");
    for (name, letter) in all() {
        let text = format!("Subject: {}\n\n{}\n", letter.subject, letter.text);
        for (ending, said) in [("txt", text), ("html", format!("{}\n", letter.html))] {
            let path = folder.join(format!("{name}.{ending}"));
            if env::var_os("APPROVE").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &said).unwrap();
            }
            let approved = fs::read_to_string(&path).unwrap_or_default();
            assert!(said == approved, "{} is not what was approved:\n{said}", path.display());
        }
    }
}

#[test]
fn a_code_stands_once_in_each_form_and_in_no_subject() {
    let letter = write(code());
    assert!(!letter.subject.contains(CODE));
    assert_eq!(letter.text.matches(CODE).count(), 1);
    assert_eq!(without_tags(&letter.html).matches(CODE).count(), 1, "it is copied without a space");
    assert!(letter.text.lines().any(|line| line.trim() == CODE), "on a line of its own");
    assert!(letter.text.contains("10 minutes"));
    assert!(!letter.text.contains("http") && links(&letter.html).is_empty());
    assert!(!format!("{letter:?}").contains(CODE));
}

#[test]
fn the_only_link_of_a_notice_is_the_page_of_settings() {
    for (name, letter) in
        all().into_iter().filter(|(name, _)| !["code", "confirmation"].contains(name))
    {
        assert_eq!(links(&letter.html), [PAGES], "{name}");
        let said: Vec<_> = letter.text.lines().filter(|line| line.contains("://")).collect();
        assert_eq!(said, [PAGES], "{name}");
    }
}

#[test]
fn a_confirmation_leads_to_the_configured_address_alone() {
    let letter = write(confirmation());
    let link = format!("{PAGES}/confirm-address?token={TOKEN}");
    assert_eq!(links(&letter.html), [&link]);
    let said: Vec<_> = letter.text.lines().filter(|line| line.contains("://")).collect();
    assert_eq!(said, [&link]);
    assert!(letter.text.contains("1 day") && !letter.subject.contains(TOKEN));
}

#[test]
fn nothing_is_loaded_from_elsewhere_and_every_letter_names_site_and_account() {
    for (name, letter) in all() {
        for strange in ["src=", "url(", "@import", "<img", "<link", "<script", "<style", "class="] {
            assert!(!letter.html.contains(strange), "{name}: {strange}");
        }
        for form in [letter.text.clone(), without_tags(&letter.html)] {
            assert!(form.contains("Acme") && form.contains("ada"), "{name}");
            assert!(!form.contains("mail-"), "{name} lacks a message");
            assert!(!form.contains(['{', '}', '<']), "{name} holds what is for programs");
        }
    }
}

#[test]
fn the_text_and_the_page_of_a_letter_say_the_same() {
    for (name, letter) in all().into_iter().filter(|(name, _)| *name != "confirmation") {
        let page = without_tags(&letter.html);
        for line in letter.text.lines().map(str::trim).filter(|line| !matches!(*line, "" | "--")) {
            let line = line.replace('\'', "&#39;");
            assert!(page.contains(&line), "{name}: {line}");
        }
    }
}

#[test]
fn names_that_others_chose_neither_break_a_page_nor_begin_a_line() {
    let hostile = "x\"><img src=//evil.example>\r\nBcc: eve@evil.example";
    for (_, kind) in notices() {
        let mut message = message(Content::Notice(kind)).about(hostile);
        message.issuer = hostile.into();
        let letter = letters().write(&message).unwrap().unwrap();
        assert!(!letter.html.contains("<img") && links(&letter.html) == [PAGES]);
        assert!(!letter.subject.contains(['\r', '\n']) && !letter.site.contains(['\r', '\n']));
        assert!(!letter.text.lines().any(|line| line.starts_with("Bcc")));
    }
}

#[test]
fn letters_are_in_the_language_of_who_gets_them_and_in_english_where_it_lacks_words() {
    let mut languages = Languages::new().unwrap();
    languages.put("eo", "mail-code-subject = Via kodo por { $site }").unwrap();
    let letters = Letters::new(languages, PAGES).unwrap();
    let said = |tag: Option<&str>| {
        let message = message(code()).in_language(tag.map(Arc::from));
        let letter = letters.write(&message).unwrap().unwrap();
        (letter.language, letter.subject)
    };
    let english = || ("en".to_owned(), "Your code for Acme".to_owned());
    assert_eq!(said(Some("eo")), ("eo".to_owned(), "Via kodo por Acme".to_owned()));
    assert_eq!(said(None), english());
    assert_eq!(said(Some("tlh")), english());
    assert_eq!(said(Some("no tag\r\n")), english());
}

#[test]
fn an_application_brings_its_own_templates_and_broken_ones_are_named_at_the_start() {
    let own = letters().template("code.txt", "{{ site }}: {{ code }} ({{ kind }})").unwrap();
    let letter = own.write(&message(code())).unwrap().unwrap();
    assert_eq!(letter.text, format!("Acme: {CODE} (code)"));
    let Err(LettersError::Template { name, .. }) = letters().template("code.txt", "{{ site") else {
        panic!("it cannot be read")
    };
    assert_eq!(name, "code.txt");
    assert!(letters().template("cod.txt", "").is_err());
}

#[test]
fn letters_that_could_lead_nowhere_are_an_error_at_the_start() {
    let at = |address: &str| Letters::new(Languages::new().unwrap(), address);
    assert!(at("http://localhost:3000/2fa").is_ok());
    for address in ["site.example/2fa", "https://site.example", "http://site.example/2fa"] {
        assert!(matches!(at(address), Err(LettersError::Address(_))), "{address}");
    }
}

/// Keeps what it is given.
#[derive(Clone, Debug, Default)]
struct Posted(Arc<Mutex<Vec<String>>>);

#[async_trait::async_trait]
impl Post for Posted {
    async fn post(&self, letter: &Letter) -> Result<(), CourierError> {
        self.0.lock().unwrap().push(letter.subject.clone());
        Ok(())
    }
}

#[tokio::test]
async fn a_notice_that_the_application_wants_none_of_is_not_sent_and_counts_as_delivered() {
    let posted = Posted::default();
    let letters = letters().without("device-remembered").unwrap();
    let mail = Mail::new(letters, posted.clone());
    let remembered = message(Content::Notice(NoticeKind::DeviceRemembered));
    mail.deliver(&remembered).await.unwrap();
    let wrote_down = Arc::new(Mutex::new(0));
    let brink = |outcome: Result<(), CourierError>| {
        let wrote_down = Arc::clone(&wrote_down);
        Box::pin(async move {
            *wrote_down.lock().unwrap() += 1;
            outcome
        })
    };
    mail.deliver_after(&remembered, brink(Ok(()))).await.unwrap();
    assert_eq!((posted.0.lock().unwrap().len(), *wrote_down.lock().unwrap()), (0, 1));

    mail.deliver_after(&message(code()), brink(Ok(()))).await.unwrap();
    assert_eq!(*posted.0.lock().unwrap(), ["Your code for Acme"]);
    let no = mail.deliver_after(&message(code()), brink(Err(CourierError::not_sent("no")))).await;
    assert!(no.is_err());
    assert_eq!(posted.0.lock().unwrap().len(), 1, "what the brink refuses is not posted");
}
