//! One URL says everything; what it does not know, it refuses.
//!
//! | parameter | default | says |
//! |---|---|---|
//! | `from` | none; `countersign@localhost` for a folder and the console | the address that letters come from |
//! | `connections` | 4 | how many at once |
//! | `connect` | 10 | seconds until a connection stands |
//! | `timeout` | 30 | seconds for the answer to each command |
//! | `ca` | | a file with certificates to trust besides the usual ones |
//! | `tls` | | `required`, for a server on this machine |
//! | `unsafe_plain` | | `true`: without encryption to another machine |
//!
//! What stands in the URL may be a password, so no error repeats any of it but the names above.

use core::time::Duration;
use std::fs;
use std::path::PathBuf;

use lettre::Address;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use url::Url;

use crate::address;
use crate::server::{Encryption, Patience, Server, is_this_machine};

/// Why a URL says of no place where letters could go.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SettingsError(String);

/// Where letters go.
pub(crate) enum Place {
    Server(Box<Server>),
    Folder(PathBuf),
    Console,
}

/// What a URL says.
pub(crate) struct Settings {
    pub(crate) place: Place,
    pub(crate) from: Address,
}

impl Settings {
    pub(crate) fn read(url: &str) -> Result<Self, SettingsError> {
        let (scheme, rest) = url.split_once(':').unwrap_or_default();
        match scheme {
            "smtp" | "smtps" => server(url),
            "dir" => {
                let (path, mut parameters) = Parameters::after(rest)?;
                if path.is_empty() {
                    return err("dir: needs the path of a folder, as in dir:mail");
                }
                let from = parameters.from()?.unwrap_or_else(nobody);
                Ok(Self { place: Place::Folder(path.into()), from })
            }
            "console" => {
                let (path, mut parameters) = Parameters::after(rest)?;
                if !path.is_empty() {
                    return err("console: is followed by nothing");
                }
                let from = parameters.from()?.unwrap_or_else(nobody);
                Ok(Self { place: Place::Console, from })
            }
            _ => err("use smtps://HOST, smtp://HOST, dir:PATH or console:"),
        }
    }
}

fn server(url: &str) -> Result<Settings, SettingsError> {
    let Ok(url) = Url::parse(url) else {
        return err("this is no URL; a password with special characters needs them as %XX");
    };
    if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
        return err("nothing stands behind the host but ?name=value; \
                    a password with special characters needs them as %XX");
    }
    let mut parameters = Parameters::of(url.query().unwrap_or_default());
    let Some(from) = parameters.from()? else {
        return err("from= is missing: the address that letters come from");
    };
    let host = host(&url)?;
    let encryption = encryption(url.scheme(), &host, &mut parameters)?;
    let server = Server {
        port: url.port().unwrap_or(if url.scheme() == "smtps" { 465 } else { 587 }),
        encryption,
        login: login(&url)?,
        hello: ClientId::Domain(from.domain().to_owned()),
        patience: Patience {
            connect: Duration::from_secs(parameters.number("connect", 10)?),
            command: Duration::from_secs(parameters.number("timeout", 30)?),
        },
        connections: usize::try_from(parameters.number("connections", 4)?).unwrap_or(usize::MAX),
        host,
    };
    parameters.end()?;
    Ok(Settings { place: Place::Server(Box::new(server)), from })
}

/// How a certificate begins in PEM. Without this a file of anything would count as one of none.
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

fn host(url: &Url) -> Result<String, SettingsError> {
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let host = decoded(host)?;
    let host = if host.is_ascii() { Ok(host) } else { idna::domain_to_ascii_strict(&host) };
    match host {
        Ok(host) if !host.is_empty() => Ok(host.to_ascii_lowercase()),
        Ok(_) | Err(_) => err("the host is missing, or is none"),
    }
}

