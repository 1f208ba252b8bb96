//! A Rocket application with every kind of route, whose handlers count their calls, and browsers.

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::{Clock as _, FakeClock, Store};
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_memory::MemoryStore;
use countersign_rocket::{BoxError, FirstFactor, Origin, SecondFactorFairing, Web, standing};
use rocket::data::{Data, ToByteUnit as _};
use rocket::fairing::AdHoc;
use rocket::fs::FileServer;
use rocket::http::{ContentType, Header, Method, Status};
use rocket::local::asynchronous::{Client, LocalResponse};
use rocket::outcome::Outcome;
use rocket::response::stream::{Event, EventStream};
use rocket::{Build, Request, Rocket, Route, State, catch, catchers, get, post, route, routes};
use tokio::sync::Notify;

/// What a browser accepts when it navigates.
pub(crate) const HTML: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

pub(crate) const METHODS: [Method; 8] = [
    Method::Get,
    Method::Head,
    Method::Post,
    Method::Put,
    Method::Patch,
    Method::Delete,
    Method::Options,
    Method::Trace,
];

/// How often protected handlers ran.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calls(Arc<AtomicUsize>);

impl Calls {
    pub(crate) fn count(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn so_far(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

#[derive(Clone)]
struct Counted(Calls);

#[rocket::async_trait]
impl route::Handler for Counted {
    async fn handle<'r>(&self, request: &'r Request<'_>, _: Data<'r>) -> route::Outcome<'r> {
        self.0.count();
        Outcome::from(request, "protected")
    }
}

/// A counted route by every method.
pub(crate) fn counted(calls: &Calls, path: &str, rank: Option<isize>) -> Vec<Route> {
    let handler = Counted(calls.clone());
    let route = |method| match rank {
        Some(rank) => Route::ranked(rank, method, path, handler.clone()),
        None => Route::new(method, path, handler.clone()),
    };
    METHODS.into_iter().map(route).collect()
}

/// When whoever asks slowly is let on.
#[derive(Default)]
pub(crate) struct Slow {
    pub(crate) begun: Notify,
    pub(crate) go: Notify,
}

/// Believes the cookie `who=SUBJECT.SESSION`: the tests are about the second factor.
pub(crate) struct Believe(pub(crate) Calls, pub(crate) Arc<Slow>);

#[rocket::async_trait]
impl FirstFactor for Believe {
    async fn identify(&self, request: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        if request.headers().contains("x-slow") {
            self.1.begun.notify_one();
            self.1.go.notified().await;
            self.0.count();
        }
        if request.headers().get_one("authorization") == Some("Bearer demo-key") {
            let key = Principal::new("robot", SessionId::new("demo-key"));
            return Ok(Some(key.signed_in_by(SignIn::ApiKey)));
        }
        let who = request.cookies().get("who").and_then(|who| who.value().split_once('.'));
        let Some((subject, session)) = who else { return Ok(None) };
        let address = if subject.starts_with("bob") { "example.org" } else { "acme.example" };
        let email = Email::new(format!("{subject}@{address}"));
        Ok(Some(Principal::new(subject, SessionId::new(session)).email(email)))
    }
}

pub(crate) fn web(clock: &Arc<FakeClock>, store: impl Store) -> Web {
    let second_factor = SecondFactor::builder("Door", &KeyRing::example(), store)
        .policy(Policy::offered().require(Whom::domain("acme.example")).exempt(SignInKind::ApiKey))
        .clock(clock.clone())
        .build();
    let origin = Origin::parse("http://localhost").unwrap();
    let web = Web::builder(second_factor, origin).sign_in("/sign-in").sign_out("/sign-out");
    web.build().unwrap()
}

#[get("/search?<q>")]
fn search(calls: &State<Calls>, q: &str) -> String {
    calls.count();
    q.to_owned()
}

#[post("/only-post")]
fn only_post(calls: &State<Calls>) {
    calls.count();
}

#[get("/events")]
fn events(calls: &State<Calls>) -> EventStream![Event] {
    calls.count();
    EventStream! { yield Event::data("protected"); }
}

#[get("/socket")]
fn socket(calls: &State<Calls>, socket: rocket_ws::WebSocket) -> rocket_ws::Stream!['static] {
    calls.count();
    rocket_ws::Stream! { socket => for await message in socket { yield message?; } }
}

#[post("/echo", data = "<body>")]
async fn echo(calls: &State<Calls>, body: Data<'_>) -> Vec<u8> {
    calls.count();
    body.open(8.mebibytes()).into_bytes().await.unwrap().into_inner()
}

#[get("/open")]
fn open(request: Standing) -> String {
    format!("{:?}", request.0)
}

/// Whatever `standing` says, for a handler.
struct Standing(Option<countersign_rocket::Standing>);

#[rocket::async_trait]
impl<'r> rocket::request::FromRequest<'r> for Standing {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> rocket::request::Outcome<Self, ()> {
        Outcome::Success(Self(standing(request)))
    }
}

#[get("/open/<id>")]
fn open_number(id: u64) -> String {
    format!("open {id}")
}

#[get("/open/<name>", rank = 20)]
fn protected_name(calls: &State<Calls>, name: &str) -> String {
    calls.count();
    name.to_owned()
}

#[get("/shadow/<id>", rank = 30)]
fn open_shadow(id: u64) -> String {
    format!("open {id}")
}

#[get("/shadow/<name>", rank = 31)]
fn protected_shadow(calls: &State<Calls>, name: &str) -> String {
    calls.count();
    name.to_owned()
}

#[get("/sign-in?<next>")]
fn sign_in(next: Option<&str>) -> String {
    format!("sign in {next:?}")
}

#[post("/sign-out")]
fn sign_out() -> &'static str {
    "signed out"
}

