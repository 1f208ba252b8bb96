//! A page of a list, the counts, and whose lists there are.
//!
//! A list is walked along the smallest of the lists that somebody has to be in: everybody's, a
//! domain's, a role's. How many people each has, of a status or of all, is counted already.

use std::sync::Arc;

use countersign::port::{Count, ListQuery, Listed, StoreError};
use countersign::subject::SubjectId;
use sqlx::SqliteConnection;

use super::SqliteStore;
use super::query::{Range, Wanted};
use super::written::{counted, failed, list, moment};

/// Subject, row, status, its moment, how often it may be put off.
type Columns = (String, Vec<u8>, String, Option<i64>, Option<u8>);

/// How many people of a status, or of all, a list has.
pub(super) const SIZE: &str = "
    SELECT sum(c.people), l.list FROM countersign_lists AS l
    JOIN countersign_counts AS c ON c.list = l.list
    WHERE l.tenant = ?1 AND l.kind = ?2 AND l.name = ?3 AND (?4 IS NULL OR c.status = ?4)
    GROUP BY l.list";
/// A row for each list, and not for each count: most of the cost is in the rows handed over.
pub(super) const COUNTS: &str = "
    SELECT l.kind, l.name, group_concat(c.status || ' ' || c.people)
    FROM countersign_lists AS l JOIN countersign_counts AS c ON c.list = l.list
    WHERE l.tenant = ?1 AND c.status <> '' GROUP BY l.list";

/// The tenants. `SELECT DISTINCT` would pass everybody on its way; this asks the index for the next
/// tenant after each, and so costs a look-up a tenant, however many people they have.
pub(super) const TENANTS: &str = "
    WITH RECURSIVE tenants (tenant) AS (
        SELECT min(tenant) FROM countersign_people
        UNION ALL
        SELECT (SELECT min(p.tenant) FROM countersign_people AS p WHERE p.tenant > t.tenant)
        FROM tenants AS t WHERE t.tenant IS NOT NULL)
    SELECT t.tenant FROM tenants AS t WHERE t.tenant IS NOT NULL";

pub(super) async fn page(
    store: &SqliteStore,
    query: &ListQuery,
) -> Result<Vec<Listed>, StoreError> {
    // The status of those who were never settled is no status to look for.
    if query.status.is_some_and(str::is_empty) {
        return Ok(Vec::new());
    }
    // What is read here is of one moment, so nobody is missed between one walk and the next.
    let mut transaction = store.readers.begin().await.map_err(failed)?;
    let Some(((along, people), also)) = lists(&mut transaction, query).await? else {
        return Ok(Vec::new());
    };
    let search = query.begins().map(Range::of);
    let (tenant, status) = (&*query.tenant, query.status);
    let wanted = Wanted { tenant, status, along: (along, people), also: &also, search };
    let (mut skip, mut found) = (query.skip, Vec::new());
    for walk in wanted.walks() {
        let left = query.most.saturating_sub(found.len());
        let mut statement = wanted.page(*walk, skip, left);
        let rows: Vec<Columns> =
            statement.build_query_as().fetch_all(&mut *transaction).await.map_err(failed)?;
        let is_past = !rows.is_empty();
        for row in rows {
            found.push(listed(tenant, row)?);
        }
        if found.len() >= query.most {
            break;
        }
        if is_past {
            skip = 0;
        } else if skip > 0 && wanted.walks().len() > 1 {
            let mut statement = wanted.count(*walk, skip);
            let passed: i64 = statement
                .build_query_scalar()
                .fetch_one(&mut *transaction)
                .await
                .map_err(failed)?;
            skip = skip.saturating_sub(usize::try_from(passed).map_err(StoreError::corrupt)?);
        }
    }
    Ok(found)
}

/// The smallest of the lists that somebody has to be in, with how many there are, and the others;
/// `None` if there is nobody in one of them.
async fn lists(
    connection: &mut SqliteConnection,
    query: &ListQuery,
) -> Result<Option<((i64, i64), Vec<i64>)>, StoreError> {
    let mut lists: Vec<(i64, i64)> = Vec::new();
    for of in query.among() {
        let (kind, name) = list(&of);
        let found: Option<(i64, i64)> = sqlx::query_as(SIZE)
            .bind(&*query.tenant)
            .bind(kind)
            .bind(name)
            .bind(query.status)
            .fetch_optional(&mut *connection)
            .await
            .map_err(failed)?;
        let Some(found) = found else { return Ok(None) };
        lists.push(found);
    }
    lists.sort_unstable();
    let mut lists = lists.into_iter();
    let Some((people, along)) = lists.next() else { return Ok(None) };
    Ok(Some(((along, people), lists.map(|(_, list)| list).collect())))
}

fn listed(tenant: &str, columns: Columns) -> Result<Listed, StoreError> {
    let (subject, row, status, at, left) = columns;
    let at = at.map(moment).transpose()?;
    let rollout = (!status.is_empty()).then_some((&*status, at, left));
    Listed::read(SubjectId::of_tenant(tenant, subject), &row, rollout).map_err(StoreError::corrupt)
}

pub(super) async fn counts(store: &SqliteStore, tenant: &str) -> Result<Vec<Count>, StoreError> {
    let lists: Vec<(String, String, String)> =
        sqlx::query_as(COUNTS).bind(tenant).fetch_all(&store.readers).await.map_err(failed)?;
    let mut counts = Vec::new();
    for (kind, name, written) in lists {
        let of = counted(&kind, name)?;
        for count in written.split(',') {
            let count = count
                .split_once(' ')
                .and_then(|(status, people)| Count::new(of.clone(), status, people.parse().ok()?));
            counts.push(count.ok_or_else(|| StoreError::corrupt("no count"))?);
        }
    }
    counts.sort_unstable();
    Ok(counts)
}

pub(super) async fn tenants(store: &SqliteStore) -> Result<Vec<Arc<str>>, StoreError> {
    let mut tenants: Vec<String> =
        sqlx::query_scalar(TENANTS).fetch_all(&store.readers).await.map_err(failed)?;
    // They are found in this order, but SQLite does not promise it.
    tenants.sort_unstable();
    Ok(tenants.into_iter().map(Arc::from).collect())
}
