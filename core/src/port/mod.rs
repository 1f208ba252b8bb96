//! What we need of the world: a store, a clock, chance, somebody who writes down and somebody who
//! tells people.

mod administration;
mod audit;
mod clock;
mod courier;
mod directory;
mod entropy;
mod rotation;
mod store;

pub use administration::{
    AdministrationStore, Count, Counted, ListQuery, Listed, LogQuery, Settled, StoredRules,
};
pub use audit::{Audit, LogAudit};
pub use clock::{Clock, FakeClock, SystemClock};
pub use courier::{Courier, CourierError, Notice, NoticeKind};
pub use directory::Directory;
pub use entropy::{Entropy, EntropyError, SystemEntropy};
pub use rotation::{KeepSession, Rotates, Rotation};
pub use store::{Store, StoreError, Stored, Swapped, Version};
