//! Which methods are offered, and what becomes of people when a method is switched off.

use countersign::authenticator::{AuthenticatorId, Code, Method, Methods};
use countersign::decide::Decision;
use countersign::flow::{Confirmation, Denied, Verified};
use countersign::policy::{Policy, Rule, Whom};
use countersign::port::KeepSession;
use countersign::refusal::Refusal;
use countersign::subject::{Email, Principal};
use countersign::ticket::Purpose;
use countersign_tests::totp;

use crate::owed::delivered;
use crate::town::{Town, in_every_town, person};

/// Adds an app in a session, by the way that the page goes.
pub(crate) async fn add_app(town: &Town, principal: &Principal) -> Result<String, Denied> {
    let factor = &town.site.second_factor;
    let form = town.site.form(principal).await;
    let begun = factor.begin(principal, &form, Method::Totp).await.unwrap()?;
    let set_up_key = begun.set_up.unwrap().seed.to_base32().to_string();
    let ticket = factor.open_ticket(principal, &begun.ticket).unwrap();
    let code = totp::code(&set_up_key, factor.now().as_unix()).unwrap();
    let code = Code::parse(&code).unwrap();
    match factor.confirm(principal, &ticket, &code, None, KeepSession).await.unwrap() {
        Confirmation::Done(_) => {
            town.site.next_step();
            Ok(set_up_key)
        }
        Confirmation::Denied(denied) => Err(denied),
        other @ (Confirmation::Wrong | Confirmation::Refused(_)) => panic!("{other:?}"),
    }
}

pub(crate) async fn by_app(town: &Town, principal: &Principal, key: &str) {
    let code = totp::code(key, town.site.second_factor.now().as_unix()).unwrap();
    let ticket = town.site.ask(principal).await;
    let answer = town.site.answer(principal, &ticket, Method::Totp, &code, KeepSession).await;
    assert!(matches!(answer, Ok(Verified::Passed { .. })), "{answer:?}");
    town.site.next_step();
}

/// Comes in by a recovery code.
pub(crate) async fn by_recovery(town: &Town, principal: &Principal, code: &str) {
    let ticket = town.site.ask(principal).await;
    let answer = town.site.answer(principal, &ticket, Method::Recovery, code, KeepSession).await;
    assert!(matches!(answer, Ok(Verified::Passed { .. })), "{answer:?}");
}

/// Which one of somebody's authenticators is an app.
pub(crate) async fn app_of(town: &Town, principal: &Principal) -> AuthenticatorId {
    let overview = town.site.second_factor.overview(principal, None, None).await.unwrap();
    let mut own = overview.authenticators.iter();
    own.find(|own| own.method() == Method::Totp).unwrap().id()
}

pub(crate) async fn by_mail(town: &Town, principal: &Principal) {
    let ticket = town.by_mail(principal, None).await;
    let code = town.send(principal, &ticket).await;
    let answer = town.answer(principal, &ticket, &code).await;
    assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
    town.advance(30);
}

pub(crate) async fn methods(town: &Town, principal: &Principal) -> Vec<Method> {
    town.site.look(principal).await.methods
}

