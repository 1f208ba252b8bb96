//! What a mailed code is worth: it lets in, and makes nothing of itself that is worth more.

use core::time::Duration;

use countersign::authenticator::{Answer, Code, Method, Methods};
use countersign::decide::Decision;
use countersign::flow::{Asked, Attempt, Confirmation, Denied, RememberDevice, Showing, Verified};
use countersign::policy::{Policy, Rule, Whom};
use countersign::port::KeepSession;
use countersign::subject::{Email, Principal};
use countersign::ticket::Purpose;
use countersign_tests::totp;

use crate::methods::{add_app, app_of, by_app, by_mail, by_recovery};
use crate::town::{Town, in_every_town, person};

#[tokio::test]
async fn a_mailed_code_is_no_recent_factor_unless_the_policy_says_so() {
    let limit = Duration::from_secs(300);
    for lenient in [false, true] {
        let policy = match lenient {
            true => Policy::required().unsafe_step_up_by_mail(),
            false => Policy::required(),
        };
        in_every_town(
            |town| town.policy(policy.clone()),
            async |town: Town| {
                let factor = &town.site.second_factor;
                let ada = person("ada", "first");
                town.enroll_mail(&ada).await;
                let step_up = async |principal: &Principal| {
                    let passage = factor.guard(principal, || None).await.unwrap();
                    assert_eq!(passage.decision, Decision::Allow);
                    factor.step_up(principal, &passage, limit).await.unwrap()
                };
                if lenient {
                    assert_eq!(step_up(&ada).await, Decision::Allow);
                    return;
                }
                // Nothing that they have would do, so they are led to what would.
                assert_eq!(step_up(&ada).await, Decision::Enroll);
                let asked = town.purpose(&ada, Purpose::StepUp { max_age: 300 });
                let shown = factor.challenge(&ada, Some(&asked), None, None, Showing::First).await;
                let Ok(Asked::Show(view)) = shown else { panic!("{shown:?}") };
                assert_eq!(view.methods, [Method::Recovery]);
                let key = add_app(&town, &ada).await.unwrap();
                assert_eq!(step_up(&ada).await, Decision::Allow);

                // With an app it is the app that is asked for.
                let other = person("ada", "second");
                by_mail(&town, &other).await;
                assert_eq!(step_up(&other).await, Decision::Challenge);
                let asked = town.purpose(&other, Purpose::StepUp { max_age: 300 });
                let shown =
                    factor.challenge(&other, Some(&asked), None, None, Showing::First).await;
                let Ok(Asked::Show(view)) = shown else { panic!("{shown:?}") };
                assert_eq!(view.methods, [Method::Totp, Method::Recovery]);
                by_app(&town, &person("ada", "third"), &key).await;
            },
        )
        .await;
    }
}

#[tokio::test]
async fn a_mailed_code_is_no_recent_factor_where_mail_was_set_up_after_a_recovery_code() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = town.site.enroll("ada").await;
            let to = |session: &str| person("ada", session);
            let found = to("of somebody who found a recovery code");
            by_recovery(&town, &found, &ada.recovery_codes[0]).await;
            town.enroll_mail(&found).await;

            let thief = to("of somebody with the mailbox");
            by_mail(&town, &thief).await;
            let passage = factor.guard(&thief, || None).await.unwrap();
            assert_eq!(passage.decision, Decision::Allow);
            let shown = passage.standing.and_then(countersign::standing::Standing::shown).unwrap();
            assert_eq!((shown.method, shown.steps_up), (Method::Email, false));
            let limit = Duration::from_secs(300);
            let decision = factor.step_up(&thief, &passage, limit).await.unwrap();
            assert_eq!(decision, Decision::Challenge);
        },
    )
    .await;
}

#[tokio::test]
async fn who_came_by_mail_takes_no_app_away_and_adds_none_beside_it() {
    for lenient in [false, true] {
        let policy = match lenient {
            true => Policy::offered().unsafe_step_up_by_mail(),
            false => Policy::offered(),
        };
        in_every_town(
            |town| town.policy(policy.clone()),
            async |town: Town| {
                let factor = &town.site.second_factor;
                let ada = person("ada", "first");
                town.enroll_mail(&ada).await;
                add_app(&town, &ada).await.unwrap();
                let app = app_of(&town, &ada).await;

                let thief = person("ada", "of somebody with the mailbox");
                by_mail(&town, &thief).await;
                if lenient {
                    add_app(&town, &thief).await.unwrap();
                    return;
                }
                let add = town.purpose(&thief, Purpose::Add);
                let shown = factor.challenge(&thief, Some(&add), None, None, Showing::First).await;
                let Ok(Asked::Show(view)) = shown else { panic!("{shown:?}") };
                assert_eq!(view.methods, [Method::Totp, Method::Recovery]);
                let form = town.site.form(&thief).await;
                let removed = factor.remove(&thief, &form, app).await.unwrap();
                assert_eq!(removed, Err(Denied::Challenge(Purpose::Manage)));
                let renewed = factor.renew_recovery_codes(&thief, &form).await.unwrap();
                assert!(matches!(renewed, Err(Denied::Challenge(Purpose::Manage))), "{renewed:?}");
                assert_eq!(add_app(&town, &thief).await, Err(Denied::Challenge(Purpose::Add)));
            },
        )
        .await;
    }
}

