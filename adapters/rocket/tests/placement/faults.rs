//! A broken machine serves nothing but open routes.

use std::sync::Arc;

use countersign::port::{Store, StoreError, Stored, Swapped, Version};
use countersign::record::Record;
use countersign::subject::{Principal, SubjectId};
use countersign_rocket::{BoxError, FirstFactor, SecondFactorFairing, SignedIn, Verified};
use rocket::http::Method;
use rocket::{Build, Request, Rocket, get, routes};

use crate::site::{Believe, Browser, Site, counted, web};

struct Gone;

#[rocket::async_trait]
impl Store for Gone {
    async fn load(&self, _: &SubjectId) -> Result<Option<Stored>, StoreError> {
        Err(StoreError::unavailable("connection refused"))
    }

    async fn swap(
        &self,
        _: &SubjectId,
        _: Option<Version>,
        _: &Arc<Record>,
    ) -> Result<Swapped, StoreError> {
        Err(StoreError::unavailable("connection refused"))
    }

    async fn ready(&self) -> Result<(), StoreError> {
        Err(StoreError::unavailable("connection refused"))
    }
}

#[get("/open")]
fn open(somebody: SignedIn) -> String {
    format!("{} {:?}", somebody.principal().subject().key(), somebody.standing())
}

#[get("/open/verified")]
fn verified(_verified: Verified) -> &'static str {
    "protected"
}

#[get("/open/<_id>", rank = 1)]
fn forwards(_id: u64) -> &'static str {
    "open"
}

fn app(site: &Site, fairing: SecondFactorFairing) -> Rocket<Build> {
    let fairing = fairing.open("/open").open("/open/verified").open("/open/<_id>");
    Site::bare()
        .attach(fairing)
        .mount("/", routes![open, verified, forwards])
        .mount("/", counted(&site.calls, "/page", None))
        .mount("/", counted(&site.calls, "/open/<name>", Some(10)))
}

#[rocket::async_test]
async fn a_store_that_is_gone_shuts_every_route_that_is_not_open() {
    let site = Site::new();
    let fairing = SecondFactorFairing::with(
        web(&site.clock, Gone),
        Believe(site.calls.clone(), Arc::clone(&site.slow)),
    );
    let mut ada = Browser::at(app(&site, fairing), &site, "ada.1").await;
    for uri in ["/page", "/nowhere", "/open/verified", "/open/name", "/2fa"] {
        for method in [Method::Get, Method::Head] {
            let answer = ada.send(method, uri, &[], b"").await;
            assert_eq!(answer.status, 503, "{method} {uri}");
            assert_eq!(answer.headers["retry-after"], "5", "{uri}");
            assert!(!answer.body.contains("refused"), "nothing inside reaches the client");
        }
    }
    assert_eq!(ada.get("/open").await.body, "ada None");
    assert_eq!(ada.get("/open/7").await.body, "open");
    assert_eq!(site.calls.so_far(), 0);
}

struct Panics;

#[rocket::async_trait]
impl FirstFactor for Panics {
    #[expect(clippy::panic, reason = "that is what it is for")]
    async fn identify(&self, _: &Request<'_>) -> Result<Option<Principal>, BoxError> {
        panic!("on purpose")
    }
}

#[rocket::async_test]
async fn a_first_factor_that_panics_shuts_every_route() {
    let site = Site::new();
    let fairing = SecondFactorFairing::with(web(&site.clock, Gone), Panics);
    let mut ada = Browser::at(app(&site, fairing), &site, "ada.1").await;
    for uri in ["/page", "/open", "/2fa"] {
        assert_eq!(ada.get(uri).await.status, 500, "{uri}");
    }
    assert_eq!(site.calls.so_far(), 0);
}
