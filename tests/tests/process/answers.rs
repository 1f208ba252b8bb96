//! Who asks, what is asked for, and what an answer must be like.

use countersign_tests::process::SiteProcess;
use countersign_tests::site_client::{Activated, Answer, SiteClient, Speaks};

pub(crate) const ADA: &str = "ada@acme.example";
pub(crate) const BOB: &str = "bob@example.org";
pub(crate) const SSO: &str = "sso@acme.example";
pub(crate) const DEVICE: &str = "countersign-device";

/// What is protected, and can be asked for without changing anything.
pub(crate) const PROTECTED: [&str; 9] = [
    "/account",
    "/account?a=b",
    "/transfer",
    "/api/ping",
    "/files/hello.txt",
    "/files/nothing.txt",
    "/events",
    "/ws",
    "/nowhere",
];
/// What is protected and changes something.
pub(crate) const ACTING: [&str; 2] = ["/transfer", "/password"];
/// What is open to everybody.
pub(crate) const OPEN: [&str; 5] = ["/", "/public", "/healthz", "/sign-in", "/site.css"];
/// What only a protected handler says.
pub(crate) const PRIVATE: [&str; 6] =
    ["account of", "transfers:", "pong", "event: tick", "event:tick", "Change password"];

pub(crate) async fn after_activation(
    site: &SiteProcess,
    speaks: Speaks,
) -> (SiteClient, Activated) {
    let mut ada = SiteClient::of(site, speaks);
    let activated = ada.sign_in_and_activate(ADA, "/account").await;
    (ada, activated)
}

pub(crate) fn says_nothing_private(answer: &Answer) {
    for private in PRIVATE {
        assert!(!answer.body.contains(private), "{private:?} in {answer:?}");
    }
}

/// What every answer of ours carries, whatever its status.
pub(crate) fn is_guarded(answer: &Answer) {
    let policy = answer.header("content-security-policy");
    for directive in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(directive), "{directive} in {answer:?}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains('*'), "{policy}");
    assert_eq!(answer.header("cache-control"), "no-store", "{answer:?}");
    assert_eq!(answer.header("referrer-policy"), "no-referrer", "{answer:?}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{answer:?}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{answer:?}");
    assert_eq!(answer.header("x-frame-options"), "DENY", "{answer:?}");
    assert!(answer.header("vary").contains("Cookie"), "{answer:?}");
}

/// A refusal for a program: 401, RFC 9457, with the words of RFC 9470.
pub(crate) fn is_refused(answer: &Answer, step: &str) {
    assert_eq!(answer.status, 401, "{answer:?}");
    assert_eq!(answer.media_type(), "application/problem+json", "{answer:?}");
    assert_eq!(answer.member("error"), "insufficient_user_authentication", "{answer:?}");
    assert!(answer.header("www-authenticate").contains("insufficient_user_authentication"));
    assert!(answer.member("next").starts_with(&format!("/2fa/{step}?")), "{answer:?}");
    assert_eq!(answer.header("location"), "", "{answer:?}");
    is_guarded(answer);
    says_nothing_private(answer);
}

/// The same for a person: on to our page.
pub(crate) fn is_led(answer: &Answer, status: u16, step: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert!(answer.location().starts_with(&format!("/2fa/{step}?ticket=")), "{answer:?}");
    is_guarded(answer);
    says_nothing_private(answer);
}
