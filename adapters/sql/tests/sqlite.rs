//! What is SQLite's own: the file, the tables, and what somebody else wrote into them. What every
//! store owes is in `countersign-tests`.
#![cfg(feature = "sqlite")]

use std::path::PathBuf;
use std::sync::Arc;

use countersign::port::{AdministrationStore as _, Store, StoreError, Swapped, Version};
use countersign::record::Record;
use countersign::subject::SubjectId;
use countersign_sql::SqliteStore;
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;

/// A folder with a database in it.
struct Place {
    folder: TempDir,
}

impl Place {
    #[expect(clippy::unwrap_used, reason = "without a folder there is nothing to test")]
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("countersign.db")
    }

    async fn open(&self) -> Result<SqliteStore, StoreError> {
        SqliteStore::open(&self.file().to_string_lossy()).await
    }

    /// Somebody else, who writes what we would not.
    #[expect(clippy::unwrap_used, reason = "a test that cannot tamper tests nothing")]
    async fn tamper(&self, sql: &'static str) {
        let options = SqliteConnectOptions::new().filename(self.file());
        let pool = SqlitePool::connect_with(options).await.unwrap();
        sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        pool.close().await;
    }
}

fn ada() -> SubjectId {
    SubjectId::of_tenant("acme", "ada")
}

#[expect(clippy::unwrap_used, reason = "without a record there is nothing to test")]
async fn insert(store: &SqliteStore) {
    let done = store.swap(&ada(), None, &Arc::new(Record::default())).await.unwrap();
    assert_eq!(done, Swapped::Done);
}

#[tokio::test]
async fn a_record_survives_reopening() {
    let place = Place::new();
    insert(&place.open().await.unwrap()).await;
    let found = place.open().await.unwrap().load(&ada()).await.unwrap().unwrap();
    assert_eq!(found.version, Version::FIRST);
    assert_eq!(found.record.to_bytes(), Record::default().to_bytes());
}

#[tokio::test]
async fn a_url_and_a_path_open_the_same_file() {
    let place = Place::new();
    insert(&place.open().await.unwrap()).await;
    for prefix in ["sqlite:", "sqlite://"] {
        let store = SqliteStore::open(&format!("{prefix}{}", place.file().display())).await;
        assert!(store.unwrap().load(&ada()).await.unwrap().is_some(), "{prefix}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_and_those_beside_it_are_for_this_user_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = Place::new();
    let store = place.open().await.unwrap();
    insert(&store).await;
    let mut seen = Vec::new();
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.path());
        seen.push(entry.file_name().into_string().unwrap());
    }
    seen.sort();
    assert_eq!(seen, ["countersign.db", "countersign.db-shm", "countersign.db-wal"]);
}

#[tokio::test]
async fn what_is_no_record_is_corrupt_and_never_missing() {
    let place = Place::new();
    let store = place.open().await.unwrap();
    insert(&store).await;
    for sql in [
        // A form that only a newer version knows.
        "UPDATE countersign_subjects SET record = CAST(x'7f' || substr(record, 2) AS BLOB)",
        "UPDATE countersign_subjects SET record = x'0180ff'",
        "UPDATE countersign_subjects SET record = x'01'",
        "UPDATE countersign_subjects SET record = x''",
    ] {
        place.tamper(sql).await;
        let found = store.load(&ada()).await;
        assert!(matches!(found, Err(StoreError::Corrupt(_))), "{sql}: {found:?}");
    }
}

#[tokio::test]
async fn a_version_that_is_never_written_is_corrupt() {
    let place = Place::new();
    let store = place.open().await.unwrap();
    insert(&store).await;
    for sql in [
        "UPDATE countersign_subjects SET version = -1",
        "UPDATE countersign_subjects SET version = 0",
    ] {
        place.tamper(sql).await;
        let found = store.load(&ada()).await;
        assert!(matches!(found, Err(StoreError::Corrupt(_))), "{sql}: {found:?}");
    }
}

#[tokio::test]
async fn a_column_of_another_type_is_corrupt() {
    let place = Place::new();
    let store = place.open().await.unwrap();
    place
        .tamper(
            "DROP TABLE countersign_subjects;
             CREATE TABLE countersign_subjects (tenant, subject, version, record);
             INSERT INTO countersign_subjects VALUES ('acme', 'ada', 'one', 'text')",
        )
        .await;
    let found = store.load(&ada()).await;
    assert!(matches!(found, Err(StoreError::Corrupt(_))), "{found:?}");
}

