//! The start and the end of the process, the same on every site.

use core::future::pending;
use std::net::SocketAddr;
use std::process::ExitCode;

use countersign_web::Origin;
use tracing_subscriber::EnvFilter;

use crate::accounts::{Accounts, PASSWORD};
use crate::site::BoxError;
use crate::visitor::API_KEY;

/// Writes the log to standard error, at the level that `RUST_LOG` names. The directives of `always`
/// hold whatever that is.
///
/// # Errors
/// One of them is none.
pub fn log(always: &[&str]) -> Result<(), BoxError> {
    let mut filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    for directive in always {
        filter = filter.add_directive(directive.parse()?);
    }
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    Ok(())
}

/// Says where the site is, who has an account, and what to try.
pub fn greet(framework: &str, origin: &Origin, accounts: &Accounts) {
    println!("Countersign's example site for {framework}: {origin}\n");
    println!("Accounts, all with the password \"{PASSWORD}\":");
    for account in accounts.iter() {
        println!("  {}", account.email());
    }
    println!("\nTo try:");
    println!("  sign in as ada@acme.example: she has to set up an authenticator app first");
    println!("  sign in as bob@example.org: he may, on {origin}/2fa");
    println!(
        "  sign in as carol@example.org: codes by mail are hers once she has confirmed her address"
    );
    println!("  sign in as sso@acme.example: nothing more is asked");
    println!("  curl -H 'Authorization: Bearer {API_KEY}' {origin}/api/ping\n");
}

/// Says that connections are accepted.
pub fn listening(address: SocketAddr) {
    println!("listening on http://{address}");
}

/// What the process ends with.
#[must_use]
pub fn ended(program: &str, outcome: Result<(), BoxError>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::from(2)
        }
    }
}

/// When somebody asks this process to end.
pub async fn end() {
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
