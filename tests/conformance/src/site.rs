//! The application that every adapter is tried with: what its routes are, and what they answer.
//!
//! It knows no framework. An adapter's author registers [`Site::ROUTES`] with the framework, asks for
//! what [`Route::asks`] names, and hands every request to [`Site::answer`]. It counts the calls of its
//! protected handlers: of nothing else can a suite say that a handler did not run.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use countersign::SecondFactor;
use countersign::standing::Standing;
use countersign::subject::{Email, Permissions, Principal, SessionId, SignIn, SubjectId};
use http::{HeaderValue, Method, Response, StatusCode, header};

use crate::session::{Session, Sessions};

/// The password of everybody.
pub(crate) const PASSWORD: &str = "correct horse battery staple";
/// The key of the program.
const API_KEY: &str = "Bearer demo-key";
/// How much `/download` has, and how much `/upload` is sent.
pub(crate) const LARGE: usize = 3 * 1024 * 1024;

/// What a handler asks for before it runs, besides what the middleware asks of every request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "an adapter must act on each")]
pub enum Asks {
    /// Nothing: the route is opened by an explicit marker.
    Open,
    /// Nothing: the middleware has to do.
    Nothing,
    /// The extractor or guard `Verified`.
    Verified,
    /// The extractor or guard `Recent<300>`.
    Recent,
}

/// What a route shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, clippy::exhaustive_enums, reason = "the table of routes says what each is")]
pub enum Page {
    Home,
    SignInForm,
    SignIn,
    SignOut,
    Public,
    Account,
    Transfers,
    Transfer,
    Password,
    ActAs,
    Move,
    Ping,
    Events,
    Socket,
    File,
    Download,
    Upload,
    Item,
    Nested,
    Anything,
}

/// One route of the site.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Route {
    /// The method; for [`Page::Anything`] every method.
    pub method: &'static str,
    /// The path, in the notation of `matchit`: `{name}` is one segment, `{*name}` the rest.
    pub path: &'static str,
    /// What its handler asks for.
    pub asks: Asks,
    /// What it shows.
    pub page: Page,
}

const fn route(method: &'static str, path: &'static str, asks: Asks, page: Page) -> Route {
    Route { method, path, asks, page }
}

/// What an adapter hands over of a request that reached a handler.
#[derive(Debug)]
#[expect(clippy::exhaustive_structs, reason = "adapters build it")]
pub struct Visit {
    /// The session, as [`Site::session`] gave it to this request.
    pub session: Session,
    /// Who the extractor or guard says it is; `None` for routes that ask for nothing.
    pub principal: Option<Principal>,
    /// Where they stand, as the middleware left it in the request.
    pub standing: Option<Standing>,
    /// The value of `Sec-WebSocket-Key`, if there is one.
    pub socket_key: Option<String>,
    /// The body.
    pub body: Bytes,
}

/// Whoever has an account. Those at `tenant.example` are of a tenant of their own; `eve` and `ten` at
/// `tenant.example` are a user and an administrator there. Nobody has confirmed the address of `new`,
/// others have that of `twin`, too, and the application has none for `none`.
const PEOPLE: [&str; 11] = [
    "ada@acme.example",
    "bob@example.org",
    "root@acme.example",
    "reader@acme.example",
    "helper@acme.example",
    "sso@acme.example",
    "new@acme.example",
    "twin@acme.example",
    "none@acme.example",
    "eve@tenant.example",
    "ten@tenant.example",
];

/// What the application knows of somebody. The key is the address with which they once began, and
/// stays whatever becomes of the address: `ada@acme.example now x@y.example`.
fn person(address: &str, session: SessionId) -> Principal {
    let (key, address) = address.split_once(" now ").unwrap_or((address, address));
    let tenant = if key.ends_with("@tenant.example") { "tenant" } else { "" };
    let nobody = Principal::of(SubjectId::of_tenant(tenant, key), session);
    let (email, person) = (Email::new(address), nobody.clone());
    let person = person.email(email.clone());
    match key.split('@').next() {
        Some("new") => nobody.email(email.unconfirmed()),
        Some("twin") => nobody.email(email.shared()),
        Some("none") => nobody,
        Some("root" | "ten") => person.role("admin").may(Permissions::ALL),
        Some("reader") => person.role("support").may(Permissions::NONE.read()),
        Some("helper") => person.role("support").may(Permissions::NONE.reset()),
        Some("sso") => person.signed_in_by(SignIn::SingleSignOn { amr: vec!["mfa".to_owned()] }),
        _ => person,
    }
}

/// The application. Clones are one.
#[derive(Clone, Debug)]
pub struct Site {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    second_factor: SecondFactor,
    sessions: Sessions,
    calls: AtomicUsize,
    transfers: AtomicUsize,
    password: Mutex<String>,
    first_factor_is_broken: Arc<core::sync::atomic::AtomicBool>,
}

