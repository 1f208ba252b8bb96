//! What only a real connection can send.

use core::time::Duration;

use rocket::fairing::AdHoc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::{sleep, timeout};

use crate::site::Site;

/// Ends what hangs; nothing here is about time.
const PATIENCE: Duration = Duration::from_secs(60);

/// Launches the site and says on which port.
async fn launched(site: &Site) -> (u16, rocket::Shutdown) {
    let (up, mut is_up) = unbounded_channel();
    let app = site.app().attach(AdHoc::on_liftoff("port", move |rocket| {
        let _ = up.send((rocket.config().port, rocket.shutdown()));
        Box::pin(async {})
    }));
    tokio::spawn(app.launch());
    is_up.recv().await.unwrap()
}

async fn connected(port: u16, request: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

/// All of an answer after which the connection is closed; of another, what comes with its first line.
async fn raw(port: u16, line: &str, more: &str) -> String {
    let request = format!("{line} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n");
    let mut stream = connected(port, &request).await;
    let mut answer = Vec::new();
    let read = async {
        if more.contains("Connection: close") {
            stream.read_to_end(&mut answer).await
        } else {
            stream.read_buf(&mut answer).await
        }
    };
    timeout(PATIENCE, read).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

#[rocket::async_test]
async fn no_way_of_writing_an_address_leads_around_the_gate() {
    let site = Site::new();
    let (port, shutdown) = launched(&site).await;
    let half = "Cookie: who=ada.1\r\nAccept: text/html\r\nConnection: close\r\n";
    for target in [
        "/page",
        "//page",
        "///page//",
        "/./page",
        "/%2e/page",
        "/open/../page",
        "/open/%2e%2e/page",
        "/2fa/../page",
        "/%70age",
        "/page/",
        "/page?",
        "/page#open",
        "http://localhost/page",
        "http://evil.example//page",
        "/\\page",
        "*",
    ] {
        for method in ["GET", "HEAD", "POST", "OPTIONS", "CONNECT"] {
            let answer = raw(port, &format!("{method} {target}"), half).await;
            let status = status(&answer);
            assert!(matches!(status, 302 | 303 | 400 | 404 | 405), "{method} {target}: {answer}");
            assert!(!answer.contains("protected"), "{method} {target}");
        }
    }
    for method in ["PROPFIND", "FOO", "get", "MKCOL"] {
        let answer = raw(port, &format!("{method} /page"), half).await;
        assert!(matches!(status(&answer), 302 | 303 | 400 | 501), "{method}: {answer}");
    }
    assert_eq!(site.calls.so_far(), 0);
    // An answer to HEAD has the headers of one to GET, and our pages are there.
    let get = raw(port, "GET /2fa/activate", half).await;
    let head = raw(port, "HEAD /2fa/activate", half).await;
    let length = |answer: &str| {
        let answer = answer.to_lowercase();
        let after = answer.split("content-length: ").nth(1).unwrap().to_owned();
        after.split('\r').next().unwrap().parse::<usize>().unwrap()
    };
    assert_eq!((status(&get), status(&head)), (200, 200));
    assert!(length(&get) > 100 && length(&head) > 100, "{head}");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
    shutdown.notify();
}

#[rocket::async_test]
async fn a_websocket_and_an_event_stream_are_stopped_before_they_open() {
    let site = Site::new();
    let (port, shutdown) = launched(&site).await;
    let upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
                   Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAccept: text/html\r\n";
    let half = "Cookie: who=ada.1\r\n";
    let answer = raw(port, "GET /socket", &format!("{upgrade}{half}")).await;
    assert_eq!(status(&answer), 401, "{answer}");
    let events = format!("Accept: text/event-stream\r\n{half}");
    assert_eq!(status(&raw(port, "GET /events", &events).await), 401);
    assert_eq!(site.calls.so_far(), 0);

    // Of bob nothing is asked.
    let answer = raw(port, "GET /socket", &format!("{upgrade}Cookie: who=bob.1\r\n")).await;
    assert_eq!(status(&answer), 101, "{answer}");
    shutdown.notify();
}

#[rocket::async_test]
async fn an_own_page_is_answered_to_the_end_when_nobody_waits_for_it() {
    let site = Site::new();
    let (port, shutdown) = launched(&site).await;
    let request =
        "GET /2fa HTTP/1.1\r\nHost: localhost\r\nCookie: who=ada.1\r\nX-Slow: yes\r\n\r\n";
    let stream = connected(port, request).await;
    timeout(PATIENCE, site.slow.begun.notified()).await.unwrap();
    drop(stream);
    // Time for the server to see it; the test holds however long that takes.
    sleep(Duration::from_millis(100)).await;
    assert_eq!(site.calls.so_far(), 0, "still at it");
    site.slow.go.notify_one();
    for _ in 0..6_000 {
        if site.calls.so_far() == 1 {
            return shutdown.notify();
        }
        sleep(Duration::from_millis(10)).await;
    }
    panic!("a page that nobody waits for was not answered to its end");
}
