//! Countersign's pages and JSON, without a web framework.
//!
//! What is true of more than one door is here: the routes below the mount point, who gets a page and
//! who gets JSON, the one cookie, the headers of every answer, the check of where a form came from.
//! A door translates its framework's request into a [`View`] and hands it over; see
//! `countersign-tower` for the shortest.
//!
//! | file | rule |
//! |---|---|
//! | `origin` | there is one origin, it is configured, and `Host` decides nothing |
//! | `view` | what a request says, borrowed |
//! | `client` | a navigation gets a page; anything else gets JSON |
//! | `gate` | stop or pass, before any handler runs |
//! | `route` | which of our pages a path is |
//! | `form` | one value a field, or none |
//! | `reply` | one set of headers on every answer |
//! | `challenge_pages`, `activation_pages`, `settings_pages` | one handler for page and JSON |
//! | `coverage` | for tests: which routes are behind us, found out by asking |

mod activation_pages;
mod assets;
mod browser;
mod call;
mod challenge_pages;
mod client;
#[cfg(feature = "coverage")]
pub mod coverage;
mod device_cookie;
mod form;
mod gate;
mod instead;
mod moment;
mod origin;
mod pages;
mod problem;
mod qr;
mod reply;
mod route;
mod settings_pages;
mod view;
mod web;

pub use client::Client;
pub use device_cookie::cookie_value;
pub use gate::Gate;
pub use origin::{Origin, OriginError};
pub use pages::TemplateError;
pub use view::View;
pub use web::{Web, WebBuilder, WebError};
