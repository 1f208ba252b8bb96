//! What Rocket itself is told. `LISTEN` and its neighbours decide, and neither `Rocket.toml` nor
//! `ROCKET_…` gets in the way.

use std::net::{SocketAddr, TcpListener};

use quickstart_shared::limits::LARGEST_FORM;
use quickstart_shared::site::BoxError;
use rocket::Config;
use rocket::config::{Ident, SecretKey, Shutdown};
use rocket::data::{Limits, ToByteUnit as _};

/// What the log is spared. At its lower levels Rocket writes down whole requests and forms, cookies
/// and passwords included. Each refusal is a warning to it, and each path that nobody has an error.
pub const QUIET: [&str; 2] = ["rocket=error", "rocket::server::_=off"];

/// An address at which nobody listens. Rocket listens only when all routes are known, and some of
/// them have to know the address.
///
/// # Errors
/// Nobody can listen there.
pub fn free(listen: &str) -> Result<SocketAddr, BoxError> {
    let address = TcpListener::bind(listen).and_then(|listener| listener.local_addr());
    Ok(address.map_err(|error| format!("LISTEN: {listen}: {error}"))?)
}

/// The settings of a Rocket that listens at `address`.
///
/// # Errors
/// There is no randomness.
pub fn config(address: SocketAddr) -> Result<Config, BoxError> {
    // The sessions end with the process, and so may the key of their cookies.
    let mut key = [0; 64];
    getrandom::fill(&mut key)?;
    let form = LARGEST_FORM.bytes();
    Ok(Config {
        address: address.ip(),
        port: address.port(),
        ident: Ident::none(),
        limits: Limits::default().limit("form", form).limit("data-form", form),
        secret_key: SecretKey::from(&key),
        // Together with the second that Rocket adds, as long as the other sites wait.
        shutdown: Shutdown { grace: 1, mercy: 1, ..Shutdown::default() },
        cli_colors: false,
        ..Config::release_default()
    })
}
