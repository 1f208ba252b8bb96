//! The example sites say the same: status, headers and body, byte for byte.

use core::fmt::Write as _;

use countersign_tests::example::Example;
use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{Answer, SiteClient, Speaks};

use crate::answers::{ACTING, ADA, BOB, PROTECTED, SSO, after_activation};
use crate::each::on_each;

/// What each connection says about itself, and each moment.
const OF_THE_MOMENT: [&str; 4] = ["connection", "date", "set-cookie", "transfer-encoding"];

/// An answer in which nothing is left that only this site or this moment can say.
fn told(site: &SiteProcess, answer: &Answer) -> String {
    let mut told = format!("{} -> {}\n", answer.to, answer.status);
    let headers = answer.headers.iter().map(|(name, value)| (name.as_str(), value));
    let mut headers: Vec<_> = headers.filter(|(name, _)| !OF_THE_MOMENT.contains(name)).collect();
    // axum tells it to those as well who are stopped before any route is asked.
    headers.retain(|(name, _)| *name != "allow" || answer.status == 405);
    headers.sort_unstable();
    for (name, value) in headers {
        let value = value.to_str().unwrap();
        // The ticket in an address is another one each time.
        let value = value.split("ticket=").next().unwrap();
        writeln!(told, "{name}: {}", value.replace(", ", ",")).unwrap();
    }
    let body = match answer.body.contains("csrf") || answer.media_type().ends_with("problem+json") {
        true => "",
        false => &answer.body,
    };
    told.push_str(&body.replace(site.address(), "HOST"));
    told
}

/// What was told, in order; the first of the sites sets what the others have to say.
fn are_alike(told: &[(Example, Vec<String>)]) {
    let Some(((first, expected), others)) = told.split_first() else { return };
    for (example, told) in others {
        assert_eq!(told.len(), expected.len());
        for (told, expected) in told.iter().zip(expected) {
            assert_eq!(told, expected, "{example} (left) and {first} (right)");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_page_is_the_same_on_each_site() {
    let told = on_each(|site| async move {
        let mut all = Vec::new();
        let mut keep = |answer: Answer| all.push(told(&site, &answer));
        let open = ["/", "/public", "/healthz", "/site.css", "/sign-in"];
        // The files are sent as each framework sends files, and streams have a test of their own.
        let elsewhere = |path: &&str| !["/files/hello.txt", "/events"].contains(path);
        for email in ["", BOB, ADA, SSO] {
            let mut person = SiteClient::of(&site, Speaks::Html);
            if !email.is_empty() {
                keep(person.sign_in(email).await);
            }
            for path in open.into_iter().chain(PROTECTED.into_iter().filter(elsewhere)) {
                keep(person.get(path).await);
                keep(person.ask("HEAD", path, &[], "").await);
            }
            let fields = [("email", "a <b>&'\""), ("password", "c"), ("new_password", "d")];
            for path in ACTING.into_iter().chain(["/sign-in"]) {
                keep(person.post(path, "", &fields).await);
            }
            for path in ACTING {
                keep(person.ask("PUT", path, &[], "").await);
            }
            keep(person.sign_out().await);
        }
        let mut program = SiteClient::of(&site, Speaks::Json);
        let key = [("authorization", "Bearer demo-key")];
        for path in ["/", "/account", "/api/ping", "/transfer", "/nowhere"] {
            keep(program.get(path).await);
            keep(program.ask("GET", path, &key, "").await);
        }
        all
    });
    are_alike(&told.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn money_is_transferred_with_the_same_words_on_each_site() {
    let told = on_each(|site| async move {
        let (mut ada, _) = after_activation(&site, Speaks::Html).await;
        let shown = ada.get("/transfer").await;
        assert!(shown.body.contains("transfers: 0"), "{shown:?}");
        let made = ada.post("/transfer", "", &[]).await;
        assert!(made.body.contains("transfers: 1"), "{made:?}");
        let file = ada.get("/files/hello.txt").await;
        assert_eq!((file.status, file.media_type()), (200, "text/plain"), "{file:?}");
        let account = ada.get("/account").await;
        vec![told(&site, &shown), told(&site, &made), told(&site, &account), file.body]
    });
    are_alike(&told.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_site_says_where_it_is_who_has_an_account_and_what_to_try() {
    let told = on_each(|site| async move {
        let log = site.log();
        let from = log.find("Countersign's example site for ").unwrap();
        let until = log.find("listening on ").unwrap();
        let greeting = log[from..until].replace(site.origin(), "ORIGIN");
        let name = match site.example() {
            Example::Axum => "axum",
            Example::Actix => "actix-web",
            Example::Rocket => "Rocket",
        };
        let (first, rest) = greeting.split_once('\n').unwrap();
        assert_eq!(first, format!("Countersign's example site for {name}: ORIGIN"));
        // What the log says in between is not for people.
        let lines = rest.lines().filter(|line| !line.contains("Z ")).collect::<Vec<_>>();
        vec![lines.join("\n")]
    });
    let told = told.await;
    are_alike(&told);
    for (_, told) in told {
        for words in
            [ADA, BOB, SSO, "root@acme.example", "correct horse battery staple", "ORIGIN/2fa"]
        {
            assert!(told[0].contains(words), "{words} in {told:?}");
        }
    }
}
