//! Starts the example site: settings, start, print. What it is an example of is in `countersign.rs`.

use std::process::ExitCode;

use quickstart_rocket::config::{QUIET, config, free};
use quickstart_rocket::site::rocket;
use quickstart_shared::settings::Settings;
use quickstart_shared::site::{BoxError, Site};
use quickstart_shared::start;
use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;

/// How often another port is tried if somebody took the one that was free.
const TRIES: usize = 5;

// `rocket::main` would read `Rocket.toml` and `ROCKET_…`; here the settings decide.
#[tokio::main]
async fn main() -> ExitCode {
    start::ended("quickstart-rocket", run().await)
}

async fn run() -> Result<(), BoxError> {
    start::log(&QUIET)?;
    let settings = Settings::read(std::env::var)?;
    let mut address = free(&settings.listen)?;
    let mut origin = settings.origin(address)?;
    let mut site = Site::open(&settings, &origin).await?;
    for _ in 0..TRIES {
        let accounts = site.accounts.clone();
        let greeting = origin.clone();
        let greet = AdHoc::on_liftoff("greeting", move |_| {
            start::greet("Rocket", &greeting, &accounts);
            start::listening(address);
            Box::pin(async {})
        });
        site.begin_errands();
        let launched =
            rocket(site.clone(), origin.clone(), config(address)?)?.attach(greet).launch().await;
        site.last_letters().await;
        let Err(error) = launched else { return Ok(()) };
        // Streams and sockets stay open for longer than anybody wants to wait.
        if matches!(error.kind(), ErrorKind::Shutdown(..)) {
            return Ok(());
        }
        let was_taken = matches!(error.kind(), ErrorKind::Bind(_));
        if !was_taken || !settings.listen.ends_with(":0") {
            return Err(error.into());
        }
        address = free(&settings.listen)?;
        origin = settings.origin(address)?;
        // Letters lead to where it is.
        site = Site::open(&settings, &origin).await?;
    }
    Err(format!("LISTEN: {}: no port is free", settings.listen).into())
}
