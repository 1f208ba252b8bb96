//! A server that fails at every step while many letters are on their way, and is killed in between.

use core::time::Duration;

use countersign_tests::smtp_server::{Mode, SmtpServer};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::Post as _;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::connections::until;
use crate::writing::{Fate, PATIENT, id, letter, postbox};

const LETTERS: usize = 120;
const WEATHER: [Mode; 7] = [
    Mode::DropRecipient,
    Mode::LaterLetter,
    Mode::Closing,
    Mode::DropData,
    Mode::DropLetter,
    Mode::LaterRecipient,
    Mode::DropAnswered,
];

#[tokio::test(flavor = "multi_thread")]
async fn in_a_storm_no_letter_is_lost_without_a_word_and_none_comes_twice() {
    if is_skipped(Part::Mail) {
        return;
    }
    let mut server = SmtpServer::start(Mode::Accept);
    let postbox = postbox(&server, PATIENT);
    server.set_mode_for(Mode::DropKept, 3);
    let mut posts = JoinSet::new();
    for number in 0..LETTERS {
        let postbox = postbox.clone();
        posts.spawn(async move {
            let letter = letter(number);
            loop {
                // As the core does: what did not go out is tried again, and nothing else.
                match Fate::of(&postbox.post(&letter).await) {
                    Fate::NotSent | Fate::Later => sleep(Duration::from_millis(20)).await,
                    fate @ (Fate::Sent | Fate::Refused | Fate::Unsure) => return (number, fate),
                }
            }
        });
    }
    until("three letters kept, of which nobody knows", || server.accepts()).await;
    for mode in WEATHER {
        server.set_mode_for(mode, 3);
        sleep(Duration::from_millis(100)).await;
    }
    server.stop();
    server.start_again();
    for mode in WEATHER {
        server.set_mode_for(mode, 3);
        sleep(Duration::from_millis(100)).await;
    }
    server.set_mode(Mode::Accept);

    let mut fates = Vec::new();
    while let Some(fate) = posts.join_next().await {
        fates.push(fate.unwrap());
    }
    let messages = server.messages();
    let unsure = fates.iter().filter(|(_, fate)| *fate == Fate::Unsure).count();
    for (number, fate) in fates {
        let named = format!("<{}@site.example>", id(number));
        let arrived = messages.iter().filter(|kept| kept.header("Message-ID") == named).count();
        match fate {
            Fate::Sent => assert_eq!(arrived, 1, "letter {number}"),
            Fate::Unsure => assert!(arrived <= 1, "letter {number} came {arrived} times"),
            Fate::NotSent | Fate::Later | Fate::Refused => panic!("letter {number}: {fate:?}"),
        }
    }
    assert!(unsure >= 3, "a storm in which the server always answered was none");
    assert!(unsure < LETTERS / 2, "{unsure} letters of which nobody knows");
}
