//! What actix's applications are made of: the sessions, the gate, handlers that count, and what else
//! may be wrapped.

use actix_cors::Cors;
use actix_files::Files;
use actix_session::storage::CookieSessionStore;
use actix_session::{Session as OwnSession, SessionExt as _, SessionMiddleware};
use actix_web::body::{EitherBody, MessageBody};
use actix_web::cookie::Key;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, Uri, header};
use actix_web::middleware::{ErrorHandlerResponse, ErrorHandlers, Next};
use actix_web::web::{Bytes, Data, Payload};
use actix_web::{Error, HttpMessage as _, HttpRequest, HttpResponse};
use countersign::subject::Principal;
use countersign_actix::{BoxError, FirstFactor, SecondFactorMiddleware, Verified};
use countersign_conformance::Session;
use countersign_web::cookie_value;
use futures_util::StreamExt as _;
use futures_util::stream::once;

use super::kit::Kit;
use super::run::ELSEWHERE;

/// The first factor: the session that its middleware left in the request.
pub(super) struct First(Kit);

impl FirstFactor for First {
    async fn identify(&self, request: &ServiceRequest) -> Result<Option<Principal>, BoxError> {
        let session = request.extensions().get::<Session>().cloned();
        self.0.who(&session.ok_or("there is no session")?)
    }
}

pub(super) fn gate(kit: &Kit) -> SecondFactorMiddleware<First> {
    SecondFactorMiddleware::with(kit.web.clone(), First(kit.clone()))
}

/// A gate that looks into a session of `actix-session`.
pub(super) fn gate_of_own_sessions(kit: &Kit) -> SecondFactorMiddleware<impl FirstFactor + use<>> {
    let kit = kit.clone();
    SecondFactorMiddleware::from_request_head(kit.web.clone(), move |request| {
        let id = request.get_session().get::<String>("id")?;
        kit.who_has(id.as_deref())
    })
}

pub(super) fn own_sessions() -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::new(CookieSessionStore::default(), Key::from(&[7; 64]))
}

/// Begins a session of `actix-session` for whom the site's own cookie names.
pub(super) async fn enter(request: HttpRequest, session: OwnSession) -> actix_web::Result<String> {
    let id = cookie_value(request.headers().get_all(header::COOKIE), "session");
    session.insert("id", id.unwrap_or_default())?;
    Ok("entered".to_owned())
}

/// The application's own sessions, outside of everything.
pub(super) async fn sessions(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(kit) = request.app_data::<Data<Kit>>().cloned() {
        let cookies = request.headers().get_all(header::COOKIE);
        let session = kit.site.session(cookie_value(cookies, "session"));
        request.extensions_mut().insert(session);
    }
    next.call(request).await
}

pub(super) async fn counted(kit: Data<Kit>) -> &'static str {
    kit.count()
}

/// A handler with a second gate.
pub(super) async fn second(_: Verified, kit: Data<Kit>) -> &'static str {
    kit.count()
}

/// A handler for everybody, which is not counted.
pub(super) async fn open() -> &'static str {
    "for everybody"
}

pub(super) fn files() -> Files {
    Files::new("/", env!("CARGO_MANIFEST_DIR"))
}

pub(super) async fn counting(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(kit) = request.app_data::<Data<Kit>>() {
        kit.count();
    }
    next.call(request).await
}

/// A handler of errors, which is counted.
pub(super) fn not_found<B: 'static>() -> ErrorHandlers<B> {
    ErrorHandlers::new().handler(StatusCode::NOT_FOUND, |response: ServiceResponse<B>| {
        let request = response.request();
        let said = request.app_data::<Data<Kit>>().map_or("", |kit| kit.count());
        let answer = HttpResponse::NotFound().body(said);
        let (request, _) = response.into_parts();
        let response =
            ServiceResponse::new(request, answer.map_body(|_, body| EitherBody::right(body)));
        Ok(ErrorHandlerResponse::Response(response))
    })
}

pub(super) async fn echo(kit: Data<Kit>, body: Payload) -> HttpResponse {
    kit.count();
    HttpResponse::Ok().streaming(body)
}

pub(super) async fn events(kit: Data<Kit>) -> HttpResponse {
    kit.count();
    let second = async move {
        kit.go_on.notified().await;
        Ok(Bytes::from_static(b"data: second\n\n"))
    };
    let first = once(async { Ok::<_, Error>(Bytes::from_static(b"data: first\n\n")) });
    HttpResponse::Ok().content_type("text/event-stream").streaming(first.chain(once(second)))
}

pub(super) async fn socket(
    request: HttpRequest,
    body: Payload,
    kit: Data<Kit>,
) -> actix_web::Result<HttpResponse> {
    kit.count();
    let (response, mut session, mut messages) = actix_ws::handle(&request, body)?;
    actix_web::rt::spawn(async move {
        while let Some(Ok(message)) = messages.next().await {
            if let actix_ws::Message::Text(text) = message
                && session.text(text).await.is_err()
            {
                break;
            }
        }
    });
    Ok(response)
}

pub(super) fn cors() -> Cors {
    Cors::default().allowed_origin(ELSEWHERE).allowed_methods(["GET", "PUT"])
}

/// Whatever is asked for is put.
pub(super) async fn put(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    request.head_mut().method = Method::PUT;
    next.call(request).await
}

/// Whatever is asked for is the page.
pub(super) async fn to_page(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let uri = Uri::from_static("/page");
    request.match_info_mut().get_mut().update(&uri);
    request.head_mut().uri = uri;
    next.call(request).await
}
