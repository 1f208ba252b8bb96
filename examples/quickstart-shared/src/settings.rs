//! What the environment says. Every setting has a default that works.
//!
//! | variable | default | may be |
//! |---|---|---|
//! | `LISTEN` | `127.0.0.1:3000` | an address; port 0 is any that is free |
//! | `ORIGIN` | `http://` and the address | where browsers reach the site |
//! | `COUNTERSIGN_STORE` | `sqlite:countersign.db` | `sqlite:FILE`, `memory:` |
//! | `COUNTERSIGN_KEYS` | `countersign.keys` | a file; made on the first start |
//! | `COUNTERSIGN_MAIL` | `console:` | `console:`, `dir:FOLDER`, `smtps://USER:PASSWORD@HOST?from=ADDRESS`, `smtp://…` |

use std::net::SocketAddr;
use std::path::PathBuf;

use countersign_smtp::Postbox;
use countersign_web::Origin;

/// Where Countersign keeps its records.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the start must act on each")]
pub enum Records {
    /// Nowhere: they are gone when the process ends.
    Memory,
    /// In this SQLite database.
    Sqlite(String),
}

/// What the environment says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// Where to listen.
    pub listen: String,
    /// Where the records are.
    pub records: Records,
    /// Where the keys are.
    pub keys: PathBuf,
    /// Where letters go.
    pub mail: Postbox,
    origin: Option<String>,
}

impl Settings {
    /// Reads the settings; `variable` is the environment, usually `std::env::var`.
    ///
    /// # Errors
    /// One of them says something that this site cannot do; the text names it.
    pub fn read<E>(variable: impl Fn(&'static str) -> Result<String, E>) -> Result<Self, String> {
        let given = |name| variable(name).ok().filter(|value| !value.trim().is_empty());
        let or = |name, default: &str| given(name).unwrap_or_else(|| default.to_owned());
        Ok(Self {
            listen: or("LISTEN", "127.0.0.1:3000"),
            records: records(&or("COUNTERSIGN_STORE", "sqlite:countersign.db"))?,
            keys: or("COUNTERSIGN_KEYS", "countersign.keys").into(),
            mail: mail(&or("COUNTERSIGN_MAIL", "console:"))?,
            origin: given("ORIGIN"),
        })
    }

    /// The origin of a site that listens at `address`.
    ///
    /// # Errors
    /// It is none, or one that is not encrypted and not on this machine.
    pub fn origin(&self, address: SocketAddr) -> Result<Origin, String> {
        let origin = self.origin.clone().unwrap_or_else(|| format!("http://{address}"));
        Origin::parse(&origin).map_err(|error| format!("ORIGIN: {origin}: {error}"))
    }
}

fn records(text: &str) -> Result<Records, String> {
    match scheme(text) {
        "memory" if text == "memory:" => Ok(Records::Memory),
        "sqlite" => Ok(Records::Sqlite(text.to_owned())),
        // What stands behind the scheme may hold a password, so it is not repeated.
        "postgres" | "postgresql" | "mysql" | "redis" => Err(format!(
            "COUNTERSIGN_STORE: {}: is not supported yet; use sqlite:FILE or memory:",
            scheme(text)
        )),
        _ => Err("COUNTERSIGN_STORE: use sqlite:FILE or memory:".to_owned()),
    }
}

/// The error repeats nothing of the URL, which may hold a password.
fn mail(url: &str) -> Result<Postbox, String> {
    let says_from = url.split_once('?').is_some_and(|(_, query)| query.contains("from="));
    let url = match scheme(url) {
        // Whoever only tries the site need not say from whom its letters come.
        "smtp" | "smtps" if !says_from => {
            let sign = if url.contains('?') { '&' } else { '?' };
            format!("{url}{sign}from=quickstart@localhost")
        }
        _ => url.to_owned(),
    };
    Postbox::open(&url).map_err(|error| format!("COUNTERSIGN_MAIL: {error}"))
}

fn scheme(text: &str) -> &str {
    text.split_once(':').map_or("", |(scheme, _)| scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &'static str, value: &str) -> Result<Settings, String> {
        Settings::read(|asked| if asked == name { Ok(value.to_owned()) } else { Err(()) })
    }

    #[test]
    fn the_defaults_work() {
        let settings = read("", "").unwrap();
        assert_eq!(settings.records, Records::Sqlite("sqlite:countersign.db".to_owned()));
        let origin = settings.origin(([127, 0, 0, 1], 3000).into()).unwrap();
        assert_eq!(origin.to_string(), "http://127.0.0.1:3000");
    }

    #[test]
    fn what_is_not_supported_is_named_without_its_password() {
        let refused = read("COUNTERSIGN_STORE", "postgres://me:secret@db/x").unwrap_err();
        assert!(refused.contains("postgres: is not supported yet") && !refused.contains("secret"));
        assert!(read("COUNTERSIGN_STORE", "memory:x").is_err());
        let refused = read("COUNTERSIGN_MAIL", "smtp://me:secret@mail.example?x=1").unwrap_err();
        assert!(refused.starts_with("COUNTERSIGN_MAIL: "), "{refused}");
        assert!(!refused.contains("secret"));
        assert!(read("COUNTERSIGN_MAIL", "smtp://127.0.0.1:2525").is_ok());
        assert!(read("ORIGIN", "http://app.example").unwrap().origin(([0; 4], 1).into()).is_err());
    }
}
