//! Countersign's pages and JSON, without a web framework.
//!
//! What is true of more than one door is here: the routes below the mount point, who gets a page and
//! who gets JSON, the one cookie, the headers of every answer, the check of where a form came from.
//! A door asks for the [`Grounds`] of a request and whether it [`may`](Grounds::may) pass; only if the
//! answer is ours does it translate the request into a [`View`]. See `countersign-tower` for the shortest.
//!
//! | file | rule |
//! |---|---|
//! | `origin` | there is one origin, it is configured, and `Host` decides nothing |
//! | `view`, `head` | what a request says, borrowed or copied |
//! | `client` | a navigation gets a page; anything else gets JSON |
//! | `door` | pages, first factor, rotation and open routes in one hand |
//! | `closure`, `rotation` | how an application says what only it knows |
//! | `grounds` | stop or pass, before any handler runs |
//! | `stopped`, `gate` | the answers that stop a request |
//! | `extracted` | who a handler runs for |
//! | `route` | which of our pages a path is |
//! | `spoken` | the language: the application's choice, else the browser's; words come from `countersign-words` |
//! | `provenance` | a form counts only if it came from a page of ours |
//! | `form` | one value a field, or none |
//! | `reply` | one set of headers on every answer |
//! | `challenge_pages`, `activation_pages`, `confirm_pages`, `settings_pages` | one handler for page and JSON |
//! | `send_pages`, `address_pages` | codes and links by mail: one press sends one message at most |
//! | `admin` | the same for administrators; whoever is none learns nothing |
//! | `on_behalf_page` | who acts as a person sees nothing of the person's second factor |
//! | `coverage` | for tests: which routes are behind us, found out by asking |

mod activation_pages;
mod address_pages;
mod admin;
mod assets;
mod browser;
mod call;
mod challenge_pages;
mod client;
mod closure;
mod confirm_pages;
mod countdown;
#[cfg(feature = "coverage")]
pub mod coverage;
mod device_cookie;
mod door;
mod extracted;
mod form;
mod gate;
mod grounds;
mod head;
mod instead;
mod mail_item;
mod moment;
mod on_behalf_page;
mod origin;
mod pages;
mod problem;
mod provenance;
mod qr;
mod reply;
mod rollout;
mod rotation;
mod route;
mod send_pages;
mod sentence;
mod settings_pages;
mod spoken;
mod stopped;
mod view;
mod web;

pub use client::Client;
pub use closure::{BoxError, Extracted, Reading};
pub use device_cookie::{NO_STORE, cookie_value};
pub use door::Door;
pub use extracted::{FromGrounds, Recent, SignedIn, Verified};
pub use gate::Unread;
pub use grounds::{Grounds, Identified, Way};
pub use head::{Head, told_length};
pub use origin::{Origin, OriginError};
pub use pages::TemplateError;
pub use rotation::{BoxedTurn, Rotated, Turn};
pub use stopped::{Stopped, unguarded};
pub use view::View;
pub use web::{Web, WebBuilder, WebError};
