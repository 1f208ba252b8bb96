//! Records in a SQLite file.

mod location;
mod schema;
mod store;

pub use store::SqliteStore;