#[catch(404)]
fn not_found(request: &Request<'_>) -> String {
    format!("nothing at {}; {:?}", request.uri(), standing(request))
}

#[catch(default)]
fn caught(status: Status, _request: &Request<'_>) -> (Status, String) {
    (Status::ImATeapot, format!("caught {status}"))
}

pub(crate) struct Site {
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) calls: Calls,
    pub(crate) slow: Arc<Slow>,
}

impl Site {
    pub(crate) fn new() -> Self {
        let clock = Arc::new(FakeClock::at(1_800_000_000));
        Self { clock, calls: Calls::default(), slow: Arc::default() }
    }

    pub(crate) fn fairing(&self) -> SecondFactorFairing {
        SecondFactorFairing::with(
            web(&self.clock, MemoryStore::default()),
            Believe(self.calls.clone(), Arc::clone(&self.slow)),
        )
    }

    pub(crate) fn bare() -> Rocket<Build> {
        let figment = rocket::Config::figment().merge(("log_level", "off")).merge(("port", 0));
        rocket::custom(figment.merge(("secret_key", vec![7_u8; 64])))
    }

    /// Every kind of route that Rocket has, and other fairings around ours.
    pub(crate) fn app(&self) -> Rocket<Build> {
        let calls = &self.calls;
        let rewrite = AdHoc::on_request("rewrite", |request, _| {
            Box::pin(async move {
                if request.uri().path() == "/legacy" {
                    request.set_uri(rocket::uri!("/page"));
                    request.set_method(Method::Get);
                }
            })
        });
        let counts = calls.clone();
        let late = AdHoc::on_ignite("late", |rocket| async move {
            rocket.mount("/late-mount", counted(&counts, "/page", None))
        });
        let gate = self.fairing().open("/open").open("/open/<id>").open("/shadow/<id>");
        Self::bare()
            .attach(gate.clone())
            .attach(gate)
            .attach(rewrite)
            .attach(late)
            .manage(calls.clone())
            .mount("/", routes![search, only_post, events, socket, echo, sign_in, sign_out])
            .mount("/", routes![open, open_number, open_shadow, protected_shadow])
            .mount("/", routes![protected_name])
            .mount("/", counted(calls, "/page", None))
            .mount("/", counted(calls, "/page/<id>", None))
            .mount("/", counted(calls, "/early", Some(-100)))
            .mount("/", counted(calls, "/early", Some(isize::MIN + 1)))
            .mount("/", counted(calls, "/late", Some(isize::MAX)))
            .mount("/", counted(calls, "/deep/<a>/b/<c..>", None))
            .mount("/nested", counted(calls, "/", None))
            .mount("/nested/more", counted(calls, "/page", None))
            .mount("/files", FileServer::from(env!("CARGO_MANIFEST_DIR")))
            .mount("/", counted(calls, "/fallback/<path..>", Some(1_000)))
            .register("/", catchers![not_found])
            .register("/api", catchers![caught])
    }
}

