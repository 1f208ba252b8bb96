//! A site with people in it: verbs for what a person does, so that a test reads like a journey.

#![expect(clippy::expect_used, clippy::panic, reason = "a journey that cannot begin has failed")]

use core::time::Duration;
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::authenticator::{Answer, Code, Method};
use countersign::decide::Decision;
use countersign::fault::Fault;
use countersign::flow::{
    Asked, Attempt, Builder, ChallengeView, Confirmation, RememberDevice, Showing, Verified,
};
use countersign::port::{FakeClock, KeepSession, Rotation, Store};
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign::ticket::Ticket;

use crate::totp;

/// When it is on the site.
const BEGIN: u64 = 1_800_000_000;

/// A site and its clock. Clones are one process.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Site {
    /// The library.
    pub second_factor: SecondFactor,
    /// The clock, which stands still.
    pub clock: Arc<FakeClock>,
}

/// What somebody has in hand after activation.
#[derive(Clone)]
#[expect(clippy::exhaustive_structs, missing_debug_implementations, reason = "it is all secrets")]
pub struct Person {
    /// The person's key.
    pub key: String,
    /// The set-up key of the app.
    pub set_up_key: String,
    /// The recovery codes.
    pub recovery_codes: Vec<String>,
}

impl Person {
    /// The person after the first factor, in a session.
    #[must_use]
    pub fn in_session(&self, session: &str) -> Principal {
        Principal::new(self.key.as_str(), SessionId::new(session))
    }
}

impl Site {
    /// A site over a store.
    pub fn over(store: impl Store) -> Self {
        let clock = Arc::new(FakeClock::at(BEGIN));
        Self { second_factor: builder(store, &clock).build(), clock }
    }

    /// Another process of this site, with what `settle` adds.
    #[must_use]
    pub fn another(&self, store: impl Store, settle: impl FnOnce(Builder) -> Builder) -> Self {
        let second_factor = settle(builder(store, &self.clock)).build();
        Self { second_factor, clock: Arc::clone(&self.clock) }
    }

    /// Moves the clock to the next TOTP step, in which nobody has used a code.
    pub fn next_step(&self) {
        self.clock.advance(Duration::from_secs(30));
    }

    /// Activates an app, and moves on to the next step.
    pub async fn enroll(&self, key: &str) -> Person {
        let mut person =
            Person { key: key.to_owned(), set_up_key: String::new(), recovery_codes: Vec::new() };
        let principal = person.in_session("enrollment");
        let form = self.form(&principal).await;
        let begun = self.second_factor.begin(&principal, &form, Method::Totp).await;
        let begun = begun.expect("no fault").expect("allowed");
        person.set_up_key = begun.set_up.expect("an app").seed.to_base32().to_string();
        let ticket = self.second_factor.open_ticket(&principal, &begun.ticket).expect("ours");
        let code = Code::parse(&self.right_code(&person)).expect("six digits");
        let confirmed =
            self.second_factor.confirm(&principal, &ticket, &code, None, KeepSession).await;
        let Ok(Confirmation::Done(done)) = confirmed else {
            panic!("not confirmed: {confirmed:?}")
        };
        person.recovery_codes = done.recovery_codes.iter().map(|code| code.grouped()).collect();
        self.next_step();
        person
    }

    /// The code that the person's app shows now.
    #[must_use]
    pub fn right_code(&self, person: &Person) -> String {
        totp::code(&person.set_up_key, self.second_factor.now().as_unix()).expect("a set-up key")
    }

    /// Codes that the person's app shows neither now nor soon.
    #[must_use]
    pub fn wrong_codes(&self, person: &Person, wanted: usize) -> Vec<String> {
        let now = self.second_factor.now().as_unix();
        totp::wrong_codes(&person.set_up_key, now, wanted).expect("a set-up key")
    }

    /// Opens the settings.
    pub async fn form(&self, principal: &Principal) -> Ticket {
        let overview = self.second_factor.overview(principal, None, None).await.expect("no fault");
        self.second_factor.open_ticket(principal, &overview.ticket).expect("ours")
    }

    /// Looks at the challenge.
    pub async fn look(&self, principal: &Principal) -> Box<ChallengeView> {
        let asked = self.second_factor.challenge(principal, None, None, None, Showing::First).await;
        let Ok(Asked::Show(view)) = asked else { panic!("nothing is asked: {asked:?}") };
        view
    }

    /// Looks at the challenge and takes its form along.
    pub async fn ask(&self, principal: &Principal) -> Ticket {
        let view = self.look(principal).await;
        self.second_factor.open_ticket(principal, &view.ticket).expect("ours")
    }

    /// Looks at the challenge in so many sessions.
    pub async fn ask_in(&self, person: &Person, sessions: usize) -> Vec<(Principal, Ticket)> {
        let mut asked = Vec::with_capacity(sessions);
        for session in 0..sessions {
            let principal = person.in_session(&format!("session {session}"));
            let ticket = self.ask(&principal).await;
            asked.push((principal, ticket));
        }
        asked
    }

    /// Sends the form back.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn answer(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        method: Method,
        typed: &str,
        rotation: impl Rotation,
    ) -> Result<Verified, Fault> {
        let answer = Answer::parse(method, typed).expect("well-formed");
        let attempt = Attempt {
            ticket,
            answer: &answer,
            remember: RememberDevice::No,
            device: None,
            browser: "",
        };
        self.second_factor.verify(principal, &attempt, rotation).await
    }

    /// Looks at the challenge and answers with a code from the app.
    pub async fn sign_in(&self, principal: &Principal, typed: &str) -> Verified {
        let ticket = self.ask(principal).await;
        self.answer(principal, &ticket, Method::Totp, typed, KeepSession).await.expect("no fault")
    }

    /// Asks for a page.
    pub async fn visit(&self, principal: &Principal) -> Decision {
        self.second_factor.guard(principal, || None).await.expect("no fault").decision
    }

    /// How many recovery codes are left.
    pub async fn codes_left(&self, principal: &Principal) -> usize {
        let overview = self.second_factor.overview(principal, None, None).await.expect("no fault");
        overview.recovery.map_or(0, |recovery| recovery.left)
    }
}

fn builder(store: impl Store, clock: &Arc<FakeClock>) -> Builder {
    // Two hundred who wait for each other's disk are slow, and that is not what is tested.
    SecondFactor::builder("Test", &KeyRing::example(), store)
        .store_timeout(Duration::from_secs(120))
        .clock(Arc::<FakeClock>::clone(clock))
}
