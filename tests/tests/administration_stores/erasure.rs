//! Whoever is erased is nowhere any more but under a pseudonym in the log.

use countersign::event::{Entry, Event};
use countersign::policy::Rollout;
use countersign::port::{AdministrationStore as _, LogQuery, Store as _, Swapped, Version};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_tests::listed::listed;
use countersign_tests::polled::polled;
use countersign_tests::shared_store::SharedStore;

use super::{everybody, keys, of_acme, on_every_store, only, put, put_settled, settled};

async fn log(store: &SharedStore, tenant: &str) -> Vec<(String, Option<SubjectId>)> {
    let query = LogQuery { tenant: tenant.into(), most: 99, ..LogQuery::default() };
    let entries = store.entries(&query).await.unwrap();
    entries.into_iter().map(|entry| (entry.subject.key().to_owned(), entry.actor)).collect()
}

fn entry(subject: &SubjectId) -> Entry {
    Entry::new(&Event::Reset, subject.clone(), Timestamp::EPOCH)
}

#[tokio::test]
async fn the_record_the_row_and_the_counts_go_and_the_log_keeps_a_pseudonym() {
    on_every_store(async |store| {
        let (ada, bob) = (of_acme("ada"), of_acme("bob"));
        let other = SubjectId::of_tenant("other", "ada");
        let profile = Profile::new("Ada", Some("a@acme.example"), &["board"]);
        put_settled(&store, "ada", &profile, Rollout::Active).await;
        put_settled(&store, "bob", &Profile::new("Bob", None, &[]), Rollout::Active).await;
        put(&store, &other, &profile, 0).await;
        for entry in [
            entry(&ada),
            entry(&bob).by(ada.clone()),
            entry(&ada).by(ada.clone()),
            entry(&ada).by(bob.clone()),
            entry(&other).by(ada.clone()),
            entry(&ada).by(other.clone()),
        ] {
            store.append(&entry).await.unwrap();
        }
        // It can be done again, and as often as one likes.
        for _ in 0..2 {
            assert_eq!(store.erase(&ada, None, "p-1").await.unwrap(), Swapped::Done);
            assert!(store.load(&ada).await.unwrap().is_none());
            assert_eq!(keys(&store, &everybody("acme")).await, ["bob"]);
            assert_eq!(store.counts("acme").await.unwrap().len(), 1);
            let nobody = of_acme("p-1");
            assert_eq!(
                log(&store, "acme").await,
                [
                    ("p-1".to_owned(), Some(other.clone())),
                    ("p-1".to_owned(), Some(bob.clone())),
                    ("p-1".to_owned(), Some(nobody.clone())),
                    ("bob".to_owned(), Some(nobody.clone())),
                    ("p-1".to_owned(), None),
                ]
            );
            assert_eq!(log(&store, "other").await, [("ada".to_owned(), Some(nobody))]);
        }
        assert!(store.load(&other).await.unwrap().is_some());
        assert_eq!(keys(&store, &everybody("other")).await, ["ada"]);
    })
    .await;
}

#[tokio::test]
async fn a_swap_that_expects_an_erased_record_meets_a_conflict() {
    on_every_store(async |store| {
        let ada = of_acme("ada");
        let profile = Profile::new("Ada", None, &[]);
        put(&store, &ada, &profile, 0).await;
        let second = put(&store, &ada, &profile, 1).await;
        assert_eq!(store.erase(&ada, None, "p-1").await.unwrap(), Swapped::Done);
        let record = listed(&profile, 0, 0).unwrap();
        let swapped = store.swap(&ada, Some(second), &record).await.unwrap();
        assert_eq!(swapped, Swapped::Conflict);
        assert_eq!(only(&store).await, None);
        // What was worked out about the one who was erased says nothing of the one who came after.
        assert_eq!(put(&store, &ada, &profile, 0).await, Version::FIRST);
        store.settle(&[settled(&ada, second, Rollout::Off)]).await.unwrap();
        assert_eq!(only(&store).await.unwrap().rollout, None);
    })
    .await;
}

