//! The work behind the scenes: a version that only rises, one winner, each tenant's by itself; and of
//! which tenants there is anybody.

use std::sync::Arc;

use countersign::event::{Entry, Event};
use countersign::port::{AdministrationStore as _, Store as _, StoredWork, Swapped, Version};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_tests::backends;
use countersign_tests::crowd::at_once;
use countersign_tests::numbered::numbered;
use countersign_tests::polled::polled;
use countersign_tests::shared_store::SharedStore;

use super::{of_acme, on_every_store, put};

/// Names of tenants in their order: that of their letters' numbers, in which `Z` comes before `a`.
const TENANTS: [&str; 9] = ["", "\0", "10", "9", "Z", "a", "a b", "acme", "\u{10ffff}"];

fn of(version: u64, bytes: &[u8]) -> StoredWork {
    StoredWork { version: Version::from_u64(version), bytes: bytes.to_vec() }
}

async fn tenants(store: &SharedStore) -> Vec<Arc<str>> {
    store.tenants().await.unwrap()
}

#[tokio::test]
async fn a_tenant_that_never_had_work_has_version_none_and_no_bytes() {
    on_every_store(async |store| {
        for tenant in TENANTS {
            assert_eq!(store.work(tenant).await.unwrap(), of(0, b""), "{tenant:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn work_is_as_it_was_swapped_last_and_its_version_rises_by_one() {
    on_every_store(async |store| {
        let large = vec![7; 100_000];
        let written = [&b"one"[..], b"", b"\0 not UTF-8 \xff", &large];
        for (version, bytes) in (0..).zip(written) {
            let expected = Version::from_u64(version);
            let swapped = store.swap_work("acme", expected, bytes).await.unwrap();
            assert_eq!(swapped, Swapped::Done, "{version}");
            // Reading takes nothing away.
            for _ in 0..2 {
                assert_eq!(store.work("acme").await.unwrap(), of(version + 1, bytes));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_swap_of_another_version_of_the_work_changes_nothing() {
    on_every_store(async |store| {
        let swap = async |expected, bytes: &[u8]| {
            store.swap_work("acme", Version::from_u64(expected), bytes).await.unwrap()
        };
        assert_eq!(swap(1, b"too early").await, Swapped::Conflict);
        assert_eq!(store.work("acme").await.unwrap(), of(0, b""));
        assert_eq!(swap(0, b"first").await, Swapped::Done);
        for expected in [0, 2, 3] {
            assert_eq!(swap(expected, b"other").await, Swapped::Conflict, "{expected}");
        }
        assert_eq!(store.work("acme").await.unwrap(), of(1, b"first"));
        assert_eq!(swap(1, b"second").await, Swapped::Done);
        assert_eq!(swap(1, b"late").await, Swapped::Conflict);
        assert_eq!(store.work("acme").await.unwrap(), of(2, b"second"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_processes_that_swap_work_at_once_one_wins_and_both_see_it() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        let processes = [backend.open().await.unwrap(), backend.open().await.unwrap()];
        for version in 0..10 {
            let crowd = (0..8_u8).map(|writer| {
                let store = processes[usize::from(writer) % 2].clone();
                async move {
                    let expected = Version::from_u64(version);
                    (writer, store.swap_work("acme", expected, &[writer]).await.unwrap())
                }
            });
            let answers = at_once(crowd).await;
            let done: Vec<u8> = answers
                .iter()
                .filter(|(_, swapped)| *swapped == Swapped::Done)
                .map(|(writer, _)| *writer)
                .collect();
            assert_eq!(done.len(), 1, "{done:?}");
            for process in &processes {
                assert_eq!(process.work("acme").await.unwrap(), of(version + 1, &done));
            }
        }
    }
}

#[tokio::test]
async fn the_work_of_a_tenant_is_neither_another_ones_nor_its_rules() {
    on_every_store(async |store| {
        for (number, tenant) in (1_u64..).zip(TENANTS) {
            for version in 0..number {
                let expected = Version::from_u64(version);
                let bytes = tenant.as_bytes();
                let swapped = store.swap_work(tenant, expected, bytes).await.unwrap();
                assert_eq!(swapped, Swapped::Done, "{tenant:?}");
            }
        }
        for (number, tenant) in (1_u64..).zip(TENANTS) {
            let work = store.work(tenant).await.unwrap();
            assert_eq!(work, of(number, tenant.as_bytes()), "{tenant:?}");
            let rules = store.rules(tenant, None).await.unwrap().unwrap();
            assert_eq!((rules.version, rules.bytes), (Version::NONE, Vec::new()), "{tenant:?}");
        }
        for unknown in ["ACME", "acme ", "acm", "\0\0"] {
            assert_eq!(store.work(unknown).await.unwrap(), of(0, b""), "{unknown:?}");
        }
        let done = store.swap_rules("acme", Version::NONE, b"rules").await.unwrap();
        assert_eq!(done, Swapped::Done);
        assert_eq!(store.work("acme").await.unwrap().bytes, b"acme");
    })
    .await;
}

#[tokio::test]
async fn a_swap_of_work_that_is_dropped_half_way_is_done_or_not() {
    on_every_store(async |store| {
        let mut version = 0;
        for times in 0.. {
            let (before, bytes) = (store.work("acme").await.unwrap(), [times as u8]);
            let expected = Version::from_u64(version);
            let swapped = polled(times, store.swap_work("acme", expected, &bytes)).await;
            // What is still on its way is waited for: this is written after it.
            let next = Entry::new(&Event::Reset, of_acme("next"), Timestamp::EPOCH);
            store.append(&next).await.unwrap();
            let after = store.work("acme").await.unwrap();
            let done = of(version + 1, &bytes);
            assert!(after == before || after == done, "{times}: {after:?}");
            version = after.version.as_u64();
            if let Some(swapped) = swapped {
                assert_eq!((swapped.unwrap(), after), (Swapped::Done, done));
                break;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn tenants_are_those_of_whom_anybody_is_listed_each_once_and_in_order() {
    on_every_store(async |store| {
        assert!(tenants(&store).await.is_empty());
        let ada = Profile::new("Ada", Some("a@acme.example"), &["board", "staff"]);
        let bob = Profile::new("Bob", None, &[]);
        for tenant in TENANTS.into_iter().rev() {
            for (key, profile) in [("ada", &ada), ("bob", &bob), ("root", &bob)] {
                put(&store, &SubjectId::of_tenant(tenant, key), profile, 0).await;
            }
        }
        assert_eq!(tenants(&store).await, TENANTS.map(Arc::from));
    })
    .await;
}

#[tokio::test]
async fn a_tenant_with_nobody_in_its_lists_is_none_whatever_else_it_has() {
    on_every_store(async |store| {
        let bare = SubjectId::of_tenant("bare", "ada");
        let swapped = store.swap(&bare, None, &numbered(0).unwrap()).await.unwrap();
        assert_eq!(swapped, Swapped::Done);
        for swapped in [
            store.swap_rules("rules", Version::NONE, b"rules").await.unwrap(),
            store.swap_work("work", Version::NONE, b"work").await.unwrap(),
        ] {
            assert_eq!(swapped, Swapped::Done);
        }
        let logged = SubjectId::of_tenant("log", "ada");
        store.append(&Entry::new(&Event::Reset, logged, Timestamp::EPOCH)).await.unwrap();
        assert!(tenants(&store).await.is_empty());

        // It comes with the first of its people and goes with the last.
        let profile = Profile::new("Ada", None, &[]);
        let (ada, bob) = (of_acme("ada"), of_acme("bob"));
        let first = put(&store, &ada, &profile, 0).await;
        put(&store, &bob, &profile, 0).await;
        assert_eq!(tenants(&store).await, ["acme".into()]);
        assert_eq!(store.erase(&bob, None, "p").await.unwrap(), Swapped::Done);
        assert_eq!(tenants(&store).await, ["acme".into()]);
        let swapped = store.swap(&ada, Some(first), &numbered(0).unwrap()).await.unwrap();
        assert_eq!(swapped, Swapped::Done);
        assert!(tenants(&store).await.is_empty(), "ada is in no list any more");
        put(&store, &ada, &profile, 0).await;
        assert_eq!(tenants(&store).await, ["acme".into()]);
    })
    .await;
}

#[tokio::test]
async fn the_work_of_a_tenant_outlives_its_people() {
    on_every_store(async |store| {
        let ada = of_acme("ada");
        put(&store, &ada, &Profile::new("Ada", None, &[]), 0).await;
        let swapped = store.swap_work("acme", Version::NONE, b"work").await.unwrap();
        assert_eq!(swapped, Swapped::Done);
        assert_eq!(store.erase(&ada, None, "p").await.unwrap(), Swapped::Done);
        assert!(tenants(&store).await.is_empty());
        assert_eq!(store.work("acme").await.unwrap(), of(1, b"work"));
    })
    .await;
}
