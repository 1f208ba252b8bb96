//! One question, one answer, in a limited time.
//!
//! ```text
//! connect  [TLS]  220  EHLO 250  [STARTTLS 220  TLS  EHLO 250]  [AUTH 235]
//!     MAIL 250  RCPT 250  DATA 354  ── brink ──  the letter  CRLF.CRLF  250
//!                                  └ certain: did not go out ┘└ unsure ┘
//! ```
//!
//! Every answer must have the code that its question asks for, and not only a good one. So who slips
//! answers in before the encryption begins (RFC 3207, 6) only gets the conversation out of step, and it
//! ends before the letter.

use core::fmt::Display;
use core::sync::atomic::{AtomicBool, Ordering};
use core::{iter, time::Duration};

use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use tokio::time::timeout;

use crate::composed::Composed;
use crate::failure::{Failure, Outcome, Step};
use crate::server::{Encryption, Server};

/// How long a good-bye may take.
const FAREWELL: Duration = Duration::from_secs(2);
/// Who does not say at once that it lives does not.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);
const LATE: &str = "it did not answer in time";

/// A connection over which letters can be sent.
pub(crate) struct Conversation {
    connection: AsyncSmtpConnection,
    patience: Duration,
}

impl Conversation {
    /// Connects, encrypts and signs in, in the time that there is for all of it.
    pub(crate) async fn open(server: &Server) -> Result<Self, Failure> {
        timeout(server.patience.connect, Self::begin(server))
            .await
            .unwrap_or_else(|_| Err(Failure::new(Outcome::Broken, Step::Connect, LATE)))
    }

    async fn begin(server: &Server) -> Result<Self, Failure> {
        let fails = |step| move |error| Failure::of(step, &error, Outcome::Broken);
        let from_the_start = match &server.encryption {
            Encryption::FromTheStart(tls) => Some(tls.clone()),
            Encryption::Upgraded(_) | Encryption::Plain => None,
        };
        let place = (server.host.as_str(), server.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, None, &server.hello, from_the_start, None)
                .await
                .map_err(fails(Step::Connect))?;
        if let Encryption::Upgraded(tls) = &server.encryption {
            let upgraded = connection.starttls(tls.clone(), &server.hello).await;
            upgraded.map_err(fails(Step::Encrypt))?;
        }
        let plain = matches!(server.encryption, Encryption::Plain);
        if !plain && !connection.is_encrypted() {
            return Err(Failure::new(Outcome::Broken, Step::Encrypt, "it is not"));
        }
        if let Some(login) = &server.login {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            let answer = connection.auth(&mechanisms, login).await;
            expect(Step::SignIn, &answer.map_err(fails(Step::SignIn))?, &[235])?;
        }
        Ok(Self { connection, patience: server.patience.command })
    }

    /// Whether the server still answers.
    pub(crate) async fn is_alive(&mut self) -> bool {
        let alive = timeout(SIGN_OF_LIFE, self.ask(Step::Connect, Noop, &[250])).await;
        alive.is_ok_and(|answer| answer.is_ok())
    }

    /// Says who it is from. Until this is answered, nothing is lost with the connection.
    pub(crate) async fn sender(&mut self, letter: &Composed) -> Result<(), Failure> {
        let mut parameters = Vec::new();
        if letter.needs_utf8() {
            let server = self.connection.server_info();
            if !server.supports_feature(Extension::SmtpUtfEight) {
                let what = "it does not take addresses in letters of any script (SMTPUTF8)";
                return Err(Failure::new(Outcome::Never, Step::Recipient, what));
            }
            parameters.push(MailParameter::SmtpUtfEight);
            if server.supports_feature(Extension::EightBitMime) {
                parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
            }
        }
        let from = Mail::new(Some(letter.from.clone()), parameters);
        self.ask(Step::Sender, from, &[250]).await
    }

    /// Says who it is for, and that it comes.
    pub(crate) async fn announce(&mut self, letter: &Composed) -> Result<(), Failure> {
        let to = Rcpt::new(letter.to.clone(), Vec::new());
        self.ask(Step::Recipient, to, &[250, 251]).await?;
        self.ask(Step::Data, Data, &[354]).await
    }

    /// Hands it over. Only the line with the dot makes a letter of what was sent (RFC 5321, 4.1.1.4), so
    /// what fails before that line is written did not go out.
    pub(crate) async fn hand_over(&mut self, letter: &Composed) -> Result<(), Failure> {
        let all_written = AtomicBool::new(false);
        // Asked for what comes after the letter, when the letter is written.
        let written = iter::from_fn(|| {
            all_written.store(true, Ordering::Relaxed);
            None
        });
        let sent = {
            let octets = iter::once(letter.octets.as_slice()).chain(written);
            timeout(self.patience, self.connection.message_iter(octets)).await
        };
        let lost =
            if all_written.load(Ordering::Relaxed) { Outcome::Unsure } else { Outcome::Broken };
        let answer = sent
            .map_err(|_| Failure::new(lost, Step::Letter, LATE))?
            .map_err(|error| Failure::of(Step::Letter, &error, lost))?;
        // Any answer that begins with 2 says that the letter is taken (RFC 5321, 4.2.1).
        match u16::from(answer.code()) {
            200..300 => Ok(()),
            other => Err(Failure::new(lost, Step::Letter, format!("it answered {other}"))),
        }
    }

    /// Forgets what was begun. Whether the conversation can go on.
    pub(crate) async fn start_over(&mut self) -> bool {
        self.ask(Step::Sender, Rset, &[250]).await.is_ok()
    }

    /// Says good-bye, or does not if that takes long.
    pub(crate) async fn close(mut self) {
        let _ = timeout(FAREWELL, self.connection.command(Quit)).await;
    }

    async fn ask(
        &mut self,
        step: Step,
        question: impl Display,
        wanted: &[u16],
    ) -> Result<(), Failure> {
        let answer = timeout(self.patience, self.connection.command(question))
            .await
            .map_err(|_| Failure::new(Outcome::Broken, step, LATE))?
            .map_err(|error| Failure::of(step, &error, Outcome::Broken))?;
        expect(step, &answer, wanted)
    }
}

fn expect(step: Step, answer: &Response, wanted: &[u16]) -> Result<(), Failure> {
    let code = u16::from(answer.code());
    if wanted.contains(&code) {
        return Ok(());
    }
    Err(Failure::new(Outcome::Broken, step, format!("it answered {code}, which is out of step")))
}
