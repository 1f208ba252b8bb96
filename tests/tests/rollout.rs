//! The way to a second factor, through the flows: what is stored when, how often it may be put off,
//! and when a rule reaches whom.

use core::time::Duration;
use std::sync::Arc;

use countersign::authenticator::{Answer, Method};
use countersign::decide::Decision;
use countersign::flow::{Attempt, Denied, RememberDevice, Verified};
use countersign::place::Place;
use countersign::policy::{
    Grace, OwnEffect, Policy, Reach, Remember, Requirement, Rollout, Rule, SignInKind, Whom,
};
use countersign::port::KeepSession;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_memory::MemoryStore;
use countersign_tests::broken_store::{BrokenStore, Trouble};
use countersign_tests::counting_store::{Calls, CountingStore};
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;

const DAY: Duration = Duration::from_secs(86_400);

fn ada(session: &str) -> Principal {
    Principal::new("ada", SessionId::new(session))
}

fn memory() -> SharedStore {
    SharedStore(Arc::new(MemoryStore::default()))
}

async fn open(policy: Policy) -> Office {
    Office::over(MemoryStore::default(), |builder| builder.policy(policy)).await
}

const READ: Calls = Calls { loads: 1, swaps: 0 };

#[tokio::test]
async fn the_first_sight_writes_once_and_then_a_verified_request_only_reads() {
    let store = CountingStore::over(memory());
    let office = Office::over(store.clone(), |builder| builder.policy(Policy::required())).await;
    let ada = office.site.enroll("ada").await.in_session("enrollment");
    let ada = ada.role("b").role("a").email(Email::new("ada@acme.example"));
    let _ = store.take();
    assert_eq!(office.site.visit(&ada).await, Decision::Allow);
    assert_eq!(store.take().swaps, 1);
    for _ in 0..3 {
        assert_eq!(office.site.visit(&ada).await, Decision::Allow);
        assert_eq!(store.take(), READ);
    }
    // An application that keeps roles in a set gives them in any order.
    let again = Principal::new("ada", SessionId::new("enrollment"));
    let again = again.role("a").role("b").role("a").email(Email::new("ada@acme.example"));
    assert_eq!(office.site.visit(&again).await, Decision::Allow);
    assert_eq!(store.take(), READ);
    let other = again.role("c");
    assert_eq!(office.site.visit(&other).await, Decision::Allow);
    assert_eq!(store.take().swaps, 1);
}

#[tokio::test]
async fn without_lists_and_requirements_nothing_is_ever_written_by_looking() {
    let store = CountingStore::over(memory());
    let site = Site::over(store.clone());
    let ada = site.enroll("ada").await.in_session("enrollment").role("a");
    let _ = store.take();
    assert_eq!(site.visit(&ada).await, Decision::Allow);
    assert_eq!(site.visit(&ada.clone().role("b")).await, Decision::Allow);
    assert_eq!(store.take(), Calls { loads: 2, swaps: 0 });
}

#[tokio::test]
async fn a_requirement_is_held_once_and_goes_on_without_the_role() {
    let store = CountingStore::over(memory());
    let rule = Rule::require(Whom::role("clerk")).named("clerks");
    let site = Site::over(store.clone())
        .another(store.clone(), |builder| builder.policy(Policy::offered().rule(rule)));
    assert_eq!(site.visit(&ada("s")).await, Decision::Allow);
    let _ = store.take();
    assert_eq!(site.visit(&ada("s").role("clerk")).await, Decision::Enroll);
    assert_eq!(store.take().swaps, 1, "it is held from now on");
    for session in ["s", "t"] {
        assert_eq!(site.visit(&ada(session).role("clerk")).await, Decision::Enroll);
        assert_eq!(site.visit(&ada(session)).await, Decision::Enroll);
        assert_eq!(store.take(), Calls { loads: 2, swaps: 0 });
    }
    // Whoever takes the rule out of the code has lifted it.
    let without = site.another(store.clone(), |builder| builder.policy(Policy::offered()));
    assert_eq!(without.visit(&ada("s")).await, Decision::Allow);
}

