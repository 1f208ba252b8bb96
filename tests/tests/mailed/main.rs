//! Codes by mail, confirmed addresses, and messages to many, against both stores.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod addresses;
mod codes;
mod crowd;
mod many;
mod many_rough;
mod methods;
mod outbox;
mod owed;
mod owed_rough;
mod reminders;
mod town;
mod trial;
mod worth;
