//! What a mailed code is good for: one challenge of one session of one person, at one address, once,
//! for a while.

use core::time::Duration;

use countersign::authenticator::Method;
use countersign::decide::Decision;
use countersign::fault::FaultKind;
use countersign::flow::{Sending, Verified};
use countersign::policy::Policy;
use countersign::refusal::Refusal;
use countersign::subject::{Email, SessionId};
use countersign::throttle::Gate;
use countersign::ticket::Purpose;
use countersign_tests::crowd::at_once;

use crate::owed::delivered;
use crate::town::{Town, in_every_town, other_than, person};

fn is_over(answer: &Verified) -> bool {
    matches!(answer, Verified::Refused(Refusal::Expired))
}

fn is_wrong(answer: &Verified) -> bool {
    matches!(answer, Verified::Refused(Refusal::Wrong { .. }))
}

fn is_passed(answer: &Verified) -> bool {
    matches!(answer, Verified::Passed { .. })
}

#[tokio::test]
async fn a_code_that_came_by_mail_lets_its_session_in_once() {
    in_every_town(
        |town| town.policy(Policy::required()),
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "second");
            assert_eq!(town.site.visit(&ada).await, Decision::Challenge);
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            assert_eq!(code.len(), 6);
            let passed = town.answer(&ada, &ticket, &code).await;
            assert!(is_passed(&passed), "{passed:?}");
            assert_eq!(town.site.visit(&ada).await, Decision::Allow);
            // The form is over, and in a fresh challenge the code is none.
            assert!(matches!(town.answer(&ada, &ticket, &code).await, Verified::Denied(_)));
            let other = person("ada", "third");
            let fresh = town.by_mail(&other, None).await;
            assert!(is_over(&town.answer(&other, &fresh, &code).await));
        },
    )
    .await;
}

#[tokio::test]
async fn a_code_is_good_in_the_challenge_for_which_it_was_sent_and_in_no_other() {
    in_every_town(
        |town| town.policy(Policy::required()),
        async |town: Town| {
            for key in ["ada", "bob"] {
                town.enroll_mail(&person(key, "first")).await;
            }
            let (ada, again, bob) = (person("ada", "a"), person("ada", "b"), person("bob", "a"));
            let first = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &first).await;

            // Another challenge of the same session.
            let second = town.by_mail(&ada, None).await;
            assert!(is_over(&town.answer(&ada, &second, &code).await), "another challenge");
            // Another session of the same person.
            let elsewhere = town.by_mail(&again, None).await;
            assert!(is_over(&town.answer(&again, &elsewhere, &code).await), "another session");
            // Another person, in a session that is called the same.
            let of_bob = town.by_mail(&bob, None).await;
            assert!(is_over(&town.answer(&bob, &of_bob, &code).await), "another person");
            // Another purpose.
            let adding = town.by_mail(&ada, Some(&town.purpose(&ada, Purpose::Add))).await;
            assert!(is_over(&town.answer(&ada, &adding, &code).await), "another purpose");
            // The same page, shown once more.
            let shown_again = town.by_mail(&ada, Some(&first)).await;
            assert!(is_passed(&town.answer(&ada, &shown_again, &code).await), "the same challenge");
        },
    )
    .await;
}

#[tokio::test]
async fn where_both_challenges_have_a_code_the_other_ones_is_wrong_and_counted() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let (here, there) = (person("ada", "here"), person("ada", "there"));
            let (mine, other) = (town.by_mail(&here, None).await, town.by_mail(&there, None).await);
            let of_here = town.send(&here, &mine).await;
            town.advance(30);
            let of_there = town.send(&there, &other).await;
            if of_here != of_there {
                assert!(is_wrong(&town.answer(&there, &other, &of_here).await));
            }
            assert!(is_passed(&town.answer(&here, &mine, &of_here).await));
            // A session that was let in ends nobody else's code.
            assert!(is_passed(&town.answer(&there, &other, &of_there).await));
        },
    )
    .await;
}

