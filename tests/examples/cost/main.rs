//! What a door costs a request: the same small application in each framework, bare and behind its door,
//! and a client that sends what a browser sends. `tests/cost` runs them and counts instructions.
//!
//! In all of them the handler runs for somebody signed in: a signed cookie is checked and the user
//! looked up in a map, by the handler's extractor in the one and by the door's first factor in the other.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a measurement that cannot run has failed"
)]

mod actix_site;
mod application;
mod axum_site;
mod rocket_site;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use application::COOKIE;

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
        let mut read = 0;
        while !buffer[..read].ends_with(b"hello") {
            let more = stream.read(&mut buffer[read..]).unwrap();
            let answer = String::from_utf8_lossy(&buffer[..read + more]);
            assert!(more > 0 && answer.starts_with("HTTP/1.1 200"), "{answer}");
            read += more;
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["load", port, count] => load(port.parse().unwrap(), count.parse().unwrap()),
        ["axum", variant] => axum_site::serve(variant),
        ["actix", variant] => actix_site::serve(variant),
        ["rocket", variant] => rocket_site::serve(variant),
        _ => panic!("load PORT COUNT, or axum, actix or rocket with bare or gated"),
    }
}
