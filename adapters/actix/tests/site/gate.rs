//! The pages, and a middleware whose first factor believes a cookie.

#![allow(unreachable_pub, clippy::unwrap_used, reason = "tests take it")]

use std::sync::Arc;

use actix_web::dev::ServiceRequest;
use actix_web::http::header::{AUTHORIZATION, COOKIE};
use actix_web::{Route, web as route};
use countersign::policy::{Policy, SignInKind, Whom};
use countersign::port::FakeClock;
use countersign::subject::{Email, Principal, SessionId, SignIn};
use countersign_actix::{FirstFactor, Origin, SecondFactorMiddleware, Web};

use crate::door::{Calls, second_factor};

pub fn web() -> (Web, Arc<FakeClock>) {
    let policy = Policy::offered().require(Whom::domain("acme.example"));
    let (second_factor, clock) = second_factor(policy.exempt(SignInKind::ApiKey));
    let origin = Origin::parse("http://localhost").unwrap();
    let web = Web::builder(second_factor, origin).sign_in("/sign-in").sign_out("/sign-out");
    (web.build().unwrap(), clock)
}

/// The middleware. Its first factor believes the cookie `who=SUBJECT.SESSION`.
pub fn gate(web: &Web) -> SecondFactorMiddleware<impl FirstFactor + use<>> {
    SecondFactorMiddleware::from_request_head(web.clone(), |request| Ok(believe(request)))
}

fn believe(request: &ServiceRequest) -> Option<Principal> {
    if request.headers().get(AUTHORIZATION).is_some_and(|v| v == "Bearer demo-key") {
        let key = Principal::new("robot", SessionId::new("demo-key"));
        return Some(key.signed_in_by(SignIn::ApiKey));
    }
    let cookies = request.headers().get_all(COOKIE).filter_map(|v| v.to_str().ok());
    let mut pairs = cookies.flat_map(|v| v.split("; "));
    let (subject, session) = pairs.find_map(|pair| pair.strip_prefix("who="))?.split_once('.')?;
    let address = if subject == "bob" { "example.org" } else { "acme.example" };
    let email = Email::new(format!("{subject}@{address}"));
    Some(Principal::new(subject, SessionId::new(session)).email(email))
}

pub fn counted(calls: &Calls) -> Route {
    let calls = calls.clone();
    route::to(move || {
        calls.count();
        async { "protected" }
    })
}
