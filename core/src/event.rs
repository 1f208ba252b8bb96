//! What happened, under names that do not change.

use crate::authenticator::{Delivery, Method};
use crate::policy::{OwnEffect, RuleId};
use crate::subject::SubjectId;
use crate::time::Timestamp;

/// What happened.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A challenge was answered rightly.
    ChallengePassed(Method),
    /// A challenge was answered wrongly, and counted.
    ChallengeFailed(Method),
    /// An answer was refused because too many were wrong.
    ChallengeThrottled(Method),
    /// An enrollment was begun.
    EnrollmentBegun,
    /// An authenticator came into use.
    AuthenticatorAdded,
    /// An authenticator got another name.
    AuthenticatorRenamed,
    /// An authenticator is no longer in use.
    AuthenticatorRemoved,
    /// A recovery code was used; so many are left.
    RecoveryCodeUsed {
        /// How many are left.
        left: usize,
    },
    /// There is a new set of recovery codes.
    RecoveryCodesRenewed,
    /// A device is remembered.
    DeviceRemembered,
    /// A remembered device stood in for a second factor.
    DeviceStoodIn,
    /// One device, or all, were forgotten.
    DeviceForgotten,
    /// A token of a remembered device came that had been replaced. Somebody has a copy; the device
    /// was forgotten.
    DeviceCopied,
    /// A session was signed out.
    SignedOut,
    /// The application changed the password or address; everything shown before is void.
    CredentialsChanged,
    /// A requirement began to hold, by this rule.
    RequirementBegan(RuleId),
    /// Who must activate said "not now"; so often they may still.
    PutOff {
        /// How often they may still.
        left: u8,
    },
    /// An administrator decided about a person.
    Decided(OwnEffect),
    /// An administrator left a person to the rules.
    LeftToRules,
    /// An administrator took away everything that a person had set up.
    Reset,
    /// Somebody who acted as a person took away everything that the person had set up.
    DisabledOnBehalf,
    /// An administrator added a rule, or replaced one.
    RuleAdded(RuleId),
    /// An administrator took a rule away.
    RuleRemoved(RuleId),
    /// A code was sent by mail.
    CodeSent,
    /// A confirmation was sent to a person's address.
    ConfirmationSent,
    /// Somebody confirmed that they read a person's address.
    AddressConfirmed,
    /// A message of this kind did not certainly go out.
    MessageNotDelivered(&'static str, Delivery),
    /// An administrator had confirmations sent to everybody whose address is not confirmed.
    ConfirmationsBegun,
    /// The application knows a person by another key.
    SubjectRenamed,
    /// The application no longer knows a person. Everything of theirs is gone.
    SubjectRemoved,
}

