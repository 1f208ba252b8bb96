//! Every route of the site, as everybody: only those that are listed here are open.

use axum::http::{HeaderMap, HeaderValue, header};
use countersign_tower::coverage::{Coverage, through};
use countersign_tower::{Origin, Web};
use quickstart_axum::site::router;
use quickstart_shared::accounts::PASSWORD;
use quickstart_shared::settings::Settings;
use quickstart_shared::site::Site;

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
    let settings = Settings::read(|name| match name {
        "COUNTERSIGN_STORE" => Ok("memory:".to_owned()),
        "COUNTERSIGN_KEYS" => Ok(concat!(env!("CARGO_TARGET_TMPDIR"), "/coverage.keys").to_owned()),
        _ => Err(()),
    });
    let origin = Origin::parse(ORIGIN).unwrap();
    let site = Site::open(&settings.unwrap(), &origin).await.unwrap();
    let web = Web::builder(site.second_factor.clone(), origin.clone());
    let web = web.sign_in("/sign-in").sign_out("/sign-out").build().unwrap();
    let site = router(site, &origin).unwrap();

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
