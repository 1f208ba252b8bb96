//! Devices that are remembered, and what else outlives the process.

use countersign_tests::site_client::{SiteClient, Speaks};
use tokio::task::spawn_blocking;

use crate::answers::{ADA, BOB, DEVICE, after_activation, is_led};
use crate::each::on_each;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn dc_5_a_remembered_device_is_not_asked_for_23_hours() {
    on_each(|site| async move {
        let (mut ada, mut activated) = after_activation(&site, Speaks::Html).await;
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let page = ada.challenged("/account").await;
        assert!(page.body.contains("Remember this device for 23 hours"), "{page:?}");
        let code = activated.app.code().await;
        let passed = ada.answer(&page, &[("code", &code), ("remember", "on")]).await;
        assert_eq!((passed.status, passed.location().as_str()), (303, "/account"));
        let set =
            passed.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let set: Vec<_> = set.filter(|cookie| cookie.starts_with("countersign-device=")).collect();
        let [cookie] = set.as_slice() else { panic!("one cookie: {set:?}") };
        let mut parts: Vec<&str> = cookie.split(';').map(str::trim).skip(1).collect();
        parts.sort_unstable();
        assert_eq!(parts, ["HttpOnly", "Max-Age=82800", "Path=/", "SameSite=Lax"]);
        let first_token = ada.cookies[DEVICE].clone();
        assert!(first_token.len() >= 43, "256 bits at least");

        ada.sign_out().await;
        assert_eq!(ada.cookies.get(DEVICE), Some(&first_token), "signing out forgets no device");
        ada.sign_in(ADA).await;
        assert_eq!(ada.get("/account").await.status, 200, "not asked");
        assert_ne!(ada.cookies[DEVICE], first_token, "a token is used once");
        // It is no recent factor.
        is_led(&ada.get("/transfer").await, 302, "challenge");
        let settings = ada.get("/2fa").await;
        assert!(settings.body.contains("This device"), "{settings:?}");

        // Nobody else gets anything from it, nor from a token that is made up.
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        bob.cookies.insert(DEVICE.to_owned(), ada.cookies[DEVICE].clone());
        assert!(!bob.get("/2fa").await.body.contains("This device"));
        let mut thief = SiteClient::of(&site, Speaks::Html);
        thief.sign_in(ADA).await;
        thief.cookies.insert(DEVICE.to_owned(), ada.cookies[DEVICE].chars().rev().collect());
        is_led(&thief.get("/account").await, 302, "challenge");

        // Forgotten, it is asked at once.
        let path = settings.between("/2fa/devices/", "/forget").unwrap();
        let csrf = settings.csrf();
        let forgotten = ada.post(&format!("/2fa/devices/{path}/forget"), &csrf, &[]).await;
        assert_eq!((forgotten.status, forgotten.location().as_str()), (303, "/2fa?done=forgotten"));
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let page = ada.challenged("/account").await;

        // A box that is not ticked remembers nothing.
        ada.cookies.remove(DEVICE);
        let passed = ada.answer(&page, &[("code", &activated.app.code().await)]).await;
        assert_eq!(passed.status, 303, "{passed:?}");
        assert!(!ada.cookies.contains_key(DEVICE));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_was_activated_and_spent_survives_a_server_that_was_killed() {
    on_each(|site| async move {
        let (mut ada, mut activated) = after_activation(&site, Speaks::Html).await;
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let page = ada.challenged("/account").await;
        let spent = activated.app.code().await;
        let passed = ada.answer(&page, &[("code", &spent), ("remember", "on")]).await;
        assert_eq!(passed.status, 303);
        let device = ada.cookies[DEVICE].clone();

        let site = spawn_blocking(move || site.restart()).await.unwrap();
        let mut again = SiteClient::of(&site, Speaks::Html);
        again.sign_in(ADA).await;
        let page = again.challenged("/account").await;
        let refused = again.answer(&page, &[("code", &spent)]).await;
        assert_eq!(refused.status, 422, "a spent code stays spent");
        assert!(refused.body.contains("That code has already been used."), "{refused:?}");
        let code = activated.app.code().await;
        assert_eq!(again.answer(&page, &[("code", &code)]).await.status, 303);
        assert_eq!(again.get("/account").await.status, 200);

        let mut remembered = SiteClient::of(&site, Speaks::Html);
        remembered.cookies.insert(DEVICE.to_owned(), device);
        remembered.sign_in(ADA).await;
        assert_eq!(
            remembered.get("/account").await.status,
            200,
            "a remembered device stays remembered"
        );
    })
    .await;
}
