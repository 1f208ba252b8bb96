//! What lists cost with a million people, as a ratio to a thousand. `tests/scale` runs it.
//!
//! ```text
//! scale fill FILE PEOPLE     puts people into a store, all settled
//! scale measure FEW MANY     asks two such stores the same, and settles the larger one anew
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a measurement that cannot run has failed, and it has to ask for the time"
)]

use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use countersign::policy::Rollout;
use countersign::port::{
    AdministrationStore as _, ListQuery, Settled, Store as _, Swapped, Version,
};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_sql::SqliteStore;
use countersign_tests::listed::listed;

/// How often each thing is asked.
const TIMES: u64 = 300;
const DOMAINS: u64 = 100;
const TEAMS: u64 = 10;
const SYLLABLES: [&str; 16] = [
    "an", "be", "cor", "da", "el", "fri", "ga", "ho", "is", "jo", "ka", "lu", "ma", "no", "ra",
    "vi",
];

/// A number that has nothing to do with its neighbors (Steele, Lea and Flood's SplitMix64).
const fn scattered(number: u64) -> u64 {
    let mut x = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn name(number: u64) -> String {
    let mut left = scattered(number);
    let mut syllables = (0..5).map(|_| {
        left /= 16;
        SYLLABLES[usize::try_from(left % 16).unwrap()]
    });
    let first: String = syllables.by_ref().take(2).collect();
    let last: String = syllables.collect();
    format!("{first} {last}")
}

fn domain(number: u64) -> String {
    // One in two is at the largest.
    let at = scattered(number ^ 7) % (2 * DOMAINS);
    format!("d{}.example", if at < DOMAINS { at } else { 0 })
}

fn role(number: u64) -> String {
    format!("team-{}", scattered(number ^ 13) % TEAMS)
}

fn person(number: u64) -> (SubjectId, Profile) {
    let (name, role) = (name(number), role(number));
    let address = format!("{}.{number}@{}", name.replace(' ', "."), domain(number));
    let profile = Profile::new(&name, Some(&address), &["staff", &role]);
    (SubjectId::new(format!("user-{number}")), profile)
}

/// Where somebody is under the rules of a version; each version has other things to say of one in ten.
fn rollout(key: &str, rules: Version) -> Rollout {
    let number: u64 = key.trim_start_matches("user-").parse().unwrap();
    let at = Timestamp::from_unix(1_800_000_000);
    let rules = if scattered(number).is_multiple_of(10) { rules.as_u64() } else { 0 };
    match scattered(number ^ 99).wrapping_add(rules) % 100 {
        0..70 => Rollout::Active,
        70..85 => Rollout::Grace { until: at },
        85..95 => Rollout::MustActivate { since: at },
        95..99 => Rollout::NotRequired,
        _ => Rollout::Overdue { since: at },
    }
}

/// Settles all, as the core does: so many at a time. Says how many that were.
async fn settle(store: &SqliteStore, rules: Version) -> u64 {
    let mut people = 0;
    loop {
        let found = store.unsettled("", rules, Timestamp::EPOCH, 500).await.unwrap();
        if found.is_empty() {
            return people;
        }
        people += found.len() as u64;
        let rows: Vec<Settled> = found
            .into_iter()
            .map(|(subject, stored)| Settled {
                rollout: rollout(subject.key(), rules),
                version: stored.version,
                changes_at: None,
                subject,
                rules,
            })
            .collect();
        store.settle(&rows).await.unwrap();
    }
}

async fn fill(store: &SqliteStore, people: u64) {
    let begun = Instant::now();
    for number in 0..people {
        let (subject, profile) = person(number);
        let record = listed(&profile, 0, number).unwrap();
        assert_eq!(store.swap(&subject, None, &record).await.unwrap(), Swapped::Done);
    }
    let took = begun.elapsed();
    println!("filled with {people} people in {} s, one swap each", took.as_secs());
    settle(store, Version::FIRST).await;
}

/// The median and what one in a hundred exceeds, in microseconds.
async fn timed(store: &SqliteStore, ask: &impl AsyncFn(&SqliteStore, u64)) -> [f64; 2] {
    let mut took = Vec::new();
    for number in 0..TIMES {
        let begun = Instant::now();
        ask(store, scattered(number)).await;
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    let at = |percent: usize| took[took.len() * percent / 100];
    [at(50), at(99)].map(|took: Duration| took.as_secs_f64() * 1e6)
}

fn page() -> ListQuery {
    ListQuery { tenant: "".into(), most: 51, ..ListQuery::default() }
}

/// The memory of this process, in MB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    line.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
}

struct Table {
    stores: [SqliteStore; 2],
    people: [u64; 2],
}

impl Table {
    async fn line(&self, what: &str, ask: impl AsyncFn(&SqliteStore, u64)) {
        // The first time reads from the disk.
        for store in &self.stores {
            timed(store, &ask).await;
        }
        let [few, many] = [timed(&self.stores[0], &ask).await, timed(&self.stores[1], &ask).await];
        println!(
            "{what:42} {:8.0} {:8.0}   x{:<6.2} {:8.0} {:8.0}   x{:<6.2}",
            few[0],
            many[0],
            many[0] / few[0],
            few[1],
            many[1],
            many[1] / few[1]
        );
    }

    async fn list(&self, what: &str, query: impl Fn(u64) -> ListQuery) {
        self.line(what, async |store, number| {
            store.list(&query(number)).await.unwrap();
        })
        .await;
    }
}

async fn measure(table: &Table) {
    let few = table.people[0];
    println!("us a call{:33} median: few, many, ratio       1 in 100: few, many, ratio", "");
    table.list("all, page 1", |_| page()).await;
    table.list("all, page 11", |_| ListQuery { skip: 500, ..page() }).await;
    table.list("status (1 in 10)", |_| ListQuery { status: Some("must_activate"), ..page() }).await;
    table
        .list("status and domain", |_| ListQuery {
            status: Some("grace"),
            domain: Some("d0.example".to_owned()),
            ..page()
        })
        .await;
    table
        .list("status and role, any", |number| ListQuery {
            status: Some("active"),
            role: Some(role(number)),
            ..page()
        })
        .await;
    table
        .list("domain and role, any", |number| ListQuery {
            domain: Some("d0.example".to_owned()),
            role: Some(role(number)),
            ..page()
        })
        .await;
    table
        .list("search of 1 letter", |number| ListQuery {
            search: Some(name(number).chars().take(1).collect()),
            ..page()
        })
        .await;
    table
        .list("search of 4 letters", |number| ListQuery {
            search: Some(name(number).chars().take(4).collect()),
            ..page()
        })
        .await;
    table
        .list("search of an address", |number| ListQuery {
            search: Some(person(number % few).1.address().unwrap().to_owned()),
            ..page()
        })
        .await;
    table
        .list("search of 2 letters, status, domain", |number| ListQuery {
            search: Some(name(number).chars().take(2).collect()),
            status: Some("active"),
            domain: Some("d0.example".to_owned()),
            ..page()
        })
        .await;
    table
        .list("search of 2 letters, status (1 in 100)", |number| ListQuery {
            search: Some(name(number).chars().take(2).collect()),
            status: Some("overdue"),
            ..page()
        })
        .await;
    table
        .line("counts (100 domains, 11 roles)", async |store, _| {
            store.counts("").await.unwrap();
        })
        .await;
    table
        .line("load with rules", async |store, number| {
            let subject = SubjectId::new(format!("user-{}", number % few));
            store.load_with_rules(&subject, Some(Version::NONE)).await.unwrap();
        })
        .await;
    table
        .line("swap that changes no row", async |store, number| {
            let (subject, profile) = person(number % few);
            swap(store, &subject, &profile, 0).await;
        })
        .await;
    table
        .line("swap that unsettles a row", async |store, number| {
            let (subject, profile) = person(number % few);
            let skips = u8::try_from(number % 200).unwrap();
            swap(store, &subject, &profile, skips).await;
        })
        .await;
    for (rules, what) in [(2, "in another state"), (3, "and again")] {
        let (before, begun) = (memory(), Instant::now());
        let people = settle(&table.stores[1], Version::from_u64(rules)).await;
        let speed = people as f64 / begun.elapsed().as_secs_f64();
        println!(
            "settled {people} rows, one in ten {what}: {speed:.0} a second; \
             memory {before} MB, then {} MB",
            memory()
        );
    }
}

async fn swap(store: &SqliteStore, subject: &SubjectId, profile: &Profile, skips: u8) {
    let stored = store.load(subject).await.unwrap().unwrap();
    let record = listed(profile, skips, stored.version.as_u64()).unwrap();
    let swapped = store.swap(subject, Some(stored.version), &record).await.unwrap();
    assert_eq!(swapped, Swapped::Done);
}

async fn counted(store: &SqliteStore) -> u64 {
    let counts = store.counts("").await.unwrap();
    let everyone = countersign::port::Counted::Everyone;
    counts.iter().filter(|count| count.of == everyone).map(|count| count.people).sum()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<Arc<str>> = std::env::args().map(Into::into).collect();
    let store = async |at: usize| SqliteStore::open(&arguments[at]).await.unwrap();
    match &*arguments[1] {
        "fill" => fill(&store(2).await, arguments[3].parse().unwrap()).await,
        "measure" => {
            let stores = [store(2).await, store(3).await];
            let people = [counted(&stores[0]).await, counted(&stores[1]).await];
            println!("{} people and {}", people[0], people[1]);
            measure(&Table { stores, people }).await;
        }
        other => println!("scale: what is {other}?"),
    }
}
