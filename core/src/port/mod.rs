//! What we need of the world: a store, a clock, chance, somebody who writes down and somebody who
//! tells people.

mod administration;
mod audit;
mod clock;
mod courier;
mod directory;
mod entropy;
mod lists;
mod message;
mod rotation;
mod row;
mod store;

pub use crate::notice::NoticeKind;
pub use administration::{AdministrationStore, LogQuery, StoredRules, StoredWork};
pub use audit::{Audit, LogAudit};
pub use clock::{Clock, FakeClock, SystemClock};
pub use courier::{Brink, Courier, CourierError};
pub use directory::Directory;
pub use entropy::{Entropy, EntropyError, SystemEntropy};
pub use lists::{Count, Counted, ListQuery, Listed, Settled};
pub use message::{Content, LinkToken, MailedCode, Message};
pub use rotation::{KeepSession, Rotates, Rotation};
pub use row::{Row, UnreadableRow, folded};
pub use store::{Store, StoreError, Stored, Swapped, Version};
