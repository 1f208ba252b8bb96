//! Connections that stay open, and the end of the process that keeps them.

use core::time::Duration;

use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{SiteClient, Speaks};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::answers::{ADA, BOB, after_activation, is_refused};
use crate::connections::raw;
use crate::each::on_each;

const PATIENCE: Duration = Duration::from_secs(120);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_socket_and_a_stream_are_refused_before_they_open_and_work_afterwards() {
    on_each(|site| async move {
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

        let (begun, _) = events(&site, &ada).await;
        assert!(
            begun.starts_with("HTTP/1.1 200") && begun.contains("text/event-stream"),
            "{begun}"
        );
        assert!(begun.contains("event:tick"), "{begun}");
        let request = format!(
            "HEAD /events HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            site.address(),
            ada.cookie_header(),
        );
        let head = raw(&site, &request).await;
        assert!(head.starts_with("HTTP/1.1 200") && !head.contains("tick"), "{head}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_socket_of_another_site_does_not_open_and_a_message_without_end_closes_it() {
    on_each(|site| async move {
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let no_socket = bob.get("/ws").await;
        assert_eq!(no_socket.status, 400, "{no_socket:?}");
        for origin in ["http://evil.example", "http://127.0.0.1:1", "null"] {
            let refused = upgrade_from(&site, &bob, origin).await.0;
            assert!(refused.starts_with("HTTP/1.1 403"), "{origin}: {refused}");
        }
        let (opened, mut socket) = upgrade(&site, &bob).await;
        assert!(opened.starts_with("HTTP/1.1 101"), "{opened}");
        // A text of 65,537 bytes is announced. Whoever takes it waits for what does not come.
        socket.write_all(&[0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0]).await.unwrap();
        socket.write_all(&[b'a'; 65_537]).await.unwrap();
        let mut answer = Vec::new();
        // A connection that is reset is closed as well.
        let _ = timeout(PATIENCE, socket.read_to_end(&mut answer)).await.unwrap();
        assert!(!answer.contains(&b'a'), "nothing of it comes back");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_site_that_is_asked_to_end_ends_well_even_while_a_stream_is_open() {
    on_each(|mut site| async move {
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let (begun, stream) = events(&site, &bob).await;
        assert!(begun.starts_with("HTTP/1.1 200"), "{begun}");
        let ended = spawn_blocking(move || site.stop()).await.unwrap();
        assert!(ended.success(), "{ended}");
        drop(stream);
    })
    .await;
}

/// Asks for events, and reads as far as the first one, in which a space means nothing.
async fn events(site: &SiteProcess, client: &SiteClient) -> (String, TcpStream) {
    let request = format!(
        "GET /events HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nAccept: text/event-stream\r\n\r\n",
        site.address(),
        client.cookie_header(),
    );
    let mut stream = TcpStream::connect(site.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let head = read_until(&mut stream, "\r\n\r\n").await;
    let first = read_until(&mut stream, "1\n").await;
    (head + &first.replace(": ", ":"), stream)
}

/// Asks for a socket (RFC 6455, 4.1), and reads the head of the answer.
async fn upgrade(site: &SiteProcess, client: &SiteClient) -> (String, TcpStream) {
    upgrade_from(site, client, site.origin()).await
}

/// The same from a page of any origin.
async fn upgrade_from(
    site: &SiteProcess,
    client: &SiteClient,
    origin: &str,
) -> (String, TcpStream) {
    let request = format!(
        "GET /ws HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nOrigin: {origin}\r\nAccept: text/html\r\n\
         Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        site.address(),
        client.cookie_header(),
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
