//! What is particular to a SQLite file: one that is opened again, one that is damaged, and what is left
//! in it of somebody who was erased. Older and newer ones are in `migration.rs`.

use countersign::decide::Decision;
use countersign::event::{Entry, Event};
use countersign::policy::{Rollout, Rule, Whom};
use countersign::port::{
    AdministrationStore as _, ListQuery, LogQuery, Store as _, StoredWork, Swapped, Version,
};
use countersign::subject::{Principal, Profile, SessionId, SubjectId};
use countersign::time::Timestamp;
use countersign_sql::SqliteStore;
use countersign_tests::listed::listed;
use countersign_tests::office::Office;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Row as _};
use tempfile::TempDir;

use super::{everybody, of_acme, settled};

pub(super) struct File(TempDir);

impl File {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn path(&self) -> String {
        self.0.path().join("countersign.db").to_string_lossy().into_owned()
    }

    pub(super) async fn open(&self) -> SqliteStore {
        SqliteStore::open(&self.path()).await.unwrap()
    }

    /// Looks into it without us.
    pub(super) async fn look(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.path()).create_if_missing(true);
        options.connect().await.unwrap()
    }
}

/// Everything that stands in a file, table by table.
async fn everything(file: &File) -> Vec<(String, Vec<u8>)> {
    let mut look = file.look().await;
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .fetch_all(&mut look)
            .await
            .unwrap();
    let mut found = Vec::new();
    for table in tables {
        let columns: Vec<String> = sqlx::query_scalar(
            "SELECT 'CAST(\"' || name || '\" AS BLOB)' FROM pragma_table_info(?)",
        )
        .bind(&table)
        .fetch_all(&mut look)
        .await
        .unwrap();
        let read = format!("SELECT {} FROM {table}", columns.join(", "));
        for row in sqlx::query(AssertSqlSafe(read)).fetch_all(&mut look).await.unwrap() {
            for column in 0..row.len() {
                let cell: Option<Vec<u8>> = row.get(column);
                found.push((table.clone(), cell.unwrap_or_default()));
            }
        }
    }
    found
}

