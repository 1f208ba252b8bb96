//! Every journey is made on each of the example sites.

use core::future::Future;

use countersign_tests::example::Example;
use countersign_tests::process::SiteProcess;
use countersign_tests::tool::{Part, is_skipped};

/// Makes a journey on a new site of each example, side by side, because most of it is waiting for the
/// next code. Returns what was found on each.
pub(crate) async fn on_each<F>(journey: impl Fn(SiteProcess) -> F) -> Vec<(Example, F::Output)>
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    if is_skipped(Part::Process) {
        return Vec::new();
    }
    let begun =
        Example::ALL.map(|example| (example, tokio::spawn(journey(SiteProcess::start(example)))));
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for (example, journey) in begun {
        match journey.await {
            Ok(output) => found.push((example, output)),
            // Why has been said where it failed.
            Err(_) => failed.push(example.name()),
        }
    }
    assert!(failed.is_empty(), "failed on {}", failed.join(", "));
    found
}
