//! A site in this process, with people in every state, a clock that the test turns and a letter box that
//! the test reads. So nobody waits for the next code of an app, or for half a minute between two e-mails.

use core::time::Duration;
use std::sync::Arc;

use axum::Router;
use axum::response::IntoResponse as _;
use axum::routing::get;
use countersign::SecondFactor;
use countersign::policy::{Grace, Policy, Rule, SignInKind, Whom};
use countersign::port::{Clock as _, FakeClock};
use countersign::subject::{Email, Permissions, Principal, SessionId};
use countersign::time::Timestamp;
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, BEGIN};
use countersign_tests::letter_box::LetterBox;
use countersign_tests::totp;
use countersign_tower::{Origin, SecondFactorLayer, Web};
use http::request::Parts;
use http::{Uri, header};

const DAY: u64 = 86_400;
/// What people and administrators write stays as they write it, in every language.
pub(crate) const REASONS: [&str; 3] =
    ["The auditors ask for it.", "Contract with Acme, section 7", "Agreed with the works council"];

/// A site on which whoever comes by `/enter?who=NAME.SESSION` is NAME in that session.
pub(crate) struct Village {
    pub(crate) origin: String,
    pub(crate) second_factor: SecondFactor,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) letters: LetterBox,
}

impl Village {
    pub(crate) async fn start() -> Self {
        let clock = Arc::new(FakeClock::at(BEGIN));
        let (store, letters) = (MemoryStore::default(), LetterBox::default());
        let second_factor = door::second_factor(store.clone(), &clock)
            .policy(policy())
            .administration(store)
            .courier(Arc::new(letters.clone()))
            .build();
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let web = Web::builder(second_factor.clone(), Origin::parse(&origin).unwrap());
        let web = web.sign_out("/sign-out").build().unwrap();
        let layer = SecondFactorLayer::from_parts(web, |parts| Ok(believe(parts)));
        let app = Router::new()
            .route("/account", get(|| async { "account" }))
            .route("/enter", get(enter))
            .layer(layer.open("/enter"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        tokio::spawn(second_factor.clone().errands());
        Self { origin, second_factor, clock, letters }
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    /// What an app with this set-up key shows now.
    pub(crate) fn code(&self, set_up_key: &str) -> String {
        totp::code(set_up_key, self.clock.now().as_unix()).unwrap()
    }

    /// Somebody comes by, so that the administration knows them.
    pub(crate) async fn sees(&self, name: &str) {
        self.second_factor.guard(&person(name, "seen"), || None).await.unwrap();
    }
}

fn policy() -> Policy {
    let soon = Timestamp::from_unix(BEGIN + 3 * DAY);
    let address = |name: &str| Whom::address(&format!("{name}@example.org"));
    let [asked, contract, _] = REASONS;
    Policy::offered()
        .rule(Rule::require(Whom::domain("acme.example")).because(contract))
        .rule(Rule::require(address("skips")).grace(Grace::Skips(3)).because(asked))
        .rule(Rule::require(address("grace")).grace(Grace::Until(soon)).because(asked))
        .rule(Rule::require(address("soon")).from(soon).because(asked))
        .rule(Rule::off(address("off")))
        .rule(Rule::require(Whom::role("accountant")).grace(Grace::Skips(3)))
        .exempt(SignInKind::ApiKey)
}

/// The cookie that the first factor believes.
async fn enter(uri: Uri) -> axum::response::Response {
    let who = uri.query().and_then(|query| query.strip_prefix("who=")).unwrap_or_default();
    ([(header::SET_COOKIE, format!("who={who}; Path=/"))], "entered").into_response()
}

fn believe(parts: &Parts) -> Option<Principal> {
    let cookies = parts.headers.get_all(header::COOKIE).iter();
    let mut pairs = cookies.filter_map(|v| v.to_str().ok()).flat_map(|v| v.split("; "));
    let (name, session) = pairs.find_map(|pair| pair.strip_prefix("who="))?.rsplit_once('.')?;
    Some(match name.split_once('~') {
        Some((actor, name)) => person(name, session).impersonated_by(person(actor, session)),
        None => person(name, session),
    })
}

/// Who somebody is says their name.
fn person(name: &str, session: &str) -> Principal {
    let person = Principal::new(name, SessionId::new(session));
    let at = |domain: &str| Email::new(format!("{name}@{domain}"));
    match name {
        "nowhere" => person.named("nowhere"),
        "carol" | "cecil" => person.email(at("example.org").unconfirmed()),
        "team" => person.email(at("example.org").shared()),
        "root" => person.email(at("acme.example")).role("admin").may(Permissions::ALL),
        "a.person.with.a.very.long.address.indeed" => {
            person.email(at("acme.example")).role("accountant")
        }
        "ada" => person.email(at("acme.example")),
        _ => person.email(at("example.org")),
    }
}
