//! Rules: a version that only rises, and one winner.

use countersign::port::{AdministrationStore as _, Store as _, StoredRules, Swapped, Version};
use countersign::subject::{Profile, SubjectId};
use countersign_tests::backends;
use countersign_tests::crowd::at_once;

use super::{of_acme, on_every_store, put};

fn of(version: u64, bytes: &[u8]) -> StoredRules {
    StoredRules { version: Version::from_u64(version), bytes: bytes.to_vec() }
}

#[tokio::test]
async fn a_tenant_without_rules_has_version_none_and_no_bytes() {
    on_every_store(async |store| {
        assert_eq!(store.rules("acme", None).await.unwrap(), Some(of(0, b"")));
        assert_eq!(store.rules("acme", Some(Version::NONE)).await.unwrap(), None);
        // Somebody who knows rules that are gone, for a copy of the file was put back, hears of it.
        let known = Some(Version::from_u64(9));
        assert_eq!(store.rules("acme", known).await.unwrap(), Some(of(0, b"")));
    })
    .await;
}

#[tokio::test]
async fn rules_are_told_to_whoever_knows_another_version() {
    on_every_store(async |store| {
        for (version, bytes) in [(0, &b"one"[..]), (1, b""), (2, b"\0three")] {
            let expected = Version::from_u64(version);
            assert_eq!(
                store.swap_rules("acme", expected, bytes).await.unwrap(),
                Swapped::Done,
                "{version}"
            );
            let now = Version::from_u64(version + 1);
            for known in [None, Some(expected), Some(now.next())] {
                let told = store.rules("acme", known).await.unwrap();
                assert_eq!(told, Some(of(version + 1, bytes)), "{known:?}");
            }
            assert_eq!(store.rules("acme", Some(now)).await.unwrap(), None);
        }
        assert_eq!(store.rules("other", None).await.unwrap(), Some(of(0, b"")));
        assert_eq!(store.rules("", None).await.unwrap(), Some(of(0, b"")));
    })
    .await;
}

#[tokio::test]
async fn a_swap_of_another_version_of_the_rules_changes_nothing() {
    on_every_store(async |store| {
        let swap = async |expected, bytes: &[u8]| {
            store.swap_rules("acme", Version::from_u64(expected), bytes).await.unwrap()
        };
        assert_eq!(swap(1, b"too early").await, Swapped::Conflict);
        assert_eq!(swap(0, b"first").await, Swapped::Done);
        for expected in [0, 2, 3] {
            assert_eq!(swap(expected, b"other").await, Swapped::Conflict, "{expected}");
        }
        assert_eq!(store.rules("acme", None).await.unwrap(), Some(of(1, b"first")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_processes_that_swap_rules_at_once_one_wins() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        let processes = [backend.open().await.unwrap(), backend.open().await.unwrap()];
        for version in 0..10 {
            let crowd = (0..8_u8).map(|writer| {
                let store = processes[usize::from(writer) % 2].clone();
                async move {
                    let expected = Version::from_u64(version);
                    (writer, store.swap_rules("acme", expected, &[writer]).await.unwrap())
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
                let told = process.rules("acme", None).await.unwrap();
                assert_eq!(told, Some(of(version + 1, &done)));
            }
        }
    }
}

#[tokio::test]
async fn a_record_and_the_rules_of_its_tenant_come_at_once() {
    on_every_store(async |store| {
        let nobody = of_acme("nobody");
        let found = store.load_with_rules(&nobody, None).await.unwrap();
        assert!(found.0.is_none());
        assert_eq!(found.1, Some(of(0, b"")));
        let known = Some(Version::NONE);
        assert_eq!(store.load_with_rules(&nobody, known).await.unwrap().1, None);

        put(&store, &of_acme("ada"), &Profile::default(), 0).await;
        let done = store.swap_rules("acme", Version::NONE, b"rules").await.unwrap();
        assert_eq!(done, Swapped::Done);
        let done = store.swap_rules("other", Version::NONE, b"of others").await.unwrap();
        assert_eq!(done, Swapped::Done);
        for (known, told) in [
            (None, Some(of(1, b"rules"))),
            (Some(Version::NONE), Some(of(1, b"rules"))),
            (Some(Version::FIRST), None),
        ] {
            let (stored, rules) = store.load_with_rules(&of_acme("ada"), known).await.unwrap();
            let loaded = store.load(&of_acme("ada")).await.unwrap().unwrap();
            let stored = stored.unwrap();
            assert_eq!(stored.version, loaded.version);
            assert_eq!(stored.record.to_bytes(), loaded.record.to_bytes());
            assert_eq!(rules, told, "{known:?}");
        }
        let (stored, rules) =
            store.load_with_rules(&SubjectId::of_tenant("other", "ada"), None).await.unwrap();
        assert!(stored.is_none());
        assert_eq!(rules, Some(of(1, b"of others")));
        // A tenant without any gets none of its neighbors'.
        for tenant in ["", "abc", "nobody", "zoo"] {
            let subject = SubjectId::of_tenant(tenant, "ada");
            let (_, rules) = store.load_with_rules(&subject, None).await.unwrap();
            assert_eq!(rules, Some(of(0, b"")), "{tenant}");
        }
    })
    .await;
}
