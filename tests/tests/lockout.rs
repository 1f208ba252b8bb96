//! A thief who knows the password, against the owner: what makes whom wait, and for how long.

use core::time::Duration;
use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use axum::routing::any;
use countersign::authenticator::Method;
use countersign::event::Entry;
use countersign::flow::Verified;
use countersign::port::{
    Audit, FakeClock, KeepSession, Rotation, Store, StoreError, Stored, Swapped, Version,
};
use countersign::record::Record;
use countersign::subject::{SessionId, SubjectId};
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, BEGIN, Browser};
use countersign_tests::site::Site;
use http::{StatusCode, header};
use tokio::sync::Notify;
use tokio::time::timeout;

const NO_CODE: &str = "00000-00000-00000-00000-00000";

/// Ada, with an app, in a session that has shown it.
async fn ada() -> Browser {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let web = door::web(door::second_factor(MemoryStore::default(), &clock).build());
    let app = Router::new().route("/account", any(|| async { "account" })).layer(door::layer(web));
    let mut ada = Browser::of(app, clock, "ada", "0");
    ada.activate().await;
    ada
}

async fn challenge(browser: &mut Browser) -> door::Answer {
    let stopped = browser.get("/account").await;
    browser.get(stopped.location()).await
}

#[tokio::test]
async fn five_wrong_codes_make_everybody_wait_and_a_right_one_then_tells_nothing() {
    let mut ada = ada().await.elsewhere("2");
    let page = challenge(&mut ada).await;
    for left in [4, 3, 2, 1, 0] {
        let form = [("csrf", page.csrf()), ("code", ada.wrong_code())];
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        let wrong = ada.post("/2fa/challenge", &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let said = match left {
            0 => "too many wrong codes".to_owned(),
            1 => "You have 1 try left".to_owned(),
            _ => format!("You have {left} tries left"),
        };
        assert!(wrong.body.contains(&said), "{said}: {}", wrong.body);
    }
    let mut waiting = Vec::new();
    for code in [ada.code(0), ada.wrong_code()] {
        let form = [("csrf", page.csrf()), ("code", code)];
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        let answer = ada.elsewhere("2").post("/2fa/challenge", &form).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.headers[header::RETRY_AFTER], "30");
        waiting.push(answer.body.replace(&answer.csrf(), ""));
    }
    assert_eq!(waiting[0], waiting[1], "a right and a wrong code are refused alike");

    // The right one was spent all the same; after the wait the next one passes.
    ada.clock.advance(Duration::from_secs(30));
    let again = ada.code(0);
    let page = challenge(&mut ada).await;
    let passed = ada.post("/2fa/challenge", &[("csrf", &page.csrf()), ("code", &again)]).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn after_twenty_wrong_codes_in_a_day_three_right_ones_in_a_row_let_the_owner_in() {
    let ada = ada().await;
    let mut thief = ada.elsewhere("thief");
    for _ in 0..20 {
        thief.answer("/account", &[("code", &ada.wrong_code())]).await;
        ada.clock.advance(Duration::from_secs(3_600));
    }
    let mut ada = ada.elsewhere("owner");
    for refused in [true, true, false] {
        let code = ada.code(0);
        let said = ada.answer("/account", &[("code", &code)]).await;
        assert_eq!(said.status == StatusCode::TOO_MANY_REQUESTS, refused, "{}", said.status);
        let wrong = thief.answer("/account", &[("code", &ada.wrong_code())]).await;
        assert_eq!(wrong.status, StatusCode::TOO_MANY_REQUESTS, "the day is not over");
        ada.clock.advance(Duration::from_secs(30));
    }
    assert_eq!(ada.get("/account").await.body, "account");
}

#[tokio::test]
async fn a_thief_with_the_password_does_not_lock_the_owner_out_of_recovery_for_ever() {
    let ada = ada().await;
    let mut thief = ada.elsewhere("thief");
    for _ in 0..400 {
        thief.recovers(NO_CODE).await;
        ada.clock.advance(Duration::from_secs(3_601));
    }
    ada.clock.advance(Duration::from_secs(5 * 365 * 86_400));
    let mut owner = ada.elsewhere("owner");
    let answer = owner.recovers(&ada.recovery_codes[0]).await;
    assert_eq!(
        answer.status,
        303,
        "five years later: {}",
        answer.headers.get("retry-after").map_or("", |v| v.to_str().unwrap())
    );
}

#[tokio::test]
async fn a_thief_with_the_password_does_not_block_recovery_today() {
    let ada = ada().await;
    let mut thief = ada.elsewhere("thief");
    for _ in 0..5 {
        thief.recovers(NO_CODE).await;
    }
    let mut owner = ada.elsewhere("owner");
    assert_eq!(owner.recovers(&ada.recovery_codes[0]).await.status, 303);
}

#[tokio::test]
async fn sending_a_right_code_twice_does_not_break_the_run_that_ends_a_wait() {
    let ada = ada().await;
    let mut thief = ada.elsewhere("thief");
    for _ in 0..5 {
        thief.answer("/account", &[("code", &ada.wrong_code())]).await;
    }
    for _ in 0..40 {
        ada.clock.advance(Duration::from_secs(3_601));
        thief.answer("/account", &[("code", &ada.wrong_code())]).await;
    }
    let mut owner = ada.elsewhere("owner");
    let mut last = None;
    for _ in 0..3 {
        let code = owner.code(0);
        last = Some(owner.answer("/account", &[("code", &code)]).await);
        if last.as_ref().unwrap().status == 303 {
            break;
        }
        owner.answer("/account", &[("code", &code)]).await; // reloaded, or clicked twice
        ada.clock.advance(Duration::from_secs(30));
    }
    assert_eq!(last.unwrap().status, 303);
}

#[tokio::test]
async fn a_clock_that_was_wrong_once_does_no_lasting_harm_to_recovery() {
    let ada = ada().await;
    let now = BEGIN + 600;
    ada.clock.set(now + 70 * 365 * 86_400);
    let mut owner = ada.elsewhere("a");
    owner.recovers(NO_CODE).await;
    ada.clock.set(now);
    for day in 0..30 {
        let mut typo = ada.elsewhere(&format!("s{day}"));
        typo.recovers(NO_CODE).await;
        ada.clock.advance(Duration::from_secs(86_400));
    }
    ada.clock.advance(Duration::from_secs(3 * 365 * 86_400));
    let answer = owner.recovers(&ada.recovery_codes[0]).await;
    assert_eq!(answer.status, 303, "{:?}", answer.headers.get("retry-after"));
}

/// Longer than anything here takes: what hangs, hangs until the test is over.
const FOR_EVER: Duration = Duration::from_secs(600);
const PATIENCE: Duration = Duration::from_secs(60);

/// An application whose sessions hang. It says when they do.
struct Hangs(Arc<Notify>);
impl Rotation for Hangs {
    async fn rotate(self) -> Result<Option<SessionId>, Box<dyn Error + Send + Sync>> {
        self.0.notify_one();
        core::future::pending().await
    }
}

/// An audit that hangs over wrong codes. It says when it does.
#[derive(Debug)]
struct HangingAudit(Arc<Notify>);
#[async_trait]
impl Audit for HangingAudit {
    async fn record(&self, entry: &Entry) {
        if &*entry.event == "challenge.failed" {
            self.0.notify_one();
            core::future::pending().await
        }
    }
}

#[tokio::test]
async fn a_session_store_that_hangs_for_one_subject_stalls_no_other() {
    let site = Site::over(MemoryStore::default());
    let site = site.another(MemoryStore::default(), |b| b.store_timeout(FOR_EVER));
    let slow = site.enroll("slow").await;
    let other = site.enroll("other").await;
    let (principal, code) = (slow.in_session("a"), site.right_code(&slow));
    let ticket = site.ask(&principal).await;
    let (hung, hangs) = (site.clone(), Arc::new(Notify::new()));
    let rotation = Hangs(Arc::clone(&hangs));
    tokio::spawn(async move {
        let _ = hung.answer(&principal, &ticket, Method::Totp, &code, rotation).await;
    });
    timeout(PATIENCE, hangs.notified()).await.expect("it hangs");
    let principal = other.in_session("b");
    let ticket = site.ask(&principal).await;
    let code = site.right_code(&other);
    let answer = site.answer(&principal, &ticket, Method::Totp, &code, KeepSession);
    let answer = timeout(PATIENCE, answer).await.expect("it waits for no other");
    assert!(matches!(answer, Ok(Verified::Passed { .. })), "{answer:?}");
}

#[tokio::test]
async fn an_audit_that_hangs_stalls_nobodys_next_answer() {
    let site = Site::over(MemoryStore::default());
    let hangs = Arc::new(Notify::new());
    let audit = Arc::new(HangingAudit(Arc::clone(&hangs)));
    let site = site
        .another(MemoryStore::default(), |builder| builder.audit(audit).store_timeout(FOR_EVER));
    let slow = site.enroll("slow").await;
    let principal = slow.in_session("a");
    let ticket = site.ask(&principal).await;
    let wrong = site.wrong_codes(&slow, 1).remove(0);
    let hung = (site.clone(), principal.clone(), ticket.clone());
    tokio::spawn(async move {
        let _ = hung.0.answer(&hung.1, &hung.2, Method::Totp, &wrong, KeepSession).await;
    });
    timeout(PATIENCE, hangs.notified()).await.expect("it hangs");
    let id = SubjectId::new("slow");
    let changed = timeout(PATIENCE, site.second_factor.credentials_changed(&id)).await;
    let changed = changed.expect("it waits for no audit");
    assert!(changed.is_ok(), "a password was changed and the old sessions live on: {changed:?}");
}

/// A store that takes five milliseconds a call.
#[derive(Debug)]
struct Slow(MemoryStore);
#[async_trait]
impl Store for Slow {
    async fn load(&self, subject: &SubjectId) -> Result<Option<Stored>, StoreError> {
        tokio::time::sleep(Duration::from_millis(5)).await;
        self.0.load(subject).await
    }
    async fn swap(
        &self,
        subject: &SubjectId,
        expected: Option<Version>,
        record: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        tokio::time::sleep(Duration::from_millis(5)).await;
        self.0.swap(subject, expected, record).await
    }
    async fn ready(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

#[tokio::test]
async fn a_flood_of_guesses_does_not_shut_the_owner_and_the_neighbours_out() {
    let site = Site::over(MemoryStore::default());
    let site =
        site.another(Slow(MemoryStore::default()), |b| b.store_timeout(Duration::from_secs(2)));
    let ada = site.enroll("ada").await;
    let neighbour = site.enroll("other").await;
    let wrong = site.wrong_codes(&ada, 1).remove(0);
    for n in 0..150 {
        let (site, thief) = (site.clone(), ada.in_session(&format!("thief {n}")));
        let ticket = site.ask(&thief).await;
        let wrong = wrong.clone();
        tokio::spawn(async move {
            loop {
                let _ = site.answer(&thief, &ticket, Method::Totp, &wrong, KeepSession).await;
            }
        });
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let mut answers = Vec::new();
    for person in [&ada, &neighbour] {
        let principal = person.in_session("owner");
        let ticket = site.ask(&principal).await;
        let code = site.right_code(person);
        answers.push(site.answer(&principal, &ticket, Method::Totp, &code, KeepSession).await);
    }
    // The owner may have to wait, like everybody who is guessed at; but they are answered.
    assert!(answers[0].is_ok(), "{answers:?}");
    assert!(matches!(answers[1], Ok(Verified::Passed { .. })), "{answers:?}");
    site.second_factor.credentials_changed(&SubjectId::new("ada")).await.unwrap();
}
