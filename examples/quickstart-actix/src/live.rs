//! Connections that stay open. Countersign decides before they open, so they do not stay open for
//! ever: whoever comes again is asked again.

use core::convert::Infallible;

use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::{Bytes, Payload};
use actix_web::{HttpRequest, HttpResponse, body, rt};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, Closed, Session};
use countersign_actix::Verified;
use quickstart_shared::from_here::socket_is_ours;
use quickstart_shared::limits::{LONGEST_MESSAGE, LONGEST_SOCKET, TICK, TICKS};
use quickstart_shared::pages::problem;
use tokio::time::{interval, timeout};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::IntervalStream;

use crate::page::shown;

/// A tick every second.
pub(crate) async fn events(_: Verified, method: Method) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.content_type("text/event-stream").insert_header((CACHE_CONTROL, "no-cache"));
    if method == Method::HEAD {
        // A stream would run on, and nobody would hear of it.
        return response.body(body::None::new());
    }
    let mut ticks = 0;
    let stream = IntervalStream::new(interval(TICK)).take(TICKS).map(move |_| {
        ticks += 1;
        Ok::<_, Infallible>(Bytes::from(format!("event: tick\ndata: {ticks}\n\n")))
    });
    response.streaming(stream)
}

/// Echoes what it is sent.
pub(crate) async fn socket(_: Verified, request: HttpRequest, body: Payload) -> HttpResponse {
    let Ok((response, session, messages)) = actix_ws::handle(&request, body) else {
        return shown(problem(400));
    };
    if !socket_is_ours(|name| request.headers().get(name).map(HeaderValue::as_bytes)) {
        return shown(problem(403));
    }
    let messages = messages
        .max_frame_size(LONGEST_MESSAGE)
        .aggregate_continuations()
        .max_continuation_size(LONGEST_MESSAGE);
    rt::spawn(async move {
        if timeout(LONGEST_SOCKET, echo(session.clone(), messages)).await.is_err() {
            tracing::debug!("a socket was open for long enough");
        }
        // Whoever has left needs no farewell.
        let _ = session.close(None).await;
    });
    response
}

async fn echo(mut session: Session, mut messages: AggregatedMessageStream) -> Result<(), Closed> {
    while let Some(Ok(message)) = messages.recv().await {
        match message {
            AggregatedMessage::Text(text) => session.text(text).await?,
            AggregatedMessage::Binary(bytes) => session.binary(bytes).await?,
            AggregatedMessage::Ping(bytes) => session.pong(&bytes).await?,
            AggregatedMessage::Pong(_) => {}
            AggregatedMessage::Close(_) => return Ok(()),
        }
    }
    Ok(())
}
