#![doc = include_str!("../README.md")]

mod adapter;
mod agreement;
mod browser;
mod door;
mod expect;
mod journey;
mod laws;
mod mailbox;
mod pattern;
mod people;
mod placement;
mod report;
mod run;
mod session;
mod settings;
mod site;
mod stage;
mod step;
mod suite;
pub mod totp;
mod trouble;
mod wire;

pub use adapter::{Adapter, BaseUrl, ByMail, InProcess, Running};
pub use door::{Door, Opened};
pub use journey::Journey;
pub use mailbox::{Arrived, Mailbox, Road};
pub use people::People;
pub use placement::{Placement, PlacementRow};
pub use report::{Outcome, Report};
pub use session::Session;
pub use settings::{RuleSetting, Settings, Trouble};
pub use site::{Asks, Page, Route, Site, Visit};
pub use stage::{Stage, Time};
pub use suite::Suite;
