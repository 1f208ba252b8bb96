//! Telling people what will be required of them, and that it can soon be put off no longer: each of them
//! once, and only while it is so.

use core::time::Duration;
use std::sync::Arc;

use countersign::flow::PeopleQuery;
use countersign::policy::{Grace, OwnEffect, Policy, Rule, Whom};
use countersign::port::{Content, NoticeKind, Store as _};
use countersign::subject::{Email, SubjectId};
use countersign::time::Timestamp;
use countersign_memory::MemoryStore;
use countersign_tests::broken_store::BrokenStore;
use countersign_tests::letter_box::{LetterBox, Weather};
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;

use crate::crowd::{Crowd, Interrupted, begin, office, office_with};
use crate::town::until;

const DAY: Duration = Duration::from_secs(86_400);
/// When a second factor will be required.
const FROM: Timestamp = Timestamp::from_unix(1_800_000_000 + 30 * 86_400);
/// Those who have confirmed an address, and so are told.
const TOLD: [&str; 2] = ["p000@mail.example", "p050@mail.example"];

fn memory() -> SharedStore {
    SharedStore(Arc::new(MemoryStore::default()))
}

fn announced() -> Rule {
    Rule::require(Whom::Everyone).from(FROM)
}

/// Who was told what is to come.
fn told(letters: &LetterBox) -> Vec<String> {
    let announced = Content::Notice(NoticeKind::Announced { from: FROM });
    let such = letters.out().into_iter().filter(|message| message.content == announced);
    such.map(|message| message.to.to_string()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_told_once_what_will_be_required_and_that_grace_is_ending() {
    let store = memory();
    let day = Duration::from_secs(86_400);
    let from = Timestamp::from_unix(1_800_000_000).plus(day * 30);
    let until = Timestamp::from_unix(1_800_000_000).plus(day * 40);
    let policy =
        Policy::offered().rule(Rule::require(Whom::Everyone).from(from).grace(Grace::Until(until)));
    let (office, letters) = office(store, 60, |builder| builder.policy(policy)).await;
    let told = |kind: NoticeKind| {
        let such = letters.out();
        let such = such.iter().filter(|message| message.content == Content::Notice(kind));
        such.map(|message| message.to.to_string()).collect::<Vec<_>>()
    };
    let expected = ["p000@mail.example", "p050@mail.example"];
    for _ in 0..2 {
        office.factor().errands_once().await.unwrap();
        assert_eq!(told(NoticeKind::Announced { from }), expected, "who has confirmed an address");
    }
    office.site.clock.advance(day * 36);
    office.factor().errands_once().await.unwrap();
    assert!(told(NoticeKind::GraceEnding { until }).is_empty(), "four days are left");
    office.site.clock.advance(day);
    for _ in 0..2 {
        office.factor().errands_once().await.unwrap();
        assert_eq!(told(NoticeKind::GraceEnding { until }), expected);
    }
    assert_eq!(letters.out().len(), 4);
}

/// An office in which everybody is told, by this courier.
async fn announcing(store: SharedStore, courier: Arc<Interrupted>) -> Office {
    let policy = Policy::offered().rule(announced());
    office_with(store, Crowd::of(60), courier, |builder| builder.policy(policy)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_whose_record_cannot_be_read_keeps_nobody_else_from_being_told() {
    let store = BrokenStore::over(memory());
    let policy = Policy::offered().rule(announced());
    let shared = SharedStore(Arc::new(store.clone()));
    let (office, letters) = office(shared, 60, |builder| builder.policy(policy)).await;
    store.garble(SubjectId::new("k000"));
    office.factor().errands_once().await.unwrap();
    assert_eq!(told(&letters), ["p050@mail.example"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_whom_nobody_takes_mail_for_is_tried_once_and_is_in_the_log_once() {
    let policy = Policy::offered().rule(announced());
    let (office, letters) = office(memory(), 60, |builder| builder.policy(policy)).await;
    letters.weather_at("p000@mail.example", Weather::Refusing);
    for _ in 0..3 {
        office.factor().errands_once().await.unwrap();
    }
    assert_eq!(letters.tries_at("p000@mail.example"), 1);
    let failed = office.happened("k000").await;
    let failed = failed.iter().filter(|event| *event == "message.not_delivered");
    assert_eq!(failed.count(), 1);
    assert_eq!(told(&letters), ["p050@mail.example"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_did_not_go_out_is_told_later() {
    let policy = Policy::offered().rule(announced());
    let (office, letters) = office(memory(), 60, |builder| builder.policy(policy)).await;
    for weather in [Weather::Later, Weather::Down] {
        letters.weather(weather);
        office.factor().errands_once().await.unwrap();
    }
    assert_eq!((told(&letters).len(), letters.tries()), (0, 4));
    letters.weather(Weather::Fair);
    office.factor().errands_once().await.unwrap();
    assert_eq!(told(&letters), TOLD);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_told_of_a_requirement_that_was_withdrawn_meanwhile() {
    let letters = LetterBox::default();
    let courier = Interrupted::over(&letters);
    let office = office_with(memory(), Crowd::of(60), courier.clone(), |builder| builder).await;
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    let rule = office.factor().add_rule(&desk, None, announced()).await.unwrap().unwrap();
    courier.before({
        let (office, who) = (office.clone(), who.clone());
        async move {
            let desk = office.desk(&who).await;
            let factor = office.factor();
            factor.remove_rule(&desk, None, &rule, "a mistake").await.unwrap().unwrap();
        }
    });
    office.factor().errands_once().await.unwrap();
    assert_eq!(told(&letters), TOLD[..1], "it was on its way when the rule was taken away");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_told_of_what_an_administrator_lifts_for_them_at_the_last_moment() {
    let letters = LetterBox::default();
    let courier = Interrupted::over(&letters);
    let office = announcing(memory(), courier.clone()).await;
    courier.before({
        let office = office.clone();
        async move {
            let desk = office.desk(&office.root).await;
            let exempt = OwnEffect::Exempt { until: FROM.plus(DAY) };
            let factor = office.factor();
            let done = factor.decide_about(&desk, None, "k000", Some(exempt), "on leave").await;
            done.unwrap().unwrap();
        }
    });
    office.factor().errands_once().await.unwrap();
    assert_eq!(told(&letters), TOLD[1..]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_written_down_of_one_who_is_removed_while_they_are_told() {
    let letters = LetterBox::default();
    let courier = Interrupted::over(&letters);
    let office = announcing(memory(), courier.clone()).await;
    let subject = SubjectId::new("k000");
    let remove = || {
        let (office, subject) = (office.clone(), subject.clone());
        async move { office.factor().subject_removed(&subject).await.unwrap() }
    };
    courier.after(remove());
    office.factor().errands_once().await.unwrap();
    assert!(office.store.load(&subject).await.unwrap().is_none());
    assert_eq!(told(&letters), TOLD[1..]);
    // Nor of one who is removed right before.
    assert_eq!(office.factor().take_over_directory("").await.unwrap(), 60);
    courier.before(remove());
    office.factor().errands_once().await.unwrap();
    assert!(office.store.load(&subject).await.unwrap().is_none());
    assert_eq!(told(&letters), TOLD[1..]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_told_while_links_to_a_crowd_take_their_time() {
    let policy = Policy::offered().rule(announced());
    let (office, letters) = office(memory(), 60, |builder| builder.policy(policy)).await;
    letters.weather_at("p003@mail.example", Weather::Hanging);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    until("the first try", async || letters.tries_at("p003@mail.example") > 0).await;
    // The process that was at it is gone; this one begins with both.
    let second = office.site.another(office.store.clone(), |builder| {
        let policy = Policy::offered().rule(announced());
        let builder = builder.administration(office.store.clone()).policy(policy);
        builder.mail_pace(Duration::ZERO).courier(Arc::new(letters.clone()))
    });
    let errands = tokio::spawn(second.second_factor.clone().errands());
    until("both to be told, and the links to be gone on with", async || {
        told(&letters).len() >= TOLD.len() && letters.tries_at("p003@mail.example") >= 2
    })
    .await;
    errands.abort();
    assert_eq!(told(&letters), TOLD);
    assert_eq!(letters.tries_at("p003@mail.example"), 2);
}

#[tokio::test]
async fn time_that_runs_from_ones_return_on_is_not_said_to_end_before_one_has_returned() {
    for days in [2, 7] {
        let rule = Rule::require(Whom::Everyone).grace(Grace::For(DAY * days));
        let policy = Policy::offered().rule(rule);
        let (office, letters) = office(memory(), 60, |builder| builder.policy(policy)).await;
        for _ in 0..3 * days {
            office.factor().errands_once().await.unwrap();
            office.site.clock.advance(DAY);
        }
        assert_eq!(letters.out(), []);
        // Who has come back has so long from then on, and is told once.
        let person = crate::town::person("k000", "s").email(Email::new(TOLD[0]));
        let until = office.factor().now().plus(DAY * days);
        let _ = office.site.visit(&person).await;
        for _ in 0..days {
            office.factor().errands_once().await.unwrap();
            office.site.clock.advance(DAY);
        }
        let ending = Content::Notice(NoticeKind::GraceEnding { until });
        let out: Vec<_> = letters.out().into_iter().map(|message| message.content).collect();
        assert_eq!(out, [ending], "{days}");
    }
}
