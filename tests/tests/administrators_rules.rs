//! Rules of administrators: what they come to for whom, why, and which are refused.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use core::fmt;
use core::time::Duration;
use std::error::Error;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use countersign::decide::Decision;
use countersign::flow::{Denied, PeopleQuery, Winner};
use countersign::policy::{
    FindingKind, Grace, OwnEffect, Policy, Requirement, Rollout, Rule, SignInKind, Whom, Why,
};
use countersign::port::Directory;
use countersign::subject::{Email, Principal, Profile, SessionId};
use countersign_memory::MemoryStore;
use countersign_tests::office::Office;

const DAY: Duration = Duration::from_secs(86_400);

fn ada() -> Principal {
    Principal::new("ada", SessionId::new("s"))
}

async fn open(policy: Policy) -> Office {
    let office = Office::over(MemoryStore::default(), |builder| builder.policy(policy)).await;
    let _ = office.site.visit(&ada()).await;
    office
}

async fn add(office: &Office, rule: Rule) -> Result<countersign::policy::RuleId, Denied> {
    let desk = office.desk(&office.root).await;
    office.factor().add_rule(&desk, None, rule).await.unwrap()
}

async fn decide(office: &Office, effect: Option<OwnEffect>) {
    let desk = office.desk(&office.root).await;
    let decided = office.factor().decide_about(&desk, None, "ada", effect, "why").await;
    decided.unwrap().unwrap();
}

#[tokio::test]
async fn nobody_makes_a_rule_by_which_they_could_not_come_back() {
    let office = open(Policy::offered()).await;
    let later = office.factor().now().plus(DAY);
    let root = Principal::new("root", SessionId::new("enrollment"));
    assert_eq!(add(&office, Rule::off(Whom::Everyone)).await, Err(Denied::LocksOut));
    let some_day = Rule::off(Whom::Everyone).from(later);
    assert_eq!(add(&office, some_day).await, Err(Denied::LocksOut));
    // Though it is over some day.
    assert!(add(&office, Rule::offer(Whom::Everyone).from(later.plus(DAY))).await.is_ok());
    let some_day = Rule::off(Whom::Everyone).from(later);
    assert_eq!(add(&office, some_day).await, Err(Denied::LocksOut));
    assert!(add(&office, Rule::off(Whom::role("guest"))).await.is_ok());
    assert_eq!(office.site.visit(&root).await, Decision::Allow);
    assert_eq!(office.site.visit(&ada().role("guest")).await, Decision::Allow);
    // Nor takes one away that is all that keeps them in.
    let policy = Policy::offered().rule(Rule::off(Whom::Everyone));
    let office = open(policy).await;
    let kept = add(&office, Rule::require(Whom::Everyone)).await.unwrap();
    let desk = office.desk(&office.root).await;
    let removed = office.factor().remove_rule(&desk, None, &kept, "why").await.unwrap();
    assert_eq!(removed, Err(Denied::LocksOut));
}

#[tokio::test]
async fn a_decision_lifts_what_has_held_and_an_exemption_only_interrupts_it() {
    let office = open(Policy::offered().require(Whom::role("clerk"))).await;
    let asks = async || office.site.visit(&ada()).await;
    let _ = office.site.visit(&ada().role("clerk")).await;
    assert_eq!(asks().await, Decision::Enroll);
    decide(&office, Some(OwnEffect::Exempt { until: office.factor().now().plus(DAY) })).await;
    assert_eq!(asks().await, Decision::Allow);
    office.site.clock.advance(DAY);
    assert_eq!(asks().await, Decision::Enroll);
    office.site.next_step();
    let root = office.enroll(&Principal::new("rose", SessionId::new("r"))).await;
    let rose = root.in_session("r").may(countersign::subject::Permissions::ALL);
    let desk = office.desk(&rose).await;
    let left = office.factor().decide_about(&desk, None, "ada", None, "moved").await.unwrap();
    assert_eq!(left, Ok(()));
    assert_eq!(asks().await, Decision::Allow, "the rules say nothing about ada any more");
    let _ = office.site.visit(&ada().role("clerk")).await;
    let release = Some(OwnEffect::Release);
    office.factor().decide_about(&desk, None, "ada", release, "why").await.unwrap().unwrap();
    assert_eq!(office.site.visit(&ada().role("clerk")).await, Decision::Allow);
}

