//! Confirming an address: by a link in a mail, once, within a day, for the address to which it went.

use countersign::authenticator::{Delivery, Method};
use countersign::flow::{Denied, LinkWorth};
use countersign::subject::{Email, Principal};
use countersign_tests::crowd::at_once;
use countersign_tests::letter_box::Weather;

use crate::owed::delivered;
use crate::town::{Town, in_every_town, person};

const ADDRESS: &str = "ada@mail.example";

fn unconfirmed(session: &str) -> Principal {
    person("ada", session).email(Email::new(ADDRESS).unconfirmed())
}

async fn ask(town: &Town, principal: &Principal) -> Result<(), Denied> {
    let form = town.site.form(principal).await;
    town.site.second_factor.ask_confirmation(principal, &form).await.unwrap()
}

async fn link(town: &Town, wanted: usize) -> String {
    town.letters.links(ADDRESS, wanted).await.pop().unwrap()
}

async fn offers_mail(town: &Town, principal: &Principal) -> bool {
    let overview = town.site.second_factor.overview(principal, None, None).await.unwrap();
    overview.offers.contains(&Method::Email)
}

fn confirmed() -> LinkWorth {
    LinkWorth::Confirmed { address: ADDRESS.into() }
}

#[tokio::test]
async fn a_link_confirms_when_its_button_is_pressed_and_not_when_it_is_opened() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let (factor, ada) = (&town.site.second_factor, unconfirmed("s"));
            ask(&town, &ada).await.unwrap();
            let token = link(&town, 1).await;
            let open = LinkWorth::Open { address: ADDRESS.into() };
            for _ in 0..3 {
                assert_eq!(factor.link_worth(&token).await.unwrap(), open);
            }
            assert!(!offers_mail(&town, &ada).await);
            assert_eq!(factor.confirm_address(&token).await.unwrap(), confirmed());
            assert!(offers_mail(&town, &ada).await);
            // Pressed twice, it says that it is done.
            assert_eq!(factor.confirm_address(&token).await.unwrap(), confirmed());
            assert_eq!(
                ask(&town, &ada).await,
                Err(Denied::NotOffered),
                "there is nothing to confirm"
            );
            town.enroll_mail(&ada).await;
        },
    )
    .await;
}

#[tokio::test]
async fn a_link_is_good_for_a_day_and_only_the_newest() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let (factor, ada) = (&town.site.second_factor, unconfirmed("s"));
            ask(&town, &ada).await.unwrap();
            let first = link(&town, 1).await;
            assert!(matches!(ask(&town, &ada).await, Err(Denied::Wait { .. })));
            town.advance(30);
            ask(&town, &ada).await.unwrap();
            let second = link(&town, 2).await;
            assert_eq!(factor.confirm_address(&first).await.unwrap(), LinkWorth::Over);
            town.advance(86_399);
            assert!(matches!(factor.link_worth(&second).await.unwrap(), LinkWorth::Open { .. }));
            town.advance(1);
            assert_eq!(factor.confirm_address(&second).await.unwrap(), LinkWorth::Over);
            assert!(!offers_mail(&town, &ada).await);
        },
    )
    .await;
}

#[tokio::test]
async fn a_link_confirms_the_address_to_which_it_went_and_no_other() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let (factor, ada) = (&town.site.second_factor, unconfirmed("s"));
            ask(&town, &ada).await.unwrap();
            let token = link(&town, 1).await;
            let moved = ada.clone().email(Email::new("new@mail.example").unconfirmed());
            factor.confirm_address(&token).await.unwrap();
            assert!(!offers_mail(&town, &moved).await, "it is another address");
            assert!(offers_mail(&town, &ada).await);
            // One that others have too is nobody's.
            let shared = ada.clone().email(Email::new(ADDRESS).unconfirmed().shared());
            assert!(!offers_mail(&town, &shared).await);
            assert_eq!(ask(&town, &shared).await, Err(Denied::NotOffered));
        },
    )
    .await;
}

#[tokio::test]
async fn what_is_no_link_of_ours_is_unknown() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let (factor, ada) = (&town.site.second_factor, unconfirmed("s"));
            ask(&town, &ada).await.unwrap();
            let token = link(&town, 1).await;
            let form = factor.overview(&ada, None, None).await.unwrap().ticket;
            let cut = &token[..token.len() - 1];
            let long = "A".repeat(100_000);
            for bad in ["", "A", "====", "\u{e9}", cut, &token[1..], &form, &long] {
                assert_eq!(factor.confirm_address(bad).await.unwrap(), LinkWorth::Unknown, "{bad}");
                assert_eq!(factor.link_worth(bad).await.unwrap(), LinkWorth::Unknown, "{bad}");
            }
            assert!(!offers_mail(&town, &ada).await);
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_presses_at_once_confirm_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let ada = unconfirmed("s");
            ask(&town, &ada).await.unwrap();
            let token = link(&town, 1).await;
            let presses = (0..50).map(|_| {
                let (town, token) = (town.clone(), token.clone());
                async move { town.site.second_factor.confirm_address(&token).await.unwrap() }
            });
            for worth in at_once(presses).await {
                assert_eq!(worth, confirmed());
            }
        },
    )
    .await;
}

#[tokio::test]
async fn a_link_that_did_not_go_out_is_said_to_and_can_be_asked_for_again_at_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let (factor, ada) = (&town.site.second_factor, unconfirmed("s"));
            town.letters.weather(Weather::Refusing);
            ask(&town, &ada).await.unwrap();
            delivered(&town).await;
            let address = factor.overview(&ada, None, None).await.unwrap().address.unwrap();
            assert_eq!((address.sent, address.wait), (Some(Delivery::Failed), None));
            town.letters.weather(Weather::Fair);
            ask(&town, &ada).await.unwrap();
            let token = link(&town, 1).await;
            assert_eq!(factor.confirm_address(&token).await.unwrap(), confirmed());
        },
    )
    .await;
}