#[tokio::test]
async fn mail_is_offered_for_an_address_that_is_there_and_confirmed_and_not_shared() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let to = |email| person("ada", "s").email(email);
            let address = || Email::new("ada@mail.example");
            let nobody = Principal::new("ada", person("ada", "s").session().clone());
            let table = [
                (to(address()), true),
                (to(address().unconfirmed()), false),
                (to(address().shared()), false),
                (to(address().unconfirmed().shared()), false),
                (to(Email::new("")), false),
                (nobody, false),
            ];
            for (principal, is_offered) in table {
                let overview = factor.overview(&principal, None, None).await.unwrap();
                assert_eq!(overview.offers.contains(&Method::Email), is_offered, "{principal:?}");
                if !is_offered {
                    // Nor does it help to ask for it.
                    let form = town.site.form(&principal).await;
                    let begun = factor.begin(&principal, &form, Method::Email).await.unwrap();
                    assert!(matches!(begun, Err(Denied::NotOffered)), "{begun:?}");
                }
            }
            delivered(&town).await;
            assert!(town.letters.out().is_empty());

            // The same for somebody who has set it up.
            town.enroll_mail(&person("ada", "first")).await;
            let ticket = town.by_mail(&person("ada", "s"), None).await;
            for email in [address().unconfirmed(), address().shared(), Email::new("")] {
                let principal = to(email);
                assert_eq!(methods(&town, &principal).await, [Method::Recovery]);
                let sending = factor.send_code(&principal, &ticket).await.unwrap();
                assert!(matches!(sending, countersign::flow::Sending::Unavailable), "{sending:?}");
                let answer = town.answer(&principal, &ticket, "123456").await;
                assert!(matches!(answer, Verified::Refused(Refusal::Unavailable)), "{answer:?}");
            }
        },
    )
    .await;
}

#[tokio::test]
async fn without_a_courier_there_is_no_mail() {
    for backend in countersign_tests::backends::all().unwrap() {
        let site = countersign_tests::site::Site::over(backend.open().await.unwrap());
        let ada = person("ada", "s");
        let overview = site.second_factor.overview(&ada, None, None).await.unwrap();
        assert_eq!(overview.offers, [Method::Totp]);
    }
}

#[tokio::test]
async fn the_method_used_last_is_offered_first_and_with_two_of_them_one_is_chosen() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let first = person("ada", "first");
            town.enroll_mail(&first).await;
            let view = town.site.look(&person("ada", "s0")).await;
            assert_eq!((view.selects, view.method), (false, Method::Email));
            let key = add_app(&town, &first).await.unwrap();
            let second = person("ada", "s1");
            let view = town.site.look(&second).await;
            assert!(view.selects);
            assert_eq!(view.methods, [Method::Totp, Method::Email, Method::Recovery]);
            by_mail(&town, &second).await;
            let third = person("ada", "s2");
            assert_eq!(
                methods(&town, &third).await,
                [Method::Email, Method::Totp, Method::Recovery]
            );
            by_app(&town, &third, &key).await;
            let fourth = person("ada", "s3");
            assert_eq!(
                methods(&town, &fourth).await,
                [Method::Totp, Method::Email, Method::Recovery]
            );
        },
    )
    .await;
}

#[tokio::test]
async fn the_last_one_is_not_taken_away_where_mail_cannot_reach_its_owner() {
    in_every_town(
        |town| town.policy(Policy::required()),
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = person("ada", "first");
            town.enroll_mail(&ada).await;
            add_app(&town, &ada).await.unwrap();
            let app = app_of(&town, &ada).await;
            let address = || Email::new("ada@mail.example");
            for email in [address().unconfirmed(), address().shared(), Email::new("")] {
                let unreachable = person("ada", "first").email(email);
                let form = town.site.form(&unreachable).await;
                let removed = factor.remove(&unreachable, &form, app).await.unwrap();
                assert_eq!(removed, Err(Denied::LastOne));
            }
            let form = town.site.form(&ada).await;
            assert_eq!(factor.remove(&ada, &form, app).await.unwrap(), Ok(()));
        },
    )
    .await;
}

