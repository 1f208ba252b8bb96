//! Where the gate and the routes stand: every way in which an application may put them together, at
//! all three frameworks, as one table.
//!
//! `tests/conformance/placement.toml` asks in many ways at one application; here the application is
//! another one in every row, and what is asked is simple. Each cell opens an application on a port of
//! its own, with the sessions and the pages of one [`Site`](countersign_conformance::Site), at which
//! people have signed in and activated before.
//!
//! | what a cell says | somebody who must activate, or is half signed in |
//! |---|---|
//! | `gated` | is led to one of our pages, or told 401 |
//! | `sign-in` | is nobody here, and is led to the sign-in by the handler's `Verified` |
//! | `503` | is told nothing: the misplacement was noticed by the gate, or by the handler's `Verified` |
//! | `cors` | got the answer to a preflight from a layer that stands before the gate |
//! | `–` | cannot be asked: the framework has no such thing, and below the table stands why |
//!
//! In no cell may a handler run for them. Somebody of whom nothing more is asked then shows that the
//! handler does run, that it is counted, and that what it streams is whole.

mod actix;
mod actix_parts;
mod actix_routes;
mod axum;
mod axum_parts;
mod kit;
mod rocket;
mod rocket_parts;
mod row;
mod run;
mod table;
mod verified;
mod wire;
