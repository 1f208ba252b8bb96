//! In which language people are told of what happens to their second factor: whoever has shown one is
//! the owner as far as anybody can tell, and whoever knows the password only is not.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use core::time::Duration;
use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::authenticator::Method;
use countersign::flow::{Builder, Verified};
use countersign::port::{Content, Directory, KeepSession, Rotation};
use countersign::subject::{Email, Principal, Profile, SessionId};
use countersign_tests::letter_box::LetterBox;
use countersign_tests::office::Office;
use countersign_tests::rotation::NewSession;
use countersign_tests::shared_store::SharedStore;
use countersign_tests::site::Person;

/// An office whose letters are read here.
struct Town {
    office: Office,
    letters: LetterBox,
}

/// Runs a test on every store.
async fn in_every_town(settle: impl Fn(Builder) -> Builder, test: impl AsyncFn(Town)) {
    for backend in countersign_tests::backends::all().unwrap() {
        println!("on {}", backend.name());
        test(Town::over(backend.open().await.unwrap(), &settle).await).await;
    }
}

/// Ada, whose browser asks for a language.
fn ada(session: &str, tag: &str) -> Principal {
    let ada = Principal::new("ada", SessionId::new(session));
    ada.email(Email::new("ada@mail.example")).browser_speaks(tag)
}

impl Town {
    async fn over(store: SharedStore, settle: impl Fn(Builder) -> Builder) -> Self {
        let letters = LetterBox::default();
        let mut office = Office::over(store.clone(), |builder| builder).await;
        office.site = office.site.another(store.clone(), |builder| {
            settle(builder.administration(store).courier(Arc::new(letters.clone())))
        });
        Self { office, letters }
    }

    /// Comes and activates an app.
    async fn enroll(&self, principal: &Principal) -> Person {
        let _ = self.office.site.visit(principal).await;
        self.office.enroll(principal).await
    }

    /// Comes and signs in.
    async fn sign_in(&self, who: &Principal, by: (Method, &str), rotation: impl Rotation) {
        let site = &self.office.site;
        let _ = site.visit(who).await;
        let ticket = site.ask(who).await;
        let answer = site.answer(who, &ticket, by.0, by.1, rotation).await.unwrap();
        assert!(matches!(answer, Verified::Passed { .. }), "{answer:?}");
        site.next_step();
    }

    async fn by_app(&self, person: &Person, principal: &Principal) {
        let code = self.office.site.right_code(person);
        self.sign_in(principal, (Method::Totp, &code), KeepSession).await;
    }

    /// Comes, and types what is not right.
    async fn guess(&self, person: &Person, principal: &Principal) {
        let site = &self.office.site;
        let _ = site.visit(principal).await;
        let ticket = site.ask(principal).await;
        let wrong = site.wrong_codes(person, 1).concat();
        let answer = site.answer(principal, &ticket, Method::Totp, &wrong, KeepSession).await;
        assert!(matches!(answer, Ok(Verified::Refused(_))), "{answer:?}");
    }

    /// Does something of which the owner is told.
    async fn renew_codes(&self, principal: &Principal) {
        let form = self.office.site.form(principal).await;
        let renewed = self.office.factor().renew_recovery_codes(principal, &form).await.unwrap();
        assert!(renewed.is_ok(), "{renewed:?}");
    }

    async fn reset(&self) {
        let office = &self.office;
        let desk = office.desk(&office.root).await;
        office.factor().reset(&desk, None, "ada", "a lost phone").await.unwrap().unwrap();
    }

    /// What Ada has been told since she was last asked about here, and in which language.
    async fn told(&self, already: &mut usize) -> Vec<(&'static str, String)> {
        assert!(self.office.factor().delivered(Duration::from_secs(60)).await);
        let out = self.letters.out();
        let notices = out.iter().filter(|message| matches!(message.content, Content::Notice(_)));
        let new = notices.skip(*already).map(|message| {
            let language = message.language.as_deref().unwrap_or("none");
            (message.content.name(), language.to_owned())
        });
        let new: Vec<_> = new.collect();
        *already += new.len();
        new
    }
}

fn one(kind: &'static str, language: &str) -> Vec<(&'static str, String)> {
    vec![(kind, language.to_owned())]
}

const ADDED: &str = "authenticator-added";
const RENEWED: &str = "recovery-codes-renewed";
const GUESSED: &str = "wrong-code-after-password";

#[tokio::test]
async fn whoever_has_shown_a_factor_is_told_in_the_language_of_their_browser() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let told = &mut 0;
            let person = town.enroll(&ada("first", "en")).await;
            assert_eq!(town.told(told).await, one(ADDED, "en"));
            let french = ada("second", "fr");
            town.by_app(&person, &french).await;
            town.renew_codes(&french).await;
            assert_eq!(town.told(told).await, one(RENEWED, "fr"));
            // A session that gets a new id is no other.
            let code = town.office.site.right_code(&person);
            let by = (Method::Totp, code.as_str());
            town.sign_in(&ada("third", "es"), by, NewSession("fourth")).await;
            town.renew_codes(&ada("fourth", "es")).await;
            assert_eq!(town.told(told).await, one(RENEWED, "es"));
            // Nor does a browser without a language take one away.
            let silent = Principal::new("ada", SessionId::new("fifth"));
            let silent = silent.email(Email::new("ada@mail.example"));
            town.by_app(&person, &silent).await;
            town.renew_codes(&silent).await;
            assert_eq!(town.told(told).await, one(RENEWED, "es"));
        },
    )
    .await;
}