impl Site {
    /// Every route. What no path matches goes to [`Page::Anything`].
    pub const ROUTES: &[Route] = &[
        route("GET", "/", Asks::Open, Page::Home),
        route("GET", "/sign-in", Asks::Open, Page::SignInForm),
        route("POST", "/sign-in", Asks::Open, Page::SignIn),
        route("POST", "/sign-out", Asks::Open, Page::SignOut),
        route("GET", "/public", Asks::Open, Page::Public),
        route("GET", "/account", Asks::Verified, Page::Account),
        route("GET", "/transfer", Asks::Recent, Page::Transfers),
        route("POST", "/transfer", Asks::Recent, Page::Transfer),
        route("POST", "/password", Asks::Verified, Page::Password),
        route("POST", "/act-as", Asks::Verified, Page::ActAs),
        route("POST", "/move", Asks::Verified, Page::Move),
        route("GET", "/api/ping", Asks::Verified, Page::Ping),
        route("GET", "/events", Asks::Nothing, Page::Events),
        route("GET", "/ws", Asks::Nothing, Page::Socket),
        route("GET", "/files/{*path}", Asks::Nothing, Page::File),
        route("GET", "/download", Asks::Nothing, Page::Download),
        route("POST", "/upload", Asks::Nothing, Page::Upload),
        route("GET", "/items/{id}", Asks::Nothing, Page::Item),
        route("GET", "/nested/page", Asks::Nothing, Page::Nested),
    ];

    /// What no route matches.
    pub const ANYTHING: Route = route("", "", Asks::Nothing, Page::Anything);

    pub(crate) fn new(
        second_factor: SecondFactor,
        first_factor_is_broken: Arc<core::sync::atomic::AtomicBool>,
    ) -> Self {
        let inner = Inner {
            second_factor,
            sessions: Sessions::default(),
            calls: AtomicUsize::new(0),
            transfers: AtomicUsize::new(0),
            password: Mutex::new(PASSWORD.to_owned()),
            first_factor_is_broken,
        };
        Self { inner: Arc::new(inner) }
    }

    /// The session of a request, from the value of its cookie `session`. An adapter calls it once a
    /// request, outside of Countersign, and appends [`Session::set_cookie`] to the answer.
    #[must_use]
    pub fn session(&self, cookie: Option<&str>) -> Session {
        self.inner.sessions.of(cookie)
    }

    /// The first factor: who sent a request, from its session and its `Authorization`.
    ///
    /// # Errors
    /// It cannot be told. The answer must be a fault, 503, and nothing else.
    pub fn principal(
        &self,
        session: &Session,
        authorization: Option<&str>,
    ) -> Result<Option<Principal>, Box<dyn std::error::Error + Send + Sync>> {
        if self.inner.first_factor_is_broken.load(Ordering::SeqCst) {
            return Err("the session store is gone".into());
        }
        if authorization == Some(API_KEY) {
            let key = SessionId::new("api:demo");
            return Ok(Some(Principal::new("api:demo", key).signed_in_by(SignIn::ApiKey)));
        }
        let Some(here) = session.signed_in() else { return Ok(None) };
        let person = person(&here.address, here.session.clone()).signed_in_at(here.began);
        Ok(Some(match here.actor {
            Some(actor) => person.impersonated_by(self::person(&actor, here.session)),
            None => person,
        }))
    }

    /// What a route answers. For [`Page::Socket`] it is a handshake; whether anything is echoed after
    /// it is of no matter.
    pub async fn answer(&self, route: &Route, visit: Visit) -> Response<Bytes> {
        if route.asks != Asks::Open {
            self.inner.calls.fetch_add(1, Ordering::SeqCst);
        }
        let who = visit.principal.as_ref().map_or("somebody", Principal::label).to_owned();
        match route.page {
            Page::Home => text(StatusCode::OK, &home(&visit)),
            Page::SignInForm => text(StatusCode::OK, "sign in"),
            Page::SignIn => self.sign_in(&visit),
            Page::SignOut => self.sign_out(&visit).await,
            Page::Public => text(StatusCode::OK, "for everybody"),
            Page::Account => text(StatusCode::OK, &format!("account of {who}")),
            Page::Transfers => self.transfers(0),
            Page::Transfer => self.transfers(1),
            Page::Password => self.change_password(&visit).await,
            Page::ActAs => self.act_as(&visit),
            Page::Move => self.move_to(&visit),
            Page::Ping => json(&format!("{{\"pong\":true,\"user\":\"{who}\"}}")),
            Page::Events => typed("text/event-stream", "event: tick\ndata: 1\n\n".into()),
            Page::Socket => handshake(visit.socket_key.as_deref()),
            Page::File => text(StatusCode::OK, "a file"),
            Page::Download => typed("application/octet-stream", vec![b'x'; LARGE].into()),
            Page::Upload => text(StatusCode::OK, &summary(&visit.body)),
            Page::Item => item(),
            Page::Nested => text(StatusCode::OK, "a nested page"),
            Page::Anything => text(StatusCode::NOT_FOUND, "no such page"),
        }
    }

    /// Waits until no message is on its way, and says whether none is.
    pub(crate) async fn delivered(&self, limit: core::time::Duration) -> bool {
        self.inner.second_factor.delivered(limit).await
    }

