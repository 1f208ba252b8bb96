//! When a row is unsettled, and what settles it.

use countersign::policy::Rollout;
use countersign::port::{AdministrationStore as _, Settled, Store as _, Swapped, Version};
use countersign::subject::Profile;
use countersign::time::Timestamp;
use countersign_tests::listed::listed;
use countersign_tests::numbered::numbered;

use super::{of_acme, on_every_store, only, put, settled, unsettled};

const NONE: Version = Version::NONE;

fn ada() -> Profile {
    Profile::new("Ada", Some("ada@acme.example"), &["board"])
}

#[tokio::test]
async fn a_new_row_is_unsettled_and_has_no_status() {
    on_every_store(async |store| {
        put(&store, &of_acme("1"), &ada(), 0).await;
        assert_eq!(unsettled(&store, NONE, 0).await, [("1".to_owned(), 1)]);
        let row = only(&store).await.unwrap();
        assert_eq!((row.subject, row.profile, row.rollout), (of_acme("1"), ada(), None));
        assert_eq!(store.counts("acme").await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn every_rollout_comes_back_as_it_was_settled() {
    let at = Timestamp::from_unix(1_800_000_000);
    let end = Timestamp::from_unix(u64::MAX);
    on_every_store(async |store| {
        let version = put(&store, &of_acme("1"), &ada(), 0).await;
        for rollout in [
            Rollout::NotRequired,
            Rollout::Announced { from: at },
            Rollout::Grace { until: end },
            Rollout::Skips { left: 0 },
            Rollout::Skips { left: 255 },
            Rollout::MustActivate { since: Timestamp::EPOCH },
            Rollout::Overdue { since: at },
            Rollout::Active,
            Rollout::Exempt { until: at },
            Rollout::Off,
        ] {
            store.settle(&[settled(&of_acme("1"), version, rollout)]).await.unwrap();
            assert_eq!(only(&store).await.unwrap().rollout, Some(rollout));
            let counts = store.counts("acme").await.unwrap();
            assert!(counts.iter().all(|count| count.status == rollout.name() && count.people == 1));
            // Everyone, the domain, the role.
            assert_eq!(counts.len(), 3);
        }
    })
    .await;
}

#[tokio::test]
async fn a_swap_that_changes_the_row_unsettles_it_and_another_does_not() {
    on_every_store(async |store| {
        let subject = of_acme("1");
        let version = put(&store, &subject, &ada(), 0).await;
        store.settle(&[settled(&subject, version, Rollout::Active)]).await.unwrap();
        assert_eq!(unsettled(&store, NONE, 0).await, []);
        put(&store, &subject, &ada(), 0).await;
        assert_eq!(unsettled(&store, NONE, 0).await, []);
        put(&store, &subject, &ada(), 1).await;
        assert_eq!(unsettled(&store, NONE, 0).await, [("1".to_owned(), 3)]);
        // What was settled last is said until it is settled anew.
        assert_eq!(only(&store).await.unwrap().rollout, Some(Rollout::Active));
        assert_eq!(store.counts("acme").await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_row_that_changed_meanwhile_is_not_settled_by_what_was_read_before() {
    on_every_store(async |store| {
        let subject = of_acme("1");
        let first = put(&store, &subject, &ada(), 0).await;
        let second = put(&store, &subject, &ada(), 1).await;
        store.settle(&[settled(&subject, first, Rollout::Off)]).await.unwrap();
        assert_eq!(unsettled(&store, NONE, 0).await, [("1".to_owned(), 2)]);
        assert_eq!(only(&store).await.unwrap().rollout, None);
        // A record that changed in what no list has is settled by either of its versions.
        put(&store, &subject, &ada(), 1).await;
        store.settle(&[settled(&subject, second, Rollout::Active)]).await.unwrap();
        assert_eq!(unsettled(&store, NONE, 0).await, []);
        // Nobody has read a version that is not there yet.
        put(&store, &subject, &ada(), 2).await;
        let never = Version::from_u64(99);
        store.settle(&[settled(&subject, never, Rollout::Off)]).await.unwrap();
        assert_eq!(only(&store).await.unwrap().rollout, Some(Rollout::Active));
    })
    .await;
}

#[tokio::test]
async fn a_row_is_unsettled_under_other_rules_whether_newer_or_older() {
    on_every_store(async |store| {
        let subject = of_acme("1");
        let version = put(&store, &subject, &ada(), 0).await;
        let rules = Version::from_u64(5);
        let row = Settled { rules, ..settled(&subject, version, Rollout::Active) };
        store.settle(&[row]).await.unwrap();
        for (asked, count) in [(4, 1), (5, 0), (6, 1), (0, 1)] {
            let found = unsettled(&store, Version::from_u64(asked), 0).await;
            assert_eq!(found.len(), count, "{asked}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_row_is_unsettled_from_the_moment_on_at_which_it_changes() {
    on_every_store(async |store| {
        let subject = of_acme("1");
        let version = put(&store, &subject, &ada(), 0).await;
        let changes_at = Some(Timestamp::from_unix(1_000));
        let row = Settled { changes_at, ..settled(&subject, version, Rollout::Active) };
        store.settle(&[row]).await.unwrap();
        assert_eq!(unsettled(&store, NONE, 999).await, []);
        assert_eq!(unsettled(&store, NONE, 1_000).await, [("1".to_owned(), 1)]);
        assert_eq!(unsettled(&store, NONE, u64::MAX).await, [("1".to_owned(), 1)]);
        store
            .settle(&[settled(
                &subject,
                version,
                Rollout::Overdue { since: Timestamp::from_unix(1_000) },
            )])
            .await
            .unwrap();
        assert_eq!(unsettled(&store, NONE, u64::MAX).await, []);
    })
    .await;
}

#[tokio::test]
async fn only_so_many_are_handed_out_and_all_come_in_the_end() {
    on_every_store(async |store| {
        for key in 0..25 {
            put(&store, &of_acme(&key.to_string()), &ada(), 0).await;
        }
        assert!(store.unsettled("acme", NONE, Timestamp::EPOCH, 0).await.unwrap().is_empty());
        assert!(store.unsettled("other", NONE, Timestamp::EPOCH, 9).await.unwrap().is_empty());
        for expected in [10, 10, 5, 0] {
            let found = store.unsettled("acme", NONE, Timestamp::EPOCH, 10).await.unwrap();
            assert_eq!(found.len(), expected);
            let rows: Vec<Settled> = found
                .iter()
                .map(|(subject, stored)| settled(subject, stored.version, Rollout::Active))
                .collect();
            store.settle(&rows).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_person_without_a_profile_is_in_no_list_and_comes_back_without_a_status() {
    on_every_store(async |store| {
        let subject = of_acme("1");
        let first = put(&store, &subject, &ada(), 0).await;
        store.settle(&[settled(&subject, first, Rollout::Active)]).await.unwrap();
        let swapped = store.swap(&subject, Some(first), &numbered(0).unwrap()).await.unwrap();
        assert_eq!(swapped, Swapped::Done);
        let second = first.next();
        store.settle(&[settled(&subject, second, Rollout::Active)]).await.unwrap();
        assert_eq!(only(&store).await, None);
        assert_eq!(unsettled(&store, NONE, u64::MAX).await, []);
        assert_eq!(store.counts("acme").await.unwrap(), []);
        put(&store, &subject, &ada(), 0).await;
        assert_eq!(only(&store).await.unwrap().rollout, None);
        assert_eq!(store.counts("acme").await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn what_is_settled_of_somebody_unknown_or_of_another_tenant_changes_nothing() {
    on_every_store(async |store| {
        put(&store, &of_acme("1"), &ada(), 0).await;
        let others = countersign::subject::SubjectId::of_tenant("other", "1");
        let nobody = of_acme("2");
        let rows = [&others, &nobody].map(|who| settled(who, Version::FIRST, Rollout::Active));
        store.settle(&rows).await.unwrap();
        store.settle(&[]).await.unwrap();
        assert_eq!(only(&store).await.unwrap().rollout, None);
        assert_eq!(store.counts("other").await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn a_swap_that_meets_a_conflict_leaves_the_lists_alone() {
    on_every_store(async |store| {
        let subject = of_acme("1");
        let version = put(&store, &subject, &ada(), 0).await;
        store.settle(&[settled(&subject, version, Rollout::Active)]).await.unwrap();
        let other = listed(&Profile::new("Eve", None, &[]), 0, 0).unwrap();
        for expected in [None, Some(Version::from_u64(2)), Some(NONE)] {
            let swapped = store.swap(&subject, expected, &other).await.unwrap();
            assert_eq!(swapped, Swapped::Conflict, "{expected:?}");
        }
        let swapped = store.swap(&of_acme("2"), Some(version), &other).await.unwrap();
        assert_eq!(swapped, Swapped::Conflict);
        assert_eq!(only(&store).await.unwrap().profile, ada());
        assert_eq!(unsettled(&store, NONE, 0).await, []);
    })
    .await;
}
