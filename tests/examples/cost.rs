//! What the layer costs a request: the same small axum application bare and with the layer, and a
//! client that sends what a browser sends. `tests/cost` runs them and counts instructions.
//!
//! In both the handler knows who is signed in: a signed cookie is checked and the user looked up in
//! a map, by the handler's extractor in the one and by the layer's first factor in the other.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement that cannot run has failed"
)]

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::routing::get;
use axum::{Router, serve};
use countersign::SecondFactor;
use countersign::authenticator::Code;
use countersign::policy::Policy;
use countersign::port::KeepSession;
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_tests::totp;
use countersign_tower::{Origin, SecondFactorLayer, Web};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::request::Parts;
use http::{StatusCode, header};
use sha1::Sha1;

const COOKIE: &str = "theme=dark; session=user-17.0f1e2d3c4b5a69788796a5b4c3d2e1f0";

#[derive(Clone)]
struct Users(Arc<HashMap<String, String>>);

impl Users {
    fn some() -> Self {
        let users = (0..1_000).map(|n| (format!("user-{n}"), format!("user-{n}@acme.example")));
        Self(Arc::new(users.collect()))
    }

    /// The application's own sign-in: a signed cookie, and the user it names.
    fn signed_in(&self, parts: &Parts) -> Option<(String, String)> {
        let cookies = parts.headers.get(header::COOKIE)?.to_str().ok()?;
        let value = cookies.split("; ").find_map(|pair| pair.strip_prefix("session="))?;
        let (user, session) = value.split_once('.')?;
        let mut mac = Hmac::<Sha1>::new_from_slice(b"the application's own key").ok()?;
        mac.update(value.as_bytes());
        std::hint::black_box(mac.finalize());
        self.0.get(user)?;
        Some((user.to_owned(), session.to_owned()))
    }
}

struct User(#[expect(dead_code, reason = "that there is one is enough")] String);

impl FromRequestParts<Users> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, users: &Users) -> Result<Self, StatusCode> {
        let (user, _) = users.signed_in(parts).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Self(user))
    }
}

fn bare() -> Router {
    Router::new().route("/", get(|_: User| async { "hello" })).with_state(Users::some())
}

/// The same with the layer, and a session that has shown its factor.
async fn gated() -> Router {
    let second_factor = SecondFactor::builder("Cost", &KeyRing::example(), MemoryStore::default())
        .policy(Policy::required())
        .build();
    let session = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    let ada = Principal::new("user-17", SessionId::new(session));
    let form = second_factor.overview(&ada, None, None).await.unwrap().ticket;
    let form = second_factor.open_ticket(&ada, &form).unwrap();
    let begun = second_factor.begin(&ada, &form).await.unwrap().unwrap();
    let key = begun.set_up.seed.to_base32();
    let code = totp::code(&key, second_factor.now().as_unix()).unwrap();
    let confirm = second_factor.open_ticket(&ada, &begun.ticket).unwrap();
    let code = Code::parse(&code).unwrap();
    second_factor.confirm(&ada, &confirm, &code, None, KeepSession).await.unwrap();

    let web = Web::new(second_factor, Origin::parse("http://localhost").unwrap()).unwrap();
    let users = Users::some();
    let layer = SecondFactorLayer::from_parts(web, move |parts| {
        Ok(users
            .signed_in(parts)
            .map(|(user, session)| Principal::new(user, SessionId::new(session))))
    });
    Router::new().route("/", get(|| async { "hello" })).layer(layer)
}

/// One connection, one request after the other.
fn load(port: u16, count: usize) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_nodelay(true).unwrap();
    let request = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\n\
         User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n\
         Accept-Language: en\r\nAccept-Encoding: gzip\r\nSec-Fetch-Mode: navigate\r\n\
         Sec-Fetch-Site: same-origin\r\nCookie: {COOKIE}\r\n\r\n"
    );
    let mut buffer = [0; 4_096];
    for _ in 0..count {
        stream.write_all(request.as_bytes()).unwrap();
        let read = stream.read(&mut buffer).unwrap();
        let answer = std::str::from_utf8(&buffer[..read]).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("hello"), "{answer}");
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let ["load", port, count] = arguments[1..].iter().map(String::as_str).collect::<Vec<_>>()[..]
    {
        return load(port.parse().unwrap(), count.parse().unwrap());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = if arguments[1] == "bare" { bare() } else { gated().await };
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        println!("{}", listener.local_addr().unwrap().port());
        serve(listener, app).await.unwrap();
    });
}
