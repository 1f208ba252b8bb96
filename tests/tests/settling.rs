//! Lists of more people than are settled at a look: the rest is done behind the scenes, for every
//! tenant, and comes to an end.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use std::sync::Arc;

use countersign::flow::{PeopleQuery, Settling};
use countersign::policy::{Policy, Whom};
use countersign::port::{Store as _, Swapped};
use countersign::subject::{Permissions, Principal, Profile, SubjectId};
use countersign_memory::MemoryStore;
use countersign_tests::counting_store::CountingStore;
use countersign_tests::listed::listed;
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;
use tokio::task::yield_now;

/// More than are settled at a time, several times over.
const MANY: usize = 1_800;

async fn crowd(office: &Office, tenant: &str) {
    for number in 0..MANY {
        let subject = SubjectId::of_tenant(tenant, format!("{number:04}"));
        let record = listed(&Profile::new("somebody", None, &[]), 0, 0).unwrap();
        assert_eq!(office.store.swap(&subject, None, &record).await.unwrap(), Swapped::Done);
    }
}

async fn look(site: &Site, root: &Principal, tenant: &str) -> Settling {
    let desk = site.second_factor.administrator(root, None).await.unwrap().unwrap();
    let query = PeopleQuery { tenant: Some(tenant.into()), ..PeopleQuery::default() };
    site.second_factor.people(&desk, &query).await.unwrap().unwrap().settling
}

/// Whatever is at work behind the scenes gets further by so many steps.
async fn let_others_work(steps: usize) {
    for _ in 0..steps {
        yield_now().await;
    }
}

#[tokio::test]
async fn the_lists_of_one_tenant_do_not_wait_for_those_of_another() {
    let office = Office::over(MemoryStore::default(), |builder| builder).await;
    let root = office.root.clone().may(Permissions::ALL.every_tenant());
    for tenant in ["one", "two"] {
        crowd(&office, tenant).await;
    }
    for tenant in ["one", "two"] {
        assert_eq!(look(&office.site, &root, tenant).await, Settling::GoesOn);
    }
    let_others_work(100).await;
    for tenant in ["one", "two"] {
        assert_eq!(look(&office.site, &root, tenant).await, Settling::Done, "{tenant}");
    }
}

#[tokio::test]
async fn two_processes_with_other_rules_in_code_do_not_unsettle_each_others_rows_for_ever() {
    let store = CountingStore::over(SharedStore(Arc::new(MemoryStore::default())));
    let office = Office::over(store.clone(), |builder| builder).await;
    let root = office.root.clone().may(Permissions::ALL.every_tenant());
    crowd(&office, "one").await;
    let policy = Policy::offered().require(Whom::role("clerk"));
    let other = office
        .site
        .another(store.clone(), |builder| builder.policy(policy).administration(store.clone()));
    for site in [&office.site, &other] {
        assert_eq!(look(site, &root, "one").await, Settling::GoesOn);
    }
    let_others_work(1_000).await;
    let _ = store.take();
    let_others_work(1_000).await;
    assert_eq!(store.take().loads, 0, "both have given up");
    // Once the other one is gone, all is settled as before.
    for _ in 0..2 {
        let _ = look(&office.site, &root, "one").await;
        let_others_work(1_000).await;
    }
    assert_eq!(look(&office.site, &root, "one").await, Settling::Done);
}
