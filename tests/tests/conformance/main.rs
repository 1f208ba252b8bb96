//! Every journey of the conformance suite, at every adapter.

mod placed;

use std::sync::Arc;

use countersign_conformance::{Adapter, InProcess, Placement, Suite};
use countersign_tests::doors::{Actix, RocketDoor, Tower};

fn adapters() -> Vec<Arc<dyn Adapter>> {
    vec![
        Arc::new(InProcess(Tower)),
        Arc::new(InProcess(Actix)),
        Arc::new(InProcess(RocketDoor)),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_journey_holds_at_every_adapter() {
    let report = Suite::new().expect("journeys").play(&adapters()).await;
    println!("{report}");
    report.assert();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_way_leads_past_the_gate() {
    let table = Placement::try_at(&adapters()).await.expect("three sites");
    println!("{table}");
    table.assert();
}
