//! A site with two tenants and all kinds of administrators, whose first factor believes the cookie
//! `who=NAME.SESSION`; `ROOT~BOB` is somebody who acts as somebody else.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use countersign::SecondFactor;
use countersign::policy::{Policy, Whom};
use countersign::port::FakeClock;
use countersign::subject::{Email, Permissions, Principal, SessionId, SignIn, SubjectId};
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, Answer, BEGIN, Browser, HTML};
use countersign_tower::SecondFactorLayer;
use http::header;
use http::request::Parts;
use serde_json::Value;

pub(crate) const JSON: &str = "application/json";

/// The site, and what is behind it.
pub(crate) struct Site {
    pub(crate) second_factor: SecondFactor,
    pub(crate) clock: Arc<FakeClock>,
    app: Router,
}

impl Site {
    /// Everybody at `acme.example` must have a second factor.
    pub(crate) fn new() -> Self {
        Self::with(Policy::offered().require(Whom::domain("acme.example")))
    }

    pub(crate) fn with(policy: Policy) -> Self {
        let clock = Arc::new(FakeClock::at(BEGIN));
        let store = MemoryStore::default();
        let builder = door::second_factor(store.clone(), &clock).policy(policy);
        let second_factor = builder.administration(store).build();
        let layer = SecondFactorLayer::from_parts(door::web(second_factor.clone()), |parts| {
            Ok(believe(parts))
        });
        let app = Router::new().route("/account", get(|| async { "account" })).layer(layer);
        Self { second_factor, clock, app }
    }

    /// Somebody who has passed the first factor and nothing else.
    pub(crate) fn browser(&self, who: &str) -> Browser {
        Browser::of(self.app.clone(), Arc::clone(&self.clock), who, "1")
    }

    /// Somebody who has just shown a factor.
    pub(crate) async fn active(&self, who: &str) -> Browser {
        let mut browser = self.browser(who);
        browser.activate().await;
        browser
    }

    /// Somebody who has been here, so that the lists have them.
    pub(crate) async fn seen(&self, who: &str) -> Browser {
        let mut browser = self.browser(who);
        browser.get("/account").await;
        browser
    }
}

fn believe(parts: &Parts) -> Option<Principal> {
    if parts.headers.contains_key(header::AUTHORIZATION) {
        let key = Principal::of(SubjectId::of_tenant("acme", "robot"), SessionId::new("key"));
        return Some(key.signed_in_by(SignIn::ApiKey).may(Permissions::ALL.every_tenant()));
    }
    let cookies = parts.headers.get_all(header::COOKIE).iter();
    let mut pairs = cookies.filter_map(|v| v.to_str().ok()).flat_map(|v| v.split("; "));
    let who = pairs.find_map(|pair| pair.strip_prefix("who="))?;
    let (name, session) = who.rsplit_once('.')?;
    Some(match name.split_once('~') {
        Some((actor, name)) => person(name, session).impersonated_by(person(actor, session)),
        None => person(name, session),
    })
}

/// What somebody may do follows from the beginning of the name.
fn person(name: &str, session: &str) -> Principal {
    let tenant = if name.starts_with("other") { "other" } else { "acme" };
    let may = match name {
        "root" | "other-root" => Permissions::ALL,
        "reader" => Permissions::NONE.read(),
        "enforcer" => Permissions::NONE.enforce(),
        "resetter" => Permissions::NONE.reset(),
        "helper" => Permissions::NONE.disable_on_behalf(),
        "everywhere" => Permissions::ALL.every_tenant(),
        _ => Permissions::NONE,
    };
    let domain = if name.starts_with("bob") { "example.org" } else { "acme.example" };
    let subject = SubjectId::of_tenant(tenant, name);
    let principal = Principal::of(subject, SessionId::new(session))
        .email(Email::new(format!("{name}@{domain}")))
        .may(may);
    if name.starts_with("ed") { principal.role("editor") } else { principal }
}

/// A request of any kind, as from a page of the site.
pub(crate) async fn send(
    browser: &mut Browser,
    (method, uri): (&str, &str),
    accept: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = browser
        .request(method, uri)
        .header(header::ACCEPT, accept)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = if method == "POST" { Body::from(body) } else { Body::empty() };
    browser.send(request.body(body).unwrap()).await
}

/// A page as JSON.
pub(crate) async fn json(browser: &mut Browser, uri: &str) -> Value {
    let answer = send(browser, ("GET", uri), JSON, &[]).await;
    assert_eq!(answer.status, 200, "{uri}: {}", answer.body);
    answer.json()
}

/// Sends a form of the page at `page` with its ticket.
pub(crate) async fn submit(
    browser: &mut Browser,
    page: &str,
    uri: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let csrf = browser.get(page).await.csrf();
    assert!(!csrf.is_empty(), "there is no form at {page}");
    let mut form = vec![("csrf", csrf.as_str())];
    form.extend_from_slice(fields);
    send(browser, ("POST", uri), HTML, &form).await
}
