//! What each route of the site says to whom.
//!
//! | visitor | protected routes | open routes, sign-out |
//! |---|---|---|
//! | nobody | the sign-in page, or 401 | as they are |
//! | Bob with an app, after his password: half signed in | the challenge, or 401 | as they are |
//! | Ada without an app: must activate | the activation, or 401 | as they are |
//! | single sign-on, a key of the API | as they are | as they are |

#![expect(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use countersign::SecondFactor;
use countersign::authenticator::Code;
use countersign::flow::Confirmation;
use countersign::port::KeepSession;
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_tower::Origin;
use http_body_util::BodyExt as _;
use quickstart_axum::accounts::{Accounts, PASSWORD};
use quickstart_axum::site::Site;
use tower::ServiceExt as _;

const ORIGIN: &str = "http://127.0.0.1:3000";
const PROTECTED: [&str; 6] =
    ["/account", "/transfer", "/api/ping", "/events", "/ws", "/files/hello.txt"];
const OPEN: [&str; 5] = ["/", "/public", "/sign-in", "/healthz", "/site.css"];

struct Browser {
    site: Router,
    second_factor: SecondFactor,
    cookie: String,
}

struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

impl Browser {
    async fn open() -> Self {
        let second_factor = quickstart_axum::countersign::second_factor(
            &KeyRing::example(),
            MemoryStore::default(),
        );
        let site = Site::new(Accounts::example().await.unwrap(), second_factor.clone());
        let site = site.router(Origin::parse(ORIGIN).unwrap()).unwrap();
        Self { site, second_factor, cookie: String::new() }
    }

    async fn signed_in(email: &str) -> Self {
        let mut browser = Self::open().await;
        let answer = browser.sign_in(email, PASSWORD).await;
        assert_eq!((answer.status, &*answer.location), (StatusCode::SEE_OTHER, "/account"));
        browser
    }

