//! Confirmations to many when something goes wrong for some of them: the others get theirs, and it ends.
//!
//! Each test has one thread. What is written down of a way through the list is then seen only when the
//! process is not at it any more, and errands that come right afterwards go on with it.

use core::time::Duration;
use std::sync::Arc;

use countersign::authenticator::Delivery;
use countersign::flow::{Denied, PeopleQuery};
use countersign::subject::{Email, Principal, SessionId, SubjectId};
use countersign_memory::MemoryStore;
use countersign_tests::broken_store::{BrokenStore, Trouble};
use countersign_tests::counting_store::CountingStore;
use countersign_tests::letter_box::{LetterBox, Weather};
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use tokio::time::Instant;

use crate::crowd::{Crowd, Interrupted, begin, ended, later, office, office_with, progress, sent};
use crate::town::{PATIENCE, until};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

fn memory() -> SharedStore {
    SharedStore(Arc::new(MemoryStore::default()))
}

fn address(number: usize) -> String {
    format!("p{number:03}@mail.example")
}

/// To how many of so many people a link is to go.
fn wanted(people: usize) -> usize {
    (0..people).filter(|number| Crowd::wanted(*number)).count()
}

/// Whose label begins like this.
fn whose(search: &str) -> PeopleQuery {
    PeopleQuery { search: Some(search.to_owned()), ..PeopleQuery::default() }
}

/// Waits until so many messages are out, and what they come to is written down.
async fn settled(office: &Office, letters: &LetterBox, out: usize) {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let tally = progress(office).await.tally;
        if letters.out().len() == out && tally.sent + tally.recent == out as u64 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("{} are out: {:?}", letters.out().len(), progress(office).await);
}

#[tokio::test]
async fn those_whose_mail_is_not_taken_now_keep_nobody_waiting() {
    let (mut office, letters) = office(memory(), 60, |builder| builder).await;
    for number in 3..13 {
        letters.weather_at(&address(number), Weather::Later);
    }
    begin(&office, &PeopleQuery::default()).await.unwrap();
    settled(&office, &letters, wanted(60) - 10).await;
    assert!(office.factor().delivered(MINUTE).await);
    assert_eq!((progress(&office).await.tally.left, progress(&office).await.ended), (10, None));

    // They are tried again, each time after a longer while, and others are not written to again.
    letters.weather_at(&address(3), Weather::Fair);
    office.factor().errands_once().await.unwrap();
    assert_eq!(letters.tries_at(&address(3)), 1, "a minute has not passed");
    later(&mut office, MINUTE).await;
    office.factor().errands_once().await.unwrap();
    assert_eq!((sent(&letters).len(), letters.tries_at(&address(4))), (wanted(60) - 9, 2));
    later(&mut office, MINUTE).await;
    office.factor().errands_once().await.unwrap();
    assert_eq!(letters.tries_at(&address(4)), 2, "the second wait is longer");

    // And in the end they count as failed.
    for _ in 0..60 {
        later(&mut office, HOUR / 2).await;
        office.factor().errands_once().await.unwrap();
    }
    let progress = progress(&office).await;
    assert!(progress.ended.is_some(), "{progress:?}");
    assert_eq!((progress.tally.failed, progress.tally.left), (9, 0));
    assert_eq!(progress.tally.sent, wanted(60) as u64 - 9);
    assert_eq!(letters.tries_at(&address(4)), 8);
    assert!(sent(&letters).values().all(|count| *count == 1));
}

#[tokio::test]
async fn it_ends_a_day_after_it_began_although_the_mail_server_never_came_back() {
    let (mut office, letters) = office(memory(), 10, |builder| builder).await;
    letters.weather(Weather::Hanging);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    until("the first try", async || letters.tries() > 0).await;
    office.site = office.site.another(office.store.clone(), |builder| {
        builder.administration(office.store.clone()).courier(Arc::new(letters.clone()))
    });
    later(&mut office, HOUR * 24).await;
    office.factor().errands_once().await.unwrap();
    let progress = progress(&office).await;
    assert!(progress.ended.is_some(), "{progress:?}");
    assert_eq!((progress.tally.failed, progress.tally.sent), (wanted(10) as u64, 0));
    assert_eq!(letters.tries(), 1);
}

