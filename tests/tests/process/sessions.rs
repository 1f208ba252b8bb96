//! Sessions: when their ids change, what a copy of their cookie is worth, and how it is sent.

use countersign_tests::example::Example;
use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{Answer, SiteClient, Speaks};
use countersign_tests::tool::{Part, is_skipped};

use crate::answers::{ADA, BOB, after_activation, says_nothing_private};
use crate::each::on_each;

const SESSION: &str = "session";

/// Somebody who has nothing but a cookie.
fn with(site: &SiteProcess, cookie: &str) -> SiteClient {
    let mut thief = SiteClient::of(site, Speaks::Html);
    thief.cookies.insert(SESSION.to_owned(), cookie.to_owned());
    thief
}

async fn is_nobody(mut client: SiteClient) {
    let answer = client.get("/account").await;
    assert_eq!((answer.status, answer.location().as_str()), (302, "/sign-in"), "{answer:?}");
    says_nothing_private(&answer);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_copied_cookie_is_worth_nothing_after_sign_out() {
    on_each(|site| async move {
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let copied = bob.cookies[SESSION].clone();
        assert_eq!(with(&site, &copied).get("/account").await.status, 200);
        bob.sign_out().await;
        assert!(bob.cookies.is_empty(), "and the browser forgets it");
        is_nobody(with(&site, &copied)).await;
        is_nobody(with(&site, "made-up")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_session_has_another_id_after_each_sign_in_and_each_second_factor() {
    on_each(|site| async move {
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let before = bob.cookies[SESSION].clone();
        bob.sign_in(BOB).await;
        assert_ne!(bob.cookies[SESSION], before);
        is_nobody(with(&site, &before)).await;

        let (mut ada, mut activated) = after_activation(&site, Speaks::Html).await;
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let before = ada.cookies[SESSION].clone();
        let page = ada.challenged("/account").await;
        let passed = ada.answer(&page, &[("code", &activated.app.code().await)]).await;
        assert_eq!(passed.status, 303, "{passed:?}");
        assert_ne!(ada.cookies[SESSION], before);
        assert_eq!(ada.get("/account").await.status, 200);
        is_nobody(with(&site, &before)).await;
    })
    .await;
}

/// The attributes of the one cookie that an answer sets.
fn attributes(answer: &Answer) -> Vec<&str> {
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("session="), "{answer:?}");
    let mut attributes: Vec<_> = cookie.split(';').map(str::trim).skip(1).collect();
    attributes.sort_unstable();
    attributes
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_cookie_is_for_this_site_alone_and_for_no_script() {
    if is_skipped(Part::Process) {
        return;
    }
    for example in Example::ALL {
        let site = SiteProcess::start(example);
        let answer = SiteClient::of(&site, Speaks::Html).sign_in(BOB).await;
        assert_eq!(attributes(&answer), ["HttpOnly", "Path=/", "SameSite=Lax"], "{example}");
        let site = SiteProcess::start_behind(example, "https://app.example");
        let answer = SiteClient::of(&site, Speaks::Html).sign_in(BOB).await;
        let encrypted = ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"];
        assert_eq!(attributes(&answer), encrypted, "{example}");
    }
}
