//! The rules that administrators make.

use countersign::policy::{Policy, Rule, Whom};
use countersign_tests::door::HTML;
use serde_json::json as value;

use crate::site::{JSON, Site, json, send, submit};

const RULES: &str = "/2fa/admin/rules";

#[tokio::test]
async fn every_kind_of_rule_can_be_added_and_reads_well() {
    let site = Site::with(Policy::offered());
    let mut root = site.active("root").await;
    type Row<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a [&'a str]);
    let table: &[Row<'_>] = &[
        (&[("whom", "everyone")], "Everyone must have a second factor", &[]),
        (
            &[("whom", "domain"), ("value", "@Acme.Example")],
            "Everyone with an address at acme.example must have a second factor",
            &[],
        ),
        (
            &[("whom", "domain_and_below"), ("value", "acme.example"), ("effect", "offer")],
            "Everyone with an address at or below acme.example may have a second factor",
            &[],
        ),
        (
            &[("whom", "role"), ("value", "editor"), ("grace", "skips"), ("skips", "3")],
            "Everyone with the role editor must have a second factor",
            &["May be put off 3 times"],
        ),
        (
            &[
                ("whom", "address"),
                ("value", "Carl@acme.example"),
                ("grace", "days"),
                ("days", "7"),
            ],
            "Whoever has the address carl@acme.example must have a second factor",
            &["May be put off for 7 days after it begins to hold"],
        ),
        (
            &[("whom", "user"), ("value", "k1"), ("remember", "never"), ("max_age", "60")],
            "The user k1 must have a second factor",
            &["Devices are not remembered", "Asked for again after 1 hour"],
        ),
        (
            &[
                ("whom", "list"),
                ("value", "contractors"),
                ("addresses", "a@x.example\r\nb@x.example, c@x.example;d@x.example"),
                ("remember", "hours"),
                ("hours", "12"),
                ("reach", "sign_in"),
                ("grace", "until"),
                ("until", "2027-03-01"),
            ],
            "Everyone on the list contractors must have a second factor",
            &["at the next sign-in", "until 1 March 2027, 23:59 UTC", "for 12 hours"],
        ),
        (
            &[("whom", "role"), ("value", "kiosk"), ("effect", "off")],
            "Everyone with the role kiosk has no second factor",
            &[],
        ),
    ];
    for (number, (fields, words, terms)) in table.iter().enumerate() {
        let mut fields = fields.to_vec();
        if !fields.iter().any(|(name, _)| *name == "effect") {
            fields.push(("effect", "require"));
        }
        fields.push(("reason", "the auditors"));
        let done = submit(&mut root, RULES, RULES, &fields).await;
        assert_eq!(done.location(), "/2fa/admin/rules?done=added", "{words}: {}", done.body);
        let rules = json(&mut root, RULES).await;
        let rule = &rules["rules"][number];
        assert_eq!((&rule["words"], &rule["reason"]), (&(*words).into(), &"the auditors".into()));
        let said = rule["terms"].to_string();
        for term in *terms {
            assert!(said.contains(term), "{said}");
        }
        assert!(root.get(RULES).await.body.contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_rule_reaches_live_sessions_and_ends_with_its_removal() {
    let site = Site::with(Policy::offered());
    let mut bob = site.seen("bob").await;
    let mut root = site.active("root").await;
    let fields =
        [("whom", "domain"), ("value", "example.org"), ("effect", "require"), ("reason", "audit")];
    submit(&mut root, RULES, RULES, &fields).await;
    let led = bob.get("/account").await;
    assert!(led.location().starts_with("/2fa/activate"), "{}", led.status);
    assert!(bob.get(led.location()).await.body.contains("audit"), "the reason is there");
    let rule = json(&mut root, RULES).await["rules"][0].clone();
    let remove = rule["remove"].as_str().unwrap();
    let refused = submit(&mut root, RULES, remove, &[("reason", " ")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("role=\"alert\""), "{}", refused.body);
    assert_eq!(bob.get("/account").await.status, 302, "it still holds");
    let done = submit(&mut root, RULES, remove, &[("reason", "the audit is over")]).await;
    assert_eq!(done.location(), "/2fa/admin/rules?done=removed");
    assert_eq!(bob.get("/account").await.body, "account");
    let gone = submit(&mut root, RULES, remove, &[("reason", "again")]).await;
    assert_eq!(gone.status, 404);
    let log = json(&mut root, "/2fa/admin/audit").await;
    let entry = &log["entries"][0];
    assert_eq!(
        (&entry["event"], &entry["by"], &entry["reason"]),
        (&"rule.removed".into(), &"root".into(), &"the audit is over".into())
    );
}

#[tokio::test]
async fn a_rule_that_cannot_be_is_said_at_its_field() {
    let site = Site::new();
    let mut root = site.active("root").await;
    let good = [("whom", "domain"), ("value", "x.example"), ("effect", "require"), ("reason", "r")];
    let long = "x".repeat(255);
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("whom", "somebody")], "whom"),
        (&[("whom", "")], "whom"),
        (&[("value", "")], "value"),
        (&[("value", "a b")], "value"),
        (&[("value", "a@b")], "value"),
        (&[("value", &long)], "value"),
        (&[("whom", "address"), ("value", "nobody")], "value"),
        (&[("whom", "list"), ("addresses", "")], "addresses"),
        (&[("whom", "list"), ("addresses", "a@b.example nobody")], "addresses"),
        (&[("effect", "maybe")], "effect"),
        (&[("effect", "")], "effect"),
        (&[("from", "soon")], "from"),
        (&[("grace", "ever")], "grace"),
        (&[("grace", "until"), ("until", "2020-01-01")], "until"),
        (&[("grace", "days"), ("days", "0")], "days"),
        (&[("grace", "days"), ("days", "367")], "days"),
        (&[("grace", "skips"), ("skips", "")], "skips"),
        (&[("reach", "now")], "reach"),
        (&[("remember", "ever")], "remember"),
        (&[("remember", "hours"), ("hours", "0")], "hours"),
        (&[("max_age", "1.5")], "max_age"),
        (&[("reason", "")], "reason"),
        (&[("reason", "a\nb")], "reason"),
    ];
    for (fields, wrong) in table {
        let changed = |name: &str| fields.iter().any(|(field, _)| *field == name);
        let mut form: Vec<_> = good.into_iter().filter(|(name, _)| !changed(name)).collect();
        form.extend_from_slice(fields);
        let refused = submit(&mut root, RULES, RULES, &form).await;
        assert_eq!(refused.status, 422, "{fields:?}");
        assert!(refused.body.contains(&format!("id=\"{wrong}-error\"")), "{fields:?}");
        let csrf = root.get(RULES).await.csrf();
        form.push(("csrf", &csrf));
        let refused = send(&mut root, ("POST", RULES), JSON, &form).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["field"]), (422, &(*wrong).into()));
    }
    assert_eq!(json(&mut root, RULES).await["rules"], value!([]));
}

