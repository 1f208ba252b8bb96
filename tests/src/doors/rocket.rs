//! The site behind Rocket and `countersign-rocket`.

use core::pin::Pin;
use std::io;
use std::sync::OnceLock;

use async_trait::async_trait;
use bytes::Bytes;
use countersign::subject::Principal;
use countersign_conformance::{Asks, Door, Opened, Page, Route, Session, Site, Visit};
use countersign_rocket::{
    BoxError, FirstFactor, Recent, SecondFactorFairing, SignedIn, Verified, Web, standing,
};
use rocket::data::{Data, ToByteUnit as _};
use rocket::fairing::{AdHoc, Fairing, Info, Kind};
use rocket::http::{Header, Method, Status};
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest, Request};
use rocket::{Build, Response, Rocket, Shutdown, route};

/// Without `HEAD`, which Rocket itself brings to what answers `GET`.
const METHODS: [Method; 8] = [
    Method::Get,
    Method::Post,
    Method::Put,
    Method::Patch,
    Method::Delete,
    Method::Options,
    Method::Trace,
    Method::Connect,
];

/// Rocket.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "it is a name and nothing else")]
pub struct RocketDoor;

#[async_trait]
impl Door for RocketDoor {
    fn name(&self) -> &str {
        "rocket"
    }

    /// Rocket's Shield.
    fn own_headers(&self) -> &[&str] {
        &["permissions-policy", "x-content-type-options", "x-frame-options"]
    }

    async fn open(&self, site: Site, web: Web) -> io::Result<Opened> {
        Self::launch(app(&site, web)).await
    }
}

impl RocketDoor {
    /// What a rocket is configured with here: a free port, no words, and a quick end.
    #[must_use]
    pub fn bare() -> Rocket<Build> {
        let figment = rocket::Config::figment()
            .merge(("log_level", "off"))
            .merge(("address", "127.0.0.1"))
            .merge(("port", 0))
            .merge(("shutdown.grace", 0))
            .merge(("shutdown.mercy", 0))
            .merge(("shutdown.ctrlc", false));
        rocket::custom(figment)
    }

    /// Launches a rocket.
    ///
    /// # Errors
    /// It does not lift off.
    pub async fn launch(rocket: Rocket<Build>) -> io::Result<Opened> {
        let (started, starting) = tokio::sync::oneshot::channel();
        let started = std::sync::Mutex::new(Some(started));
        let liftoff = AdHoc::on_liftoff("address", move |rocket| {
            let started = started.lock().ok().and_then(|mut started| started.take());
            let address = (rocket.config().address, rocket.config().port).into();
            if let Some(started) = started {
                // Whoever started it waits for this.
                let _ = started.send((address, rocket.shutdown()));
            }
            Box::pin(async {})
        });
        let rocket = rocket.attach(liftoff);
        let task = tokio::spawn(async move { rocket.launch().await.map(drop) });
        match starting.await {
            Ok((address, shutdown)) => Ok(Opened::new(address, Stops(Some(shutdown)))),
            Err(_) => match task.await {
                Ok(Err(error)) => Err(io::Error::other(error.to_string())),
                Ok(Ok(())) | Err(_) => Err(io::Error::other("it did not lift off")),
            },
        }
    }
}

struct Stops(Option<Shutdown>);

impl Drop for Stops {
    fn drop(&mut self) {
        if let Some(shutdown) = self.0.take() {
            shutdown.notify();
        }
    }
}

/// The site with the fairing, and its sessions before it.
fn app(site: &Site, web: Web) -> Rocket<Build> {
    let fairing = SecondFactorFairing::with(web, First(site.clone()))
        .rotate_session(|session: Held| async move { Ok(session.0.rotate()) });
    let open = Site::ROUTES.iter().filter(|route| route.asks == Asks::Open);
    let fairing = open.fold(fairing, |fairing, route| fairing.open(&pattern(route.path)));
    let handler = |route: &Route| Handler { site: site.clone(), route: *route };
    let routes = Site::ROUTES.iter().filter_map(|route| {
        let method = route.method.parse().ok()?;
        Some(rocket::Route::new(method, &pattern(route.path), handler(route)))
    });
    let anything = METHODS
        .map(|method| rocket::Route::ranked(1_000, method, "/<path..>", handler(&Site::ANYTHING)));
    RocketDoor::bare()
        .attach(Sessions(site.clone()))
        .attach(fairing)
        .mount("/", routes.collect::<Vec<_>>())
        .mount("/", anything)
}

