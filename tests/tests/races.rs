//! Many at once, given up half-way, and with a broken store: a code counts once, a guess is always
//! counted, and what is broken never lets anybody in.

use core::time::Duration;

use countersign::authenticator::Method;
use countersign::decide::Decision;
use countersign::event::Event;
use countersign::fault::FaultKind;
use countersign::flow::Verified;
use countersign::policy::{Policy, SignInKind};
use countersign::port::KeepSession;
use countersign::refusal::Refusal;
use countersign::subject::{Principal, SessionId, SignIn};
use countersign::throttle::{Gate, Throttle};
use countersign::ticket::Ticket;
use countersign_tests::backends;
use countersign_tests::broken_store::{BrokenStore, Trouble};
use countersign_tests::counting_store::{Calls, CountingStore};
use countersign_tests::crowd::at_once;
use countersign_tests::listening_audit::ListeningAudit;
use countersign_tests::polled::polled;
use countersign_tests::resting_store::RestingStore;
use countersign_tests::rotation::NewSession;
use countersign_tests::site::Site;
use countersign_tests::visitor::{Visitor, fault};

/// Runs a race on every store, in one process and in two.
#[expect(clippy::unwrap_used, reason = "without a store there is no race")]
async fn in_one_process_and_in_two(race: impl AsyncFn(&[Site])) {
    for processes in [1, 2] {
        for backend in backends::all().unwrap() {
            println!("on {}, {processes} processes", backend.name());
            let first = Site::over(RestingStore(backend.open().await.unwrap()));
            let mut sites = vec![first.clone()];
            while sites.len() < processes {
                let store = RestingStore(backend.open().await.unwrap());
                sites.push(first.another(store, |builder| builder));
            }
            race(&sites).await;
        }
    }
}

/// Everybody sends the form back at the same moment, each to the next process.
#[expect(clippy::unwrap_used, reason = "no store is broken here")]
async fn rush(
    sites: &[Site],
    method: Method,
    tries: impl IntoIterator<Item = ((Principal, Ticket), String)>,
) -> Vec<Verified> {
    let sites = sites.iter().cycle().cloned();
    at_once(tries.into_iter().zip(sites).map(|(((principal, ticket), typed), site)| async move {
        site.answer(&principal, &ticket, method, &typed, KeepSession).await.unwrap()
    }))
    .await
}

fn passed(answers: &[Verified]) -> usize {
    answers.iter().filter(|answer| matches!(answer, Verified::Passed { .. })).count()
}

/// How many were told something about what they typed.
fn told(answers: &[Verified]) -> usize {
    let told = |answer: &&Verified| match answer {
        Verified::Refused(Refusal::Wrong { .. } | Refusal::Spent { .. }) => true,
        Verified::Refused(Refusal::Wait { .. } | Refusal::Unavailable | Refusal::Expired)
        | Verified::Passed { .. }
        | Verified::Denied(_) => false,
    };
    answers.iter().filter(told).count()
}

