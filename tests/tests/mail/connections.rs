//! Connections are few, are used again, and end with a good-bye.

use core::time::Duration;
use std::collections::BTreeSet;

use countersign_tests::smtp_server::{Mode, SmtpServer};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::Post as _;
use tokio::runtime::Builder;
use tokio::task::JoinSet;
use tokio::time::{advance, pause, resume, sleep};

use crate::writing::{PATIENT, letter, notice, postbox};

pub(crate) async fn until(what: &str, mut done: impl FnMut() -> bool) {
    for _ in 0..2_400 {
        if done() {
            return;
        }
        sleep(Duration::from_millis(50)).await;
    }
    panic!("not seen: {what}");
}

#[tokio::test]
async fn letters_one_after_the_other_share_a_connection() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, PATIENT);
    for number in 1..=5 {
        postbox.post(&letter(number)).await.unwrap();
    }
    assert_eq!(server.messages().len(), 5);
    assert_eq!((server.count("connect"), server.count("NOOP")), (1, 4), "asked before each use");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_letters_at_once_go_over_four_connections_each_exactly_once() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, PATIENT);
    let mut posts = JoinSet::new();
    for number in 0..200 {
        let postbox = postbox.clone();
        posts.spawn(async move { postbox.post(&letter(number)).await });
    }
    while let Some(posted) = posts.join_next().await {
        posted.unwrap().unwrap();
    }
    let messages = server.messages();
    let ids: BTreeSet<_> = messages.iter().map(|kept| kept.header("Message-ID")).collect();
    assert_eq!((messages.len(), ids.len()), (200, 200));
    assert!((2..=4).contains(&server.count("connect")), "{}", server.count("connect"));
}

#[tokio::test]
async fn a_connection_that_died_while_nobody_used_it_is_replaced_silently() {
    if is_skipped(Part::Mail) {
        return;
    }
    let mut server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    postbox.post(&letter(1)).await.unwrap();
    server.stop();
    server.start_again();
    postbox.post(&letter(2)).await.unwrap();

    // One that dies after it was asked whether it lives, and before the sender is agreed upon.
    server.set_mode_for(Mode::Closing, 1);
    postbox.post(&letter(3)).await.unwrap();
    server.set_mode(Mode::DropAnswered);
    postbox.post(&letter(4)).await.unwrap();
    server.set_mode(Mode::Accept);
    postbox.post(&letter(5)).await.unwrap();
    assert_eq!(server.messages().len(), 5);
    assert_eq!(server.count("connect"), 4);
}

#[tokio::test]
async fn a_server_that_always_closes_is_tried_once_more_and_no_longer() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    postbox.post(&letter(1)).await.unwrap();
    server.set_mode(Mode::Closing);
    assert!(postbox.post(&letter(2)).await.is_err());
    assert_eq!((server.count("connect"), server.count("MAIL")), (2, 3));
}

#[tokio::test]
async fn a_letter_that_is_refused_costs_no_connection() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::NoRecipient);
    let postbox = postbox(&server, "");
    assert!(postbox.post(&letter(1)).await.is_err());
    server.set_mode(Mode::Accept);
    postbox.post(&letter(2)).await.unwrap();
    assert_eq!((server.count("connect"), server.count("RSET")), (1, 1));
    assert_eq!(server.messages().remove(0).envelope.unwrap().to, ["ada@acme.example"]);
}

#[tokio::test]
async fn who_has_nothing_more_to_say_says_good_bye() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    postbox.post(&letter(1)).await.unwrap();
    pause();
    advance(Duration::from_secs(31)).await;
    resume();
    until("a good-bye after half a minute", || server.count("QUIT") == 1).await;

    postbox.post(&letter(2)).await.unwrap();
    assert_eq!(server.count("connect"), 2);
    drop(postbox);
    until("a good-bye at the end", || server.count("QUIT") == 2).await;
}

#[test]
fn a_connection_is_used_in_no_other_runtime_than_its_own() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, "");
    let runtime = || Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    // Workers of a server that come and go, and one that stays.
    let stays = runtime();
    stays.block_on(postbox.post(&letter(1))).unwrap();
    for number in 2..=4 {
        let worker = runtime();
        worker.block_on(postbox.post(&letter(number))).unwrap();
        drop(worker);
        stays.block_on(postbox.post(&letter(number * 10))).unwrap();
    }
    assert_eq!(server.messages().len(), 7);
    assert_eq!((server.count("connect"), server.count("NOOP")), (4, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_does_not_wait_behind_letters_that_nobody_waits_for() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, PATIENT);
    let mut posts = JoinSet::new();
    // The server does not answer the first ones, and there are more than it has connections.
    server.set_mode_for(Mode::SlowRecipient, 3);
    for number in 0..8 {
        let postbox = postbox.clone();
        posts.spawn(async move { postbox.post(&notice(number)).await });
    }
    until("three letters stand still", || server.count("RCPT") == 3).await;
    let awaited = letter(99);
    assert!(awaited.is_awaited);
    postbox.post(&awaited).await.unwrap();
    assert_eq!(server.messages().len(), 1, "it was first");
    posts.abort_all();
}
