//! Nothing is said without encryption that was asked for, and nobody is told a password who could be
//! anybody.

use std::path::Path;

use countersign_smtp::Postbox;
use countersign_tests::smtp_server::{Certificate, Mode, SmtpServer, Wire};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::Post as _;

use crate::writing::{Fate, letter, postbox};

const LOGIN: Option<(&str, &str)> = Some(("mailer", "correct-horse"));

fn wires(name: &str, folder: &Path) -> [Wire; 2] {
    let certificate = Certificate::of(name, folder);
    [Wire::Upgraded(certificate.clone()), Wire::Encrypted(certificate)]
}

#[tokio::test]
async fn letters_go_encrypted_to_who_shows_a_certificate_and_takes_the_password() {
    if is_skipped(Part::Mail) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for wire in wires("IP:127.0.0.1", folder.path()) {
        let server = SmtpServer::start_with(Mode::Accept, wire.clone(), LOGIN);
        postbox(&server, "").post(&letter(1)).await.unwrap_or_else(|e| panic!("{wire:?}: {e}"));
        let kept = server.messages().remove(0);
        assert!(kept.envelope.unwrap().encrypted, "{wire:?}");
        assert_eq!(server.count("AUTH"), 1);
    }
}

#[tokio::test]
async fn a_server_with_a_certificate_that_nobody_vouches_for_is_told_nothing() {
    if is_skipped(Part::Mail) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for wire in wires("IP:127.0.0.1", folder.path()) {
        let server = SmtpServer::start_with(Mode::Accept, wire, LOGIN);
        let url = server.url();
        let (without_authority, _) = url.split_once("&ca=").unwrap();
        let posted = Postbox::open(without_authority).unwrap().post(&letter(1)).await;
        assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
        assert_eq!((server.count("AUTH"), server.count("MAIL")), (0, 0));
    }
}

#[tokio::test]
async fn a_server_with_a_certificate_for_another_name_is_told_nothing() {
    if is_skipped(Part::Mail) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for wire in wires("DNS:mail.other.example", folder.path()) {
        let server = SmtpServer::start_with(Mode::Accept, wire, LOGIN);
        let posted = postbox(&server, "").post(&letter(1)).await;
        assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
        assert_eq!((server.count("AUTH"), server.count("MAIL")), (0, 0));
    }
}

#[tokio::test]
async fn a_server_that_does_not_encrypt_gets_no_letter_from_who_wants_that() {
    if is_skipped(Part::Mail) {
        return;
    }
    for login in [None, LOGIN] {
        let server = SmtpServer::start_with(Mode::Accept, Wire::Plain, login);
        let upgraded = Postbox::open(&format!("{}&tls=required", server.url())).unwrap();
        let posted = upgraded.post(&letter(1)).await;
        assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
        let encrypted = server.url().replace("smtp:", "smtps:").replace('?', "?connect=5&");
        let posted = Postbox::open(&encrypted).unwrap().post(&letter(1)).await;
        assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
        assert_eq!((server.count("AUTH"), server.count("MAIL")), (0, 0));
    }
}

#[tokio::test]
async fn a_wrong_password_is_no_reason_to_give_up_and_is_printed_nowhere() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start_with(Mode::Accept, Wire::Plain, LOGIN);
    let wrong = server.url().replace("correct-horse", "wrong-h%40rse");
    let postbox = Postbox::open(&wrong).unwrap();
    let error = postbox.post(&letter(1)).await.unwrap_err();
    let said = format!("{error} {error:?} {postbox:?}");
    assert_eq!(Fate::of(&Err(error)), Fate::NotSent, "{said}");
    for secret in ["wrong-h", "h@rse", "d3JvbmctaEByc2U"] {
        assert!(!said.contains(secret), "{said}");
    }
    assert!(server.messages().is_empty());
}

#[tokio::test]
async fn a_server_that_wants_a_password_and_gets_none_may_get_one_later() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start_with(Mode::Accept, Wire::Plain, LOGIN);
    let nobody = server.url().replace("mailer:correct-horse@", "");
    let posted = Postbox::open(&nobody).unwrap().post(&letter(1)).await;
    assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
}

#[tokio::test]
async fn a_server_that_lets_nobody_sign_in_now_is_away_for_every_letter() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start_with(Mode::LaterSignIn, Wire::Plain, LOGIN);
    let postbox = postbox(&server, "");
    let posted = postbox.post(&letter(1)).await;
    assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
    assert_eq!(server.count("MAIL"), 0);
    server.set_mode(Mode::Accept);
    postbox.post(&letter(1)).await.unwrap();
}
