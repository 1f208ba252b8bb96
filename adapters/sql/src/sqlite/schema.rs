//! The tables, and which version of them is there.
//!
//! ```text
//! countersign_schema      id 1          version
//!
//! since version 1
//! countersign_subjects    tenant, subject (primary key)    version    record
//!
//! since version 2
//! countersign_rules       tenant (primary key)    version    rules
//! countersign_people      person; tenant, subject (unique)    what a list shows of a record;
//!                         where the person is, and under which rules that was settled
//! countersign_lists       list; tenant, kind, name (unique): everyone, a domain, a role
//! countersign_listed      person, list (primary key)    label, subject, status
//! countersign_counts      list, status (primary key)    people
//! countersign_log         id    what happened to whom by whose hand
//!
//! since version 3
//! countersign_work        tenant (primary key)    version    work
//! countersign_subjects    owes: since when the person is to be told something; NULL for most
//! ```
//!
//! A record of a few hundred bytes to some kilobytes would fill the inner pages of a `WITHOUT ROWID`
//! table: of 100 000 records of 1200 bytes, that kind took 469 MB and 0.51 s for 20 000 reads, this
//! one 140 MB and 0.16 s (SQLite 3.40).
//!
//! People stand in a table of their own and not beside their records, because settling rewrites their
//! rows, all of them after a change of the rules, and a record is ten times as long.
//!
//! A file of an earlier version gets the tables that it lacks when it is opened, and keeps what is in
//! it. Who is in one of version 1 comes into the lists with the next swap.
//!
//! Triggers carry a person's status into the lists they are in, and keep the counts: whatever writes
//! there, the counts are those of the rows.

use countersign::port::StoreError;
use sqlx::{Sqlite, SqliteExecutor, Transaction};

/// What each version adds, the first one first.
const VERSIONS: [&str; 3] = [RECORDS, ADMINISTRATION, WORK];
/// The version that this code writes and reads.
const VERSION: i64 = 3;

/// What version 1 had.
const RECORDS: &str = "
    CREATE TABLE countersign_subjects (
        tenant TEXT NOT NULL,
        subject TEXT NOT NULL,
        version INTEGER NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY (tenant, subject)
    ) STRICT;
";

