//! What every store owes (`countersign::port::Store`), held against every store.

use std::collections::HashSet;

use countersign::flow::Verified;
use countersign::port::{Store as _, Swapped, Version};
use countersign::subject::SubjectId;
use countersign_memory::MemoryStore;
use countersign_tests::backends;
use countersign_tests::crowd::at_once;
use countersign_tests::numbered::numbered;
use countersign_tests::polled::polled;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;

/// Runs a test against every store.
async fn on_every_store(test: impl AsyncFn(SharedStore)) -> Result<(), String> {
    for backend in backends::all().map_err(|error| error.to_string())? {
        println!("on {}", backend.name());
        test(backend.open().await.map_err(|error| format!("{}: {error}", backend.name()))?).await;
    }
    Ok(())
}

fn ada() -> SubjectId {
    SubjectId::of_tenant("acme", "ada")
}

/// The version and number that a store holds.
#[expect(clippy::unwrap_used, reason = "a store that fails here has failed the test")]
async fn held(store: &SharedStore, subject: &SubjectId) -> Option<(u64, u64)> {
    let found = store.load(subject).await.unwrap()?;
    Some((found.version.as_u64(), found.record.epoch()))
}

/// Stores a numbered record.
#[expect(clippy::unwrap_used, reason = "a store that fails here has failed the test")]
async fn put(
    store: &SharedStore,
    subject: &SubjectId,
    expected: Option<u64>,
    number: u64,
) -> Swapped {
    let expected = expected.map(Version::from_u64);
    store.swap(subject, expected, &numbered(number).unwrap()).await.unwrap()
}

