//! Who must have a second factor, who is exempt, and where the records are kept.

use std::sync::Arc;

use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::Store;
use countersign::secret::KeyRing;
use countersign_memory::MemoryStore;
use countersign_sql::SqliteStore;

use crate::courier::Console;
use crate::keys;
use crate::settings::{Records, Settings};
use crate::site::BoxError;

/// The second factor that the settings ask for.
pub(crate) async fn second_factor(settings: &Settings) -> Result<SecondFactor, BoxError> {
    let keys = keys::from_file(&settings.keys)?;
    Ok(match &settings.records {
        Records::Memory => with(&keys, MemoryStore::default()),
        Records::Sqlite(url) => {
            let store = SqliteStore::open(url).await;
            with(&keys, store.map_err(|error| format!("COUNTERSIGN_STORE: {url}: {error}"))?)
        }
    })
}

fn with(keys: &KeyRing, store: impl Store) -> SecondFactor {
    let policy = Policy::offered()
        .require(Whom::domain("acme.example"))
        .exempt(SignInKind::SingleSignOnWithMfa)
        .exempt(SignInKind::ApiKey);
    SecondFactor::builder("Quickstart", keys, store)
        .policy(policy)
        .courier(Arc::new(Console))
        .build()
}
