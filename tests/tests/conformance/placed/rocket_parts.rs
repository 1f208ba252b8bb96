//! What Rocket's applications are made of: the sessions, the gate, handlers that count, and fairings
//! that change what is asked or said.

use std::sync::OnceLock;

use countersign::subject::Principal;
use countersign_conformance::Session;
use countersign_rocket::{BoxError, FirstFactor, SecondFactorFairing, Verified};
use rocket::data::{Data, ToByteUnit as _};
use rocket::fairing::{AdHoc, Fairing, Info, Kind};
use rocket::fs::FileServer;
use rocket::http::uri::Origin;
use rocket::http::{Header, Method, Status};
use rocket::outcome::Outcome;
use rocket::response::stream::{Event, EventStream};
use rocket::{Request, Response, Route, State, catch, get, options, route, uri};

use super::kit::Kit;
use super::run::ELSEWHERE;

const METHODS: [Method; 4] = [Method::Get, Method::Post, Method::Put, Method::Delete];

/// The application's own sessions.
pub(super) struct Sessions(pub(super) Kit);

/// The session of a request, once the fairing has read it.
fn held<'r>(request: &'r Request<'_>) -> &'r OnceLock<Session> {
    request.local_cache(OnceLock::new)
}

#[rocket::async_trait]
impl Fairing for Sessions {
    fn info(&self) -> Info {
        Info { name: "sessions", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let cookie = request.cookies().get("session").map(|cookie| cookie.value().to_owned());
        held(request).get_or_init(|| self.0.site.session(cookie.as_deref()));
    }
}

struct First(Kit);

#[rocket::async_trait]
impl FirstFactor for First {
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        self.0.who(held(request).get().ok_or("there is no session")?)
    }
}

pub(super) fn gate(kit: &Kit) -> SecondFactorFairing {
    SecondFactorFairing::with(kit.web.clone(), First(kit.clone()))
}

/// What a handler does.
#[derive(Clone, Copy)]
pub(super) enum Does {
    Counts,
    /// It takes `Verified` and counts.
    TakesVerified,
    /// It counts and sends back what comes, while it comes.
    Echoes,
    /// It is for everybody, and leaves to the next what is no number.
    IsOpen,
}

#[derive(Clone)]
struct Handler(Kit, Does);

#[rocket::async_trait]
impl route::Handler for Handler {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        let Self(kit, does) = self;
        match does {
            Does::Counts => Outcome::from(request, kit.count()),
            Does::TakesVerified => match request.guard::<Verified>().await {
                Outcome::Success(_) => Outcome::from(request, kit.count()),
                Outcome::Forward(status) => Outcome::Forward((data, status)),
                Outcome::Error((status, _)) => Outcome::Error(status),
            },
            Does::Echoes => {
                kit.count();
                let body = data.open(8.mebibytes());
                Outcome::Success(Response::build().streamed_body(body).finalize())
            }
            Does::IsOpen => match request.param::<u64>(1) {
                Some(Err(_)) => Outcome::Forward((data, Status::NotFound)),
                Some(Ok(_)) | None => Outcome::from(request, "for everybody"),
            },
        }
    }
}

/// A route by every method.
pub(super) fn at(kit: &Kit, path: &str, does: Does) -> Vec<Route> {
    let handler = Handler(kit.clone(), does);
    METHODS.into_iter().map(|method| Route::new(method, path, handler.clone())).collect()
}

/// The same by one method, and with a rank.
pub(super) fn ranked(kit: &Kit, rank: isize, method: Method, path: &str, does: Does) -> Vec<Route> {
    vec![Route::ranked(rank, method, path, Handler(kit.clone(), does))]
}

/// A folder of files, whose server is counted.
pub(super) fn files(kit: &Kit) -> Vec<Route> {
    let mut routes: Vec<Route> = FileServer::from(env!("CARGO_MANIFEST_DIR")).into();
    for route in &mut routes {
        route.handler = Box::new(Counting(kit.clone(), route.handler.clone()));
    }
    routes
}

#[derive(Clone)]
struct Counting(Kit, Box<dyn route::Handler>);

#[rocket::async_trait]
impl route::Handler for Counting {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        self.0.count();
        self.1.handle(request, data).await
    }
}

#[get("/events")]
pub(super) fn events(kit: &State<Kit>) -> EventStream![Event + '_] {
    kit.count();
    EventStream! {
        yield Event::data("first");
        kit.go_on.notified().await;
        yield Event::data("second");
    }
}

#[get("/socket")]
pub(super) fn socket(
    kit: &State<Kit>,
    socket: rocket_ws::WebSocket,
) -> rocket_ws::Stream!['static] {
    kit.count();
    rocket_ws::Stream! { socket => for await message in socket { yield message?; } }
}

#[catch(404)]
pub(super) fn not_found(request: &Request<'_>) -> &'static str {
    request.rocket().state::<Kit>().map_or("", Kit::count)
}

/// Says that a page elsewhere may read the answer, as a fairing of CORS does.
pub(super) fn cors() -> AdHoc {
    AdHoc::on_response("CORS", |request, response| {
        Box::pin(async move {
            if request.headers().get_one("origin") == Some(ELSEWHERE) {
                response.set_header(Header::new("access-control-allow-origin", ELSEWHERE));
                response.set_header(Header::new("access-control-allow-methods", "GET, PUT"));
            }
        })
    })
}

/// Answers preflights in the place of whatever answered.
pub(super) fn preflights() -> AdHoc {
    AdHoc::on_response("preflights", |request, response| {
        Box::pin(async move {
            let asks = request.headers().contains("access-control-request-method");
            if request.method() == Method::Options && asks {
                response.set_status(Status::NoContent);
                response.set_sized_body(0, tokio::io::empty());
            }
        })
    })
}

/// The other way: preflights have a route.
#[options("/<_..>")]
pub(super) const fn preflight() -> Status {
    Status::NoContent
}

/// Whatever is asked for is put.
pub(super) fn put() -> AdHoc {
    AdHoc::on_request("put", |request, _| Box::pin(async move { request.set_method(Method::Put) }))
}

/// Whatever is asked for is the page.
pub(super) fn to_page() -> AdHoc {
    AdHoc::on_request("to the page", |request, _| {
        Box::pin(async move { request.set_uri(uri!("/page")) })
    })
}

/// Takes slashes off the end of every path.
pub(super) fn trim() -> AdHoc {
    AdHoc::on_request("trim", |request, _| {
        Box::pin(async move {
            let path = request.uri().path().as_str().trim_end_matches('/').to_owned();
            if let Ok(trimmed) = Origin::parse_owned(path) {
                request.set_uri(trimmed);
            }
        })
    })
}