#[tokio::test]
async fn who_has_nothing_but_mail_looks_after_it_by_mail() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = person("ada", "first");
            town.enroll_mail(&ada).await;
            let form = town.site.form(&ada).await;
            assert!(factor.renew_recovery_codes(&ada, &form).await.unwrap().is_ok());
            // After a while a fresh code is asked for.
            town.advance(601);
            let form = town.site.form(&ada).await;
            let renewed = factor.renew_recovery_codes(&ada, &form).await.unwrap();
            assert!(matches!(renewed, Err(Denied::Challenge(Purpose::Manage))), "{renewed:?}");
            let manage = town.by_mail(&ada, Some(&town.purpose(&ada, Purpose::Manage))).await;
            let code = town.send(&ada, &manage).await;
            let answer = town.answer(&ada, &manage, &code).await;
            assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
            let form = town.site.form(&ada).await;
            let own = factor.overview(&ada, None, None).await.unwrap().authenticators[0].id();
            assert_eq!(factor.remove(&ada, &form, own).await.unwrap(), Ok(()));
        },
    )
    .await;
}

#[tokio::test]
async fn an_app_on_trial_does_not_keep_who_has_only_mail_from_taking_it_away() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let codes = town.enroll_mail(&person("ada", "first")).await;
            let thief = person("ada", "of somebody who found a recovery code");
            by_recovery(&town, &thief, &codes[0]).await;
            add_app(&town, &thief).await.unwrap();

            let owner = person("ada", "owner");
            by_mail(&town, &owner).await;
            let app = app_of(&town, &owner).await;
            let form = town.site.form(&owner).await;
            assert_eq!(factor.remove(&owner, &form, app).await.unwrap(), Ok(()));
        },
    )
    .await;
}

#[tokio::test]
async fn an_app_on_trial_has_no_device_remembered() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let ada = town.site.enroll("ada").await;
            let remembers = async |session: &str, key: &str| {
                let principal = person("ada", session);
                let ticket = town.site.ask(&principal).await;
                let now = town.site.second_factor.now().as_unix();
                let code = totp::code(key, now).unwrap();
                let answer = Answer::parse(Method::Totp, &code).unwrap();
                let attempt = Attempt {
                    ticket: &ticket,
                    answer: &answer,
                    remember: RememberDevice::Yes,
                    device: None,
                    browser: "",
                };
                let verified = town.site.second_factor.verify(&principal, &attempt, KeepSession);
                let Ok(Verified::Passed { device, .. }) = verified.await else { panic!("refused") };
                town.site.next_step();
                device.is_some()
            };
            let found = person("ada", "found");
            by_recovery(&town, &found, &ada.recovery_codes[0]).await;
            let key = add_app(&town, &found).await.unwrap();
            assert!(!remembers("on trial", &key).await);
            town.advance(86_400);
            assert!(remembers("later", &key).await);
        },
    )
    .await;
}

#[tokio::test]
async fn where_there_is_nothing_to_ask_with_the_page_says_so_and_leads_nowhere() {
    let rule = Rule::require(Whom::Everyone).methods(Methods::ALL.without(Method::Recovery));
    let policy = Policy::offered().rule(rule);
    in_every_town(
        |town| town.policy(policy.clone()),
        async |town: Town| {
            let factor = &town.site.second_factor;
            town.enroll_mail(&person("ada", "first")).await;
            town.advance(601);
            let lost = person("ada", "first").email(Email::new("ada@mail.example").unconfirmed());
            for purpose in [Purpose::Add, Purpose::Manage] {
                let ticket = town.purpose(&lost, purpose);
                let asked =
                    factor.challenge(&lost, Some(&ticket), None, None, Showing::First).await;
                let Ok(Asked::Show(view)) = asked else { panic!("{purpose:?}: {asked:?}") };
                assert_eq!(view.methods, []);
            }
            let denied = factor.may_activate(&lost).await.unwrap();
            assert_eq!(denied, Err(Denied::Challenge(Purpose::Add)));
        },
    )
    .await;
}

#[tokio::test]
async fn where_no_rule_takes_apps_any_more_mail_is_enough_beside_one() {
    for backend in countersign_tests::backends::all().unwrap() {
        let town = Town::over(backend.open().await.unwrap(), |town| town);
        let ada = person("ada", "first");
        town.enroll_mail(&ada).await;
        add_app(&town, &ada).await.unwrap();
        let rule = Rule::require(Whom::Everyone).methods(Methods::ALL.without(Method::Totp));
        let letters = std::sync::Arc::new(town.letters.clone());
        let site = town.site.another(town.store.clone(), |site| {
            site.courier(letters.clone()).policy(Policy::offered().rule(rule.clone()))
        });
        let town = Town { site, ..town };
        let later = person("ada", "later");
        by_mail(&town, &later).await;
        let factor = &town.site.second_factor;
        let app = app_of(&town, &later).await;
        let form = town.site.form(&later).await;
        assert_eq!(factor.remove(&later, &form, app).await.unwrap(), Ok(()));
    }
}

#[tokio::test]
async fn what_a_session_was_sent_and_has_begun_ends_with_its_sign_out() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let bob = person("bob", "s");
            let form = town.site.form(&bob).await;
            let begun = factor.begin(&bob, &form, Method::Email).await.unwrap().unwrap();
            let code = town.letters.code("bob@mail.example", 1).await;
            factor.signed_out(&bob).await.unwrap();
            let ticket = factor.open_ticket(&bob, &begun.ticket).unwrap();
            assert_eq!(factor.confirming(&bob, &ticket).await.unwrap(), None);
            let code = Code::parse(&code).unwrap();
            let done = factor.confirm(&bob, &ticket, &code, None, KeepSession).await.unwrap();
            assert!(matches!(done, Confirmation::Denied(Denied::Over)), "{done:?}");
        },
    )
    .await;
}
