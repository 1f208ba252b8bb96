//! The site of the conformance suite behind each framework.

mod actix;
mod rocket;
mod tower;

pub use actix::Actix;
pub use rocket::RocketDoor;
pub use tower::Tower;
