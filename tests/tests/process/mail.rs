//! Codes by mail on each of the example sites, by a mail server that is not ours and does what mail servers
//! do.

use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

use countersign_tests::example::Example;
use countersign_tests::kept::Kept;
use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{Answer, SiteClient, Speaks};
use countersign_tests::smtp_server::{Mode, SmtpServer};
use countersign_tests::tool::{Part, is_skipped};
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::answers::{ADA, BOB};
use crate::secrets::holds;

const ROOT: &str = "root@acme.example";

/// The codes that came to somebody, the oldest first.
fn codes(server: &SmtpServer, to: &str) -> Vec<String> {
    let of = |kept: &Kept| {
        let line = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let is_code = |line: &String| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
        kept.text.lines().map(line).find(is_code)
    };
    let letters = server.messages();
    letters.iter().filter(|kept| kept.to == [to]).filter_map(of).collect()
}

/// The last of `wanted` codes that came to somebody.
async fn code(server: &SmtpServer, to: &str, wanted: usize) -> String {
    for _ in 0..300 {
        let mut found = codes(server, to);
        if found.len() >= wanted {
            return found.pop().unwrap();
        }
        sleep(Duration::from_millis(200)).await;
    }
    panic!("{wanted} codes to {to}, and there are {:?}", codes(server, to));
}

/// Waits for the letter that tells somebody of an added factor.
///
/// It goes out after the answer: a test that counts letters, or changes what the server does, would meet it
/// on its way.
async fn told_of_it(server: &SmtpServer, who: &str) {
    for _ in 0..600 {
        let told = |kept: &Kept| kept.to == [who] && kept.header("Subject").contains("was added");
        if server.messages().iter().any(told) {
            return;
        }
        sleep(Duration::from_millis(100)).await;
    }
    panic!("nobody told {who} of the added factor: {:#?}", server.messages());
}

/// Somebody who has set codes by mail up and was told so, and their recovery codes.
async fn with_mail(site: &SiteProcess, server: &SmtpServer, who: &str) -> Vec<String> {
    let mut client = SiteClient::of(site, Speaks::Json);
    client.sign_in(who).await;
    let page = client.get("/2fa/activate").await;
    let begun = client.post("/2fa/activate", &page.csrf(), &[("method", "email")]).await;
    assert_eq!(begun.status, 200, "{begun:?}");
    let first = code(server, who, 1).await;
    let fields = [("code", &*first), ("name", "Mail")];
    let done = client.post("/2fa/activate/confirm", &begun.csrf(), &fields).await;
    assert_eq!(done.status, 200, "{done:?}");
    told_of_it(server, who).await;
    done.recovery_codes()
}

/// A new session with the challenge by mail open.
async fn half(site: &SiteProcess, who: &str) -> (SiteClient, Answer) {
    let mut client = SiteClient::of(site, Speaks::Json);
    client.sign_in(who).await;
    let page = client.get("/2fa/challenge?method=email").await;
    assert_eq!(page.status, 200, "{page:?}");
    (client, page)
}

async fn press(client: &mut SiteClient, page: &Answer) -> Answer {
    let sent = client.post("/2fa/challenge/send", &page.csrf(), &[]).await;
    assert_eq!(sent.status, 200, "{sent:?}");
    sent
}

/// What the page says of the message, once it says so.
async fn says(client: &mut SiteClient, sent: &Answer, delivery: &str) {
    let path = format!("/2fa/challenge?method=email&ticket={}", sent.csrf());
    let mut page = client.get(&path).await;
    for _ in 0..1_200 {
        if page.json().pointer("/mail/sent/delivery").is_some_and(|said| said == delivery) {
            return;
        }
        sleep(Duration::from_millis(100)).await;
        page = client.get(&path).await;
    }
    panic!("it does not say {delivery:?}: {page:?}");
}

