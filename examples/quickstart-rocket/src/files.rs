//! The protected files. A file server asks for no `Verified`, so what stands in front of it does:
//! Countersign leaves it to the routes what nobody who is signed in may see.

use countersign_rocket::Verified;
use quickstart_shared::site::FILES;
use rocket::fs::FileServer;
use rocket::http::Method;
use rocket::outcome::Outcome;
use rocket::route::{self, Handler};
use rocket::{Data, Request, Route};

#[derive(Clone)]
struct Protected(FileServer);

#[rocket::async_trait]
impl Handler for Protected {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        match request.guard::<Verified>().await {
            Outcome::Success(_) => self.0.handle(request, data).await,
            Outcome::Error((status, _)) => Outcome::Error(status),
            Outcome::Forward(status) => Outcome::Forward((data, status)),
        }
    }
}

/// The files, for those of whom nothing more is asked.
pub(crate) fn protected() -> Vec<Route> {
    let handler = Protected(FileServer::from(FILES));
    vec![Route::new(Method::Get, "/<path..>", handler)]
}
