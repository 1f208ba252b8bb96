//! Every journey of the conformance suite, at every adapter.

use std::sync::Arc;

use countersign_conformance::{Adapter, InProcess, Suite};
use countersign_tests::doors::Tower;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_journey_holds_at_every_adapter() {
    let adapters: Vec<Arc<dyn Adapter>> = vec![Arc::new(InProcess(Tower))];
    let report = Suite::new().expect("journeys").play(&adapters).await;
    println!("{report}");
    report.assert();
}
