//! Starts the example site: settings, start, print. What it is an example of is in `countersign.rs`.

use std::net::TcpListener;
use std::process::ExitCode;

use quickstart_actix::site::serve;
use quickstart_shared::settings::Settings;
use quickstart_shared::site::{BoxError, Site};
use quickstart_shared::start;

#[actix_web::main]
async fn main() -> ExitCode {
    start::ended("quickstart-actix", run().await)
}

async fn run() -> Result<(), BoxError> {
    start::log(&[])?;
    let settings = Settings::read(std::env::var)?;
    let listener = TcpListener::bind(&settings.listen)
        .map_err(|error| format!("LISTEN: {}: {error}", settings.listen))?;
    let address = listener.local_addr()?;
    let origin = settings.origin(address)?;
    let site = Site::open(&settings, &origin).await?;
    start::greet("actix-web", &origin, &site.accounts);
    site.begin_errands();
    let server = serve(listener, site.clone(), origin)?;
    start::listening(address);
    let served = server.await;
    site.last_letters().await;
    Ok(served?)
}