/// How many of these sessions are let in.
async fn let_in(site: &Site, asked: &[(Principal, Ticket)]) -> usize {
    let mut count = 0;
    for (principal, _) in asked {
        count += usize::from(site.visit(principal).await == Decision::Allow);
    }
    count
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_right_code_from_50_sessions_at_once_lets_one_in() {
    in_one_process_and_in_two(async |sites| {
        let person = sites[0].enroll("ada").await;
        let asked = sites[0].ask_in(&person, 50).await;
        let code = sites[0].right_code(&person);
        let answers =
            rush(sites, Method::Totp, asked.iter().map(|one| (one.clone(), code.clone()))).await;
        assert_eq!(passed(&answers), 1, "{answers:?}");
        assert_eq!(let_in(&sites[0], &asked).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_recovery_code_from_50_sessions_at_once_lets_one_in_and_is_gone() {
    in_one_process_and_in_two(async |sites| {
        let person = sites[0].enroll("ada").await;
        let asked = sites[0].ask_in(&person, 50).await;
        let (code, made) = (&person.recovery_codes[3], person.recovery_codes.len());
        let answers =
            rush(sites, Method::Recovery, asked.iter().map(|one| (one.clone(), code.clone())))
                .await;
        assert_eq!(passed(&answers), 1, "{answers:?}");
        assert_eq!(let_in(&sites[0], &asked).await, 1);
        assert_eq!(sites[0].codes_left(&asked[0].0).await, made - 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn different_recovery_codes_at_once_let_one_in_and_are_not_lost() {
    in_one_process_and_in_two(async |sites| {
        let person = sites[0].enroll("ada").await;
        let made = person.recovery_codes.len();
        let asked = sites[0].ask_in(&person, made).await;
        let tries = asked.iter().cloned().zip(person.recovery_codes.iter().cloned());
        // The first one raises the epoch, so the forms of the others are over: their codes are unspent.
        let answers = rush(sites, Method::Recovery, tries).await;
        assert_eq!(passed(&answers), 1, "{answers:?}");
        assert_eq!(sites[0].codes_left(&asked[0].0).await, made - 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_200_guesses_at_once_five_are_told_that_they_are_wrong() {
    in_one_process_and_in_two(async |sites| {
        let person = sites[0].enroll("ada").await;
        let asked = sites[0].ask_in(&person, 200).await;
        let guesses = sites[0].wrong_codes(&person, 200);
        let answers = rush(sites, Method::Totp, asked.iter().cloned().zip(guesses)).await;
        assert_eq!(told(&answers), Throttle::TRIES as usize, "{answers:?}");
        assert_eq!(passed(&answers), 0);

        // The right one, hidden among the others, is told nothing either.
        let right = sites[0].right_code(&person);
        let guesses = sites[0].wrong_codes(&person, 100).into_iter();
        let guesses = guesses.flat_map(|wrong| [wrong, right.clone()]);
        let answers = rush(sites, Method::Totp, asked.iter().cloned().zip(guesses)).await;
        assert_eq!((told(&answers), passed(&answers)), (0, 0), "{answers:?}");

        // Nor is it from one session, again and again: it was right once.
        let same = asked.iter().map(|_| (asked[0].clone(), right.clone()));
        let answers = rush(sites, Method::Totp, same).await;
        assert_eq!((told(&answers), passed(&answers)), (0, 0), "{answers:?}");
        assert_eq!(let_in(&sites[0], &asked).await, 0);

        // The wait ends, and the owner comes in.
        sites[0].next_step();
        let owner = person.in_session("owner");
        let verified = sites[0].sign_in(&owner, &sites[0].right_code(&person)).await;
        assert!(matches!(verified, Verified::Passed { .. }), "{verified:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_right_answer_given_up_at_any_moment_marks_no_session_without_being_spent() {
    in_one_process_and_in_two(async |sites| {
        let (here, there) = (&sites[0], &sites[sites.len() - 1]);
        for method in [Method::Totp, Method::Recovery] {
            let (mut spent, mut unspent, mut done) = (0, 0, false);
            for times in 0.. {
                let person = here.enroll(&format!("{method:?} {times}")).await;
                let code = match method {
                    Method::Totp => here.right_code(&person),
                    Method::Recovery => person.recovery_codes[0].clone(),
                    Method::Email => unreachable!("nobody sends mail here"),
                };
                let [old, new] = ["old", "new"].map(|session| person.in_session(session));
                let ticket = here.ask(&old).await;
                let answer = here.answer(&old, &ticket, method, &code, NewSession("new"));
                if let Some(answered) = polled(times, answer).await {
                    assert!(matches!(answered, Ok(Verified::Passed { .. })), "{answered:?}");
                    done = true;
                }
                let let_in = there.visit(&new).await == Decision::Allow;
                assert!(let_in || !done, "it was told that it passed");

                // Somebody else brings the same code. The first answer may still be on its way.
                let other = person.in_session("other");
                let answered = loop {
                    let ticket = there.ask(&other).await;
                    let keep = KeepSession;
                    match there.answer(&other, &ticket, method, &code, keep).await.unwrap() {
                        Verified::Denied(_) => {}
                        answered @ (Verified::Passed { .. } | Verified::Refused(_)) => {
                            break answered;
                        }
                    }
                };
                if passed(&[answered]) == 1 {
                    assert!(!let_in, "a session is marked by a code that was not spent");
                    assert_ne!(there.visit(&new).await, Decision::Allow);
                    unspent += 1;
                } else {
                    // Given up between the code that was spent and the new id of the session, it is
                    // spent for nobody. Told that it passed, it is not.
                    assert!(!done || there.visit(&new).await == Decision::Allow);
                    spent += 1;
                }
                assert_ne!(there.visit(&old).await, Decision::Allow, "its id was changed");
                if done {
                    break;
                }
            }
            assert!(unspent > 0 && spent > 0, "{unspent} {spent}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_guess_given_up_at_any_moment_is_told_to_nobody_before_it_is_counted() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        let store = RestingStore(backend.open().await.unwrap());
        let audit = ListeningAudit::default();
        let heard = audit.clone();
        let site = Site::over(store.clone())
            .another(store, |builder| builder.audit(std::sync::Arc::new(audit)));
        let (mut counted, mut uncounted) = (0, 0);
        for times in 0.. {
            let person = site.enroll(&times.to_string()).await;
            let principal = person.in_session("guesser");
            let wrong = &site.wrong_codes(&person, 1)[0];
            let ticket = site.ask(&principal).await;
            let answer =
                site.answer(&principal, &ticket, Method::Totp, wrong, NewSession("rotated"));
            let answered = polled(times, answer).await;
            let told = heard.has(principal.subject(), &Event::ChallengeFailed(Method::Totp));
            match site.look(&principal).await.gate {
                Gate::Open { tries_left: 5 } => {
                    assert!(answered.is_none() && !told, "told and not counted");
                    uncounted += 1;
                }
                Gate::Open { tries_left: 4 } => counted += 1,
                gate @ (Gate::Open { .. } | Gate::Waiting { .. }) => panic!("{gate:?}"),
            }
            for session in ["guesser", "rotated"] {
                assert_eq!(site.visit(&person.in_session(session)).await, Decision::Challenge);
            }
            if let Some(answered) = answered {
                assert!(told);
                let answered = answered.unwrap();
                assert!(matches!(answered, Verified::Refused(Refusal::Wrong { .. })));
                break;
            }
        }
        assert!(uncounted > 1 && counted > 0, "{uncounted} {counted}");
    }
}

#[tokio::test]
async fn every_flow_asks_the_store_no_more_than_it_must() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        let store = CountingStore::over(backend.open().await.unwrap());
        let site = Site::over(store.clone()).another(store.clone(), |site| {
            site.policy(Policy::required().exempt(SignInKind::Service))
        });
        let person = site.enroll("ada").await;
        let principal = person.in_session("s");
        let calls = |loads, swaps| Calls { loads, swaps };
        let _ = store.take();

        assert_eq!(site.visit(&principal).await, Decision::Challenge);
        assert_eq!(store.take(), calls(2, 1), "guard, a requirement that is seen to hold");
        assert_eq!(site.visit(&principal).await, Decision::Challenge);
        assert_eq!(store.take(), calls(1, 0), "guard, nothing shown");
        let ticket = site.ask(&principal).await;
        assert_eq!(store.take(), calls(1, 0), "challenge");
        let answer = async |typed: &str| {
            site.answer(&principal, &ticket, Method::Totp, typed, KeepSession).await
        };
        let (right, wrong) = (site.right_code(&person), &site.wrong_codes(&person, 1)[0]);
        assert!(matches!(answer(wrong).await, Ok(Verified::Refused(_))));
        assert_eq!(store.take(), calls(1, 1), "verify, wrong");
        assert!(matches!(answer(&right).await, Ok(Verified::Passed { .. })));
        assert_eq!(store.take(), calls(1, 1), "verify, right");
        assert!(matches!(answer(&right).await, Ok(Verified::Denied(_))));
        assert_eq!(store.take(), calls(1, 0), "verify, the form is over");
        assert_eq!(site.visit(&principal).await, Decision::Allow);
        assert_eq!(store.take(), calls(1, 0), "guard, shown");

        let robot = principal.clone().signed_in_by(SignIn::Service);
        assert_eq!(site.visit(&robot).await, Decision::Allow);
        assert_eq!(store.take(), calls(0, 0), "guard, exempt");
        let stranger = Principal::new("bob", SessionId::new("s"));
        assert_eq!(site.visit(&stranger).await, Decision::Enroll);
        assert_eq!(store.take(), calls(2, 1), "guard, unknown");
        assert_eq!(site.visit(&stranger).await, Decision::Enroll);
        assert_eq!(store.take(), calls(1, 0), "guard, who must activate");
    }
}

#[tokio::test]
async fn a_broken_store_is_a_fault_in_every_flow_and_lets_nobody_in() {
    let table = [
        (Trouble::Gone, Some(FaultKind::Store), FaultKind::Store),
        (Trouble::Silent, Some(FaultKind::Store), FaultKind::Store),
        (Trouble::Corrupt, Some(FaultKind::Corrupt), FaultKind::Corrupt),
        (Trouble::ReadOnly, None, FaultKind::Store),
        (Trouble::Contended, None, FaultKind::Contended),
    ];
    for backend in backends::all().unwrap() {
        let store = BrokenStore::over(backend.open().await.unwrap());
        let site = Site::over(store.clone());
        let timeout = Duration::from_millis(20);
        let hasty = site.another(store.clone(), |site| site.store_timeout(timeout));
        let strict = site
            .another(store.clone(), |site| site.store_timeout(timeout).policy(Policy::required()));
        for (trouble, reading, writing) in table {
            println!("on {}, {trouble:?}", backend.name());
            let visitor = Visitor::at(&site, &format!("{trouble:?}")).await;
            // Only who is never answered is hasty; a disk may take its time.
            let broken = if trouble == Trouble::Silent { &hasty } else { &site };
            store.suffer(trouble);
            for (flow, found) in visitor.reads(broken).await {
                assert_eq!(found, reading, "{flow}");
            }
            for (flow, found) in visitor.writes(broken).await {
                assert_eq!(found, Some(writing), "{flow}");
            }
            if reading.is_none() {
                assert_eq!(broken.visit(&visitor.half).await, Decision::Challenge);
            } else {
                // Nor is anybody taken for a stranger, who may pass or has to activate something.
                let stranger = Principal::new("stranger", SessionId::new("s"));
                for site in [&hasty, &strict] {
                    assert_eq!(fault(site.second_factor.guard(&stranger, || None).await), reading);
                }
            }
            store.suffer(Trouble::None);
            // Nothing was spent: whatever was tried can be done now, with the same codes.
            visitor.carry_on(&site).await;
        }
    }
}

#[tokio::test]
async fn an_answer_whose_acknowledgement_is_lost_is_a_fault_and_is_spent() {
    for backend in backends::all().unwrap() {
        println!("on {}", backend.name());
        let store = BrokenStore::over(backend.open().await.unwrap());
        let site = Site::over(store.clone());
        let person = site.enroll("ada").await;
        let (half, other) = (person.in_session("half"), person.in_session("other"));
        let ticket = site.ask(&half).await;
        let code = site.right_code(&person);
        store.suffer(Trouble::Unacknowledged);
        let answer = site.answer(&half, &ticket, Method::Totp, &code, KeepSession);
        assert_eq!(fault(answer.await), Some(FaultKind::Store));
        store.suffer(Trouble::None);
        assert_eq!(site.visit(&half).await, Decision::Allow);
        let again = site.sign_in(&other, &code).await;
        assert!(matches!(again, Verified::Refused(Refusal::Spent { .. })), "{again:?}");
    }
}
