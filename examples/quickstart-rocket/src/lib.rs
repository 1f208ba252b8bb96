//! A small site with a password sign-in, and Countersign in front of it.
//!
//! Read [`countersign`] first: everything that the second factor adds to a site is in that one file.
//! The rest is the site itself, as it might have been before. What has nothing to do with Rocket is
//! in `quickstart-shared`.
//!
//! | file | rule |
//! |---|---|
//! | `countersign` | who is signed in, how a session gets a new id, and which routes are open |
//! | `sign_in` | who sent a request: somebody with a session, or a program with a key |
//! | `sessions` | who is signed in, behind a private cookie |
//! | `site` | which route leads where |
//! | `account`, `transfer`, `api`, `live`, `files` | protected: every handler takes `Verified` or `Recent` |
//! | `open` | open to everybody |
//! | `form` | what is sent to the site |
//! | `page`, `broken` | what people see |
//! | `config` | what Rocket itself is told |

#![expect(clippy::needless_pass_by_value, reason = "Rocket gives a handler its guards by value")]

pub mod config;
pub mod countersign;
pub mod sessions;
pub mod site;

mod account;
mod api;
mod broken;
mod files;
mod form;
mod live;
mod open;
mod page;
mod sign_in;
mod transfer;
