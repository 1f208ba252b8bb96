//! The example site as a process of its own: on a free port of this machine, with a store and keys of
//! its own, gone when the value is.

#![expect(clippy::expect_used, clippy::panic, reason = "without a site there is no journey")]

use core::fmt;
use core::time::Duration;
use std::env;
use std::io::{BufRead as _, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use tempfile::TempDir;

use crate::tool::profile_dir;

const EXAMPLE: &str = "quickstart-axum";
const LISTENING: &str = "listening on ";
/// Longer than the slowest machine takes to start it.
const PATIENCE: Duration = Duration::from_secs(60);

/// What every account of the example is opened with.
pub const PASSWORD: &str = "correct horse battery staple";

/// A running site.
pub struct SiteProcess {
    child: Child,
    origin: String,
    log: Arc<Mutex<String>>,
    home: TempDir,
}

impl SiteProcess {
    /// Starts a new site, with an empty store.
    #[must_use]
    pub fn start() -> Self {
        let home = tempfile::tempdir().expect("room for a site");
        Self::run(home, "127.0.0.1:0", Arc::default())
    }

    /// Ends the site as a power failure would, and starts it again at the same address.
    #[must_use]
    pub fn restart(mut self) -> Self {
        self.end();
        let address = self.address().to_owned();
        let log = Arc::clone(&self.log);
        let home = tempfile::tempdir().expect("room for a site");
        let home = core::mem::replace(&mut self.home, home);
        Self::run(home, &address, log)
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

    fn run(home: TempDir, listen: &str, log: Arc<Mutex<String>>) -> Self {
        let at = |name: &str| home.path().join(name);
        let mut child = Command::new(binary())
            .current_dir(home.path())
            .env("LISTEN", listen)
            .env_remove("ORIGIN")
            .env("COUNTERSIGN_STORE", format!("sqlite:{}", at("countersign.db").display()))
            .env("COUNTERSIGN_KEYS", at("countersign.keys"))
            .env("COUNTERSIGN_MAIL", "console:")
            .env("RUST_LOG", "trace")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the example starts");
        let (heard, listening) = channel();
        listen_to(child.stdout.take().expect("piped"), Arc::clone(&log), heard.clone());
        listen_to(child.stderr.take().expect("piped"), Arc::clone(&log), heard);
        let mut site = Self { child, origin: String::new(), log, home };
        match listening.recv_timeout(PATIENCE) {
            Ok(origin) => site.origin = origin,
            Err(_) => panic!("the example does not listen:\n{}", site.log()),
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
        f.debug_struct("SiteProcess").field("origin", &self.origin).finish_non_exhaustive()
    }
}

/// Keeps what is written, and passes on the address once it is named.
fn listen_to(
    output: impl Read + Send + 'static,
    log: Arc<Mutex<String>>,
    listening: Sender<String>,
) {
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some((_, origin)) = line.split_once(LISTENING) {
                // Nobody waits any more if it was named before.
                let _ = listening.send(origin.trim().trim_end_matches('/').to_owned());
            }
            let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
            log.push_str(&line);
            log.push('\n');
        }
    });
}

/// The example's program. It is built here, unless `tests/run` has just done so.
fn binary() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let profile = profile_dir();
        let program = profile.join(format!("{EXAMPLE}{}", env::consts::EXE_SUFFIX));
        if env::var_os("COUNTERSIGN_EXAMPLES_BUILT").is_none() || !program.exists() {
            let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let profile_name = match profile.file_name().and_then(|name| name.to_str()) {
                Some("debug") | None => "dev",
                Some(other) => other,
            };
            let build = Command::new(cargo)
                .args(["build", "--quiet", "--package", EXAMPLE, "--profile", profile_name])
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .status()
                .expect("cargo runs");
            assert!(build.success(), "{EXAMPLE} does not build");
        }
        program
    });
    built.clone()
}
