//! What rules look at of a person.

use super::setting::{Held, Own};
use crate::subject::{Principal, Profile, SubjectId};
use crate::time::Timestamp;

/// What rules look at of a person.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub(super) subject: &'a SubjectId,
    who: Who<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Who<'a> {
    Here(&'a Principal),
    Known(&'a Profile),
}

impl<'a> Facts<'a> {
    /// Of somebody who is here.
    #[must_use]
    pub const fn of(principal: &'a Principal) -> Self {
        Self { subject: principal.subject(), who: Who::Here(principal) }
    }

    /// Of somebody who is not, as they were when they were seen last.
    #[must_use]
    pub const fn known(subject: &'a SubjectId, profile: &'a Profile) -> Self {
        Self { subject, who: Who::Known(profile) }
    }

    pub(super) fn roles(&self) -> impl Iterator<Item = &'a str> {
        let (here, known) = match self.who {
            Who::Here(principal) => (principal.roles(), &[][..]),
            Who::Known(profile) => (&[][..], profile.roles()),
        };
        here.iter().map(AsRef::as_ref).chain(known.iter().map(AsRef::as_ref))
    }

    pub(super) fn address(&self) -> Option<&'a str> {
        match self.who {
            Who::Here(principal) => principal.address().map(|email| &*email.address),
            Who::Known(profile) => profile.address(),
        }
    }

    /// Whether it is of somebody who is here.
    pub(super) const fn is_here(&self) -> bool {
        matches!(self.who, Who::Here(_))
    }

    /// When the session began, if the application says so.
    pub(super) fn signed_in_at(&self) -> Option<Timestamp> {
        match self.who {
            Who::Here(principal) => principal.session_began(),
            Who::Known(_) => None,
        }
    }
}

/// What the record knows that rules depend on.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Known<'a> {
    /// An administrator's decision about the person.
    pub own: Option<&'a Own>,
    /// The requirement that has held for them.
    pub held: Option<&'a Held>,
    /// How often they said "not now".
    pub skips: u8,
    /// Whether they have an authenticator.
    pub enrolled: bool,
    /// When they last became somebody else to rules: by their address, roles, key or tenant. A rule
    /// that is older was made about others, so it lifts nothing of theirs.
    pub changed: Option<Timestamp>,
    /// Since when they go on to be asked for what they have, although they have become somebody for
    /// whom there is no second factor.
    pub kept: Option<Timestamp>,
}

impl Known<'_> {
    /// Whether an administrator made something about this person, as they are now, after `moment`.
    pub(super) fn was_made_after(&self, moment: Timestamp, made_at: Timestamp) -> bool {
        made_at > self.changed.map_or(moment, |changed| changed.max(moment))
    }
}
