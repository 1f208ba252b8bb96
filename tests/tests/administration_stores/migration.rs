//! A SQLite file that an earlier version wrote is brought up to date when it is opened, and keeps what is
//! in it; one of a newer version is left alone.

use countersign::event::{Entry, Event};
use countersign::policy::Rollout;
use countersign::port::{
    AdministrationStore as _, Count, Counted, Listed, LogQuery, Store as _, StoredRules,
    StoredWork, Swapped, Version,
};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_sql::SqliteStore;
use countersign_tests::crowd::at_once;
use countersign_tests::listed::listed;
use countersign_tests::numbered::numbered;
use sqlx::Connection as _;

use super::file::File;
use super::{everybody, of_acme};

/// A file of version 2 with something in each of its tables, as that version wrote it.
const VERSION_2: &str = include_str!("../../vectors/sqlite-2.sql");

async fn version_2() -> File {
    let file = File::new();
    let mut look = file.look().await;
    sqlx::raw_sql(VERSION_2).execute(&mut look).await.unwrap();
    look.close().await.unwrap();
    file
}

/// A file of version 1 with two records in it.
async fn version_1() -> File {
    let file = File::new();
    let mut look = file.look().await;
    let statements = "CREATE TABLE countersign_schema (
             id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
             version INTEGER NOT NULL
         ) STRICT;
         INSERT INTO countersign_schema (id, version) VALUES (1, 1);
         CREATE TABLE countersign_subjects (
             tenant TEXT NOT NULL,
             subject TEXT NOT NULL,
             version INTEGER NOT NULL,
             record BLOB NOT NULL,
             PRIMARY KEY (tenant, subject)
         ) STRICT;";
    sqlx::raw_sql(statements).execute(&mut look).await.unwrap();
    for (key, record) in [
        ("bare", numbered(5).unwrap()),
        ("seen", listed(&Profile::new("Seen", None, &[]), 0, 6).unwrap()),
    ] {
        sqlx::query("INSERT INTO countersign_subjects VALUES ('acme', ?, 7, ?)")
            .bind(key)
            .bind(record.to_bytes())
            .execute(&mut look)
            .await
            .unwrap();
    }
    look.close().await.unwrap();
    file
}

