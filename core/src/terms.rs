//! What the record knows of a person besides authenticators: who they were when they were seen last,
//! and what the policy has to remember of them.

use crate::authenticator::{Method, Methods};
use crate::policy::{Held, Known, Own, OwnEffect, RuleId, Verdict};
use crate::subject::{Principal, Profile};
use crate::time::Timestamp;

/// What a rule accepts that stays behind when somebody gets another key; `None`: it does not.
pub(crate) type Gone<'a> = dyn Fn(&RuleId) -> Option<Methods> + 'a;

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
    #[n(4)]
    changed: Option<Timestamp>,
    #[n(5)]
    kept: Option<Timestamp>,
    #[n(6)]
    confirmed: Option<Box<str>>,
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

    /// Who they were when they were seen last; their address is confirmed if it is to the application or
    /// to us.
    #[must_use]
    pub fn person(&self) -> Option<Profile> {
        let profile = self.profile()?.clone();
        let is_ours = self.confirmed().is_some() && profile.address() == self.confirmed();
        Some(if is_ours { profile.confirmed() } else { profile })
    }

    /// The address that its owner has confirmed to us. What the application says of an address is in
    /// the [`Profile`].
    #[must_use]
    pub fn confirmed(&self) -> Option<&str> {
        self.confirmed.as_deref()
    }

    pub(crate) fn confirm(&mut self, address: &str) {
        self.confirmed = Some(address.into());
    }

    /// What rules depend on.
    pub(crate) fn known(&self, enrolled: bool) -> Known<'_> {
        let mut known = Known::default();
        (known.own, known.held, known.skips) = (self.own(), self.held(), self.skips);
        (known.changed, known.kept) = (self.changed, self.kept);
        known.enrolled = enrolled;
        known
    }

    /// They are seen as somebody who may be somebody else to rules than before.
    pub(crate) fn seen(&mut self, profile: Profile, now: Timestamp) {
        if self.profile.as_ref().is_some_and(|before| !before.is_same_to_rules(&profile)) {
            self.changed = Some(now);
        }
        self.profile = Some(profile.after(self.profile.as_ref()));
    }

    /// They have shown a factor, so from now on their browser says in which language they are told of
    /// things. A recovery code may have been found, and then its owner must be able to read of it.
    pub(crate) fn proven(&mut self, principal: &Principal, counts_as: Method) {
        if let Some(profile) = self.profile.as_mut().filter(|_| counts_as != Method::Recovery) {
            profile.follow(principal);
        }
    }

    pub(crate) fn hold(&mut self, held: Held) {
        self.held = Some(held);
    }

    /// Whether they have become somebody for whom there is no second factor, and keep theirs.
    pub(crate) const fn keeps(&self) -> bool {
        self.kept.is_some()
    }

    /// They have become somebody for whom there is no second factor, and keep theirs.
    pub(crate) fn keep(&mut self, now: Timestamp) {
        self.kept.get_or_insert(now);
    }

    /// Forgets what an administrator has lifted by a rule. Says whether there was anything.
    pub(crate) fn let_go(&mut self, lifted: Lifted) -> bool {
        let held = self.held.take_if(|_| lifted.held);
        let kept = self.kept.take_if(|_| lifted.kept);
        held.is_some() || kept.is_some()
    }

    /// An administrator decides, or leaves it to the rules (`None`). What has held before is lifted,
    /// and "not now" may be said anew. An exemption lifts nothing: when it ends, all is as before.
    pub(crate) fn decide(&mut self, own: Option<Own>) {
        let lifts = !own.as_ref().is_some_and(|own| matches!(own.effect, OwnEffect::Exempt { .. }));
        self.own = own;
        if lifts {
            (self.held, self.kept, self.skips) = (None, None, 0);
        }
    }

    pub(crate) const fn put_off(&mut self) {
        self.skips = self.skips.saturating_add(1);
    }

    /// They have another key from now on. `is_gone` says which rules stay behind, because they are
    /// those of another tenant, and which methods they accept: what such a rule required goes on
    /// without it. What another tenant's administrators have let them off does not.
    pub(crate) fn moved(&mut self, now: Timestamp, is_gone: Option<&Gone<'_>>) {
        self.changed = Some(now);
        let Some(is_gone) = is_gone else { return };
        self.held = self.held.take().map(|mut held| match held.rule.as_ref().and_then(is_gone) {
            Some(methods) => {
                held.rule = None;
                held.accepting(methods)
            }
            None => held,
        });
        self.own.take_if(|own| !matches!(own.effect, OwnEffect::Require(_)));
    }

    /// They were seen under their new key already, and perhaps decided about. Of two the stricter is
    /// kept where it can be told, else what is known for longer.
    pub(crate) fn join(&mut self, there: Self) {
        if there.profile.is_some() {
            self.profile = there.profile;
        }
        if there.own.is_some() {
            self.own = there.own;
        }
        self.held = self.held.take().or(there.held);
        self.kept = self.kept.or(there.kept);
        self.confirmed = there.confirmed.or(self.confirmed.take());
        self.skips = self.skips.max(there.skips);
    }
}

/// What an administrator has lifted by a rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lifted {
    held: bool,
    kept: bool,
}

impl Lifted {
    pub(crate) const fn by(verdict: &Verdict<'_>) -> Self {
        Self { held: verdict.lifts, kept: verdict.off }
    }
}
