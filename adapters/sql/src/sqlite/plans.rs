//! No statement looks at everybody: what SQLite says that it would do.

use sqlx::AssertSqlSafe;
use tempfile::TempDir;

use super::query::{Range, Walk, Wanted};
use super::{SqliteStore, lists, log, owing, rows, work};

/// A step of what SQLite would do, and of which step it is a part.
struct Step {
    id: i64,
    of: i64,
    what: String,
}

async fn plan(store: &SqliteStore, statement: &str) -> Vec<Step> {
    let explain = format!("EXPLAIN QUERY PLAN {statement}");
    let steps: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(AssertSqlSafe(explain)).fetch_all(&store.readers).await.unwrap();
    steps.into_iter().map(|(id, of, _, what)| Step { id, of, what }).collect()
}

fn told(steps: &[Step]) -> String {
    steps.iter().map(|Step { id, of, what }| format!("{id} of {of}: {what}\n")).collect()
}

async fn store(folder: &TempDir) -> SqliteStore {
    let file = folder.path().join("countersign.db");
    SqliteStore::open(&file.to_string_lossy()).await.unwrap()
}

#[tokio::test]
async fn every_page_walks_an_index_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let some = |begins: &str| Some(Range::of(begins.to_owned()));
    let mut shapes = Vec::new();
    for status in [None, Some("active")] {
        for also in [&[][..], &[7]] {
            for search in [None, some("a"), some("\u{10ffff}")] {
                for people in [10, 1_000_000] {
                    let (tenant, search) = ("acme", search.clone());
                    shapes.push(Wanted { tenant, status, along: (1, people), also, search });
                }
            }
        }
    }
    for wanted in shapes {
        for walk in wanted.walks() {
            let is_sorted = *walk != Walk::Label && wanted.along.1 == 10;
            for statement in [wanted.page(*walk, 100, 50), wanted.count(*walk, 100)] {
                let steps = plan(&store, statement.sql().as_str()).await;
                for Step { of, what, .. } in &steps {
                    let is_good = match what.split_once(' ') {
                        Some(("SEARCH", _) | ("CO-ROUTINE", _)) => true,
                        // What the walk has found, and no table.
                        Some(("SCAN", of)) => of == "f" || of.starts_with("(subquery"),
                        // Those on the page, who come in this order but for the key.
                        Some(("USE", sort)) => {
                            is_sorted || *of == 0 && sort == "TEMP B-TREE FOR LAST TERM OF ORDER BY"
                        }
                        _ => false,
                    };
                    assert!(is_good, "{what}: {walk:?} of {wanted:?}\n{}", told(&steps));
                }
            }
        }
    }
}

#[tokio::test]
async fn nothing_else_looks_at_everybody() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    for statement in [
        rows::UNSETTLED,
        rows::SETTLE,
        lists::SIZE,
        lists::COUNTS,
        lists::TENANTS,
        owing::OWING,
        work::WORK,
        log::OF_TENANT,
        log::OF_SUBJECT,
        log::RENAME_SUBJECT,
        log::RENAME_ACTOR,
    ] {
        let steps = plan(&store, statement).await;
        assert!(steps.iter().any(|step| step.what.starts_with("SEARCH")), "{}", told(&steps));
        for Step { what, .. } in &steps {
            // What the statement has found itself: those who are unsettled, the tenants so far.
            let is_found = matches!(&**what, "SCAN u" | "SCAN t");
            let looks = what.starts_with("SCAN") && !is_found;
            let sorts = what.contains("ORDER BY");
            assert!(!looks && !sorts, "{what}: {statement}\n{}", told(&steps));
        }
    }
}
