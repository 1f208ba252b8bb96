//! Two thousand things happen, the same in every store; then all stores say the same, and the counts
//! are those that one gets by counting.

#![expect(clippy::indexing_slicing, reason = "a list that is too short has failed the test")]

use std::collections::BTreeMap;

use countersign::policy::Rollout;
use countersign::port::{
    AdministrationStore as _, Count, Counted, ListQuery, Row, Settled, Store as _, Swapped, Version,
};
use countersign::subject::{Profile, SubjectId};
use countersign::time::Timestamp;
use countersign_tests::backends;
use countersign_tests::listed::listed;
use countersign_tests::numbered::numbered;
use countersign_tests::shared_store::SharedStore;

use super::everybody;

/// The same numbers every time (Marsaglia's xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    fn of<T: Copy>(&mut self, some: &[T]) -> T {
        let at = usize::try_from(self.below(some.len() as u64)).unwrap();
        some[at]
    }
}

const TENANTS: [&str; 2] = ["acme", "other"];
const LABELS: [&str; 6] = ["Ada", "ada", "Älva", "Bob", "ad", ""];
const DOMAINS: [&str; 3] = ["x.example", "Y.example", "müller.example"];
const ROLES: [&str; 3] = ["board", "Board", "guest"];

fn profile(chance: &mut Chance) -> Profile {
    let address = format!("{}@{}", chance.of(&["a", "Ada", "b%"]), chance.of(&DOMAINS));
    let address = (chance.below(4) > 0).then_some(address);
    let roles: Vec<&str> = (0..chance.below(4)).map(|_| chance.of(&ROLES)).collect();
    Profile::new(chance.of(&LABELS), address.as_deref(), &roles)
}

fn rollout(chance: &mut Chance) -> Rollout {
    let at = Timestamp::from_unix(chance.below(100));
    chance.of(&[
        Rollout::NotRequired,
        Rollout::Grace { until: at },
        Rollout::Skips { left: 2 },
        Rollout::Active,
        Rollout::Off,
    ])
}

/// One thing that happens, whatever that is.
async fn step(stores: &[SharedStore], chance: &mut Chance) {
    let subject = SubjectId::of_tenant(chance.of(&TENANTS), chance.below(30).to_string());
    let what = chance.below(100);
    let (number, skips, seen) = (chance.below(9), chance.below(3), profile(chance));
    let (rollout, age, rules) = (rollout(chance), chance.below(3), chance.below(3));
    let until = (chance.below(2) > 0).then(|| Timestamp::from_unix(chance.below(100)));
    let mut told = Vec::new();
    for store in stores {
        let held = store.load(&subject).await.unwrap();
        let version = held.as_ref().map(|held| held.version);
        let was = held.as_ref().and_then(|held| held.record.terms().profile().cloned());
        told.push(match what {
            // They are seen, or seen anew; the first two are the same as before.
            0..50 => {
                let skips = u8::try_from(skips).unwrap();
                let seen = was.filter(|_| what < 20).unwrap_or_else(|| seen.clone());
                let expected = if what == 0 { version.map(Version::next) } else { version };
                let record = listed(&seen, skips, number).unwrap();
                store.swap(&subject, expected, &record).await.unwrap() == Swapped::Done
            }
            // They are in no list any more.
            50..55 => {
                let record = numbered(number).unwrap();
                store.swap(&subject, version, &record).await.unwrap() == Swapped::Done
            }
            55..60 => {
                assert_eq!(store.erase(&subject, None, "nobody").await.unwrap(), Swapped::Done);
                true
            }
            // They are settled, sometimes by what was read a while ago.
            _ => {
                let version = version.map_or(Version::FIRST, |version| {
                    Version::from_u64(version.as_u64().saturating_sub(age))
                });
                let rules = Version::from_u64(rules);
                let subject = subject.clone();
                let row = Settled { subject, version, rules, rollout, changes_at: until };
                store.settle(&[row]).await.unwrap();
                true
            }
        });
    }
    assert!(told.iter().all(|answer| *answer == told[0]), "{what}: {told:?}");
}

/// What one gets by counting everybody.
async fn recount(store: &SharedStore, tenant: &str) -> Vec<Count> {
    let mut counts = BTreeMap::<(Counted, &'static str), u64>::new();
    for person in store.list(&everybody(tenant)).await.unwrap() {
        let Some(rollout) = person.rollout else { continue };
        let record = store.load(&person.subject).await.unwrap().unwrap().record;
        assert_eq!(record.terms().profile(), Some(&person.profile));
        for of in Row::of(&record).unwrap().counted() {
            *counts.entry((of, rollout.name())).or_default() += 1;
        }
    }
    let counts = counts.into_iter();
    counts.map(|((of, status), people)| Count { of, status, people }).collect()
}

async fn stores_agree(stores: &[SharedStore], chance: &mut Chance) {
    let tenant = chance.of(&TENANTS);
    for store in stores {
        assert_eq!(store.counts(tenant).await.unwrap(), recount(store, tenant).await);
    }
    let (rules, now) = (Version::from_u64(chance.below(3)), chance.below(100));
    let text = |text: Option<&str>| text.map(str::to_owned);
    let query = ListQuery {
        status: chance.of(&[None, Some("active"), Some("grace")]),
        search: text(chance.of(&[None, Some("a"), Some("AD"), Some("ä"), Some("b%"), Some("1")])),
        domain: text(chance.of(&[None, Some("x.example"), Some("MÜLLER.example")])),
        role: text(chance.of(&[None, Some("board"), Some("guest")])),
        skip: chance.of(&[0, 0, 1, 5]),
        most: chance.of(&[1, 3, 100]),
        ..everybody(tenant)
    };
    let mut told = Vec::new();
    for store in stores {
        let now = Timestamp::from_unix(now);
        let unsettled = store.unsettled(tenant, rules, now, 1_000).await.unwrap();
        let mut unsettled: Vec<(SubjectId, Version)> =
            unsettled.into_iter().map(|(subject, stored)| (subject, stored.version)).collect();
        unsettled.sort_unstable();
        told.push((store.list(&query).await.unwrap(), unsettled));
    }
    assert!(told.iter().all(|answer| *answer == told[0]), "{query:?}: {told:?}");
}

#[tokio::test]
async fn after_two_thousand_things_all_stores_agree_and_the_counts_are_right() {
    let mut stores = Vec::new();
    // Kept until the end: with it goes the folder of a file.
    let backends = backends::all().unwrap();
    for backend in &backends {
        stores.push(backend.open().await.unwrap());
    }
    let mut chance = Chance(0x0c0f_fee5_eed5_1234);
    for number in 0..2_000 {
        step(&stores, &mut chance).await;
        if number % 4 == 0 {
            stores_agree(&stores, &mut chance).await;
        }
    }
    let people = stores[0].list(&everybody("acme")).await.unwrap();
    let settled = people.iter().filter(|person| person.rollout.is_some()).count();
    assert!(people.len() > 10 && settled > 5 && settled < people.len(), "{settled} of {people:?}");
}
