//! The code of the README, compiled.

/// The README of the repository.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
#[expect(clippy::exhaustive_structs, reason = "it holds documentation and nothing else")]
pub struct Readme;