    pub(crate) fn calls(&self) -> usize {
        self.inner.calls.load(Ordering::SeqCst)
    }

    fn sign_in(&self, visit: &Visit) -> Response<Bytes> {
        let (address, password) = (field(&visit.body, "email"), field(&visit.body, "password"));
        let right = *self.inner.password.lock().unwrap_or_else(PoisonError::into_inner) == password;
        if !right || !PEOPLE.contains(&address.as_str()) {
            return text(StatusCode::UNPROCESSABLE_ENTITY, "the address or the password is wrong");
        }
        visit.session.sign_in(&address, self.inner.second_factor.now());
        see_other("/account")
    }

    /// An administrator acts as somebody else from now on (`email`), in a session of its own.
    fn act_as(&self, visit: &Visit) -> Response<Bytes> {
        let address = field(&visit.body, "email");
        let may = visit.principal.as_ref().is_some_and(|who| who.holds("admin"));
        if !may || !PEOPLE.contains(&address.as_str()) {
            return text(StatusCode::FORBIDDEN, "that is not for you");
        }
        visit.session.act_as(&address);
        see_other("/account")
    }

    /// The person has another address from now on (`email`); the key stays.
    fn move_to(&self, visit: &Visit) -> Response<Bytes> {
        visit.session.move_to(&field(&visit.body, "email"));
        see_other("/account")
    }

    async fn sign_out(&self, visit: &Visit) -> Response<Bytes> {
        if let Ok(Some(principal)) = self.principal(&visit.session, None)
            && self.inner.second_factor.signed_out(&principal).await.is_err()
        {
            return text(StatusCode::SERVICE_UNAVAILABLE, "not now");
        }
        visit.session.end();
        see_other("/")
    }

    fn transfers(&self, more: usize) -> Response<Bytes> {
        let before = self.inner.transfers.fetch_add(more, Ordering::SeqCst);
        text(StatusCode::OK, &format!("transfers: {}", before + more))
    }

    async fn change_password(&self, visit: &Visit) -> Response<Bytes> {
        let (old, new) = (field(&visit.body, "password"), field(&visit.body, "new_password"));
        let right = *self.inner.password.lock().unwrap_or_else(PoisonError::into_inner) == old;
        let Some(principal) = visit.principal.as_ref().filter(|_| right && new.len() >= 8) else {
            return text(StatusCode::UNPROCESSABLE_ENTITY, "that is not your password");
        };
        if self.inner.second_factor.credentials_changed(principal.subject()).await.is_err() {
            return text(StatusCode::SERVICE_UNAVAILABLE, "not now");
        }
        *self.inner.password.lock().unwrap_or_else(PoisonError::into_inner) = new;
        see_other("/account")
    }
}

fn home(visit: &Visit) -> String {
    let standing = match visit.standing {
        None => "nothing is asked",
        Some(Standing::Unenrolled) => "not set up",
        Some(Standing::Enrolled { shown: Some(_), .. }) => "shown",
        Some(Standing::Enrolled { device_remembered: true, .. }) => "a device stands in",
        Some(Standing::Enrolled { .. }) => "not shown",
    };
    match &visit.principal {
        Some(who) => format!("{}: {standing}", who.label()),
        None => "nobody is signed in".to_owned(),
    }
}

/// With a cookie of its own, which must not get lost beside ours.
fn item() -> Response<Bytes> {
    let mut response = text(StatusCode::OK, "an item");
    let cookie = HeaderValue::from_static("item=seen; Path=/");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// How long a body is, and a sum over it that tells whether it is whole.
fn summary(body: &[u8]) -> String {
    let sum = body.iter().fold(0_u32, |sum, byte| sum.rotate_left(5) ^ u32::from(*byte));
    format!("{} bytes, sum {sum:08x}", body.len())
}

/// RFC 6455, 4.2.2.
fn handshake(key: Option<&str>) -> Response<Bytes> {
    use sha1::{Digest as _, Sha1};
    let Some(key) = key else { return text(StatusCode::BAD_REQUEST, "no WebSocket") };
    let digest = Sha1::digest(format!("{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    let accept = data_encoding::BASE64.encode(&digest);
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    if let Ok(accept) = HeaderValue::from_str(&accept) {
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    }
    response
}

fn field(body: &[u8], name: &str) -> String {
    let found = form_urlencoded::parse(body).find(|(key, _)| key == name);
    found.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn typed(media_type: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

fn json(body: &str) -> Response<Bytes> {
    typed("application/json", body.to_owned().into())
}

fn text(status: StatusCode, body: &str) -> Response<Bytes> {
    let mut response = typed("text/plain; charset=utf-8", body.to_owned().into());
    *response.status_mut() = status;
    response
}

fn see_other(place: &'static str) -> Response<Bytes> {
    let mut response = text(StatusCode::SEE_OTHER, "");
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(place));
    response
}

impl Route {
    /// The method, as `http` writes it; `None` for every method.
    #[must_use]
    pub fn http_method(&self) -> Option<Method> {
        (!self.method.is_empty()).then(|| self.method.parse().ok()).flatten()
    }
}
