//! An example site as a process of its own: on a free port of this machine, with a store and keys of
//! its own, gone when the value is.

#![expect(clippy::expect_used, clippy::panic, reason = "without a site there is no journey")]

use core::fmt;
use core::time::Duration;
use std::fs;
use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use tempfile::TempDir;
use tokio::task::spawn_blocking;

use crate::example::Example;
use crate::tool::ask;

const LISTENING: &str = "listening on ";
/// Longer than the slowest machine takes to start it, and to end it.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(20);

/// What every account of the example is opened with.
pub const PASSWORD: &str = "correct horse battery staple";

/// The setting that names the origin of a site.
const ORIGIN: &str = "ORIGIN";

/// A running site.
pub struct SiteProcess {
    example: Example,
    child: Child,
    origin: String,
    log: Arc<Mutex<String>>,
    /// Who keeps what it writes; they end with it.
    readers: Vec<JoinHandle<()>>,
    home: TempDir,
    mail: String,
}

impl SiteProcess {
    /// Starts a new site, with an empty store.
    #[must_use]
    pub fn start(example: Example) -> Self {
        Self::run(example, home(), "127.0.0.1:0", None, Arc::default(), "console:")
    }

    /// Starts a new site whose letters go there.
    #[must_use]
    pub fn start_with_mail(example: Example, url: &str) -> Self {
        Self::run(example, home(), "127.0.0.1:0", None, Arc::default(), url)
    }

    /// Starts one that believes that browsers reach it at `origin`.
    #[must_use]
    pub fn start_behind(example: Example, origin: &str) -> Self {
        Self::run(example, home(), "127.0.0.1:0", Some(origin), Arc::default(), "console:")
    }

    /// Ends the site as a power failure would, and starts it again at the same address.
    #[must_use]
    pub fn restart(mut self) -> Self {
        self.end();
        let address = self.address().to_owned();
        let log = Arc::clone(&self.log);
        let home = core::mem::replace(&mut self.home, home());
        let mail = core::mem::take(&mut self.mail);
        Self::run(self.example, home, &address, None, log, &mail)
    }

    /// Asks the site to end, as a supervisor does, and waits until it has. From then on its log is whole.
    pub fn stop(&mut self) -> ExitStatus {
        let _ = ask("kill", &["-TERM", &self.child.id().to_string()], "");
        for _ in 0..PATIENCE.as_millis() / GLANCE.as_millis() {
            if let Some(status) = self.child.try_wait().expect("it was started here") {
                self.readers.drain(..).for_each(|reader| drop(reader.join()));
                return status;
            }
            thread::sleep(GLANCE);
        }
        panic!("{} does not end:\n{}", self.example, self.log())
    }

    /// Has it end well, and gives all that it has written.
    pub async fn ended(mut self) -> String {
        let ending = spawn_blocking(move || (self.stop(), self.log()));
        let (status, log) = ending.await.expect("it ends");
        assert!(status.success(), "{status}: {log}");
        log
    }

    /// Makes the records unreadable, as a broken disk would.
    pub fn break_the_store(&self) {
        for file in fs::read_dir(self.home.path()).expect("a home") {
            let path = file.expect("a file").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.starts_with("countersign.db") {
                fs::write(&path, "nothing that anybody could read".repeat(1_000)).expect("a file");
            }
        }
    }

    /// Which of the examples it is.
    #[must_use]
    pub const fn example(&self) -> Example {
        self.example
    }

    /// Where it is: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// `127.0.0.1:PORT`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// Everything that it has written so far.
    #[must_use]
    pub fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn run(
        example: Example,
        home: TempDir,
        listen: &str,
        origin: Option<&str>,
        log: Arc<Mutex<String>>,
        mail: &str,
    ) -> Self {
        let at = |name: &str| home.path().join(name);
        let mut command = Command::new(example.program());
        match origin {
            Some(origin) => command.env(ORIGIN, origin),
            None => command.env_remove(ORIGIN),
        };
        let mut child = command
            .current_dir(home.path())
            .env("LISTEN", listen)
            .env("COUNTERSIGN_STORE", format!("sqlite:{}", at("countersign.db").display()))
            .env("COUNTERSIGN_KEYS", at("countersign.keys"))
            .env("COUNTERSIGN_MAIL", mail)
            .env("RUST_LOG", "trace")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the example starts");
        let (heard, listening) = channel();
        let readers = vec![
            listen_to(child.stdout.take().expect("piped"), Arc::clone(&log), heard.clone()),
            listen_to(child.stderr.take().expect("piped"), Arc::clone(&log), heard),
        ];
        let mail = mail.to_owned();
        let mut site = Self { example, child, origin: String::new(), log, readers, home, mail };
        match listening.recv_timeout(PATIENCE) {
            Ok(origin) => site.origin = origin,
            Err(_) => panic!("{example} does not listen:\n{}", site.log()),
        }
        site
    }

    fn end(&mut self) {
        // What has ended by itself cannot be killed, and that is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for SiteProcess {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for SiteProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SiteProcess").field("example", &self.example).finish_non_exhaustive()
    }
}

fn home() -> TempDir {
    tempfile::tempdir().expect("room for a site")
}

/// Keeps what is written, and passes on the address once it is named.
fn listen_to(
    output: impl Read + Send + 'static,
    log: Arc<Mutex<String>>,
    listening: Sender<String>,
) -> JoinHandle<()> {
    let keep = move |line: &str| {
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        log.push_str(line);
        log.push('\n');
    };
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Whoever hears of the address may read the log next.
            keep(&line);
            if let Some((_, origin)) = line.split_once(LISTENING) {
                // Nobody waits any more if it was named before.
                let _ = listening.send(origin.trim().trim_end_matches('/').to_owned());
            }
        }
    })
}