#[tokio::test]
async fn what_is_odd_about_a_rule_stands_beside_it() {
    let site = Site::new();
    site.seen("bob").await;
    let mut root = site.active("root").await;
    for value in ["example.org", "nowhere.example", "acme.example"] {
        let fields = [("whom", "domain"), ("value", value), ("effect", "offer"), ("reason", "r")];
        submit(&mut root, RULES, RULES, &fields).await;
    }
    root.get("/account").await;
    let rules = json(&mut root, RULES).await;
    assert_eq!(rules["rules"][0]["findings"], value!([]));
    let nobody = "Nobody who has been seen so far is meant by this rule.";
    assert_eq!(rules["rules"][1]["findings"], value!([nobody]));
    let code = rules["code"][0]["findings"].to_string();
    assert!(
        code.contains("It contradicts “Everyone with an address at acme.example may"),
        "{code}"
    );
    let own = rules["rules"][2]["findings"].to_string();
    assert!(own.contains("It contradicts “Everyone with an address at acme.example must"), "{own}");
    assert!(root.get(RULES).await.body.contains(nobody));
}

#[tokio::test]
async fn nobody_locks_themselves_out() {
    let site = Site::with(Policy::offered().rule(Rule::offer(Whom::Everyone)));
    let mut root = site.active("root").await;
    for fields in [
        [("whom", "everyone"), ("value", ""), ("from", "")],
        [("whom", "domain"), ("value", "acme.example"), ("from", "2027-06-01")],
        [("whom", "user"), ("value", "root"), ("from", "")],
    ] {
        let mut form = fields.to_vec();
        form.extend([("effect", "off"), ("reason", "r")]);
        let refused = submit(&mut root, RULES, RULES, &form).await;
        assert_eq!(refused.status, 409, "{fields:?}");
        assert!(refused.body.contains("That would lock you out"), "{}", refused.body);
    }
    assert_eq!(json(&mut root, RULES).await["rules"], value!([]));
    let off = [("whom", "user"), ("value", "bob"), ("effect", "off"), ("reason", "kiosk")];
    submit(&mut root, RULES, RULES, &off).await;
    let mut bob = site.browser("bob");
    assert_eq!(bob.get("/account").await.status, 200);
    let page = bob.get("/2fa").await;
    assert!(page.body.contains("Two-factor sign-in is switched off for you"), "{}", page.body);
    assert!(!page.body.contains("/2fa/activate"), "there is no way in");
    assert_eq!(json(&mut bob, "/2fa").await["may_add"], false);
    let refused = send(&mut bob, ("GET", "/2fa/activate"), HTML, &[]).await;
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("switched off for you"), "{}", refused.body);
}
