//! Chromedriver as a process of its own, and how it opens Chromium.

#![expect(clippy::expect_used, clippy::panic, reason = "without chromedriver there is no browser")]

use core::fmt;
use core::time::Duration;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use serde_json::{Value, json};
use tempfile::TempDir;
use url::{ParseError, Url};

use crate::browser::Script;

/// How long it may take to begin, and to end.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(20);

/// What a new browser is to be like. It asks for pages in this language and in no other.
pub(crate) fn capabilities(script: Script, language: &str, profile: &Path) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A mouse, which a machine without a screen does not have: it hovers, and it is exact.
        "--blink-settings=primaryHoverType=2,availableHoverTypes=2,\
         primaryPointerType=4,availablePointerTypes=4",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--lang={language}"));
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let javascript = match script {
        Script::On => 1,
        Script::Off => 2,
    };
    let options = json!({
        "args": arguments,
        "prefs": {
            "intl.accept_languages": language,
            "profile.managed_default_content_settings.javascript": javascript,
        },
    });
    Capabilities::from_iter([
        ("browserName".to_owned(), json!("chrome")),
        ("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" })),
        ("goog:chromeOptions".to_owned(), options),
        // By itself it gives script half a minute, which is nothing to a machine with much to do.
        ("timeouts".to_owned(), json!({ "script": 300_000, "pageLoad": 300_000, "implicit": 0 })),
    ])
}

/// A command that only Chromium knows.
#[derive(Debug)]
pub(crate) struct ToChromium {
    pub(crate) path: &'static str,
    pub(crate) body: Value,
}

impl WebDriverCompatibleCommand for ToChromium {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _url: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// A chromedriver on a free port. It takes the browsers that it opened with it.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    profile: TempDir,
}

impl Driver {
    /// Starts it.
    pub(crate) fn start() -> Self {
        let profile = tempfile::tempdir().expect("room for a profile");
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver is missing ({error})"));
        let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let (name, named) = mpsc::channel();
        // Whoever writes has to be read, or stands still.
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let port = line
                    .split_once("started successfully on port ")
                    .and_then(|(_, port)| port.trim_end_matches('.').parse::<u16>().ok());
                // Nobody waits any more if it was named before.
                let _ = port.map(|port| name.send(port));
            }
        });
        let Ok(port) = named.recv_timeout(PATIENCE) else {
            let _ = child.kill();
            panic!("chromedriver does not name its port");
        };
        Self { child, port, profile }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where its browsers keep what they keep.
    pub(crate) fn profile(&self) -> &Path {
        self.profile.path()
    }

    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }

    /// The process of its browser, which lives on without it, and which a link in the profile names.
    fn browser(&self) -> Option<u32> {
        let lock = fs::read_link(self.profile().join("SingletonLock")).ok()?;
        lock.to_str()?.rsplit_once('-')?.1.parse().ok()
    }

    fn ends(&mut self) -> bool {
        for _ in 0..PATIENCE.as_millis() / GLANCE.as_millis() {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(GLANCE);
        }
        false
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.shut_down().is_err() || !self.ends() {
            // Then the hard way; what has ended by itself needs neither.
            let _ = self.child.kill();
            let _ = self.child.wait();
            if let Some(browser) = self.browser() {
                let _ = Command::new("kill").args(["-KILL", &browser.to_string()]).status();
            }
        }
    }
}

impl fmt::Debug for Driver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Driver").field("port", &self.port).finish_non_exhaustive()
    }
}
