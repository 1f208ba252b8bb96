//! The mailbox of the journeys: a line for each message, and the codes and links in it, which a person
//! would type or follow.

#![expect(clippy::unwrap_used, reason = "these are tests")]

use core::time::Duration;
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::authenticator::{Code, Method};
use countersign::flow::{Begun, Confirmation, LinkWorth};
use countersign::port::{FakeClock, KeepSession};
use countersign::secret::KeyRing;
use countersign::subject::{Email, Principal, SessionId};
use countersign::ticket::Ticket;
use countersign_conformance::Mailbox;
use countersign_memory::MemoryStore;

struct Post {
    factor: SecondFactor,
    clock: Arc<FakeClock>,
    mailbox: Mailbox,
}

impl Post {
    fn new() -> Self {
        let (mailbox, clock) = (Mailbox::default(), Arc::new(FakeClock::at(1_800_000_000)));
        let factor = SecondFactor::builder("Site", &KeyRing::example(), MemoryStore::default())
            .clock(Arc::<FakeClock>::clone(&clock))
            .courier(Arc::new(mailbox.clone()))
            .build();
        Self { factor, clock, mailbox }
    }

    async fn form(&self, principal: &Principal) -> Ticket {
        let form = self.factor.overview(principal, None, None).await.unwrap().ticket;
        self.factor.open_ticket(principal, &form).unwrap()
    }

    async fn begin(&self, principal: &Principal) -> Begun {
        let form = self.form(principal).await;
        let begun = self.factor.begin(principal, &form, Method::Email).await;
        self.arrive().await;
        begun.unwrap().unwrap()
    }

    async fn arrive(&self) {
        assert!(self.factor.delivered(Duration::from_secs(60)).await);
    }
}

fn person(address: &str) -> Principal {
    Principal::new(address, SessionId::new("s")).email(Email::new(address))
}

#[tokio::test]
async fn the_last_code_of_an_address_is_the_one_that_counts() {
    let (post, ada) = (Post::new(), person("ada@acme.example"));
    assert_eq!(post.mailbox.code_for("ada@acme.example"), None);
    let _first = post.begin(&ada).await;
    let first = post.mailbox.code_for("ada@acme.example");
    post.clock.advance(Duration::from_secs(30));
    let begun = post.begin(&ada).await;
    let _another = post.begin(&person("bob@acme.example")).await;

    let lines = ["ada@acme.example: Code", "ada@acme.example: Code", "bob@acme.example: Code"];
    assert_eq!(post.mailbox.take(), lines);
    assert!(post.mailbox.take().is_empty(), "they were taken out");
    let code = post.mailbox.code_for("ada@acme.example").unwrap();
    assert_ne!(Some(&code), first.as_ref());
    assert_eq!(post.mailbox.link_for("ada@acme.example"), None);

    let ticket = post.factor.open_ticket(&ada, &begun.ticket).unwrap();
    let code = Code::parse(&code).unwrap();
    let done = post.factor.confirm(&ada, &ticket, &code, None, KeepSession).await.unwrap();
    assert!(matches!(done, Confirmation::Done(_)), "{done:?}");
    post.arrive().await;
    assert_eq!(post.mailbox.take(), ["ada@acme.example: AuthenticatorAdded"]);
}

#[tokio::test]
async fn the_link_of_an_address_confirms_it() {
    let (post, address) = (Post::new(), "ada@acme.example");
    let ada = Principal::new("ada", SessionId::new("s")).email(Email::new(address).unconfirmed());
    let form = post.form(&ada).await;
    post.factor.ask_confirmation(&ada, &form).await.unwrap().unwrap();
    post.arrive().await;
    assert_eq!(post.mailbox.take(), ["ada@acme.example: Confirmation"]);
    assert_eq!(post.mailbox.code_for(address), None);
    assert_eq!(post.mailbox.link_for("bob@acme.example"), None);
    let link = post.mailbox.link_for(address).unwrap();
    let token = link.strip_prefix("confirm-address?token=").unwrap();
    let worth = post.factor.confirm_address(token).await.unwrap();
    assert_eq!(worth, LinkWorth::Confirmed { address: address.into() });
}
