//! For programs, with a key or with the session of a person.

use countersign_rocket::Verified;
use rocket::get;
use rocket::serde::json::{Value, json};

#[get("/api/ping")]
pub(crate) fn ping(verified: Verified) -> Value {
    json!({ "pong": true, "user": verified.principal().label() })
}
