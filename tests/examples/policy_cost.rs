//! What a decision costs: with ten rules, and with ten thousand domains and a list of a million
//! addresses. `tests/policy-cost` runs it and counts instructions.
//!
//! `policy_cost few|many verdict|guard COUNT`: so many decisions about people who are meant by a
//! domain, by the list, by a role, and by nothing.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot run has failed")]

use countersign::SecondFactor;
use countersign::policy::{Facts, Known, Policy, Rule, Rules, Whom};
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId};
use countersign::time::Timestamp;
use countersign_memory::MemoryStore;

/// The same ten rules in both, and as many more domains and addresses.
fn policy(domains: usize, addresses: usize) -> Policy {
    let listed = (0..addresses).map(|number| format!("person-{number}@listed.example"));
    let known = ["person-7@listed.example".to_owned()];
    let policy = Policy::offered()
        .require(Whom::listed("contractors", listed.chain(known)))
        .rule(Rule::offer(Whom::role("guest")))
        .require(Whom::role("administrator"))
        .require(Whom::domain("acme.example"))
        .require(Whom::domain_and_below("group.example"))
        .require(Whom::address("chief@small.example"))
        .rule(Rule::offer(Whom::domain("partner.example")))
        .require(Whom::domain("other.example"))
        .rule(Rule::offer(Whom::Everyone))
        .require(Whom::role("auditor"));
    let more = (0..domains).map(|number| Whom::domain(&format!("domain-{number}.example")));
    more.fold(policy, Policy::require)
}

fn people() -> Vec<Principal> {
    let person = |key: &str, address: &str, role: &str| {
        let person = Principal::new(key, SessionId::new("0f1e2d3c4b5a69788796a5b4c3d2e1f0"));
        person.email(Email::new(address)).role(role)
    };
    vec![
        person("1", "ada@acme.example", "editor"),
        person("2", "person-7@listed.example", "editor"),
        person("3", "eve@nowhere.example", "auditor"),
        person("4", "bob@mail.nowhere.example", "editor"),
    ]
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [size, what, count] = &arguments[..] else { return };
    let count: usize = count.parse().unwrap();
    let policy = if size == "many" { policy(10_000, 1_000_000) } else { policy(0, 10) };
    let (people, now) = (people(), Timestamp::from_unix(1_800_000_000));
    let mut required = 0_usize;
    if what == "verdict" {
        let (tenant, known) = (Rules::default(), Known::default());
        for person in people.iter().cycle().take(count) {
            let verdict = policy.verdict(&tenant, &Facts::of(person), &known, now);
            required += usize::from(std::hint::black_box(verdict).requirement.must_activate(now));
        }
    } else {
        let site = SecondFactor::builder("Cost", &KeyRing::example(), MemoryStore::default());
        let site = site.policy(policy).build();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for person in people.iter().cycle().take(count) {
                let passage = site.guard(person, || None).await.unwrap();
                required += usize::from(passage.requirement.must_activate(passage.at));
            }
        });
    }
    assert_eq!(required, count / 4 * 3, "three of four have to");
}
