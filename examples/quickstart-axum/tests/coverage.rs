//! Every route of the site, as everybody: only those that are listed here are open.

use axum::http::{HeaderMap, HeaderValue, header};
use countersign::secret::KeyRing;
use countersign_memory::MemoryStore;
use countersign_tower::coverage::{Coverage, through};
use countersign_tower::{Origin, Web};
use quickstart_axum::accounts::{Accounts, PASSWORD};
use quickstart_axum::site::Site;

const ORIGIN: &str = "http://127.0.0.1:3000";

/// As in `site.rs`, and in the same order.
const ROUTES: [(&str, &str); 15] = [
    ("GET", "/"),
    ("GET", "/public"),
    ("GET", "/healthz"),
    ("GET", "/site.css"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("POST", "/sign-out"),
    ("GET", "/account"),
    ("POST", "/password"),
    ("GET", "/transfer"),
    ("POST", "/transfer"),
    ("GET", "/api/ping"),
    ("GET", "/events"),
    ("GET", "/ws"),
    ("GET", "/files/{*path}"),
];

#[tokio::test]
async fn every_route_is_open_or_protected_as_it_is_listed() {
    let second_factor =
        quickstart_axum::countersign::second_factor(&KeyRing::example(), MemoryStore::default());
    let origin = Origin::parse(ORIGIN).unwrap();
    let web = Web::builder(second_factor.clone(), origin.clone());
    let web = web.sign_in("/sign-in").sign_out("/sign-out").build().unwrap();
    let site = Site::new(Accounts::example().await.unwrap(), second_factor).router(origin).unwrap();

    let key = (header::AUTHORIZATION, HeaderValue::from_static("Bearer demo-key"));
    let report = Coverage::new(&web)
        .routes(ROUTES)
        .at("/files/{*path}", "/files/hello.txt")
        .open(["/", "/public", "/healthz", "/site.css"])
        .sign_in_by_form("/sign-in", format!("email=ada@acme.example&password={PASSWORD}"))
        .exempt(HeaderMap::from_iter([key]))
        .walk(through(site))
        .await
        .unwrap();
    println!("{report}");
    report.assert();
}
