#![doc = include_str!("../README.md")]

pub mod authenticator;
mod challenge;
pub mod decide;
pub mod enrollment;
pub mod event;
pub mod fault;
pub mod flow;
mod mail;
mod mailing;
mod mark;
mod notice;
mod owed;
pub mod place;
pub mod policy;
pub mod port;
pub mod record;
pub mod refusal;
pub mod remembered_device;
pub mod secret;
mod session;
mod spent;
pub mod standing;
pub mod subject;
pub mod terms;
pub mod throttle;
pub mod ticket;
pub mod time;
mod trial;
pub mod wire;

pub use flow::SecondFactor;
