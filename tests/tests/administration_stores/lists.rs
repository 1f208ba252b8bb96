//! Lists and counts: order, pages, filters, tenants.

use countersign::policy::Rollout;
use countersign::port::{AdministrationStore as _, Count, Counted, ListQuery};
use countersign::subject::{Profile, SubjectId};
use countersign_tests::crowd::at_once;

use super::{everybody, keys, of_acme, on_every_store, put, put_settled};

fn at(label: &str, domain: &str, roles: &[&str]) -> Profile {
    Profile::new(label, Some(&format!("{label}@{domain}")), roles)
}

#[tokio::test]
async fn people_are_ordered_by_label_and_key_whatever_the_case() {
    let people = [
        ("3", "bob"),
        ("B", "Ada"),
        ("a", "aDA"),
        ("1", "ADA"),
        ("2", ""),
        ("4", "Ägir"),
        ("5", "äGIR"),
        ("6", "a\0"),
        ("7", "a"),
        ("8", "10"),
    ];
    on_every_store(async |store| {
        for (key, label) in people {
            put(&store, &of_acme(key), &Profile::new(label, None, &[]), 0).await;
        }
        let ordered = ["2", "8", "7", "6", "1", "B", "a", "3", "4", "5"];
        assert_eq!(keys(&store, &everybody("acme")).await, ordered);
    })
    .await;
}