#[tokio::test]
async fn what_is_switched_off_between_its_two_pages_does_not_come_into_use() {
    for (method, way) in [(Method::Email, "codes by mail"), (Method::Totp, "an app")] {
        for backend in countersign_tests::backends::all().unwrap() {
            let town = Town::over(backend.open().await.unwrap(), |town| town);
            let ada = person("ada", "first");
            let factor = &town.site.second_factor;
            let form = town.site.form(&ada).await;
            let begun = factor.begin(&ada, &form, method).await.unwrap().unwrap();
            let code = match &begun.set_up {
                Some(set_up) => {
                    totp::code(&set_up.seed.to_base32(), factor.now().as_unix()).unwrap()
                }
                None => town.letters.code("ada@mail.example", 1).await,
            };
            let rule = Rule::require(Whom::Everyone).methods(Methods::ALL.without(method));
            let letters = std::sync::Arc::new(town.letters.clone());
            let there = town.site.another(town.store.clone(), |site| {
                site.courier(letters.clone()).policy(Policy::offered().rule(rule.clone()))
            });
            let ticket = there.second_factor.open_ticket(&ada, &begun.ticket).unwrap();
            let code = Code::parse(&code).unwrap();
            let done = there.second_factor.confirm(&ada, &ticket, &code, None, KeepSession).await;
            let denied = matches!(done, Ok(Confirmation::Denied(Denied::NotOffered)));
            assert!(denied, "{way}: {done:?}");
            // Where it is not switched off it does.
            let done = factor.confirm(&ada, &ticket, &code, None, KeepSession).await;
            assert!(matches!(done, Ok(Confirmation::Done(_))), "{way}: {done:?}");
        }
    }
}

#[tokio::test]
async fn where_the_first_sign_in_is_by_mail_it_is_so_also_for_those_who_may_not_use_mail_later() {
    let rule = Rule::require(Whom::Everyone).methods(Methods::ALL.without(Method::Email));
    let policy = Policy::offered().rule(rule).first_by_mail();
    in_every_town(
        |town| town.policy(policy.clone()),
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = person("ada", "first");
            assert_eq!(town.site.visit(&ada).await, Decision::Enroll);
            assert_eq!(add_app(&town, &ada).await, Err(Denied::MailFirst));
            assert_eq!(factor.overview(&ada, None, None).await.unwrap().offers, [Method::Email]);
            town.enroll_mail(&ada).await;
            // What they have is not what is asked of them.
            assert_eq!(town.site.visit(&ada).await, Decision::Enroll);
            let key = add_app(&town, &ada).await.unwrap();
            assert_eq!(town.site.visit(&ada).await, Decision::Allow);
            let later = person("ada", "second");
            assert_eq!(methods(&town, &later).await, [Method::Totp, Method::Recovery]);
            by_app(&town, &later, &key).await;
        },
    )
    .await;
}

#[tokio::test]
async fn the_first_sign_in_can_be_by_mail_only() {
    let policy = Policy::required().first_by_mail();
    in_every_town(
        |town| town.policy(policy.clone()),
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = person("ada", "first");
            assert_eq!(town.site.visit(&ada).await, Decision::Enroll);
            assert_eq!(add_app(&town, &ada).await, Err(Denied::MailFirst));
            let overview = factor.overview(&ada, None, None).await.unwrap();
            assert!(overview.mail_first);
            assert_eq!(overview.offers, [Method::Email]);
            town.enroll_mail(&ada).await;
            assert_eq!(town.site.visit(&ada).await, Decision::Allow);
            let key = add_app(&town, &ada).await.unwrap();
            by_app(&town, &person("ada", "second"), &key).await;

            // Whoever has no mailbox that is known to be theirs does not get in by an app either.
            let bob = person("bob", "s").email(Email::new("bob@mail.example").unconfirmed());
            assert_eq!(add_app(&town, &bob).await, Err(Denied::MailFirst));
            assert!(factor.overview(&bob, None, None).await.unwrap().offers.is_empty());
        },
    )
    .await;
}

