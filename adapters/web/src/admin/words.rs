//! Decisions, rules and events in words.

use core::time::Duration;

use countersign::authenticator::{Method, Methods};
use countersign::policy::{
    Author, Effect, FindingKind, Grace, OwnEffect, Reach, Remember, Requirement, SignInKind, Whom,
    Why,
};
use countersign::time::Timestamp;
use countersign_words::Words;

/// A rule as a sentence, without a full stop.
pub(crate) fn rule(whom: &Whom, does: Effect, words: Words<'_>) -> String {
    let id = match does {
        Effect::Off => "rule-sentence-off",
        Effect::Offer => "rule-sentence-offer",
        Effect::Require => "rule-sentence-require",
    };
    words.text(id, &[("kind", whom.kind().into()), ("value", whom.value().into())])
}

pub(crate) fn grace(grace: Grace, words: Words<'_>) -> Option<String> {
    match grace {
        Grace::None => None,
        Grace::Until(until) => {
            Some(words.text("rule-grace-until", &[("until", words.moment(until).into())]))
        }
        Grace::For(lasts) => {
            Some(words.text("rule-grace-for", &[("period", words.period(lasts).into())]))
        }
        Grace::Skips(skips) => Some(words.text("rule-grace-skips", &[("count", skips.into())])),
    }
}

pub(crate) fn reach(reach: Reach, words: Words<'_>) -> Option<String> {
    match reach {
        Reach::NextRequest => None,
        Reach::NextSignIn => Some(words.text("rule-reaches-sign-in", &[])),
    }
}

pub(crate) fn remember(remember: Remember, words: Words<'_>) -> String {
    match remember {
        Remember::Never => words.text("rule-remembers-never", &[]),
        Remember::Offered { lasts, .. } => {
            words.text("rule-remembers-for", &[("period", words.period(lasts).into())])
        }
    }
}

/// What is not accepted, one sentence each.
pub(crate) fn not_accepted(methods: Methods, words: Words<'_>) -> Vec<String> {
    let sentences = [
        (Method::Recovery, "rule-no-recovery-codes"),
        (Method::Totp, "rule-no-apps"),
        (Method::Email, "rule-no-mail"),
    ];
    let refused = sentences.into_iter().filter(|(method, _)| !methods.has(*method));
    refused.map(|(_, id)| words.text(id, &[])).collect()
}

pub(crate) fn max_age(lasts: Duration, words: Words<'_>) -> String {
    words.text("rule-asked-again", &[("period", words.period(lasts).into())])
}

pub(crate) fn author(author: &Author, words: Words<'_>) -> String {
    match author {
        Author::Code => words.text("rule-author-application", &[]),
        Author::Administrator { who, at, .. } => {
            words.text("rule-author", &[("who", (&**who).into()), ("at", words.moment(*at).into())])
        }
    }
}

/// The same as "made by".
pub(crate) fn made(author: &Author, words: Words<'_>) -> String {
    match author {
        Author::Code => words.text("rule-made-by-application", &[]),
        Author::Administrator { who, at, .. } => words
            .text("rule-made-by", &[("who", (&**who).into()), ("at", words.moment(*at).into())]),
    }
}

/// An administrator's decision about one person, as part of a sentence.
pub(crate) fn own(own: OwnEffect, words: Words<'_>) -> String {
    match own {
        OwnEffect::Require(Grace::None) => words.text("admin-own-require", &[]),
        OwnEffect::Require(Grace::Until(until)) => {
            words.text("admin-own-require-until", &[("until", words.moment(until).into())])
        }
        OwnEffect::Require(Grace::For(lasts)) => {
            words.text("admin-own-require-for", &[("period", words.period(lasts).into())])
        }
        OwnEffect::Require(Grace::Skips(skips)) => {
            words.text("admin-own-require-skips", &[("count", skips.into())])
        }
        OwnEffect::Release => words.text("admin-own-release", &[]),
        OwnEffect::Exempt { until } => {
            words.text("admin-own-exempt", &[("until", words.moment(until).into())])
        }
    }
}

