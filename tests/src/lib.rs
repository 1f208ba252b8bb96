//! What the tests share: stores to run them against, stores that misbehave, an authenticator app
//! that is not ours, and a site with people in it.

pub mod backends;
pub mod broken_store;
pub mod browser;
mod chromedriver;
pub mod counting_store;
pub mod crowd;
pub mod door;
pub mod doors;
pub mod example;
pub mod kept;
pub mod letter_box;
pub mod listed;
pub mod listening_audit;
pub mod numbered;
pub mod office;
pub mod polled;
pub mod process;
pub mod qr;
pub mod readme;
pub mod resting_store;
pub mod rotation;
pub mod shared_store;
pub mod site;
pub mod site_client;
pub mod smtp_server;
pub mod tool;
pub mod totp_program;
pub mod visitor;

pub use countersign_conformance::totp;
