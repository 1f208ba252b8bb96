//! A mail server that is not ours, as a process of its own on a free port of this machine. It can be
//! told to be slow, to refuse, and to vanish at every step.

#![expect(clippy::expect_used, clippy::panic, reason = "without a server there is no mail")]

use core::fmt;
use core::time::Duration;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;

use tempfile::TempDir;
use tokio::time::sleep;

use crate::kept::{Kept, read};
use crate::tool::ask;

/// Longer than the slowest machine takes to start it.
const PATIENCE: Duration = Duration::from_secs(60);
/// Debian's, for which `tests/run` installs `python3-aiosmtpd`.
pub(crate) const PYTHON: &str = "/usr/bin/python3";

/// How the server behaves.
#[expect(clippy::exhaustive_enums, reason = "tests/mail/server.py knows the same")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mode {
    /// As a server should.
    Accept,
    /// It never greets.
    SlowGreeting,
    /// It never answers to who the letter is for.
    SlowRecipient,
    /// It takes the letter, and never answers.
    SlowLetter,
    /// 454 to whoever signs in.
    LaterSignIn,
    /// 550 to who the letter is from.
    NoSender,
    /// 550 to who the letter is for.
    NoRecipient,
    /// 451 to who the letter is for.
    LaterRecipient,
    /// 451 to the letter.
    LaterLetter,
    /// 554 to the letter, quoting it.
    NoLetter,
    /// 421, and it closes the connection.
    Closing,
    /// It is gone before it says whether it knows who the letter is for.
    DropRecipient,
    /// It is gone before it says that it wants the letter.
    DropData,
    /// It is gone in the middle of the letter.
    DropInside,
    /// It is gone when it has the letter, which it forgets.
    DropLetter,
    /// It is gone when it has the letter, which it keeps.
    DropKept,
    /// It answers, and is gone.
    DropAnswered,
    /// It says something good that does not belong there.
    MuteData,
}

impl Mode {
    const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::SlowGreeting => "slow-greeting",
            Self::SlowRecipient => "slow-recipient",
            Self::SlowLetter => "slow-letter",
            Self::LaterSignIn => "later-sign-in",
            Self::NoSender => "no-sender",
            Self::NoRecipient => "no-recipient",
            Self::LaterRecipient => "later-recipient",
            Self::LaterLetter => "later-letter",
            Self::NoLetter => "no-letter",
            Self::Closing => "closing",
            Self::DropRecipient => "drop-recipient",
            Self::DropData => "drop-data",
            Self::DropInside => "drop-inside",
            Self::DropLetter => "drop-letter",
            Self::DropKept => "drop-kept",
            Self::DropAnswered => "drop-answered",
            Self::MuteData => "mute-data",
        }
    }
}

/// How the server is spoken to.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum Wire {
    /// Without encryption.
    #[default]
    Plain,
    /// `STARTTLS`, with such a certificate.
    Upgraded(Certificate),
    /// Encrypted from the start, with such a certificate.
    Encrypted(Certificate),
    /// With nothing but ASCII in addresses.
    Ascii,
}

/// A certificate, made for one test, and who vouches for it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Certificate {
    /// Who vouches for it.
    pub authority: PathBuf,
    certificate: PathBuf,
    key: PathBuf,
}

impl Certificate {
    /// One for a name, such as `IP:127.0.0.1` or `DNS:mail.example`.
    #[must_use]
    pub fn of(name: &str, folder: &Path) -> Self {
        let at = |file: &str| folder.join(file).to_str().expect("a path").to_owned();
        let openssl = |arguments: &str| {
            let arguments: Vec<&str> = arguments.split('|').collect();
            let _ = ask("openssl", &arguments, "");
        };
        let new_key = "-newkey|ec|-pkeyopt|ec_paramgen_curve:P-256|-nodes|-keyout";
        let (authority, authority_key) = (at("authority.pem"), at("authority.key"));
        let (certificate, key) = (at("server.pem"), at("server.key"));
        let (request, extension) = (at("server.csr"), at("server.ext"));
        fs::write(&extension, format!("subjectAltName={name}")).expect("room for a file");
        openssl(&format!(
            "req|-x509|{new_key}|{authority_key}|-out|{authority}|-days|2|-subj|/CN=Authority"
        ));
        openssl(&format!("req|{new_key}|{key}|-out|{request}|-subj|/CN=Server"));
        openssl(&format!(
            "x509|-req|-in|{request}|-CA|{authority}|-CAkey|{authority_key}|-CAcreateserial\
             |-days|2|-extfile|{extension}|-out|{certificate}"
        ));
        Self { authority: authority.into(), certificate: certificate.into(), key: key.into() }
    }
}

/// A running server. It and what it has taken are gone with the value.
pub struct SmtpServer {
    folder: TempDir,
    wire: Wire,
    login: Option<(&'static str, &'static str)>,
    port: u16,
    child: Option<Child>,
}

impl SmtpServer {
    /// Starts one that is spoken to without encryption.
    #[must_use]
    pub fn start(mode: Mode) -> Self {
        Self::start_with(mode, Wire::Plain, None)
    }

    /// Starts one that is spoken to like this, by whoever knows user and password.
    #[must_use]
    pub fn start_with(mode: Mode, wire: Wire, login: Option<(&'static str, &'static str)>) -> Self {
        let folder = tempfile::tempdir().expect("room for a server");
        let mut server = Self { folder, wire, login, port: 0, child: None };
        server.set_mode(mode);
        server.start_again();
        server
    }

