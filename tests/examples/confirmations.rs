//! A process that sends confirmations to a crowd by a real mail server, for the test that kills it:
//!
//! ```text
//! confirmations begin FILE URL PEOPLE      has them sent to everybody, until it is killed
//! confirmations go-on FILE URL             goes on with what was left, and ends
//! ```

#![expect(clippy::print_stdout, reason = "it is a program")]

use core::time::Duration;
use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::flow::PeopleQuery;
use countersign::port::Directory;
use countersign::subject::Profile;
use countersign_smtp::Postbox;
use countersign_sql::SqliteStore;
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;
use countersign_words::{Languages, Letters, Mail};

type BoxError = Box<dyn Error + Send + Sync>;

/// How long to wait after each message.
const PACE: Duration = Duration::from_millis(5);

#[derive(Debug)]
struct Crowd(usize);

#[async_trait]
impl Directory for Crowd {
    async fn people(
        &self,
        _: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, BoxError> {
        let keys = (0..self.0).map(|number| format!("k{number:05}"));
        let rest = keys.filter(|key| after.is_none_or(|after| key.as_str() > after));
        let profile = |key: &String| {
            Profile::new(key, Some(&format!("{key}@mail.example")), &[]).unconfirmed()
        };
        Ok(rest.take(most).map(|key| (key.as_str().into(), profile(&key))).collect())
    }
}

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let arguments: Vec<String> = std::env::args().collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        [_, "begin", file, url, people] => begin(file, url, people.parse()?).await,
        [_, "go-on", file, url] => go_on(file, url).await,
        _ => Err("begin FILE URL PEOPLE, or go-on FILE URL".into()),
    }
}

async fn begin(file: &str, url: &str, people: usize) -> Result<(), BoxError> {
    let store = SharedStore(Arc::new(SqliteStore::open(file).await?));
    let mut office = Office::over(store.clone(), |builder| builder).await;
    let courier = courier(url)?;
    let site = office.site.another(store.clone(), |builder| {
        builder
            .administration(store.clone())
            .directory(Arc::new(Crowd(people)))
            .mail_pace(PACE)
            .courier(courier)
    });
    let factor = site.second_factor.clone();
    println!("{} people", factor.take_over_directory("").await?);
    office.site = site;
    let root = office.root.clone();
    let desk = office.desk(&root).await;
    factor
        .begin_confirmations(&desk, &PeopleQuery::default())
        .await?
        .map_err(|denied| format!("{denied:?}"))?;
    core::future::pending().await
}

async fn go_on(file: &str, url: &str) -> Result<(), BoxError> {
    let store = SharedStore(Arc::new(SqliteStore::open(file).await?));
    let courier = courier(url)?;
    let site = Site::over(store.clone()).another(store.clone(), |builder| {
        builder.administration(store.clone()).mail_pace(PACE).courier(courier)
    });
    site.second_factor.errands_once().await?;
    println!("done");
    Ok(())
}

fn courier(url: &str) -> Result<Arc<Mail>, BoxError> {
    let letters = Letters::new(Languages::new()?, "https://site.example/2fa")?;
    Ok(Arc::new(Mail::new(letters, Postbox::open(url)?)))
}
