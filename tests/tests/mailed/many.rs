//! Confirmations to everybody of a list whose address is not confirmed, and telling people what is to
//! come: each of them once, whatever becomes of the process.

use core::time::Duration;
use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::flow::{Builder, Confirmations, Denied, LinkWorth, PeopleQuery};
use countersign::policy::{Grace, Policy, Rule, Whom};
use countersign::port::{Content, Directory, NoticeKind};
use countersign::subject::{Permissions, Profile};
use countersign::time::Timestamp;
use countersign_memory::MemoryStore;
use countersign_sql::SqliteStore;
use countersign_tests::letter_box::{LetterBox, Weather};
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;

/// How many people there are.
const CROWD: usize = 500;

/// Everybody whom the application knows: most of them with an address that nobody has confirmed.
#[derive(Debug)]
struct Crowd(usize);

impl Crowd {
    fn profile(number: usize) -> Profile {
        let name = format!("person {number:03}");
        let address = format!("p{number:03}@mail.example");
        match number % 50 {
            0 => Profile::new(&name, Some(&address), &[]),
            1 => Profile::new(&name, None, &[]),
            2 => Profile::new(&name, Some(&address), &[]).unconfirmed().shared(),
            _ => Profile::new(&name, Some(&address), &[]).unconfirmed().speaks("fr"),
        }
    }

    /// Who is to be sent something.
    fn wanted(number: usize) -> bool {
        number % 50 > 2
    }
}

#[async_trait]
impl Directory for Crowd {
    async fn people(
        &self,
        _: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>> {
        let keys = (0..self.0).map(|number| (format!("k{number:03}"), number));
        let rest = keys.filter(|(key, _)| after.is_none_or(|after| key.as_str() > after));
        Ok(rest.take(most).map(|(key, number)| (key.into(), Self::profile(number))).collect())
    }
}

/// An office in which everything is known, and its letter box.
async fn office(
    store: SharedStore,
    people: usize,
    settle: impl FnOnce(Builder) -> Builder,
) -> (Office, LetterBox) {
    let letters = LetterBox::default();
    let courier = Arc::new(letters.clone());
    let mut office = Office::over(store, |builder| {
        settle(builder.directory(Arc::new(Crowd(people)))).mail_pace(Duration::ZERO)
    })
    .await;
    let site = office.site.another(office.store.clone(), |builder| {
        builder
            .administration(office.store.clone())
            .mail_pace(Duration::ZERO)
            .policy(office.site.second_factor.policy().clone())
            .courier(courier)
    });
    let factor = &office.site.second_factor;
    assert_eq!(factor.take_over_directory("").await.unwrap(), people);
    office.site = site;
    (office, letters)
}

/// How many messages went to each address.
fn sent(letters: &LetterBox) -> BTreeMap<String, usize> {
    let mut sent = BTreeMap::new();
    for message in letters.out() {
        if matches!(message.content, Content::Confirmation { .. }) {
            *sent.entry(message.to.to_string()).or_insert(0) += 1;
        }
    }
    sent
}

async fn progress(office: &Office) -> Confirmations {
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    office.factor().confirmations(&desk, None).await.unwrap().unwrap().unwrap()
}

async fn begin(office: &Office, query: &PeopleQuery) -> Result<(), Denied> {
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    office.factor().begin_confirmations(&desk, query).await.unwrap()
}

async fn ended(office: &Office) -> Confirmations {
    for _ in 0..4_000 {
        let progress = progress(office).await;
        if progress.ended.is_some() {
            return progress;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it does not end: {:?}", progress(office).await);
}

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
    assert!(begun.is_ok() || begun == Err(Denied::Unknown), "{begun:?}");
    assert!(factor.delivered(Duration::from_secs(5)).await);
    assert!(letters.out().is_empty());
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
    // A process in a runtime of its own, which is taken away in the middle.
    let first = std::thread::spawn({
        let (office, letters) = (office.clone(), letters.clone());
        move || {
            let runtime = tokio::runtime::Builder::new_multi_thread();
            let runtime = { runtime }.enable_all().worker_threads(2).build().unwrap();
            runtime.block_on(async {
                begin(&office, &PeopleQuery::default()).await.unwrap();
                while letters.out().len() < wanted / 2 {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            });
            runtime.shutdown_background();
        }
    });
    tokio::task::spawn_blocking(move || first.join()).await.unwrap().unwrap();
    let half = letters.out().len();
    assert!(half >= wanted / 2 && half < wanted, "{half} of {wanted}");

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
    assert!(progress.tally.unsure <= 1, "{progress:?}");
    assert_eq!(sent.len() as u64 + progress.tally.unsure, wanted as u64, "{progress:?}");
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
    let sent = sent(&letters);
    assert_eq!(sent.len(), (0..120).filter(|number| Crowd::wanted(*number)).count());
    assert!(sent.values().all(|count| *count == 1), "{sent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_mail_server_is_down_nothing_is_lost_and_later_it_goes_on() {
    let (store, _kept) = stores().remove(0);
    let (office, letters) = office(store, 60, |builder| builder).await;
    letters.weather(Weather::Down);
    begin(&office, &PeopleQuery::default()).await.unwrap();
    while letters.tries() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert_eq!(progress(&office).await.ended, None);
    letters.weather(Weather::Fair);
    ended(&office).await;
    let sent = sent(&letters);
    assert_eq!(sent.len(), (0..60).filter(|number| Crowd::wanted(*number)).count());
    assert!(sent.values().all(|count| *count == 1), "{sent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_told_once_what_will_be_required_and_that_grace_is_ending() {
    let (store, _kept) = stores().remove(0);
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
    // One that did not go out is told later.
    assert_eq!(letters.out().len(), 4);
}
