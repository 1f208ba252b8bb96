//! A search finds what begins so: in the label, in the address, in the key.

use countersign::policy::Rollout;
use countersign::port::{AdministrationStore as _, ListQuery};
use countersign::subject::Profile;

use super::{everybody, keys, of_acme, on_every_store, put, put_settled};

fn search(text: &str) -> ListQuery {
    ListQuery { search: Some(text.to_owned()), ..everybody("acme") }
}

#[tokio::test]
async fn every_character_of_a_search_stands_for_itself() {
    let people = [
        ("1", "100% Ada"),
        ("2", "100_Ada"),
        ("3", "100xAda"),
        ("4", "Müller"),
        ("5", "MÜLLER-Lüdenscheidt"),
        ("6", "Muller"),
        ("7", "Strauße"),
        ("8", "nul\0inside"),
        ("9", "nul"),
        ("A", "'; DROP TABLE countersign_people; --"),
        ("B", "*[a-z]?\\"),
        ("C", "\u{10ffff}last"),
        ("D", "ΟΔΟΣ"),
        ("E", "\u{1f512} lock"),
        ("F", "\"quoted\""),
    ];
    on_every_store(async |store| {
        for (key, label) in people {
            put(&store, &of_acme(key), &Profile::new(label, None, &[]), 0).await;
        }
        for (text, found) in [
            ("100", "1 2 3"),
            ("100%", "1"),
            ("100_", "2"),
            ("100_a", "2"),
            ("%", ""),
            ("_", ""),
            ("mü", "4 5"),
            ("MÜL", "4 5"),
            ("mu", "6"),
            ("STRAUSSE", "7"),
            ("strauß", "7"),
            ("nul", "9 8"),
            ("nul\0", "8"),
            ("\0", ""),
            ("';", "A"),
            ("*", "B"),
            ("*[a-z]?\\", "B"),
            ("[", ""),
            ("\u{10ffff}", "C"),
            ("\u{10ffff}\u{10ffff}", ""),
            ("οδος", "D"),
            ("οδ", "D"),
            ("\u{1f512}", "E"),
            ("\"", "F"),
            ("da", ""),
            ("d", "D"),
        ] {
            assert_eq!(keys(&store, &search(text)).await.join(" "), found, "{text:?}");
        }
        assert_eq!(keys(&store, &search("")).await.len(), people.len());
    })
    .await;
}

#[tokio::test]
async fn labels_come_first_then_addresses_then_keys_and_nobody_twice() {
    on_every_store(async |store| {
        for (key, label, address) in [
            ("ada-key", "Zoe", None),
            ("k1", "Ada Z", Some("ada@acme.example")),
            ("ada1", "Ada A", Some("ada@acme.example")),
            ("k2", "Bob", Some("ADA.b@acme.example")),
            ("ada2", "Anna", Some("ada.a@acme.example")),
            ("k3", "Carl", Some("carl@acme.example")),
            ("ADA-KEY", "Yan", Some("yan@acme.example")),
        ] {
            let profile = Profile::new(label, address, &["r"]);
            put_settled(&store, key, &profile, Rollout::Active).await;
        }
        let found = ["ada1", "k1", "ada2", "k2", "ADA-KEY", "ada-key"];
        assert_eq!(keys(&store, &search("ada")).await, found);
        assert_eq!(keys(&store, &search("ADA")).await, found);
        for (skip, most) in [(0, 1), (1, 1), (1, 2), (2, 2), (3, 3), (4, 9), (5, 9), (6, 9)] {
            let page = ListQuery { skip, most, ..search("ada") };
            let end = found.len().min(skip + most);
            assert_eq!(keys(&store, &page).await, found[skip..end], "{skip} {most}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_goes_with_every_filter_also_among_very_many() {
    on_every_store(async |store| {
        // More than are sorted: the address and the key are walked along an index of their own.
        for number in 0..1_100 {
            let address =
                format!("mail{number:04}@{}.example", if number < 20 { "x" } else { "y" });
            let role = if number % 2 == 0 { "even" } else { "odd" };
            let label = format!("p{number:04}");
            let profile = Profile::new(&label, Some(&address), &[role, "all"]);
            put(&store, &of_acme(&format!("k{number:04}")), &profile, 0).await;
        }
        for (number, rollout) in [(0, Rollout::Off), (2, Rollout::Off), (21, Rollout::Off)] {
            let subject = of_acme(&format!("k{number:04}"));
            let version = countersign::port::Version::FIRST;
            store.settle(&[super::settled(&subject, version, rollout)]).await.unwrap();
        }
        for text in ["p00", "mail00", "K00"] {
            for (status, domain, role, found) in [
                (None, None, None, 100),
                (None, Some("x.example"), None, 20),
                (None, Some("y.example"), None, 80),
                (None, None, Some("even"), 50),
                (None, None, Some("all"), 100),
                (None, Some("y.example"), Some("odd"), 40),
                (Some("off"), None, None, 3),
                (Some("off"), Some("x.example"), None, 2),
                (Some("off"), None, Some("odd"), 1),
                (Some("off"), Some("y.example"), Some("even"), 0),
                (Some("active"), None, None, 0),
            ] {
                let (domain, role) = (domain.map(str::to_owned), role.map(str::to_owned));
                let query = ListQuery { status, domain, role, ..search(text) };
                let all = keys(&store, &query).await;
                assert_eq!(all.len(), found, "{query:?}");
                assert!(all.is_sorted(), "{all:?}");
            }
        }
    })
    .await;
}
