//! What a row of the table says.

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
    OpenForwardsToAny,
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
    OpenPathToAny,
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

pub(super) const fn row(
    place: Place,
    name: &'static str,
    asks: &'static [Ask],
    must: [Must; 3],
) -> Row {
    Row { place, name, asks, must, enter: None }
}

pub(super) const fn get(target: &'static str) -> Ask {
    ask("GET", target, Kind::Plain)
}

pub(super) const fn ask(method: &'static str, target: &'static str, kind: Kind) -> Ask {
    Ask { method, target, kind }
}
