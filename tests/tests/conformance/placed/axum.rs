//! Every place, at axum.

use async_trait::async_trait;
use axum::extract::{Extension, Request};
use axum::middleware::{from_fn, map_request};
use axum::response::IntoResponse;
use axum::routing::{any, get, put as on_put};
use axum::{Router, serve};
use core::convert::Infallible;
use countersign_conformance::Opened;
use tokio::net::TcpListener;
use tower::{Layer as _, Service};
use tower_http::normalize_path::NormalizePathLayer;
use tower_sessions::{MemoryStore, SessionManagerLayer};

use super::axum_parts::{
    cors, counted, echo, events, files, gate, gate_of_tower_sessions, open, put, second, sessions,
    socket, to_page,
};
use super::kit::{Framework, Kit, Not};
use super::row::Place;

/// axum.
pub(super) struct OnAxum;

#[async_trait]
impl Framework for OnAxum {
    async fn open(&self, place: Place, kit: Kit) -> Result<Opened, Not> {
        let app = app(place, &kit)?.layer(from_fn(sessions)).layer(Extension(kit));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(async move {
            // It ends with the task.
            let _ = serve(listener, app).await;
        });
        Ok(Opened::by_task(address, task))
    }
}

/// What stands within the sessions, or has sessions of its own.
fn app(place: Place, kit: &Kit) -> Result<Router, Not> {
    let gate = gate(kit);
    let none = Router::new;
    let page = || Router::new().route("/page", any(counted));
    let guarded = || Router::new().route("/page", any(second));
    Ok(match place {
        Place::Route => page().layer(gate),
        Place::Nested => none().nest("/nested", page().nest("/deeper", page())).layer(gate),
        Place::SubApplication => none().nest_service("/sub", page()).layer(gate),
        Place::Merged => {
            let two = Router::new().route("/two", any(counted));
            Router::new().route("/one", any(counted)).merge(two).layer(gate)
        }
        Place::OwnNotFound => none().layer(gate),
        Place::Fallback => none().fallback(counted).layer(gate),
        Place::NestedFallback => none().nest("/nested", none().fallback(counted)).layer(gate),
        Place::NotFoundHandler => {
            return Err(Not::Here("what is not found goes to the fallback, and nowhere else"));
        }
        Place::MethodFallback => {
            Router::new().route("/page", get(counted).fallback(counted)).layer(gate)
        }
        Place::MethodFallbackOfOpen => {
            Router::new().route("/open", get(open).fallback(second)).layer(gate.open("/open"))
        }
        Place::Ranks => return Err(Not::Here("one path is one route")),
        Place::OpenForwards | Place::OpenForwardsToAny => {
            return Err(Not::Here("a route that matches answers"));
        }
        Place::Files => none().nest_service("/files", files()).layer(gate),
        Place::FilesAtRoot => none().fallback_service(files()).layer(gate),
        Place::Echo => Router::new().route("/echo", any(echo)).layer(gate),
        Place::Events => Router::new().route("/events", get(events)).layer(gate),
        Place::Socket => Router::new().route("/socket", any(socket)).layer(gate),
        Place::CorsOutside => page().layer(gate).layer(cors()),
        Place::CorsInside => page().layer(cors()).layer(gate),
        Place::MethodField => return Err(Not::Here("a form is a body")),
        // A layer of a router is behind its routing. What is to change a route stands around it.
        Place::MethodInside => around(gate.layer(map_request(put).layer(puts()))),
        Place::MethodOutside => around(map_request(put).layer(puts().layer(gate))),
        Place::PathInside => around(gate.layer(map_request(to_page).layer(page()))),
        Place::PathOutside => {
            let routes = page().route("/open", any(open));
            around(map_request(to_page).layer(routes.layer(gate.open("/open"))))
        }
        Place::OpenPathInside => {
            let rewritten = map_request(to_page).layer(guarded());
            Router::new().route_service("/open", rewritten).layer(gate.open("/open"))
        }
        Place::OpenPathToAny => {
            return Err(Not::Here("what was put at an open route is open: hence the row above"));
        }
        Place::SlashesInside => {
            around(gate.layer(NormalizePathLayer::trim_trailing_slash().layer(page())))
        }
        Place::SlashesOutside => {
            around(NormalizePathLayer::trim_trailing_slash().layer(page().layer(gate)))
        }
        Place::SessionsInside => page().layer(tower_sessions()).layer(gate_of_tower_sessions(kit)),
        Place::SessionsInScope => {
            let scope = guarded().layer(tower_sessions());
            Router::new().nest("/scope", scope).layer(gate_of_tower_sessions(kit))
        }
        Place::Twice => page().layer(gate.clone()).layer(gate),
        Place::NestedAndAround => {
            Router::new().nest("/nested", page().layer(gate.clone())).layer(gate)
        }
        Place::Outermost => around(gate.layer(page())),
        Place::AddedAfter => covered().layer(gate).route("/late", any(second)),
        Place::MergedAfter => covered()
            .layer(gate)
            .merge(Router::new().route("/merged", any(second)))
            .nest("/nested", guarded()),
        Place::OnNested => {
            Router::new().nest("/nested", guarded().layer(gate)).route("/beside", any(second))
        }
        Place::OnRoute => guarded().route_layer(gate).fallback(second),
    })
}

fn covered() -> Router {
    Router::new().route("/covered", any(second))
}

fn puts() -> Router {
    Router::new().route("/page", on_put(counted))
}

fn tower_sessions() -> SessionManagerLayer<MemoryStore> {
    SessionManagerLayer::new(MemoryStore::default())
}

/// What is no router any more.
fn around<S>(service: S) -> Router
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
{
    Router::new().fallback_service(service)
}
