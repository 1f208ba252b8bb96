//! One row a tenant, with a version that only rises: rules, and the work behind the scenes.

use countersign::port::{StoreError, Swapped, Version};

use super::SqliteStore;
use super::written::{failed, number};

/// The statements that replace such a row. Each takes the tenant, the new version and the bytes, in
/// this order.
pub(super) struct Versioned {
    /// Writes the first row, and none if there is one.
    pub(super) first: &'static str,
    /// Replaces the row if its version is `?4`.
    pub(super) next: &'static str,
}

impl Versioned {
    /// Replaces a row if its version is still `expected`. The row count decides.
    pub(super) async fn swap(
        &self,
        store: &SqliteStore,
        tenant: &str,
        expected: Version,
        bytes: &[u8],
    ) -> Result<Swapped, StoreError> {
        let is_first = expected == Version::NONE;
        let statement = sqlx::query(if is_first { self.first } else { self.next });
        let statement = statement.bind(tenant).bind(number(expected.next())?).bind(bytes);
        let statement = if is_first { statement } else { statement.bind(number(expected)?) };
        let done = statement.execute(&store.writer).await.map_err(failed)?;
        Ok(if done.rows_affected() == 0 { Swapped::Conflict } else { Swapped::Done })
    }
}