impl Event {
    /// The name, for logs and for those that count.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ChallengePassed(_) => "challenge.passed",
            Self::ChallengeFailed(_) => "challenge.failed",
            Self::ChallengeThrottled(_) => "challenge.throttled",
            Self::EnrollmentBegun => "enrollment.begun",
            Self::AuthenticatorAdded => "authenticator.added",
            Self::AuthenticatorRenamed => "authenticator.renamed",
            Self::AuthenticatorRemoved => "authenticator.removed",
            Self::RecoveryCodeUsed { .. } => "recovery_code.used",
            Self::RecoveryCodesRenewed => "recovery_codes.renewed",
            Self::DeviceRemembered => "device.remembered",
            Self::DeviceStoodIn => "device.stood_in",
            Self::DeviceForgotten => "device.forgotten",
            Self::DeviceCopied => "device.copied",
            Self::SignedOut => "session.signed_out",
            Self::CredentialsChanged => "credentials.changed",
            Self::RequirementBegan(_) => "requirement.began",
            Self::PutOff { .. } => "requirement.put_off",
            Self::Decided(OwnEffect::Require(_)) => "requirement.required",
            Self::Decided(OwnEffect::Release) => "requirement.released",
            Self::Decided(OwnEffect::Exempt { .. }) => "requirement.exempted",
            Self::LeftToRules => "requirement.left_to_rules",
            Self::Reset => "administrator.reset",
            Self::DisabledOnBehalf => "administrator.disabled_on_behalf",
            Self::RuleAdded(_) => "rule.added",
            Self::RuleRemoved(_) => "rule.removed",
            Self::CodeSent => "code.sent",
            Self::ConfirmationSent => "confirmation.sent",
            Self::AddressConfirmed => "address.confirmed",
            Self::MessageNotDelivered(..) => "message.not_delivered",
            Self::ConfirmationsBegun => "confirmations.begun",
            Self::SubjectRenamed => "subject.renamed",
            Self::SubjectRemoved => "subject.removed",
        }
    }

    /// By which method, where there is one.
    #[must_use]
    pub const fn method(&self) -> Option<Method> {
        match self {
            Self::ChallengePassed(method)
            | Self::ChallengeFailed(method)
            | Self::ChallengeThrottled(method) => Some(*method),
            Self::RecoveryCodeUsed { .. } => Some(Method::Recovery),
            Self::CodeSent => Some(Method::Email),
            Self::EnrollmentBegun
            | Self::AuthenticatorAdded
            | Self::AuthenticatorRenamed
            | Self::AuthenticatorRemoved
            | Self::RecoveryCodesRenewed
            | Self::DeviceRemembered
            | Self::DeviceStoodIn
            | Self::DeviceForgotten
            | Self::DeviceCopied
            | Self::SignedOut
            | Self::CredentialsChanged
            | Self::RequirementBegan(_)
            | Self::PutOff { .. }
            | Self::Decided(_)
            | Self::LeftToRules
            | Self::Reset
            | Self::DisabledOnBehalf
            | Self::RuleAdded(_)
            | Self::RuleRemoved(_)
            | Self::ConfirmationSent
            | Self::AddressConfirmed
            | Self::MessageNotDelivered(..)
            | Self::ConfirmationsBegun
            | Self::SubjectRenamed
            | Self::SubjectRemoved => None,
        }
    }

    /// What else is to be said of it: how many are left, which rule, until when.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::RecoveryCodeUsed { left } => Some(format!("{left} left")),
            Self::PutOff { left } => Some(format!("{left} left")),
            Self::RequirementBegan(rule) | Self::RuleAdded(rule) | Self::RuleRemoved(rule) => {
                Some(rule.to_string())
            }
            Self::Decided(OwnEffect::Exempt { until }) => {
                Some(format!("until {}", until.as_unix()))
            }
            Self::MessageNotDelivered(what, Delivery::Unsure) => {
                Some(format!("{what}: nobody knows whether it went out"))
            }
            Self::MessageNotDelivered(what, _) => Some(format!("{what}: it did not go out")),
            Self::ChallengePassed(method)
            | Self::ChallengeFailed(method)
            | Self::ChallengeThrottled(method) => Some(method.name().to_owned()),
            Self::EnrollmentBegun
            | Self::AuthenticatorAdded
            | Self::AuthenticatorRenamed
            | Self::AuthenticatorRemoved
            | Self::RecoveryCodesRenewed
            | Self::DeviceRemembered
            | Self::DeviceStoodIn
            | Self::DeviceForgotten
            | Self::DeviceCopied
            | Self::SignedOut
            | Self::CredentialsChanged
            | Self::Decided(OwnEffect::Require(_) | OwnEffect::Release)
            | Self::LeftToRules
            | Self::Reset
            | Self::DisabledOnBehalf
            | Self::CodeSent
            | Self::ConfirmationSent
            | Self::AddressConfirmed
            | Self::ConfirmationsBegun
            | Self::SubjectRenamed
            | Self::SubjectRemoved => None,
        }
    }
}

/// What happened to whom, when, by whose hand, and why. No secret is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// What: an [`Event::name`].
    pub event: Box<str>,
    /// What else there is to say of it: how many are left, which rule, by which method.
    pub detail: Option<Box<str>>,
    /// To whom.
    pub subject: SubjectId,
    /// By whose hand, if not by their own.
    pub actor: Option<SubjectId>,
    /// The reason that was given.
    pub reason: Option<Box<str>>,
    /// When.
    pub at: Timestamp,
}

impl Entry {
    /// That something happened.
    #[must_use]
    pub fn new(event: &Event, subject: SubjectId, at: Timestamp) -> Self {
        Self {
            event: event.name().into(),
            detail: event.detail().map(Into::into),
            subject,
            actor: None,
            reason: None,
            at,
        }
    }

    /// An entry that was written down before.
    #[must_use]
    pub const fn written(event: Box<str>, subject: SubjectId, at: Timestamp) -> Self {
        Self { event, detail: None, subject, actor: None, reason: None, at }
    }

    /// By somebody else's hand.
    #[must_use]
    pub fn by(mut self, actor: SubjectId) -> Self {
        self.actor = Some(actor);
        self
    }

    /// For this reason.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With this to say of it.
    #[must_use]
    pub fn detailed(mut self, detail: &str) -> Self {
        self.detail = Some(detail.into());
        self
    }
}