#[tokio::test]
async fn a_file_of_the_first_version_keeps_its_records_and_lists_people_from_their_next_swap_on() {
    let file = version_1().await;
    for opening in 0..2_u64 {
        let store = file.open().await;
        store.ready().await.unwrap();
        for (key, number) in [("bare", 5), ("seen", 6)] {
            let stored = store.load(&of_acme(key)).await.unwrap().unwrap();
            assert_eq!((stored.version.as_u64(), stored.record.epoch()), (7 + opening, number));
        }
        assert_eq!(store.list(&everybody("acme")).await.unwrap().len() as u64, 2 * opening);
        for (key, number) in [("bare", 5), ("seen", 6)] {
            let expected = Some(Version::from_u64(7 + opening));
            let record = listed(&Profile::new("Seen", None, &[]), 0, number).unwrap();
            let swapped = store.swap(&of_acme(key), expected, &record).await.unwrap();
            assert_eq!(swapped, Swapped::Done);
        }
        assert_eq!(store.list(&everybody("acme")).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_file_of_version_2_keeps_everything_and_gets_room_for_work() {
    let file = version_2().await;
    let until = Timestamp::from_unix(1_112_839_109);
    let before = Timestamp::from_unix(1_112_839_108);
    let rules = Version::from_u64(2);
    let work = b"work".to_vec();
    for opening in 0..2_u64 {
        let store = file.open().await;
        store.ready().await.unwrap();

        let eve = SubjectId::of_tenant("other", "eve");
        for (subject, version, epoch) in
            [(of_acme("ada"), 7, 5), (of_acme("bob"), 1, 0), (eve, 1, 5)]
        {
            let stored = store.load(&subject).await.unwrap().unwrap();
            assert_eq!((stored.version.as_u64(), stored.record.epoch()), (version, epoch));
        }

        let profile = Profile::new("Ada Lovelace", Some("ada@acme.example"), &["board", "staff"]);
        let profile = profile.shared();
        for (tenant, key, rollout) in
            [("acme", "ada", Some(Rollout::Exempt { until })), ("other", "eve", None)]
        {
            let subject = SubjectId::of_tenant(tenant, key);
            let listed = Listed { subject, profile: profile.clone(), rollout };
            assert_eq!(store.list(&everybody(tenant)).await.unwrap(), [listed]);
        }
        let counted = [
            Counted::Everyone,
            Counted::Domain("acme.example".into()),
            Counted::Role("board".into()),
            Counted::Role("staff".into()),
        ];
        let counts = counted.map(|of| Count { of, status: "exempt", people: 1 });
        assert_eq!(store.counts("acme").await.unwrap(), counts);
        assert_eq!(store.counts("other").await.unwrap(), []);
        for (tenant, now, found) in [("acme", before, 0), ("acme", until, 1), ("other", before, 1)]
        {
            let unsettled = store.unsettled(tenant, rules, now, 9).await.unwrap();
            assert_eq!(unsettled.len(), found, "{tenant} {now:?}");
        }

        let second = StoredRules { version: rules, bytes: b"second".to_vec() };
        assert_eq!(store.rules("acme", None).await.unwrap(), Some(second));
        let query = LogQuery { tenant: "acme".into(), most: 9, ..LogQuery::default() };
        let at = Timestamp::from_unix(1_111_111_109);
        let used = Entry::new(&Event::RecoveryCodeUsed { left: 9 }, of_acme("ada"), at);
        let reset = Entry::new(&Event::Reset, of_acme("bob"), at);
        let reset = reset.by(of_acme("root")).because("a lost phone");
        assert_eq!(store.entries(&query).await.unwrap(), [used, reset]);

        assert_eq!(store.tenants().await.unwrap(), ["acme".into(), "other".into()]);
        let (version, bytes) = (Version::from_u64(opening), work.repeat(opening as usize));
        let expected = StoredWork { version, bytes };
        assert_eq!(store.work("acme").await.unwrap(), expected);
        if opening == 0 {
            let done = store.swap_work("acme", version, &work).await.unwrap();
            assert_eq!(done, Swapped::Done);
        }
    }
}

#[tokio::test]
async fn who_was_settled_in_a_file_of_version_2_stays_so_when_a_swap_changes_no_list() {
    let file = version_2().await;
    let store = file.open().await;
    let ada = of_acme("ada");
    let stored = store.load(&ada).await.unwrap().unwrap();
    let swapped = store.swap(&ada, Some(stored.version), &stored.record).await.unwrap();
    assert_eq!(swapped, Swapped::Done);
    let rules = Version::from_u64(2);
    assert!(store.unsettled("acme", rules, Timestamp::EPOCH, 9).await.unwrap().is_empty());
    // What was made then still keeps the counts.
    assert_eq!(store.erase(&ada, None, "p-1").await.unwrap(), Swapped::Done);
    assert_eq!(store.counts("acme").await.unwrap(), []);
    assert_eq!(store.tenants().await.unwrap(), ["other".into()]);
}

/// What a file is made of, however it was typed.
async fn made_of(file: &File) -> Vec<(String, String)> {
    let mut look = file.look().await;
    let made: Vec<(String, Option<String>)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_schema ORDER BY name")
            .fetch_all(&mut look)
            .await
            .unwrap();
    let words = |sql: String| sql.split_whitespace().collect::<Vec<_>>().join(" ");
    made.into_iter().map(|(name, sql)| (name, sql.map(words).unwrap_or_default())).collect()
}

#[tokio::test]
async fn an_older_file_becomes_what_a_new_one_is() {
    let new = File::new();
    drop(new.open().await);
    let new = made_of(&new).await;
    for older in [version_1().await, version_2().await] {
        assert_ne!(made_of(&older).await, new);
        drop(older.open().await);
        assert_eq!(made_of(&older).await, new);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_processes_that_open_an_older_file_at_once_all_find_it_whole() {
    for (file, key) in [(version_1().await, "bare"), (version_2().await, "ada")] {
        let path = file.path();
        let crowd = (0..8).map(|_| {
            let path = path.clone();
            async move {
                let store = SqliteStore::open(&path).await.unwrap();
                store.load(&of_acme(key)).await.unwrap()
            }
        });
        for found in at_once(crowd).await {
            assert_eq!(found.unwrap().record.epoch(), 5);
        }
    }
}

#[tokio::test]
async fn a_file_of_a_newer_or_unknown_version_is_refused_and_left_as_it_is() {
    for version in [4, 0, -1, i64::MIN, i64::MAX] {
        let file = File::new();
        drop(file.open().await);
        let mut look = file.look().await;
        let set = sqlx::query("UPDATE countersign_schema SET version = ?").bind(version);
        set.execute(&mut look).await.unwrap();
        let refused = SqliteStore::open(&file.path()).await.unwrap_err().to_string();
        assert!(refused.contains(&format!("schema {version}")), "{refused}");
        let found: i64 = sqlx::query_scalar("SELECT version FROM countersign_schema")
            .fetch_one(&mut look)
            .await
            .unwrap();
        assert_eq!(found, version);
    }
}
