//! The first sign-in of somebody who must have a second factor.

use countersign_tests::site_client::{SiteClient, Speaks};
use countersign_tests::totp_program::TotpProgram;
use serde_json::json;

use crate::answers::{
    ACTING, ADA, OPEN, PROTECTED, is_guarded, is_led, is_refused, says_nothing_private,
};
use crate::each::on_each;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn di_7_dc_7_the_first_sign_in_activates_and_goes_on_to_the_page_first_asked_for() {
    on_each(|site| async move {
        let mut ada = SiteClient::of(&site, Speaks::Html);
        let anonymous = ada.get("/account?a=b&c=d").await;
        assert_eq!((anonymous.status, anonymous.location().as_str()), (302, "/sign-in"));
        ada.sign_in(ADA).await;
        let stopped = ada.get("/account?a=b&c=d").await;
        is_led(&stopped, 302, "activate");
        let page = ada.follow(stopped).await;
        assert!(page.body.contains("Your account needs this before you can go on."), "{page:?}");
        is_guarded(&page);

        let begun = ada.post("/2fa/activate", &page.csrf(), &[("method", "totp")]).await;
        assert_eq!(begun.status, 200);
        assert!(
            begun.body.contains("<svg") && begun.body.contains("Confirm and enable"),
            "{begun:?}"
        );
        is_guarded(&begun);
        let mut app = TotpProgram::scan(&begun.key_uri());

        let confirm = "/2fa/activate/confirm";
        let wrong = app.wrong_codes(1).remove(0);
        let wrong = [("code", wrong.as_str()), ("name", "My phone")];
        let again = ada.post(confirm, &begun.csrf(), &wrong).await;
        assert_eq!(again.status, 422, "{again:?}");
        is_guarded(&again);
        is_led(&ada.get("/account").await, 302, "activate");

        let code = app.code().await;
        let right = [("code", code.as_str()), ("name", "My phone")];
        let session_before = ada.cookies["session"].clone();
        let done = ada.post(confirm, &again.csrf(), &right).await;
        assert_eq!((done.status, done.recovery_codes().len()), (200, 10), "{done:?}");
        is_guarded(&done);
        assert_ne!(ada.cookies["session"], session_before, "the session has another id");
        assert_eq!(done.next(), "/account?a=b&c=d");
        let account = ada.get(&done.next()).await;
        assert_eq!(account.status, 200);
        assert!(account.body.contains("account of ada@acme.example"), "{account:?}");
        assert!(ada.get("/2fa").await.body.contains("My phone"));

        // The session of before the activation is worth nothing any more.
        let mut thief = SiteClient::of(&site, Speaks::Html);
        thief.cookies.insert("session".to_owned(), session_before);
        let stolen = thief.get("/account").await;
        assert_eq!(stolen.status, 302, "{stolen:?}");
        says_nothing_private(&stolen);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_journey_is_there_for_programs_in_json() {
    on_each(|site| async move {
        let mut ada = SiteClient::of(&site, Speaks::Json);
        ada.sign_in(ADA).await;
        let stopped = ada.get("/account").await;
        is_refused(&stopped, "activate");

        let page = ada.get(&stopped.member("next")).await;
        assert_eq!((page.status, page.media_type()), (200, "application/json"), "{page:?}");
        assert_eq!(
            (&page.json()["required"], &page.json()["methods"]),
            (&json!(true), &json!(["totp", "email"]))
        );
        let mut activated = ada.activate(&page.csrf()).await;
        assert_eq!((activated.recovery_codes.len(), activated.next.as_str()), (10, "/account"));
        let ping = ada.get("/api/ping").await;
        assert_eq!((ping.status, &ping.json()["pong"]), (200, &json!(true)));

        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let page = ada.challenged("/api/ping").await;
        assert_eq!(page.json()["methods"], json!(["totp", "recovery"]));
        assert_eq!(page.json()["tries_left"], json!(5));

        let wrong = activated.app.wrong_codes(1).remove(0);
        let again = ada.answer(&page, &[("code", &wrong)]).await;
        assert_eq!(
            (again.status, again.media_type()),
            (422, "application/problem+json"),
            "{again:?}"
        );
        assert_eq!(
            (again.member("error").as_str(), &again.json()["tries_left"]),
            ("wrong", &json!(4))
        );
        is_guarded(&again);
        let no_code = ada.answer(&again, &[("code", "12345")]).await;
        assert_eq!((no_code.status, no_code.member("error").as_str()), (422, "malformed"));
        assert_eq!(no_code.json()["tries_left"], json!(4), "what cannot be a code costs no try");

        let code = activated.app.code().await;
        let passed = ada.answer(&no_code, &[("code", &code)]).await;
        assert_eq!(
            (passed.status, passed.member("next").as_str()),
            (200, "/api/ping"),
            "{passed:?}"
        );
        is_guarded(&passed);
        assert_eq!(ada.get("/api/ping").await.status, 200);

        let settings = ada.get("/2fa").await;
        assert_eq!(settings.json()["recovery"], json!({ "left": 10, "total": 10, "low": false }));
        assert_eq!(settings.json()["authenticators"][0]["name"], json!("My phone"));
        is_guarded(&settings);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn dc_8_who_must_activate_reaches_nothing_else_but_can_sign_out() {
    on_each(|site| async move {
        let (mut person, mut program) =
            (SiteClient::of(&site, Speaks::Html), SiteClient::of(&site, Speaks::Json));
        person.sign_in(ADA).await;
        program.sign_in(ADA).await;
        for path in PROTECTED.into_iter().chain(["/2fa"]) {
            is_led(&person.get(path).await, 302, "activate");
            is_refused(&program.get(path).await, "activate");
        }
        for path in ACTING {
            is_led(&person.post(path, "", &[("password", "x")]).await, 303, "activate");
            is_refused(&program.post(path, "", &[("password", "x")]).await, "activate");
        }
        let nothing_to_ask = person.get("/2fa/challenge").await;
        assert!(
            nothing_to_ask.location().starts_with("/2fa/activate?ticket="),
            "{nothing_to_ask:?}"
        );
        for path in OPEN {
            assert_eq!(person.get(path).await.status, 200, "{path}");
        }
        person.sign_out().await;
        assert_eq!(person.get("/account").await.location(), "/sign-in");
    })
    .await;
}
