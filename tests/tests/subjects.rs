//! Users who get another key, who go, and as whom somebody else acts.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use core::time::Duration;
use std::sync::Arc;

use countersign::authenticator::{AuthenticatorId, Code, Method, Methods, Name};
use countersign::decide::Decision;
use countersign::fault::FaultKind;
use countersign::flow::{Confirmation, Denied, Verified};
use countersign::policy::{OwnEffect, Policy, Rule, Whom};
use countersign::port::{AdministrationStore as _, KeepSession, LogQuery, NoticeKind, Store as _};
use countersign::subject::{Email, Permissions, Principal, SessionId, SubjectId};
use countersign::ticket::Purpose;
use countersign_memory::MemoryStore;
use countersign_tests::office::Office;
use countersign_tests::polled::polled;
use countersign_tests::resting_store::RestingStore;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::{Person, Site};

fn id(key: &str) -> SubjectId {
    SubjectId::new(key)
}

async fn open(policy: Policy) -> Office {
    Office::over(MemoryStore::default(), |builder| builder.policy(policy)).await
}

/// The same person under another key, in a new session.
fn under(key: &str, person: &Person) -> Person {
    Person { key: key.into(), ..person.clone() }
}

async fn passes(site: &Site, person: &Person, session: &str, method: Method, code: &str) -> bool {
    let principal = person.in_session(session);
    let ticket = site.ask(&principal).await;
    let answer = site.answer(&principal, &ticket, method, code, KeepSession).await.unwrap();
    site.next_step();
    matches!(answer, Verified::Passed { .. })
}

#[tokio::test]
async fn who_gets_another_key_keeps_app_and_recovery_codes_and_is_asked_anew() {
    let office = open(Policy::offered()).await;
    let old = office.site.enroll("ada").await;
    let (old_form, used) = (office.site.form(&old.in_session("enrollment")).await, 2);
    for code in old.recovery_codes.iter().take(used) {
        assert!(passes(&office.site, &old, "lost", Method::Recovery, code).await);
    }
    office.factor().subject_renamed(&id("ada"), &id("ada.lovelace")).await.unwrap();
    assert!(office.record(&id("ada")).await.is_none());
    let new = under("ada.lovelace", &old);
    assert_eq!(office.site.visit(&new.in_session("enrollment")).await, Decision::Challenge);
    let foreign = office
        .factor()
        .begin(&new.in_session("enrollment"), &old_form, Method::Totp)
        .await
        .unwrap();
    assert!(foreign.is_err(), "a form of the old key is nothing under the new one");
    let code = office.site.right_code(&new);
    assert!(passes(&office.site, &new, "s", Method::Totp, &code).await);
    assert_eq!(office.site.codes_left(&new.in_session("s")).await, old.recovery_codes.len() - used);
    for (number, code) in new.recovery_codes.iter().enumerate().skip(used - 1).take(2) {
        let good = number >= used;
        assert_eq!(passes(&office.site, &new, "r", Method::Recovery, code).await, good, "{number}");
    }
    // And once more, to yet another one.
    office.factor().subject_renamed(&id("ada.lovelace"), &id("lady")).await.unwrap();
    let lady = under("lady", &new);
    let code = office.site.right_code(&lady);
    assert!(passes(&office.site, &lady, "s", Method::Totp, &code).await);
    let last = lady.recovery_codes.last().unwrap();
    assert!(passes(&office.site, &lady, "r", Method::Recovery, last).await);
    assert!(office.happened("lady").await.contains(&"subject.renamed".to_owned()));
}

#[tokio::test]
async fn a_new_key_that_was_left_half_way_is_finished_by_calling_again() {
    let office = open(Policy::offered()).await;
    let person = office.site.enroll("ada").await;
    let before = office.record(&id("ada")).await.unwrap();
    office.factor().subject_renamed(&id("ada"), &id("new")).await.unwrap();
    // As if the machine had stopped before the old one was taken away.
    let _ = office.store.swap(&id("ada"), None, &before).await.unwrap();
    // The person goes on in the meantime, and adds an app.
    let new = under("new", &person);
    let code = office.site.right_code(&new);
    assert!(passes(&office.site, &new, "s", Method::Totp, &code).await);
    office.enroll(&new.in_session("s")).await;
    for _ in 0..2 {
        office.factor().subject_renamed(&id("ada"), &id("new")).await.unwrap();
        assert!(office.record(&id("ada")).await.is_none());
        assert_eq!(office.record(&id("new")).await.unwrap().authenticators().len(), 2);
    }
}

