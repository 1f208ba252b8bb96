//! One request and its answer, byte by byte. No HTTP client is between, because it would mend what a
//! journey sends: two slashes, a header that stands there twice, a target that is no path.

use core::time::Duration;
use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A request to be sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// An answer, read to its end.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Answer {
    /// 0: the connection was closed without one.
    pub(crate) status: u16,
    /// Names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header, if it stands there.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a header.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// How long a site may take for an answer. No journey is about time; this ends what hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// Sends a request on a connection of its own.
pub(crate) async fn exchange(address: SocketAddr, sent: &Sent) -> io::Result<Answer> {
    let answer = tokio::time::timeout(PATIENCE, unbounded(address, sent)).await;
    answer.unwrap_or_else(|_| Err(io::Error::other("no answer")))
}

async fn unbounded(address: SocketAddr, sent: &Sent) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address).await?;
    let mut bytes = format!("{} {} HTTP/1.1\r\n", sent.method, sent.target).into_bytes();
    for (name, value) in &sent.headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    if !sent.body.is_empty() || matches!(sent.method.as_str(), "POST" | "PUT" | "PATCH") {
        bytes.extend_from_slice(format!("Content-Length: {}\r\n", sent.body.len()).as_bytes());
    }
    if !sent.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("connection")) {
        bytes.extend_from_slice(b"Connection: close\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    let (mut reader, mut writer) = stream.split();
    let send = async {
        // A site may answer and close before it has read everything; what it said counts.
        let _ = writer.write_all(&bytes).await;
        let _ = writer.write_all(&sent.body).await;
    };
    let read = read(&mut reader, sent.method == "HEAD");
    tokio::join!(send, read).1
}

async fn read(
    stream: &mut (impl tokio::io::AsyncRead + Unpin),
    is_head: bool,
) -> io::Result<Answer> {
    let mut got = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        if let Some((answer, length)) = head(&got)? {
            let rest = got.split_off(length);
            return finish(stream, answer, rest, is_head).await;
        }
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return Ok(Answer::default()),
            Ok(read) => got.extend_from_slice(buffer.get(..read).unwrap_or_default()),
        }
    }
}

/// The head of an answer and its length, once it is whole.
fn head(got: &[u8]) -> io::Result<Option<(Answer, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut response = httparse::Response::new(&mut headers);
    match response.parse(got).map_err(io::Error::other)? {
        httparse::Status::Partial => Ok(None),
        httparse::Status::Complete(length) => {
            let headers = response.headers.iter().map(|header| {
                let value = String::from_utf8_lossy(header.value).into_owned();
                (header.name.to_ascii_lowercase(), value)
            });
            let status = response.code.unwrap_or_default();
            Ok(Some((Answer { status, headers: headers.collect(), body: Vec::new() }, length)))
        }
    }
}

async fn finish(
    stream: &mut (impl tokio::io::AsyncRead + Unpin),
    mut answer: Answer,
    mut body: Vec<u8>,
    is_head: bool,
) -> io::Result<Answer> {
    let is_chunked = answer.header("transfer-encoding").is_some_and(|how| how.contains("chunked"));
    let length: Option<usize> = answer.header("content-length").and_then(|l| l.parse().ok());
    let bare = is_head || matches!(answer.status, 101 | 204 | 304);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let whole = match (bare, is_chunked, length) {
            // Whatever comes after the head of such an answer is none of its own.
            (true, _, _) => is_head,
            (false, true, _) => body.ends_with(b"0\r\n\r\n"),
            (false, false, Some(length)) => body.len() >= length,
            (false, false, None) => false,
        };
        if whole || answer.status == 101 {
            break;
        }
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => break,
            Ok(read) => body.extend_from_slice(buffer.get(..read).unwrap_or_default()),
        }
    }
    answer.body = match (answer.status, is_chunked && !is_head) {
        (101, _) => Vec::new(),
        (_, true) => dechunked(&body)?,
        (_, false) => body,
    };
    Ok(answer)
}

/// RFC 9112, 7.1.
fn dechunked(mut chunked: &[u8]) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        match httparse::parse_chunk_size(chunked) {
            Ok(httparse::Status::Complete((_, 0))) => return Ok(body),
            Ok(httparse::Status::Complete((start, size))) => {
                let end = usize::try_from(size).map_err(io::Error::other)?.saturating_add(start);
                let chunk = chunked.get(start..end).ok_or_else(broken_off)?;
                body.extend_from_slice(chunk);
                chunked = chunked.get(end.saturating_add(2)..).ok_or_else(broken_off)?;
            }
            Ok(httparse::Status::Partial) | Err(_) => return Err(broken_off()),
        }
    }
}

fn broken_off() -> io::Error {
    io::Error::other("a body that broke off")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn answers_are_read_in_every_way_in_which_they_are_sent() {
        let cases: [(&[u8], bool, &[u8]); 5] = [
            (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokrest", false, b"okrest"),
            (b"HTTP/1.1 200 OK\r\n\r\nto the end", false, b"to the end"),
            (
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
                false,
                b"abc",
            ),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", true, b""),
            (b"HTTP/1.1 101 Up\r\nUpgrade: websocket\r\n\r\n\x81\x00", false, b""),
        ];
        for (mut bytes, is_head, body) in cases {
            let answer = read(&mut bytes, is_head).await.unwrap();
            assert_eq!(answer.body, body, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(read(&mut &b""[..], false).await.unwrap().status, 0);
        let broken = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab";
        assert!(read(&mut &broken[..], false).await.is_err());
    }
}
