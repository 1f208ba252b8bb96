//! A mail server that is down, slow, or gone in the middle: nobody waits for it, nothing is lost in
//! silence, nothing is sent twice.

use core::time::Duration;
use std::sync::Arc;

use countersign::authenticator::{Delivery, Method};
use countersign::flow::{Asked, Sending, Showing, Verified};
use countersign::port::KeepSession;
use countersign::subject::{Principal, SubjectId};
use countersign::ticket::Ticket;
use countersign_memory::MemoryStore;
use countersign_tests::broken_store::BrokenStore;
use countersign_tests::letter_box::{LetterBox, Weather};
use countersign_tests::listening_audit::ListeningAudit;
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;

use crate::owed::delivered;
use crate::town::{PATIENCE, Town, in_every_town, person, until};

async fn delivery(town: &Town, principal: &Principal, ticket: &Ticket) -> Option<Delivery> {
    let factor = &town.site.second_factor;
    let method = Some(Method::Email);
    let asked = factor.challenge(principal, Some(ticket), method, None, Showing::First).await;
    let Ok(Asked::Show(view)) = asked else { panic!("{asked:?}") };
    view.mail.unwrap().sent.map(|sent| sent.delivery)
}

async fn press(town: &Town, principal: &Principal, ticket: &Ticket) {
    let sending = town.site.second_factor.send_code(principal, ticket).await.unwrap();
    assert!(matches!(sending, Sending::Sent(_)), "{sending:?}");
}

#[tokio::test]
async fn a_code_that_was_refused_for_good_is_said_to_be_and_another_can_be_asked_for_at_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            town.letters.weather(Weather::Refusing);
            press(&town, &ada, &ticket).await;
            delivered(&town).await;
            assert_eq!(delivery(&town, &ada, &ticket).await, Some(Delivery::Failed));
            town.letters.weather(Weather::Fair);
            let code = town.send(&ada, &ticket).await;
            let answer = town.answer(&ada, &ticket, &code).await;
            assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
        },
    )
    .await;
}

#[tokio::test]
async fn what_may_have_gone_out_is_not_sent_again() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            town.letters.weather(Weather::Unsure);
            let before = town.letters.tries();
            press(&town, &ada, &ticket).await;
            delivered(&town).await;
            assert_eq!(town.letters.tries() - before, 1);
            assert_eq!(delivery(&town, &ada, &ticket).await, Some(Delivery::Unsure));
            // It has arrived, and is good.
            let code = town.letters.code("ada@mail.example", 2).await;
            let answer = town.answer(&ada, &ticket, &code).await;
            assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
        },
    )
    .await;
}

#[tokio::test]
async fn a_server_that_comes_back_gets_what_it_missed_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            town.letters.weather(Weather::Down);
            press(&town, &ada, &ticket).await;
            until("the first try", async || town.letters.tries() >= 3).await;
            town.letters.weather(Weather::Fair);
            let code = town.letters.code("ada@mail.example", 2).await;
            delivered(&town).await;
            assert_eq!(town.letters.codes("ada@mail.example", 2).await.len(), 2);
            let answer = town.answer(&ada, &ticket, &code).await;
            assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
        },
    )
    .await;
}

#[tokio::test]
async fn while_the_server_hangs_other_ways_work_and_nothing_waits() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let codes = town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            town.letters.weather(Weather::Hanging);
            // The answer is there although the message never ends.
            press(&town, &ada, &ticket).await;
            assert!(!town.site.second_factor.delivered(Duration::from_millis(20)).await);
            let keep = KeepSession;
            let answer = town.site.answer(&ada, &ticket, Method::Recovery, &codes[0], keep).await;
            assert!(matches!(answer, Ok(Verified::Passed { .. })), "{answer:?}");
        },
    )
    .await;
}

#[tokio::test]
async fn whatever_did_not_certainly_go_out_is_in_the_audit() {
    let audit = ListeningAudit::default();
    let listening = audit.clone();
    in_every_town(
        move |town| town.audit(Arc::new(listening.clone())),
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            for weather in [Weather::Refusing, Weather::Unsure] {
                town.letters.weather(weather);
                let ada = person("ada", &format!("{weather:?}"));
                let ticket = town.by_mail(&ada, None).await;
                press(&town, &ada, &ticket).await;
                delivered(&town).await;
                town.advance(30);
            }
            let entries = audit.take();
            let details: Vec<_> = entries
                .iter()
                .filter(|entry| &*entry.event == "message.not_delivered")
                .map(|entry| entry.detail.as_deref().unwrap_or_default().to_owned())
                .collect();
            assert_eq!(
                details,
                ["code: it did not go out", "code: nobody knows whether it went out"]
            );
        },
    )
    .await;
}

#[tokio::test]
async fn a_code_that_a_newer_one_has_ended_is_held_back_and_its_press_counts_for_nothing() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            // Presses while the server is down, each of which ends the code before it.
            town.letters.weather(Weather::Down);
            for pressed in 1..=4 {
                let tries = town.letters.tries();
                press(&town, &ada, &ticket).await;
                until("another try", async || town.letters.tries() > tries).await;
                town.advance(if pressed < 4 { 30 } else { 0 });
            }
            town.letters.weather(Weather::Fair);
            delivered(&town).await;
            let codes = town.letters.codes("ada@mail.example", 2).await;
            assert_eq!(codes.len(), 2, "that of the activation, and the newest");
            let answer = town.answer(&ada, &ticket, &codes[1]).await;
            assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
            // Two went out within the hour, so three more may.
            for _ in 0..3 {
                town.advance(30);
                let again = person("ada", "again");
                let ticket = town.by_mail(&again, None).await;
                let code = town.send(&again, &ticket).await;
                let answer = town.answer(&again, &ticket, &code).await;
                assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
            }
        },
    )
    .await;
}

#[tokio::test]
async fn one_whose_record_cannot_be_read_keeps_nobody_else_from_what_they_are_owed() {
    let store = BrokenStore::over(SharedStore(Arc::new(MemoryStore::default())));
    let shared = SharedStore(Arc::new(store.clone()));
    let (lost, letters) = (LetterBox::default(), LetterBox::default());
    lost.weather(Weather::Hanging);
    let office = Office::over(shared.clone(), |builder| builder).await;
    let by = |letters: &LetterBox| {
        let courier = Arc::new(letters.clone());
        office
            .site
            .another(shared.clone(), |one| one.administration(shared.clone()).courier(courier))
    };
    // A process is gone before it has told anybody.
    let mut first = office.clone();
    first.site = by(&lost);
    for key in ["ada", "bob", "carl"] {
        first.enroll(&person(key, "s")).await;
        first.site.clock.advance(Duration::from_secs(1));
    }
    first.site.clock.advance(Duration::from_secs(60));
    store.garble(SubjectId::new("ada"));
    let second = by(&letters).second_factor;
    second.errands_once().await.unwrap();
    assert!(second.delivered(PATIENCE).await);
    let mut told: Vec<_> = letters.out().iter().map(|message| message.to.to_string()).collect();
    told.sort();
    assert_eq!(told, ["bob@mail.example", "carl@mail.example"]);
}
