//! In which language an answer is.
//!
//! | the application says | the browser says | the page is in |
//! |---|---|---|
//! | `eo` | whatever | `eo` |
//! | nothing, or a language that nobody has | `eo-XX, en;q=0.5` | `eo` |
//! | nothing | nothing, or what cannot be read | English |

#![expect(clippy::expect_used, reason = "a test that stumbles has failed")]

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use countersign::port::FakeClock;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_tests::door::{self, Answer, BEGIN, Browser};
use countersign_tower::{Origin, SecondFactorLayer, Web};
use countersign_web::{WebBuilder, WebError};
use http::request::Parts;
use http::{HeaderMap, header};

const ESPERANTO: &str = "
settings-title = Dufaktora ensaluto
settings-active = Post via pasvorto, { $issuer } ankaŭ petas kodon.
problem-not-found = Ne estas tia paĝo
problem-insufficient = Dua faktoro necesas
";

fn builder() -> WebBuilder {
    let clock = Arc::new(FakeClock::at(BEGIN));
    let second_factor = door::second_factor(MemoryStore::default(), &clock).build();
    Web::builder(second_factor, Origin::parse("http://localhost").expect("an origin"))
}

/// An application that knows who comes from headers: `who`, `actor`, and what they speak.
fn browser(web: Web) -> Browser {
    let layer = SecondFactorLayer::from_parts(web, |parts: &Parts| Ok(believe(&parts.headers)));
    let app = Router::new().route("/account", get(|| async { "account" })).layer(layer);
    Browser::of(app, Arc::new(FakeClock::at(BEGIN)), "nobody", "1")
}

fn believe(headers: &HeaderMap) -> Option<Principal> {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let person = |who: &str, speaks: Option<&str>| {
        let person = Principal::new(who, SessionId::new("1")).named(who);
        match speaks {
            Some(tag) => person.speaks(tag),
            None => person,
        }
    };
    let person_here = person(said("who")?, said("speaks"));
    Some(match said("actor") {
        Some(actor) => person_here.impersonated_by(person(actor, said("actor-speaks"))),
        None => person_here,
    })
}

async fn ask(browser: &mut Browser, uri: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = browser.request("GET", uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request.body(Body::empty()).expect("a request")).await
}

fn language(answer: &Answer) -> Option<&str> {
    answer.headers.get(header::CONTENT_LANGUAGE).and_then(|tag| tag.to_str().ok())
}

#[tokio::test]
async fn a_page_is_in_the_language_that_the_application_says_or_else_the_browser() {
    let web = builder().language("eo", ESPERANTO).build().expect("good messages");
    let mut browser = browser(web);
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("speaks", "eo"), ("accept-language", "en")], "eo"),
        (&[("speaks", "eo-XX")], "eo"),
        (&[("speaks", "tlh"), ("accept-language", "eo-XX, en;q=0.5")], "eo"),
        (&[("accept-language", "eo-XX, en;q=0.5")], "eo"),
        (&[("accept-language", "en;q=0.4"), ("accept-language", "eo")], "eo"),
        (&[("accept-language", "en, eo;q=0.9")], "en"),
        (&[("accept-language", "tlh")], "en"),
        (&[("accept-language", "<script>;q=ü")], "en"),
        (&[], "en"),
    ];
    for (headers, tag) in table {
        let mut said = vec![("accept", "text/html"), ("who", "bob")];
        said.extend_from_slice(headers);
        let page = ask(&mut browser, "/2fa", &said).await;
        assert_eq!(language(&page), Some(*tag), "{headers:?}");
        assert!(page.body.contains(&format!("<html lang=\"{tag}\">")), "{headers:?}");
        let title = if *tag == "eo" {
            "<h1>Dufaktora ensaluto</h1>"
        } else {
            "<h1>Two-factor sign-in</h1>"
        };
        assert!(page.body.contains(title), "{headers:?}: {}", page.body);
        assert_eq!(page.headers[header::VARY], "Accept, Accept-Language, Cookie");
        // What the language lacks is English.
        assert!(page.body.contains("Turn on two-factor sign-in"), "{}", page.body);
    }
}

#[tokio::test]
async fn a_program_is_told_in_its_language_and_by_names_that_never_change() {
    let web = builder().language("eo", ESPERANTO).build().expect("good messages");
    let mut browser = browser(web);
    let json = [("accept", "application/json"), ("who", "bob")];
    for (tag, title) in [("en", "There is no such page"), ("eo", "Ne estas tia paĝo")] {
        let answer =
            ask(&mut browser, "/2fa/nowhere", &[json[0], json[1], ("accept-language", tag)]).await;
        assert_eq!(language(&answer), Some(tag));
        let problem = answer.json();
        assert_eq!((&problem["title"], &problem["error"]), (&title.into(), &"not_found".into()));
        assert_eq!(problem["type"], "urn:countersign:problem:not_found");
    }
}

#[tokio::test]
async fn an_application_replaces_a_sentence_of_ours() {
    let web = builder().language("en", "settings-title = Two steps, <em>safely</em>");
    let mut browser = browser(web.build().expect("good messages"));
    let page = ask(&mut browser, "/2fa", &[("accept", "text/html"), ("who", "bob")]).await;
    assert!(page.body.contains("<h1>Two steps, <em>safely</em></h1>"), "{}", page.body);
    assert!(page.body.contains("Your password alone is enough"), "{}", page.body);
}

#[tokio::test]
async fn what_passes_the_door_has_no_language_of_ours() {
    let web = builder().language("eo", ESPERANTO).build().expect("good messages");
    let headers = [("accept", "text/html"), ("who", "bob"), ("speaks", "eo")];
    let answer = ask(&mut browser(web), "/account", &headers).await;
    assert_eq!((answer.body.as_str(), language(&answer)), ("account", None));
    assert!(!answer.headers.contains_key(header::VARY));
}

#[tokio::test]
async fn who_acts_as_somebody_reads_their_own_language() {
    let web = builder().language("eo", ESPERANTO).build().expect("good messages");
    let mut browser = browser(web);
    for (headers, tag) in [
        ([("speaks", "eo"), ("actor-speaks", "en"), ("accept-language", "eo")], "en"),
        ([("speaks", "en"), ("actor-speaks", "eo"), ("accept-language", "en")], "eo"),
        ([("speaks", "eo"), ("accept-language", "en"), ("x-nothing", "")], "en"),
    ] {
        let mut said = vec![("accept", "text/html"), ("who", "bob"), ("actor", "root")];
        said.extend_from_slice(&headers);
        let page = ask(&mut browser, "/2fa", &said).await;
        assert_eq!(language(&page), Some(tag), "{headers:?}");
    }
}

#[test]
fn messages_that_cannot_be_read_stop_the_start_and_are_named() {
    let broken = builder().language("eo", "settings-title = { $").build();
    let error = broken.map(drop).expect_err("broken messages");
    assert!(matches!(error, WebError::Messages(_)), "{error:?}");
    assert!(error.to_string().starts_with("messages in eo, line 1: "), "{error}");
    let error = builder().language("no such tag", "").build().map(drop).expect_err("no tag");
    assert!(error.to_string().contains("is no tag of a language"), "{error}");
}
