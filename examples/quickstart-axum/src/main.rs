//! Starts the example site: settings, start, print. What it is an example of is in `countersign.rs`.

use std::process::ExitCode;

use quickstart_axum::site::router;
use quickstart_shared::limits::PATIENCE;
use quickstart_shared::settings::Settings;
use quickstart_shared::site::{BoxError, Site};
use quickstart_shared::start;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    start::ended("quickstart-axum", run().await)
}

async fn run() -> Result<(), BoxError> {
    start::log(&[])?;
    let settings = Settings::read(std::env::var)?;
    let listener = TcpListener::bind(&settings.listen)
        .await
        .map_err(|error| format!("LISTEN: {}: {error}", settings.listen))?;
    let origin = settings.origin(listener.local_addr()?)?;
    let site = Site::open(&settings, &origin).await?;
    let app = router(site.clone(), &origin)?;
    start::greet("axum", &origin, &site.accounts);
    start::listening(listener.local_addr()?);

    site.begin_errands();
    let server = axum::serve(listener, app).with_graceful_shutdown(start::end());
    let served = tokio::select! {
        served = server => served,
        // Streams and sockets stay open for longer than anybody wants to wait.
        () = async { start::end().await; tokio::time::sleep(PATIENCE).await } => Ok(()),
    };
    site.last_letters().await;
    Ok(served?)
}