#[tokio::test]
async fn nothing_of_somebody_who_was_erased_is_left_in_any_table() {
    let file = File::new();
    let store = file.open().await;
    let (grace, bob) = (of_acme("Hopper-7"), of_acme("bob"));
    let profile = Profile::new("Hopper", Some("g@hopper.example"), &["hopper-crew"]);
    let record = listed(&profile, 0, 0).unwrap();
    assert_eq!(store.swap(&grace, None, &record).await.unwrap(), Swapped::Done);
    let row = settled(&grace, Version::FIRST, Rollout::Active);
    store.settle(&[row]).await.unwrap();
    let at = Timestamp::EPOCH;
    for entry in [
        Entry::new(&Event::Reset, grace.clone(), at),
        Entry::new(&Event::Reset, bob.clone(), at).by(grace.clone()),
    ] {
        store.append(&entry).await.unwrap();
    }
    let traces = async || {
        let all = everything(&file).await;
        let has = |cell: &[u8]| cell.windows(6).any(|text| text.eq_ignore_ascii_case(b"hopper"));
        let mut tables: Vec<String> =
            all.into_iter().filter(|(_, cell)| has(cell)).map(|(table, _)| table).collect();
        tables.dedup();
        tables
    };
    // That it would be seen if it were there.
    assert_eq!(
        traces().await,
        [
            "countersign_listed",
            "countersign_lists",
            "countersign_log",
            "countersign_people",
            "countersign_subjects"
        ]
    );
    assert_eq!(store.erase(&grace, None, "p-1").await.unwrap(), Swapped::Done);
    assert_eq!(traces().await, Vec::<String>::new());
    let query = LogQuery { tenant: "acme".into(), most: 9, ..LogQuery::default() };
    assert_eq!(store.entries(&query).await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_was_stored_is_there_after_a_restart() {
    let file = File::new();
    let ada = of_acme("ada");
    let profile = Profile::new("Ada", Some("a@acme.example"), &["board"]);
    let rollout = Rollout::Grace { until: Timestamp::from_unix(99) };
    let entry = Entry::new(&Event::Reset, ada.clone(), Timestamp::EPOCH);
    let before = {
        let store = file.open().await;
        let record = listed(&profile, 0, 0).unwrap();
        assert_eq!(store.swap(&ada, None, &record).await.unwrap(), Swapped::Done);
        store.settle(&[settled(&ada, Version::FIRST, rollout)]).await.unwrap();
        let done = store.swap_rules("acme", Version::NONE, b"rules").await.unwrap();
        assert_eq!(done, Swapped::Done);
        for (expected, work) in [(0, &b"work"[..]), (1, b"more work")] {
            let expected = Version::from_u64(expected);
            let done = store.swap_work("acme", expected, work).await.unwrap();
            assert_eq!(done, Swapped::Done);
        }
        store.append(&entry).await.unwrap();
        store.counts("acme").await.unwrap()
    };
    let store = file.open().await;
    let found = store.list(&everybody("acme")).await.unwrap();
    assert_eq!((&found[0].profile, found[0].rollout), (&profile, Some(rollout)));
    assert_eq!(before.len(), 3);
    assert_eq!(store.counts("acme").await.unwrap(), before);
    assert_eq!(store.rules("acme", None).await.unwrap().unwrap().bytes, b"rules");
    let work = StoredWork { version: Version::from_u64(2), bytes: b"more work".to_vec() };
    assert_eq!(store.work("acme").await.unwrap(), work);
    assert_eq!(store.tenants().await.unwrap(), ["acme".into()]);
    let query = LogQuery { tenant: "acme".into(), most: 9, ..LogQuery::default() };
    assert_eq!(store.entries(&query).await.unwrap(), [entry]);
    let now = Timestamp::from_unix(98);
    assert!(store.unsettled("acme", Version::NONE, now, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_damaged_record_does_not_close_the_lists() {
    let file = File::new();
    let store = file.open().await;
    for key in ["1", "2", "3"] {
        let record = listed(&Profile::new(key, None, &[]), 0, 0).unwrap();
        assert_eq!(store.swap(&of_acme(key), None, &record).await.unwrap(), Swapped::Done);
    }
    let mut look = file.look().await;
    let damage = "UPDATE countersign_subjects SET record = x'ff' WHERE subject IN ('1', '2')";
    sqlx::query(damage).execute(&mut look).await.unwrap();
    for most in [1, 2, 3, 9] {
        let found = store.unsettled("acme", Version::NONE, Timestamp::EPOCH, most).await.unwrap();
        let found: Vec<&SubjectId> = found.iter().map(|(subject, _)| subject).collect();
        assert_eq!(found, [&of_acme("3")], "{most}");
    }
    let query = ListQuery { most: 2, ..everybody("acme") };
    assert_eq!(store.list(&query).await.unwrap().len(), 2);
    assert!(store.load(&of_acme("1")).await.is_err());
}

#[tokio::test]
async fn rules_that_were_restored_from_a_backup_hold_in_a_process_that_knew_newer_ones() {
    let file = File::new();
    let office = Office::over(file.open().await, |builder| builder).await;
    let desk = office.desk(&office.root).await;
    let rule = Rule::require(Whom::role("clerk"));
    let rule = office.factor().add_rule(&desk, None, rule).await.unwrap().unwrap();
    let clerk = |key: &str| Principal::new(key, SessionId::new("s")).role("clerk");
    assert_eq!(office.site.visit(&clerk("ada")).await, Decision::Enroll);
    let mut inside = file.look().await;
    let backup = sqlx::query("SELECT version, rules FROM countersign_rules");
    let backup = backup.fetch_one(&mut inside).await.unwrap();
    let removed = office.factor().remove_rule(&desk, None, &rule, "why").await.unwrap();
    assert_eq!(removed, Ok(()));
    assert_eq!(office.site.visit(&clerk("bob")).await, Decision::Allow);
    sqlx::query("UPDATE countersign_rules SET version = ?1, rules = ?2")
        .bind(backup.get::<i64, _>(0))
        .bind(backup.get::<Vec<u8>, _>(1))
        .execute(&mut inside)
        .await
        .unwrap();
    assert_eq!(office.site.visit(&clerk("eve")).await, Decision::Enroll);
}
