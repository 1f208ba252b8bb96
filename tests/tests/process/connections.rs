//! Requests that no well-behaved client sends.

use core::time::Duration;

use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{SiteClient, Speaks};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::answers::{ADA, OPEN, PRIVATE};
use crate::each::on_each;

const PATIENCE: Duration = Duration::from_secs(120);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn di_8_only_the_routes_that_are_marked_are_open_however_a_path_is_written() {
    on_each(|site| async move {
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
    })
    .await;
}

/// Sends bytes as they are, and reads until the connection ends.
pub(crate) async fn raw(site: &SiteProcess, request: &str) -> String {
    let mut stream = TcpStream::connect(site.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut answer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
