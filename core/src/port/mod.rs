//! What we need of the world: a store, a clock, chance, somebody who writes down and somebody who
//! tells people.

mod audit;
mod clock;
mod courier;
mod entropy;
mod rotation;
mod store;

pub use audit::{Audit, LogAudit};
pub use clock::{Clock, FakeClock, SystemClock};
pub use courier::{Courier, CourierError, Notice, NoticeKind};
pub use entropy::{Entropy, EntropyError, SystemEntropy};
pub use rotation::{KeepSession, Rotates, Rotation};
pub use store::{Store, StoreError, Stored, Swapped, Version};