#[tokio::test]
async fn a_missing_table_is_a_fault_and_not_a_missing_record() {
    let place = Place::new();
    let store = place.open().await.unwrap();
    place.tamper("DROP TABLE countersign_subjects").await;
    let found = store.load(&ada()).await;
    assert!(matches!(found, Err(StoreError::Unavailable(_))), "{found:?}");
    let record = Arc::new(Record::default());
    assert!(store.swap(&ada(), None, &record).await.is_err());
    assert!(store.swap(&ada(), Some(Version::FIRST), &record).await.is_err());
}

#[tokio::test]
async fn damaged_work_is_corrupt_and_a_missing_table_is_a_fault_and_not_missing_work() {
    let place = Place::new();
    let store = place.open().await.unwrap();
    let done = store.swap_work("acme", Version::NONE, b"work").await.unwrap();
    assert_eq!(done, Swapped::Done);
    for sql in [
        "UPDATE countersign_work SET version = -1",
        "UPDATE countersign_work SET version = 0",
        "DROP TABLE countersign_work;
         CREATE TABLE countersign_work (tenant, version, work);
         INSERT INTO countersign_work VALUES ('acme', 'one', 'text')",
    ] {
        place.tamper(sql).await;
        let found = store.work("acme").await;
        assert!(matches!(found, Err(StoreError::Corrupt(_))), "{sql}: {found:?}");
    }
    place.tamper("DROP TABLE countersign_work").await;
    let found = store.work("acme").await;
    assert!(matches!(found, Err(StoreError::Unavailable(_))), "{found:?}");
    assert!(store.swap_work("acme", Version::NONE, b"work").await.is_err());
    place.tamper("DROP TABLE countersign_people").await;
    assert!(store.tenants().await.is_err());
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let place = Place::new();
    let store = place.open().await.unwrap();
    assert!(store.ready().await.is_ok());
    place
        .tamper("UPDATE countersign_schema SET version = 4; DROP TABLE countersign_subjects")
        .await;
    let refused = place.open().await.unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
    assert!(refused.to_string().contains("schema 4"), "{refused}");
    assert!(store.ready().await.is_err(), "a running process notices");
    place.tamper("CREATE TABLE countersign_subjects (what_only_version_4_knows)").await;
}

#[tokio::test]
async fn what_is_no_database_is_refused_and_left_alone() {
    let place = Place::new();
    let letter = "Dear Ada, this is a letter and no database. ".repeat(100);
    std::fs::write(place.file(), &letter).unwrap();
    assert!(place.open().await.is_err());
    assert_eq!(std::fs::read_to_string(place.file()).unwrap(), letter);
}

#[tokio::test]
async fn a_folder_that_is_missing_is_named() {
    let place = Place::new();
    let file = place.folder.path().join("missing/countersign.db");
    let refused = SqliteStore::open(&file.to_string_lossy()).await.unwrap_err();
    assert!(refused.to_string().contains("missing/countersign.db"), "{refused}");
}

#[tokio::test]
async fn a_database_in_memory_is_refused() {
    let refused = SqliteStore::open("sqlite::memory:").await.unwrap_err();
    assert!(refused.to_string().contains("countersign-memory"), "{refused}");
}

#[tokio::test]
async fn tables_of_the_application_may_stand_in_the_same_file() {
    let place = Place::new();
    std::fs::File::create_new(place.file()).unwrap();
    place.tamper("CREATE TABLE users (id INTEGER PRIMARY KEY)").await;
    insert(&place.open().await.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_may_open_a_new_database_at_once() {
    for _ in 0..5 {
        let place = Arc::new(Place::new());
        let openings: Vec<_> = (0..16)
            .map(|_| {
                let place = Arc::clone(&place);
                tokio::spawn(async move { place.open().await })
            })
            .collect();
        for opening in openings {
            opening.await.unwrap().unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_of_several_processes_wait_and_do_not_fail() {
    let place = Place::new();
    let mut writing = Vec::new();
    for process in 0..4 {
        let store = place.open().await.unwrap();
        for writer in 0..5 {
            let store = store.clone();
            writing.push(tokio::spawn(async move {
                let record = Arc::new(Record::default());
                for n in 0..4 {
                    let subject = SubjectId::new(format!("{process} {writer} {n}"));
                    assert_eq!(store.swap(&subject, None, &record).await.unwrap(), Swapped::Done);
                    assert!(store.load(&subject).await.unwrap().is_some());
                }
            }));
        }
    }
    for task in writing {
        task.await.unwrap();
    }
}

#[tokio::test]
async fn a_store_prints_its_file_and_nothing_else() {
    let place = Place::new();
    let printed = format!("{:?}", place.open().await.unwrap());
    assert_eq!(printed, format!("SqliteStore {{ file: {:?}, .. }}", place.file()));
}
