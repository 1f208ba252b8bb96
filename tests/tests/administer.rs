//! What administrators may do and see, when, and what becomes of it when something breaks.

use core::time::Duration;
use std::sync::Arc;

use countersign::authenticator::{Answer, Code, Method};
use countersign::decide::Decision;
use countersign::fault::FaultKind;
use countersign::flow::{Attempt, Confirmation, Denied, PeopleQuery, RememberDevice, Verified};
use countersign::policy::{OwnEffect, Policy, Rule, Whom};
use countersign::port::{KeepSession, NoticeKind};
use countersign::subject::{Email, Permissions, Principal, SessionId, SignIn, SubjectId};
use countersign::ticket::Purpose;
use countersign_memory::MemoryStore;
use countersign_tests::broken_store::{BrokenStore, Trouble};
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;

const RELEASE: Option<OwnEffect> = Some(OwnEffect::Release);

fn user(key: &str) -> Principal {
    Principal::new(key, SessionId::new("s"))
}

/// An office with ada, who has been seen.
async fn open(policy: Policy) -> Office {
    let office = Office::over(MemoryStore::default(), |builder| builder.policy(policy)).await;
    let _ = office.site.visit(&user("ada").email(Email::new("ada@acme.example"))).await;
    office
}

async fn breakable() -> (Office, BrokenStore) {
    let store = BrokenStore::over(SharedStore(Arc::new(MemoryStore::default())));
    let office = Office::over(store.clone(), |builder| builder).await;
    let _ = office.site.visit(&user("ada")).await;
    (office, store)
}

fn about_somebody() -> Rule {
    Rule::require(Whom::role("clerk"))
}

#[tokio::test]
async fn each_permission_opens_what_it_says_and_nothing_else() {
    let office = open(Policy::offered()).await;
    for (may, reads, enforces, resets) in [
        (Permissions::NONE, false, false, false),
        (Permissions::NONE.disable_on_behalf(), false, false, false),
        (Permissions::NONE.every_tenant(), false, false, false),
        (Permissions::NONE.read(), true, false, false),
        (Permissions::NONE.enforce(), true, true, false),
        (Permissions::NONE.reset(), true, false, true),
        (Permissions::ALL, true, true, true),
    ] {
        let (factor, who) = (office.factor(), office.root.clone().may(may));
        let form = office.site.form(&who).await;
        let desk = factor.administrator(&who, Some(&form)).await.unwrap();
        assert_eq!(desk.is_ok(), reads, "{may:?}");
        let Ok(desk) = desk else { continue };
        let is = |done: bool, may| if may { done } else { !done };
        assert!(factor.people(&desk, &PeopleQuery::default()).await.unwrap().is_ok());
        assert!(factor.person(&desk, None, "ada").await.unwrap().is_ok());
        assert!(factor.rule_set(&desk, None).await.unwrap().is_ok());
        assert!(factor.log(&desk, None, None, 1).await.unwrap().is_ok());
        let decided = factor.decide_about(&desk, None, "ada", RELEASE, "why").await.unwrap();
        assert!(is(decided.is_ok(), enforces), "{may:?}: {decided:?}");
        let ruled = factor.add_rule(&desk, None, about_somebody()).await.unwrap();
        assert!(is(ruled.is_ok(), enforces), "{may:?}: {ruled:?}");
        if let Ok(rule) = ruled {
            let removed = factor.remove_rule(&desk, None, &rule, "why").await.unwrap();
            assert_eq!(removed, Ok(()), "{may:?}");
        }
        let reset = factor.reset(&desk, None, "ada", "why").await.unwrap();
        assert!(is(reset.is_ok(), resets), "{may:?}: {reset:?}");
    }
}