    /// Ends it as a power failure would.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // What has ended by itself cannot be killed, and that is as good.
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Starts it once more, at the same address.
    pub fn start_again(&mut self) {
        self.stop();
        // Somebody else may have its address for a moment.
        for _ in 0..20 {
            if let Some(port) = self.begin() {
                self.port = port;
                return;
            }
            self.stop();
            thread::sleep(Duration::from_millis(500));
        }
        panic!("no mail server starts; tests/run installs python3-aiosmtpd");
    }

    fn begin(&mut self) -> Option<u16> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("mail/server.py");
        let mut command = Command::new(PYTHON);
        // It warns of passwords without encryption, of which tests hold that they do not happen.
        command.args(["-W", "ignore"]).arg(script).arg(self.folder.path());
        command.args(["--port", &self.port.to_string()]);
        match &self.wire {
            Wire::Plain => &mut command,
            Wire::Ascii => command.arg("--ascii"),
            Wire::Upgraded(certificate) => command
                .args(["--tls", "starttls"])
                .arg(&certificate.certificate)
                .arg(&certificate.key),
            Wire::Encrypted(certificate) => command
                .args(["--tls", "implicit"])
                .arg(&certificate.certificate)
                .arg(&certificate.key),
        };
        if let Some((user, password)) = self.login {
            command.args(["--login", user, password]);
        }
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap_or_else(|error| {
                panic!("{PYTHON} is missing ({error}): tests/run installs it")
            });
        let said = child.stdout.take().expect("piped");
        self.child = Some(child);
        let (heard, listening) = channel();
        thread::spawn(move || {
            let mut line = String::new();
            let _ = BufReader::new(said).read_line(&mut line);
            let _ = heard.send(line);
        });
        let line = listening.recv_timeout(PATIENCE).ok()?;
        line.trim().strip_prefix("listening on ").and_then(|port| port.parse().ok())
    }

    /// How it behaves from now on.
    pub fn set_mode(&self, mode: Mode) {
        self.write_mode(mode.name().to_owned());
    }

    /// How it behaves the next so many times that it matters; then it accepts again.
    pub fn set_mode_for(&self, mode: Mode, times: usize) {
        self.write_mode(format!("{} {times}", mode.name()));
    }

    fn write_mode(&self, mode: String) {
        let draft = self.folder.path().join("mode.new");
        fs::write(&draft, mode).expect("room for a word");
        fs::rename(draft, self.mode()).expect("the same folder");
    }

    fn mode(&self) -> PathBuf {
        self.folder.path().join("mode")
    }

    /// How to reach it: `smtp://127.0.0.1:PORT?from=no-reply@site.example`, with who signs in and who
    /// vouches for it where that is needed.
    #[must_use]
    pub fn url(&self) -> String {
        let login = self.login.map(|(user, password)| format!("{user}:{password}@"));
        let login = login.unwrap_or_default();
        let (scheme, trust) = match &self.wire {
            Wire::Plain | Wire::Ascii => ("smtp", String::new()),
            Wire::Upgraded(certificate) => {
                ("smtp", format!("&tls=required&ca={}", certificate.authority.display()))
            }
            Wire::Encrypted(certificate) => {
                ("smtps", format!("&ca={}", certificate.authority.display()))
            }
        };
        format!("{scheme}://{login}127.0.0.1:{}?from=no-reply@site.example{trust}", self.port)
    }

    /// The port that it listens on.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Every letter that it has taken, in their order.
    #[must_use]
    pub fn messages(&self) -> Vec<Kept> {
        read(self.folder.path())
    }

    /// The letter with this in its `Message-ID`, if it has taken one.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<Kept> {
        let files = fs::read_dir(self.folder.path()).expect("its folder").flatten();
        let mut letters = files
            .map(|file| file.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .filter(|path| path.with_extension("json").exists());
        let found = letters
            .find(|path| fs::read_to_string(path).is_ok_and(|letter| letter.contains(id)))?;
        // The parser reads folders, and this one holds a single letter.
        let alone = tempfile::tempdir().expect("room for a letter");
        fs::copy(&found, alone.path().join("1.eml")).expect("a copy");
        fs::copy(found.with_extension("json"), alone.path().join("1.json")).expect("a copy");
        read(alone.path()).pop()
    }

    /// How many letters it has taken.
    #[must_use]
    pub fn taken(&self) -> usize {
        let files = fs::read_dir(self.folder.path()).expect("its folder").flatten();
        files.filter(|file| file.path().extension().is_some_and(|e| e == "json")).count()
    }

    /// Whether it takes letters now; one that was to misbehave a number of times has done so.
    #[must_use]
    pub fn accepts(&self) -> bool {
        fs::read_to_string(self.mode()).is_ok_and(|mode| mode == Mode::Accept.name())
    }

    /// Waits until it has taken so many letters, and gives all of them.
    pub async fn wait_for(&self, wanted: usize) -> Vec<Kept> {
        for _ in 0..1_200 {
            if self.taken() >= wanted {
                return self.messages();
            }
            sleep(Duration::from_millis(100)).await;
        }
        panic!("{wanted} letters do not arrive: {:#?}", self.messages())
    }

    /// Every command that it has been given, of those that matter: connect, AUTH, MAIL, RCPT with whom it
    /// names, DATA, RSET, NOOP, QUIT.
    #[must_use]
    pub fn commands(&self) -> Vec<String> {
        let commands = fs::read_to_string(self.folder.path().join("commands"));
        commands.unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// How often it was to take a letter to somebody.
    #[must_use]
    pub fn tries_at(&self, address: &str) -> usize {
        let named = |given: &&String| given.starts_with("RCPT") && given.contains(address);
        self.commands().iter().filter(named).count()
    }

    /// How often it was given a command.
    #[must_use]
    pub fn count(&self, command: &str) -> usize {
        self.commands().iter().filter(|given| given.starts_with(command)).count()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpServer").field("port", &self.port).finish_non_exhaustive()
    }
}