#[tokio::test]
async fn a_new_code_ends_the_old_one_and_gives_no_tries_back() {
    in_every_town(|town| town, async |town: Town| {
        town.enroll_mail(&person("ada", "first")).await;
        let ada = person("ada", "s");
        let ticket = town.by_mail(&ada, None).await;
        let mut old = town.send(&ada, &ticket).await;
        for left in [4, 3, 2] {
            let wrong = other_than(&old);
            let answer = town.answer(&ada, &ticket, &wrong).await;
            let expected = Gate::Open { tries_left: left };
            assert!(
                matches!(answer, Verified::Refused(Refusal::Wrong { gate }) if gate == expected),
                "{left}: {answer:?}"
            );
            town.advance(30);
            let new = town.send(&ada, &ticket).await;
            if new != old {
                let answer = town.answer(&ada, &ticket, &old).await;
                assert!(is_wrong(&answer), "the old one: {answer:?}");
                break;
            }
            old = new;
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_for_as_long_as_the_setting_says() {
    for (after, is_good) in [(0, true), (89, true), (90, false), (91, false)] {
        let settle = |town: countersign::flow::Builder| town.code_lasts(Duration::from_secs(90));
        in_every_town(settle, async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            town.advance(after);
            let answer = town.answer(&ada, &ticket, &code).await;
            assert_eq!(is_passed(&answer), is_good, "after {after} s: {answer:?}");
            assert_eq!(is_over(&answer), !is_good, "after {after} s: {answer:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_code_is_void_when_the_address_is_another_one() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            let moved = ada.clone().email(Email::new("ada@other.example"));
            assert!(is_over(&town.answer(&moved, &ticket, &code).await));
            let unsure = ada.clone().email(Email::new("ada@mail.example").unconfirmed());
            let answer = town.answer(&unsure, &ticket, &code).await;
            assert!(matches!(answer, Verified::Refused(Refusal::Unavailable)), "{answer:?}");
            assert!(is_passed(&town.answer(&ada, &ticket, &code).await));
        },
    )
    .await;
}

#[tokio::test]
async fn a_code_is_void_when_the_password_changes() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            town.site.second_factor.credentials_changed(ada.subject()).await.unwrap();
            assert!(matches!(town.answer(&ada, &ticket, &code).await, Verified::Denied(_)));
            let fresh = town.by_mail(&ada, Some(&ticket)).await;
            assert!(is_over(&town.answer(&ada, &fresh, &code).await));
        },
    )
    .await;
}

#[tokio::test]
async fn codes_are_sent_half_a_minute_apart_and_five_an_hour_in_all_sessions() {
    in_every_town(
        |town| town,
        async |town: Town| {
            // Activation was the first of the five.
            town.enroll_mail(&person("ada", "first")).await;
            let begin = town.site.second_factor.now();
            for n in 0..4 {
                let ada = person("ada", &format!("s{n}"));
                let ticket = town.by_mail(&ada, None).await;
                town.send(&ada, &ticket).await;
                let soon = town.site.second_factor.send_code(&ada, &ticket).await.unwrap();
                assert!(matches!(soon, Sending::Wait { .. }), "{n}: {soon:?}");
                town.advance(30);
            }
            let late = person("ada", "late");
            let ticket = town.by_mail(&late, None).await;
            let sending = town.site.second_factor.send_code(&late, &ticket).await.unwrap();
            let Sending::Wait { until } = sending else { panic!("{sending:?}") };
            // An hour after the first of them, half a minute before which the activation waited.
            assert_eq!(begin.until(until), Duration::from_secs(3_600 - 30));
            delivered(&town).await;
            assert_eq!(town.letters.out().len(), 5 + 1, "five codes, and that codes came into use");
        },
    )
    .await;
}

#[tokio::test]
async fn after_a_code_that_was_right_another_one_is_sent_at_once() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let form = town.site.form(&person("ada", "first")).await;
            let begun = factor.begin(&person("ada", "first"), &form, Method::Email).await;
            let ticket =
                factor.open_ticket(&person("ada", "first"), &begun.unwrap().unwrap().ticket);
            let code = town.letters.code("ada@mail.example", 1).await;
            let code = countersign::authenticator::Code::parse(&code).unwrap();
            let keep = countersign::port::KeepSession;
            let first = person("ada", "first");
            let done = factor.confirm(&first, &ticket.unwrap(), &code, None, keep).await.unwrap();
            assert!(matches!(done, countersign::flow::Confirmation::Done(_)), "{done:?}");
            for n in 0..3 {
                let ada = person("ada", &format!("s{n}"));
                let ticket = town.by_mail(&ada, None).await;
                let code = town.send(&ada, &ticket).await;
                assert!(is_passed(&town.answer(&ada, &ticket, &code).await), "{n}");
            }
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_press_sends_one_message_and_fifty_at_once_send_one() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let before = town.letters.tries();
            let presses = (0..50).map(|_| {
                let (town, ada, ticket) = (town.clone(), ada.clone(), ticket.clone());
                async move { town.site.second_factor.send_code(&ada, &ticket).await.unwrap() }
            });
            let sent = at_once(presses).await;
            let sent = sent.iter().filter(|one| matches!(one, Sending::Sent(_))).count();
            assert_eq!(sent, 1);
            delivered(&town).await;
            assert_eq!(town.letters.tries() - before, 1);
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_right_code_fifty_times_at_once_lets_in_once() {
    for processes in [1, 2] {
        for backend in countersign_tests::backends::all().unwrap() {
            println!("on {}, {processes} processes", backend.name());
            let town = Town::over(backend.open().await.unwrap(), |town| town);
            let store = backend.open().await.unwrap();
            let second = town.site.another(store, |builder| {
                builder.courier(std::sync::Arc::new(town.letters.clone()))
            });
            let sites = if processes == 1 {
                vec![town.site.clone()]
            } else {
                vec![town.site.clone(), second]
            };
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            let tries = sites.into_iter().cycle().take(50).map(|site| {
                let (ada, ticket, code) = (ada.clone(), ticket.clone(), code.clone());
                async move {
                    let keep = countersign::port::KeepSession;
                    site.answer(&ada, &ticket, Method::Email, &code, keep).await
                }
            });
            let answers = at_once(tries).await;
            let passed = answers.iter().flatten().filter(|one| is_passed(one)).count();
            assert_eq!(passed, 1, "{answers:?}");
            // A process whose disk is slow can keep another one waiting for longer than a store does.
            let mut faults = answers.iter().filter_map(|one| one.as_ref().err());
            assert!(faults.all(|fault| fault.kind() == FaultKind::Store), "{answers:?}");
        }
    }
}

#[tokio::test]
async fn wrong_codes_are_counted_and_after_the_fifth_nobody_is_told_anything() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            for _ in 0..5 {
                assert!(is_wrong(&town.answer(&ada, &ticket, &other_than(&code)).await));
            }
            let right = town.answer(&ada, &ticket, &code).await;
            assert!(matches!(right, Verified::Refused(Refusal::Wait { .. })), "{right:?}");
            // After the wait it is gone, as it would be after a wrong one.
            town.advance(31);
            assert!(is_over(&town.answer(&ada, &ticket, &code).await));
            assert_eq!(town.site.visit(&ada).await, Decision::Challenge);
            // A fresh one is good.
            let code = town.send(&ada, &ticket).await;
            assert!(is_passed(&town.answer(&ada, &ticket, &code).await));
        },
    )
    .await;
}

