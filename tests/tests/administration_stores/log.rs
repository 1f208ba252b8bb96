//! The log: what was added last comes first.

use countersign::event::{Entry, Event};
use countersign::port::{AdministrationStore as _, LogQuery};
use countersign::subject::SubjectId;
use countersign::time::Timestamp;
use countersign_tests::crowd::at_once;

use super::{of_acme, on_every_store};

fn query(tenant: &str, subject: Option<&str>, skip: usize, most: usize) -> LogQuery {
    LogQuery { tenant: tenant.into(), subject: subject.map(Into::into), skip, most }
}

fn entry(subject: SubjectId, at: u64) -> Entry {
    Entry::new(&Event::Reset, subject, Timestamp::from_unix(at))
}

#[tokio::test]
async fn entries_come_back_whole() {
    let bare = entry(of_acme("ada"), 7);
    let full = Entry::new(
        &Event::RecoveryCodeUsed { left: 3 },
        SubjectId::of_tenant("acme", ""),
        Timestamp::from_unix(u64::MAX),
    )
    .by(SubjectId::of_tenant("other", "root"))
    .because("100% \0 'sure'\n");
    on_every_store(async |store| {
        store.append(&bare).await.unwrap();
        store.append(&full).await.unwrap();
        let read = store.entries(&query("acme", None, 0, 9)).await.unwrap();
        assert_eq!(read, [full.clone(), bare.clone()]);
    })
    .await;
}

#[tokio::test]
async fn the_last_comes_first_whatever_a_clock_said() {
    on_every_store(async |store| {
        for (at, key) in [(30, "a"), (10, "b"), (20, "a"), (20, "b"), (5, "a")] {
            store.append(&entry(of_acme(key), at)).await.unwrap();
        }
        store.append(&entry(SubjectId::of_tenant("other", "a"), 40)).await.unwrap();
        for (subject, skip, most, found) in [
            (None, 0, 9, &[5, 20, 20, 10, 30][..]),
            (None, 1, 3, &[20, 20, 10]),
            (None, 5, 9, &[]),
            (None, 0, 0, &[]),
            (None, usize::MAX, 9, &[]),
            (Some("a"), 0, usize::MAX, &[5, 20, 30]),
            (Some("a"), 1, 1, &[20]),
            (Some("b"), 0, 9, &[20, 10]),
            (Some(""), 0, 9, &[]),
            (Some("A"), 0, 9, &[]),
        ] {
            let read = store.entries(&query("acme", subject, skip, most)).await.unwrap();
            let at: Vec<u64> = read.iter().map(|entry| entry.at.as_unix()).collect();
            assert_eq!(at, found, "{subject:?} {skip} {most}");
        }
        assert_eq!(store.entries(&query("other", Some("a"), 0, 9)).await.unwrap().len(), 1);
        assert_eq!(store.entries(&query("third", None, 0, 9)).await.unwrap(), []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_entries_at_once_none_is_lost() {
    on_every_store(async |store| {
        let crowd = (0..50).map(|at| {
            let store = store.clone();
            async move { store.append(&entry(of_acme("ada"), at)).await.unwrap() }
        });
        at_once(crowd).await;
        let read = store.entries(&query("acme", Some("ada"), 0, 99)).await.unwrap();
        let mut at: Vec<u64> = read.iter().map(|entry| entry.at.as_unix()).collect();
        at.sort_unstable();
        assert_eq!(at, (0..50).collect::<Vec<u64>>());
    })
    .await;
}