#[tokio::test]
async fn a_record_that_has_changed_is_not_erased_by_who_expects_it_as_it_was() {
    on_every_store(async |store| {
        let ada = of_acme("ada");
        let profile = Profile::new("Ada", None, &["r"]);
        let first = put(&store, &ada, &profile, 0).await;
        let record = listed(&profile, 0, 0).unwrap();
        assert_eq!(store.swap(&ada, Some(first), &record).await.unwrap(), Swapped::Done);
        store.append(&entry(&ada)).await.unwrap();
        let erase = async |expected| store.erase(&ada, Some(expected), "p").await.unwrap();
        assert_eq!(erase(first).await, Swapped::Conflict);
        assert!(store.load(&ada).await.unwrap().is_some());
        assert_eq!(keys(&store, &everybody("acme")).await, ["ada"]);
        assert_eq!(log(&store, "acme").await, [("ada".to_owned(), None)]);
        assert_eq!(erase(first.next()).await, Swapped::Done);
        assert!(store.load(&ada).await.unwrap().is_none());
        assert_eq!(keys(&store, &everybody("acme")).await, [""; 0]);
        assert_eq!(log(&store, "acme").await, [("p".to_owned(), None)]);
        assert_eq!(erase(first.next()).await, Swapped::Conflict, "there is none any more");
    })
    .await;
}

#[tokio::test]
async fn an_erasure_that_is_dropped_half_way_is_done_or_not() {
    on_every_store(async |store| {
        for times in 0.. {
            let ada = of_acme(&format!("ada {times}"));
            let profile = Profile::new("Ada", None, &["r"]);
            put_settled(&store, ada.key(), &profile, Rollout::Active).await;
            store.append(&entry(&ada)).await.unwrap();
            let erased = polled(times, store.erase(&ada, None, "p")).await.is_some();
            // What is still on its way is waited for: this is written after it.
            store.append(&entry(&of_acme("next"))).await.unwrap();
            let is_gone = store.load(&ada).await.unwrap().is_none();
            let is_listed = keys(&store, &everybody("acme")).await.contains(&ada.key().to_owned());
            let is_logged = log(&store, "acme").await.iter().any(|(key, _)| key == ada.key());
            assert_eq!((is_listed, is_logged), (!is_gone, !is_gone), "{times}");
            let counts = store.counts("acme").await.unwrap();
            let listed = keys(&store, &everybody("acme")).await.len();
            let everyone = counts.first().map_or(0, |count| count.people);
            assert_eq!(usize::try_from(everyone).unwrap(), listed);
            if erased {
                assert!(is_gone);
                break;
            }
            assert_eq!(store.erase(&ada, None, "p").await.unwrap(), Swapped::Done);
        }
    })
    .await;
}

#[tokio::test]
async fn a_swap_that_is_dropped_half_way_has_changed_record_and_lists_or_neither() {
    on_every_store(async |store| {
        for times in 0.. {
            let ada = of_acme(&format!("ada {times}"));
            let before = Profile::new("before", Some("a@x.example"), &["r"]);
            let after = Profile::new("after", Some("a@y.example"), &["s", "t"]);
            let first = put(&store, &ada, &before, 0).await;
            let record = listed(&after, 0, 0).unwrap();
            let swapped = polled(times, store.swap(&ada, Some(first), &record)).await;
            store.append(&entry(&of_acme("next"))).await.unwrap();
            let stored = store.load(&ada).await.unwrap().unwrap();
            let row = only(&store).await.unwrap();
            assert_eq!(stored.record.terms().profile(), Some(&row.profile), "{times}");
            let label = if stored.version == first { "before" } else { "after" };
            assert_eq!(row.profile.label(), label);
            assert_eq!(store.erase(&ada, None, "p").await.unwrap(), Swapped::Done);
            if let Some(swapped) = swapped {
                assert_eq!((swapped.unwrap(), label), (Swapped::Done, "after"));
                break;
            }
        }
    })
    .await;
}
