//! A small site with a password sign-in, and Countersign in front of it.
//!
//! Read [`countersign`] first: everything that the second factor adds to a site is in that one file.
//! The rest is the site itself, as it might have been before.
//!
//! | file | rule |
//! |---|---|
//! | `countersign` | who must, who is exempt, and which routes are open |
//! | `sign_in` | who sent a request: somebody with a session, or a program with a key |
//! | `accounts`, `passwords` | the people of this site, and what they know |
//! | `site` | which route leads where |
//! | `account`, `transfer`, `api`, `live` | protected: every handler takes `Verified` or `Recent` |
//! | `open` | open to everybody |
//! | `pages`, `broken` | what people see |
//! | `settings`, `keys`, `courier` | from the environment, from a file, to the console |

pub mod accounts;
pub mod countersign;
pub mod keys;
pub mod settings;
pub mod sign_in;
pub mod site;

mod account;
mod api;
mod broken;
mod courier;
mod live;
mod open;
mod pages;
mod passwords;
mod transfer;
