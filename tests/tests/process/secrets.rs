//! What is shown once, and what is never written down.

use countersign_tests::process::PASSWORD;
use countersign_tests::site_client::{Answer, Speaks};

use crate::answers::{ADA, after_activation};
use crate::each::on_each;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_secret_is_shown_once_and_never_written_to_the_log() {
    for speaks in [Speaks::Html, Speaks::Json] {
        on_each(move |site| async move {
            let (mut ada, mut activated) = after_activation(&site, speaks).await;
            let shown = ada.answers.len();
            ada.sign_out().await;
            ada.sign_in(ADA).await;
            let page = ada.challenged("/account").await;
            let wrong = activated.app.wrong_codes(1).remove(0);
            let again = ada.answer(&page, &[("code", &wrong)]).await;
            let code = activated.app.code().await;
            ada.answer(&again, &[("code", &code), ("remember", "on")]).await;
            ada.sign_out().await;
            ada.sign_in(ADA).await;
            for path in ["/account", "/", "/2fa", "/2fa/activate", "/2fa/challenge", "/2fa/nothing"]
            {
                ada.get(path).await;
            }
            ada.get("/2fa/challenge?method=recovery").await;

            let key = activated.app.set_up_key.clone();
            let mut secrets = vec![key, activated.key_uri.clone()];
            secrets.extend(activated.recovery_codes.clone());
            secrets.extend(activated.recovery_codes.iter().map(|code| code.replace('-', "")));
            for answer in &ada.answers[shown..] {
                let bare = answer.body.replace(' ', "");
                for secret in &secrets {
                    assert!(!bare.contains(secret), "shown again: {answer:?}");
                }
                assert!(!answer.body.contains("viewBox=\"0 0 4"), "a QR code: {answer:?}");
            }

            secrets.extend(ada.cookies_seen.clone());
            secrets.extend(ada.answers.iter().map(Answer::csrf));
            secrets.extend([wrong, code]);
            secrets.push(PASSWORD.replace(' ', "+"));
            let log = site.ended().await;
            assert!(log.contains("listening on") && log.lines().count() > 10, "a log: {log}");
            for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
                let line = log.lines().find(|line| holds(line, secret));
                assert!(line.is_none(), "{secret} in the log: {line:?}");
            }
        })
        .await;
    }
}

/// Whether a line holds a secret as a word of its own; six digits also stand in longer numbers.
pub(crate) fn holds(line: &str, secret: &str) -> bool {
    line.match_indices(secret).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + secret.len()..].chars().next();
        secret.len() > 6
            || [before, after].into_iter().flatten().all(|c| !c.is_ascii_alphanumeric())
    })
}