/// What version 2 adds. `rules` of a person is -1 as long as the row is unsettled, `status` empty if
/// it was never settled.
const ADMINISTRATION: &str = "
    CREATE TABLE countersign_rules (
        tenant TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL,
        rules BLOB NOT NULL
    ) STRICT;

    CREATE TABLE countersign_people (
        person INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        subject TEXT NOT NULL,
        changed INTEGER NOT NULL,
        terms BLOB NOT NULL,
        label TEXT NOT NULL,
        address TEXT,
        key TEXT NOT NULL,
        status TEXT NOT NULL DEFAULT '',
        status_at INTEGER,
        status_left INTEGER,
        rules INTEGER NOT NULL DEFAULT -1,
        changes_at INTEGER,
        UNIQUE (tenant, subject)
    ) STRICT;
    CREATE INDEX countersign_people_by_address
        ON countersign_people (tenant, address, subject) WHERE address IS NOT NULL;
    CREATE INDEX countersign_people_by_key ON countersign_people (tenant, key, subject);
    CREATE INDEX countersign_people_unsettled ON countersign_people (tenant, rules, changes_at);

    CREATE TABLE countersign_lists (
        list INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('everyone', 'domain', 'role')),
        name TEXT NOT NULL,
        UNIQUE (tenant, kind, name)
    ) STRICT;
    CREATE TABLE countersign_listed (
        person INTEGER NOT NULL,
        list INTEGER NOT NULL,
        label TEXT NOT NULL,
        subject TEXT NOT NULL,
        status TEXT NOT NULL,
        PRIMARY KEY (person, list)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX countersign_listed_in_order ON countersign_listed (list, label, subject);
    CREATE INDEX countersign_listed_by_status ON countersign_listed (list, status, label, subject);
    CREATE TABLE countersign_counts (
        list INTEGER NOT NULL,
        status TEXT NOT NULL,
        people INTEGER NOT NULL,
        PRIMARY KEY (list, status)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER countersign_person_moves AFTER UPDATE OF status ON countersign_people
    WHEN OLD.status <> NEW.status BEGIN
        UPDATE countersign_listed SET status = NEW.status WHERE person = NEW.person;
    END;
    CREATE TRIGGER countersign_person_goes AFTER DELETE ON countersign_people BEGIN
        DELETE FROM countersign_listed WHERE person = OLD.person;
    END;
    CREATE TRIGGER countersign_listed_comes AFTER INSERT ON countersign_listed BEGIN
        INSERT INTO countersign_counts (list, status, people) VALUES (NEW.list, NEW.status, 1)
            ON CONFLICT DO UPDATE SET people = people + 1;
    END;
    CREATE TRIGGER countersign_listed_moves AFTER UPDATE OF status ON countersign_listed
    WHEN OLD.status <> NEW.status BEGIN
        UPDATE countersign_counts SET people = people - 1
            WHERE list = OLD.list AND status = OLD.status;
        INSERT INTO countersign_counts (list, status, people) VALUES (NEW.list, NEW.status, 1)
            ON CONFLICT DO UPDATE SET people = people + 1;
    END;
    CREATE TRIGGER countersign_listed_goes AFTER DELETE ON countersign_listed BEGIN
        UPDATE countersign_counts SET people = people - 1
            WHERE list = OLD.list AND status = OLD.status;
    END;
    CREATE TRIGGER countersign_count_ends AFTER UPDATE OF people ON countersign_counts
    WHEN NEW.people = 0 BEGIN
        DELETE FROM countersign_counts WHERE list = NEW.list AND status = NEW.status;
        DELETE FROM countersign_lists WHERE list = NEW.list
            AND NOT EXISTS (SELECT 1 FROM countersign_listed WHERE list = NEW.list);
    END;

    CREATE TABLE countersign_log (
        id INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        subject TEXT NOT NULL,
        actor_tenant TEXT,
        actor TEXT,
        event TEXT NOT NULL,
        detail TEXT,
        reason TEXT,
        at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX countersign_log_of_tenant ON countersign_log (tenant, id);
    CREATE INDEX countersign_log_of_subject ON countersign_log (tenant, subject, id);
    CREATE INDEX countersign_log_of_actor
        ON countersign_log (actor_tenant, actor) WHERE actor IS NOT NULL;
";

/// What version 3 adds.
const WORK: &str = "
    CREATE TABLE countersign_work (
        tenant TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL,
        work BLOB NOT NULL
    ) STRICT;

    ALTER TABLE countersign_subjects ADD COLUMN owes INTEGER;
    CREATE INDEX countersign_subjects_owing
        ON countersign_subjects (owes, tenant, subject) WHERE owes IS NOT NULL;
";

/// Makes the tables that are missing.
///
/// # Errors
/// The database does not answer, or is of a newer version: what is in it would be misread.
pub(super) async fn make(transaction: &mut Transaction<'_, Sqlite>) -> Result<(), StoreError> {
    run(
        transaction,
        "CREATE TABLE IF NOT EXISTS countersign_schema (
             id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
             version INTEGER NOT NULL
         ) STRICT",
    )
    .await?;
    let found: Option<i64> =
        sqlx::query_scalar("SELECT version FROM countersign_schema WHERE id = 1")
            .fetch_optional(&mut **transaction)
            .await
            .map_err(StoreError::unavailable)?;
    let lacks = match found.map(usize::try_from) {
        None => &VERSIONS[..],
        Some(Ok(found @ 1..)) => VERSIONS.get(found..).unwrap_or_default(),
        // Nobody has written that; it is refused below.
        Some(Ok(0) | Err(_)) => &[],
    };
    for statements in lacks {
        run(transaction, statements).await?;
    }
    if !lacks.is_empty() {
        sqlx::query("INSERT OR REPLACE INTO countersign_schema (id, version) VALUES (1, ?)")
            .bind(VERSION)
            .execute(&mut **transaction)
            .await
            .map_err(StoreError::unavailable)?;
    }
    check(&mut **transaction).await
}

async fn run(
    transaction: &mut Transaction<'_, Sqlite>,
    statements: &'static str,
) -> Result<(), StoreError> {
    let done = sqlx::raw_sql(statements).execute(&mut **transaction).await;
    done.map(drop).map_err(StoreError::unavailable)
}

/// Reads the version and refuses any but ours.
pub(super) async fn check(database: impl SqliteExecutor<'_>) -> Result<(), StoreError> {
    let found: i64 = sqlx::query_scalar("SELECT version FROM countersign_schema WHERE id = 1")
        .fetch_one(database)
        .await
        .map_err(StoreError::unavailable)?;
    if found == VERSION {
        Ok(())
    } else {
        Err(StoreError::unavailable(format!(
            "the database has schema {found} and this countersign-sql knows {VERSION}; \
             use the version that wrote it"
        )))
    }
}
