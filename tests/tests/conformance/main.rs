//! Every journey of the conformance suite, at every adapter.

#![expect(clippy::expect_used, reason = "a suite that cannot be played has failed")]

mod placed;

use std::sync::Arc;

use countersign_conformance::{Adapter, InProcess, Placement, Suite};
use countersign_tests::doors::{Actix, Broken, RocketDoor, Tower};

fn adapters() -> Vec<Arc<dyn Adapter>> {
    vec![Arc::new(InProcess(Tower)), Arc::new(InProcess(Actix)), Arc::new(InProcess(RocketDoor))]
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

/// The whole suite at one adapter: journeys and placement.
async fn failures_at(broken: Broken) -> Vec<String> {
    let adapters: Vec<Arc<dyn Adapter>> = vec![Arc::new(InProcess(broken))];
    let report = Suite::new().expect("journeys").play(&adapters).await;
    let mut failures: Vec<String> = report.failures().map(|(name, ..)| name.to_owned()).collect();
    match Placement::try_at(&adapters).await {
        Ok(table) => failures.extend(table.failures().iter().cloned()),
        Err(error) => failures.push(error),
    }
    failures
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_adapter_that_is_broken_in_any_of_twenty_ways_does_not_pass() {
    assert_eq!(failures_at(Broken::Nothing).await, Vec::<String>::new());
    let mut unnoticed = Vec::new();
    for way in Broken::WAYS {
        let failures = failures_at(way).await;
        let first = failures.first().and_then(|first| first.lines().next());
        println!("{way:?}: {} failures, first: {}", failures.len(), first.unwrap_or("none"));
        if failures.is_empty() {
            unnoticed.push(way);
        }
    }
    assert!(unnoticed.is_empty(), "nobody noticed {unnoticed:?}");
}
