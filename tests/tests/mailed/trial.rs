//! What a mailed code has made counts as a mailed code for a day. Otherwise whoever has the password and
//! an open mailbox would have a recent factor a minute later.

use core::time::Duration;

use countersign::authenticator::Method;
use countersign::decide::Decision;
use countersign::flow::{Asked, Showing};
use countersign::policy::Policy;
use countersign::subject::Principal;
use countersign::ticket::Purpose;

use crate::methods::{add_app, by_app, by_mail, by_recovery};
use crate::town::{Town, in_every_town, person};

const DAY: u64 = 86_400;

/// What comes of asking this session for a recent factor.
async fn step_up(town: &Town, principal: &Principal) -> Decision {
    let factor = &town.site.second_factor;
    let passage = factor.guard(principal, || None).await.unwrap();
    assert_eq!(passage.decision, Decision::Allow, "it is let in");
    factor.step_up(principal, &passage, Duration::from_secs(300)).await.unwrap()
}

/// With what a step-up can be answered, and until when what is there is on trial.
async fn asked_for(town: &Town, principal: &Principal) -> (Vec<Method>, bool) {
    let asked = town.purpose(principal, Purpose::StepUp { max_age: 300 });
    let factor = &town.site.second_factor;
    let shown = factor.challenge(principal, Some(&asked), None, None, Showing::First).await;
    let Ok(Asked::Show(view)) = shown else { panic!("{shown:?}") };
    (view.methods, view.on_trial_until.is_some())
}

/// Makes new recovery codes, and gives the first.
async fn renew(town: &Town, principal: &Principal) -> String {
    let form = town.site.form(principal).await;
    let renewed = town.site.second_factor.renew_recovery_codes(principal, &form).await;
    renewed.unwrap().unwrap().first().unwrap().grouped()
}

#[tokio::test]
async fn an_app_that_a_mailed_code_added_is_no_recent_factor_for_a_day() {
    in_every_town(
        |town| town.policy(Policy::required()),
        async |town: Town| {
            let codes = town.enroll_mail(&person("ada", "first")).await;
            let thief = person("ada", "of somebody with the mailbox");
            by_mail(&town, &thief).await;
            let key = add_app(&town, &thief).await.unwrap();
            assert_eq!(step_up(&town, &thief).await, Decision::Challenge);
            assert_eq!(asked_for(&town, &thief).await, (vec![Method::Recovery], true));
            let again = person("ada", "again");
            by_app(&town, &again, &key).await;
            assert_eq!(step_up(&town, &again).await, Decision::Challenge);
            // A second one makes it no better.
            let second = add_app(&town, &again).await.unwrap();
            by_app(&town, &person("ada", "second"), &second).await;
            assert_eq!(step_up(&town, &person("ada", "second")).await, Decision::Challenge);

            // The owner has something better at hand.
            let owner = person("ada", "owner");
            by_recovery(&town, &owner, &codes[0]).await;
            assert_eq!(step_up(&town, &owner).await, Decision::Allow);

            town.advance(DAY);
            let later = person("ada", "later");
            by_app(&town, &later, &key).await;
            assert_eq!(step_up(&town, &later).await, Decision::Allow);
        },
    )
    .await;
}

#[tokio::test]
async fn who_sets_codes_by_mail_up_can_add_an_app_in_the_same_session_that_counts_at_once() {
    in_every_town(
        |town| town.policy(Policy::required()),
        async |town: Town| {
            let ada = person("ada", "first");
            town.enroll_mail(&ada).await;
            let key = add_app(&town, &ada).await.unwrap();
            assert_eq!(step_up(&town, &ada).await, Decision::Allow);
            let next = person("ada", "next");
            by_app(&town, &next, &key).await;
            assert_eq!(step_up(&town, &next).await, Decision::Allow);
        },
    )
    .await;
}

#[tokio::test]
async fn recovery_codes_that_a_mailed_code_made_are_no_recent_factor_for_a_day() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let thief = person("ada", "of somebody with the mailbox");
            by_mail(&town, &thief).await;
            let code = renew(&town, &thief).await;
            let again = person("ada", "again");
            by_recovery(&town, &again, &code).await;
            assert_eq!(step_up(&town, &again).await, Decision::Enroll);
            let asked = town.purpose(&again, Purpose::StepUp { max_age: 300 });
            let factor = &town.site.second_factor;
            let led = factor.challenge(&again, Some(&asked), None, None, Showing::First).await;
            assert!(matches!(led, Ok(Asked::Enroll(_))), "{led:?}");
            // Nor is what such a code adds.
            let key = add_app(&town, &again).await.unwrap();
            assert_eq!(step_up(&town, &again).await, Decision::Challenge);
            by_app(&town, &person("ada", "by app"), &key).await;
            assert_eq!(step_up(&town, &person("ada", "by app")).await, Decision::Challenge);

            let thief = person("ada", "of somebody with the mailbox again");
            by_mail(&town, &thief).await;
            let code = renew(&town, &thief).await;
            town.advance(DAY);
            let later = person("ada", "later");
            by_recovery(&town, &later, &code).await;
            assert_eq!(step_up(&town, &later).await, Decision::Allow);
        },
    )
    .await;
}

#[tokio::test]
async fn who_takes_codes_by_mail_away_by_a_mailed_code_begins_anew_with_no_more() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            town.enroll_mail(&person("ada", "first")).await;
            let thief = person("ada", "of somebody with the mailbox");
            by_mail(&town, &thief).await;
            let form = town.site.form(&thief).await;
            let own = factor.overview(&thief, None, None).await.unwrap().authenticators[0].id();
            assert_eq!(factor.remove(&thief, &form, own).await.unwrap(), Ok(()));
            let key = add_app(&town, &thief).await.unwrap();
            assert_eq!(step_up(&town, &thief).await, Decision::Challenge);
            assert_eq!(asked_for(&town, &thief).await, (vec![], true));
            let again = person("ada", "again");
            by_app(&town, &again, &key).await;
            assert_eq!(step_up(&town, &again).await, Decision::Challenge);

            town.advance(DAY);
            let later = person("ada", "later");
            by_app(&town, &later, &key).await;
            assert_eq!(step_up(&town, &later).await, Decision::Allow);
        },
    )
    .await;
}

#[tokio::test]
async fn who_adds_codes_by_mail_to_an_app_keeps_what_the_app_has_shown() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let ada = person("ada", "first");
            let key = add_app(&town, &ada).await.unwrap();
            assert_eq!(step_up(&town, &ada).await, Decision::Allow);
            town.enroll_mail(&ada).await;
            assert_eq!(step_up(&town, &ada).await, Decision::Allow);
            // But for no longer than without.
            town.advance(300);
            assert_eq!(step_up(&town, &ada).await, Decision::Challenge);
            by_app(&town, &person("ada", "next"), &key).await;
        },
    )
    .await;
}

#[tokio::test]
async fn where_a_mailed_code_is_a_recent_factor_so_is_what_it_makes() {
    in_every_town(
        |town| town.policy(Policy::offered().unsafe_step_up_by_mail()),
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "next");
            by_mail(&town, &ada).await;
            let key = add_app(&town, &ada).await.unwrap();
            assert_eq!(step_up(&town, &ada).await, Decision::Allow);
            by_app(&town, &person("ada", "by app"), &key).await;
            assert_eq!(step_up(&town, &person("ada", "by app")).await, Decision::Allow);
        },
    )
    .await;
}
