//! For programs, with a key or with the session of a person.

use axum::Json;
use countersign_tower::Verified;
use serde_json::{Value, json};

pub(crate) async fn ping(verified: Verified) -> Json<Value> {
    Json(json!({ "pong": true, "user": verified.principal().label() }))
}