#[tokio::test]
async fn a_decision_may_leave_time_and_times() {
    let office = open(Policy::offered()).await;
    decide(&office, Some(OwnEffect::Require(Grace::For(DAY)))).await;
    let until = office.factor().now().plus(DAY);
    for _ in 0..2 {
        let passage = office.factor().guard(&ada(), || None).await.unwrap();
        assert_eq!(passage.rollout, Rollout::Grace { until });
        office.site.clock.advance(Duration::from_secs(300));
    }
    office.site.clock.advance(DAY);
    assert_eq!(office.site.visit(&ada()).await, Decision::Enroll);
}

#[tokio::test]
async fn a_newer_rule_lifts_what_has_held_for_those_it_is_about_and_for_good() {
    let office = open(Policy::offered().require(Whom::domain("old.example"))).await;
    let at = |address: &str| ada().email(Email::new(address));
    let _ = office.site.visit(&at("ada@old.example")).await;
    assert_eq!(office.site.visit(&at("ada@new.example")).await, Decision::Enroll);
    office.site.clock.advance(Duration::from_secs(9));
    add(&office, Rule::offer(Whom::domain("new.example"))).await.unwrap();
    assert_eq!(office.site.visit(&at("ada@new.example")).await, Decision::Allow);
    assert_eq!(office.site.visit(&at("ada@newer.example")).await, Decision::Allow);
    // Whoever comes under that rule only now has not been let off by it.
    let bob = |address: &str| Principal::new("bob", SessionId::new("s")).email(Email::new(address));
    let _ = office.site.visit(&bob("bob@old.example")).await;
    assert_eq!(office.site.visit(&bob("bob@new.example")).await, Decision::Enroll);
}

#[tokio::test]
async fn it_is_explained_what_decided_and_why_the_others_did_not() {
    let policy = Policy::offered()
        .rule(Rule::require(Whom::Everyone).named("all").because("the law"))
        .rule(Rule::offer(Whom::role("guest")).named("guests"))
        .rule(
            Rule::require(Whom::role("guest"))
                .named("later")
                .from(countersign::time::Timestamp::from_unix(4_000_000_000)),
        )
        .rule(Rule::require(Whom::domain("acme.example")).named("acme"))
        .rule(Rule::offer(Whom::domain("other.example")).named("other"))
        .exempt(SignInKind::ApiKey);
    let office = open(policy).await;
    let _ = office.site.visit(&ada().role("guest").email(Email::new("a@acme.example"))).await;
    let desk = office.desk(&office.root).await;
    let person = office.factor().person(&desk, None, "ada").await.unwrap().unwrap();
    let explained = person.explained;
    // Before she was a guest she was one of everyone, and that has held.
    let Winner::Held(held, Some(rule)) = &explained.winner else { panic!("{explained:?}") };
    assert_eq!((held.rule.as_ref().unwrap().as_str(), &*rule.id), ("all", "all"));
    assert_eq!((rule.whom.kind(), &*rule.reason), ("everyone", "the law"));
    assert_eq!(explained.requirement, Requirement::ALWAYS);
    assert_eq!(explained.exempt_kinds, [SignInKind::ApiKey]);
    let lost: Vec<_> = explained.lost.iter().map(|lost| (&*lost.id, lost.why.unwrap())).collect();
    let held = Why::HeldDecides;
    let expected =
        [("guests", held), ("acme", held), ("later", Why::NotYet), ("other", Why::NotAbout)];
    assert_eq!(lost, expected);
    decide(&office, Some(OwnEffect::Release)).await;
    let person = office.factor().person(&desk, None, "ada").await.unwrap().unwrap();
    assert!(matches!(&person.explained.winner, Winner::Own(own) if &*own.by == "root"));
    assert_eq!(person.explained.lost.len(), 5);
    assert_eq!(person.explained.lost.first().unwrap().why, Some(Why::OwnDecides));
}