/// What may happen to the old key while somebody gets another one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Meanwhile {
    Reset,
    CodeSpent,
}

#[tokio::test]
async fn what_happens_to_the_old_key_meanwhile_comes_along_at_whatever_moment() {
    for meanwhile in [Meanwhile::Reset, Meanwhile::CodeSpent] {
        let mut was_later = false;
        for polls in 0..200 {
            let store = RestingStore(SharedStore(Arc::new(MemoryStore::default())));
            let office = Office::over(store, |builder| builder.policy(Policy::offered())).await;
            let person = office.site.enroll("ada").await;
            let code = person.recovery_codes.last().unwrap();
            let desk = office.desk(&office.root).await;
            let factor = office.factor().clone();
            let (old, new) = (id("ada"), id("new"));
            let mut renaming = Box::pin(factor.subject_renamed(&old, &new));
            let is_done = polled(polls, renaming.as_mut()).await.is_some();
            let happened = match meanwhile {
                Meanwhile::Reset => {
                    office.factor().reset(&desk, None, "ada", "lost").await.unwrap().is_ok()
                }
                // Whose key is gone is nobody, and nothing is asked.
                Meanwhile::CodeSpent => {
                    office.site.visit(&person.in_session("lost")).await == Decision::Challenge
                        && passes(&office.site, &person, "lost", Method::Recovery, code).await
                }
            };
            if !is_done {
                renaming.await.unwrap();
            }
            let is_gone = office.record(&id("ada")).await.is_none();
            assert!(is_gone || !happened, "{meanwhile:?} {polls}");
            let record = office.record(&id("new")).await.unwrap();
            match meanwhile {
                Meanwhile::Reset => assert_eq!(record.is_enrolled(), !happened, "{polls}"),
                Meanwhile::CodeSpent => {
                    let new = under("new", &person);
                    let again = passes(&office.site, &new, "r", Method::Recovery, code).await;
                    assert_eq!(again, !happened, "{polls}");
                }
            }
            was_later |= !happened;
            if !happened {
                break;
            }
        }
        assert!(was_later, "no moment was late enough for {meanwhile:?}");
    }
}

#[tokio::test]
async fn a_key_that_stays_the_same_loses_nothing() {
    let office = open(Policy::offered()).await;
    let person = office.site.enroll("ada").await;
    office.factor().subject_renamed(&id("ada"), &id("ada")).await.unwrap();
    assert_eq!(office.site.visit(&person.in_session("s")).await, Decision::Challenge);
    // Where a store cannot take records away, an empty one stays, and is nobody.
    let plain = Site::over(MemoryStore::default());
    plain.enroll("bob").await;
    for _ in 0..2 {
        plain.second_factor.subject_renamed(&id("bob"), &id("rob")).await.unwrap();
    }
    let rob = Principal::new("rob", SessionId::new("s"));
    assert_eq!(plain.visit(&rob).await, Decision::Challenge);
}

#[tokio::test]
async fn a_new_key_under_which_somebody_has_a_factor_is_refused_and_nothing_changes() {
    let office = open(Policy::offered()).await;
    let (ada, bob) = (office.site.enroll("ada").await, office.site.enroll("bob").await);
    let fault = office.factor().subject_renamed(&id("ada"), &id("bob")).await.unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Principal);
    for person in [&ada, &bob] {
        let code = office.site.right_code(person);
        assert!(passes(&office.site, person, "s", Method::Totp, &code).await);
        assert_eq!(office.site.visit(&person.in_session("enrollment")).await, Decision::Allow);
    }
}

