//! The stores that every test of stores runs against. A further one is one more line in [`all`].

use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::StoreError;
use countersign_memory::MemoryStore;
use countersign_sql::SqliteStore;
use tempfile::TempDir;

use crate::shared_store::SharedStore;

/// A place where records are kept, empty at first.
#[async_trait]
pub trait Backend: Send + Sync {
    /// What it is called in the message of a failed test.
    fn name(&self) -> &'static str;

    /// Opens it once more, as another process would.
    ///
    /// # Errors
    /// It cannot be opened.
    async fn open(&self) -> Result<SharedStore, StoreError>;
}

/// One of each kind.
///
/// # Errors
/// The machine gives no room for one.
pub fn all() -> std::io::Result<Vec<Box<dyn Backend>>> {
    Ok(vec![Box::new(Memory::default()), Box::new(Sqlite(tempfile::tempdir()?))])
}

#[derive(Default)]
struct Memory(MemoryStore);

#[async_trait]
impl Backend for Memory {
    fn name(&self) -> &'static str {
        "memory"
    }

    async fn open(&self) -> Result<SharedStore, StoreError> {
        Ok(SharedStore(Arc::new(self.0.clone())))
    }
}

struct Sqlite(TempDir);

#[async_trait]
impl Backend for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite"
    }

    async fn open(&self) -> Result<SharedStore, StoreError> {
        let file = self.0.path().join("countersign.db");
        Ok(SharedStore(Arc::new(SqliteStore::open(&file.to_string_lossy()).await?)))
    }
}
