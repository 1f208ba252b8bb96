//! Notices are owed in the record until they have gone out: no process takes one with it, and no two of
//! them send it.

use core::time::Duration;
use std::error::Error;
use std::sync::Arc;

use countersign::authenticator::{Delivery, Method};
use countersign::event::Event;
use countersign::port::{
    AdministrationStore as _, Audit, Content, NoticeKind, Rotation, Store as _,
};
use countersign::subject::{Email, Principal, SessionId, SubjectId};
use countersign::time::Timestamp;
use countersign_tests::letter_box::{LetterBox, Weather};
use countersign_tests::listening_audit::ListeningAudit;

use crate::methods::add_app;
use crate::town::{PATIENCE, Town, in_every_town, person, until};

/// A session store that is down.
struct Broken;

impl Rotation for Broken {
    async fn rotate(self) -> Result<Option<SessionId>, Box<dyn Error + Send + Sync>> {
        Err("the session store is down".into())
    }
}

/// The same site in another process, with errands, and its letter box.
pub(crate) fn elsewhere(town: &Town) -> Town {
    elsewhere_with(town, Arc::new(ListeningAudit::default()))
}

fn elsewhere_with(town: &Town, audit: Arc<dyn Audit>) -> Town {
    let letters = LetterBox::default();
    let site = town.site.another(town.store.clone(), |builder| {
        builder.administration(town.store.clone()).courier(Arc::new(letters.clone())).audit(audit)
    });
    Town { site, letters, ..town.clone() }
}

/// The notices that went out, and where to.
pub(crate) fn told(letters: &LetterBox) -> Vec<(NoticeKind, String)> {
    let out = letters.out();
    let notices = out.iter().filter_map(|message| match message.content {
        Content::Notice(kind) => Some((kind, message.to.to_string())),
        Content::Code { .. } | Content::Confirmation { .. } | _ => None,
    });
    notices.collect()
}

pub(crate) fn added() -> Vec<(NoticeKind, String)> {
    vec![(NoticeKind::AuthenticatorAdded, "ada@mail.example".to_owned())]
}

/// Whether a record says that something is owed.
pub(crate) async fn owes(town: &Town, key: &str) -> bool {
    let stored = town.store.load(&SubjectId::new(key)).await.unwrap();
    stored.is_some_and(|stored| stored.record.owes_since().is_some())
}

/// Somebody adds an app in a process that never gets a message out.
async fn left_behind(town: &Town) -> Principal {
    let ada = person("ada", "first");
    town.letters.weather(Weather::Hanging);
    add_app(town, &ada).await.unwrap();
    until("the first try", async || town.letters.tries() >= 1).await;
    assert!(owes(town, "ada").await);
    ada
}

pub(crate) async fn delivered(town: &Town) {
    assert!(town.site.second_factor.delivered(PATIENCE).await);
}

#[tokio::test]
async fn what_has_gone_out_is_owed_no_more() {
    in_every_town(
        |town| town,
        async |town: Town| {
            add_app(&town, &person("ada", "first")).await.unwrap();
            delivered(&town).await;
            assert_eq!(told(&town.letters), added());
            assert!(!owes(&town, "ada").await);
        },
    )
    .await;
}

#[tokio::test]
async fn what_a_process_leaves_behind_another_one_sends_in_its_errands_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            left_behind(&town).await;
            let (second, third) = (elsewhere(&town), elsewhere(&town));
            // For a minute it counts as on its way.
            second.site.second_factor.errands_once().await.unwrap();
            delivered(&second).await;
            assert!(told(&second.letters).is_empty());
            town.advance(60);
            for _ in 0..2 {
                let [one, other] =
                    [&second, &third].map(|town| town.site.second_factor.errands_once());
                let (one, other) = tokio::join!(one, other);
                one.and(other).unwrap();
                delivered(&second).await;
                delivered(&third).await;
            }
            let [one, other] = [&second, &third].map(|town| told(&town.letters));
            assert_eq!([one, other].concat(), added());
            assert!(!owes(&town, "ada").await);
        },
    )
    .await;
}

#[tokio::test]
async fn what_a_process_leaves_behind_goes_out_when_the_person_comes_again() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let ada = left_behind(&town).await;
            let second = elsewhere(&town);
            town.advance(60);
            for _ in 0..3 {
                let _ = second.site.visit(&ada).await;
            }
            delivered(&second).await;
            assert_eq!(told(&second.letters), added());
            assert!(!owes(&town, "ada").await);
        },
    )
    .await;
}

#[tokio::test]
async fn it_goes_to_where_the_person_was_when_it_happened() {
    in_every_town(
        |town| town,
        async |town: Town| {
            left_behind(&town).await;
            town.advance(60);
            let second = elsewhere(&town);
            // Whoever has taken the account over has changed its address as well.
            let thief = person("ada", "first").email(Email::new("eve@evil.example"));
            let _ = second.site.visit(&thief).await;
            delivered(&second).await;
            assert_eq!(told(&second.letters), added());
        },
    )
    .await;
}