#[tokio::test]
async fn who_was_seen_under_the_new_key_already_is_one_person_and_keeps_what_was_decided() {
    let office = open(Policy::offered().require(Whom::role("clerk"))).await;
    let person = office.site.enroll("ada").await;
    let seen = Principal::new("new", SessionId::new("s")).role("clerk");
    assert_eq!(office.site.visit(&seen).await, Decision::Enroll);
    office.factor().subject_renamed(&id("ada"), &id("new")).await.unwrap();
    let record = office.record(&id("new")).await.unwrap();
    assert!(record.is_enrolled() && record.terms().held().is_some());
    assert_eq!(office.site.visit(&person.in_session("s")).await, Decision::Allow, "ada is nobody");
    assert_eq!(office.site.visit(&seen).await, Decision::Challenge);
}

#[tokio::test]
async fn in_another_tenant_a_requirement_goes_on_and_what_administrators_forgave_does_not() {
    let office = open(Policy::offered()).await;
    let there = SubjectId::of_tenant("there", "ada");
    let desk = office.desk(&office.root).await;
    office.factor().add_rule(&desk, None, Rule::require(Whom::role("x"))).await.unwrap().unwrap();
    let ada = Principal::new("ada", SessionId::new("s"));
    assert_eq!(office.site.visit(&ada.clone().role("x")).await, Decision::Enroll);
    let release = Some(OwnEffect::Exempt { until: office.factor().now().plus(DAY) });
    office.factor().decide_about(&desk, None, "ada", release, "why").await.unwrap().unwrap();
    assert_eq!(office.site.visit(&ada).await, Decision::Allow);
    office.factor().subject_renamed(&id("ada"), &there).await.unwrap();
    let moved = Principal::of(there.clone(), SessionId::new("s"));
    assert_eq!(office.site.visit(&moved).await, Decision::Enroll);
    // The rule that stayed behind says nothing there, but a new one of that tenant does.
    office.site.clock.advance(Duration::from_secs(60));
    let far = office.root.clone().may(Permissions::ALL.every_tenant());
    let desk = office.desk(&far).await;
    let rule = Rule::offer(Whom::Everyone);
    office.factor().add_rule(&desk, Some("there"), rule).await.unwrap().unwrap();
    assert_eq!(office.site.visit(&moved).await, Decision::Allow);
}

const DAY: Duration = Duration::from_secs(86_400);

#[tokio::test]
async fn in_another_tenant_no_method_is_accepted_that_was_refused_before() {
    let office = open(Policy::offered().require(Whom::Everyone)).await;
    let desk = office.desk(&office.root).await;
    let apps = Rule::require(Whom::role("x")).methods(Methods::ALL.without_recovery_codes());
    office.factor().add_rule(&desk, None, apps).await.unwrap().unwrap();
    let person = office.site.enroll("ada").await;
    let ada = |session: &str| person.in_session(session);
    assert_eq!(office.site.visit(&ada("s").role("x")).await, Decision::Challenge);
    let there = SubjectId::of_tenant("there", "ada");
    office.factor().subject_renamed(&id("ada"), &there).await.unwrap();
    let moved = Principal::of(there, SessionId::new("t"));
    let ticket = office.site.ask(&moved).await;
    let code = person.recovery_codes.last().unwrap();
    let answer = office.site.answer(&moved, &ticket, Method::Recovery, code, KeepSession).await;
    assert!(!matches!(answer.unwrap(), Verified::Passed { .. }));
}

#[tokio::test]
async fn who_made_a_rule_for_another_tenant_is_nobody_who_has_the_same_key_there() {
    let office = open(Policy::offered()).await;
    let far = office.root.clone().may(Permissions::ALL.every_tenant());
    let desk = office.desk(&far).await;
    let made = office.factor().add_rule(&desk, Some("there"), Rule::offer(Whom::Everyone)).await;
    let made = made.unwrap().unwrap();
    let own = office.factor().add_rule(&desk, Some(""), Rule::offer(Whom::Everyone)).await;
    let own = own.unwrap().unwrap();
    for namesake in [SubjectId::of_tenant("there", "root"), id("root")] {
        office.factor().subject_removed(&namesake).await.unwrap();
    }
    let other = office.site.enroll("other").await.in_session("enrollment");
    let other = other.may(Permissions::ALL.every_tenant());
    let desk = office.desk(&other).await;
    let by = async |tenant, id| {
        let rules = office.factor().rule_set(&desk, Some(tenant)).await.unwrap().unwrap().tenant;
        format!("{:?}", rules.get(id).unwrap().author())
    };
    assert!(by("there", &made).await.contains("\"root\""), "it was somebody else");
    assert!(!by("", &own).await.contains("\"root\""), "they have gone");
}

