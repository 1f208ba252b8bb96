//! The site of the conformance suite behind each framework.

mod actix;
mod broken;
mod rocket;
mod tower;

pub use actix::Actix;
pub use broken::Broken;
pub use rocket::RocketDoor;
pub use tower::Tower;
