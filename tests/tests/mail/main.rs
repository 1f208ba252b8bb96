//! Letters on their way: to a mail server that is not ours, read back by a parser that is not ours.

#![expect(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "these are tests")]

mod connections;
mod encryption;
mod folder;
mod killed;
mod letters;
mod outcomes;
mod storm;
mod writing;
