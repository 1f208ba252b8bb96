//! Connections that stay open. Countersign decides before they open, so they do not stay open for
//! ever: whoever comes again is asked again.

use core::convert::Infallible;

use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use axum::response::sse::{Event, Sse};
use countersign_tower::Verified;
use quickstart_shared::from_here::socket_is_ours;
use quickstart_shared::limits::{LONGEST_MESSAGE, LONGEST_SOCKET, TICK, TICKS};
use quickstart_shared::pages::problem;
use tokio::time::{interval, timeout};
use tokio_stream::wrappers::IntervalStream;
use tokio_stream::{Stream, StreamExt as _};

use crate::page::shown;

/// A tick every second.
pub(crate) async fn events(_: Verified) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut ticks = 0;
    let stream = IntervalStream::new(interval(TICK)).take(TICKS).map(move |_| {
        ticks += 1;
        Ok(Event::default().event("tick").data(ticks.to_string()))
    });
    Sse::new(stream)
}

/// Echoes what it is sent.
pub(crate) async fn socket(
    _: Verified,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Ok(upgrade) = upgrade else { return shown(problem(400)) };
    if !socket_is_ours(|name| headers.get(name).map(HeaderValue::as_bytes)) {
        return shown(problem(403));
    }
    upgrade.max_message_size(LONGEST_MESSAGE).on_upgrade(echo)
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
    if timeout(LONGEST_SOCKET, echoing).await.is_err() {
        tracing::debug!("a socket was open for long enough");
    }
}
