//! What the record knows of a person besides authenticators: who they were when they were seen last,
//! and what the policy has to remember of them.

use crate::policy::{Held, Known, Own};
use crate::subject::Profile;

/// What the record knows of a person besides authenticators.
#[derive(Clone, Debug, Default, Eq, PartialEq, minicbor::Decode, minicbor::Encode)]
pub struct Terms {
    #[n(0)]
    profile: Option<Profile>,
    #[n(1)]
    own: Option<Own>,
    #[n(2)]
    held: Option<Held>,
    #[n(3)]
    skips: u8,
}

impl Terms {
    /// Who they were when they were seen last; `None`: nobody keeps lists.
    #[must_use]
    pub const fn profile(&self) -> Option<&Profile> {
        self.profile.as_ref()
    }

    /// What an administrator has decided about them.
    #[must_use]
    pub const fn own(&self) -> Option<&Own> {
        self.own.as_ref()
    }

    /// The requirement that has held for them.
    #[must_use]
    pub const fn held(&self) -> Option<&Held> {
        self.held.as_ref()
    }

    /// How often they said "not now".
    #[must_use]
    pub const fn skips(&self) -> u8 {
        self.skips
    }

    /// What rules depend on.
    pub(crate) fn known(&self, enrolled: bool) -> Known<'_> {
        let mut known = Known::default();
        (known.own, known.held, known.skips) = (self.own(), self.held(), self.skips);
        known.enrolled = enrolled;
        known
    }

    pub(crate) fn seen(&mut self, profile: Profile) {
        self.profile = Some(profile);
    }

    pub(crate) fn hold(&mut self, held: Held) {
        self.held = Some(held);
    }

    /// An administrator decides, or leaves it to the rules (`None`). What has held before is lifted,
    /// and "not now" may be said anew.
    pub(crate) fn decide(&mut self, own: Option<Own>) {
        self.own = own;
        self.held = None;
        self.skips = 0;
    }

    pub(crate) const fn put_off(&mut self) {
        self.skips = self.skips.saturating_add(1);
    }

    /// They come from another tenant, where the rule is that held for them. Only a decision about
    /// them lifts it now.
    pub(crate) fn moved(&mut self) {
        if let Some(held) = &mut self.held {
            held.rule = None;
        }
    }
}