#[tokio::test]
async fn a_server_that_is_down_is_tried_again_and_what_comes_of_it_is_owed_until_then() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.letters.weather(Weather::Down);
            add_app(&town, &person("ada", "first")).await.unwrap();
            until("the first try", async || town.letters.tries() >= 1).await;
            assert!(owes(&town, "ada").await);
            town.letters.weather(Weather::Fair);
            delivered(&town).await;
            assert_eq!(told(&town.letters), added());
            assert!(!owes(&town, "ada").await);
        },
    )
    .await;
}

#[tokio::test]
async fn what_is_refused_or_unsure_is_in_the_audit_and_owed_no_more() {
    for (weather, delivery) in
        [(Weather::Refusing, Delivery::Failed), (Weather::Unsure, Delivery::Unsure)]
    {
        let audit = ListeningAudit::default();
        let listening = audit.clone();
        in_every_town(
            move |town| town.audit(Arc::new(listening.clone())),
            async |town: Town| {
                town.letters.weather(weather);
                add_app(&town, &person("ada", "first")).await.unwrap();
                delivered(&town).await;
                let failed = Event::MessageNotDelivered("authenticator-added", delivery);
                assert!(audit.has(&SubjectId::new("ada"), &failed), "{weather:?}");
                assert!(!owes(&town, "ada").await, "{weather:?}");
                let (out, tries) = (told(&town.letters), town.letters.tries());
                assert_eq!((out.len(), tries), (usize::from(weather == Weather::Unsure), 1));
                let _ = audit.take();
            },
        )
        .await;
    }
}

#[tokio::test]
async fn after_three_days_it_is_given_up_and_the_audit_says_so() {
    in_every_town(
        |town| town,
        async |town: Town| {
            left_behind(&town).await;
            let audit = ListeningAudit::default();
            let second = elsewhere_with(&town, Arc::new(audit.clone()));
            town.advance(3 * 86_400);
            second.site.second_factor.errands_once().await.unwrap();
            delivered(&second).await;
            assert!(told(&second.letters).is_empty());
            assert!(!owes(&town, "ada").await);
            let failed = Event::MessageNotDelivered("authenticator-added", Delivery::Failed);
            assert!(audit.has(&SubjectId::new("ada"), &failed));
        },
    )
    .await;
}

#[tokio::test]
async fn a_store_names_those_first_who_have_waited_longest() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let store = &town.store;
            let begun = town.site.second_factor.now();
            let at = |seconds| begun.plus(Duration::from_secs(seconds));
            town.letters.weather(Weather::Hanging);
            for key in ["carol", "ada", "bob"] {
                add_app(&town, &person(key, "first")).await.unwrap();
                town.advance(70);
            }
            let owing = async |before: Timestamp, most: usize| {
                let found = store.owing(before, 0, most).await.unwrap();
                found.iter().map(|subject| subject.key().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(owing(at(0), 9).await, ["carol"]);
            assert_eq!(owing(at(1_000), 9).await, ["carol", "ada", "bob"]);
            assert_eq!(owing(at(1_000), 2).await, ["carol", "ada"]);
            let others = store.owing(at(1_000), 1, 1).await.unwrap();
            assert_eq!(others, [SubjectId::new("ada")]);
            let before = Timestamp::from_unix(begun.as_unix() - 1);
            assert!(owing(before, 9).await.is_empty());
            // Who has got theirs is not named any more, and neither is who is gone.
            let second = elsewhere(&town);
            let _ = second.site.visit(&person("carol", "first")).await;
            delivered(&second).await;
            assert_eq!(owing(at(1_000), 9).await, ["ada", "bob"]);
            second.site.second_factor.subject_removed(&SubjectId::new("ada")).await.unwrap();
            assert_eq!(owing(at(1_000), 9).await, ["bob"]);
            // Nor does a store keep an address of somebody who is gone when it cannot erase.
            town.site.second_factor.subject_removed(&SubjectId::new("bob")).await.unwrap();
            assert!(owing(at(1_000), 9).await.is_empty());
        },
    )
    .await;
}

#[tokio::test]
async fn the_owner_is_told_of_a_recovery_code_whatever_becomes_of_the_session() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let codes = town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "second");
            let ticket = town.site.ask(&ada).await;
            let answer = town.site.answer(&ada, &ticket, Method::Recovery, &codes[0], Broken).await;
            assert!(answer.is_err(), "{answer:?}");
            delivered(&town).await;
            let used = told(&town.letters).into_iter().map(|(kind, _)| kind).next_back();
            assert_eq!(used, Some(NoticeKind::RecoveryCodeUsed { left: codes.len() - 1 }));
        },
    )
    .await;
}