pub(crate) fn requirement(asked: Requirement, now: Timestamp, words: Words<'_>) -> String {
    match asked {
        Requirement::Nothing => words.text("admin-asked-nothing", &[]),
        Requirement::IfEnrolled => words.text("admin-asked-if-enrolled", &[]),
        Requirement::Always { grace_ends } if now < grace_ends => {
            words.text("admin-asked-grace", &[("until", words.moment(grace_ends).into())])
        }
        Requirement::Always { .. } => words.text("admin-asked-always", &[]),
        Requirement::Recent { max_age } => {
            words.text("admin-asked-recent", &[("period", words.period(max_age).into())])
        }
    }
}

pub(crate) const fn requirement_name(requirement: Requirement) -> &'static str {
    match requirement {
        Requirement::Nothing => "nothing",
        Requirement::IfEnrolled => "if_enrolled",
        Requirement::Always { .. } => "always",
        Requirement::Recent { .. } => "recent",
    }
}

/// Kinds of sign-in.
pub(crate) fn kinds(kinds: &[SignInKind], words: Words<'_>) -> Vec<String> {
    let id = |kind: &SignInKind| match kind {
        SignInKind::SingleSignOn => "admin-kind-sso",
        SignInKind::SingleSignOnWithMfa => "admin-kind-sso-mfa",
        SignInKind::ApiKey => "admin-kind-api-key",
        SignInKind::Service => "admin-kind-service",
    };
    kinds.iter().map(|kind| words.text(id(kind), &[])).collect()
}

/// Why a rule did not decide.
pub(crate) fn why(why: Why, words: Words<'_>) -> String {
    let id = match why {
        Why::OwnDecides => "admin-lost-own-decides",
        Why::HeldDecides => "admin-lost-held-decides",
        Why::FartherAway => "admin-lost-farther-away",
        Why::LessStrict => "admin-lost-less-strict",
        Why::NotYet => "admin-lost-not-yet",
        Why::NotAbout => "admin-lost-not-about",
    };
    words.text(id, &[])
}

/// What is odd about a rule; `other` is the other rule in words.
pub(crate) fn finding(kind: FindingKind, other: &str, words: Words<'_>) -> String {
    let id = match kind {
        FindingKind::MatchesNobody => "rule-matches-nobody",
        FindingKind::Contradicts => "rule-contradicts",
        FindingKind::Shadowed => "rule-shadowed",
    };
    words.text(id, &[("rule", other.into())])
}

/// What happened, by the name in the log. A name of another version is shown as it is.
pub(crate) fn event(name: &str, words: Words<'_>) -> String {
    let id = match name {
        "challenge.passed" => "event-challenge-passed",
        "challenge.failed" => "event-challenge-failed",
        "challenge.throttled" => "event-challenge-throttled",
        "enrollment.begun" => "event-enrollment-begun",
        "authenticator.added" => "event-authenticator-added",
        "authenticator.renamed" => "event-authenticator-renamed",
        "authenticator.removed" => "event-authenticator-removed",
        "recovery_code.used" => "event-recovery-code-used",
        "recovery_codes.renewed" => "event-recovery-codes-renewed",
        "device.remembered" => "event-device-remembered",
        "device.stood_in" => "event-device-stood-in",
        "device.forgotten" => "event-device-forgotten",
        "device.copied" => "event-device-copied",
        "session.signed_out" => "event-session-signed-out",
        "credentials.changed" => "event-credentials-changed",
        "requirement.began" => "event-requirement-began",
        "requirement.put_off" => "event-requirement-put-off",
        "requirement.required" => "event-requirement-required",
        "requirement.released" => "event-requirement-released",
        "requirement.exempted" => "event-requirement-exempted",
        "requirement.left_to_rules" => "event-requirement-left-to-rules",
        "administrator.reset" => "event-administrator-reset",
        "administrator.disabled_on_behalf" => "event-administrator-disabled-on-behalf",
        "rule.added" => "event-rule-added",
        "rule.removed" => "event-rule-removed",
        "code.sent" => "event-code-sent",
        "confirmation.sent" => "event-confirmation-sent",
        "address.confirmed" => "event-address-confirmed",
        "message.not_delivered" => "event-message-not-delivered",
        "confirmations.begun" => "event-confirmations-begun",
        "subject.renamed" => "event-subject-renamed",
        "subject.removed" => "event-subject-removed",
        other => return other.to_owned(),
    };
    words.text(id, &[])
}
