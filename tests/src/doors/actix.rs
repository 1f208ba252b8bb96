//! The site behind actix-web and `countersign-actix`.

use core::fmt::Debug;
use core::time::Duration;
use std::io;
use std::sync::mpsc;
use std::thread;

use actix_http::Request;
use actix_service::IntoServiceFactory;
use actix_web::body::MessageBody;
use actix_web::dev::{
    AppConfig, Payload, Response, ServerHandle, ServiceFactory, ServiceRequest, ServiceResponse,
};
use actix_web::error::ErrorInternalServerError;
use actix_web::http::{Method, header};
use actix_web::middleware::{Next, from_fn};
use actix_web::{
    App, Error, FromRequest, HttpMessage as _, HttpRequest, HttpResponse, HttpServer, guard, web,
};
use async_trait::async_trait;
use bytes::Bytes;
use countersign::subject::Principal;
use countersign_actix::{
    FirstFactor, Recent, RotateSession, SecondFactorMiddleware, SignedIn, Standing, Verified, Web,
};
use countersign_conformance::{Asks, Door, Opened, Route, Session, Site, Visit};
use countersign_web::cookie_value;
use futures_util::future::LocalBoxFuture;

/// How long a request may take to arrive. Actix lets it take five seconds.
const PATIENCE: Duration = Duration::from_secs(120);
/// The largest body that a handler of the site takes.
const LARGEST: usize = 8 * 1024 * 1024;

/// actix-web.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "it is a name and nothing else")]
pub struct Actix;

#[async_trait]
impl Door for Actix {
    fn name(&self) -> &str {
        "actix"
    }

    async fn open(&self, site: Site, pages: Web) -> io::Result<Opened> {
        Self::serve(move || app(site.clone(), pages.clone()))
    }
}

impl Actix {
    /// Serves whatever application `app` makes, on a free port.
    ///
    /// # Errors
    /// It cannot listen.
    pub fn serve<F, I, S, B>(app: F) -> io::Result<Opened>
    where
        F: Fn() -> I + Send + Clone + 'static,
        I: IntoServiceFactory<S, Request>,
        S: ServiceFactory<Request, Config = AppConfig> + 'static,
        S::Error: Into<Error>,
        S::InitError: Debug,
        S::Response: Into<Response<B>>,
        B: MessageBody + 'static,
    {
        let (started, starting) = mpsc::channel();
        let thread = thread::spawn(move || {
            let server = HttpServer::new(app).workers(1).disable_signals();
            // A client that has to wait for a processor is not one that never speaks.
            let server = server.client_request_timeout(PATIENCE).bind(("127.0.0.1", 0));
            let system = actix_web::rt::System::new();
            system.block_on(async move {
                let server = server?;
                let address = server.addrs().first().copied();
                let server = server.run();
                // Whoever started it waits for this.
                let _ = started.send(address.map(|address| (address, server.handle())));
                server.await
            })
        });
        match starting.recv() {
            Ok(Some((address, handle))) => Ok(Opened::new(address, Stops(handle))),
            Ok(None) | Err(_) => {
                let ended = thread.join().map_err(|_| io::Error::other("the server fell over"))?;
                Err(ended.err().unwrap_or_else(|| io::Error::other("it has no address")))
            }
        }
    }
}

struct Stops(ServerHandle);

impl Drop for Stops {
    fn drop(&mut self) {
        // It is told as soon as it is asked, whether or not anybody waits for it.
        drop(self.0.stop(false));
    }
}

/// The site with the middleware, and its sessions outside of it.
fn app(
    site: Site,
    pages: Web,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let (routes, fallback, first) = (site.clone(), site.clone(), site.clone());
    App::new()
        .app_data(web::PayloadConfig::new(LARGEST))
        .configure(move |app| {
            for path in paths() {
                let here = Site::ROUTES.iter().filter(|route| route.path == path);
                let resource = web::resource(pattern(path));
                let resource = here.fold(resource, |to, route| to.route(handler(&routes, *route)));
                app.service(resource);
            }
        })
        .default_service(handler(&fallback, Site::ANYTHING))
        .wrap(middleware(&first, pages))
        .wrap(from_fn(move |request: ServiceRequest, next: Next<_>| {
            within(site.clone(), request, next)
        }))
}

