//! What is particular to a SQLite file: an older one, a newer one, one that is opened again, and what
//! is left in it of somebody who was erased.

use countersign::event::{Entry, Event};
use countersign::policy::Rollout;
use countersign::port::{
    AdministrationStore as _, ListQuery, LogQuery, Store as _, Swapped, Version,
};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_sql::SqliteStore;
use countersign_tests::crowd::at_once;
use countersign_tests::listed::listed;
use countersign_tests::numbered::numbered;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};
use tempfile::TempDir;

use super::{everybody, of_acme, settled};

struct File(TempDir);

impl File {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> String {
        self.0.path().join("countersign.db").to_string_lossy().into_owned()
    }

    async fn open(&self) -> SqliteStore {
        SqliteStore::open(&self.path()).await.unwrap()
    }

    /// Looks into it without us.
    async fn look(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.path()).create_if_missing(true);
        options.connect().await.unwrap()
    }

    /// Makes it what the version before made, with two records in it.
    async fn make_version_1(&self) {
        let mut file = self.look().await;
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
        sqlx::raw_sql(statements).execute(&mut file).await.unwrap();
        for (key, record) in [
            ("bare", numbered(5).unwrap()),
            ("seen", listed(&Profile::new("Seen", None, &[]), 0, 6).unwrap()),
        ] {
            sqlx::query("INSERT INTO countersign_subjects VALUES ('acme', ?, 7, ?)")
                .bind(key)
                .bind(record.to_bytes())
                .execute(&mut file)
                .await
                .unwrap();
        }
        file.close().await.unwrap();
    }
}

#[tokio::test]
async fn a_file_of_the_first_version_keeps_its_records_and_lists_people_from_their_next_swap_on() {
    let file = File::new();
    file.make_version_1().await;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_processes_that_open_an_older_file_at_once_all_find_it_whole() {
    let file = File::new();
    file.make_version_1().await;
    let path = file.path();
    let crowd = (0..8).map(|_| {
        let path = path.clone();
        async move { SqliteStore::open(&path).await.unwrap().load(&of_acme("bare")).await.unwrap() }
    });
    for found in at_once(crowd).await {
        assert_eq!(found.unwrap().record.epoch(), 5);
    }
}

#[tokio::test]
async fn a_file_of_a_newer_or_unknown_version_is_refused_and_left_as_it_is() {
    for version in [3, 0, -1, i64::MAX] {
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
    store.erase(&grace, "p-1").await.unwrap();
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
        store.append(&entry).await.unwrap();
        store.counts("acme").await.unwrap()
    };
    let store = file.open().await;
    let found = store.list(&everybody("acme")).await.unwrap();
    assert_eq!((&found[0].profile, found[0].rollout), (&profile, Some(rollout)));
    assert_eq!(before.len(), 3);
    assert_eq!(store.counts("acme").await.unwrap(), before);
    assert_eq!(store.rules("acme", None).await.unwrap().unwrap().bytes, b"rules");
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
