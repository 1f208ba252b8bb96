//! For programs, with a key or with the session of a person.

use actix_web::web::Json;
use countersign_actix::Verified;
use serde_json::{Value, json};

pub(crate) async fn ping(verified: Verified) -> Json<Value> {
    Json(json!({ "pong": true, "user": verified.principal().label() }))
}
