//! A client that can stop half-way: it looks at the first bytes of an answer before it has sent the
//! last of its request.

use core::convert::Infallible;
use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use futures_util::stream;
use http::header::HeaderMap;
use http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Either, Empty, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

/// An answer, of which the body may be still to come.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    body: Body,
}

enum Body {
    Comes(Incoming),
    Upgraded(TokioIo<hyper::upgrade::Upgraded>),
}

/// Sends the head of a request on a connection of its own, and waits for the head of the answer.
pub(super) async fn send(
    address: SocketAddr,
    request: http::request::Builder,
    body: Option<mpsc::Receiver<Bytes>>,
) -> io::Result<Answer> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
    tokio::spawn(connection.with_upgrades());
    let body = match body {
        None => Either::Left(Empty::new()),
        Some(body) => Either::Right(StreamBody::new(Box::pin(stream::unfold(body, next)))),
    };
    let request: Request<_> = request.body(body).map_err(io::Error::other)?;
    let mut response = sender.send_request(request).await.map_err(io::Error::other)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = if status == StatusCode::SWITCHING_PROTOCOLS {
        let upgraded = hyper::upgrade::on(&mut response).await.map_err(io::Error::other)?;
        Body::Upgraded(TokioIo::new(upgraded))
    } else {
        Body::Comes(response.into_body())
    };
    Ok(Answer { status, headers, body })
}

async fn next(
    mut body: mpsc::Receiver<Bytes>,
) -> Option<(Result<Frame<Bytes>, Infallible>, mpsc::Receiver<Bytes>)> {
    let bytes = body.recv().await?;
    Some((Ok(Frame::data(bytes)), body))
}

impl Answer {
    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The next bytes of the body; none: it has ended.
    pub(super) async fn more(&mut self) -> io::Result<Bytes> {
        let Body::Comes(body) = &mut self.body else { return Ok(Bytes::new()) };
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(io::Error::other)?;
            if let Ok(bytes) = frame.into_data()
                && !bytes.is_empty()
            {
                return Ok(bytes);
            }
        }
        Ok(Bytes::new())
    }

    /// Everything that is still to come.
    pub(super) async fn rest(&mut self) -> io::Result<Vec<u8>> {
        let mut rest = Vec::new();
        loop {
            let bytes = self.more().await?;
            if bytes.is_empty() {
                return Ok(rest);
            }
            rest.extend_from_slice(&bytes);
        }
    }

    /// Says something through a WebSocket, and hears what comes back (RFC 6455, 5.7).
    pub(super) async fn says(&mut self, word: &[u8; 2]) -> io::Result<[u8; 4]> {
        let Body::Upgraded(socket) = &mut self.body else {
            return Err(io::Error::other("it is no socket"));
        };
        let mask = [7, 11, 13, 17];
        let mut frame = vec![0x81, 0x82];
        frame.extend(mask);
        frame.extend(word.iter().zip(mask).map(|(letter, mask)| letter ^ mask));
        socket.write_all(&frame).await?;
        let mut heard = [0; 4];
        socket.read_exact(&mut heard).await?;
        Ok(heard)
    }
}
