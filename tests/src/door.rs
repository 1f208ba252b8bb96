//! An axum application behind the layer, whose handlers count their calls, and a browser that keeps
//! its cookies.

#![expect(clippy::expect_used, reason = "a journey that cannot begin has failed")]

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use countersign::SecondFactor;
use countersign::flow::Builder;
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::{FakeClock, Store};
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_tower::{FirstFactor, Origin, SecondFactorLayer, Web};
use http::request::Parts;
use http::{HeaderMap, Method, Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::totp;

/// When it is on the site.
pub const BEGIN: u64 = 1_800_000_000;
/// What a browser accepts when it navigates.
pub const HTML: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// How often protected handlers ran.
#[derive(Clone, Debug, Default)]
pub struct Calls(Arc<AtomicUsize>);

impl Calls {
    /// One more.
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    /// So many.
    #[must_use]
    pub fn so_far(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

/// A second factor over a store, in which everybody at `acme.example` must have one.
pub fn second_factor(store: impl Store, clock: &Arc<FakeClock>) -> Builder {
    SecondFactor::builder("Door", &KeyRing::example(), store)
        .policy(Policy::offered().require(Whom::domain("acme.example")).exempt(SignInKind::ApiKey))
        .clock(clock.clone())
        .store_timeout(Duration::from_millis(200))
}

/// The pages, with every default.
#[must_use]
pub fn web(second_factor: SecondFactor) -> Web {
    let origin =
        Origin::parse("https://app.example").or_else(|_| Origin::parse("https://a.example"));
    let local = Origin::parse("http://localhost");
    let origin = if second_factor.has_example_key() { local } else { origin };
    Web::builder(second_factor, origin.expect("an origin"))
        .sign_in("/sign-in")
        .sign_out("/sign-out")
        .build()
        .expect("good settings")
}

/// The layer. Its first factor believes the cookie `who=SUBJECT.SESSION`: the tests are about the
/// second one.
#[must_use]
pub fn layer(web: Web) -> SecondFactorLayer<impl FirstFactor + Clone> {
    SecondFactorLayer::from_parts(web, |parts| Ok(believe(parts)))
}

fn believe(parts: &Parts) -> Option<Principal> {
    if parts.headers.get(header::AUTHORIZATION).is_some_and(|v| v == "Bearer demo-key") {
        let key = Principal::new("robot", SessionId::new("demo-key"));
        return Some(key.signed_in_by(SignIn::ApiKey));
    }
    let cookies = parts.headers.get_all(header::COOKIE).iter();
    let who = cookies.filter_map(|v| v.to_str().ok()).flat_map(|v| v.split("; "));
    let who = who.filter_map(|pair| pair.strip_prefix("who=")).next()?;
    let (subject, session) = who.split_once('.')?;
    let address = if subject.starts_with("bob") { "example.org" } else { "acme.example" };
    let email = Email::new(format!("{subject}@{address}"));
    Some(Principal::new(subject, SessionId::new(session)).email(email))
}

/// A browser in front of an application.
#[derive(Clone, Debug)]
pub struct Browser {
    app: Router,
    /// The clock of the site.
    pub clock: Arc<FakeClock>,
    /// Its cookies.
    pub cookies: BTreeMap<String, String>,
    /// The set-up key of the person's app, once it is activated.
    pub set_up_key: String,
    /// The recovery codes, once they were shown.
    pub recovery_codes: Vec<String>,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
}

impl Answer {
    /// Where it leads.
    #[must_use]
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The value of the hidden field `csrf`.
    #[must_use]
    pub fn csrf(&self) -> String {
        let after = self.body.split("name=\"csrf\" value=\"").nth(1).unwrap_or_default();
        after.split('"').next().unwrap_or_default().to_owned()
    }

    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

impl Browser {
    /// A browser in which `who` has passed the first factor, in session `session`.
    #[must_use]
    pub fn of(app: Router, clock: Arc<FakeClock>, who: &str, session: &str) -> Self {
        let mut cookies = BTreeMap::new();
        cookies.insert("who".to_owned(), format!("{who}.{session}"));
        Self { app, clock, cookies, set_up_key: String::new(), recovery_codes: Vec::new() }
    }

    /// The same browser at another application.
    #[must_use]
    pub fn at(self, app: Router) -> Self {
        Self { app, ..self }
    }

    /// The same person in another session, without what this browser remembers.
    #[must_use]
    pub fn elsewhere(&self, session: &str) -> Self {
        let mut other = self.clone();
        let who = other.cookies.get("who").cloned().unwrap_or_default();
        let (subject, _) = who.split_once('.').expect("somebody");
        other.cookies.clear();
        other.cookies.insert("who".to_owned(), format!("{subject}.{session}"));
        other
    }

    /// The same browser, beside another app.
    #[must_use]
    pub fn holding(&self, set_up_key: &str) -> Self {
        Self { set_up_key: set_up_key.to_owned(), ..self.clone() }
    }

    /// Signs in anew in this browser.
    pub fn signs_in_again(&mut self, session: &str) {
        let fresh = self.elsewhere(session).cookies.remove("who").expect("somebody");
        self.cookies.insert("who".to_owned(), fresh);
    }

    /// The head of a request with the browser's cookies.
    #[must_use]
    pub fn request(&self, method: &str, uri: &str) -> http::request::Builder {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let mut request = Request::builder().method(method).uri(uri);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        request
    }

    /// Sends a request and keeps the cookies of its answer.
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let response = self.app.clone().oneshot(request).await.expect("infallible");
        let (head, body): (_, Body) = Response::into_parts(response);
        for cookie in head.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("text");
            let pair = cookie.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a pair");
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = body.collect().await.map(|b| b.to_bytes()).unwrap_or_default();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: head.status, headers: head.headers, body }
    }

    /// Navigates.
    pub async fn get(&mut self, uri: &str) -> Answer {
        let request = self.request("GET", uri).header(header::ACCEPT, HTML);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Sends a form, as from a page of the site.
    pub async fn post(&mut self, uri: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post_raw(uri, "application/x-www-form-urlencoded", body).await
    }

    /// Sends any body, as from a page of the site.
    pub async fn post_raw(&mut self, uri: &str, media_type: &str, body: impl Into<Body>) -> Answer {
        let request = self
            .request("POST", uri)
            .header(header::ACCEPT, HTML)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, media_type)
            .body(body.into())
            .expect("a request");
        self.send(request).await
    }

    /// The code that the person's app shows, `steps` time steps from now.
    #[must_use]
    pub fn code(&self, steps: i64) -> String {
        use countersign::port::Clock as _;
        let at = self.clock.now().as_unix().checked_add_signed(30 * steps).expect("a moment");
        totp::code(&self.set_up_key, at).expect("a set-up key")
    }

    /// A code that the person's app shows neither now nor soon.
    #[must_use]
    pub fn wrong_code(&self) -> String {
        use countersign::port::Clock as _;
        let now = self.clock.now().as_unix();
        let codes = totp::wrong_codes(&self.set_up_key, now, 1);
        codes.and_then(|mut codes| codes.pop()).expect("a set-up key")
    }

    /// Activates an app, from wherever the layer leads.
    pub async fn activate(&mut self) -> Answer {
        let page = self.get("/2fa/activate").await;
        let page = self.post("/2fa/activate", &[("csrf", &page.csrf())]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        self.set_up_key = set_up_key(&page.body);
        let code = self.code(0);
        let form = [("csrf", page.csrf()), ("code", code), ("name", "Phone".to_owned())];
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        let codes = self.post("/2fa/activate/confirm", &form).await;
        assert_eq!(codes.status, StatusCode::OK, "{}", codes.body);
        self.recovery_codes = recovery_codes(&codes.body);
        self.clock.advance(Duration::from_secs(60));
        codes
    }

    /// Answers the challenge that a page leads to.
    pub async fn answer(&mut self, uri: &str, fields: &[(&str, &str)]) -> Answer {
        let stopped = self.get(uri).await;
        let page = self.get(stopped.location()).await;
        let csrf = page.csrf();
        let mut form = vec![("csrf", csrf.as_str())];
        form.extend_from_slice(fields);
        self.post("/2fa/challenge", &form).await
    }

    /// Answers the challenge with a recovery code.
    pub async fn recovers(&mut self, code: &str) -> Answer {
        let page = self.get("/2fa/challenge?method=recovery").await;
        let csrf = page.csrf();
        self.post("/2fa/challenge", &[("csrf", &csrf), ("method", "recovery"), ("code", code)])
            .await
    }

    /// Answers with the code of `steps` from now, and moves on by a minute.
    pub async fn passes(&mut self, uri: &str) -> Answer {
        let code = self.code(0);
        let answer = self.answer(uri, &[("code", &code)]).await;
        self.clock.advance(Duration::from_secs(60));
        answer
    }
}

/// The set-up key on the page with the QR code.
#[must_use]
pub fn set_up_key(page: &str) -> String {
    let after = page.split("secret=").nth(1).expect("a Key URI");
    after.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// The recovery codes on their page.
#[must_use]
pub fn recovery_codes(page: &str) -> Vec<String> {
    let is_code = |text: &&str| {
        text.len() == 29 && text.split('-').count() == 5 && text.split('-').all(|g| g.len() == 5)
    };
    page.split(['<', '>', ' ', '\n', '"']).filter(is_code).map(str::to_owned).collect()
}
