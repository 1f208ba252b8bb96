//! Countersign's records in a SQL database.
//!
//! | feature | store | for |
//! |---|---|---|
//! | `sqlite` | `SqliteStore` | one machine: a file beside the application |
//!
//! No feature is on by default: two crates that link SQLite cannot stand in one program, so the
//! application says which driver it wants.
//!
#![cfg_attr(feature = "sqlite", doc = "```")]
#![cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
//! use countersign::SecondFactor;
//! use countersign::secret::KeyRing;
//! use countersign_sql::SqliteStore;
//!
//! # #[tokio::main]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # std::env::set_current_dir(&folder)?;
//! let store = SqliteStore::open("sqlite:countersign.db").await?;
//! let second_factor = SecondFactor::builder("Example App", &KeyRing::example(), store).build();
//! second_factor.ready().await?;
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "sqlite")]
mod sqlite;

#[cfg(feature = "sqlite")]
pub use sqlite::SqliteStore;