#[tokio::test]
async fn whoever_knows_the_password_only_does_not_choose_the_language_of_the_warning() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let told = &mut 0;
            let person = town.enroll(&ada("first", "en")).await;
            town.by_app(&person, &ada("second", "fr")).await;
            assert_eq!(town.told(told).await, one(ADDED, "en"));
            let thief = ada("of a stranger", "ja");
            town.guess(&person, &thief).await;
            assert_eq!(town.told(told).await, one(GUESSED, "fr"));
            // Not on another day either.
            town.office.site.clock.advance(Duration::from_secs(86_400));
            town.guess(&person, &thief).await;
            assert_eq!(town.told(told).await, one(GUESSED, "fr"));
        },
    )
    .await;
}

#[tokio::test]
async fn whoever_has_found_a_recovery_code_does_not_choose_it_either() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let told = &mut 0;
            let person = town.enroll(&ada("first", "fr")).await;
            assert_eq!(town.told(told).await, one(ADDED, "fr"));
            let finder = ada("of a finder", "ja");
            let code = person.recovery_codes.first().unwrap();
            town.sign_in(&finder, (Method::Recovery, code), KeepSession).await;
            assert_eq!(town.told(told).await, one("recovery-code-used", "fr"));
            // An app that came by it is on trial, and counts for no more.
            let theirs = town.enroll(&finder).await;
            assert_eq!(town.told(told).await, one(ADDED, "fr"));
            town.by_app(&theirs, &ada("of a finder, later", "ja")).await;
            town.guess(&person, &ada("of somebody", "de")).await;
            assert_eq!(town.told(told).await, one(GUESSED, "fr"));
        },
    )
    .await;
}

#[tokio::test]
async fn the_language_that_the_application_has_said_wins_over_every_browser() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let told = &mut 0;
            let person = town.enroll(&ada("first", "en")).await;
            assert_eq!(town.told(told).await, one(ADDED, "en"));
            let chosen = ada("second", "fr").speaks("de");
            town.by_app(&person, &chosen).await;
            town.renew_codes(&chosen).await;
            assert_eq!(town.told(told).await, one(RENEWED, "de"));
            town.guess(&person, &ada("of a stranger", "ja").speaks("de")).await;
            assert_eq!(town.told(told).await, one(GUESSED, "de"));
            // It is known even where the application does not say it again.
            let later = ada("third", "fr");
            town.by_app(&person, &later).await;
            town.renew_codes(&later).await;
            assert_eq!(town.told(told).await, one(RENEWED, "de"));
        },
    )
    .await;
}

/// An application that says of Ada which language she has chosen.
#[derive(Debug)]
struct Users;

#[async_trait]
impl Directory for Users {
    async fn people(
        &self,
        _: &str,
        after: Option<&str>,
        _: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>> {
        let ada = Profile::new("ada@mail.example", Some("ada@mail.example"), &[]).speaks("pt-BR");
        Ok(if after.is_none() { vec![("ada".into(), ada)] } else { Vec::new() })
    }
}

#[tokio::test]
async fn nor_does_a_browser_win_over_what_the_applications_directory_says() {
    in_every_town(
        |town| town.directory(Arc::new(Users)),
        async |town: Town| {
            let told = &mut 0;
            let person = town.enroll(&ada("first", "en")).await;
            assert_eq!(town.told(told).await, one(ADDED, "en"));
            let count = town.office.factor().take_over_directory("").await.unwrap();
            assert_eq!(count, 1);
            let french = ada("second", "fr");
            town.by_app(&person, &french).await;
            town.renew_codes(&french).await;
            assert_eq!(town.told(told).await, one(RENEWED, "pt-BR"));
        },
    )
    .await;
}

#[tokio::test]
async fn whoever_activates_anew_after_a_reset_is_told_in_their_language_of_today() {
    in_every_town(
        |town| town,
        async |town: Town| {
            let told = &mut 0;
            let person = town.enroll(&ada("first", "en")).await;
            town.by_app(&person, &ada("second", "fr")).await;
            assert_eq!(town.told(told).await, one(ADDED, "en"));
            town.reset().await;
            assert_eq!(town.told(told).await, one("reset", "fr"));
            // Until then nobody knows more of them than that they have the password: so the owner can
            // read of the activation itself, whoever it was.
            let german = ada("third", "de");
            let _ = town.enroll(&german).await;
            assert_eq!(town.told(told).await, one(ADDED, "fr"));
            town.renew_codes(&german).await;
            assert_eq!(town.told(told).await, one(RENEWED, "de"));
        },
    )
    .await;
}