#[tokio::test]
async fn of_who_is_removed_nothing_is_left_but_a_pseudonym() {
    let store = MemoryStore::default();
    let office = Office::over(store.clone(), |builder| builder).await;
    let email = Email::new("zz-address@acme.example");
    office.site.enroll("zz-key").await;
    let zz = Principal::new("zz-key", SessionId::new("enrollment")).email(email);
    let zz = zz.role("zz-role").named("zz-name").may(Permissions::ALL);
    let _ = office.site.visit(&zz).await;
    let _ = office.site.visit(&Principal::new("bob", SessionId::new("s"))).await;
    let desk = office.desk(&zz).await;
    let rule = Rule::require(Whom::role("clerk"));
    office.factor().add_rule(&desk, None, rule).await.unwrap().unwrap();
    office.factor().reset(&desk, None, "bob", "why").await.unwrap().unwrap();
    let desk = office.desk(&office.root).await;
    let own = Rule::require(Whom::Subject(id("zz-key")));
    office.factor().add_rule(&desk, None, own).await.unwrap().unwrap();
    assert!(format!("{store:?}").contains("zz-"), "what is looked for can be found");

    for _ in 0..2 {
        office.factor().subject_removed(&id("zz-key")).await.unwrap();
    }
    assert!(office.record(&id("zz-key")).await.is_none());
    let rules = office.factor().rule_set(&desk, None).await.unwrap().unwrap().tenant;
    assert_eq!(rules.len(), 1, "a rule about nobody is none");
    let bytes = rules.to_bytes();
    assert!(!bytes.windows(3).any(|three| three == b"zz-"));
    let query = LogQuery { most: 1_000, ..LogQuery::default() };
    let entries = office.store.entries(&query).await.unwrap();
    assert!(!format!("{entries:?}").contains("zz-"), "{entries:#?}");
    let reset = entries.iter().find(|entry| &*entry.event == "administrator.reset").unwrap();
    let removed = entries.iter().find(|entry| &*entry.event == "subject.removed").unwrap();
    assert_eq!(reset.actor.as_ref(), Some(&removed.subject), "one pseudonym for one person");
    let whole = format!("{store:?}");
    let at = whole.find("zz-").map(|at| &whole[at.saturating_sub(80)..at + 20]);
    assert_eq!(at, None);
}

/// Root, as whom nobody acts, acting as ada.
fn acting(root: &Principal) -> Principal {
    Principal::new("ada", root.session().clone()).impersonated_by(root.clone())
}

