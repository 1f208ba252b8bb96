//! A process that is killed while it sends confirmations to a crowd, and one that goes on with them.

use core::time::Duration;
use std::collections::BTreeMap;
use std::error::Error;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use async_trait::async_trait;
use countersign::authenticator::Delivery;
use countersign::flow::PeopleQuery;
use countersign::port::Directory;
use countersign::subject::{Email, Principal, Profile, SessionId};
use countersign_smtp::Postbox;
use countersign_sql::SqliteStore;
use countersign_tests::letter_box::LetterBox;
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;
use countersign_tests::smtp_server::{Mode, SmtpServer};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::{Languages, Letters, Mail};
use tokio::time::sleep;

use crate::connections::until;

/// How many people there are.
const CROWD: usize = 500;
/// How long to wait after each message.
const PACE: Duration = Duration::from_millis(5);
/// Where the other process finds its store and its mail server.
const STORE: &str = "COUNTERSIGN_KILLED_STORE";
const URL: &str = "COUNTERSIGN_KILLED_URL";

#[derive(Debug)]
struct Crowd;

#[async_trait]
impl Directory for Crowd {
    async fn people(
        &self,
        _: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>> {
        let keys = (0..CROWD).map(|number| format!("k{number:03}"));
        let rest = keys.filter(|key| after.is_none_or(|after| key.as_str() > after));
        let profile =
            |key: &str| Profile::new(key, Some(&format!("{key}@mail.example")), &[]).unconfirmed();
        Ok(rest.take(most).map(|key| (key.as_str().into(), profile(&key))).collect())
    }
}

/// An office that sends by this server.
async fn office(store: SharedStore, url: &str) -> Office {
    let letters = Letters::new(Languages::new().unwrap(), "https://site.example/2fa").unwrap();
    let courier = Arc::new(Mail::new(letters, Postbox::open(url).unwrap()));
    let mut office = Office::over(store.clone(), |builder| builder).await;
    office.site = office.site.another(store.clone(), |builder| {
        let builder = builder.administration(store.clone()).directory(Arc::new(Crowd));
        builder.mail_pace(PACE).courier(courier)
    });
    office
}

async fn open(file: &str) -> SharedStore {
    SharedStore(Arc::new(SqliteStore::open(file).await.unwrap()))
}

/// The process that is killed: this very program, once more. Without being told where, it does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_one_that_is_killed() {
    let (Ok(file), Ok(url)) = (std::env::var(STORE), std::env::var(URL)) else { return };
    let office = office(open(&file).await, &url).await;
    let root = office.root.clone();
    let desk = office.desk(&root).await;
    let factor = office.factor();
    assert_eq!(factor.take_over_directory("").await.unwrap(), CROWD);
    factor.begin_confirmations(&desk, &PeopleQuery::default()).await.unwrap().unwrap();
    sleep(Duration::from_secs(900)).await;
}

struct Process(Child);

impl Process {
    fn start(file: &str, url: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "killed::the_one_that_is_killed"]);
        command.env(STORE, file).env(URL, url).stdin(Stdio::null()).stdout(Stdio::null());
        Self(command.spawn().unwrap())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // What has ended by itself cannot be killed, and that is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_500_confirmations_none_comes_twice_when_the_process_is_killed_at_half() {
    if is_skipped(Part::Mail) {
        return;
    }
    let server = SmtpServer::start(Mode::Accept);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("countersign.db").to_string_lossy().into_owned();
    let process = Process::start(&file, &server.url());
    until("half of the letters", || server.taken() >= CROWD / 2).await;
    drop(process);
    let half = server.taken();
    assert!(half < CROWD, "{half} were sent before it could be killed");

    let store = open(&file).await;
    let letters = Letters::new(Languages::new().unwrap(), "https://site.example/2fa").unwrap();
    let courier = Arc::new(Mail::new(letters, Postbox::open(&server.url()).unwrap()));
    let site = Site::over(store.clone()).another(store.clone(), |one| {
        one.administration(store.clone()).mail_pace(PACE).courier(courier)
    });
    site.second_factor.errands_once().await.unwrap();
    drop(site);

    let mut sent: BTreeMap<String, usize> = BTreeMap::new();
    for message in server.messages() {
        let to = message.envelope.unwrap().to;
        *sent.entry(to.join(", ")).or_insert(0) += 1;
    }
    assert!(sent.values().all(|count| *count == 1), "{sent:?}");
    // At the very moment in which it was killed one message may have been on its way. Nobody knows
    // whether that one has arrived, and it says so.
    let unsure = unsure(&file).await;
    println!("{} got one, {half} of them before; of {unsure} nobody knows", sent.len());
    assert!(unsure <= 1, "{unsure}");
    assert!(sent.len() == CROWD || sent.len() + unsure == CROWD, "{} and {unsure}", sent.len());
}

/// Of how many people nobody knows whether they got one.
async fn unsure(file: &str) -> usize {
    let store = open(file).await;
    let letters = Arc::new(LetterBox::default());
    let site = Site::over(store.clone()).another(store, |one| one.courier(letters));
    let mut unsure = 0;
    for number in 0..CROWD {
        let key = format!("k{number:03}");
        let email = Email::new(format!("{key}@mail.example")).unconfirmed();
        let principal = Principal::new(key, SessionId::new("s")).email(email);
        let seen = site.second_factor.overview(&principal, None, None).await.unwrap();
        unsure += usize::from(seen.address.unwrap().sent == Some(Delivery::Unsure));
    }
    unsure
}