#[tokio::test]
async fn nobody_decides_about_themselves() {
    let office = open(Policy::offered()).await;
    let (factor, desk) = (office.factor(), office.desk(&office.root).await);
    let decided = factor.decide_about(&desk, None, "root", RELEASE, "why").await.unwrap();
    assert_eq!(decided, Err(Denied::Forbidden));
    assert_eq!(factor.reset(&desk, None, "root", "why").await.unwrap(), Err(Denied::Forbidden));
    let own = Rule::offer(Whom::Subject(SubjectId::new("root")));
    assert_eq!(factor.add_rule(&desk, None, own).await.unwrap(), Err(Denied::Forbidden));
    assert!(office.happened("root").await.iter().all(|event| !event.starts_with("administrator")));
}

#[tokio::test]
async fn nobody_makes_a_rule_about_their_own_address_alone() {
    let office = open(Policy::offered()).await;
    let root = office.root.clone().email(Email::new("Root@acme.example"));
    let root = root.may(Permissions::ALL.every_tenant());
    let (factor, desk) = (office.factor(), office.desk(&root).await);
    let add = async |tenant, rule| factor.add_rule(&desk, tenant, rule).await.unwrap();
    let own = || Whom::address("root@ACME.example");
    let listed = |list: &[&str]| Whom::listed("some", list);
    for whom in [own(), Whom::Address("Root@Acme.Example.".into()), listed(&["root@acme.example"])]
    {
        assert_eq!(add(None, Rule::offer(whom.clone())).await, Err(Denied::Forbidden), "{whom}");
        assert_eq!(add(Some(""), Rule::off(whom)).await, Err(Denied::LocksOut));
    }
    assert!(add(None, Rule::offer(Whom::address("bob@acme.example"))).await.is_ok());
    let two = listed(&["root@acme.example", "bob@acme.example"]);
    assert!(add(None, Rule::offer(two)).await.is_ok());
    assert!(add(None, Rule::require(Whom::domain("acme.example"))).await.is_ok());
    assert!(add(Some("there"), Rule::offer(own())).await.is_ok(), "somebody else there");
}

#[tokio::test]
async fn an_administrator_has_shown_a_factor_a_short_while_ago() {
    let office = open(Policy::offered()).await;
    let may = async |who: &Principal| office.factor().administrator(who, None).await.unwrap().err();
    assert_eq!(may(&office.root).await, None);
    let elsewhere = office.root.clone().in_session(SessionId::new("elsewhere"));
    let manage = Some(Denied::Challenge(Purpose::Manage));
    assert_eq!(may(&elsewhere).await, manage);
    assert_eq!(may(&user("nobody").may(Permissions::ALL)).await, Some(Denied::Enroll));
    assert_eq!(may(&user("ada").may(Permissions::ALL)).await, Some(Denied::Enroll));
    let key = office.root.clone().signed_in_by(SignIn::ApiKey);
    assert_eq!(may(&key).await, Some(Denied::Forbidden));
    let acted = office.root.clone().impersonated_by(office.root.clone());
    assert_eq!(may(&acted).await, Some(Denied::Impersonated));
    office.site.clock.advance(Duration::from_secs(600));
    assert_eq!(may(&office.root).await, manage);
    let plain = Site::over(MemoryStore::default()).second_factor;
    let without = plain.administrator(&office.root, None).await.unwrap();
    assert_eq!(without.err(), Some(Denied::Unknown), "there are no such pages");
}

#[tokio::test]
async fn whoever_came_by_a_recovery_code_administers_nothing() {
    let office = open(Policy::offered()).await;
    let rose = office.site.enroll("rose").await;
    let elsewhere = rose.in_session("elsewhere").may(Permissions::ALL);
    let ticket = office.site.ask(&elsewhere).await;
    let code = &rose.recovery_codes[0];
    let passed = office.site.answer(&elsewhere, &ticket, Method::Recovery, code, KeepSession).await;
    assert!(matches!(passed.unwrap(), Verified::Passed { .. }));
    let desk = office.factor().administrator(&elsewhere, None).await.unwrap();
    assert_eq!(desk.err(), Some(Denied::Challenge(Purpose::Manage)));
}

