//! Countersign's records in memory.
//!
//! For tests, and for sites that may forget: when the process ends, so do all second factors. It is
//! one store for all of its clones and none for two processes.
//!
//! ```
//! use countersign::SecondFactor;
//! use countersign::secret::KeyRing;
//! use countersign_memory::MemoryStore;
//!
//! let second_factor =
//!     SecondFactor::builder("Example App", &KeyRing::example(), MemoryStore::default()).build();
//! assert_eq!(second_factor.issuer(), "Example App");
//! ```

mod administration;
mod store;

pub use store::MemoryStore;
