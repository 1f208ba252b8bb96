//! Records in a SQLite file, with what administrators keep beside them.

mod administration;
mod lists;
mod location;
mod log;
mod owing;
#[cfg(test)]
mod plans;
mod query;
mod rows;
mod rules;
mod schema;
mod store;
mod versioned;
mod work;
mod written;

pub use store::SqliteStore;