#[tokio::test]
async fn the_actors_factor_counts_and_nothing_of_the_person_is_seen_or_touched() {
    let office = open(Policy::required()).await;
    office.site.enroll("ada").await;
    let (factor, ada) = (office.factor(), acting(&office.root));
    assert_eq!(office.site.visit(&ada).await, Decision::Allow, "root has shown a factor");
    let elsewhere = ada.clone().in_session(SessionId::new("elsewhere"));
    assert_eq!(office.site.visit(&elsewhere).await, Decision::Challenge);
    let overview = factor.overview(&ada, None, None).await.unwrap();
    assert!(overview.authenticators.is_empty() && overview.recovery.is_none() && !overview.may_add);
    let ticket = factor.open_ticket(&ada, &overview.ticket).unwrap();
    assert!(
        factor.open_ticket(&Principal::new("ada", SessionId::new("s")), &overview.ticket).is_none()
    );
    assert_eq!(factor.may_activate(&ada).await.unwrap(), Err(Denied::Impersonated));
    let begun = factor.begin(&ada, &ticket, Method::Totp).await.unwrap();
    assert_eq!(begun.err(), Some(Denied::Impersonated));
    let known = office.record(&id("ada")).await.unwrap();
    let app: AuthenticatorId = known.authenticators().first().unwrap().id();
    let name = Name::parse("mine").unwrap();
    let renamed = factor.rename(&ada, &ticket, app, &name, None).await.unwrap();
    assert_eq!(renamed, Err(Denied::Impersonated));
    assert_eq!(factor.remove(&ada, &ticket, app).await.unwrap(), Err(Denied::Impersonated));
    let codes = factor.renew_recovery_codes(&ada, &ticket).await.unwrap();
    assert_eq!(codes.err(), Some(Denied::Impersonated));
    let forgotten = factor.forget_devices(&ada, &ticket, None).await.unwrap();
    assert_eq!(forgotten, Err(Denied::Impersonated));
    assert_eq!(factor.put_off(&ada, &ticket).await.unwrap(), Err(Denied::Impersonated));
    let own = Principal::new("ada", SessionId::new("enrollment"));
    let form = office.site.form(&own).await;
    let begun = factor.begin(&own, &form, Method::Totp).await.unwrap().unwrap();
    let confirm = factor.open_ticket(&own, &begun.ticket).unwrap();
    let code = Code::parse("123456").unwrap();
    let confirmed = factor.confirm(&ada, &confirm, &code, None, KeepSession).await.unwrap();
    assert!(matches!(confirmed, Confirmation::Denied(Denied::Impersonated)), "{confirmed:?}");
    assert_eq!(office.record(&id("ada")).await.unwrap().epoch(), known.epoch());
}

#[tokio::test]
async fn disabling_on_behalf_wants_its_permission_and_a_recent_factor_and_names_both() {
    let office = open(Policy::offered()).await;
    let person = office.site.enroll("ada").await;
    let ada = person.in_session("s").email(Email::new("ada@acme.example"));
    let _ = office.site.visit(&ada).await;
    let factor = office.factor();
    let disable = async |root: &Principal, why: &str| {
        let ada = acting(root);
        let overview = factor.overview(&ada, None, None).await.unwrap();
        let form = factor.open_ticket(&ada, &overview.ticket).unwrap();
        factor.disable_on_behalf(&ada, &form, why).await.unwrap()
    };
    let weaker = office.root.clone().may(Permissions::NONE.enforce().reset());
    assert_eq!(disable(&weaker, "why").await, Err(Denied::Forbidden));
    assert_eq!(disable(&office.root, " ").await, Err(Denied::Malformed("reason")));
    let elsewhere = office.root.clone().in_session(SessionId::new("elsewhere"));
    assert_eq!(disable(&elsewhere, "why").await, Err(Denied::Challenge(Purpose::Manage)));
    let far = Principal::of(SubjectId::of_tenant("far", "root"), SessionId::new("s"));
    assert_eq!(disable(&far.may(Permissions::ALL), "why").await, Err(Denied::Forbidden));
    let own = Principal::new("root", SessionId::new("enrollment"));
    let own = own.impersonated_by(office.root.clone());
    let form = office.site.form(&own).await;
    let denied = factor.disable_on_behalf(&own, &form, "why").await.unwrap();
    assert_eq!(denied, Err(Denied::Forbidden), "nobody acts as themselves");
    let nobody = factor.disable_on_behalf(&office.root, &form, "why").await.unwrap();
    assert_eq!(nobody, Err(Denied::Unknown));
    assert_eq!(office.site.visit(&ada).await, Decision::Challenge);

    assert_eq!(disable(&office.root, "a lost phone").await, Ok(()));
    assert!(office.factor().delivered(Duration::from_secs(60)).await, "the notice is on its way");
    assert_eq!(office.site.visit(&ada).await, Decision::Allow);
    assert!(office.record(&id("ada")).await.unwrap().terms().held().is_none(), "nothing is forced");
    let log = office.log().await;
    let done =
        log.iter().find(|entry| &*entry.event == "administrator.disabled_on_behalf").unwrap();
    assert_eq!((&done.subject, done.actor.as_ref()), (&id("ada"), Some(office.root.subject())));
    assert_eq!(office.post.told(NoticeKind::Reset), ["ada@acme.example"]);
}
