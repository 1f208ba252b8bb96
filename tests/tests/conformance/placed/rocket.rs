//! Every place, at Rocket.

use async_trait::async_trait;
use countersign_conformance::Opened;
use countersign_tests::doors::RocketDoor;
use rocket::fairing::AdHoc;
use rocket::http::Method;
use rocket::{Build, Rocket, catchers, routes};

use super::kit::{Framework, Kit, Not};
use super::rocket_parts::{
    Does, Sessions, at, cors, events, files, gate, not_found, preflight, preflights, put, ranked,
    socket, to_page, trim,
};
use super::row::Place;

/// Rocket.
pub(super) struct OnRocket;

#[async_trait]
impl Framework for OnRocket {
    async fn open(&self, place: Place, kit: Kit) -> Result<Opened, Not> {
        Ok(RocketDoor::launch(app(place, &kit)?).await?)
    }
}

const NOT_AROUND: Not = Not::Here("a fairing is before all routes, and around none");

fn app(place: Place, kit: &Kit) -> Result<Rocket<Build>, Not> {
    let bare = || RocketDoor::bare().manage(kit.clone());
    // Attached in the usual order: the sessions, and then the gate.
    let gated = || bare().attach(Sessions(kit.clone())).attach(gate(kit));
    let page = || at(kit, "/page", Does::Counts);
    let guarded = || at(kit, "/page", Does::TakesVerified);
    Ok(match place {
        Place::Route => gated().mount("/", page()),
        Place::Nested => gated().mount("/nested", page()).mount("/nested/deeper", page()),
        Place::SubApplication => {
            let routes = page();
            let sub = AdHoc::on_ignite("a part of the application", |rocket| async {
                rocket.mount("/sub", routes)
            });
            gated().attach(sub)
        }
        Place::Merged => {
            let two = at(kit, "/two", Does::Counts);
            gated().mount("/", at(kit, "/one", Does::Counts)).mount("/", two)
        }
        Place::OwnNotFound => gated(),
        Place::Fallback => gated().mount("/", last(kit)),
        Place::NestedFallback => gated().mount("/nested", last(kit)),
        Place::NotFoundHandler => gated().register("/", catchers![not_found]),
        Place::MethodFallback => {
            return Err(Not::Here("a route has one method, and another method another route"));
        }
        Place::MethodFallbackOfOpen => {
            let here = ranked(kit, 0, Method::Get, "/open", Does::IsOpen);
            let post = ranked(kit, 1, Method::Post, "/<rest..>", Does::TakesVerified);
            opening(kit, "/open").mount("/", here).mount("/", post)
        }
        Place::Ranks => gated()
            .mount("/ranked", ranked(kit, 1, Method::Get, "/7", Does::Counts))
            .mount("/ranked", ranked(kit, 2, Method::Get, "/<name>", Does::Counts))
            .mount("/", ranked(kit, isize::MIN + 1, Method::Get, "/early", Does::Counts))
            .mount("/", ranked(kit, isize::MAX, Method::Get, "/late", Does::Counts)),
        Place::OpenForwards => forwarding(kit, Does::TakesVerified),
        Place::OpenForwardsToAny => forwarding(kit, Does::Counts),
        Place::Files => gated().mount("/files", files(kit)),
        Place::FilesAtRoot => gated().mount("/", files(kit)),
        Place::Echo => gated().mount("/", at(kit, "/echo", Does::Echoes)),
        Place::Events => gated().mount("/", routes![events]),
        Place::Socket => gated().mount("/", routes![socket]),
        Place::CorsOutside => {
            let cors = bare().attach(cors()).attach(preflights());
            cors.attach(Sessions(kit.clone())).attach(gate(kit)).mount("/", page())
        }
        Place::CorsInside => {
            gated().attach(cors()).mount("/", routes![preflight]).mount("/", page())
        }
        Place::MethodField => {
            gated().mount("/", ranked(kit, 0, Method::Put, "/page", Does::Counts))
        }
        Place::MethodInside => {
            let puts = ranked(kit, 0, Method::Put, "/page", Does::Counts);
            gated().attach(put()).mount("/", puts)
        }
        Place::MethodOutside => {
            let puts = ranked(kit, 0, Method::Put, "/page", Does::Counts);
            let outside = bare().attach(put());
            outside.attach(Sessions(kit.clone())).attach(gate(kit)).mount("/", puts)
        }
        Place::PathInside => gated().attach(to_page()).mount("/", page()),
        Place::PathOutside => {
            let outside = bare().attach(to_page()).attach(Sessions(kit.clone()));
            let open = at(kit, "/open", Does::IsOpen);
            outside.attach(gate(kit).open("/open")).mount("/", page()).mount("/", open)
        }
        Place::OpenPathInside => rewriting(kit, guarded()),
        Place::OpenPathToAny => rewriting(kit, page()),
        Place::SlashesInside => gated().attach(trim()).mount("/", page()),
        Place::SlashesOutside => {
            let outside = bare().attach(trim()).attach(Sessions(kit.clone()));
            outside.attach(gate(kit)).mount("/", page())
        }
        Place::SessionsInside => {
            bare().attach(gate(kit)).attach(Sessions(kit.clone())).mount("/", page())
        }
        Place::Twice => gated().attach(gate(kit)).mount("/", page()),
        Place::AddedAfter => gated().mount("/", at(kit, "/late", Does::TakesVerified)),
        Place::MergedAfter => {
            let (merged, nested) = (at(kit, "/merged", Does::TakesVerified), guarded());
            let late = AdHoc::on_ignite("late", |rocket| async {
                rocket.mount("/", merged).mount("/nested", nested)
            });
            gated().attach(late)
        }
        Place::SessionsInScope
        | Place::NestedAndAround
        | Place::Outermost
        | Place::OnNested
        | Place::OnRoute => return Err(NOT_AROUND),
    })
}

/// With a route that is open.
fn opening(kit: &Kit, route: &str) -> Rocket<Build> {
    let gate = gate(kit).open(route);
    RocketDoor::bare().manage(kit.clone()).attach(Sessions(kit.clone())).attach(gate)
}

/// With an open route that leaves what is no number to another.
fn forwarding(kit: &Kit, does: Does) -> Rocket<Build> {
    opening(kit, "/open/<number>")
        .mount("/", ranked(kit, 1, Method::Get, "/open/<number>", Does::IsOpen))
        .mount("/", ranked(kit, 20, Method::Get, "/open/<name>", does))
}

/// With an open route, of which a later fairing makes the page.
fn rewriting(kit: &Kit, page: Vec<rocket::Route>) -> Rocket<Build> {
    let open = at(kit, "/open", Does::IsOpen);
    opening(kit, "/open").attach(to_page()).mount("/", page).mount("/", open)
}

/// Whatever no other route takes.
fn last(kit: &Kit) -> Vec<rocket::Route> {
    let by = |method| ranked(kit, 1_000, method, "/<rest..>", Does::Counts);
    [Method::Get, Method::Post].into_iter().flat_map(by).collect()
}
