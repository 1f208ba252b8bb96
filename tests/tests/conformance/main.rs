//! Every journey of the conformance suite, at every adapter.

#![expect(clippy::expect_used, reason = "a suite that cannot be played has failed")]

mod by_mail;
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
    // Here is a hand for everything that a journey asks for.
    for adapter in adapters() {
        assert_eq!(report.passed_at(adapter.name()), report.journeys(), "{}", adapter.name());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_way_leads_past_the_gate() {
    let table = Placement::try_at(&adapters()).await.expect("three sites");
    println!("{table}");
    table.assert();
}

/// What the suite says first of an adapter, if it says anything: placement, then journeys.
async fn first_failure(broken: Broken) -> Option<String> {
    let adapter: Arc<dyn Adapter> = Arc::new(InProcess(broken));
    let table = Placement::try_at(core::slice::from_ref(&adapter)).await;
    match table.map(|table| table.failures().first().cloned()) {
        Ok(None) => Suite::new().expect("journeys").first_failure(adapter).await,
        Ok(Some(failure)) | Err(failure) => Some(failure),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_adapter_that_is_broken_in_any_of_twenty_ways_does_not_pass() {
    assert_eq!(first_failure(Broken::Nothing).await, None);
    let mut unnoticed = Vec::new();
    for way in Broken::WAYS {
        let failure = first_failure(way).await;
        println!("{way:?}: {}", failure.as_deref().and_then(|f| f.lines().next()).unwrap_or("-"));
        if failure.is_none() {
            unnoticed.push(way);
        }
    }
    assert!(unnoticed.is_empty(), "nobody noticed {unnoticed:?}");
}
