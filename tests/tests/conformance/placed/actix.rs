//! Every place, at actix.

use actix_web::App;
use actix_web::middleware::{NormalizePath, from_fn};
use actix_web::web::{Data, ServiceConfig};
use async_trait::async_trait;
use countersign_conformance::Opened;
use countersign_tests::doors::Actix;

use super::actix_parts::{
    cors, gate, gate_of_own_sessions, not_found, own_sessions, put, sessions, to_page,
};
use super::actix_routes as routes;
use super::kit::{Framework, Kit, Not};
use super::row::Place;

/// actix.
pub(super) struct OnActix;

/// The application with its sessions outside, and in it the routes and what is wrapped around them, from
/// the inside out. An application with another wrap is of another type.
macro_rules! app {
    ($kit:ident, $routes:expr $(, $wrap:expr)*) => {
        Ok(Actix::serve(move || {
            App::new()
                .app_data(Data::new($kit.clone()))
                .configure($routes)
                $(.wrap($wrap))*
                .wrap(from_fn(sessions))
        })?)
    };
}

#[async_trait]
impl Framework for OnActix {
    async fn open(&self, place: Place, kit: Kit) -> Result<Opened, Not> {
        match place {
            Place::Route => gated(kit, routes::page),
            Place::Nested => gated(kit, routes::nested),
            Place::SubApplication => gated(kit, routes::sub_application),
            Place::Merged => gated(kit, routes::merged),
            Place::OwnNotFound => gated(kit, routes::none),
            Place::Fallback => gated(kit, routes::fallback),
            Place::NestedFallback => gated(kit, routes::nested_fallback),
            Place::NotFoundHandler => app!(kit, routes::none, not_found(), gate(&kit)),
            Place::MethodFallback => gated(kit, routes::method_fallback),
            Place::MethodFallbackOfOpen => gated(kit, routes::method_fallback_of_open),
            Place::Ranks => gated(kit, routes::guarded),
            Place::OpenForwards => gated(kit, routes::open_forwards),
            Place::OpenForwardsToAny | Place::OpenPathToAny => {
                Err(Not::Here("it would run, and its answer be withheld: hence the row above"))
            }
            Place::Files => gated(kit, routes::files_below),
            Place::FilesAtRoot => gated(kit, routes::files_at_root),
            Place::Echo => gated(kit, routes::echoes),
            Place::Events => gated(kit, routes::streams),
            Place::Socket => gated(kit, routes::sockets),
            Place::CorsOutside => app!(kit, routes::page, gate(&kit), cors()),
            Place::CorsInside => app!(kit, routes::page, cors(), gate(&kit)),
            Place::MethodField => Err(Not::Here("a form is a body")),
            Place::MethodInside => app!(kit, routes::puts, from_fn(put), gate(&kit)),
            Place::MethodOutside => app!(kit, routes::puts, gate(&kit), from_fn(put)),
            Place::PathInside => app!(kit, routes::page, from_fn(to_page), gate(&kit)),
            Place::PathOutside => {
                app!(kit, routes::page_and_open, gate(&kit).open("/open"), from_fn(to_page))
            }
            Place::OpenPathInside => {
                app!(kit, routes::second_and_open, from_fn(to_page), gate(&kit).open("/open"))
            }
            Place::SlashesInside => app!(kit, routes::page, NormalizePath::trim(), gate(&kit)),
            Place::SlashesOutside => app!(kit, routes::page, gate(&kit), NormalizePath::trim()),
            Place::SessionsInside => {
                app!(kit, routes::page, own_sessions(), gate_of_own_sessions(&kit))
            }
            Place::SessionsInScope => app!(kit, routes::own_scope, gate_of_own_sessions(&kit)),
            Place::Twice => app!(kit, routes::page, gate(&kit), gate(&kit)),
            Place::NestedAndAround => {
                let nested = routes::with_gates(&kit);
                app!(kit, nested.clone(), gate(&kit))
            }
            Place::Outermost => {
                Err(Not::Here("an application has its middleware inside, and nothing around it"))
            }
            Place::AddedAfter => wrapped_first(kit, routes::late),
            Place::MergedAfter => wrapped_first(kit, routes::merged_late),
            Place::OnNested | Place::OnRoute => {
                let some = routes::with_gates(&kit);
                app!(kit, some.clone())
            }
        }
    }
}

/// One gate around all of it.
fn gated(kit: Kit, routes: fn(&mut ServiceConfig)) -> Result<Opened, Not> {
    app!(kit, routes, gate(&kit).open("/open").open("/open/{number}"))
}

/// The gate first, and then the routes: in actix that is the same.
fn wrapped_first(kit: Kit, routes: fn(&mut ServiceConfig)) -> Result<Opened, Not> {
    Ok(Actix::serve(move || {
        App::new()
            .app_data(Data::new(kit.clone()))
            .wrap(gate(&kit))
            .wrap(from_fn(sessions))
            .configure(routes)
    })?)
}
