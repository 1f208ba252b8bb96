//! Confirmations to everybody of a list whose address is not confirmed: each of them one, whatever
//! becomes of the process.

use core::time::Duration;
use std::sync::Arc;

use countersign::flow::{Denied, LinkWorth, PeopleQuery};
use countersign::port::{AdministrationStore as _, Version};
use countersign::subject::Permissions;
use countersign_memory::MemoryStore;
use countersign_sql::SqliteStore;
use countersign_tests::letter_box::{LetterBox, Weather};
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;

use crate::crowd::{Crowd, begin, ended, office, progress, sent};
use crate::town::{PATIENCE, until};

/// How many people there are.
const CROWD: usize = 500;
/// Who is the last one in the list.
const LAST: &str = "p499@mail.example";

fn stores() -> Vec<(SharedStore, Option<tempfile::TempDir>)> {
    vec![(SharedStore(Arc::new(MemoryStore::default())), None)]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_of_the_list_whose_address_is_not_confirmed_gets_one_link() {
    for (store, _kept) in stores() {
        let (office, letters) = office(store, 120, |builder| builder).await;
        begin(&office, &PeopleQuery::default()).await.unwrap();
        let progress = ended(&office).await;
        let wanted = (0..120).filter(|number| Crowd::wanted(*number)).count();
        let sent = sent(&letters);
        assert_eq!(sent.len(), wanted);
        assert!(sent.values().all(|count| *count == 1), "{sent:?}");
        assert_eq!(progress.tally.sent, wanted as u64);
        assert_eq!((progress.tally.confirmed, progress.tally.unsure), (3, 0), "{progress:?}");
        assert!(letters.out().iter().all(|message| message.language.as_deref() == Some("fr")));

        // The link that came is good.
        let token = letters.links("p003@mail.example", 1).await.remove(0);
        let worth = office.factor().confirm_address(&token).await.unwrap();
        assert_eq!(worth, LinkWorth::Confirmed { address: "p003@mail.example".into() });

        // Pressed again, nobody gets a second one within the hour.
        begin(&office, &PeopleQuery::default()).await.unwrap();
        let progress = ended(&office).await;
        assert_eq!((progress.tally.sent, progress.tally.recent), (0, wanted as u64 - 1));
        assert_eq!(letters.out().len(), wanted);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_who_is_in_the_list_gets_one() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 120, |builder| builder).await;
    let query = PeopleQuery { search: Some("person 00".to_owned()), ..PeopleQuery::default() };
    begin(&office, &query).await.unwrap();
    ended(&office).await;
    let addresses: Vec<String> = sent(&letters).into_keys().collect();
    let expected: Vec<String> = (3..10).map(|n| format!("p{n:03}@mail.example")).collect();
    assert_eq!(addresses, expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_administrators_who_may_enforce_have_them_sent() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 10, |builder| builder).await;
    let reader = office.root.clone().may(Permissions::NONE.read().reset());
    let desk = office.desk(&reader).await;
    let factor = office.factor();
    let begun = factor.begin_confirmations(&desk, &PeopleQuery::default()).await.unwrap();
    assert_eq!(begun, Err(Denied::Forbidden));
    let one = factor.resend_confirmation(&desk, None, "k005").await.unwrap();
    assert_eq!(one, Err(Denied::Forbidden));
    // Nor does anybody have them sent to another tenant's people.
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    let elsewhere = PeopleQuery { tenant: Some("other".to_owned()), ..PeopleQuery::default() };
    let begun = factor.begin_confirmations(&desk, &elsewhere).await.unwrap();
    assert_eq!(begun, Err(Denied::Unknown));
    assert!(factor.delivered(PATIENCE).await);
    assert!(letters.out().is_empty());
    // Nor is there anything that would be sent in the next round.
    for tenant in ["", "other"] {
        let work = office.store.work(tenant).await.unwrap();
        assert_eq!(work.version, Version::NONE, "{tenant:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_gets_it_once_more_when_an_administrator_says_so() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 10, |builder| builder).await;
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    let factor = office.factor();
    let send = async |key: &str| factor.resend_confirmation(&desk, None, key).await.unwrap();
    assert_eq!(send("k005").await, Ok(()));
    assert!(matches!(send("k005").await, Err(Denied::Wait { .. })));
    for (key, why) in [
        ("k000", Denied::NotOffered),
        ("k001", Denied::NotOffered),
        ("k002", Denied::NotOffered),
        ("nobody", Denied::Unknown),
    ] {
        assert_eq!(send(key).await, Err(why), "{key}");
    }
    letters.links("p005@mail.example", 1).await;
    assert!(factor.delivered(PATIENCE).await);
    assert_eq!(letters.out().len(), 1);
    assert!(office.happened("k005").await.contains(&"confirmation.sent".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_ends_at_half_is_gone_on_with_and_nobody_gets_two() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("countersign.db").to_string_lossy().into_owned();
    let open = async || SharedStore(Arc::new(SqliteStore::open(&file).await.unwrap()));
    let (office, letters) = office(open().await, CROWD, |builder| builder).await;
    let wanted = (0..CROWD).filter(|number| Crowd::wanted(*number)).count();
    // A process that never comes to its end, in a runtime of its own, which is taken away in the middle.
    letters.weather_at(LAST, Weather::Hanging);
    let first = std::thread::spawn({
        let (mut here, letters, file) = (office.clone(), letters.clone(), file.clone());
        move || {
            let runtime = tokio::runtime::Builder::new_multi_thread();
            let runtime = { runtime }.enable_all().worker_threads(2).build().unwrap();
            let courier = runtime.block_on(async {
                // What goes on behind it does so in the runtime in which it is put together.
                let store = SharedStore(Arc::new(SqliteStore::open(&file).await.unwrap()));
                let courier = Arc::new(letters.clone());
                let known = Arc::downgrade(&courier);
                here.site = here.site.another(store.clone(), |builder| {
                    builder.administration(store).mail_pace(Duration::ZERO).courier(courier)
                });
                begin(&here, &PeopleQuery::default()).await.unwrap();
                for so_many in 1..=wanted / 2 {
                    until("another letter", async || letters.out().len() >= so_many).await;
                }
                known
            });
            runtime.shutdown_timeout(PATIENCE);
            courier
        }
    });
    let courier = tokio::task::spawn_blocking(move || first.join()).await.unwrap().unwrap();
    assert_eq!(courier.strong_count(), 0, "nothing of it goes on");
    let half = letters.out().len();
    assert!(half >= wanted / 2 && half < wanted, "{half} of {wanted}");
    letters.weather_at(LAST, Weather::Fair);

    let store = open().await;
    let second = office.site.another(store.clone(), |builder| {
        builder
            .administration(store.clone())
            .mail_pace(Duration::ZERO)
            .courier(Arc::new(letters.clone()))
    });
    second.second_factor.errands_once().await.unwrap();
    let mut office = office;
    office.site = second;
    let progress = ended(&office).await;
    let sent = sent(&letters);
    assert!(sent.values().all(|count| *count == 1), "{sent:?}");
    // The one that was in its hands may have gone out or not. Nobody knows, and nobody is sent another.
    let (sent, unsure) = (sent.len() as u64, progress.tally.unsure);
    assert!(unsure <= 1 && sent <= wanted as u64 && sent + unsure >= wanted as u64, "{progress:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn work_that_was_dropped_half_way_is_gone_on_with_in_the_same_process() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 60, |builder| builder).await;
    letters.weather(Weather::Hanging);
    let factor = office.factor().clone();
    begin_elsewhere(&office).await;
    assert!(tokio::time::timeout(Duration::from_millis(200), factor.errands_once()).await.is_err());
    letters.weather(Weather::Fair);
    factor.errands_once().await.unwrap();
    ended(&office).await;
    let sent = sent(&letters);
    assert_eq!(sent.len(), (0..60).filter(|number| Crowd::wanted(*number)).count());
}

/// Has them sent by a process that never comes to it.
async fn begin_elsewhere(office: &Office) {
    let hanging = LetterBox::default();
    hanging.weather(Weather::Hanging);
    let mut elsewhere = office.clone();
    elsewhere.site = office.site.another(office.store.clone(), |builder| {
        builder.administration(office.store.clone()).courier(Arc::new(hanging))
    });
    begin(&elsewhere, &PeopleQuery::default()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_at_once_send_each_of_them_one() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 120, |builder| builder).await;
    let second = office.site.another(office.store.clone(), |builder| {
        builder
            .administration(office.store.clone())
            .mail_pace(Duration::ZERO)
            .courier(Arc::new(letters.clone()))
    });
    begin(&office, &PeopleQuery::default()).await.unwrap();
    second.second_factor.errands_once().await.unwrap();
    ended(&office).await;
    // A process says that it has ended when each is written down as sent. The last of them may still be
    // in the other one's hands then.
    let wanted = (0..120).filter(|number| Crowd::wanted(*number)).count();
    until("every letter", async || sent(&letters).len() >= wanted).await;
    let sent = sent(&letters);
    assert_eq!(sent.len(), wanted);
    assert!(sent.values().all(|count| *count == 1), "{sent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_mail_server_is_down_nothing_is_lost_and_later_it_goes_on() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 60, |builder| builder).await;
    letters.weather(Weather::Down);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    until("two tries", async || letters.tries() >= 2).await;
    assert_eq!(progress(&office).await.ended, None);
    letters.weather(Weather::Fair);
    ended(&office).await;
    let sent = sent(&letters);
    assert_eq!(sent.len(), (0..60).filter(|number| Crowd::wanted(*number)).count());
    assert!(sent.values().all(|count| *count == 1), "{sent:?}");
}