fn encryption(
    scheme: &str,
    host: &str,
    parameters: &mut Parameters,
) -> Result<Encryption, SettingsError> {
    let required = match parameters.take("tls")?.as_deref() {
        None => false,
        Some("required") => true,
        Some(_) => return err("tls= may be required"),
    };
    let plain = match parameters.take("unsafe_plain")?.as_deref() {
        None => false,
        Some("true") => true,
        Some(_) => return err("unsafe_plain= may be true"),
    };
    let trusted = parameters.take("ca")?;
    if plain && (required || scheme == "smtps") {
        return err("unsafe_plain=true contradicts the encryption that is asked for");
    }
    if plain || scheme == "smtp" && !required && is_this_machine(host) {
        return match trusted {
            None => Ok(Encryption::Plain),
            Some(_) => err("ca= says nothing without encryption; tls=required asks for it"),
        };
    }
    let mut tls = TlsParameters::builder(host.to_owned());
    if let Some(path) = trusted {
        let pem =
            fs::read(path).map_err(|error| SettingsError(format!("ca= names a file: {error}")))?;
        let any = pem.windows(BEGIN.len()).any(|line| line == BEGIN);
        let Some(certificate) = any.then(|| Certificate::from_pem(&pem).ok()).flatten() else {
            return err("ca= names a file that holds no certificate in PEM");
        };
        tls = tls.add_root_certificate(certificate);
    }
    let Ok(tls) = tls.build_rustls() else {
        return err("ca= names a file whose certificates cannot be trusted");
    };
    Ok(if scheme == "smtps" { Encryption::FromTheStart(tls) } else { Encryption::Upgraded(tls) })
}

fn login(url: &Url) -> Result<Option<Credentials>, SettingsError> {
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) => err("there is a password, but nobody whose it is"),
        (_, None) => err("there is somebody to sign in as, but no password"),
        (user, Some(password)) => Ok(Some(Credentials::new(decoded(user)?, decoded(password)?))),
    }
}

fn decoded(text: &str) -> Result<String, SettingsError> {
    match percent_decode_str(text).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => err("what is behind a % is no UTF-8"),
    }
}

/// The name of who writes where nobody could answer.
fn nobody() -> Address {
    Address::new_dangerous("countersign", "localhost")
}

fn err<T>(what: &str) -> Result<T, SettingsError> {
    Err(SettingsError(what.to_owned()))
}

/// What stands behind the question mark.
struct Parameters(Vec<(String, String)>);

impl Parameters {
    fn of(query: &str) -> Self {
        Self(url::form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// For places that know `from` alone.
    fn after(text: &str) -> Result<(&str, Self), SettingsError> {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parameters = Self::of(query);
        match parameters.0.iter().all(|(name, _)| name == "from") {
            true => Ok((path, parameters)),
            false => err("only from= may follow here"),
        }
    }

    fn take(&mut self, name: &str) -> Result<Option<String>, SettingsError> {
        let Some(at) = self.0.iter().position(|(other, _)| other == name) else { return Ok(None) };
        let (_, value) = self.0.remove(at);
        match self.0.iter().any(|(other, _)| other == name) {
            true => err(&format!("{name}= is there twice")),
            false => Ok(Some(value)),
        }
    }

    fn from(&mut self) -> Result<Option<Address>, SettingsError> {
        let Some(from) = self.take("from")? else { return Ok(None) };
        match address::parse(&from) {
            Ok(from) if !address::needs_utf8(&from) => Ok(Some(from)),
            Ok(_) | Err(_) => {
                err("from= is no plain e-mail address, such as no-reply@acme.example")
            }
        }
    }

    fn number(&mut self, name: &str, default: u64) -> Result<u64, SettingsError> {
        let Some(value) = self.take(name)? else { return Ok(default) };
        match value.parse() {
            Ok(number @ 1..=1_000) => Ok(number),
            Ok(_) | Err(_) => err(&format!("{name}= is a number from 1 to 1000")),
        }
    }

    fn end(self) -> Result<(), SettingsError> {
        match self.0.is_empty() {
            true => Ok(()),
            false => err("only from=, connections=, connect=, timeout=, ca=, tls= and \
                          unsafe_plain= may follow here"),
        }
    }
}
