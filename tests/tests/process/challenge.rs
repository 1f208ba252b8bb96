//! Between password and code, and who is never asked for one.

use countersign_tests::site_client::{SiteClient, Speaks};

use crate::answers::{
    ACTING, ADA, BOB, PROTECTED, SSO, after_activation, is_led, is_refused, says_nothing_private,
};
use crate::each::on_each;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn di_1_nothing_protected_is_served_between_password_and_code() {
    on_each(|site| async move {
        let (mut first, mut activated) = after_activation(&site, Speaks::Html).await;
        let (mut person, mut program) =
            (SiteClient::of(&site, Speaks::Html), SiteClient::of(&site, Speaks::Json));
        person.sign_in(ADA).await;
        program.sign_in(ADA).await;
        for path in PROTECTED.into_iter().chain(["/2fa"]) {
            is_led(&person.get(path).await, 302, "challenge");
            is_refused(&program.get(path).await, "challenge");
        }
        for path in ACTING {
            is_led(&person.post(path, "", &[("password", "x")]).await, 303, "challenge");
            is_refused(&program.post(path, "", &[("password", "x")]).await, "challenge");
        }
        for method in ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"] {
            let answer = person.ask(method, "/account", &[], "").await;
            assert!(matches!(answer.status, 302 | 303), "{method}: {answer:?}");
            assert_eq!(answer.body, "", "{method}");
        }
        // Whoever has an authenticator cannot activate a second one instead of showing the first.
        is_led(&person.get("/2fa/activate").await, 302, "challenge");
        assert!(first.get("/transfer").await.body.contains("transfers: 0"), "no handler ran");

        let page = person.challenged("/transfer").await;
        let passed = person.answer(&page, &[("code", &activated.app.code().await)]).await;
        assert_eq!((passed.status, passed.location().as_str()), (303, "/transfer"));
        assert!(person.post("/transfer", "", &[]).await.body.contains("transfers: 1"));
        assert!(person.get("/files/hello.txt").await.status == 200);
        assert_eq!(person.get("/nowhere").await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn di_1_di_2_di_9_whom_no_rule_names_never_sees_us() {
    on_each(|site| async move {
        for email in [BOB, SSO] {
            let mut person = SiteClient::of(&site, Speaks::Html);
            person.sign_in(email).await;
            let account = person.get("/account").await;
            assert_eq!(account.status, 200, "{account:?}");
            assert!(account.body.contains(&format!("account of {email}")), "{account:?}");
            assert_eq!(person.cookies.keys().collect::<Vec<_>>(), ["session"]);
        }
        let mut program = SiteClient::of(&site, Speaks::Json);
        let key = [("authorization", "Bearer demo-key")];
        assert_eq!(program.ask("GET", "/api/ping", &key, "").await.status, 200);
        let settings = program.ask("GET", "/2fa", &key, "").await;
        assert_eq!((settings.status, settings.member("error").as_str()), (403, "no_person"));
        let other_key = [("authorization", "Bearer demo-kez")];
        let refused = program.ask("GET", "/api/ping", &other_key, "").await;
        assert_eq!((refused.status, refused.member("error").as_str()), (401, "sign_in_required"));
        says_nothing_private(&refused);
    })
    .await;
}
