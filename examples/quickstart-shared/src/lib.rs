//! What the example sites have in common: everything that has nothing to do with a web framework.
//!
//! | file | rule |
//! |---|---|
//! | `site` | what the handlers work with |
//! | `second_factor` | who must have one, who is exempt, and where the records are |
//! | `visitor` | who sent a request: somebody with a session, or a program with a key |
//! | `accounts`, `passwords` | the people of the site, and what they know |
//! | `sessions` | who is signed in, for a framework that keeps nothing itself |
//! | `page`, `pages`, `home` | what people see, as plain data |
//! | `from_here` | forms and sockets of other sites are refused |
//! | `limits` | how much, and for how long |
//! | `settings`, `keys`, `mail` | from the environment, from a file, to the people |
//! | `start` | what is printed at the start, and when it is time to end |

pub mod accounts;
pub mod from_here;
pub mod home;
pub mod limits;
pub mod page;
pub mod pages;
pub mod sessions;
pub mod settings;
pub mod site;
pub mod start;
pub mod visitor;

mod directory;
mod keys;
mod mail;
mod passwords;
mod second_factor;
