//! Requests that no well-behaved client sends, and connections that stay open.

use core::time::Duration;

use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{SiteClient, Speaks};
use countersign_tests::tool::{Part, is_skipped};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::answers::{ADA, OPEN, PRIVATE, after_activation, is_refused};

const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn di_8_only_the_routes_that_are_marked_are_open_however_a_path_is_written() {
    if is_skipped(Part::Process) {
        return;
    }
    let site = SiteProcess::start();
    let mut ada = SiteClient::of(&site, Speaks::Html);
    ada.sign_in(ADA).await;
    for path in OPEN {
        let answer = ada.get(path).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    let written = [
        "/public/../account",
        "/public/%2e%2e/account",
        "/public/..%2faccount",
        "/public;/../account",
        "//account",
        "/./account",
        "/account/",
        "/Account",
        "/%61ccount",
        "/account%00",
        "/account;/public",
        "/account?/public",
        "/account#/public",
        "/public/account",
        "/PUBLIC",
        "/files/../public",
        "/files/%2e%2e/hello.txt",
        "/2fa/../account",
        "/2fa/assets/../../account",
        "/healthz/../files/hello.txt",
        "/sign-in/../transfer",
        "http://127.0.0.1/account",
        "http://evil.example/account",
    ];
    for path in written {
        let cookie = ada.cookie_header();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nAccept: text/html\r\n\
             Connection: close\r\n\r\n",
            site.address()
        );
        let answer = raw(&site, &request).await;
        assert!(!answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        for private in PRIVATE {
            assert!(!answer.contains(private), "{path}: {answer}");
        }
    }
}

#[tokio::test]
async fn a_socket_and_a_stream_are_refused_before_they_open_and_work_afterwards() {
    if is_skipped(Part::Process) {
        return;
    }
    let site = SiteProcess::start();
    let (_, mut activated) = after_activation(&site, Speaks::Html).await;
    let mut ada = SiteClient::of(&site, Speaks::Html);
    ada.sign_in(ADA).await;

    let refused = upgrade(&site, &ada).await.0;
    assert!(refused.starts_with("HTTP/1.1 401"), "{refused}");
    assert!(refused.contains("insufficient_user_authentication"), "{refused}");
    assert!(!refused.to_ascii_lowercase().contains("sec-websocket-accept"), "{refused}");
    let stream = [("accept", "text/event-stream"), ("sec-fetch-mode", "cors")];
    let mut program = SiteClient::of(&site, Speaks::Json);
    program.cookies = ada.cookies.clone();
    is_refused(&program.ask("GET", "/events", &stream, "").await, "challenge");

    let page = ada.challenged("/account").await;
    let passed = ada.answer(&page, &[("code", &activated.app.code().await)]).await;
    assert_eq!(passed.status, 303);
    let (opened, mut socket) = upgrade(&site, &ada).await;
    assert!(opened.starts_with("HTTP/1.1 101"), "{opened}");
    // RFC 6455, 5.2: a text of two letters under a mask of zeros, and the same without a mask.
    socket.write_all(&[0x81, 0x82, 0, 0, 0, 0, b'h', b'i']).await.unwrap();
    let mut echo = [0; 4];
    timeout(PATIENCE, socket.read_exact(&mut echo)).await.unwrap().unwrap();
    assert_eq!(&echo, &[0x81, 0x02, b'h', b'i']);

    let request = format!(
        "GET /events HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nAccept: text/event-stream\r\n\r\n",
        site.address(),
        ada.cookie_header(),
    );
    let mut events = TcpStream::connect(site.address()).await.unwrap();
    events.write_all(request.as_bytes()).await.unwrap();
    let begun = read_until(&mut events, "data: 1").await;
    assert!(begun.starts_with("HTTP/1.1 200") && begun.contains("text/event-stream"), "{begun}");
}

/// Sends bytes as they are, and reads until the connection ends.
pub(crate) async fn raw(site: &SiteProcess, request: &str) -> String {
    let mut stream = TcpStream::connect(site.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut answer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Asks for a socket (RFC 6455, 4.1), and reads the head of the answer.
async fn upgrade(site: &SiteProcess, client: &SiteClient) -> (String, TcpStream) {
    let request = format!(
        "GET /ws HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nOrigin: {}\r\nAccept: text/html\r\n\
         Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        site.address(),
        client.cookie_header(),
        site.origin(),
    );
    let mut stream = TcpStream::connect(site.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let head = read_until(&mut stream, "\r\n\r\n").await;
    (head, stream)
}

/// Reads, a byte at a time, until what was read ends with `end`.
async fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut read = Vec::new();
    while !read.ends_with(end.as_bytes()) {
        let byte = timeout(PATIENCE, stream.read_u8()).await.unwrap();
        read.push(byte.unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&read))));
    }
    String::from_utf8_lossy(&read).into_owned()
}
