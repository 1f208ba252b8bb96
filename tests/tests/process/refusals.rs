//! What goes wrong, and what is over.

use countersign_tests::site_client::{SiteClient, Speaks};
use countersign_tests::totp_program::TotpProgram;

use crate::answers::{ADA, BOB, DEVICE, after_activation, is_guarded};
use crate::connections::raw;
use crate::each::on_each;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_goes_wrong_has_its_status_and_says_what_to_do() {
    on_each(|site| async move {
        let (mut ada, mut activated) = after_activation(&site, Speaks::Html).await;
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let page = ada.challenged("/account").await;

        let forged = ada.post("/2fa/challenge", "made up", &[("code", "123456")]).await;
        assert_eq!(forged.status, 403, "{forged:?}");
        is_guarded(&forged);
        let none = ada.ask("POST", "/2fa/challenge", &[FORM], "code=123456").await;
        assert_eq!(none.status, 403, "{none:?}");
        let csrf = page.csrf();
        // What cannot be a code costs no try, so only the status tells whether it was looked at.
        let body = format!("code=12345&csrf={csrf}");
        for (header, value, status) in [
            ("origin", "http://evil.example", 403),
            ("origin", "null", 403),
            ("sec-fetch-site", "cross-site", 403),
            ("sec-fetch-site", "same-site", 403),
            ("sec-fetch-site", "same-origin", 422),
        ] {
            let request = format!(
                "POST /2fa/challenge HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n{header}: {value}\r\n\
                 {}: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                site.address(),
                ada.cookie_header(),
                FORM.0,
                FORM.1,
                body.len(),
            );
            let answer = raw(&site, &request).await;
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status}")),
                "{header}: {value}: {answer}"
            );
        }

        let unknown = ada.get("/2fa/nothing").await;
        assert_eq!(unknown.status, 404);
        is_guarded(&unknown);
        let method = ada.ask("DELETE", "/2fa/challenge", &[], "").await;
        assert_eq!((method.status, method.header("allow")), (405, "GET, HEAD, POST"), "{method:?}");
        is_guarded(&method);
        let xml = ada.ask("POST", "/2fa/challenge", &[("content-type", "text/xml")], "<a/>").await;
        assert_eq!(xml.status, 415, "{xml:?}");
        let damaged = ada.ask("POST", "/2fa/challenge", &[FORM], "code=%zz").await;
        assert_eq!(damaged.status, 400, "{damaged:?}");
        let long = format!("code=1&csrf={}", "a".repeat(17_000));
        let long = ada.ask("POST", "/2fa/challenge", &[FORM], &long).await;
        assert_eq!(long.status, 413);
        is_guarded(&long);
        let head = ada.ask("HEAD", "/2fa/challenge", &[], "").await;
        assert_eq!((head.status, head.body.as_str()), (200, ""));
        is_guarded(&head);

        // The wait is not for long: whoever has to wait for the next code first may come too late.
        let right = activated.app.code().await;
        for (left, code) in (0..5).rev().zip(activated.app.wrong_codes(5)) {
            let wrong = ada.answer(&page, &[("code", &code)]).await;
            assert_eq!(wrong.status, 422, "{wrong:?}");
            let words = match left {
                0 => "There were too many wrong codes.".to_owned(),
                1 => "You have 1 try left.".to_owned(),
                more => format!("You have {more} tries left."),
            };
            assert!(wrong.body.contains(&words), "{wrong:?}");
        }
        for code in [right.as_str(), "000000"] {
            let waits = ada.answer(&page, &[("code", code)]).await;
            assert_eq!(waits.status, 429, "{waits:?}");
            let seconds: u64 = waits.header("retry-after").parse().unwrap();
            assert!((1..=30).contains(&seconds), "{seconds}");
            is_guarded(&waits);
        }
        let page = ada.get("/2fa/challenge?method=recovery").await;
        let code = activated.recovery_codes[0].as_str();
        let answer = [("code", code), ("method", "recovery"), ("remember", "on")];
        let passed = ada.answer(&page, &answer).await;
        assert_eq!(passed.status, 303, "another way has tries of its own: {passed:?}");
        assert!(!ada.cookies.contains_key(DEVICE), "a recovery code remembers no device");
        assert_eq!(ada.get("/account").await.status, 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_form_that_was_answered_in_another_tab_leads_on() {
    on_each(|site| async move {
        let (mut ada, mut activated) = after_activation(&site, Speaks::Html).await;
        ada.sign_out().await;
        ada.sign_in(ADA).await;
        let (mut here, page_here) = (ada.another_tab(), ada.challenged("/account?tab=1").await);
        let (mut there, page_there) = (ada.another_tab(), ada.challenged("/account?tab=2").await);
        let code = activated.app.code().await;
        let passed = here.answer(&page_here, &[("code", &code)]).await;
        assert_eq!((passed.status, passed.location().as_str()), (303, "/account?tab=1"));

        // The tabs of a browser have one jar of cookies.
        there.cookies = here.cookies.clone();
        for code in [code, activated.app.wrong_codes(1).remove(0)] {
            let over = there.answer(&page_there, &[("code", &code)]).await;
            assert_eq!(over.status, 303, "{over:?}");
            assert!(over.location().starts_with("/2fa/challenge?ticket="), "{over:?}");
            is_guarded(&over);
            let arrived = there.follow(over).await;
            assert_eq!(
                (arrived.status, arrived.to.as_str()),
                (200, "/account?tab=2"),
                "{arrived:?}"
            );
        }
        let settings = there.get("/2fa").await;
        assert_eq!(settings.status, 200);

        // Two activations: the later one counts, the earlier one is over.
        let mut bob = SiteClient::of(&site, Speaks::Html);
        bob.sign_in(BOB).await;
        let page = bob.get("/2fa/activate").await;
        let earlier = bob.post("/2fa/activate", &page.csrf(), &[("method", "totp")]).await;
        bob.post("/2fa/activate", &page.csrf(), &[("method", "totp")]).await;
        let mut app = TotpProgram::scan(&earlier.key_uri());
        let code = app.code().await;
        let over = bob.post("/2fa/activate/confirm", &earlier.csrf(), &[("code", &code)]).await;
        assert_eq!(over.status, 303, "{over:?}");
        assert!(over.location().starts_with("/2fa/activate?error=expired"), "{over:?}");
        let fresh = bob.follow(over).await;
        assert!(fresh.body.contains("The set-up was not finished in time"), "{fresh:?}");
    })
    .await;
}
