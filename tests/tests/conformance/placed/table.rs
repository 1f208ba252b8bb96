//! The table: where things stand, what is asked there, and what must come of it.

/// Where the gate and the routes stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    Route,
    Nested,
    SubApplication,
    Merged,
    OwnNotFound,
    Fallback,
    NestedFallback,
    NotFoundHandler,
    MethodFallback,
    MethodFallbackOfOpen,
    Ranks,
    OpenForwards,
    Files,
    FilesAtRoot,
    Echo,
    Events,
    Socket,
    CorsOutside,
    CorsInside,
    MethodField,
    MethodInside,
    MethodOutside,
    PathInside,
    PathOutside,
    OpenPathInside,
    SlashesInside,
    SlashesOutside,
    SessionsInside,
    SessionsInScope,
    Twice,
    NestedAndAround,
    Outermost,
    AddedAfter,
    MergedAfter,
    OnNested,
    OnRoute,
}

/// What must come of it for who must activate and who is half signed in, at one framework.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Must {
    Gated,
    /// 503. That the same handler is counted, somebody verified shows at this address.
    Shut(&'static str),
    /// 503 for everybody, at every address.
    ShutToAll,
    /// To the sign-in; somebody verified shows at this address that handlers are counted.
    SignIn(&'static str),
    /// The preflight is answered before the gate.
    Cors,
    /// There is no such thing.
    Nothing,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    pub(super) method: &'static str,
    pub(super) target: &'static str,
    pub(super) kind: Kind,
}

/// What is sent along, and what somebody verified must see.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// Nothing; the handler runs once and says 200.
    Plain,
    /// Nothing; 404, and no handler is there to be counted.
    Missing,
    /// Nothing; the handler of what is missing runs once and says 404.
    Caught,
    /// A form that names another method.
    Form,
    /// A request of a page elsewhere; the answer may be read there.
    CrossOrigin,
    /// What a browser asks before such a request, and asks without cookies.
    Preflight,
    /// A long body, of which the answer repeats the first bytes before the last are sent.
    Echo,
    /// An event comes while the stream is open.
    Events,
    /// A socket opens and echoes.
    Socket,
}

pub(super) struct Row {
    pub(super) place: Place,
    pub(super) name: &'static str,
    pub(super) asks: &'static [Ask],
    /// axum, actix, Rocket.
    pub(super) must: [Must; 3],
    /// Where a framework's own session is begun, before anything is asked.
    pub(super) enter: Option<&'static str>,
}

const fn row(place: Place, name: &'static str, asks: &'static [Ask], must: [Must; 3]) -> Row {
    Row { place, name, asks, must, enter: None }
}

const fn get(target: &'static str) -> Ask {
    ask("GET", target, Kind::Plain)
}

const fn ask(method: &'static str, target: &'static str, kind: Kind) -> Ask {
    Ask { method, target, kind }
}

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
