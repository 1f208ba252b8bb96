//! Which route leads where.
//!
//! ```text
//! sessions > Countersign > forms come from this site > routes
//! ```

use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::http::{Response, header};
use axum::middleware::from_extractor;
use axum::response::IntoResponse;
use axum::routing::{any, get, post};
use countersign_tower::{Origin, Verified};
use quickstart_shared::limits::LARGEST_FORM;
use quickstart_shared::page::{CSS, STYLE_SHEET};
use quickstart_shared::pages::problem;
use quickstart_shared::site::{BoxError, FILES, Site};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::services::ServeDir;
use tower_sessions::cookie::SameSite;
use tower_sessions::{MemoryStore, SessionManagerLayer};

use crate::countersign::protect;
use crate::page::shown;
use crate::{account, api, live, open, sign_in, transfer};

/// The whole site, to be reached at `origin`.
///
/// # Errors
/// Countersign does not start with these settings.
pub fn router(site: Site, origin: &Origin) -> Result<Router, BoxError> {
    let sessions = SessionManagerLayer::new(MemoryStore::default())
        .with_name("session")
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(origin.is_encrypted());
    let own_forms = CsrfLayer::new()
        .add_trusted_origin(origin.to_string())?
        .with_rejection_response(from_elsewhere);
    let routes = routes()
        .with_state(site.clone())
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(own_forms);
    Ok(protect(routes, site, origin.clone())?.layer(sessions))
}

fn routes() -> Router<Site> {
    let files = Router::new()
        .nest_service("/files", ServeDir::new(FILES).fallback(any(not_found)))
        // Of a file nobody can ask for `Verified`, so its route does.
        .route_layer(from_extractor::<Verified>());
    Router::new()
        .route("/", get(open::home))
        .route("/public", get(open::public))
        .route("/healthz", get(open::healthz))
        .route("/site.css", get(style_sheet))
        .route("/sign-in", get(sign_in::form).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/account", get(account::show))
        .route("/password", post(account::change_password))
        .route("/transfer", get(transfer::show).post(transfer::make))
        .route("/api/ping", get(api::ping))
        .route("/events", get(live::events))
        .route("/ws", get(live::socket))
        .merge(files)
        .fallback(not_found)
}

async fn style_sheet() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, CSS)], STYLE_SHEET)
}

async fn not_found() -> Response<Body> {
    shown(problem(404))
}

fn from_elsewhere(_: ProtectionError) -> Response<Body> {
    shown(problem(403))
}
