//! What is sent to the site: by its own pages, by others, and by nobody's.

use countersign_tests::process::PASSWORD;
use countersign_tests::site_client::{SiteClient, Speaks};

use crate::answers::{ADA, BOB, after_activation, is_led};
use crate::each::on_each;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_form_of_another_site_is_refused_and_does_nothing() {
    on_each(|site| async move {
        let signing_in = "email=bob@example.org&password=correct+horse+battery+staple";
        let (cross, same) = (("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"));
        for header in [cross, same, ("origin", "http://evil.example"), ("origin", "null")] {
            // As a program, because a browser of ours says more about itself.
            let request = raw_form(&site, "/sign-in", "", &[header], signing_in);
            let answer = crate::connections::raw(&site, &request).await;
            assert!(answer.starts_with("HTTP/1.1 403"), "{header:?}: {answer}");
            assert!(!answer.to_ascii_lowercase().contains("set-cookie"), "{header:?}: {answer}");
            assert!(answer.contains("This was sent by another site"), "{header:?}: {answer}");
        }
        let own = site.origin().to_owned();
        for header in [("sec-fetch-site", "same-origin"), ("origin", own.as_str())] {
            let request = raw_form(&site, "/sign-in", "", &[header], signing_in);
            let answer = crate::connections::raw(&site, &request).await;
            assert!(answer.starts_with("HTTP/1.1 303"), "{header:?}: {answer}");
        }

        let (mut ada, _) = after_activation(&site, Speaks::Html).await;
        let cookie = ada.cookie_header();
        for path in ["/transfer", "/password", "/sign-out"] {
            let request = raw_form(&site, path, &cookie, &[cross], "password=a&new_password=b");
            let answer = crate::connections::raw(&site, &request).await;
            assert!(answer.starts_with("HTTP/1.1 403"), "{path}: {answer}");
        }
        assert!(ada.get("/transfer").await.body.contains("transfers: 0"), "still signed in");
    })
    .await;
}

fn raw_form(
    site: &countersign_tests::process::SiteProcess,
    path: &str,
    cookie: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> String {
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n{headers}{}: {}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        site.address(),
        FORM.0,
        FORM.1,
        body.len(),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_form_that_is_not_whole_gets_a_page_that_says_so_and_does_nothing() {
    on_each(|site| async move {
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let long = format!("email=a&password=b&new_password={}", "c".repeat(17_000));
        let text = ("content-type", "text/plain");
        let parts = ("content-type", "multipart/form-data; boundary=x");
        for path in ["/sign-in", "/password"] {
            for (kind, body, status, title) in [
                (FORM, "", 422, "Incomplete"),
                (FORM, "password=a", 422, "Incomplete"),
                (FORM, "email=a&new_password=a", 422, "Incomplete"),
                (FORM, long.as_str(), 413, "Too large"),
                (text, "email=a&password=b&new_password=c", 415, "Not a form"),
                (parts, "--x--", 415, "Not a form"),
            ] {
                let answer = bob.ask("POST", path, &[kind], body).await;
                assert_eq!(answer.status, status, "{path} {kind:?} {answer:?}");
                assert!(answer.body.contains(&format!("<h1>{title}</h1>")), "{answer:?}");
                assert_eq!(answer.header("cache-control"), "no-store", "{answer:?}");
            }
        }
        assert_eq!(bob.get("/account").await.status, 200, "Bob is still who he was");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_password_is_changed_by_who_knows_it_and_second_factors_are_asked_for_again() {
    on_each(|site| async move {
        let (mut ada, _) = after_activation(&site, Speaks::Html).await;
        let change = |old, new| [("password", old), ("new_password", new)];
        let long = "a".repeat(1_025);
        for (old, new, why) in [
            ("wrong", "long enough", "That is not your password."),
            (PASSWORD, "7 chars", "A new password has at least 8 characters."),
            (PASSWORD, long.as_str(), "A new password has at most 1024 bytes."),
        ] {
            let refused = ada.post("/password", "", &change(old, new)).await;
            assert_eq!(refused.status, 422, "{refused:?}");
            assert!(refused.body.contains(why), "{refused:?}");
        }
        assert_eq!(ada.get("/account").await.status, 200, "nothing has changed");
        let changed = ada.post("/password", "", &change(PASSWORD, "8 chars!")).await;
        assert_eq!((changed.status, changed.location().as_str()), (303, "/account"));
        is_led(&ada.get("/account").await, 302, "challenge");

        let mut again = SiteClient::of(&site, Speaks::Html);
        let old = again.post("/sign-in", "", &[("email", ADA), ("password", PASSWORD)]).await;
        assert_eq!(old.status, 422, "{old:?}");
        let new = again.post("/sign-in", "", &[("email", ADA), ("password", "8 chars!")]).await;
        assert_eq!((new.status, new.location().as_str()), (303, "/account"));
    })
    .await;
}
