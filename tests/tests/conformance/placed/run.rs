//! Plays the table: the same requests at every framework, by everybody.

use core::time::Duration;
use std::collections::BTreeSet;
use std::net::SocketAddr;

use countersign_conformance::{Adapter as _, Door, InProcess, People, Settings};
use countersign_tests::doors::{Actix, RocketDoor, Tower};
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::actix::OnActix;
use super::axum::OnAxum;
use super::kit::{Framework, Kit, Lends, Not};
use super::rocket::OnRocket;
use super::row::{Ask, Kind, Must, Row};
use super::table::{FRAMEWORKS, TABLE};
use super::verified;
use super::wire::{Answer, send};

/// What a browser accepts when it navigates, and what a program does.
pub(super) const HTML: &str = "text/html,application/xhtml+xml,*/*;q=0.8";
const JSON: &str = "application/json";
/// A page elsewhere, which CORS lets in.
pub(super) const ELSEWHERE: &str = "https://app.example";
/// A form that Rocket reads as another method.
pub(super) const METHOD_FIELD: &str = "_method=put";
/// Ends what hangs; nothing here is about time.
const PATIENCE: Duration = Duration::from_secs(120);

/// One framework: what builds its applications, and the people who have been there.
struct Column<D> {
    framework: &'static dyn Framework,
    door: Lends<D>,
    people: People,
}

/// What a cell came to.
struct Cell {
    said: String,
    requests: usize,
    failures: Vec<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_runs_wherever_the_gate_and_the_routes_stand() {
    let axum = column(&OnAxum, Tower, |[must, ..]| must).await.expect("people at axum");
    let actix = column(&OnActix, Actix, |[_, must, _]| must).await.expect("people at actix");
    let rocket = column(&OnRocket, RocketDoor, |[.., must]| must).await.expect("people at Rocket");
    let wide = TABLE.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    println!(
        "{:wide$}  {}",
        "where they stand",
        FRAMEWORKS.map(|name| format!("{name:8}")).concat()
    );
    let (mut requests, mut failures, mut reasons) = (0, Vec::new(), Vec::new());
    for (((row, axum), actix), rocket) in TABLE.iter().zip(axum).zip(actix).zip(rocket) {
        let cells = [axum, actix, rocket];
        print!("{:wide$}  ", row.name);
        for (cell, framework) in cells.into_iter().zip(FRAMEWORKS) {
            match cell.said.strip_prefix("– ") {
                Some(why) => {
                    print!("{:8}", "–");
                    reasons.push(format!("– at {framework}, {}: {why}", row.name));
                }
                None => print!("{:8}", cell.said),
            }
            requests += cell.requests;
            let place = format!("{} at {framework}", row.name);
            failures.extend(cell.failures.iter().map(|why| format!("{place}: {why}")));
        }
        println!();
    }
    println!("{}", reasons.join("\n"));
    println!("{} rows, {requests} requests, {} failures", TABLE.len(), failures.len());
    assert!(failures.is_empty(), "{failures:#?}");
}

/// All cells of a framework; `must` takes what must come of a cell from its row.
async fn column<D>(
    framework: &'static dyn Framework,
    door: D,
    must: fn([Must; 3]) -> Must,
) -> Result<Vec<Cell>, String>
where
    D: Door + Clone + 'static,
{
    let door = Lends::by(door);
    let stage = InProcess(door.clone()).stage(&Settings::default()).await;
    let stage = stage.map_err(|error| error.to_string())?.ok_or("there is no stage")?;
    let people = stage.people().await?;
    let column = Column { framework, door, people };
    let mut cells = Vec::new();
    for row in TABLE {
        let cell = timeout(PATIENCE, column.cell(row, must(row.must))).await;
        cells.push(cell.unwrap_or_else(|_| Cell::failed("it hangs".to_owned())));
    }
    Ok(cells)
}

impl Cell {
    fn failed(why: String) -> Self {
        Self { said: "FAILED".to_owned(), requests: 0, failures: vec![why] }
    }
}

impl<D: Door> Column<D> {
    async fn cell(&self, row: &Row, must: Must) -> Cell {
        let Some(kit) = self.door.kit() else { return Cell::failed("no site".to_owned()) };
        let opened = match self.framework.open(row.place, kit.clone()).await {
            Ok(_) if must == Must::Nothing => {
                return Cell::failed("there is such a thing".to_owned());
            }
            Err(Not::Here(why)) if must == Must::Nothing => {
                return Cell { said: format!("– {why}"), requests: 0, failures: Vec::new() };
            }
            Err(Not::Here(why)) => return Cell::failed(why.to_owned()),
            Err(Not::Started(error)) => return Cell::failed(error.to_string()),
            Ok(opened) => opened,
        };
        let address = opened.address();
        let mut cell = Cell { said: String::new(), requests: 0, failures: Vec::new() };
        let mut outcomes = BTreeSet::new();
        for (who, cookie) in [
            ("who must activate", &self.people.must_activate),
            ("who is half signed in", &self.people.half_signed_in),
        ] {
            let cookie = entered(address, row, cookie).await;
            for ask in row.asks {
                for accept in [HTML, JSON] {
                    cell.requests += 1;
                    let (method, target) = (ask.method, ask.target);
                    match stopped(address, &kit, ask, &cookie, accept).await {
                        Ok(said) if said == must.said() => drop(outcomes.insert(said)),
                        Ok(said) => cell.failures.push(format!(
                            "{who}: {method} {target}, {accept}: {said} instead of {}",
                            must.said()
                        )),
                        Err(why) => {
                            cell.failures
                                .push(format!("{who}: {method} {target}, {accept}: {why}"));
                        }
                    }
                }
            }
        }
        let cookie = entered(address, row, &self.people.verified).await;
        let (requests, failures) = verified::look(address, &kit, row, must, &cookie).await;
        cell.requests += requests;
        cell.failures.extend(failures.iter().map(|why| format!("who is verified: {why}")));
        let said: Vec<_> = outcomes.into_iter().collect();
        cell.said = if cell.failures.is_empty() { said.join(", ") } else { "FAILED".to_owned() };
        cell
    }
}

impl Must {
    /// What the table says.
    pub(super) const fn said(self) -> &'static str {
        match self {
            Self::Gated => "gated",
            Self::Shut(_) | Self::ShutToAll => "503",
            Self::SignIn(_) => "sign-in",
            Self::Cors => "cors",
            Self::Nothing => "–",
        }
    }
}

