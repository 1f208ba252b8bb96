//! What is asked of whom: by a table of vectors, against an evaluator that is not ours, and through
//! long histories of people who change themselves.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed"
)]

mod chance;
mod check;
mod histories;
mod model;
mod naive;
mod random;
mod vectors;
