//! What arrives is what was written, read by a parser that shares nothing with us.

use countersign::port::{Content, Courier as _};
use countersign_tests::kept::Kept;
use countersign_tests::smtp_server::{Mode, SmtpServer};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::{Languages, Letter, Letters, Mail, Post as _};

use crate::writing::{CODE, PAGES, TOKEN, code, contents, message, postbox, written};

/// All that stands above a letter, and nothing else.
const HEADERS: [&str; 9] = [
    "Message-ID",
    "Date",
    "From",
    "To",
    "Subject",
    "Auto-Submitted",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
];

fn assert_is_well_formed(kept: &Kept, letter: &Letter) {
    let what = &letter.subject;
    assert_eq!(kept.names(), HEADERS, "{what}");
    assert_eq!(kept.defects, [""; 0], "{what}");
    assert_eq!(kept.types, ["multipart/alternative", "text/plain", "text/html"], "{what}");
    assert_eq!(kept.header("Auto-Submitted"), "auto-generated");
    assert_eq!(kept.header("Content-Language"), letter.language);
    assert_eq!(kept.header("Message-ID"), format!("<{}@site.example>", letter.id));
    assert!(kept.date > 1_700_000_000.0, "{}", kept.date);
    assert!(kept.longest_line < 998 && kept.seven_bits && !kept.bare_line_breaks, "{what}");
    assert!((500..20_000).contains(&kept.size), "{what} has {} octets", kept.size);
    assert_eq!(kept.loads, [""; 0], "{what}");
}

#[tokio::test]
async fn every_kind_of_letter_arrives_as_it_was_written() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let letters = Letters::new(Languages::new().unwrap(), PAGES).unwrap();
    let mail = Mail::new(letters, postbox(&server, ""));
    let messages: Vec<_> = contents()
        .into_iter()
        .enumerate()
        .map(|(number, content)| message(number, content))
        .collect();
    for message in &messages {
        mail.deliver(message).await.unwrap();
    }
    let kept = server.messages();
    assert_eq!(kept.len(), messages.len());
    for (kept, message) in kept.iter().zip(&messages) {
        let letter = written(message);
        assert_is_well_formed(kept, &letter);
        assert_eq!(kept.header("Subject"), letter.subject);
        assert!(letter.subject.contains("Müller & Söhne 日本"));
        assert_eq!(
            kept.from,
            [("Müller & Söhne 日本".to_owned(), "no-reply@site.example".to_owned())]
        );
        assert_eq!(kept.to, ["ada@acme.example"]);
        assert_eq!(kept.text.trim_end(), letter.text.trim_end());
        assert_eq!(kept.html.trim_end(), letter.html.trim_end());
        for form in [&kept.text, &kept.page] {
            assert!(form.contains("Zoë <ada@acme.example>"), "{form}");
        }
        let envelope = kept.envelope.clone().unwrap();
        assert_eq!(
            (envelope.from.as_str(), envelope.hello.as_str()),
            ("no-reply@site.example", "site.example")
        );
        assert_eq!(envelope.to, ["ada@acme.example"]);
        let holds_code = |text: &str| text.matches(CODE).count();
        let (links, codes) = match &message.content {
            Content::Notice(_) => (vec![PAGES.to_owned()], 0),
            Content::Code { .. } => (vec![], 1),
            Content::Confirmation { .. } => {
                (vec![format!("{PAGES}/confirm-address?token={TOKEN}")], 0)
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(kept.links, links);
        assert_eq!((holds_code(&kept.text), holds_code(&kept.page)), (codes, codes));
        for (name, value) in &kept.headers {
            assert_eq!(holds_code(value), 0, "{name}");
            assert!(!value.contains(TOKEN), "{name}");
        }
    }
}

#[tokio::test]
async fn no_name_and_no_subject_becomes_a_header_or_a_person_to_send_to() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    for hostile in [
        "x\r\nBcc: eve@evil.example",
        "x\nBcc: eve@evil.example\n\nand a body",
        "x\r\n.\r\nMAIL FROM:<eve@evil.example>",
        "\"x\" <eve@evil.example>, ",
        "=?utf-8?b?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
        "\r\n",
        "x\u{2028}Bcc: eve@evil.example\u{85}Bcc: eve@evil.example",
        &"long ".repeat(1_000),
    ] {
        let mut message = message(1, code()).about(hostile);
        message.issuer = hostile.into();
        let cleaned = written(&message);
        // And once more without the first of the two locks.
        let mut raw = cleaned.clone();
        raw.subject = hostile.to_owned();
        raw.site = hostile.to_owned();
        raw.text = format!("{hostile}\r\n.\r\n{}", raw.text);
        for letter in [cleaned, raw] {
            postbox.post(&letter).await.unwrap();
            let kept = server.messages().pop().unwrap();
            assert_eq!(kept.names(), HEADERS, "{hostile:?}");
            assert_eq!(kept.defects, [""; 0], "{hostile:?}");
            assert_eq!(kept.to, ["ada@acme.example"]);
            assert_eq!(kept.envelope.unwrap().to, ["ada@acme.example"]);
            assert_eq!(kept.from.len(), 1, "{:?}", kept.from);
            assert_eq!(kept.from.first().unwrap().1, "no-reply@site.example");
            assert_eq!(kept.text.matches(CODE).count(), 1, "all of the letter is there");
            assert!(kept.longest_line < 998 && kept.seven_bits && !kept.bare_line_breaks);
        }
    }
    assert_eq!(server.messages().len(), 16);
}

#[tokio::test]
async fn an_id_or_a_language_that_is_none_is_refused() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    let letter = written(&message(1, code()));
    for (id, language) in
        [("x>\r\nBcc: eve@evil.example", "en"), ("", "en"), ("1", "en\r\nBcc: e@e.example")]
    {
        let mut letter = letter.clone();
        (letter.id, letter.language) = (id.to_owned(), language.to_owned());
        assert!(postbox.post(&letter).await.is_err(), "{id:?} {language:?}");
    }
    assert!(server.commands().is_empty());
}
