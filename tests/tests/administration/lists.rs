//! Lists, counts, files and the log.

use countersign::subject::{Email, Principal, SessionId, SubjectId};
use countersign_tests::door::HTML;
use http::header;

use crate::site::{Site, json, send};

async fn is_seen(site: &Site, key: &str, address: &str, role: &str) {
    let subject = SubjectId::of_tenant("acme", key);
    let principal = Principal::of(subject, SessionId::new("1"));
    let principal = principal.named(key).email(Email::new(address)).role(role);
    site.second_factor.guard(&principal, || None).await.unwrap();
}

fn keys(list: &serde_json::Value) -> Vec<&str> {
    list["people"].as_array().unwrap().iter().map(|row| row["key"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn people_are_filtered_by_status_name_domain_and_role() {
    let site = Site::new();
    is_seen(&site, "k1", "carl@acme.example", "editor").await;
    is_seen(&site, "k2", "dora@acme.example", "author").await;
    is_seen(&site, "k3", "carl@example.org", "editor").await;
    let mut root = site.active("root").await;
    for (query, expected) in [
        ("", &["k1", "k2", "k3", "root"][..]),
        ("status=must_activate", &["k1", "k2"]),
        ("status=not_required", &["k3"]),
        ("status=active", &["root"]),
        ("domain=acme.example", &["k1", "k2", "root"]),
        ("domain=%40ACME.Example", &["k1", "k2", "root"]),
        ("role=editor", &["k1", "k3"]),
        ("role=Editor", &[]),
        ("q=carl", &["k1", "k3"]),
        ("q=CARL%40acme", &["k1"]),
        ("q=k2", &["k2"]),
        ("q=%25", &[]),
        ("status=must_activate&q=carl&domain=acme.example&role=editor", &["k1"]),
        ("status=&q=+&domain=&role=", &["k1", "k2", "k3", "root"]),
    ] {
        let list = json(&mut root, &format!("/2fa/admin?{query}")).await;
        assert_eq!(keys(&list), expected, "{query}");
        assert!(["", "acme.example"].contains(&list["filters"]["domain"].as_str().unwrap()));
        let page = root.get(&format!("/2fa/admin?{query}")).await;
        for key in ["k1", "k2", "k3"] {
            let is_there = page.body.contains(&format!("href=\"/2fa/admin/users/{key}\""));
            assert_eq!(is_there, expected.contains(&key), "{query} {key}");
        }
        let is_empty = page.body.contains("Nobody matches");
        assert_eq!(is_empty, expected.is_empty(), "{query}");
    }
    let list = json(&mut root, "/2fa/admin").await;
    assert_eq!(
        (&list["total"], &list["missing"], &list["active"]),
        (&4.into(), &2.into(), &1.into())
    );
    assert_eq!(list["domains"][0]["name"], "acme.example");
    assert_eq!(
        (&list["domains"][0]["people"], &list["domains"][0]["missing"]),
        (&3.into(), &2.into())
    );
    assert_eq!(list["roles"].as_array().unwrap().len(), 2);
    let refused = send(&mut root, ("GET", "/2fa/admin?status=lost"), HTML, &[]).await;
    assert_eq!(refused.status, 422);
}

#[tokio::test]
async fn whoever_never_read_the_manual_finds_who_has_not_activated_and_why() {
    let site = Site::new();
    let mut root = site.active("root").await;
    is_seen(&site, "k1", "carl@acme.example", "editor").await;
    let settings = root.get("/2fa").await;
    assert!(settings.body.contains("href=\"/2fa/admin\""), "the way there");
    let page = root.get("/2fa/admin").await;
    assert!(page.body.contains("must activate one and has not"), "{}", page.body);
    let to = "href=\"/2fa/admin?status=must_activate\"";
    assert!(page.body.contains(to), "{}", page.body);
    let list = root.get("/2fa/admin?status=must_activate").await;
    assert!(list.body.contains("href=\"/2fa/admin/users/k1\""), "{}", list.body);
    let sentence =
        "This rule decides: Everyone with an address at acme.example must have a second factor.";
    for why in ["/2fa/admin/users/k1", "/2fa/admin/explain?user=k1"] {
        assert!(root.get(why).await.body.contains(sentence), "{why}");
        let explanation = &json(&mut root, why).await["explanation"];
        assert_eq!(explanation["decided"]["words"], sentence);
        assert_eq!(explanation["rollout"]["status"], "must_activate");
    }
    let mut ada = site.active("ada").await;
    assert!(!ada.get("/2fa").await.body.contains("/2fa/admin"), "nobody else is shown the way");
}

#[tokio::test]
async fn pages_have_no_gaps_and_no_doubles() {
    let site = Site::new();
    for number in 0..123 {
        is_seen(&site, &format!("u{number:03}"), &format!("u{number}@example.org"), "r").await;
    }
    let mut root = site.active("root").await;
    for number in 0..5 {
        is_seen(&site, &format!("u9{number}-else"), "x@elsewhere.example", "r").await;
    }
    let mut next = Some("/2fa/admin?domain=example.org&role=r&q=u&status=not_required".to_owned());
    let (mut seen, mut sizes) = (Vec::new(), Vec::new());
    while let Some(uri) = next {
        let list = json(&mut root, &uri).await;
        let keys = keys(&list);
        sizes.push(keys.len());
        seen.extend(keys.into_iter().map(str::to_owned));
        next = list["next"].as_str().map(str::to_owned);
        assert_eq!(list["previous"].is_null(), sizes.len() == 1);
    }
    assert_eq!(sizes, [50, 50, 23]);
    let expected: Vec<_> = (0..123).map(|number| format!("u{number:03}")).collect();
    assert_eq!(seen, expected);
    for odd in ["0", "-1", "x", "99999999999999999999"] {
        let list = json(&mut root, &format!("/2fa/admin?page={odd}")).await;
        assert_eq!(list["page"], 1, "{odd}");
    }
    assert_eq!(keys(&json(&mut root, "/2fa/admin?page=18446744073709551615").await), [""; 0]);
    for number in 123..1_001 {
        is_seen(&site, &format!("u{number:04}"), &format!("u{number}@example.org"), "r").await;
    }
    root.get("/2fa/admin").await;
    root.get("/2fa/admin").await;
    let file = root.get("/2fa/admin/export.csv?domain=example.org").await;
    assert_eq!(file.body.lines().count(), 1_002, "a line each, and the header");
}

#[tokio::test]
async fn a_file_holds_everybody_and_no_formula() {
    let site = Site::new();
    is_seen(&site, "=1+1", "a@example.org", "+r").await;
    is_seen(&site, "@SUM(A1)", "a\"b,c@example.org", "r").await;
    is_seen(&site, "k1", "carl@acme.example", "editor").await;
    let mut root = site.active("root").await;
    let file = root.get("/2fa/admin/export.csv").await;
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let disposition = file.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(disposition.starts_with("attachment;"), "{disposition}");
    assert_eq!(file.headers[header::CACHE_CONTROL], "no-store");
    let lines: Vec<&str> = file.body.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "user,name,address,roles,status,status in words,date",
            "\"'=1+1\",\"'=1+1\",a@example.org,\"'+r\",not_required,Not required,",
            "\"'@SUM(A1)\",\"'@SUM(A1)\",\"a\"\"b,c@example.org\",r,not_required,Not required,",
            "k1,k1,carl@acme.example,editor,must_activate,Must activate,2027-01-15T08:00:00Z",
            "root,root@acme.example,root@acme.example,,active,Active,",
            "",
        ]
    );
    let some = root.get("/2fa/admin/export.csv?status=must_activate").await;
    assert_eq!(some.body.lines().count(), 2);
}

#[tokio::test]
async fn the_log_has_pages_and_is_filtered_by_user() {
    let site = Site::new();
    for number in 0..60 {
        is_seen(&site, &format!("u{number}"), &format!("u{number}@acme.example"), "r").await;
    }
    let mut root = site.active("root").await;
    let first = json(&mut root, "/2fa/admin/audit").await;
    assert_eq!(first["entries"].as_array().unwrap().len(), 50);
    assert_eq!(first["entries"][0]["event"], "authenticator.added", "the newest is first");
    let rest = json(&mut root, first["next"].as_str().unwrap()).await;
    assert_eq!(rest["entries"].as_array().unwrap().len(), 12);
    assert!(rest["next"].is_null());
    let own = json(&mut root, "/2fa/admin/audit?user=u7").await;
    let entries = own["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["event"], "requirement.began");
    let page = root.get("/2fa/admin/audit?user=u7").await;
    assert!(page.body.contains("A rule began to require a second factor"), "{}", page.body);
    assert!(root.get("/2fa/admin/audit?user=zz").await.body.contains("nothing about this user"));
}

#[tokio::test]
async fn nothing_secret_is_shown_to_an_administrator() {
    let site = Site::new();
    let bob = site.active("bob").await;
    site.seen("bob").await;
    let mut root = site.active("root").await;
    for uri in ["/2fa/admin", "/2fa/admin/users/bob", "/2fa/admin/audit", "/2fa/admin/export.csv"] {
        for accept in [HTML, crate::site::JSON] {
            let page = send(&mut root, ("GET", uri), accept, &[]).await;
            assert!(!page.body.contains(&bob.set_up_key), "{uri}");
            assert!(bob.recovery_codes.iter().all(|code| !page.body.contains(code)), "{uri}");
            assert!(!page.body.contains("otpauth"), "{uri}");
        }
    }
    let person = json(&mut root, "/2fa/admin/users/bob").await;
    assert_eq!(person["authenticators"][0]["name"], "Phone");
    assert_eq!(person["recovery"]["left"], 10);
}