#[tokio::test]
async fn what_an_administrator_begins_takes_the_place_of_what_goes_on() {
    let (office, letters) = office(memory(), 120, |builder| builder).await;
    letters.weather_at(&address(3), Weather::Later);
    begin(&office, &whose("person 00")).await.unwrap();
    settled(&office, &letters, 6).await;
    begin(&office, &whose("person 11")).await.unwrap();
    let progress = ended(&office).await;
    assert_eq!(progress.tally.sent, 10);
    let expected: Vec<_> = (4..10).chain(110..120).map(address).collect();
    assert_eq!(sent(&letters).into_keys().collect::<Vec<_>>(), expected);
    assert!(sent(&letters).values().all(|count| *count == 1));
}

#[tokio::test]
async fn what_is_replaced_ends_at_once_and_nobody_gets_two() {
    let letters = LetterBox::default();
    let courier = Interrupted::over(&letters);
    let office = office_with(memory(), Crowd::of(120), courier.clone(), |builder| builder).await;
    courier.before({
        let office = office.clone();
        async move { begin(&office, &whose("person 11")).await.unwrap() }
    });
    begin(&office, &PeopleQuery::default()).await.unwrap();
    ended(&office).await;
    assert!(office.factor().delivered(MINUTE).await);
    // The one that was at the brink when it was replaced, and those of the second list.
    let expected: Vec<_> = [3].into_iter().chain(110..120).map(address).collect();
    assert_eq!(sent(&letters).into_keys().collect::<Vec<_>>(), expected);
    assert!(sent(&letters).values().all(|count| *count == 1));
}

#[tokio::test]
async fn the_same_list_begun_again_within_the_hour_goes_on_and_later_begins_anew() {
    let (mut office, letters) = office(memory(), 20, |builder| builder).await;
    letters.weather_at(&address(3), Weather::Later);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    settled(&office, &letters, wanted(20) - 1).await;
    let first = progress(&office).await;
    begin(&office, &PeopleQuery::default()).await.unwrap();
    assert_eq!(progress(&office).await.began, first.began);
    later(&mut office, HOUR).await;
    begin(&office, &PeopleQuery::default()).await.unwrap();
    assert!(progress(&office).await.began > first.began);
}

#[tokio::test]
async fn one_whose_record_cannot_be_read_keeps_nobody_else_from_their_link() {
    let store = BrokenStore::over(memory());
    let (office, letters) =
        office(SharedStore(Arc::new(store.clone())), 60, |builder| builder).await;
    store.garble(SubjectId::new("k010"));
    begin(&office, &PeopleQuery::default()).await.unwrap();
    settled(&office, &letters, wanted(60) - 1).await;
    let progress = progress(&office).await;
    assert_eq!((progress.tally.left, progress.ended), (1, None), "it may be readable later");
}

#[tokio::test]
async fn a_tenant_whose_work_cannot_be_read_keeps_no_other_from_theirs() {
    use countersign::port::{AdministrationStore as _, Swapped, Version};
    let (office, letters) = office(memory(), 10, |builder| builder).await;
    let other = Principal::of(SubjectId::of_tenant("!first", "ada"), SessionId::new("s"));
    office.enroll(&other).await;
    let swapped = office.store.swap_work("!first", Version::NONE, b"garbage").await.unwrap();
    assert_eq!(swapped, Swapped::Done);
    letters.weather(Weather::Later);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    let left = async || progress(&office).await.tally.left;
    until("all of them to be left", async || left().await >= wanted(10) as u64).await;
    letters.weather(Weather::Fair);
    office.site.clock.advance(MINUTE);
    // What is broken is said, and the others are done nevertheless.
    assert!(office.factor().errands_once().await.is_err());
    assert_eq!(sent(&letters).len(), wanted(10));
}

#[tokio::test]
async fn one_whom_nobody_takes_mail_for_is_asked_for_once() {
    let (office, letters) = office(memory(), 60, |builder| builder).await;
    letters.weather_at(&address(5), Weather::Refusing);
    letters.weather_at(&address(6), Weather::Later);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    settled(&office, &letters, wanted(60) - 2).await;
    office.site.clock.advance(MINUTE);
    office.factor().errands_once().await.unwrap();
    assert_eq!((letters.tries_at(&address(5)), letters.tries_at(&address(6))), (1, 2));
    let failed = office.happened("k005").await;
    let failed = failed.iter().filter(|event| *event == "message.not_delivered");
    assert_eq!(failed.count(), 1);
    let tally = progress(&office).await.tally;
    assert_eq!((tally.failed, tally.left), (1, 1));
    // The person sees it, too.
    let email = Email::new(address(5)).unconfirmed();
    let who = Principal::new("k005", SessionId::new("s")).email(email);
    let seen = office.factor().overview(&who, None, None).await.unwrap();
    assert_eq!(seen.address.unwrap().sent, Some(Delivery::Failed));
    // They have had no link, so an administrator who begins anew has them tried once more.
    letters.weather_at(&address(5), Weather::Fair);
    begin(&office, &whose("person 005")).await.unwrap();
    assert_eq!(ended(&office).await.tally.sent, 1);
}