#[tokio::test]
async fn a_store_that_cannot_write_changes_nothing_about_what_is_asked() {
    let store = BrokenStore::over(memory());
    let policy = Policy::offered()
        .rule(Rule::require(Whom::role("clerk")).grace(Grace::For(DAY)))
        .require(Whom::role("chief"));
    let office = Office::over(store.clone(), |builder| builder.policy(policy)).await;
    assert_eq!(office.site.visit(&ada("s").role("clerk")).await, Decision::Allow);
    store.suffer(Trouble::ReadOnly);
    let bob = Principal::new("bob", SessionId::new("s"));
    assert_eq!(office.site.visit(&bob.clone().role("chief")).await, Decision::Enroll);
    assert_eq!(office.site.visit(&bob).await, Decision::Allow, "bob's could not be written down");
    office.site.clock.advance(DAY);
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Enroll, "ada's was, before");
    store.suffer(Trouble::None);
    assert_eq!(office.site.visit(&bob.clone().role("chief")).await, Decision::Enroll);
    assert_eq!(office.site.visit(&bob).await, Decision::Enroll);
}

#[tokio::test]
async fn somebody_goes_all_the_way() {
    let from = Site::over(MemoryStore::default()).second_factor.now().plus(DAY);
    let rule = Rule::require(Whom::Everyone).from(from).grace(Grace::For(2 * DAY));
    let office = open(Policy::offered().rule(rule.because("the law"))).await;
    let rollout = async |office: &Office| {
        let passage = office.factor().guard(&ada("s"), || None).await.unwrap();
        (passage.decision, passage.rollout)
    };
    let reason = async |office: &Office| {
        office.factor().overview(&ada("s"), None, None).await.unwrap().reason
    };
    assert_eq!(rollout(&office).await, (Decision::Allow, Rollout::Announced { from }));
    assert_eq!(reason(&office).await, None);
    office.site.clock.advance(DAY);
    let _ = office.site.visit(&ada("s")).await;
    let begun = office.factor().now();
    let until = begun.plus(2 * DAY);
    assert_eq!(rollout(&office).await, (Decision::Allow, Rollout::Grace { until }));
    assert_eq!(reason(&office).await.as_deref(), Some("the law"));
    office.site.clock.advance(2 * DAY);
    let since = until;
    assert_eq!(rollout(&office).await, (Decision::Enroll, Rollout::MustActivate { since }));
    office.site.clock.advance(14 * DAY);
    assert_eq!(rollout(&office).await, (Decision::Enroll, Rollout::Overdue { since }));
    office.site.enroll("ada").await;
    let passage = office.factor().guard(&ada("enrollment"), || None).await.unwrap();
    assert_eq!((passage.decision, passage.rollout), (Decision::Allow, Rollout::Active));
    let began = "requirement.began".to_owned();
    assert_eq!(office.happened("ada").await.iter().filter(|event| **event == began).count(), 1);
}

