//! Over a connection: request targets that no client library would send, and answers to HEAD.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

#[path = "site/door.rs"]
mod door;
#[path = "site/gate.rs"]
mod site;

use core::time::Duration;
use std::net::SocketAddr;

use actix_web::App;
use door::Calls;
use site::{counted, gate, web};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

async fn say(address: SocketAddr, head: &str) -> String {
    let mut connection = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "{head} HTTP/1.1\r\nHost: localhost\r\nCookie: who=ada.1\r\nConnection: close\r\n\r\n"
    );
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // After a CONNECT, the connection stays open.
    let reading = connection.read_to_end(&mut answer);
    let _ = tokio::time::timeout(Duration::from_millis(500), reading).await;
    String::from_utf8_lossy(&answer).into_owned()
}

#[actix_web::test]
async fn whatever_the_target_looks_like_no_handler_runs() {
    let ((web, _), calls) = (web(), Calls::default());
    let counting = calls.clone();
    let server = actix_test::start(move || {
        App::new().wrap(gate(&web).open("/open")).default_service(counted(&counting))
    });
    for target in [
        "*",
        "http://localhost/page",
        "http://elsewhere.example/open/../page",
        "//page",
        "//elsewhere.example/page",
        "/./page",
        "/2fa/../page",
        "/page;/2fa",
        "/page%00",
        "/\\elsewhere.example",
        "localhost:80",
    ] {
        for method in ["GET", "OPTIONS", "FOO"] {
            let answer = say(server.addr(), &format!("{method} {target}")).await;
            let status = answer.split(' ').nth(1).unwrap_or_default();
            // What actix itself refuses, and the pages of ours that are not there.
            assert!(["400", "401", "404", "405"].contains(&status), "{method} {target}: {answer}");
        }
    }
    let answer = say(server.addr(), "CONNECT localhost:80").await;
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    assert_eq!(calls.so_far(), 0);
}

#[actix_web::test]
async fn an_answer_to_head_tells_the_length_of_the_page_and_ends() {
    let (web, _) = web();
    let server = actix_test::start(move || App::new().wrap(gate(&web)));
    let length = |answer: &str| {
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let line = head.lines().find(|line| line.starts_with("content-length")).unwrap();
        (line.to_owned(), body.len())
    };
    let (get, page) = length(&say(server.addr(), "GET /2fa/nowhere").await);
    let (head, nothing) = length(&say(server.addr(), "HEAD /2fa/nowhere").await);
    assert_eq!((head, nothing), (get, 0));
    assert!(page > 0);
}
