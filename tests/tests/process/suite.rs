//! The conformance suite, played by address at the running examples: those journeys that need neither a
//! clock of their own nor a hand on the machines.

use core::time::Duration;
use std::sync::Arc;

use countersign_conformance::{Adapter, BaseUrl, Suite};
use countersign_tests::example::Example;
use countersign_tests::process::SiteProcess;
use countersign_tests::tool::{Part, is_skipped};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn journeys_that_need_not_wait_hold_at_the_running_examples() {
    if is_skipped(Part::Process) {
        return;
    }
    let adapters: Vec<Arc<dyn Adapter>> = Example::ALL.map(by_address).to_vec();
    let report = Suite::new().unwrap().within(Duration::ZERO).play(&adapters).await;
    println!("{report}");
    report.assert();
    for adapter in adapters {
        assert!(report.passed_at(adapter.name()) > 20, "hardly anything was played");
    }
}

fn by_address(example: Example) -> Arc<dyn Adapter> {
    Arc::new(BaseUrl::new(example.name(), move || {
        // Whoever waits for a start serves nobody.
        let site = tokio::task::block_in_place(|| SiteProcess::start(example));
        let address = site.address().parse().map_err(std::io::Error::other)?;
        let origin = site.origin().to_owned();
        Ok((address, origin, Box::new(site) as Box<_>))
    }))
}
