//! Notices that are owed, where servers, stores and browsers are not as they should be.

use std::sync::Arc;

use countersign::authenticator::{Delivery, Method};
use countersign::event::Event;
use countersign::port::{KeepSession, Store as _};
use countersign::subject::SubjectId;
use countersign_tests::broken_store::{BrokenStore, Trouble};
use countersign_tests::letter_box::Weather;
use countersign_tests::listening_audit::ListeningAudit;
use countersign_tests::totp;

use crate::methods::add_app;
use crate::owed::{added, delivered, elsewhere, owes, told};
use crate::town::{Town, in_every_town, person, until};

#[tokio::test]
async fn what_did_not_go_out_at_the_last_moment_is_owed_again_and_sent_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.letters.weather(Weather::Late);
            add_app(&town, &person("ada", "first")).await.unwrap();
            until("it to be owed again", async || {
                town.letters.tries() >= 1 && owes(&town, "ada").await
            })
            .await;
            town.letters.weather(Weather::Fair);
            delivered(&town).await;
            assert_eq!(told(&town.letters), added());
            assert!(!owes(&town, "ada").await);
        },
    )
    .await;
}

#[tokio::test]
async fn where_the_store_does_not_say_whether_it_was_taken_off_the_audit_says_so() {
    for backend in countersign_tests::backends::all().unwrap() {
        let store = backend.open().await.unwrap();
        let broken = BrokenStore::over(store.clone());
        let audit = ListeningAudit::default();
        let town = Town::over(store, |town| town);
        let site = town.site.another(broken.clone(), |site| {
            site.courier(Arc::new(town.letters.clone())).audit(Arc::new(audit.clone()))
        });
        let town = Town { site, ..town };
        town.letters.weather(Weather::Down);
        add_app(&town, &person("ada", "first")).await.unwrap();
        until("the first try", async || town.letters.tries() >= 1).await;
        broken.suffer(Trouble::Unacknowledged);
        town.letters.weather(Weather::Fair);
        until("the second try", async || town.letters.tries() >= 2).await;
        until("it to be taken off", async || !owes(&town, "ada").await).await;
        broken.suffer(Trouble::None);
        delivered(&town).await;
        let unsure = Event::MessageNotDelivered("authenticator-added", Delivery::Unsure);
        assert!(audit.has(&SubjectId::new("ada"), &unsure), "on {}", backend.name());
        assert!(told(&town.letters).is_empty());
    }
}

#[tokio::test]
async fn those_whose_server_is_away_hold_up_nobody_else() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.letters.weather(Weather::Hanging);
            for number in 0..203 {
                add_app(&town, &person(&format!("p{number:03}"), "first")).await.unwrap();
            }
            town.advance(60);
            let second = elsewhere(&town);
            let factor = &second.site.second_factor;
            second.letters.weather(Weather::Down);
            factor.errands_once().await.unwrap();
            delivered(&second).await;
            assert_eq!(second.letters.tries(), 200, "one try each");
            second.letters.weather(Weather::Fair);
            factor.errands_once().await.unwrap();
            delivered(&second).await;
            let mut next: Vec<_> = told(&second.letters).into_iter().map(|(_, to)| to).collect();
            next.sort();
            assert_eq!(next, [200, 201, 202].map(|number| format!("p{number}@mail.example")));
            // Where a disk is so slow that the store keeps some of them waiting for too long, those stay
            // owed, and come in a later round.
            for _ in 0..10 {
                factor.errands_once().await.unwrap();
                delivered(&second).await;
                if told(&second.letters).len() >= 203 {
                    break;
                }
            }
            let mut all: Vec<_> = told(&second.letters).into_iter().map(|(_, to)| to).collect();
            all.sort();
            let everybody = (0..203).map(|number| format!("p{number:03}@mail.example"));
            assert_eq!(all, everybody.collect::<Vec<_>>());
        },
    )
    .await;
}

#[tokio::test]
async fn a_strangers_browser_does_not_choose_the_language_of_the_warning() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let town = elsewhere(&town);
            let visit = |session: &str, tag: &str| person("ada", session).browser_speaks(tag);
            let owner = visit("first", "fr");
            let _ = town.site.visit(&owner).await;
            let key = add_app(&town, &owner).await.unwrap();
            let thief = visit("of a stranger", "ja");
            let _ = town.site.visit(&thief).await;
            let ticket = town.site.ask(&thief).await;
            let now = town.site.second_factor.now().as_unix();
            let wrong = totp::wrong_codes(&key, now, 1).unwrap().remove(0);
            let answer = town.site.answer(&thief, &ticket, Method::Totp, &wrong, KeepSession).await;
            assert!(answer.is_ok(), "{answer:?}");
            delivered(&town).await;
            let out = town.letters.out();
            let languages = out.iter().map(|message| message.language.as_deref());
            assert_eq!(languages.collect::<Vec<_>>(), [Some("fr"), Some("fr")]);
            // What the person has chosen in the application counts.
            let chosen = person("ada", "later").speaks("de").browser_speaks("ja");
            let _ = town.site.visit(&chosen).await;
            let stored = town.store.load(&SubjectId::new("ada")).await.unwrap().unwrap();
            let known = stored.record.terms().profile().unwrap().language().map(str::to_owned);
            assert_eq!(known.as_deref(), Some("de"));
        },
    )
    .await;
}