/// The cookies of somebody, and those that the framework's own sessions give.
async fn entered(address: SocketAddr, row: &Row, cookie: &str) -> String {
    let Some(enter) = row.enter else { return cookie.to_owned() };
    let enter = Ask { method: "GET", target: enter, kind: Kind::Plain };
    let answer = send(address, request(&enter, cookie, HTML), None).await;
    let given = answer.ok().map(|answer| answer.header("set-cookie").to_owned());
    match given.as_deref().and_then(|cookie| cookie.split(';').next()) {
        Some(given) if !given.is_empty() => format!("{cookie}; {given}"),
        _ => cookie.to_owned(),
    }
}

/// A request, as a person's browser or a program sends it.
pub(super) fn request(ask: &Ask, cookie: &str, accept: &str) -> http::request::Builder {
    let request = http::Request::builder().method(ask.method).uri(ask.target);
    let mut request = request.header("host", "site.example").header("accept", accept);
    if !cookie.is_empty() {
        request = request.header("cookie", cookie);
    }
    match ask.kind {
        Kind::Form => request.header("content-type", "application/x-www-form-urlencoded"),
        Kind::CrossOrigin => request.header("origin", ELSEWHERE),
        Kind::Preflight => {
            request.header("origin", ELSEWHERE).header("access-control-request-method", "PUT")
        }
        Kind::Socket => request
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        Kind::Plain | Kind::Missing | Kind::Caught | Kind::Echo | Kind::Events => request,
    }
}

/// What somebody hears of whom more is asked. Of a long body they have sent the beginning by then.
async fn stopped(
    address: SocketAddr,
    kit: &Kit,
    ask: &Ask,
    cookie: &str,
    accept: &str,
) -> Result<&'static str, String> {
    let before = kit.calls();
    let (sender, body) = mpsc::channel(1);
    let begins = match ask.kind {
        Kind::Form => Some(METHOD_FIELD.into()),
        Kind::Echo => Some(vec![b'x'; 64 * 1024].into()),
        Kind::Plain
        | Kind::Missing
        | Kind::Caught
        | Kind::CrossOrigin
        | Kind::Preflight
        | Kind::Events
        | Kind::Socket => None,
    };
    let body = begins.map(|begins| sender.try_send(begins).map(|()| body));
    let body = body.transpose().map_err(|error| error.to_string())?;
    // A form is whole; of a stream more would come.
    let _more = (ask.kind == Kind::Echo).then_some(sender);
    let answer = send(address, request(ask, cookie, accept), body).await;
    let mut answer = answer.map_err(|error| error.to_string())?;
    let came = came_to(&answer);
    let _rest = answer.rest().await;
    if kit.calls() != before {
        return Err(format!("THE HANDLER RAN, and {} came", answer.status));
    }
    came.ok_or_else(|| format!("{} to {:?}", answer.status, answer.header("location")))
}

fn came_to(answer: &Answer) -> Option<&'static str> {
    let location = answer.header("location");
    let has = |page: &str| location.contains(&format!("/2fa/{page}?ticket="));
    let scheme = answer.header("www-authenticate");
    match answer.status.as_u16() {
        302 | 303 if has("challenge") || has("activate") => Some("gated"),
        302 | 303 if location.ends_with("/sign-in") => Some("sign-in"),
        401 if scheme.contains("error=\"insufficient_user_authentication\"") => Some("gated"),
        401 if !scheme.contains("insufficient") => Some("sign-in"),
        503 => Some("503"),
        200 | 204 if answer.header("access-control-allow-origin") == ELSEWHERE => Some("cors"),
        _ => None,
    }
}
