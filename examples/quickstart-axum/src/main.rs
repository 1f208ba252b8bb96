//! Starts the example site: settings, start, print. What it is an example of is in `countersign.rs`.

use core::future::pending;
use core::time::Duration;
use std::process::ExitCode;

use countersign_memory::MemoryStore;
use countersign_sql::SqliteStore;
use countersign_tower::{BoxError, Origin};
use quickstart_axum::accounts::{Accounts, PASSWORD};
use quickstart_axum::settings::{Records, Settings};
use quickstart_axum::site::Site;
use quickstart_axum::{countersign, keys, sign_in};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// How long open connections are waited for at the end.
const PATIENCE: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("quickstart-axum: {error}");
            ExitCode::from(2)
        }
    }
}

async fn run() -> Result<(), BoxError> {
    let settings = Settings::read(std::env::var)?;
    let listener = TcpListener::bind(&settings.listen)
        .await
        .map_err(|error| format!("LISTEN: {}: {error}", settings.listen))?;
    let origin = settings.origin(listener.local_addr()?)?;
    let keys = keys::from_file(&settings.keys)?;
    let second_factor = match &settings.records {
        Records::Memory => countersign::second_factor(&keys, MemoryStore::default()),
        Records::Sqlite(url) => {
            let store = SqliteStore::open(url).await;
            let store = store.map_err(|error| format!("COUNTERSIGN_STORE: {url}: {error}"))?;
            countersign::second_factor(&keys, store)
        }
    };
    let accounts = Accounts::example().await?;
    let site = Site::new(accounts.clone(), second_factor).router(origin.clone())?;
    greet(&origin, &accounts);
    println!("listening on http://{}", listener.local_addr()?);

    let server = axum::serve(listener, site).with_graceful_shutdown(end());
    tokio::select! {
        served = server => Ok(served?),
        // Streams and sockets stay open for longer than anybody wants to wait.
        () = async { end().await; tokio::time::sleep(PATIENCE).await } => Ok(()),
    }
}

fn greet(origin: &Origin, accounts: &Accounts) {
    println!("Countersign's example site for axum: {origin}\n");
    println!("Accounts, all with the password \"{PASSWORD}\":");
    for account in accounts.iter() {
        println!("  {}", account.email());
    }
    println!("\nTo try:");
    println!("  sign in as ada@acme.example: she has to set up an authenticator app first");
    println!("  sign in as bob@example.org: he may, on {origin}/2fa");
    println!("  sign in as sso@acme.example: nothing more is asked");
    println!("  curl -H 'Authorization: Bearer {}' {origin}/api/ping\n", sign_in::API_KEY);
}

/// When somebody asks this process to end.
async fn end() {
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};

    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => drop(terminate.recv().await),
        Err(_) => pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    pending().await
}
