//! Connections that stay open. Countersign decides before they open, so they do not stay open for
//! ever: whoever comes again is asked again.

use core::convert::Infallible;
use core::time::Duration;

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use countersign_tower::Verified;
use tokio::time::{interval, timeout};
use tokio_stream::wrappers::IntervalStream;
use tokio_stream::{Stream, StreamExt as _};

/// How many ticks a stream has.
const TICKS: usize = 60;
/// How long a socket stays open.
const LONGEST: Duration = Duration::from_secs(600);
/// The longest message that is echoed, in bytes.
const LONGEST_MESSAGE: usize = 64 * 1024;

/// A tick every second.
pub(crate) async fn events(_: Verified) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut ticks = 0;
    let stream = IntervalStream::new(interval(Duration::from_secs(1))).take(TICKS).map(move |_| {
        ticks += 1;
        Ok(Event::default().event("tick").data(ticks.to_string()))
    });
    Sse::new(stream)
}

/// Echoes what it is sent.
pub(crate) async fn socket(_: Verified, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    if !is_same_origin(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    upgrade.max_message_size(LONGEST_MESSAGE).on_upgrade(echo)
}

/// A browser sends the cookie along whichever page opens the socket (RFC 6455, 10.2), and a page on
/// another port of this host counts as the same site.
fn is_same_origin(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let page = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
    let page = page.as_ref().and_then(Uri::authority);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    page.is_some_and(|page| Some(page.as_str()) == host)
}

async fn echo(mut socket: WebSocket) {
    let echoing = async {
        while let Some(Ok(message)) = socket.recv().await {
            let is_said = matches!(message, Message::Text(_) | Message::Binary(_));
            if is_said && socket.send(message).await.is_err() {
                return;
            }
        }
    };
    if timeout(LONGEST, echoing).await.is_err() {
        tracing::debug!("a socket was open for long enough");
    }
}
