//! A site with a letter box, and people with addresses.

use core::time::Duration;
use std::sync::Arc;

use countersign::authenticator::{Code, Method};
use countersign::flow::{Asked, Builder, Confirmation, Sending, Showing, Verified};
use countersign::port::KeepSession;
use countersign::subject::{Email, Principal, SessionId};
use countersign::ticket::{Purpose, Ticket};
use countersign_tests::letter_box::LetterBox;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Site;

use crate::owed::delivered;

/// Longer than the slowest machine takes, also where it comes late to a message that waits for a minute
/// before its next try.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// A site, its store and its letter box.
#[derive(Clone)]
pub(crate) struct Town {
    pub(crate) site: Site,
    pub(crate) store: SharedStore,
    pub(crate) letters: LetterBox,
}

/// Runs a test on every store.
pub(crate) async fn in_every_town(settle: impl Fn(Builder) -> Builder, test: impl AsyncFn(Town)) {
    for backend in countersign_tests::backends::all().unwrap() {
        println!("on {}", backend.name());
        test(Town::over(backend.open().await.unwrap(), &settle)).await;
    }
}

impl Town {
    pub(crate) fn over(store: SharedStore, settle: impl Fn(Builder) -> Builder) -> Self {
        let letters = LetterBox::default();
        let site = Site::over(store.clone())
            .another(store.clone(), |builder| settle(builder.courier(Arc::new(letters.clone()))));
        Self { site, store, letters }
    }

    pub(crate) fn advance(&self, seconds: u64) {
        self.site.clock.advance(Duration::from_secs(seconds));
    }

    /// Brings codes by mail into use, in a session of its own, and waits until another code can be
    /// sent.
    pub(crate) async fn enroll_mail(&self, principal: &Principal) -> Vec<String> {
        let factor = &self.site.second_factor;
        let to = address_of(principal);
        let before = self.letters.out().len();
        let form = self.site.form(principal).await;
        let begun = factor.begin(principal, &form, Method::Email).await.unwrap().unwrap();
        let ticket = factor.open_ticket(principal, &begun.ticket).unwrap();
        let code = self.newest(&to, before).await;
        let code = Code::parse(&code).unwrap();
        let done = factor.confirm(principal, &ticket, &code, None, KeepSession).await.unwrap();
        let Confirmation::Done(done) = done else { panic!("not confirmed: {done:?}") };
        delivered(self).await;
        self.advance(30);
        done.recovery_codes.iter().map(|code| code.grouped()).collect()
    }

    /// The code that came to an address after so many messages in all.
    pub(crate) async fn newest(&self, to: &str, before: usize) -> String {
        let old = self.letters.out();
        let old = old
            .iter()
            .take(before)
            .filter(|known| *known.to == *to && known.content.name() == "code");
        let wanted = old.count() + 1;
        self.letters.code(to, wanted).await
    }

    /// The challenge by mail, as its page would show it.
    pub(crate) async fn by_mail(&self, principal: &Principal, from: Option<&Ticket>) -> Ticket {
        let factor = &self.site.second_factor;
        let asked = factor
            .challenge(principal, from, Some(Method::Email), None, Showing::First)
            .await
            .unwrap();
        let Asked::Show(view) = asked else { panic!("nothing is asked: {asked:?}") };
        assert_eq!(view.method, Method::Email, "{view:?}");
        factor.open_ticket(principal, &view.ticket).unwrap()
    }

    /// A challenge of that purpose.
    pub(crate) fn purpose(&self, principal: &Principal, purpose: Purpose) -> Ticket {
        let factor = &self.site.second_factor;
        let text = factor.ticket(principal, purpose, None).unwrap();
        factor.open_ticket(principal, &text).unwrap()
    }

    /// Presses "send", and gives the code that came.
    pub(crate) async fn send(&self, principal: &Principal, ticket: &Ticket) -> String {
        let before = self.letters.out().len();
        let sending = self.site.second_factor.send_code(principal, ticket).await.unwrap();
        assert!(matches!(sending, Sending::Sent(_)), "{sending:?}");
        self.newest(&address_of(principal), before).await
    }

    pub(crate) async fn answer(
        &self,
        principal: &Principal,
        ticket: &Ticket,
        code: &str,
    ) -> Verified {
        self.site.answer(principal, ticket, Method::Email, code, KeepSession).await.unwrap()
    }
}

fn address_of(principal: &Principal) -> String {
    principal.address().map(|email| email.address.to_string()).unwrap()
}

/// Somebody with a confirmed address.
pub(crate) fn person(key: &str, session: &str) -> Principal {
    Principal::new(key, SessionId::new(session)).email(Email::new(format!("{key}@mail.example")))
}

/// Waits for what comes about behind the scenes.
pub(crate) async fn until(what: &str, done: impl AsyncFn() -> bool) {
    let wait = async {
        while !done().await {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, wait).await;
    assert!(came.is_ok(), "waited in vain for {what}");
}

/// Another code than this one.
pub(crate) fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}
