//! Ways to ask for what is protected, past whatever reads a path as text: at every adapter, by somebody
//! who must activate and by somebody who is half signed in, as a person and as a program.
//!
//! | what comes of it | |
//! |---|---|
//! | gated | the adapter led to one of our pages, or said 401 |
//! | ours | one of our pages answered for itself |
//! | 4xx | the framework refused the request before anybody looked at its path |
//! | closed | so did its server, without an answer |
//!
//! Anything else is a failure, and so is a call of a protected handler, whatever was answered.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;

use crate::adapter::Adapter;
use crate::browser::{Browser, accept};
use crate::laws::is_stop;
use crate::people;
use crate::settings::Settings;
use crate::stage::Stage;
use crate::wire::{Answer, Sent, exchange};

const ROWS: &str = include_str!("../placement.toml");
const MOUNT: &str = "/2fa";

/// A way to ask, as it is written down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    name: String,
    target: String,
    #[serde(default)]
    methods: Vec<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    form: Option<String>,
    cookie: Option<String>,
    #[serde(default)]
    body_length: usize,
}

#[derive(Deserialize)]
struct File {
    row: Vec<Way>,
}

/// What a way came to at each adapter.
#[derive(Clone, Debug)]
pub struct PlacementRow {
    name: String,
    outcomes: Vec<BTreeSet<String>>,
}

/// A table, way by adapter.
#[derive(Clone, Debug)]
#[must_use = "a table that nobody looks at finds nothing"]
pub struct Placement {
    adapters: Vec<String>,
    rows: Vec<PlacementRow>,
    requests: usize,
    failures: Vec<String>,
}

impl Placement {
    /// Tries every way at every adapter.
    ///
    /// # Errors
    /// An adapter does not start, or nobody can sign in there.
    pub async fn try_at(adapters: &[Arc<dyn Adapter>]) -> Result<Self, String> {
        let file: File = toml::from_str(ROWS).map_err(|error| error.to_string())?;
        let rows = file.row.iter().map(|way| PlacementRow {
            name: way.name.clone(),
            outcomes: vec![BTreeSet::new(); adapters.len()],
        });
        let mut table = Self {
            adapters: adapters.iter().map(|adapter| adapter.name().to_owned()).collect(),
            rows: rows.collect(),
            requests: 0,
            failures: Vec::new(),
        };
        for (column, adapter) in adapters.iter().enumerate() {
            let stage = adapter.stage(&Settings::default()).await;
            let stage = stage.map_err(|error| error.to_string())?.ok_or("there is no stage")?;
            let browsers = people::prepared(&stage).await?;
            let stopped = [browsers.must_activate, browsers.half];
            for (way, row) in file.row.iter().zip(0..) {
                table.try_way(way, (row, column), &stage, &stopped).await?;
            }
        }
        Ok(table)
    }

    async fn try_way(
        &mut self,
        way: &Way,
        (row, column): (usize, usize),
        stage: &Stage,
        browsers: &[Browser],
    ) -> Result<(), String> {
        for sent in browsers.iter().flat_map(|browser| requests(way, browser, stage)) {
            let before = stage.calls();
            let answer = exchange(stage.address, &sent).await.map_err(|error| error.to_string())?;
            self.requests += 1;
            let mut came = outcome(&answer, &sent);
            if stage.calls() != before {
                came = Err(format!("a protected handler ran, {}", answer.status));
            }
            let name = self.adapters.get(column).cloned().unwrap_or_default();
            let outcomes = self.rows.get_mut(row).and_then(|row| row.outcomes.get_mut(column));
            let outcomes = outcomes.ok_or("no such row")?;
            match came {
                Ok(came) => outcomes.insert(came),
                Err(why) => {
                    let to = format!("{} {}", sent.method, sent.target);
                    self.failures.push(format!("{} at {name}: {to}: {why}", way.name));
                    outcomes.insert("FAILED".to_owned())
                }
            };
        }
        Ok(())
    }

    /// How many requests were sent.
    #[must_use]
    pub const fn requests(&self) -> usize {
        self.requests
    }

    /// What went wrong.
    #[must_use]
    pub fn failures(&self) -> &[String] {
        &self.failures
    }

    /// Fails a test if anything went wrong, and says what.
    ///
    /// # Panics
    /// Something went wrong.
    pub fn assert(&self) {
        assert!(self.failures.is_empty(), "{:#?}", self.failures);
    }
}

fn requests(way: &Way, browser: &Browser, stage: &Stage) -> Vec<Sent> {
    let get = ["GET".to_owned()];
    let methods = if way.methods.is_empty() { &get[..] } else { &way.methods[..] };
    let target = way.target.replace("{long}", &"x".repeat(6_000));
    let mut requests = Vec::new();
    for method in methods {
        for client in ["html", "json"] {
            let mut sent = browser.ask(stage, method, &target);
            let headers = accept(client).map(|value| ("accept".to_owned(), value.to_owned()));
            sent.headers.extend(headers);
            for (name, value) in &way.headers {
                sent.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                sent.headers.push((name.clone(), value.clone()));
            }
            let cookies = sent.headers.iter_mut().find(|(name, _)| name == "Cookie");
            if let (Some((_, value)), Some(cookie)) = (cookies, &way.cookie) {
                *value = format!("{value}; {cookie}");
            }
            if let Some(form) = &way.form {
                let kind = "application/x-www-form-urlencoded".to_owned();
                sent.headers.push(("content-type".to_owned(), kind));
                sent.body = form.clone().into_bytes();
            }
            if way.body_length > 0 {
                sent.body = vec![b'x'; way.body_length];
            }
            requests.push(sent);
        }
    }
    requests
}

/// What came of it, if it may.
fn outcome(answer: &Answer, sent: &Sent) -> Result<String, String> {
    let of_our_page = sent.target.strip_prefix(MOUNT).is_some_and(|rest| rest.starts_with('/'))
        && answer.header("x-frame-options") == Some("DENY");
    match answer.status {
        0 => Ok("closed".to_owned()),
        _ if is_stop(answer, MOUNT) => Ok("gated".to_owned()),
        404 if of_our_page => Ok("ours".to_owned()),
        400..=499 | 501 | 505 => Ok(answer.status.to_string()),
        other => Err(format!("{other}\n{}", answer.text())),
    }
}

impl fmt::Display for Placement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
        let wide = |column: usize| {
            let said = self.rows.iter().filter_map(|row| row.outcomes.get(column)).map(said);
            let head = self.adapters.get(column).map(|name| name.chars().count());
            said.map(|said| said.chars().count()).chain(head).max().unwrap_or_default()
        };
        write!(f, "{:name$}", "what is asked, and how")?;
        for (column, adapter) in self.adapters.iter().enumerate() {
            write!(f, "  {adapter:0$}", wide(column))?;
        }
        writeln!(f)?;
        for row in &self.rows {
            write!(f, "{:name$}", row.name)?;
            for (column, outcomes) in row.outcomes.iter().enumerate() {
                write!(f, "  {:1$}", said(outcomes), wide(column))?;
            }
            writeln!(f)?;
        }
        let (requests, failures) = (self.requests, self.failures.len());
        write!(f, "{} ways, {requests} requests, {failures} failures", self.rows.len())
    }
}

fn said(outcomes: &BTreeSet<String>) -> String {
    outcomes.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
