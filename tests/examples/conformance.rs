//! Plays the conformance suite at every door and prints the table: all journeys, or those of the files
//! that are named.
//!
//! `cargo run -p countersign-tests --example conformance [FILE.toml…]`

use std::error::Error;
use std::sync::Arc;

use countersign_conformance::{Adapter, InProcess, Journey, Suite};
use countersign_tests::doors::{Actix, RocketDoor, Tower};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let adapters: Vec<Arc<dyn Adapter>> = vec![
        Arc::new(InProcess(Tower)),
        Arc::new(InProcess(Actix)),
        Arc::new(InProcess(RocketDoor)),
    ];
    let mut journeys = Vec::new();
    for file in std::env::args().skip(1) {
        journeys.extend(Journey::parse(&std::fs::read_to_string(&file)?)?);
    }
    let suite = if journeys.is_empty() { Suite::new()? } else { Suite::of(journeys) };
    let report = suite.play(&adapters).await;
    for (journey, adapter, why) in report.failures() {
        println!("--- {journey}, at {adapter}\n{why}\n");
    }
    println!("{report}");
    match report.failures().count() {
        0 => Ok(()),
        failures => Err(format!("{failures} failures").into()),
    }
}
