//! Which route leads where.
//!
//! ```text
//! sessions > Countersign > forms come from this site > routes
//! ```

use axum::Router;
use axum::http::{StatusCode, header};
use axum::middleware::from_extractor;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use countersign::SecondFactor;
use countersign_tower::{BoxError, Origin, Verified};
use tower_http::csrf::CsrfLayer;
use tower_http::services::ServeDir;
use tower_sessions::cookie::SameSite;
use tower_sessions::{MemoryStore, SessionManagerLayer};

use crate::accounts::Accounts;
use crate::countersign::protect;
use crate::{account, api, live, open, pages, sign_in, transfer};

/// The protected files.
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/files");

/// What the handlers work with.
#[derive(Clone, Debug)]
pub struct Site {
    pub(crate) accounts: Accounts,
    pub(crate) second_factor: SecondFactor,
}

impl Site {
    /// A site with these accounts and this second factor.
    #[must_use]
    pub const fn new(accounts: Accounts, second_factor: SecondFactor) -> Self {
        Self { accounts, second_factor }
    }

    /// The whole site, to be reached at `origin`.
    ///
    /// # Errors
    /// Countersign does not start with these settings.
    pub fn router(self, origin: Origin) -> Result<Router, BoxError> {
        let sessions = SessionManagerLayer::new(MemoryStore::default())
            .with_name("session")
            .with_http_only(true)
            .with_same_site(SameSite::Lax)
            .with_secure(origin.is_encrypted());
        let own_forms = CsrfLayer::new().add_trusted_origin(origin.to_string())?;
        let Self { accounts, second_factor } = self.clone();
        let site = routes().with_state(self).layer(own_forms);
        Ok(protect(site, second_factor, origin, accounts)?.layer(sessions))
    }
}

fn routes() -> Router<Site> {
    let files = Router::new()
        .nest_service("/files", ServeDir::new(FILES))
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
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("site.css"))
}

async fn not_found() -> Response {
    pages::plain(StatusCode::NOT_FOUND, "Not found", "There is nothing at this address.")
}
