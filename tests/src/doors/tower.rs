//! The site behind axum and `countersign-tower`.

use std::io;

use async_trait::async_trait;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Extension, FromRequest, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, any, on};
use axum::{Router, serve};
use countersign::subject::Principal;
use countersign_conformance::{Asks, Door, Opened, Route, Session, Site, Visit};
use countersign_tower::{Recent, SecondFactorLayer, SignedIn, Standing, Verified, Web};
use countersign_web::cookie_value;
use http::{HeaderMap, StatusCode, header};

/// axum.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "it is a name and nothing else")]
pub struct Tower;

#[async_trait]
impl Door for Tower {
    fn name(&self) -> &str {
        "tower"
    }

    async fn open(&self, site: Site, web: Web) -> io::Result<Opened> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let app = app(&site, web);
        let task = tokio::spawn(async move {
            // It ends with the task.
            let _ = serve(listener, app).await;
        });
        Ok(Opened::by_task(address, task))
    }
}

/// What a handler asks for; anything but what the site says is a broken adapter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum SecondGate {
    AsItAsks,
    Verified,
}

/// What an error of the first factor means; anything but a fault is a broken adapter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum FirstFactorFails {
    Fault,
    Nobody,
}

/// Whether sessions get new ids; one that keeps them is a broken adapter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Rotation {
    Rotates,
    Keeps,
}

/// The site with the layer, and its sessions outside of it.
fn app(site: &Site, web: Web) -> Router {
    let sessions = site.clone();
    gated(site, web, SecondGate::AsItAsks, FirstFactorFails::Fault, Rotation::Rotates)
        .layer(middleware::from_fn(move |request, next| within(sessions.clone(), request, next)))
}

/// The site with the layer.
pub(super) fn gated(
    site: &Site,
    web: Web,
    gate: SecondGate,
    fails: FirstFactorFails,
    rotation: Rotation,
) -> Router {
    let routes = routes(site, gate);
    let first = site.clone();
    let layer = SecondFactorLayer::new(web, move |given: (Extension<Session>, HeaderMap)| {
        let (Extension(session), headers) = given;
        let key = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let principal = match (first.principal(&session, key), fails) {
            (Err(_), FirstFactorFails::Nobody) => Ok(None),
            (found, _) => found,
        };
        async move { principal }
    });
    let open = Site::ROUTES.iter().filter(|route| route.asks == Asks::Open);
    let layer = open.fold(layer, |layer, route| layer.open(route.path));
    match rotation {
        Rotation::Keeps => routes.layer(layer),
        Rotation::Rotates => routes.layer(layer.rotate_session(
            |Extension(session): Extension<Session>| async move { Ok(session.rotate()) },
        )),
    }
}

/// The site without the layer.
pub(super) fn routes(site: &Site, gate: SecondGate) -> Router {
    let asks = |route: &Route| match (route.asks, gate) {
        (Asks::Recent, SecondGate::Verified) => Asks::Verified,
        (asks, _) => asks,
    };
    let routes = Site::ROUTES.iter().fold(Router::new(), |routes, route| {
        routes.route(route.path, handler(site, *route, asks(route)))
    });
    let anything = handler(site, Site::ANYTHING, Asks::Nothing);
    routes.fallback_service(anything).layer(DefaultBodyLimit::disable())
}

/// The application's own sessions: read before everything else, and written in the end.
pub(super) async fn within(site: Site, mut request: Request, next: Next) -> Response {
    let cookies = request.headers().get_all(header::COOKIE).iter();
    let session = site.session(cookie_value(cookies, "session"));
    request.extensions_mut().insert(session.clone());
    let mut response = next.run(request).await;
    if let Some(cookie) = session.set_cookie() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn handler(site: &Site, route: Route, asks: Asks) -> MethodRouter {
    let site = site.clone();
    let method = route.http_method().and_then(|method| MethodFilter::try_from(method).ok());
    macro_rules! by {
        ($handler:expr) => {
            match method {
                Some(method) => on(method, $handler),
                None => any($handler),
            }
        };
    }
    let answer = move |who: Option<Principal>, rest: Rest| async move {
        let Rest { session, standing, socket_key, body } = rest;
        let visit = Visit { session, principal: who, standing, socket_key, body };
        site.answer(&route, visit).await.map(Body::from)
    };
    match asks {
        Asks::Open => by!(|who: Option<SignedIn>, rest: Rest| {
            answer(who.map(|who| who.principal().clone()), rest)
        }),
        Asks::Nothing => by!(|rest: Rest| answer(None, rest)),
        Asks::Verified => {
            by!(|who: Verified, rest: Rest| answer(Some(who.principal().clone()), rest))
        }
        Asks::Recent => {
            by!(|who: Recent<300>, rest: Rest| answer(Some(who.principal().clone()), rest))
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

impl<S: Send + Sync> FromRequest<S> for Rest {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let extensions = request.extensions();
        let missing = || StatusCode::INTERNAL_SERVER_ERROR.into_response();
        let session = extensions.get::<Session>().cloned().ok_or_else(missing)?;
        let standing = extensions.get::<Standing>().copied();
        let key = request.headers().get(header::SEC_WEBSOCKET_KEY);
        let socket_key = key.and_then(|key| key.to_str().ok()).map(str::to_owned);
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(IntoResponse::into_response)?;
        Ok(Self { session, standing, socket_key, body })
    }
}
