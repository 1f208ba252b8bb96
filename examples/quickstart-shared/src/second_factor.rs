//! Who must have a second factor, who is exempt, and where the records are kept.

use std::sync::Arc;

use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::AdministrationStore;
use countersign::secret::KeyRing;
use countersign_memory::MemoryStore;
use countersign_sql::SqliteStore;
use countersign_web::Origin;
use countersign_words::Mail;

use crate::accounts::Accounts;
use crate::keys;
use crate::mail::mail;
use crate::settings::{Records, Settings};
use crate::site::BoxError;

/// The second factor that the settings ask for.
pub(crate) async fn second_factor(
    settings: &Settings,
    origin: &Origin,
    accounts: &Accounts,
) -> Result<SecondFactor, BoxError> {
    let keys = keys::from_file(&settings.keys)?;
    let mail = mail(settings, origin)?;
    Ok(match &settings.records {
        Records::Memory => with(&keys, accounts, mail, MemoryStore::default()),
        Records::Sqlite(url) => {
            let store = SqliteStore::open(url).await;
            let store = store.map_err(|error| format!("COUNTERSIGN_STORE: {url}: {error}"))?;
            with(&keys, accounts, mail, store)
        }
    })
}

fn with(
    keys: &KeyRing,
    accounts: &Accounts,
    mail: Mail,
    store: impl AdministrationStore + Clone,
) -> SecondFactor {
    let policy = Policy::offered()
        .require(Whom::domain("acme.example"))
        .exempt(SignInKind::SingleSignOnWithMfa)
        .exempt(SignInKind::ApiKey);
    SecondFactor::builder("Quickstart", keys, store.clone())
        .policy(policy)
        .administration(store)
        .directory(Arc::new(accounts.clone()))
        .courier(Arc::new(mail))
        .build()
}
