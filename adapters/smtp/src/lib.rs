#![doc = include_str!("../README.md")]
//!
//! # The files
//! | file | rule |
//! |---|---|
//! | `postbox` | a letter goes where the settings say |
//! | `settings` | one URL says everything; what it does not know, it refuses |
//! | `server` | encryption unless it is said otherwise, or the server is this machine |
//! | `address` | who it is for: nothing that could mean something to the server |
//! | `composed` | a letter as the octets that travel |
//! | `conversation` | one question, one answer, in a limited time |
//! | `failure` | what is certain after each of them |
//! | `line` | one letter over a connection that is kept or new |
//! | `folder`, `console` | for who develops |

mod address;
mod composed;
mod console;
mod conversation;
mod failure;
mod folder;
mod line;
mod postbox;
mod server;
mod settings;

pub use postbox::Postbox;
pub use settings::SettingsError;
