//! Somebody in the middle of everything, when the store breaks.

#![expect(clippy::expect_used, clippy::panic, reason = "the store is not broken yet, or no longer")]

use core::borrow::Borrow;

use countersign::authenticator::{Answer, Code, Method};
use countersign::decide::Decision;
use countersign::fault::{Fault, FaultKind};
use countersign::flow::{Attempt, Confirmation, RememberDevice, Showing, Verified};
use countersign::port::KeepSession;
use countersign::subject::Principal;
use countersign::ticket::Ticket;

use crate::site::{Person, Site};
use crate::totp;

/// A flow, and what was wrong with it.
pub type Found = (&'static str, Option<FaultKind>);

/// A person with three browsers: one that is activating a second app, one that is looking at the
/// challenge, and one that is remembered.
#[expect(missing_debug_implementations, reason = "it is all secrets")]
#[non_exhaustive]
pub struct Visitor {
    /// In a session that has shown nothing, with the challenge open.
    pub half: Principal,
    person: Person,
    challenge: Ticket,
    known: Principal,
    form: Ticket,
    confirm: Ticket,
    first_code: Code,
    token: String,
}

/// What is wrong with a result, if anything is.
pub fn fault<T>(result: Result<T, impl Borrow<Fault>>) -> Option<FaultKind> {
    result.err().map(|fault| fault.borrow().kind())
}

impl Visitor {
    /// Comes to a site whose store is not broken yet.
    pub async fn at(site: &Site, key: &str) -> Self {
        let person = site.enroll(key).await;
        let token = Self::remembered(site, &person).await;
        let known = person.in_session("enrollment");
        let form = site.form(&known).await;
        let begun = site.second_factor.begin(&known, &form, Method::Totp).await;
        let begun = begun.expect("no fault").expect("allowed");
        let confirm = site.second_factor.open_ticket(&known, &begun.ticket).expect("ours");
        let set_up_key = begun.set_up.expect("an app").seed.to_base32();
        let first_code = totp::code(&set_up_key, site.second_factor.now().as_unix());
        let first_code = Code::parse(&first_code.expect("a set-up key")).expect("six digits");
        let half = person.in_session("half");
        let challenge = site.ask(&half).await;
        Self { half, person, challenge, known, form, confirm, first_code, token }
    }

    /// The token of a browser that is remembered.
    async fn remembered(site: &Site, person: &Person) -> String {
        let principal = person.in_session("remembered");
        let answer = Answer::parse(Method::Totp, &site.right_code(person)).expect("six digits");
        let ticket = site.ask(&principal).await;
        let attempt = Attempt {
            ticket: &ticket,
            answer: &answer,
            remember: RememberDevice::Yes,
            device: None,
            browser: "",
        };
        let verified = site.second_factor.verify(&principal, &attempt, KeepSession).await;
        site.next_step();
        match verified {
            Ok(Verified::Passed { device: Some(device), .. }) => device.token.expose(),
            other => panic!("not remembered: {other:?}"),
        }
    }

    /// Does whatever only reads.
    pub async fn reads(&self, site: &Site) -> [Found; 4] {
        let factor = &site.second_factor;
        [
            ("guard, nothing shown", fault(factor.guard(&self.half, || None).await)),
            ("guard, a factor shown", fault(factor.guard(&self.known, || None).await)),
            (
                "challenge",
                fault(factor.challenge(&self.half, None, None, None, Showing::First).await),
            ),
            ("overview", fault(factor.overview(&self.half, None, None).await)),
        ]
    }

    /// Does whatever writes.
    pub async fn writes(&self, site: &Site) -> [Found; 4] {
        let factor = &site.second_factor;
        [
            (
                "guard, remembered",
                fault(factor.guard(&self.new_session(), || Some(&self.token)).await),
            ),
            ("verify", fault(self.verify(site).await)),
            ("begin", fault(factor.begin(&self.known, &self.form, Method::Totp).await)),
            ("confirm", fault(self.confirm(site).await)),
        ]
    }

    /// Does it all, with success, with the codes that were tried before.
    ///
    /// # Panics
    /// Something is spent, or over.
    pub async fn carry_on(&self, site: &Site) {
        let factor = &site.second_factor;
        let passage = factor.guard(&self.new_session(), || Some(&self.token)).await;
        assert_eq!(passage.expect("no fault").decision, Decision::Allow);
        let verified = self.verify(site).await.expect("no fault");
        assert!(matches!(verified, Verified::Passed { .. }), "{verified:?}");
        let confirmed = self.confirm(site).await.expect("no fault");
        assert!(matches!(confirmed, Confirmation::Done(_)), "{confirmed:?}");
    }

    /// The remembered browser, after another first factor.
    fn new_session(&self) -> Principal {
        self.person.in_session("of the remembered device")
    }

    async fn verify(&self, site: &Site) -> Result<Verified, Fault> {
        let code = site.right_code(&self.person);
        site.answer(&self.half, &self.challenge, Method::Totp, &code, KeepSession).await
    }

    async fn confirm(&self, site: &Site) -> Result<Confirmation, Fault> {
        let (factor, keep) = (&site.second_factor, KeepSession);
        factor.confirm(&self.known, &self.confirm, &self.first_code, None, keep).await
    }
}
