//! Which server, and how it is spoken to.
//!
//! | URL | encryption |
//! |---|---|
//! | `smtps://` | from the first octet (RFC 8314) |
//! | `smtp://` | `STARTTLS`, or nothing is sent (RFC 3207) |
//! | `smtp://` to this machine | none; `tls=required` asks for it |
//! | `smtp://…?unsafe_plain=true` | none, for whoever says so |

use core::fmt;
use core::time::Duration;
use std::net::IpAddr;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::TlsParameters;
use lettre::transport::smtp::extension::ClientId;

/// When a connection becomes an encrypted one.
pub(crate) enum Encryption {
    FromTheStart(TlsParameters),
    Upgraded(TlsParameters),
    Plain,
}

/// How long is waited for what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// Until a connection stands, encrypted, with a greeting and a sign-in.
    pub(crate) connect: Duration,
    /// For the answer to each command, and to the letter.
    pub(crate) command: Duration,
}

/// Which server, and how it is spoken to.
pub(crate) struct Server {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) encryption: Encryption,
    pub(crate) login: Option<Credentials>,
    pub(crate) hello: ClientId,
    pub(crate) patience: Patience,
    pub(crate) connections: usize,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encryption = match self.encryption {
            Encryption::FromTheStart(_) => "from the start",
            Encryption::Upgraded(_) => "upgraded",
            Encryption::Plain => "none",
        };
        f.debug_struct("Server")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &encryption)
            .field("signs_in", &self.login.is_some())
            .field("patience", &self.patience)
            .field("connections", &self.connections)
            .finish_non_exhaustive()
    }
}

/// Whether a host is the machine that this runs on.
pub(crate) fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
