//! The pages of administrators, over the wire: who may come in, what they can do there, and that
//! nobody else learns anything.

#![expect(clippy::unwrap_used, reason = "an answer without what was asked for has failed")]

mod access;
mod deciding;
mod lists;
mod on_behalf;
mod own_pages;
mod rules;
mod site;
