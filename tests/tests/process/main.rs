//! The running examples, over the wire: what a browser and what a program is told at every step, and
//! what neither is told. The names of the tests begin with the rows of the requirements.

#![expect(clippy::panic, clippy::unwrap_used, reason = "these are tests")]

mod activation;
mod alike;
mod answers;
mod challenge;
mod connections;
mod devices;
mod each;
mod forms;
mod live;
mod mail;
mod refusals;
mod secrets;
mod sessions;
mod site;
mod suite;
