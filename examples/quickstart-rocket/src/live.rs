//! Connections that stay open. Countersign decides before they open, so they do not stay open for
//! ever: whoever comes again is asked again.

use countersign_rocket::Verified;
use quickstart_shared::limits::{LONGEST_MESSAGE, LONGEST_SOCKET, TICK, TICKS};
use quickstart_shared::pages::problem;
use rocket::futures::{SinkExt as _, StreamExt as _};
use rocket::get;
use rocket::response::stream::{Event, EventStream};
use rocket::tokio::time::{interval, timeout};
use rocket_ws::stream::DuplexStream;
use rocket_ws::{Channel, Config, WebSocket};

use crate::form::OwnSocket;
use crate::page::Shown;

/// A tick every second.
#[get("/events")]
pub(crate) fn events(_verified: Verified) -> EventStream![Event] {
    EventStream! {
        let mut ticks = interval(TICK);
        for tick in 1..=TICKS {
            ticks.tick().await;
            yield Event::data(tick.to_string()).event("tick");
        }
    }
}

/// Echoes what it is sent.
#[get("/ws")]
pub(crate) fn socket(
    _verified: Verified,
    socket: Option<WebSocket>,
    own: Option<OwnSocket>,
) -> Result<Channel<'static>, Shown> {
    let socket = socket.ok_or(Shown(problem(400)))?;
    let OwnSocket = own.ok_or(Shown(problem(403)))?;
    let limits = Config { max_message_size: Some(LONGEST_MESSAGE), ..Config::default() };
    Ok(socket.config(limits).channel(|stream| {
        Box::pin(async {
            if timeout(LONGEST_SOCKET, echo(stream)).await.is_err() {
                tracing::debug!("a socket was open for long enough");
            }
            Ok(())
        })
    }))
}

async fn echo(mut stream: DuplexStream) {
    while let Some(Ok(message)) = stream.next().await {
        let is_said = message.is_text() || message.is_binary();
        if is_said && stream.send(message).await.is_err() {
            return;
        }
    }
}