#[tokio::test]
async fn pages_have_no_gaps_and_no_doubles() {
    on_every_store(async |store| {
        for number in 0..23 {
            // Half of them have the same name.
            let label = if number % 2 == 0 { "Same".to_owned() } else { format!("P{number}") };
            let profile = Profile::new(&label, Some("p@acme.example"), &["all"]);
            let key = format!("p{number:02}");
            put_settled(&store, &key, &profile, Rollout::Active).await;
        }
        let role = Some("all".to_owned());
        let (search, status) = (Some("p".to_owned()), Some("active"));
        for query in [
            everybody("acme"),
            ListQuery { status, ..everybody("acme") },
            ListQuery { role, ..everybody("acme") },
            // Some are found by their label and some by their address only.
            ListQuery { search, ..everybody("acme") },
        ] {
            let all = keys(&store, &query).await;
            assert_eq!(all.len(), 23, "{query:?}");
            for most in [1, 5, 7, 22, 23, 24] {
                let mut paged = Vec::new();
                for page in 0.. {
                    let (skip, query) = (page * most, query.clone());
                    let some = keys(&store, &ListQuery { skip, most, ..query }).await;
                    assert!(some.len() <= most);
                    if some.is_empty() {
                        break;
                    }
                    paged.extend(some);
                }
                assert_eq!(paged, all, "{most} {query:?}");
            }
            let none = ListQuery { most: 0, ..query.clone() };
            assert!(keys(&store, &none).await.is_empty());
            let far = ListQuery { skip: usize::MAX, ..query };
            assert!(keys(&store, &far).await.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn filters_all_have_to_hold() {
    on_every_store(async |store| {
        let active = Rollout::Active;
        put_settled(&store, "1", &at("a", "X.example", &["r", "r", "s"]), active).await;
        put_settled(&store, "2", &at("b", "x.example", &["r"]), Rollout::Off).await;
        put_settled(&store, "3", &at("c", "y.x.example", &["R"]), active).await;
        put_settled(&store, "4", &at("d", "müller.example", &[]), active).await;
        put_settled(&store, "5", &Profile::new("e", Some("no domain"), &["r"]), active).await;
        put_settled(&store, "6", &Profile::new("f", None, &["s"]), active).await;
        put(&store, &of_acme("7"), &at("g", "x.example", &["r"]), 0).await;
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        for (status, domain, role, found) in [
            (None, "", "", "1 2 3 4 5 6 7"),
            (Some("active"), "", "", "1 3 4 5 6"),
            (Some("off"), "", "", "2"),
            (Some("overdue"), "", "", ""),
            (Some(""), "", "", ""),
            (Some("no status"), "", "", ""),
            (None, "x.example", "", "1 2 7"),
            (None, "@X.EXAMPLE.", "", "1 2 7"),
            (None, "MÜLLER.example", "", "4"),
            (None, "xn--mller-kva.example", "", "4"),
            (None, "example", "", ""),
            (None, "", "r", "1 2 5 7"),
            (None, "", "R", "3"),
            (None, "", "no role", ""),
            (None, "x.example", "r", "1 2 7"),
            (None, "x.example", "s", "1"),
            (Some("active"), "x.example", "r", "1"),
            (Some("active"), "x.example", "R", ""),
            (Some("off"), "", "s", ""),
        ] {
            let (domain, role) = (text(domain), text(role));
            let query = ListQuery { status, domain, role, ..everybody("acme") };
            assert_eq!(keys(&store, &query).await.join(" "), found, "{query:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn people_are_counted_once_among_all_and_in_each_domain_and_role() {
    on_every_store(async |store| {
        put_settled(&store, "1", &at("a", "X.example", &["r", "r"]), Rollout::Active).await;
        put_settled(&store, "2", &at("b", "x.example", &["r", "s"]), Rollout::Active).await;
        put_settled(&store, "3", &Profile::new("c", None, &[]), Rollout::Off).await;
        put(&store, &of_acme("4"), &at("d", "x.example", &["r"]), 0).await;
        let count = |of, status, people| Count { of, status, people };
        let domain = |name: &str| Counted::Domain(name.into());
        let role = |name: &str| Counted::Role(name.into());
        let counts = store.counts("acme").await.unwrap();
        assert_eq!(
            counts,
            [
                count(Counted::Everyone, "active", 2),
                count(Counted::Everyone, "off", 1),
                count(domain("x.example"), "active", 2),
                count(role("r"), "active", 2),
                count(role("s"), "active", 1),
            ]
        );
        // Whoever leaves a domain or a role is counted there no more.
        put(&store, &of_acme("2"), &at("b", "z.example", &["r"]), 0).await;
        assert_eq!(
            store.counts("acme").await.unwrap(),
            [
                count(Counted::Everyone, "active", 2),
                count(Counted::Everyone, "off", 1),
                count(domain("x.example"), "active", 1),
                count(domain("z.example"), "active", 1),
                count(role("r"), "active", 2),
            ]
        );
        assert_eq!(store.counts("other").await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn tenants_never_mix() {
    on_every_store(async |store| {
        for tenant in ["", "a", "b", "A", "a\0"] {
            let subject = SubjectId::of_tenant(tenant, "ada");
            let profile = at(&format!("Ada {tenant}"), "x.example", &["r"]);
            let version = put(&store, &subject, &profile, 0).await;
            store.settle(&[super::settled(&subject, version, Rollout::Active)]).await.unwrap();
        }
        for tenant in ["", "a", "b", "A", "a\0"] {
            let (role, domain) = (Some("r".to_owned()), Some("x.example".to_owned()));
            let search = Some("ada".to_owned());
            for query in [
                everybody(tenant),
                ListQuery { role, ..everybody(tenant) },
                ListQuery { domain, ..everybody(tenant) },
                ListQuery { status: Some("active"), ..everybody(tenant) },
                ListQuery { search, ..everybody(tenant) },
            ] {
                let found = store.list(&query).await.unwrap();
                assert_eq!(found.len(), 1, "{query:?}");
                assert_eq!(found[0].subject.tenant(), tenant);
                assert_eq!(found[0].profile.label(), format!("Ada {tenant}"));
            }
            let counts = store.counts(tenant).await.unwrap();
            assert!(counts.len() == 3 && counts.iter().all(|count| count.people == 1));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_come_at_once_every_one_is_listed_and_counted() {
    on_every_store(async |store| {
        let crowd = (0..60).map(|number: usize| {
            let store = store.clone();
            async move {
                let domain = if number.is_multiple_of(2) { "x.example" } else { "y.example" };
                let profile = at(&format!("p{number}"), domain, &["all"]);
                put_settled(&store, &number.to_string(), &profile, Rollout::Active).await;
            }
        });
        at_once(crowd).await;
        assert_eq!(keys(&store, &everybody("acme")).await.len(), 60);
        let counts = store.counts("acme").await.unwrap();
        let people: Vec<u64> = counts.iter().map(|count| count.people).collect();
        assert_eq!(people, [60, 30, 30, 60]);
    })
    .await;
}
