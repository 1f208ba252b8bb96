//! What is certain of a letter, whatever the server does.

use core::sync::atomic::{AtomicUsize, Ordering};

use countersign::port::CourierError;
use countersign_tests::smtp_server::{Mode, SmtpServer, Wire};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::Post as _;

use crate::writing::{CODE, Fate, PATIENT, letter, postbox};

/// How the server behaves, what is certain then, and how many letters it has.
const TABLE: [(Mode, Fate, usize); 16] = [
    (Mode::Accept, Fate::Sent, 1),
    (Mode::SlowGreeting, Fate::NotSent, 0),
    (Mode::SlowRecipient, Fate::NotSent, 0),
    (Mode::SlowLetter, Fate::Unsure, 1),
    (Mode::NoSender, Fate::Refused, 0),
    (Mode::NoRecipient, Fate::Refused, 0),
    (Mode::LaterRecipient, Fate::Later, 0),
    (Mode::LaterLetter, Fate::Later, 0),
    (Mode::NoLetter, Fate::Refused, 0),
    (Mode::Closing, Fate::NotSent, 0),
    (Mode::DropRecipient, Fate::NotSent, 0),
    (Mode::DropData, Fate::NotSent, 0),
    (Mode::DropLetter, Fate::Unsure, 0),
    (Mode::DropKept, Fate::Unsure, 1),
    (Mode::DropAnswered, Fate::Sent, 1),
    (Mode::MuteData, Fate::NotSent, 0),
];

#[tokio::test]
async fn whatever_a_server_does_it_is_said_what_is_certain_and_nothing_is_sent_twice() {
    if is_skipped(Part::Mail) {
        return;
    }
    for (mode, fate, kept) in TABLE {
        let server = SmtpServer::start(mode);
        // One limit is what the mode is about; the other is to have no say.
        let limits = if mode == Mode::SlowGreeting {
            "&connect=5&timeout=300"
        } else if matches!(mode, Mode::SlowRecipient | Mode::SlowLetter) {
            "&connect=120&timeout=5"
        } else {
            PATIENT
        };
        let postbox = postbox(&server, limits);
        let posted = postbox.post(&letter(1)).await;
        assert_eq!(Fate::of(&posted), fate, "{mode:?}: {posted:?}");
        assert_eq!(server.messages().len(), kept, "{mode:?}");

        // And the next letter goes its way.
        server.set_mode(Mode::Accept);
        postbox.post(&letter(2)).await.unwrap_or_else(|error| panic!("after {mode:?}: {error}"));
        let messages = server.messages();
        assert_eq!(messages.len(), kept + 1, "{mode:?}");
        assert!(messages.last().unwrap().header("Message-ID").contains("0002@"), "{mode:?}");
    }
}

#[tokio::test]
async fn a_server_that_vanishes_in_the_middle_of_a_letter_has_not_taken_it() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::DropInside);
    let mut long = letter(1);
    long.text = "It goes on and on.\r\n".repeat(1_000_000);
    let posted = postbox(&server, "").post(&long).await;
    assert_eq!(Fate::of(&posted), Fate::NotSent, "the end was never written");
    // Of a short one everything may be written before anybody sees that the server is gone.
    let posted = postbox(&server, "").post(&letter(2)).await;
    assert!(matches!(Fate::of(&posted), Fate::NotSent | Fate::Unsure), "{posted:?}");
    assert_eq!(server.messages().len(), 0);
}

#[tokio::test]
async fn the_brink_is_awaited_once_when_the_server_waits_for_the_letter() {
    if is_skipped(Part::Mail) {
        return;
    }
    for (mode, awaited) in [
        (Mode::Accept, 1),
        (Mode::LaterLetter, 1),
        (Mode::DropKept, 1),
        (Mode::NoSender, 0),
        (Mode::NoRecipient, 0),
        (Mode::DropData, 0),
        (Mode::MuteData, 0),
    ] {
        let server = SmtpServer::start(mode);
        let times = AtomicUsize::new(0);
        let _ = postbox(&server, "")
            .post_after(
                &letter(1),
                Box::pin(async {
                    times.fetch_add(1, Ordering::SeqCst);
                    assert_eq!((server.count("RCPT"), server.messages().len()), (1, 0));
                    Ok(())
                }),
            )
            .await;
        assert_eq!(times.into_inner(), awaited, "{mode:?}");
    }
}

#[tokio::test]
async fn what_the_brink_refuses_does_not_go_out_and_stops_nobody_else() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "&connections=1");
    let brink = Box::pin(async { Err(CourierError::not_sent("it could not be written down")) });
    let posted = postbox.post_after(&letter(1), brink).await;
    assert!(posted.unwrap_err().to_string().contains("it could not be written down"));
    postbox.post(&letter(2)).await.unwrap();
    assert_eq!(server.messages().len(), 1);
    assert_eq!(server.count("connect"), 2, "only the end of a connection takes a letter back");
}

#[tokio::test]
async fn what_a_server_says_of_a_letter_is_not_repeated() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::NoLetter);
    let mut quoted = letter(1);
    quoted.html = format!("<p>{CODE}</p>");
    let error = postbox(&server, "").post(&quoted).await.unwrap_err();
    let said = format!("{error} {error:?}");
    assert!(said.contains("554") && !said.contains(CODE), "{said}");
}

#[tokio::test]
async fn a_server_that_was_away_is_found_again() {
    if is_skipped(Part::Mail) {
        return;
    }
    let mut server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    postbox.post(&letter(1)).await.unwrap();
    server.stop();
    assert_eq!(Fate::of(&postbox.post(&letter(2)).await), Fate::NotSent);
    server.start_again();
    postbox.post(&letter(2)).await.unwrap();
    assert_eq!(server.messages().len(), 2);
}

#[tokio::test]
async fn nobody_speaks_to_a_server_for_an_address_that_is_none() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    for to in [
        "ada@acme.example\r\nRCPT TO:<eve@evil.example>",
        "ada@acme.example>\r\nRCPT TO:<eve@evil.example",
        "ada@acme.example, eve@evil.example",
        "ada",
        "",
    ] {
        let mut letter = letter(1);
        letter.to = to.to_owned();
        assert_eq!(Fate::of(&postbox(&server, "").post(&letter).await), Fate::Refused, "{to:?}");
    }
    assert!(server.commands().is_empty());
}

#[tokio::test]
async fn an_address_in_any_script_goes_to_a_server_that_takes_it_and_to_no_other() {
    if is_skipped(Part::Mail) {
        return;
    }
    let mut letter = letter(1);
    letter.to = "zoë@bücher.example".to_owned();
    let server = SmtpServer::start(Mode::Accept);
    postbox(&server, "").post(&letter).await.unwrap();
    let kept = server.messages().remove(0);
    let envelope = kept.envelope.clone().unwrap();
    assert_eq!(envelope.to, ["zoë@xn--bcher-kva.example"]);
    assert!(envelope.options.contains(&"SMTPUTF8".to_owned()));
    assert_eq!(kept.to, ["zoë@xn--bcher-kva.example"]);

    let ascii = SmtpServer::start_with(Mode::Accept, Wire::Ascii, None);
    let refuses = postbox(&ascii, "");
    assert_eq!(Fate::of(&refuses.post(&letter).await), Fate::Refused);
    assert_eq!(ascii.count("MAIL"), 0);
    letter.to = "zoe@bücher.example".to_owned();
    refuses.post(&letter).await.unwrap();
    assert_eq!(ascii.messages().remove(0).to, ["zoe@xn--bcher-kva.example"]);
}