#[tokio::test]
async fn a_change_wants_a_form_of_this_session() {
    let office = open(Policy::offered()).await;
    let factor = office.factor();
    let other = office.site.enroll("rose").await.in_session("enrollment").may(Permissions::ALL);
    let foreign = office.site.form(&other).await;
    let desk = factor.administrator(&office.root, Some(&foreign)).await.unwrap();
    // It is of another session, and this one has shown a factor since: it is over.
    assert_eq!(desk.err(), Some(Denied::Over));
    let challenge = office.site.ask(&user("root")).await;
    let desk = factor.administrator(&office.root, Some(&challenge)).await.unwrap();
    assert_eq!(desk.err(), Some(Denied::Foreign), "it is no form");
    let desk = factor.administrator(&office.root, None).await.unwrap().unwrap();
    let decided = factor.decide_about(&desk, None, "ada", RELEASE, "why").await.unwrap();
    assert_eq!(decided, Err(Denied::Foreign));
    assert_eq!(factor.reset(&desk, None, "ada", "why").await.unwrap(), Err(Denied::Foreign));
    let ruled = factor.add_rule(&desk, None, about_somebody()).await.unwrap();
    assert_eq!(ruled, Err(Denied::Foreign));
    let form = office.site.form(&office.root).await;
    office.site.clock.advance(Duration::from_secs(60));
    factor.credentials_changed(office.root.subject()).await.unwrap();
    let late = factor.administrator(&office.root, Some(&form)).await.unwrap();
    assert_eq!(late.err(), Some(Denied::Challenge(Purpose::Manage)));
}

#[tokio::test]
async fn every_decision_wants_a_reason_and_an_exemption_an_end() {
    let office = open(Policy::offered()).await;
    let (factor, desk) = (office.factor(), office.desk(&office.root).await);
    for bad in ["", "  \t", "a\nb", &"x".repeat(501)] {
        let decided = factor.decide_about(&desk, None, "ada", RELEASE, bad).await.unwrap();
        assert_eq!(decided, Err(Denied::Malformed("reason")), "{bad:?}");
        let reset = factor.reset(&desk, None, "ada", bad).await.unwrap();
        assert_eq!(reset, Err(Denied::Malformed("reason")), "{bad:?}");
        let ruled = factor.add_rule(&desk, None, about_somebody().because(bad)).await.unwrap();
        assert_eq!(ruled.is_ok(), bad.is_empty(), "{bad:?}");
    }
    let now = factor.now();
    let days = |days: u64| now.plus(Duration::from_secs(days * 86_400));
    for (until, is_fine) in [(now, false), (days(1), true), (days(366), true), (days(367), false)] {
        let exempt = Some(OwnEffect::Exempt { until });
        let decided = factor.decide_about(&desk, None, "ada", exempt, "why").await.unwrap();
        assert_eq!(decided.is_ok(), is_fine, "{until:?}");
    }
}

