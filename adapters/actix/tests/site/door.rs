//! What the tests share: a second factor whose clock stands still, and a browser in front of an
//! application.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test takes what it needs, and one that stumbles has failed"
)]

use core::future::Future;
use core::pin::Pin;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use actix_http::Request;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, SET_COOKIE};
use actix_web::http::{Method, StatusCode};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, body};
use countersign::SecondFactor;
use countersign::policy::Policy;
use countersign::port::FakeClock;
use countersign::secret::KeyRing;
use countersign_memory::MemoryStore;

/// When it is on the site.
pub const BEGIN: u64 = 1_800_000_000;
/// What a browser accepts when it navigates.
pub const HTML: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// How often protected handlers ran.
#[derive(Clone, Debug, Default)]
pub struct Calls(Arc<AtomicUsize>);

impl Calls {
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    pub fn so_far(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

pub fn second_factor(policy: Policy) -> (SecondFactor, Arc<FakeClock>) {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let second_factor = SecondFactor::builder("Door", &KeyRing::example(), MemoryStore::default())
        .policy(policy)
        .clock(clock.clone())
        .build();
    (second_factor, clock)
}

/// The code of a set-up key, from the arithmetic alone.
pub fn code(key: &str, at: u64) -> String {
    let secret = data_encoding::BASE32_NOPAD.decode(key.as_bytes()).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(at).to_string()
}

pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split(before).nth(1).unwrap().split(after).next().unwrap()
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub fn csrf(&self) -> &str {
        between(&self.body, "name=\"csrf\" value=\"", "\"")
    }
}

type Answering = Pin<Box<dyn Future<Output = Answer>>>;

/// A browser in front of an application. A clone of it is another browser.
#[derive(Clone)]
pub struct Browser {
    app: Rc<dyn Fn(Request) -> Answering>,
    pub cookies: BTreeMap<String, String>,
    pub set_up_key: String,
}

pub async fn browser<T, B>(app: App<T>) -> Browser
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let app = Rc::new(init_service(app).await);
    let call = move |request: Request| -> Answering {
        let answering = app.call(request);
        Box::pin(async move {
            let response = match answering.await {
                Ok(response) => response.map_into_boxed_body().into_parts().1,
                Err(error) => error.error_response(),
            };
            let (status, headers) = (response.status(), response.headers().clone());
            let body = body::to_bytes(response.into_body()).await.unwrap_or_default();
            Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
        })
    };
    Browser { app: Rc::new(call), cookies: BTreeMap::new(), set_up_key: String::new() }
}

impl Browser {
    /// The same browser, in which somebody has passed the first factor.
    pub fn of(&self, who: &str) -> Self {
        let cookies = BTreeMap::from([("who".to_owned(), who.to_owned())]);
        Self { cookies, ..self.clone() }
    }

    /// The head of a request, with the cookies of the browser.
    pub fn request(&self, method: &str, uri: &str) -> TestRequest {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = TestRequest::with_uri(uri).method(method);
        let pairs: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        if pairs.is_empty() { request } else { request.insert_header((COOKIE, pairs.join("; "))) }
    }

    pub async fn send(&mut self, request: TestRequest) -> Answer {
        let answer = (self.app)(request.to_request()).await;
        for cookie in answer.headers.get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    pub async fn get(&mut self, uri: &str) -> Answer {
        self.send(self.request("GET", uri).insert_header((ACCEPT, HTML))).await
    }

    pub async fn post(&mut self, uri: &str, form: &str) -> Answer {
        let request = self
            .request("POST", uri)
            .insert_header((ACCEPT, HTML))
            .insert_header((CONTENT_TYPE, "application/x-www-form-urlencoded"))
            .set_payload(form.to_owned());
        self.send(request).await
    }

    /// Activates an app, below wherever the middleware is.
    pub async fn activate(&mut self, base: &str, clock: &FakeClock) -> Answer {
        use countersign::port::Clock as _;
        let page = self.get(&format!("{base}/activate")).await;
        let form = format!("csrf={}", page.csrf());
        let page = self.post(&format!("{base}/activate"), &form).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        self.set_up_key = between(&page.body, "secret=", "&").to_owned();
        let code = code(&self.set_up_key, clock.now().as_unix());
        let form = format!("csrf={}&code={code}", page.csrf());
        let codes = self.post(&format!("{base}/activate/confirm"), &form).await;
        assert_eq!(codes.status, StatusCode::OK, "{}", codes.body);
        clock.advance(Duration::from_secs(60));
        codes
    }

    /// Answers the challenge that a page leads to.
    pub async fn passes(&mut self, uri: &str, clock: &FakeClock, more: &str) -> Answer {
        use countersign::port::Clock as _;
        let stopped = self.get(uri).await;
        let page = self.get(stopped.location()).await;
        let code = code(&self.set_up_key, clock.now().as_unix());
        let form = format!("csrf={}&code={code}{more}", page.csrf());
        let answer = self.post("/2fa/challenge", &form).await;
        clock.advance(Duration::from_secs(60));
        answer
    }
}
