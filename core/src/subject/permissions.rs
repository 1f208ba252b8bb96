//! What somebody may do on the administration pages. The application says so.

/// What somebody may do on the administration pages, in their own tenant.
///
/// ```
/// use countersign::subject::Permissions;
///
/// let support = Permissions::NONE.read().reset();
/// assert!(support.may_reset() && !support.may_enforce());
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[must_use]
pub struct Permissions(u8);

const READ: u8 = 1;
const ENFORCE: u8 = 2;
const RESET: u8 = 4;
const ON_BEHALF: u8 = 8;
const EVERY_TENANT: u8 = 16;

impl Permissions {
    /// Nothing: there are no administration pages for them.
    pub const NONE: Self = Self(0);
    /// Everything in their own tenant.
    pub const ALL: Self = Self(READ | ENFORCE | RESET | ON_BEHALF);

    /// Lists, explanations and the audit log.
    pub const fn read(self) -> Self {
        Self(self.0 | READ)
    }

    /// Rules, and decisions about single people. It includes [`read`](Self::read).
    pub const fn enforce(self) -> Self {
        Self(self.0 | READ | ENFORCE)
    }

    /// Taking away everything that somebody has set up, so that they begin anew. It includes
    /// [`read`](Self::read).
    pub const fn reset(self) -> Self {
        Self(self.0 | READ | RESET)
    }

    /// Taking it away while acting as that person. It includes nothing else.
    pub const fn disable_on_behalf(self) -> Self {
        Self(self.0 | ON_BEHALF)
    }

    /// What may be done, may be done in every tenant.
    pub const fn every_tenant(self) -> Self {
        Self(self.0 | EVERY_TENANT)
    }

    /// Whether lists may be seen.
    #[must_use]
    pub const fn may_read(self) -> bool {
        self.0 & READ != 0
    }

    /// Whether rules and decisions may be made.
    #[must_use]
    pub const fn may_enforce(self) -> bool {
        self.0 & ENFORCE != 0
    }

    /// Whether people may be reset.
    #[must_use]
    pub const fn may_reset(self) -> bool {
        self.0 & RESET != 0
    }

    /// Whether people may be reset while acting as them.
    #[must_use]
    pub const fn may_disable_on_behalf(self) -> bool {
        self.0 & ON_BEHALF != 0
    }

    /// Whether that holds in every tenant.
    #[must_use]
    pub const fn is_for_every_tenant(self) -> bool {
        self.0 & EVERY_TENANT != 0
    }
}