#[tokio::test]
async fn wrong_first_codes_of_an_activation_are_counted_too() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let factor = &town.site.second_factor;
            let ada = person("ada", "s");
            let form = town.site.form(&ada).await;
            let begun = factor.begin(&ada, &form, Method::Email).await.unwrap().unwrap();
            let ticket = factor.open_ticket(&ada, &begun.ticket).unwrap();
            let code = town.letters.code("ada@mail.example", 1).await;
            let wrong = countersign::authenticator::Code::parse(&other_than(&code)).unwrap();
            let keep = countersign::port::KeepSession;
            for n in 0..5 {
                let refused = factor.confirm(&ada, &ticket, &wrong, None, keep).await.unwrap();
                let countersign::flow::Confirmation::Refused(Refusal::Wrong { .. }) = refused
                else {
                    panic!("{n}: {refused:?}")
                };
            }
            let right = countersign::authenticator::Code::parse(&code).unwrap();
            let refused = factor.confirm(&ada, &ticket, &right, None, keep).await.unwrap();
            assert!(
                matches!(refused, countersign::flow::Confirmation::Refused(Refusal::Wait { .. })),
                "{refused:?}"
            );
            assert_eq!(town.site.visit(&ada).await, Decision::Allow, "nothing is in use");
        },
    )
    .await;
}

#[tokio::test]
async fn a_session_that_ends_takes_its_code_along() {
    in_every_town(
        |town| town,
        async |town: Town| {
            town.enroll_mail(&person("ada", "first")).await;
            let ada = person("ada", "s");
            let ticket = town.by_mail(&ada, None).await;
            let code = town.send(&ada, &ticket).await;
            let later = ada.in_session(SessionId::new("later"));
            let answer = town.answer(&later, &ticket, &code).await;
            assert!(matches!(answer, Verified::Denied(_)), "{answer:?}");
        },
    )
    .await;
}
