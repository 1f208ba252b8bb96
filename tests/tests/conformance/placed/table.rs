//! The table: where things stand, what is asked there, and what must come of it.

use super::row::{Kind, Must, Place, Row, ask, get, row};

const G: Must = Must::Gated;
const NO: Must = Must::Nothing;

pub(super) const FRAMEWORKS: [&str; 3] = ["axum", "actix", "rocket"];

pub(super) const TABLE: &[Row] = &[
    // What routes there are.
    row(Place::Route, "a route", &[get("/page"), ask("POST", "/page", Kind::Plain)], [G, G, G]),
    row(
        Place::Nested,
        "nested routers, scopes, mounts",
        &[get("/nested/page"), get("/nested/deeper/page")],
        [G, G, G],
    ),
    row(Place::SubApplication, "a sub-application", &[get("/sub/page")], [G, G, G]),
    row(Place::Merged, "merged routers", &[get("/one"), get("/two")], [G, G, G]),
    row(
        Place::OwnNotFound,
        "the framework's own 404",
        &[ask("GET", "/nowhere", Kind::Missing), ask("POST", "/nowhere", Kind::Missing)],
        [G, G, G],
    ),
    row(
        Place::Fallback,
        "a fallback, default service, or route of the last rank",
        &[get("/nowhere"), ask("POST", "/nowhere", Kind::Plain), get("/")],
        [G, G, G],
    ),
    row(Place::NestedFallback, "the same below a prefix", &[get("/nested/nowhere")], [G, G, G]),
    row(
        Place::NotFoundHandler,
        "a catcher, or a handler of errors",
        &[ask("GET", "/nowhere", Kind::Caught)],
        [NO, G, G],
    ),
    row(
        Place::MethodFallback,
        "a method router with a fallback of its own",
        &[get("/page"), ask("POST", "/page", Kind::Plain)],
        [G, G, NO],
    ),
    row(
        Place::MethodFallbackOfOpen,
        "the same on an open route, whose handler takes Verified",
        &[ask("POST", "/open", Kind::Plain)],
        [G, G, G],
    ),
    row(
        Place::Ranks,
        "routes of one path, by rank or by guard",
        &[get("/ranked/7"), get("/ranked/seven"), get("/early"), get("/late")],
        [NO, G, G],
    ),
    row(
        Place::OpenForwards,
        "an open route that leaves it to one whose handler takes Verified",
        &[get("/open/seven")],
        [NO, Must::Shut("/open/seven"), G],
    ),
    row(
        Place::OpenForwardsToAny,
        "an open route that leaves it to any other",
        &[get("/open/seven")],
        [NO, NO, G],
    ),
    row(Place::Files, "static files", &[get("/files/Cargo.toml")], [G, G, G]),
    row(Place::FilesAtRoot, "static files as the fallback", &[get("/Cargo.toml")], [G, G, G]),
    // What goes through.
    row(
        Place::Echo,
        "bodies that are streamed both ways",
        &[ask("POST", "/echo", Kind::Echo)],
        [G, G, G],
    ),
    row(Place::Events, "server-sent events", &[ask("GET", "/events", Kind::Events)], [G, G, G]),
    row(Place::Socket, "a WebSocket", &[ask("GET", "/socket", Kind::Socket)], [G, G, G]),
    // What stands beside the gate.
    row(
        Place::CorsOutside,
        "CORS outside: the preflight",
        &[ask("OPTIONS", "/page", Kind::Preflight)],
        [Must::Cors, Must::Cors, Must::Cors],
    ),
    row(
        Place::CorsOutside,
        "CORS outside: the request",
        &[ask("PUT", "/page", Kind::CrossOrigin)],
        [G, G, G],
    ),
    row(
        Place::CorsInside,
        "CORS inside: the preflight, if it had cookies",
        &[ask("OPTIONS", "/page", Kind::Preflight)],
        [G, G, G],
    ),
    row(
        Place::CorsInside,
        "CORS inside: the request",
        &[ask("PUT", "/page", Kind::CrossOrigin)],
        [G, G, G],
    ),
    row(
        Place::MethodField,
        "`_method` in a form",
        &[ask("POST", "/page", Kind::Form)],
        [NO, NO, G],
    ),
    row(
        Place::MethodInside,
        "the method is rewritten inside, or by a later fairing",
        &[get("/page")],
        [G, G, G],
    ),
    row(Place::MethodOutside, "the method is rewritten outside", &[get("/page")], [G, G, G]),
    row(
        Place::PathInside,
        "the path is rewritten inside, or by a later fairing",
        &[get("/alias")],
        [G, G, G],
    ),
    row(
        Place::PathOutside,
        "the path is rewritten outside, even that of an open route",
        &[get("/alias"), get("/open")],
        [G, G, G],
    ),
    row(
        Place::OpenPathInside,
        "an open path is rewritten inside, to a handler that takes Verified",
        &[get("/open")],
        [G, Must::Shut("/open"), G],
    ),
    row(
        Place::OpenPathToAny,
        "an open path is rewritten inside, to any handler",
        &[get("/open")],
        [NO, NO, G],
    ),
    row(Place::SlashesInside, "slashes are normalized inside", &[get("/page/")], [G, G, G]),
    row(Place::SlashesOutside, "slashes are normalized outside", &[get("/page/")], [G, G, G]),
    // Where the gate stands.
    row(
        Place::SessionsInside,
        "the sessions inside of the gate",
        &[get("/page")],
        [Must::ShutToAll, Must::ShutToAll, G],
    ),
    Row {
        place: Place::SessionsInScope,
        name: "the sessions inside, in a scope whose handler takes Verified",
        asks: &[get("/scope/page")],
        must: [Must::ShutToAll, Must::SignIn("/scope/bare"), NO],
        enter: Some("/scope/enter"),
    },
    row(Place::Twice, "the gate twice", &[get("/page")], [G, G, G]),
    row(
        Place::NestedAndAround,
        "a gate in a nested router and one around",
        &[get("/nested/page")],
        [G, G, NO],
    ),
    row(
        Place::Outermost,
        "the gate around the whole of a finished router",
        &[get("/page")],
        [G, NO, NO],
    ),
    row(
        Place::AddedAfter,
        "routes added after the gate, whose handler takes Verified",
        &[get("/late")],
        [Must::Shut("/covered"), G, G],
    ),
    row(
        Place::MergedAfter,
        "routers merged and nested after it, whose handler takes Verified",
        &[get("/merged"), get("/nested/page")],
        [Must::Shut("/covered"), G, G],
    ),
    row(
        Place::OnNested,
        "the gate on a nested router only: inside",
        &[get("/nested/page")],
        [G, G, NO],
    ),
    row(
        Place::OnNested,
        "the same: beside it, where the handler takes Verified",
        &[get("/beside")],
        [Must::Shut("/nested/page"), Must::Shut("/nested/page"), NO],
    ),
    row(Place::OnRoute, "the gate on routes only: there", &[get("/page")], [G, G, NO]),
    row(
        Place::OnRoute,
        "the same: the fallback, where the handler takes Verified",
        &[get("/nowhere")],
        [Must::Shut("/page"), Must::Shut("/page"), NO],
    ),
];