async fn with_skips(skips: u8) -> Office {
    let rule = Rule::require(Whom::Everyone).grace(Grace::Skips(skips));
    open(Policy::offered().rule(rule)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_not_now_that_is_sent_twice_at_once_counts_once() {
    let office = with_skips(3).await;
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Enroll);
    let place = Place::parse("/reports").unwrap();
    let overview = office.factor().overview(&ada("s"), None, Some(place.clone())).await.unwrap();
    assert_eq!(overview.skips_left, 3);
    let ticket = office.factor().open_ticket(&ada("s"), &overview.ticket).unwrap();
    let (ada, factor) = (ada("s"), office.factor());
    let (one, other) = tokio::join!(factor.put_off(&ada, &ticket), factor.put_off(&ada, &ticket));
    for answer in [one, other] {
        assert_eq!(answer.unwrap().unwrap(), Some(place.clone()));
    }
    assert_eq!(office.site.visit(&ada).await, Decision::Allow);
    let passage = office.factor().guard(&ada, || None).await.unwrap();
    assert_eq!(passage.rollout, Rollout::Skips { left: 2 });
    let put_off = office.happened("ada").await.into_iter().filter(|e| e == "requirement.put_off");
    assert_eq!(put_off.count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_sessions_at_once_never_put_off_more_often_than_they_may() {
    let office = with_skips(3).await;
    let mut running = Vec::new();
    for number in 0..50 {
        let principal = ada(&number.to_string());
        let _ = office.site.visit(&principal).await;
        let form = office.site.form(&principal).await;
        let office = office.clone();
        running.push(tokio::spawn(async move {
            let done = office.factor().put_off(&principal, &form).await.unwrap();
            (principal, done)
        }));
    }
    let (mut may, mut may_not) = (0, 0);
    for task in running {
        let (principal, done) = task.await.unwrap();
        match done {
            Ok(_) => {
                may += 1;
                assert_eq!(office.site.visit(&principal).await, Decision::Allow);
            }
            Err(Denied::Enroll) => {
                may_not += 1;
                assert_eq!(office.site.visit(&principal).await, Decision::Enroll);
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((may, may_not), (3, 47));
    assert_eq!(office.site.visit(&ada("one more")).await, Decision::Enroll);
}

#[tokio::test]
async fn what_was_put_off_is_due_at_once_when_it_may_no_longer_be() {
    let office = with_skips(3).await;
    let _ = office.site.visit(&ada("s")).await;
    let form = office.site.form(&ada("s")).await;
    assert!(office.factor().put_off(&ada("s"), &form).await.unwrap().is_ok());
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Allow);
    let desk = office.desk(&office.root).await;
    let rule = Rule::require(Whom::Everyone);
    office.factor().add_rule(&desk, None, rule).await.unwrap().unwrap();
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Enroll);
}

#[tokio::test]
async fn not_now_is_no_answer_where_it_may_not_be_given() {
    let office = open(Policy::required()).await;
    let _ = office.site.visit(&ada("s")).await;
    let form = office.site.form(&ada("s")).await;
    assert_eq!(office.factor().put_off(&ada("s"), &form).await.unwrap(), Err(Denied::Enroll));
    let foreign = office.factor().put_off(&ada("t"), &form).await.unwrap();
    assert_eq!(foreign, Err(Denied::Foreign));
}

#[tokio::test]
async fn an_exemption_ends_by_itself_at_its_second() {
    let office = open(Policy::offered().require(Whom::role("clerk"))).await;
    assert_eq!(office.site.visit(&ada("s").role("clerk")).await, Decision::Enroll);
    let until = office.factor().now().plus(DAY);
    let desk = office.desk(&office.root).await;
    let exempt = Some(OwnEffect::Exempt { until });
    office
        .factor()
        .decide_about(&desk, None, "ada", exempt, "a lost phone")
        .await
        .unwrap()
        .unwrap();
    let passage = office.factor().guard(&ada("s"), || None).await.unwrap();
    assert_eq!(passage.requirement, Requirement::Nothing);
    office.site.clock.advance(DAY - Duration::from_secs(1));
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Allow);
    office.site.clock.advance(Duration::from_secs(1));
    assert_eq!(
        office.site.visit(&ada("s")).await,
        Decision::Enroll,
        "what held before holds again"
    );
}

#[tokio::test]
async fn a_requirement_that_is_switched_on_reaches_live_sessions_at_their_next_request() {
    let office = open(Policy::offered()).await;
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Allow);
    let desk = office.desk(&office.root).await;
    let rule = Rule::require(Whom::Everyone);
    office.factor().add_rule(&desk, None, rule).await.unwrap().unwrap();
    assert_eq!(office.site.visit(&ada("s")).await, Decision::Enroll);
}

#[tokio::test]
async fn or_at_their_next_sign_in_and_the_time_is_counted_from_there() {
    let office = open(Policy::offered()).await;
    let began = office.factor().now();
    let old = ada("old").signed_in_at(began);
    assert_eq!(office.site.visit(&old).await, Decision::Allow);
    office.site.clock.advance(Duration::from_secs(1));
    let rule = Rule::require(Whom::Everyone).reach(Reach::NextSignIn).grace(Grace::For(2 * DAY));
    let desk = office.desk(&office.root).await;
    office.factor().add_rule(&desk, None, rule).await.unwrap().unwrap();
    office.site.clock.advance(5 * DAY);
    assert_eq!(office.site.visit(&old).await, Decision::Allow);
    let new = ada("new").signed_in_at(office.factor().now());
    let passage = office.factor().guard(&new, || None).await.unwrap();
    let until = office.factor().now().plus(2 * DAY);
    assert_eq!((passage.decision, passage.rollout), (Decision::Allow, Rollout::Grace { until }));
    office.site.clock.advance(2 * DAY);
    assert_eq!(office.site.visit(&new).await, Decision::Enroll);
    assert_eq!(office.site.visit(&old).await, Decision::Allow);
    assert_eq!(office.site.visit(&ada("of nobody knows when")).await, Decision::Enroll);
}

#[tokio::test]
async fn a_factor_that_is_older_than_the_rule_allows_is_asked_for_again_and_devices_stand_in() {
    let lasts = Duration::from_secs(3_600);
    let rule = Rule::require(Whom::Everyone)
        .max_age(Duration::from_secs(600))
        .remember(Remember::Offered { lasts, ticked: false });
    let office = open(Policy::offered().rule(rule)).await;
    let person = office.site.enroll("ada").await;
    let ada = ada("s");
    let ticket = office.site.ask(&ada).await;
    let answer = Answer::parse(Method::Totp, &office.site.right_code(&person)).unwrap();
    let attempt = Attempt {
        ticket: &ticket,
        answer: &answer,
        remember: RememberDevice::Yes,
        device: None,
        browser: "",
    };
    let verified = office.factor().verify(&ada, &attempt, KeepSession).await.unwrap();
    let Verified::Passed { device: Some(device), .. } = verified else { panic!("{verified:?}") };
    assert_eq!(device.lasts, lasts);
    office.site.clock.advance(Duration::from_secs(600));
    assert_eq!(office.site.visit(&ada).await, Decision::Allow);
    office.site.clock.advance(Duration::from_secs(1));
    assert_eq!(office.site.visit(&ada).await, Decision::Challenge);
    office.site.look(&ada).await;
    let token = device.token.expose();
    let passage = office.factor().guard(&ada, || Some(&token)).await.unwrap();
    assert_eq!(passage.decision, Decision::Allow);
}

#[tokio::test]
async fn where_there_is_no_second_factor_nobody_is_asked_and_nobody_can_have_one() {
    let office = open(Policy::offered().rule(Rule::off(Whom::Everyone))).await;
    let passage = office.factor().guard(&ada("s"), || None).await.unwrap();
    assert_eq!((passage.decision, passage.rollout), (Decision::Allow, Rollout::Off));
    assert_eq!(office.factor().may_activate(&ada("s")).await.unwrap(), Err(Denied::Off));
    let form = office.site.form(&ada("s")).await;
    let begun = office.factor().begin(&ada("s"), &form, Method::Totp).await.unwrap();
    assert_eq!(begun.err(), Some(Denied::Off));
    // Who has one is not asked for it either, until an administrator thinks better of it.
    let root = Principal::new("root", SessionId::new("another"));
    assert_eq!(office.site.visit(&root).await, Decision::Allow);
}

#[tokio::test]
async fn nobody_switches_their_second_factor_off_by_becoming_somebody_else() {
    let policy = Policy::offered().rule(Rule::off(Whom::domain("off.example")));
    // With lists and without.
    let listed = open(policy.clone()).await.site;
    let store = MemoryStore::default();
    let plain = Site::over(store.clone()).another(store, |builder| builder.policy(policy));
    for site in [listed, plain] {
        site.enroll("ada").await;
        let own = ada("s").email(Email::new("ada@on.example"));
        assert_eq!(site.visit(&own).await, Decision::Challenge);
        let moved = ada("s").email(Email::new("ada@off.example"));
        for _ in 0..2 {
            assert_eq!(site.visit(&moved).await, Decision::Challenge);
            site.clock.advance(DAY);
        }
        let bob = Principal::new("bob", SessionId::new("s")).email(Email::new("b@off.example"));
        assert_eq!(site.visit(&bob).await, Decision::Allow);
    }
}

#[tokio::test]
async fn a_kind_of_sign_in_that_is_exempt_is_not_even_looked_up() {
    let store = CountingStore::over(memory());
    let policy =
        Policy::required().exempt(SignInKind::ApiKey).exempt(SignInKind::SingleSignOnWithMfa);
    let office = Office::over(store.clone(), |builder| builder.policy(policy)).await;
    let _ = store.take();
    let sso =
        |amr: &[&str]| SignIn::SingleSignOn { amr: amr.iter().map(|a| (*a).into()).collect() };
    for (sign_in, decision, calls) in [
        (SignIn::ApiKey, Decision::Allow, 0),
        (sso(&["pwd", "mfa"]), Decision::Allow, 0),
        (sso(&["pwd"]), Decision::Enroll, 1),
        (SignIn::Service, Decision::Enroll, 1),
    ] {
        let caller = Principal::new("caller", SessionId::new("s")).signed_in_by(sign_in.clone());
        assert_eq!(office.site.visit(&caller).await, decision, "{sign_in:?}");
        assert_eq!(store.take().loads.min(1), calls, "{sign_in:?}");
    }
}
