//! What every store with lists owes (`countersign::port::AdministrationStore`), held against every
//! store.

#![expect(clippy::unwrap_used, reason = "a store that fails here has failed the test")]

mod erasure;
mod file;
mod histories;
mod lists;
mod log;
mod migration;
mod rules;
mod search;
mod settling;
mod work;

use countersign::policy::Rollout;
use countersign::port::{
    AdministrationStore as _, ListQuery, Listed, Settled, Store as _, Swapped, Version,
};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_tests::backends;
use countersign_tests::listed::listed;
use countersign_tests::shared_store::SharedStore;

/// Runs a test against every store.
async fn on_every_store(test: impl AsyncFn(SharedStore)) {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        test(backend.open().await.unwrap()).await;
    }
}

fn of_acme(key: &str) -> SubjectId {
    SubjectId::of_tenant("acme", key)
}

/// Stores a record, whatever was there before. Says which version it has.
async fn put(store: &SharedStore, subject: &SubjectId, profile: &Profile, skips: u8) -> Version {
    let before = store.load(subject).await.unwrap().map(|stored| stored.version);
    let record = listed(profile, skips, before.map_or(0, Version::as_u64)).unwrap();
    assert_eq!(store.swap(subject, before, &record).await.unwrap(), Swapped::Done);
    before.map_or(Version::FIRST, Version::next)
}

fn settled(subject: &SubjectId, version: Version, rollout: Rollout) -> Settled {
    let rules = Version::NONE;
    Settled { subject: subject.clone(), version, rules, rollout, changes_at: None }
}

/// Somebody in a list, settled.
async fn put_settled(store: &SharedStore, key: &str, profile: &Profile, rollout: Rollout) {
    let version = put(store, &of_acme(key), profile, 0).await;
    store.settle(&[settled(&of_acme(key), version, rollout)]).await.unwrap();
}

fn everybody(tenant: &str) -> ListQuery {
    ListQuery { tenant: tenant.into(), most: 10_000, ..ListQuery::default() }
}

async fn keys(store: &SharedStore, query: &ListQuery) -> Vec<String> {
    let found = store.list(query).await.unwrap();
    found.iter().map(|listed| listed.subject.key().to_owned()).collect()
}

async fn only(store: &SharedStore) -> Option<Listed> {
    let mut found = store.list(&everybody("acme")).await.unwrap();
    assert!(found.len() <= 1, "{found:?}");
    found.pop()
}

/// Who is unsettled under the first rules at a moment.
async fn unsettled(store: &SharedStore, rules: Version, now: u64) -> Vec<(String, u64)> {
    let now = Timestamp::from_unix(now);
    let found = store.unsettled("acme", rules, now, 10_000).await.unwrap();
    let mut found: Vec<(String, u64)> = found
        .iter()
        .map(|(subject, stored)| (subject.key().to_owned(), stored.version.as_u64()))
        .collect();
    found.sort_unstable();
    found
}
