//! Which route leads where.
//!
//! ```text
//! sessions > Countersign > forms come from this site > routes
//! ```

use std::net::TcpListener;

use actix_files::Files;
use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Data, ServiceConfig, post, resource, route, scope, to};
use actix_web::{App, Error, HttpResponse, HttpServer, Route, guard};
use countersign_actix::{Origin, Verified};
use quickstart_shared::limits::PATIENCE;
use quickstart_shared::page::{CSS, STYLE_SHEET};
use quickstart_shared::pages::problem;
use quickstart_shared::site::{BoxError, FILES, Site};
use quickstart_shared::start;

use crate::countersign::{pages, protect};
use crate::page::shown;
use crate::sessions::Kept;
use crate::{account, api, form, live, open, sign_in, transfer};

/// Serves the whole site at `listener`, to be reached at `origin`, until it is time to end.
///
/// # Errors
/// Countersign does not start with these settings, or nobody can listen there.
pub fn serve(listener: TcpListener, site: Site, origin: Origin) -> Result<Server, BoxError> {
    // Every worker has an application of its own. What they share is made before.
    let (web, sessions) = (pages(&site, origin.clone())?, Kept::default());
    let server = HttpServer::new(move || {
        // What is wrapped last is asked first.
        App::new()
            .app_data(Data::new(site.clone()))
            .app_data(Data::new(origin.clone()))
            .app_data(form::config())
            .configure(routes)
            .wrap(from_fn(form::from_here))
            .wrap(protect(site.accounts.clone(), web.clone()))
            .wrap(sessions.middleware(&origin))
    });
    Ok(server
        .shutdown_signal(start::end())
        .shutdown_timeout(PATIENCE.as_secs())
        .listen(listener)?
        .run())
}

fn routes(config: &mut ServiceConfig) {
    let files = scope("/files")
        // Of a file nobody can ask for `Verified`, so its scope does.
        .wrap(from_fn(verified))
        // Without an index, a folder is not there. Nothing is listed.
        .service(Files::new("", FILES).index_file("index.html").default_handler(to(not_found)));
    config
        .service(resource("/").route(get().to(open::home)))
        .service(resource("/public").route(get().to(open::public)))
        .service(resource("/healthz").route(get().to(open::healthz)))
        .service(resource("/site.css").route(get().to(style_sheet)))
        .service(
            resource("/sign-in").route(get().to(sign_in::form)).route(post().to(sign_in::sign_in)),
        )
        .service(resource("/sign-out").route(post().to(sign_in::sign_out)))
        .service(resource("/account").route(get().to(account::show)))
        .service(resource("/password").route(post().to(account::change_password)))
        .service(
            resource("/transfer").route(get().to(transfer::show)).route(post().to(transfer::make)),
        )
        .service(resource("/api/ping").route(get().to(api::ping)))
        .service(resource("/events").route(get().to(live::events)))
        .service(resource("/ws").route(get().to(live::socket)))
        .service(files)
        .default_service(to(not_found));
}

/// A route for `GET`, and for the `HEAD` that asks what a `GET` would say (RFC 9110, 9.3.2).
fn get() -> Route {
    route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

async fn verified<B: MessageBody>(
    _: Verified,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    next.call(request).await
}

async fn style_sheet() -> HttpResponse {
    HttpResponse::Ok().content_type(CSS).body(STYLE_SHEET)
}

async fn not_found() -> HttpResponse {
    shown(problem(404))
}