    async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &format!("email={email}&password={password}")).await
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).header(header::ACCEPT, "text/html"), "").await
    }

    async fn post(&mut self, path: &str, form: &str) -> Answer {
        let request = Request::post(path).header(header::ACCEPT, "text/html");
        let form_type = "application/x-www-form-urlencoded";
        self.send(request.header(header::CONTENT_TYPE, form_type), form).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: &str) -> Answer {
        let request = request.header(header::COOKIE, &self.cookie);
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.site.clone().oneshot(request).await.unwrap();
        let text = |name| response.headers().get(name).map(|value| value.to_str().unwrap());
        if let Some(cookie) = text(header::SET_COOKIE) {
            self.cookie = cookie.split(';').next().unwrap().to_owned();
        }
        let location = text(header::LOCATION).unwrap_or_default().to_owned();
        let is_stream = text(header::CONTENT_TYPE) == Some("text/event-stream");
        let status = response.status();
        let body = if is_stream { Body::empty() } else { response.into_body() };
        let body = body.collect().await.unwrap().to_bytes();
        Answer { status, location, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    /// Activates an app for Bob, in another session than the one of this browser.
    async fn activate_for_bob(&self) {
        let bob = Principal::new("user-bob", SessionId::new("elsewhere"));
        let form = self.second_factor.overview(&bob, None, None).await.unwrap().ticket;
        let form = self.second_factor.open_ticket(&bob, &form).unwrap();
        let begun = self.second_factor.begin(&bob, &form).await.unwrap().unwrap();
        let seed = begun.set_up.seed.to_base32();
        let app = totp_rs::Builder::new()
            .with_secret(data_encoding::BASE32_NOPAD.decode(seed.as_bytes()).unwrap())
            .build()
            .unwrap();
        let code = app.generate(self.second_factor.now().as_unix()).to_string();
        let code = Code::parse(&code).unwrap();
        let ticket = self.second_factor.open_ticket(&bob, &begun.ticket).unwrap();
        let confirmed = self.second_factor.confirm(&bob, &ticket, &code, None, KeepSession).await;
        assert!(matches!(confirmed, Ok(Confirmation::Done(_))));
    }

    /// Every protected route sends to `page`, and tells a program 401; every open route opens.
    async fn is_stopped_and_sent_to(&mut self, page: &str) {
        for path in PROTECTED {
            let answer = self.get(path).await;
            assert_eq!(answer.status, StatusCode::FOUND, "{path}");
            assert!(answer.location.starts_with(page), "{path}: {}", answer.location);
            let answer = self.send(Request::get(path), "").await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        for path in ["/transfer", "/password"] {
            let answer = self.post(path, "password=a&new_password=b").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert!(answer.location.starts_with(page), "{path}: {}", answer.location);
        }
        for path in OPEN {
            assert_eq!(self.get(path).await.status, StatusCode::OK, "{path}");
        }
    }

    async fn can_sign_out(&mut self) {
        let answer = self.post("/sign-out", "").await;
        assert_eq!((answer.status, &*answer.location), (StatusCode::SEE_OTHER, "/"));
        assert!(self.get("/").await.body.contains("Nobody is signed in"));
    }
}

#[tokio::test]
async fn nobody_is_sent_to_the_sign_in_page() {
    Browser::open().await.is_stopped_and_sent_to("/sign-in").await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let mut browser = Browser::open().await;
    for (email, password) in [("bob@example.org", "wrong"), ("eve@example.org", PASSWORD)] {
        let answer = browser.sign_in(email, password).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("The address or the password is wrong."));
    }
    browser.is_stopped_and_sent_to("/sign-in").await;
}

#[tokio::test]
async fn who_must_activate_goes_nowhere_else() {
    let mut ada = Browser::signed_in("ada@acme.example").await;
    ada.is_stopped_and_sent_to("/2fa/activate?ticket=").await;
    assert!(ada.get("/").await.body.contains(r#"<a href="/2fa">"#));
    ada.can_sign_out().await;
}

#[tokio::test]
async fn who_is_half_signed_in_goes_nowhere_but_out() {
    let mut bob = Browser::signed_in("bob@example.org").await;
    bob.activate_for_bob().await;
    bob.is_stopped_and_sent_to("/2fa/challenge?ticket=").await;
    assert!(!bob.get("/").await.body.contains("class=\"warn\""));
    bob.can_sign_out().await;
}

#[tokio::test]
async fn who_has_no_second_factor_and_needs_none_goes_everywhere_but_to_the_bank() {
    let mut bob = Browser::signed_in("bob@example.org").await;
    assert!(bob.get("/account").await.body.contains("account of bob@example.org"));
    assert!(bob.get("/transfer").await.location.starts_with("/2fa/activate"));
    assert_eq!(bob.get("/files/hello.txt").await.status, StatusCode::OK);
    assert_eq!(bob.get("/events").await.status, StatusCode::OK);
    assert!(bob.get("/").await.body.contains("class=\"warn\""));
}

#[tokio::test]
async fn single_sign_on_is_exempt_and_reminded_of_nothing() {
    let mut sso = Browser::signed_in("sso@acme.example").await;
    assert!(sso.get("/account").await.body.contains("account of sso@acme.example"));
    let home = sso.get("/").await.body;
    assert!(home.contains("this sign-in is exempt") && !home.contains("class=\"warn\""));
}

#[tokio::test]
async fn only_the_right_key_opens_the_api() {
    let mut browser = Browser::signed_in("bob@example.org").await;
    let ping = |key| Request::get("/api/ping").header(header::AUTHORIZATION, key);
    let answer = browser.send(ping("Bearer demo-key"), "").await;
    assert_eq!(answer.body, r#"{"pong":true,"user":"api:demo"}"#);
    for key in ["Bearer demo-kez", "bearer demo-key ", "Bearer "] {
        let answer = browser.send(ping(key), "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{key}");
    }
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it() {
    let mut bob = Browser::signed_in("bob@example.org").await;
    for (old, new) in [("wrong", "long enough"), (PASSWORD, "7 chars")] {
        let answer = bob.post("/password", &format!("password={old}&new_password={new}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let form = format!("password={PASSWORD}&new_password=8 chars!");
    assert_eq!(bob.post("/password", &form).await.location, "/account");
    let refused = bob.sign_in("bob@example.org", PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bob.sign_in("bob@example.org", "8 chars!").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let mut browser = Browser::open().await;
    let post = |name, value| Request::post("/sign-in").header(name, value);
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let answer = browser.send(post(name, value), "").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
    }
    for (name, value) in [("sec-fetch-site", "same-origin"), ("origin", ORIGIN)] {
        let answer = browser.send(post(name, value), "").await;
        assert_ne!(answer.status, StatusCode::FORBIDDEN, "{name}");
    }
}