/// Whether Rocket launches it.
pub(crate) async fn launches(app: Rocket<Build>) -> bool {
    // An error that nobody looked at panics.
    app.ignite().await.map_err(|error| error.kind().to_string()).is_ok()
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn csrf(&self) -> String {
        between(&self.body, "name=\"csrf\" value=\"", "\"").to_owned()
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split(before).nth(1).unwrap().split(after).next().unwrap()
}

/// A person at a browser.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) client: Arc<Client>,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) set_up_key: String,
}

impl Browser {
    pub(crate) async fn at(app: Rocket<Build>, site: &Site, who: &str) -> Self {
        let client = Arc::new(Client::untracked(app).await.unwrap());
        let cookies = BTreeMap::from([("who".to_owned(), who.to_owned())]);
        Self { client, clock: site.clock.clone(), cookies, set_up_key: String::new() }
    }

    /// Another browser, with these cookies.
    pub(crate) fn elsewhere(&self, who: &str) -> Self {
        let mut other = self.clone();
        other.cookies = BTreeMap::from([("who".to_owned(), who.to_owned())]);
        other
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        uri: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let client = self.client.clone();
        let mut request = client.req(method, uri).body(body);
        for (name, value) in headers {
            request.add_header(Header::new((*name).to_owned(), (*value).to_owned()));
        }
        let cookies = self.cookies.iter().map(|(name, value)| (name.clone(), value.clone()));
        let answer: LocalResponse<'_> = request.cookies(cookies).dispatch().await;
        let mut headers = BTreeMap::new();
        for header in answer.headers().iter() {
            let (name, value) = (header.name().to_string(), header.value().to_owned());
            if let ("set-cookie", Some((pair, _))) = (name.as_str(), value.split_once(';')) {
                let (key, value) = pair.split_once('=').unwrap();
                self.cookies.insert(key.to_owned(), value.to_owned());
            }
            headers.insert(name.to_lowercase(), value);
        }
        let location = headers.get("location").cloned().unwrap_or_default();
        let status = answer.status().code;
        let body = answer.into_bytes().await.unwrap_or_default();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status, location, headers, body }
    }

    pub(crate) async fn get(&mut self, uri: &str) -> Answer {
        self.send(Method::Get, uri, &[("accept", HTML)], b"").await
    }

    pub(crate) async fn post(&mut self, uri: &str, form: &str) -> Answer {
        let kind = ContentType::Form.to_string();
        let headers = [("accept", HTML), ("content-type", kind.as_str())];
        self.send(Method::Post, uri, &headers, form.as_bytes()).await
    }

    fn code(&self) -> String {
        let secret = data_encoding::BASE32_NOPAD.decode(self.set_up_key.as_bytes()).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        totp.generate(self.clock.now().as_unix()).to_string()
    }

    pub(crate) async fn activate(&mut self) {
        let csrf = self.get("/2fa/activate").await.csrf();
        let page = self.post("/2fa/activate", &format!("csrf={csrf}")).await;
        assert_eq!(page.status, 200, "{}", page.body);
        self.set_up_key = between(&page.body, "secret=", "&").to_owned();
        let form = format!("csrf={}&code={}", page.csrf(), self.code());
        let page = self.post("/2fa/activate/confirm", &form).await;
        assert_eq!(page.status, 200, "{}", page.body);
        self.clock.advance(Duration::from_secs(60));
    }

    /// Answers the challenge that a page leads to.
    pub(crate) async fn passes(&mut self, uri: &str, more: &str) -> Answer {
        let stopped = self.get(uri).await;
        let page = self.get(&stopped.location).await;
        let form = format!("csrf={}&code={}{more}", page.csrf(), self.code());
        let answer = self.post("/2fa/challenge", &form).await;
        self.clock.advance(Duration::from_secs(60));
        answer
    }
}