/// Waits until it was tried so many times to write to somebody.
async fn tried(server: &SmtpServer, who: &str, wanted: usize) {
    for _ in 0..3_000 {
        if server.tries_at(who) >= wanted {
            return;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("{wanted} tries to write to {who}: {:#?}", server.commands());
}

/// Nobody got a letter twice.
fn none_twice(server: &SmtpServer) {
    let mut ids = BTreeMap::new();
    for kept in server.messages() {
        *ids.entry(kept.header("Message-ID").to_owned()).or_insert(0) += 1;
    }
    assert!(ids.values().all(|count| *count == 1), "{ids:?}");
}

/// On each of the sites, side by side, with a mail server of its own.
async fn on_each<F>(journey: impl Fn(SiteProcess, SmtpServer) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    if is_skipped(Part::Process) || is_skipped(Part::Mail) {
        return;
    }
    let begun = Example::ALL.map(|example| {
        let server = SmtpServer::start(Mode::Accept);
        let site = SiteProcess::start_with_mail(example, &server.url());
        tokio::spawn(journey(site, server))
    });
    for journey in begun {
        // Why has been said where it failed.
        journey.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn dc_3_a_code_by_mail_lets_in_at_each_site() {
    on_each(|site, server| async move {
        with_mail(&site, &server, ADA).await;
        for speaks in [Speaks::Html, Speaks::Json] {
            let mut client = SiteClient::of(&site, speaks);
            client.sign_in(ADA).await;
            let page = client.challenged("/account").await;
            let wanted = codes(&server, ADA).len() + 1;
            let sent = client.post("/2fa/challenge/send", &page.csrf(), &[]).await;
            let page = client.follow(sent).await;
            let typed = code(&server, ADA, wanted).await;
            let passed = client.answer(&page, &[("method", "email"), ("code", &typed)]).await;
            assert!(matches!(passed.status, 200 | 303), "{passed:?}");
            let account = client.get("/account").await;
            assert!(account.body.contains(&format!("account of {ADA}")), "{account:?}");
        }
        let log = site.ended().await;
        none_twice(&server);
        for secret in codes(&server, ADA) {
            let line = log.lines().find(|line| holds(line, &secret));
            assert!(line.is_none(), "a code is in the log: {line:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_becomes_of_the_mail_server_other_ways_work_and_the_page_says_what_is_so() {
    on_each(|site, mut server| async move {
        let people = [ADA, BOB, ROOT];
        let mut kept = Vec::new();
        for who in people {
            kept.push(with_mail(&site, &server, who).await);
        }
        let [of_ada, of_bob, of_root] = &*kept else { unreachable!("three people") };
        let by_recovery = async |client: &mut SiteClient, sent: &Answer, code: &String| {
            let fields = [("method", "recovery"), ("code", code.as_str())];
            let passed = client.answer(sent, &fields).await;
            assert_eq!(passed.status, 200, "{passed:?}");
            assert_eq!(client.get("/account").await.status, 200);
        };

        // It refuses, and the next press need not wait.
        server.set_mode(Mode::NoRecipient);
        let (mut ada, page) = half(&site, ADA).await;
        let sent = press(&mut ada, &page).await;
        says(&mut ada, &sent, "failed").await;
        server.set_mode(Mode::DropKept);
        let again = press(&mut ada, &sent).await;
        says(&mut ada, &again, "unsure").await;
        // It has arrived all the same, once, and is good.
        let typed = code(&server, ADA, 2).await;
        let fields = [("method", "email"), ("code", &*typed)];
        assert_eq!(ada.answer(&again, &fields).await.status, 200);
        let (mut ada, page) = half(&site, ADA).await;
        by_recovery(&mut ada, &page, &of_ada[0]).await;

        // It never answers.
        server.set_mode(Mode::SlowGreeting);
        let (mut bob, page) = half(&site, BOB).await;
        let sent = press(&mut bob, &page).await;
        by_recovery(&mut bob, &sent, &of_bob[0]).await;

        // It is not there, and then it is: what it missed comes once, and is good.
        server.set_mode(Mode::Accept);
        server.stop();
        let (mut root, page) = half(&site, ROOT).await;
        let sent = press(&mut root, &page).await;
        server.start_again();
        let typed = code(&server, ROOT, 2).await;
        let fields = [("method", "email"), ("code", &*typed)];
        assert_eq!(root.answer(&sent, &fields).await.status, 200);
        let (mut root, page) = half(&site, ROOT).await;
        by_recovery(&mut root, &page, &of_root[0]).await;
        site.ended().await;
        assert_eq!(codes(&server, ROOT).len(), 2);
        none_twice(&server);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn org_2_org_3_an_address_is_confirmed_by_whoever_has_the_link() {
    on_each(|site, server| async move {
        let server = Arc::new(server);
        let mut carol = SiteClient::of(&site, Speaks::Html);
        carol.sign_in("carol@example.org").await;
        let page = carol.get("/2fa/activate").await;
        assert!(!page.body.contains("value=\"email\""), "{page:?}");
        let sent = carol.post("/2fa/confirm-address/send", &page.csrf(), &[]).await;
        assert_eq!(sent.status, 303, "{sent:?}");
        let letters = server.wait_for(1).await;
        let words = letters[0].text.split_whitespace();
        let link = words.filter_map(|word| word.strip_prefix(site.origin())).next_back().unwrap();
        // Whoever reads the mail need not be signed in.
        let mut elsewhere = SiteClient::of(&site, Speaks::Html);
        let shown = elsewhere.get(link).await;
        assert!(shown.body.contains("carol@example.org"), "{shown:?}");
        let page = carol.get("/2fa/activate").await;
        assert!(!page.body.contains("value=\"email\""), "opening it confirms nothing");
        let token = link.split_once("token=").unwrap().1;
        let done = elsewhere.post("/2fa/confirm-address", "", &[("token", token)]).await;
        assert_eq!(done.status, 200, "{done:?}");
        let page = carol.get("/2fa/activate").await;
        assert!(page.body.contains("value=\"email\""), "{page:?}");
        let token = token.to_owned();
        assert!(!site.ended().await.contains(&token), "the link is in the log");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn letters_on_their_way_go_out_before_a_site_ends() {
    on_each(|site, server| async move {
        with_mail(&site, &server, ADA).await;
        let before = server.messages().len();
        // It cannot take them yet.
        server.set_mode(Mode::LaterRecipient);
        for who in [BOB, ROOT] {
            let mut client = SiteClient::of(&site, Speaks::Json);
            client.sign_in(who).await;
            let page = client.get("/2fa/activate").await;
            let begun = client.post("/2fa/activate", &page.csrf(), &[("method", "email")]).await;
            assert_eq!(begun.status, 200, "{begun:?}");
        }
        // Next they wait for longer than the site does at its end.
        for who in [BOB, ROOT] {
            tried(&server, who, 2).await;
        }
        server.set_mode(Mode::Accept);
        // Workers of the site end before the letters have gone.
        site.ended().await;
        assert_eq!(server.messages().len(), before + 2, "{:#?}", server.messages());
        none_twice(&server);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_a_killed_site_had_still_to_tell_is_told_once_when_it_runs_again() {
    on_each(|site, server| async move {
        let kept = with_mail(&site, &server, ADA).await;
        let told = |server: &SmtpServer| {
            let letters = server.messages();
            letters.iter().filter(|kept| kept.text.contains("recovery code was used")).count()
        };
        let before = server.tries_at(ADA);
        server.set_mode(Mode::LaterRecipient);
        let (mut ada, page) = half(&site, ADA).await;
        let fields = [("method", "recovery"), ("code", kept[0].as_str())];
        assert_eq!(ada.answer(&page, &fields).await.status, 200);
        tried(&server, ADA, before + 1).await;
        // A power failure, and nobody who comes by.
        let site = spawn_blocking(move || site.restart()).await.unwrap();
        server.set_mode(Mode::Accept);
        for _ in 0..1_000 {
            if told(&server) > 0 {
                break;
            }
            sleep(Duration::from_millis(200)).await;
        }
        site.ended().await;
        assert_eq!(told(&server), 1, "{:#?}", server.messages());
        none_twice(&server);
    })
    .await;
}