#[tokio::test]
async fn a_rule_about_nobody_is_found_and_says_so() {
    let office = open(Policy::offered()).await;
    let _ = office.site.visit(&ada().role("clerk").email(Email::new("a@b.acme.example"))).await;
    let mut nobody = Vec::new();
    for (whom, is_nobody) in [
        (Whom::role("clerk"), false),
        (Whom::role("chief"), true),
        (Whom::domain("b.acme.example"), false),
        (Whom::domain("acme.example"), true),
        (Whom::domain_and_below("acme.example"), false),
        (Whom::domain_and_below("me.example"), true),
        (Whom::address("x@y.example"), false),
        (Whom::Everyone, false),
    ] {
        let id = add(&office, Rule::offer(whom)).await.unwrap();
        nobody.extend(is_nobody.then_some(id));
    }
    let desk = office.desk(&office.root).await;
    let query = PeopleQuery::default();
    let _ = office.factor().people(&desk, &query).await.unwrap().unwrap();
    let findings = office.factor().rule_set(&desk, None).await.unwrap().unwrap().findings;
    let found = findings.into_iter().filter(|found| found.kind == FindingKind::MatchesNobody);
    assert_eq!(found.map(|found| found.rule).collect::<Vec<_>>(), nobody);
}

/// An application's users.
struct Users(Mutex<Vec<(Arc<str>, Profile)>>);

impl fmt::Debug for Users {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Users(..)")
    }
}

#[async_trait]
impl Directory for Users {
    async fn people(
        &self,
        tenant: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>> {
        let users = self.0.lock().map_err(|_| "poisoned")?;
        let here = users.iter().filter(|_| tenant.is_empty());
        let later = here.filter(|(key, _)| after.is_none_or(|after| **key > *after));
        Ok(later.take(most).cloned().collect())
    }
}

#[tokio::test]
async fn people_who_never_signed_in_are_listed_and_what_changes_of_them_is_no_way_out() {
    let user = |key: usize, address: &str| {
        (Arc::<str>::from(format!("u{key:04}")), Profile::new("User", Some(address), &[]))
    };
    let users = Arc::new(Users(Mutex::new((0..1_200).map(|n| user(n, "u@on.example")).collect())));
    let policy = Policy::offered()
        .rule(Rule::off(Whom::domain("off.example")))
        .require(Whom::domain("must.example"));
    let office = Office::over(MemoryStore::default(), |builder| {
        builder.policy(policy).directory(Arc::<Users>::clone(&users))
    })
    .await;
    assert_eq!(office.factor().take_over_directory("").await.unwrap(), 1_200);
    let desk = office.desk(&office.root).await;
    let query = PeopleQuery { status: Some("not_required"), ..PeopleQuery::default() };
    let people = office.factor().people(&desk, &query).await.unwrap().unwrap();
    assert_eq!((people.people.len(), people.more), (50, true));
    // Somebody has a factor, and the application says that they are at another domain now.
    let person = office.enroll(&Principal::new("u0000", SessionId::new("s"))).await;
    *users.0.lock().unwrap() = vec![user(0, "u@off.example"), user(1, "u@must.example")];
    assert_eq!(office.factor().take_over_directory("").await.unwrap(), 2);
    let moved = person.in_session("t").email(Email::new("u@off.example")).named("User");
    assert_eq!(office.site.visit(&moved).await, Decision::Challenge);
    let one = office.factor().person(&desk, None, "u0001").await.unwrap().unwrap();
    assert_eq!(one.explained.rollout.name(), "must_activate");
}
