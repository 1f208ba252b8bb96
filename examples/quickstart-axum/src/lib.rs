//! A small site with a password sign-in, and Countersign in front of it.
//!
//! Read [`countersign`] first: everything that the second factor adds to a site is in that one file.
//! The rest is the site itself, as it might have been before. What has nothing to do with axum is in
//! `quickstart-shared`.
//!
//! | file | rule |
//! |---|---|
//! | `countersign` | who is signed in, how a session gets a new id, and which routes are open |
//! | `sign_in` | who sent a request: somebody with a session, or a program with a key |
//! | `site` | which route leads where |
//! | `account`, `transfer`, `api`, `live` | protected: every handler takes `Verified` or `Recent` |
//! | `open` | open to everybody |
//! | `form` | what is sent to the site |
//! | `page`, `broken` | what people see |

pub mod countersign;
pub mod site;

mod account;
mod api;
mod broken;
mod form;
mod live;
mod open;
mod page;
mod sign_in;
mod transfer;
