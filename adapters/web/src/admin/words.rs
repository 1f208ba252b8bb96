//! Decisions, rules and events in words.

use core::time::Duration;

use countersign::policy::{
    Author, Effect, FindingKind, Grace, OwnEffect, Reach, Remember, Requirement, Why,
};
use countersign::time::Timestamp;

use crate::moment::{period, written};

/// What an effect comes to for those whom it is about.
pub(crate) const fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Off => "has no second factor",
        Effect::Offer => "may have a second factor",
        Effect::Require => "must have a second factor",
    }
}

/// A rule as a sentence.
pub(crate) fn rule(whom: &str, does: Effect) -> String {
    format!("{} {}", capital(whom), effect(does))
}

/// With a capital at the beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

pub(crate) fn grace(grace: Grace) -> Option<String> {
    match grace {
        Grace::None => None,
        Grace::Until(until) => Some(format!("may be put off until {}", written(until))),
        Grace::For(lasts) => {
            Some(format!("may be put off for {} after it begins to hold", period(lasts)))
        }
        Grace::Skips(1) => Some("may be put off once".to_owned()),
        Grace::Skips(skips) => Some(format!("may be put off {skips} times")),
    }
}

pub(crate) const fn reach(reach: Reach) -> Option<&'static str> {
    match reach {
        Reach::NextRequest => None,
        Reach::NextSignIn => Some("reaches people at the next sign-in"),
    }
}

pub(crate) fn remember(remember: Remember) -> String {
    match remember {
        Remember::Never => "devices are not remembered".to_owned(),
        Remember::Offered { lasts, .. } => {
            format!("devices may be remembered for {}", period(lasts))
        }
    }
}

pub(crate) const NO_RECOVERY_CODES: &str = "recovery codes are not accepted";

pub(crate) fn max_age(lasts: Duration) -> String {
    format!("asked for again after {}", period(lasts))
}

pub(crate) fn author(author: &Author) -> String {
    match author {
        Author::Code => "the application".to_owned(),
        Author::Administrator { who, at } => format!("{who}, {}", written(*at)),
    }
}

/// An administrator's decision about one person.
pub(crate) fn own(own: OwnEffect) -> String {
    match own {
        OwnEffect::Require(given) => match grace(given) {
            None => "must have a second factor".to_owned(),
            Some(grace) => format!("must have a second factor, which {grace}"),
        },
        OwnEffect::Release => "needs no second factor, whatever the rules say".to_owned(),
        OwnEffect::Exempt { until } => {
            format!("is asked for nothing until {}, whatever the rules say", written(until))
        }
    }
}

pub(crate) fn requirement(requirement: Requirement, now: Timestamp) -> String {
    match requirement {
        Requirement::Nothing => "Nothing is asked for.".to_owned(),
        Requirement::IfEnrolled => {
            "A second factor is asked for at sign-in if there is one; none is required.".to_owned()
        }
        Requirement::Always { grace_ends } if now < grace_ends => format!(
            "A second factor is required; who has none is let in without until {}.",
            written(grace_ends)
        ),
        Requirement::Always { .. } => {
            "A second factor is required; who has none must activate one first.".to_owned()
        }
        Requirement::Recent { max_age } => {
            format!("A second factor must have been shown within {}.", period(max_age))
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

/// Why a rule did not decide, as the end of a sentence.
pub(crate) const fn why(why: Why) -> &'static str {
    match why {
        Why::OwnDecides => "An administrator has decided about this user.",
        Why::HeldDecides => "A requirement that held before goes on to hold.",
        Why::FartherAway => "A rule that is closer to this user decides.",
        Why::LessStrict => {
            "A rule of the same kind decides that is stricter, or as strict and earlier."
        }
        Why::NotYet => "It does not hold yet.",
        Why::NotAbout => "It is not about this user.",
    }
}

/// What is odd about a rule; `other` is the other rule in words.
pub(crate) fn finding(kind: FindingKind, other: &str) -> String {
    match kind {
        FindingKind::MatchesNobody => {
            "Nobody who has been seen so far is meant by this rule.".to_owned()
        }
        FindingKind::Contradicts => {
            format!("It contradicts “{other}”. The stricter of the two decides.")
        }
        FindingKind::Shadowed => {
            format!("It changes nothing, because “{other}” says so already.")
        }
    }
}

/// What happened, by the name in the log. A name of another version is shown as it is.
pub(crate) fn event(name: &str) -> &str {
    match name {
        "challenge.passed" => "Entered a right code",
        "challenge.failed" => "Entered a wrong code",
        "challenge.throttled" => "Was refused after too many wrong codes",
        "enrollment.begun" => "Began to set up an app",
        "authenticator.added" => "Activated an app",
        "authenticator.renamed" => "Renamed an app",
        "authenticator.removed" => "Removed an app",
        "recovery_code.used" => "Used a recovery code",
        "recovery_codes.renewed" => "Made new recovery codes",
        "device.remembered" => "Had a device remembered",
        "device.stood_in" => "Came with a remembered device",
        "device.forgotten" => "Forgot a remembered device",
        "device.copied" => "A copy of a remembered device came; it was forgotten",
        "session.signed_out" => "Signed out",
        "credentials.changed" => "Password or address changed",
        "requirement.began" => "A rule began to require a second factor",
        "requirement.put_off" => "Put the activation off",
        "requirement.required" => "A second factor was required of this user",
        "requirement.released" => "Released from any requirement",
        "requirement.exempted" => "Exempted for a time",
        "requirement.left_to_rules" => "Left to the rules again",
        "administrator.reset" => "Reset: everything that was set up was taken away",
        "administrator.disabled_on_behalf" => "Second factor disabled on behalf of this user",
        "rule.added" => "Rule added",
        "rule.removed" => "Rule removed",
        "subject.renamed" => "Known by another key from now on",
        "subject.removed" => "Removed by the application",
        other => other,
    }
}
