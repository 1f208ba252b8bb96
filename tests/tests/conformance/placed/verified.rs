//! What somebody sees of whom nothing more is asked: the handlers run, and are counted, and what they
//! stream is whole.

use std::net::SocketAddr;

use bytes::Bytes;
use tokio::sync::mpsc;

use super::kit::Kit;
use super::row::{Ask, Kind, Must, Row};
use super::run::{ELSEWHERE, HTML, METHOD_FIELD, request};
use super::wire::{Answer, send};

/// How much is streamed.
const LARGE: usize = 3 * 1024 * 1024;

type Looked = Result<(), String>;

/// Looks at a cell: how many requests that took, and what was wrong.
pub(super) async fn look(
    address: SocketAddr,
    kit: &Kit,
    row: &Row,
    must: Must,
    cookie: &str,
) -> (usize, Vec<String>) {
    let plain = |target| Ask { method: "GET", target, kind: Kind::Plain };
    let visit = Visit { address, kit, cookie };
    let (mut requests, mut failures) = (0, Vec::new());
    let mut note = |ask: &Ask, looked: Looked| {
        requests += 1;
        if let Err(why) = looked {
            failures.push(format!("{} {}: {why}", ask.method, ask.target));
        }
    };
    match must {
        Must::Gated | Must::Cors => {
            for ask in row.asks {
                note(ask, visit.sees(ask).await);
            }
        }
        Must::Shut(target) | Must::SignIn(target) => {
            note(&plain(target), visit.sees(&plain(target)).await);
        }
        Must::ShutToAll => {
            for ask in row.asks {
                note(ask, visit.is_shut_out(ask).await);
            }
        }
        Must::Nothing => {}
    }
    (requests, failures)
}

struct Visit<'a> {
    address: SocketAddr,
    kit: &'a Kit,
    cookie: &'a str,
}

impl Visit<'_> {
    async fn ask(&self, ask: &Ask, cookie: &str) -> Result<Answer, String> {
        let answer = send(self.address, request(ask, cookie, HTML), None).await;
        answer.map_err(|error| error.to_string())
    }

    async fn is_shut_out(&self, ask: &Ask) -> Looked {
        let answer = self.ask(ask, self.cookie).await?;
        wanted(answer.status.as_u16(), 503)?;
        wanted(self.kit.calls(), 0)
    }

    /// What is there, and that its handler was counted once.
    async fn sees(&self, ask: &Ask) -> Looked {
        let before = self.kit.calls();
        let (status, right, counted) = match ask.kind {
            Kind::Plain => (self.plain(ask).await?, 200, 1),
            Kind::Missing => (self.plain(ask).await?, 404, 0),
            Kind::Caught => (self.plain(ask).await?, 404, 1),
            Kind::Form => (self.form(ask).await?, 200, 1),
            Kind::CrossOrigin => (self.cross_origin(ask).await?, 200, 1),
            Kind::Preflight => (self.preflight(ask).await?, 200, 0),
            Kind::Echo => (self.echo(ask).await?, 200, 1),
            Kind::Events => (self.events(ask).await?, 200, 1),
            Kind::Socket => (self.socket(ask).await?, 101, 1),
        };
        wanted(status, right)?;
        wanted(self.kit.calls() - before, counted).map_err(|why| format!("counted {why}"))
    }

    async fn plain(&self, ask: &Ask) -> Result<u16, String> {
        let mut answer = self.ask(ask, self.cookie).await?;
        let body = answer.rest().await.map_err(|error| error.to_string())?;
        let is_whole = match ask.target.ends_with("/Cargo.toml") {
            true => body == include_bytes!("../../../Cargo.toml"),
            false => body == b"it ran" || ask.kind == Kind::Missing,
        };
        wanted(is_whole, true)?;
        Ok(answer.status.as_u16())
    }

    async fn form(&self, ask: &Ask) -> Result<u16, String> {
        let (sender, body) = mpsc::channel(1);
        sender.try_send(METHOD_FIELD.into()).map_err(|error| error.to_string())?;
        drop(sender);
        let answer = send(self.address, request(ask, self.cookie, HTML), Some(body)).await;
        Ok(answer.map_err(|error| error.to_string())?.status.as_u16())
    }

    async fn cross_origin(&self, ask: &Ask) -> Result<u16, String> {
        let answer = self.ask(ask, self.cookie).await?;
        wanted(answer.header("access-control-allow-origin"), ELSEWHERE)?;
        Ok(answer.status.as_u16())
    }

    /// As browsers send it, without cookies, and with them.
    async fn preflight(&self, ask: &Ask) -> Result<u16, String> {
        for cookie in ["", self.cookie] {
            let answer = self.ask(ask, cookie).await?;
            wanted(answer.header("access-control-allow-origin"), ELSEWHERE)?;
            wanted(matches!(answer.status.as_u16(), 200 | 204), true)?;
        }
        Ok(200)
    }

    /// The first bytes come back before the last are sent, and all of them as they were.
    async fn echo(&self, ask: &Ask) -> Result<u16, String> {
        let long: Bytes = (0..LARGE).map(|at| (at % 251) as u8).collect();
        let (sender, body) = mpsc::channel(1);
        let mut left = long.clone();
        let first = left.split_to(64 * 1024);
        sender.send(first).await.map_err(|error| error.to_string())?;
        let answer = send(self.address, request(ask, self.cookie, HTML), Some(body)).await;
        let mut answer = answer.map_err(|error| error.to_string())?;
        // All but the beginning is still here.
        let mut back = answer.more().await.map_err(|error| error.to_string())?.to_vec();
        wanted(back.is_empty(), false)?;
        let rest = tokio::spawn(async move {
            while !left.is_empty() {
                let part = left.split_to(left.len().min(64 * 1024));
                if sender.send(part).await.is_err() {
                    break;
                }
            }
        });
        back.extend(answer.rest().await.map_err(|error| error.to_string())?);
        rest.await.map_err(|error| error.to_string())?;
        wanted(back.len(), LARGE)?;
        wanted(back == long, true)?;
        Ok(answer.status.as_u16())
    }

    /// The first event comes while the second waits for us.
    async fn events(&self, ask: &Ask) -> Result<u16, String> {
        let mut answer = self.ask(ask, self.cookie).await?;
        wanted(answer.header("content-type").starts_with("text/event-stream"), true)?;
        let mut first = String::new();
        while !first.contains("first") {
            let more = answer.more().await.map_err(|error| error.to_string())?;
            wanted(more.is_empty(), false)?;
            first.push_str(&String::from_utf8_lossy(&more));
        }
        wanted(first.contains("second"), false)?;
        self.kit.go_on.notify_one();
        let rest = answer.rest().await.map_err(|error| error.to_string())?;
        wanted(String::from_utf8_lossy(&rest).contains("second"), true)?;
        Ok(answer.status.as_u16())
    }

    async fn socket(&self, ask: &Ask) -> Result<u16, String> {
        let mut answer = self.ask(ask, self.cookie).await?;
        if answer.status.as_u16() == 101 {
            let heard = answer.says(b"hi").await.map_err(|error| error.to_string())?;
            wanted(heard, [0x81, 2, b'h', b'i'])?;
        }
        Ok(answer.status.as_u16())
    }
}

fn wanted<T: Copy + PartialEq + core::fmt::Debug>(found: T, wanted: T) -> Looked {
    if found == wanted { Ok(()) } else { Err(format!("{found:?} instead of {wanted:?}")) }
}
