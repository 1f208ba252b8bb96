//! What axum's applications are made of: the sessions, the gate, handlers that count, and what else
//! stands in a stack.

use core::convert::Infallible;

use axum::body::Body;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::extract::{Extension, Request};
use axum::middleware::Next;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use countersign::subject::Principal;
use countersign_conformance::Session;
use countersign_tower::{BoxError, FirstFactor, SecondFactorLayer, Verified};
use countersign_web::cookie_value;
use futures_util::StreamExt as _;
use futures_util::stream::once;
use http::request::Parts;
use http::{HeaderValue, Method, Uri, header};
use tower_http::cors::{Any, CorsLayer};
use tower_http::services::ServeDir;

use super::kit::Kit;
use super::run::ELSEWHERE;

/// The first factor: the session that its layer left in the request.
#[derive(Clone)]
pub(super) struct First(Kit);

impl FirstFactor for First {
    async fn identify(&self, parts: &mut Parts) -> Result<Option<Principal>, BoxError> {
        let session = parts.extensions.get::<Session>().ok_or("there is no session")?;
        self.0.who(session)
    }
}

pub(super) fn gate(kit: &Kit) -> SecondFactorLayer<First> {
    SecondFactorLayer::with(kit.web.clone(), First(kit.clone()))
}

/// A gate that looks into a session of `tower-sessions`.
pub(super) fn gate_of_tower_sessions(
    kit: &Kit,
) -> SecondFactorLayer<impl FirstFactor + Clone + use<>> {
    let kit = kit.clone();
    SecondFactorLayer::new(kit.web.clone(), move |session: tower_sessions::Session| {
        let kit = kit.clone();
        async move {
            let id = session.get::<String>("id").await?;
            kit.who_has(id.as_deref())
        }
    })
}

/// The application's own sessions, outside of everything.
pub(super) async fn sessions(
    Extension(kit): Extension<Kit>,
    mut request: Request,
    next: Next,
) -> Response {
    let cookies = request.headers().get_all(header::COOKIE).iter();
    let session = kit.site.session(cookie_value(cookies, "session"));
    request.extensions_mut().insert(session);
    next.run(request).await
}

pub(super) async fn counted(Extension(kit): Extension<Kit>) -> &'static str {
    kit.count()
}

/// A handler with a second gate.
pub(super) async fn second(_: Verified, Extension(kit): Extension<Kit>) -> &'static str {
    kit.count()
}

/// A handler for everybody, which is not counted.
pub(super) async fn open() -> &'static str {
    "for everybody"
}

/// A folder of files, whose server is counted.
pub(super) fn files() -> Router {
    let folder = ServeDir::new(env!("CARGO_MANIFEST_DIR"));
    Router::new().fallback_service(folder).layer(middleware::from_fn(counting))
}

async fn counting(Extension(kit): Extension<Kit>, request: Request, next: Next) -> Response {
    kit.count();
    next.run(request).await
}

pub(super) async fn echo(Extension(kit): Extension<Kit>, body: Body) -> Body {
    kit.count();
    body
}

pub(super) async fn events(Extension(kit): Extension<Kit>) -> impl IntoResponse {
    kit.count();
    let second = async move {
        kit.go_on.notified().await;
        Ok(Event::default().data("second"))
    };
    Sse::new(
        once(async { Ok::<_, Infallible>(Event::default().data("first")) }).chain(once(second)),
    )
}

pub(super) async fn socket(Extension(kit): Extension<Kit>, socket: WebSocketUpgrade) -> Response {
    kit.count();
    socket.on_upgrade(echoes)
}

async fn echoes(mut socket: WebSocket) {
    while let Some(Ok(message)) = socket.recv().await {
        if socket.send(message).await.is_err() {
            break;
        }
    }
}

pub(super) fn cors() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static(ELSEWHERE)).allow_methods(Any)
}

/// Whatever is asked for is put.
pub(super) async fn put(mut request: Request) -> Request {
    *request.method_mut() = Method::PUT;
    request
}

/// Whatever is asked for is the page.
pub(super) async fn to_page(mut request: Request) -> Request {
    *request.uri_mut() = Uri::from_static("/page");
    request
}
