//! A walk that cannot tell anything is no walk that found nothing.

use axum::Router;
use axum::routing::get;
use countersign::subject::{Email, Principal, SessionId};
use countersign_tower::SecondFactorLayer;
use countersign_tower::coverage::{Coverage, CoverageError, through};
use http::{HeaderMap, HeaderValue, header};

use crate::site::{Calls, ROUTES, coverage, good, web};

#[tokio::test]
async fn a_walk_that_cannot_tell_says_why_and_does_not_pass() {
    let (web, calls) = (web(), Calls::default());
    let send = through(good(&web, &calls));
    let failed = async |walk: Coverage<'_>| walk.walk(&send).await.unwrap_err();

    let error =
        failed(Coverage::new(&web).sign_in_by_form("/sign-in", "user=a@acme.example")).await;
    assert!(matches!(error, CoverageError::NoRoutes), "{error}");
    let error = failed(Coverage::new(&web).routes(ROUTES)).await;
    assert!(matches!(error, CoverageError::NoSignIn), "{error}");
    let error = failed(coverage(&web).route("GE T", "/account")).await;
    assert_eq!(error.to_string(), "\"GE T\" is no method of /account");
    let error = failed(coverage(&web).at("/account", "account")).await;
    assert!(error.to_string().contains("give one with `.at(\"/account\", …)`"), "{error}");
    let error = failed(coverage(&web).sign_in_by_form("/sign-in", "password=x")).await;
    assert_eq!(error.to_string(), "the sign-in at /sign-in answered 422 Unprocessable Entity");
    let error = failed(coverage(&web).sign_in(async || HeaderMap::new())).await;
    assert!(error.to_string().starts_with("must activate is nobody to Countersign"), "{error}");
    let error = failed(coverage(&web).sign_in_by_form("/sign-in", "user=bob@example.org")).await;
    assert!(error.to_string().contains("of whom the policy requires a second factor"), "{error}");
    let error = failed(coverage(&web).below("/app")).await;
    assert!(
        error.to_string().starts_with("/app/2fa/activate answered 401 Unauthorized"),
        "{error}"
    );
    let error = failed(coverage(&web).exempt(HeaderMap::new())).await;
    assert!(error.to_string().starts_with("exempt is nobody to Countersign"), "{error}");
    // That walk activated an app for her.
    let error = failed(coverage(&web)).await;
    assert!(error.to_string().contains("with records in which they have none"), "{error}");
}

#[tokio::test]
async fn a_session_that_is_the_same_at_every_sign_in_is_told_of() {
    let web = web();
    let one = SecondFactorLayer::from_parts(web.clone(), |parts| {
        let ada = Principal::new("ada", SessionId::new("the only one"));
        let is_ada = parts.headers.contains_key(header::COOKIE);
        Ok(is_ada.then(|| ada.email(Email::new("ada@acme.example"))))
    });
    let app = Router::new().route("/account", get(|| async {})).layer(one);
    let cookie = (header::COOKIE, HeaderValue::from_static("ada=1"));
    let walk = Coverage::new(&web).route("GET", "/account");
    let walk = walk.sign_in(async || HeaderMap::from_iter([cookie.clone()]));
    let error = walk.walk(through(app)).await.unwrap_err().to_string();
    assert!(
        error.starts_with("who signs in should be half signed in now, but is verified"),
        "{error}"
    );
}
