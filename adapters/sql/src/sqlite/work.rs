//! The work behind the scenes: one row a tenant.

use countersign::port::{StoreError, StoredWork, Swapped, Version};

use super::SqliteStore;
use super::versioned::Versioned;
use super::written::{failed, version};

/// The work of a tenant.
pub(super) const WORK: &str = "SELECT version, work FROM countersign_work WHERE tenant = ?1";

const SWAP: Versioned = Versioned {
    first: "INSERT INTO countersign_work (tenant, version, work)
            VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    next: "UPDATE countersign_work SET version = ?2, work = ?3
           WHERE tenant = ?1 AND version = ?4",
};

pub(super) async fn read(store: &SqliteStore, tenant: &str) -> Result<StoredWork, StoreError> {
    let row: Option<(i64, Vec<u8>)> =
        sqlx::query_as(WORK).bind(tenant).fetch_optional(&store.readers).await.map_err(failed)?;
    match row {
        Some((found, bytes)) => Ok(StoredWork { version: version(found)?, bytes }),
        None => Ok(StoredWork { version: Version::NONE, bytes: Vec::new() }),
    }
}

pub(super) async fn swap(
    store: &SqliteStore,
    tenant: &str,
    expected: Version,
    work: &[u8],
) -> Result<Swapped, StoreError> {
    SWAP.swap(store, tenant, expected, work).await
}