#[tokio::test]
async fn every_method_can_be_switched_off() {
    for (method, left) in [
        (Method::Totp, vec![Method::Email, Method::Recovery]),
        (Method::Email, vec![Method::Totp, Method::Recovery]),
        (Method::Recovery, vec![Method::Totp, Method::Email]),
    ] {
        for backend in countersign_tests::backends::all().unwrap() {
            let town = Town::over(backend.open().await.unwrap(), |town| town);
            let ada = person("ada", "first");
            town.enroll_mail(&ada).await;
            add_app(&town, &ada).await.unwrap();
            let rule = Rule::require(Whom::Everyone).methods(Methods::ALL.without(method));
            let letters = std::sync::Arc::new(town.letters.clone());
            let site = town.site.another(town.store.clone(), |site| {
                site.courier(letters.clone()).policy(Policy::offered().rule(rule.clone()))
            });
            let there = Town { site, ..town.clone() };
            let other = person("ada", "second");
            assert_eq!(methods(&there, &other).await, left, "without {method:?}");
            let overview = there.site.second_factor.overview(&other, None, None).await.unwrap();
            assert_eq!(
                overview.offers,
                if method == Method::Totp { vec![] } else { vec![Method::Totp] },
                "without {method:?}"
            );
            assert_eq!(overview.recovery.is_some(), method != Method::Recovery);
            let ticket = there.site.ask(&other).await;
            let typed =
                if method == Method::Recovery { "0000000000000000000000000" } else { "123456" };
            let answer = there.site.answer(&other, &ticket, method, typed, KeepSession).await;
            assert!(
                matches!(answer, Ok(Verified::Refused(Refusal::Unavailable))),
                "without {method:?}: {answer:?}"
            );
        }
    }
}

#[tokio::test]
async fn who_has_only_what_is_not_accepted_any_more_shows_it_once_and_sets_up_what_is() {
    for backend in countersign_tests::backends::all().unwrap() {
        let town =
            Town::over(backend.open().await.unwrap(), |town| town.policy(Policy::required()));
        town.enroll_mail(&person("ada", "first")).await;
        let rule = Rule::require(Whom::Everyone).methods(Methods::ALL.without(Method::Email));
        let letters = std::sync::Arc::new(town.letters.clone());
        let site = town.site.another(town.store.clone(), |site| {
            site.courier(letters.clone()).policy(Policy::offered().rule(rule.clone()))
        });
        let town = Town { site, ..town };
        // The password alone is not enough to set an app up.
        let ada = person("ada", "second");
        assert_eq!(town.site.visit(&ada).await, Decision::Challenge);
        assert_eq!(add_app(&town, &ada).await, Err(Denied::Challenge(Purpose::Add)));
        by_mail(&town, &ada).await;
        assert_eq!(town.site.visit(&ada).await, Decision::Enroll);
        let key = add_app(&town, &ada).await.unwrap();
        assert_eq!(town.site.visit(&ada).await, Decision::Allow);
        // From then on mail is worth nothing.
        let third = person("ada", "third");
        assert_eq!(methods(&town, &third).await, [Method::Totp, Method::Recovery]);
        by_app(&town, &third, &key).await;
    }
}

#[tokio::test]
async fn the_last_that_is_accepted_stays_with_somebody_who_must_have_one() {
    in_every_town(
        |town| town.policy(Policy::required()),
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = person("ada", "first");
            town.enroll_mail(&ada).await;
            add_app(&town, &ada).await.unwrap();
            let own = factor.overview(&ada, None, None).await.unwrap().authenticators;
            let form = town.site.form(&ada).await;
            assert_eq!(factor.remove(&ada, &form, own[1].id()).await.unwrap(), Ok(()));
            // What was removed had let this session in; by mail it comes in again.
            let again = person("ada", "again");
            by_mail(&town, &again).await;
            let form = town.site.form(&again).await;
            assert_eq!(
                factor.remove(&again, &form, own[0].id()).await.unwrap(),
                Err(Denied::LastOne)
            );
        },
    )
    .await;
}

#[test]
fn a_mailed_code_makes_no_sign_in_one_by_several_factors() {
    assert!(Method::Totp.amr().contains(&"mfa"));
    assert!(!Method::Email.amr().contains(&"mfa") && Method::Email.amr().is_empty());
}