#[tokio::test]
async fn an_unknown_subject_has_no_record() {
    on_every_store(async |store| {
        assert!(store.ready().await.is_ok());
        assert_eq!(held(&store, &ada()).await, None);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn what_is_inserted_is_what_is_loaded() {
    on_every_store(async |store| {
        for number in [0, 1, u64::MAX] {
            let subject = SubjectId::new(number.to_string());
            let record = numbered(number).unwrap();
            assert_eq!(store.swap(&subject, None, &record).await.unwrap(), Swapped::Done);
            let found = store.load(&subject).await.unwrap().unwrap();
            assert_eq!(found.version, Version::FIRST);
            assert_eq!(found.record.to_bytes(), record.to_bytes());
        }
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_second_insert_is_a_conflict_and_changes_nothing() {
    on_every_store(async |store| {
        assert_eq!(put(&store, &ada(), None, 7).await, Swapped::Done);
        assert_eq!(put(&store, &ada(), None, 8).await, Swapped::Conflict);
        assert_eq!(held(&store, &ada()).await, Some((1, 7)));
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_swap_of_another_version_is_a_conflict_and_changes_nothing() {
    on_every_store(async |store| {
        assert_eq!(put(&store, &ada(), None, 7).await, Swapped::Done);
        assert_eq!(put(&store, &ada(), Some(1), 8).await, Swapped::Done);
        let never = i64::MAX.unsigned_abs() - 1;
        for other in [0, 1, 3, never] {
            assert_eq!(put(&store, &ada(), Some(other), 9).await, Swapped::Conflict, "{other}");
        }
        assert_eq!(held(&store, &ada()).await, Some((2, 8)));
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_swap_of_a_missing_record_is_a_conflict_and_creates_nothing() {
    on_every_store(async |store| {
        for version in [0, 1, 2] {
            assert_eq!(put(&store, &ada(), Some(version), 7).await, Swapped::Conflict);
        }
        assert_eq!(held(&store, &ada()).await, None);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn versions_rise_by_one() {
    on_every_store(async |store| {
        assert_eq!(put(&store, &ada(), None, 100).await, Swapped::Done);
        for version in 1..=20 {
            assert_eq!(held(&store, &ada()).await, Some((version, 99 + version)));
            assert_eq!(put(&store, &ada(), Some(version), 100 + version).await, Swapped::Done);
        }
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn subjects_of_similar_names_are_apart() {
    let long = "k".repeat(10_000);
    let names = [
        ("a", "bc"),
        ("ab", "c"),
        ("abc", ""),
        ("", "abc"),
        ("", "ada"),
        ("", "Ada"),
        ("", "ada "),
        ("", " ada"),
        ("ada", "ada"),
        ("", "a\0"),
        ("", "a\0b"),
        ("", "a"),
        ("a\0", "b"),
        ("a", "\0b"),
        // One letter or two: canonically equivalent, and not the same key.
        ("", "caf\u{e9}"),
        ("", "cafe\u{301}"),
        ("", "cafe"),
        ("", "\u{df}"),
        ("", "ss"),
        ("", "\u{1f512}"),
        ("", "1"),
        ("", "01"),
        ("", "1.0"),
        ("", "%"),
        ("", "_"),
        ("", "'; DROP TABLE countersign_subjects; --"),
        ("", &long),
        ("", &long[1..]),
    ];
    on_every_store(async |store| {
        for (number, (tenant, key)) in (1..).zip(names) {
            let subject = SubjectId::of_tenant(tenant, key);
            assert_eq!(put(&store, &subject, None, number).await, Swapped::Done, "{subject:?}");
        }
        for (number, (tenant, key)) in (1..).zip(names) {
            let subject = SubjectId::of_tenant(tenant, key);
            assert_eq!(held(&store, &subject).await, Some((1, number)), "{subject:?}");
            assert_eq!(put(&store, &subject, Some(1), 0).await, Swapped::Done, "{subject:?}");
        }
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_50_swaps_at_once_exactly_one_is_done() {
    on_every_store(async |store| {
        for expected in [None, Some(1), Some(2)] {
            let crowd = (0..50).map(|number| {
                let store = store.clone();
                async move { (number, put(&store, &ada(), expected, number).await) }
            });
            let answers = at_once(crowd).await;
            let done: Vec<u64> = answers
                .iter()
                .filter(|(_, swapped)| *swapped == Swapped::Done)
                .map(|(number, _)| *number)
                .collect();
            assert_eq!(done.len(), 1, "{expected:?}: {done:?}");
            assert_eq!(held(&store, &ada()).await, Some((expected.unwrap_or(0) + 1, done[0])));
        }
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_50_writers_who_try_until_they_are_done_none_is_lost() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        // As many processes as a small site has.
        let processes = [
            backend.open().await.unwrap(),
            backend.open().await.unwrap(),
            backend.open().await.unwrap(),
        ];
        assert_eq!(put(&processes[0], &ada(), None, 0).await, Swapped::Done);
        let crowd = (0..50).map(|writer| {
            let store = processes[writer % processes.len()].clone();
            async move {
                loop {
                    let (version, number) = held(&store, &ada()).await.unwrap();
                    if put(&store, &ada(), Some(version), number + 1).await == Swapped::Done {
                        return number + 1;
                    }
                }
            }
        });
        let written: HashSet<u64> = at_once(crowd).await.into_iter().collect();
        assert_eq!(written, (1..=50).collect());
        assert_eq!(held(&processes[1], &ada()).await, Some((51, 50)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_stored_is_seen_by_every_later_load() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        let (here, there) = (backend.open().await.unwrap(), backend.open().await.unwrap());
        assert_eq!(put(&here, &ada(), None, 0).await, Swapped::Done);
        for version in 1..=50 {
            let crowd = (0..8).map(|_| {
                let there = there.clone();
                async move { held(&there, &ada()).await }
            });
            for found in at_once(crowd).await {
                assert_eq!(found, Some((version, version - 1)));
            }
            assert_eq!(put(&here, &ada(), Some(version), version).await, Swapped::Done);
        }
    }
}

#[tokio::test]
async fn a_swap_that_is_dropped_half_way_has_stored_the_record_or_not() {
    on_every_store(async |store| {
        for times in 0.. {
            let subject = SubjectId::new(format!("dropped after {times}"));
            let record = numbered(7).unwrap();
            let swapped = polled(times, store.swap(&subject, None, &record)).await;
            // It may still be on its way, so what follows is tried until it meets no conflict.
            loop {
                let found = held(&store, &subject).await;
                assert!(matches!(found, None | Some((1, 7))), "{found:?}");
                let next = put(&store, &subject, found.map(|(version, _)| version), 8).await;
                if next == Swapped::Done {
                    break;
                }
            }
            let (version, number) = held(&store, &subject).await.unwrap();
            assert!(version <= 2 && number == 8, "{version} {number}");
            if let Some(swapped) = swapped {
                assert_eq!(swapped.unwrap(), Swapped::Done);
                assert_eq!(version, 2);
                break;
            }
        }
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_load_that_is_dropped_half_way_spoils_nothing() {
    on_every_store(async |store| {
        assert_eq!(put(&store, &ada(), None, 7).await, Swapped::Done);
        for times in (0..4).cycle().take(200) {
            drop(polled(times, store.load(&ada())).await);
        }
        assert_eq!(held(&store, &ada()).await, Some((1, 7)));
        assert_eq!(put(&store, &ada(), Some(1), 8).await, Swapped::Done);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn the_record_of_somebody_with_64_sessions_comes_back_whole() {
    let origin = MemoryStore::default();
    let site = Site::over(origin.clone());
    let person = site.enroll("ada").await;
    for session in 0..64 {
        site.next_step();
        let principal = person.in_session(&session.to_string());
        let verified = site.sign_in(&principal, &site.right_code(&person)).await;
        assert!(matches!(verified, Verified::Passed { .. }), "{verified:?}");
    }
    let record = origin.load(&SubjectId::new("ada")).await.unwrap().unwrap().record;
    assert!(record.to_bytes().len() > 3_000, "{}", record.to_bytes().len());
    on_every_store(async |store| {
        assert_eq!(store.swap(&ada(), None, &record).await.unwrap(), Swapped::Done);
        assert_eq!(store.load(&ada()).await.unwrap().unwrap().record.to_bytes(), record.to_bytes());
    })
    .await
    .unwrap();
}