/// `/items/{id}` and `/files/{*path}` in the words of Rocket.
fn pattern(path: &str) -> String {
    match path.split_once("{*") {
        Some((before, name)) => format!("{before}<{}..>", name.trim_end_matches('}')),
        None => path.replace('{', "<").replace('}', ">"),
    }
}

/// The application's own sessions: read before everything else, and written in the end.
struct Sessions(Site);

/// The session of a request.
struct Held(Session);

fn held<'r>(request: &'r Request<'_>) -> &'r OnceLock<Session> {
    request.local_cache(OnceLock::new)
}

#[rocket::async_trait]
impl Fairing for Sessions {
    fn info(&self) -> Info {
        Info { name: "sessions", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let cookie = request.cookies().get("session").map(|cookie| cookie.value().to_owned());
        held(request).get_or_init(|| self.0.session(cookie.as_deref()));
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let cookie = held(request).get().and_then(Session::set_cookie);
        if let Some(cookie) = cookie.as_ref().and_then(|cookie| cookie.to_str().ok()) {
            response.adjoin_header(Header::new("set-cookie", cookie.to_owned()));
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Held {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match held(request).get() {
            Some(session) => Outcome::Success(Self(session.clone())),
            None => Outcome::Error((Status::InternalServerError, ())),
        }
    }
}

/// The first factor.
struct First(Site);

#[rocket::async_trait]
impl FirstFactor for First {
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        let session = held(request).get().ok_or("no session")?;
        self.0.principal(session, request.headers().get_one("authorization"))
    }
}

#[derive(Clone)]
struct Handler {
    site: Site,
    route: Route,
}

#[rocket::async_trait]
impl route::Handler for Handler {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        let principal = match self.route.asks {
            Asks::Nothing => Outcome::Success(None),
            Asks::Open => {
                let who = request.guard::<Option<SignedIn>>().await.succeeded().flatten();
                Outcome::Success(who.map(|who| who.principal().clone()))
            }
            Asks::Verified => {
                request.guard::<Verified>().await.map(|who| Some(who.principal().clone()))
            }
            Asks::Recent => {
                request.guard::<Recent<300>>().await.map(|who| Some(who.principal().clone()))
            }
        };
        let principal = match principal {
            Outcome::Success(principal) => principal,
            Outcome::Forward(status) => return Outcome::Forward((data, status)),
            Outcome::Error((status, _)) => return Outcome::Error(status),
        };
        let Some(session) = held(request).get().cloned() else {
            return Outcome::Error(Status::InternalServerError);
        };
        let Ok(body) = data.open(8.mebibytes()).into_bytes().await else {
            return Outcome::Error(Status::BadRequest);
        };
        let key = request.headers().get_one("sec-websocket-key").map(str::to_owned);
        let visit = Visit {
            session,
            principal,
            standing: standing(request),
            socket_key: key,
            body: body.into_inner().into(),
        };
        let is_socket = self.route.page == Page::Socket;
        convert(self.site.answer(&self.route, visit).await, is_socket)
    }
}

fn convert<'r>(answer: http::Response<Bytes>, is_socket: bool) -> route::Outcome<'r> {
    let (head, body) = answer.into_parts();
    let mut response = Response::build();
    response.status(Status::new(head.status.as_u16()));
    for (name, value) in &head.headers {
        if let Ok(value) = value.to_str() {
            response.header_adjoin(Header::new(name.as_str().to_owned(), value.to_owned()));
        }
    }
    if is_socket {
        response.upgrade("websocket", Silent);
    }
    response.sized_body(body.len(), io::Cursor::new(body));
    Outcome::Success(response.finalize())
}

/// What becomes of a socket once it is open: nothing.
struct Silent;

#[rocket::async_trait]
impl rocket::data::IoHandler for Silent {
    async fn io(self: Pin<Box<Self>>, _: rocket::data::IoStream) -> io::Result<()> {
        Ok(())
    }
}