#[tokio::test]
async fn who_is_unknown_cannot_be_told_from_who_is_of_another_tenant() {
    let office = open(Policy::offered()).await;
    let bob = Principal::of(SubjectId::of_tenant("other", "bob"), SessionId::new("s"));
    let _ = office.site.visit(&bob).await;
    let factor = office.factor();
    let desk = office.desk(&office.root).await;
    let there = office.root.clone().may(Permissions::ALL.every_tenant());
    let far = office.desk(&there).await;
    for (desk, tenant, key, is_known) in [
        (&desk, None, "ada", true),
        (&desk, Some(""), "ada", true),
        (&desk, None, "nobody", false),
        (&desk, Some("other"), "bob", false),
        (&desk, Some("other"), "nobody", false),
        (&desk, Some("nowhere"), "bob", false),
        (&far, Some("other"), "bob", true),
        (&far, Some("other"), "nobody", false),
        (&far, None, "bob", false),
    ] {
        let of = |known: bool| if known { None } else { Some(Denied::Unknown) };
        let person = factor.person(desk, tenant, key).await.unwrap();
        assert_eq!(person.err(), of(is_known), "{tenant:?} {key}");
        let decided = factor.decide_about(desk, tenant, key, RELEASE, "why").await.unwrap();
        assert_eq!(decided.err(), of(is_known), "{tenant:?} {key}");
        let reset = factor.reset(desk, tenant, key, "why").await.unwrap();
        assert_eq!(reset.err(), of(is_known), "{tenant:?} {key}");
    }
    let query = PeopleQuery { tenant: Some("other".into()), ..PeopleQuery::default() };
    assert_eq!(factor.people(&desk, &query).await.unwrap().err(), Some(Denied::Unknown));
    assert_eq!(factor.people(&far, &query).await.unwrap().unwrap().people.len(), 1);
    let ruled = factor.add_rule(&desk, Some("other"), about_somebody()).await.unwrap();
    assert_eq!(ruled, Err(Denied::Unknown));
    let logged = factor.log(&desk, Some("other"), None, 1).await.unwrap();
    assert_eq!(logged.err(), Some(Denied::Unknown));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_what_several_administrators_do_at_once_nothing_is_lost() {
    let office = open(Policy::offered()).await;
    let running: Vec<_> = (0..8)
        .map(|number: u64| {
            let office = office.clone();
            tokio::spawn(async move {
                let desk = office.desk(&office.root).await;
                let rule = Rule::require(Whom::role(&number.to_string()));
                office.factor().add_rule(&desk, None, rule).await.unwrap().unwrap()
            })
        })
        .collect();
    let mut ids = Vec::new();
    for task in running {
        ids.push(task.await.unwrap());
    }
    let desk = office.desk(&office.root).await;
    let rules = office.factor().rule_set(&desk, None).await.unwrap().unwrap().tenant;
    assert_eq!(rules.len(), 8);
    let (factor, id) = (office.factor(), &ids[0]);
    let (one, other) = tokio::join!(
        factor.remove_rule(&desk, None, id, "why"),
        factor.remove_rule(&desk, None, id, "why")
    );
    let mut removed = [one.unwrap(), other.unwrap()];
    removed.sort_by_key(Result::is_err);
    assert_eq!(removed, [Ok(()), Err(Denied::Unknown)]);
    assert_eq!(factor.rule_set(&desk, None).await.unwrap().unwrap().tenant.len(), 7);
}

#[tokio::test]
async fn what_cannot_be_logged_is_not_done() {
    let (office, store) = breakable().await;
    let (factor, desk) = (office.factor(), office.desk(&office.root).await);
    store.suffer(Trouble::ReadOnly);
    let decided = factor.decide_about(&desk, None, "ada", RELEASE, "why").await;
    let reset = factor.reset(&desk, None, "ada", "why").await;
    let ruled = factor.add_rule(&desk, None, about_somebody()).await;
    store.suffer(Trouble::None);
    for fault in [decided.unwrap_err(), reset.unwrap_err(), ruled.unwrap_err()] {
        assert_eq!(fault.kind(), FaultKind::Store);
    }
    let record = office.record(&SubjectId::new("ada")).await.unwrap();
    assert_eq!((record.terms().own(), record.terms().held(), record.epoch()), (None, None, 0));
    assert!(office.happened("ada").await.is_empty());
    assert!(factor.rule_set(&desk, None).await.unwrap().unwrap().tenant.is_empty());
}

#[tokio::test]
async fn what_was_logged_and_not_done_is_not_half_done() {
    let (office, store) = breakable().await;
    let (factor, desk) = (office.factor(), office.desk(&office.root).await);
    store.suffer(Trouble::Contended);
    let decided = factor.decide_about(&desk, None, "ada", RELEASE, "why").await;
    let ruled = factor.add_rule(&desk, None, about_somebody()).await;
    store.suffer(Trouble::None);
    for fault in [decided.unwrap_err(), ruled.unwrap_err()] {
        assert_eq!(fault.kind(), FaultKind::Contended);
    }
    assert_eq!(office.happened("ada").await, ["requirement.released"], "once, however often tried");
    let record = office.record(&SubjectId::new("ada")).await.unwrap();
    assert_eq!(record.terms().own(), None);
    assert!(factor.rule_set(&desk, None).await.unwrap().unwrap().tenant.is_empty());
    factor.decide_about(&desk, None, "ada", RELEASE, "again").await.unwrap().unwrap();
}

#[tokio::test]
async fn what_was_done_and_not_answered_is_done_and_logged() {
    let (office, store) = breakable().await;
    let (factor, desk) = (office.factor(), office.desk(&office.root).await);
    // The log's own answer is the first to be lost, so nothing more is done.
    store.suffer(Trouble::Unacknowledged);
    assert!(factor.decide_about(&desk, None, "ada", RELEASE, "why").await.is_err());
    store.suffer(Trouble::None);
    assert_eq!(office.happened("ada").await, ["requirement.released"]);
    assert_eq!(office.record(&SubjectId::new("ada")).await.unwrap().terms().own(), None);
}

#[tokio::test]
async fn a_reset_ends_everything_and_forces_activation() {
    let office = Office::over(MemoryStore::default(), |builder| builder).await;
    let ada = office.site.enroll("ada").await;
    let email = Email::new("ada@acme.example");
    let known = ada.in_session("known").email(email.clone());
    let answer = Answer::parse(Method::Totp, &office.site.right_code(&ada)).unwrap();
    let ticket = office.site.ask(&known).await;
    let attempt = Attempt {
        ticket: &ticket,
        answer: &answer,
        remember: RememberDevice::Yes,
        device: None,
        browser: "",
    };
    let verified = office.factor().verify(&known, &attempt, KeepSession).await.unwrap();
    let Verified::Passed { device: Some(device), .. } = verified else { panic!("{verified:?}") };
    office.site.next_step();
    assert_eq!(office.site.visit(&known).await, Decision::Allow);
    let half = ada.in_session("half").email(email);
    let open = office.site.ask(&half).await;
    let second = office.site.form(&known).await;
    let begun = office.factor().begin(&known, &second, Method::Totp).await.unwrap().unwrap();
    let confirm = office.factor().open_ticket(&known, &begun.ticket).unwrap();

    let desk = office.desk(&office.root).await;
    office.factor().reset(&desk, None, "ada", " stolen phone ").await.unwrap().unwrap();
    assert!(office.factor().delivered(Duration::from_secs(60)).await, "the notice is on its way");

    for session in [&known, &half] {
        assert_eq!(office.site.visit(session).await, Decision::Enroll);
    }
    let token = device.token.expose();
    let remembered = office.factor().guard(&half, || Some(&token)).await.unwrap();
    assert_eq!(remembered.decision, Decision::Enroll);
    let code = office.site.right_code(&ada);
    let late = office.site.answer(&half, &open, Method::Totp, &code, KeepSession).await.unwrap();
    assert!(matches!(late, Verified::Denied(Denied::Enroll)), "{late:?}");
    let code = Code::parse(&code).unwrap();
    let late = office.factor().confirm(&known, &confirm, &code, None, KeepSession).await.unwrap();
    assert!(matches!(late, Confirmation::Denied(Denied::Over | Denied::Foreign)), "{late:?}");

    assert_eq!(office.post.told(NoticeKind::Reset), ["ada@acme.example"]);
    let log = office.log().await;
    let reset = log.iter().find(|entry| &*entry.event == "administrator.reset").unwrap();
    assert_eq!(reset.actor.as_ref(), Some(office.root.subject()));
    assert_eq!(reset.reason.as_deref(), Some("stolen phone"));

    // Whoever begins anew is asked like everybody else.
    let again = office.site.enroll("ada").await;
    assert_eq!(office.site.visit(&again.in_session("s")).await, Decision::Challenge);
}