fn middleware(
    site: &Site,
    pages: Web,
) -> SecondFactorMiddleware<impl FirstFactor + use<>, impl RotateSession + use<>> {
    let first = site.clone();
    let middleware =
        SecondFactorMiddleware::new(pages, move |given: (web::ReqData<Session>, HttpRequest)| {
            let (session, request) = given;
            let key = request.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok());
            let principal = first.principal(&session, key);
            async move { principal }
        })
        .rotate_session(|session: web::ReqData<Session>| async move { Ok(session.rotate()) });
    let open = Site::ROUTES.iter().filter(|route| route.asks == Asks::Open);
    open.fold(middleware, |middleware, route| middleware.open(&pattern(route.path)))
}

/// The application's own sessions: read before everything else, and written in the end.
async fn within(
    site: Site,
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let session = site.session(cookie_value(request.headers().get_all(header::COOKIE), "session"));
    request.extensions_mut().insert(session.clone());
    let mut response = next.call(request).await?;
    let cookie = session
        .set_cookie()
        .and_then(|cookie| header::HeaderValue::from_bytes(cookie.as_bytes()).ok());
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

fn handler(site: &Site, route: Route) -> actix_web::Route {
    let site = site.clone();
    let to = match route.method.parse() {
        // actix brings a HEAD to nothing that does not ask for it.
        Ok(Method::GET) => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
        Ok(method) => web::method(method),
        Err(_) => web::route(),
    };
    let answer = move |who: Option<Principal>, rest: Rest| {
        let site = site.clone();
        async move {
            let Rest { session, standing, socket_key, body } = rest;
            let visit = Visit { session, principal: who, standing, socket_key, body };
            convert(site.answer(&route, visit).await)
        }
    };
    match route.asks {
        Asks::Open => to.to(move |who: Option<SignedIn>, rest: Rest| {
            answer(who.map(|who| who.principal().clone()), rest)
        }),
        Asks::Nothing => to.to(move |rest: Rest| answer(None, rest)),
        Asks::Verified => {
            to.to(move |who: Verified, rest: Rest| answer(Some(who.principal().clone()), rest))
        }
        Asks::Recent => {
            to.to(move |who: Recent<300>, rest: Rest| answer(Some(who.principal().clone()), rest))
        }
    }
}

/// What a handler is given besides whom its extractor names.
struct Rest {
    session: Session,
    standing: Option<Standing>,
    socket_key: Option<String>,
    body: Bytes,
}

impl FromRequest for Rest {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let session = request.extensions().get::<Session>().cloned();
        let standing = request.extensions().get::<Standing>().copied();
        let key = request.headers().get(header::SEC_WEBSOCKET_KEY);
        let socket_key = key.and_then(|key| key.to_str().ok()).map(str::to_owned);
        // What follows the head of a handshake is the socket's, and has no end.
        let body = socket_key.is_none().then(|| Bytes::from_request(request, payload));
        Box::pin(async move {
            let session = session.ok_or_else(|| ErrorInternalServerError("no session"))?;
            let body = match body {
                Some(body) => body.await?,
                None => Bytes::new(),
            };
            Ok(Self { session, standing, socket_key, body })
        })
    }
}

/// Every path once: actix has all methods of a path in one resource.
fn paths() -> Vec<&'static str> {
    let mut paths: Vec<_> = Site::ROUTES.iter().map(|route| route.path).collect();
    paths.dedup();
    paths
}

/// `/files/{*path}` in the words of actix.
fn pattern(path: &str) -> String {
    match path.split_once("{*") {
        Some((before, name)) => format!("{before}{{{}:.*}}", name.trim_end_matches('}')),
        None => path.to_owned(),
    }
}

fn convert(response: http::Response<Bytes>) -> HttpResponse {
    let (head, body) = response.into_parts();
    let status = actix_web::http::StatusCode::from_u16(head.status.as_u16()).unwrap_or_default();
    let mut answer = HttpResponse::build(status);
    for (name, value) in &head.headers {
        answer.append_header((name.as_str(), value.as_bytes()));
    }
    if head.status == http::StatusCode::SWITCHING_PROTOCOLS {
        answer.upgrade("websocket");
    }
    answer.body(body)
}
