//! What the site itself says to whom, and when it says the same.
//!
//! | visitor | protected routes | open routes, sign-out |
//! |---|---|---|
//! | nobody | the sign-in page, or 401 | as they are |
//! | somebody half signed in | the challenge, or 401 | as they are |
//! | somebody who must activate | the activation, or 401 | as they are |
//! | single sign-on, a key of the API | as they are | as they are |

use countersign_tests::site_client::{SiteClient, Speaks};

use crate::answers::{
    ACTING, ADA, BOB, OPEN, PROTECTED, SSO, after_activation, is_led, says_nothing_private,
};
use crate::each::on_each;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_is_sent_to_the_sign_in_page() {
    on_each(|site| async move {
        let mut person = SiteClient::of(&site, Speaks::Html);
        let mut program = SiteClient::of(&site, Speaks::Json);
        for path in PROTECTED.into_iter().filter(|path| *path != "/nowhere") {
            let sent = person.get(path).await;
            assert_eq!((sent.status, sent.location().as_str()), (302, "/sign-in"), "{path}");
            says_nothing_private(&sent);
            let refused = program.get(path).await;
            assert_eq!(
                (refused.status, refused.member("error").as_str()),
                (401, "sign_in_required")
            );
            says_nothing_private(&refused);
        }
        for path in ACTING {
            let sent = person.post(path, "", &[("password", "a"), ("new_password", "b")]).await;
            assert_eq!((sent.status, sent.location().as_str()), (303, "/sign-in"), "{path}");
        }
        for path in OPEN {
            assert_eq!(person.get(path).await.status, 200, "{path}");
        }
        assert_eq!(person.get("/nowhere").await.status, 404);
        let answer = person.sign_out().await;
        assert_eq!((answer.status, answer.location().as_str()), (303, "/"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_is_half_signed_in_sees_what_is_open_and_can_leave() {
    on_each(|site| async move {
        let (mut ada, _) = after_activation(&site, Speaks::Html).await;
        assert!(ada.get("/").await.body.contains("shown in this session"));
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        for path in OPEN {
            assert_eq!(ada.get(path).await.status, 200, "{path}");
        }
        let home = ada.get("/").await.body;
        assert!(home.contains("set up, and not shown yet") && !home.contains("class=\"warn\""));
        is_led(&ada.get("/nowhere").await, 302, "challenge");
        let answer = ada.sign_out().await;
        assert_eq!((answer.status, answer.location().as_str()), (303, "/"));
        assert!(ada.get("/").await.body.contains("Nobody is signed in"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_has_no_second_factor_is_reminded_and_who_is_exempt_is_not() {
    on_each(|site| async move {
        let reminder = r#"<p class="warn" role="status">"#;
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let home = bob.get("/").await.body;
        assert!(home.contains(reminder) && home.contains("Your password is all"), "{home}");
        assert!(bob.get("/transfer").await.location().starts_with("/2fa/activate"));
        assert_eq!(bob.get("/files/hello.txt").await.status, 200);
        assert_eq!(bob.get("/files/nothing.txt").await.status, 404);

        let mut ada = SiteClient::of(&site, Speaks::Html);
        ada.sign_in(ADA).await;
        let home = ada.get("/").await.body;
        assert!(home.contains(reminder) && home.contains(r#"<a href="/2fa">"#), "{home}");

        let mut sso = SiteClient::of(&site, Speaks::Html);
        sso.sign_in(SSO).await;
        let home = sso.get("/").await.body;
        assert!(home.contains("this sign-in is exempt") && !home.contains(reminder), "{home}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    on_each(|site| async move {
        let mut browser = SiteClient::of(&site, Speaks::Html);
        let mut bodies = Vec::new();
        for (email, password) in [(BOB, "wrong"), ("eve@example.org", "wrong"), ("", "wrong")] {
            let fields = [("email", email), ("password", password)];
            let refused = browser.post("/sign-in", "", &fields).await;
            assert_eq!(refused.status, 422, "{refused:?}");
            assert!(refused.body.contains("The address or the password is wrong."));
            bodies.push(refused.body.replace(email, ""));
        }
        assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
        assert!(browser.cookies.is_empty(), "nobody has a session");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_the_right_key_opens_the_api() {
    on_each(|site| async move {
        let mut browser = SiteClient::of(&site, Speaks::Json);
        browser.sign_in(BOB).await;
        let ping = |key| [("authorization", key)];
        for key in ["Bearer demo-key", "bearer demo-key"] {
            let answer = browser.ask("GET", "/api/ping", &ping(key), "").await;
            assert_eq!(answer.body, r#"{"pong":true,"user":"api:demo"}"#);
        }
        // Whoever shows a key is not the one with the session, whatever key it is.
        for key in ["Bearer demo-kez", "bearer demo-key2", "Bearer demo", "Bearer "] {
            let answer = browser.ask("GET", "/api/ping", &ping(key), "").await;
            assert_eq!(answer.status, 401, "{key}: {answer:?}");
        }
        let answer = browser.ask("GET", "/api/ping", &ping("Basic demo-key"), "").await;
        assert_eq!(answer.body, r#"{"pong":true,"user":"bob@example.org"}"#);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_site_is_ready_only_while_its_store_answers() {
    on_each(|site| async move {
        let mut somebody = SiteClient::of(&site, Speaks::Html);
        somebody.sign_in(ADA).await;
        let ready = somebody.get("/healthz").await;
        assert_eq!((ready.status, ready.body.as_str()), (200, "ready"));
        site.break_the_store();
        let ready = somebody.get("/healthz").await;
        assert_eq!((ready.status, ready.body.as_str()), (503, "not ready"));
        let account = somebody.get("/account").await;
        assert_eq!(account.status, 503, "{account:?}");
        says_nothing_private(&account);
        let left = somebody.post("/sign-out", "", &[]).await;
        assert_eq!(left.status, 503, "who cannot be signed out everywhere is told: {left:?}");
        assert!(left.body.contains("Not available right now"), "{left:?}");
    })
    .await;
}