#[tokio::test]
async fn a_link_goes_to_the_address_that_somebody_has_when_it_goes_out() {
    let letters = LetterBox::default();
    let (courier, crowd) = (Interrupted::over(&letters), Crowd::of(10));
    let office = office_with(memory(), crowd.clone(), courier.clone(), |builder| builder).await;
    courier.before({
        let office = office.clone();
        async move {
            crowd.moves(3, "moved@mail.example");
            office.factor().take_over_directory("").await.unwrap();
        }
    });
    begin(&office, &PeopleQuery::default()).await.unwrap();
    ended(&office).await;
    let sent = sent(&letters);
    assert_eq!(sent.get("moved@mail.example"), Some(&1));
    assert_eq!((sent.get(&address(3)), sent.len()), (None, wanted(10)));
}

#[tokio::test]
async fn an_address_that_two_accounts_have_gets_one_link() {
    let letters = LetterBox::default();
    let crowd = Crowd::of(20);
    crowd.moves(7, "P005@mail.example");
    crowd.moves(9, "p005@Mail.Example");
    let office = office_with(memory(), crowd, Arc::new(letters.clone()), |builder| builder).await;
    letters.weather_at(&address(11), Weather::Later);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    settled(&office, &letters, wanted(20) - 3).await;
    // Nor does it when another process goes on.
    office.site.clock.advance(MINUTE);
    office.factor().errands_once().await.unwrap();
    let to = letters.out().into_iter().map(|message| message.to.to_lowercase());
    assert_eq!(to.filter(|to| *to == address(5)).count(), 1);
    assert_eq!(progress(&office).await.tally.without, 4, "k001, k002, k007, and k009");
}

#[tokio::test]
async fn how_far_it_has_come_is_written_down_once_in_twenty_messages() {
    let store = CountingStore::over(memory());
    let shared = SharedStore(Arc::new(store.clone()));
    let (office, letters) = office(shared, 60, |builder| builder).await;
    // Twenty links go out; then come those who get none.
    for number in 23..60 {
        letters.weather_at(&address(number), Weather::Refusing);
    }
    begin(&office, &PeopleQuery::default()).await.unwrap();
    ended(&office).await;
    assert_eq!(letters.out().len(), 20);
    assert!(store.take_work() <= 5, "begun, one report a twenty, one a round");
}

#[tokio::test]
async fn a_link_of_which_the_log_does_not_know_is_not_sent() {
    let store = BrokenStore::over(memory());
    let (office, letters) =
        office(SharedStore(Arc::new(store.clone())), 10, |builder| builder).await;
    let desk = office.desk(&office.root).await;
    store.suffer(Trouble::NoLog);
    office.factor().resend_confirmation(&desk, None, "k005").await.unwrap_err();
    store.suffer(Trouble::None);
    assert!(office.factor().delivered(MINUTE).await);
    assert!(letters.out().is_empty());
    let again = office.factor().resend_confirmation(&desk, None, "k005").await.unwrap();
    assert_ne!(again.map_err(|denied| matches!(denied, Denied::Wait { .. })), Err(true));
    assert_eq!(letters.links(&address(5), 1).await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn those_for_whom_the_mail_server_breaks_off_keep_nobody_waiting_for_good() {
    let (office, letters) = office(memory(), 60, |builder| builder).await;
    for number in 3..13 {
        letters.weather_at(&address(number), Weather::Down);
    }
    begin(&office, &PeopleQuery::default()).await.unwrap();
    // Seven in a row look as if it were away. The next round goes on behind them.
    until("seven tries", async || letters.tries() >= 7).await;
    tokio::time::sleep(MINUTE).await;
    assert_eq!(sent(&letters).len(), 0);
    office.factor().errands_once().await.unwrap();
    assert_eq!(sent(&letters).len(), wanted(60) - 10);
    assert!(sent(&letters).values().all(|count| *count == 1));
    assert_eq!(progress(&office).await.ended, None);
}
