//! Whom the walk goes as.

use super::visitor::Accept;

/// Whom the walk goes as, in this order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Person {
    Nobody,
    MustActivate,
    Half,
    Verified,
    Exempt,
}

impl Person {
    pub(super) const ALL: [Self; 5] =
        [Self::Nobody, Self::MustActivate, Self::Half, Self::Verified, Self::Exempt];

    /// In a table, and in sentences.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::MustActivate => "must activate",
            Self::Half => "half signed in",
            Self::Verified => "verified",
            Self::Exempt => "exempt",
        }
    }

    /// What they ask for: those who have to be stopped, once as a browser and once as a program.
    pub(super) const fn accepts(self) -> &'static [Accept] {
        match self {
            Self::MustActivate | Self::Half => &[Accept::Page, Accept::Json],
            Self::Nobody | Self::Verified | Self::Exempt => &[Accept::Anything],
        }
    }
}
