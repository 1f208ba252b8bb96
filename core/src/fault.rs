//! A broken machine. Nothing is served while it lasts; the client hears "unavailable" and no more.

use core::fmt;
use std::error::Error;

/// What is broken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The store does not answer, or not in time.
    Store,
    /// A record cannot be read.
    Corrupt,
    /// Others kept changing the record while we tried to.
    Contended,
    /// A sealed value does not open: a key is missing, or the value was moved.
    Key,
    /// The machine gives no random numbers.
    Entropy,
    /// The application named nobody, or no session.
    Principal,
    /// The application's session could not be given a new id.
    Session,
}

impl FaultKind {
    /// The name in logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Corrupt => "corrupt",
            Self::Contended => "contended",
            Self::Key => "key",
            Self::Entropy => "entropy",
            Self::Principal => "principal",
            Self::Session => "session",
        }
    }
}

/// A broken machine, and what it said.
#[derive(Debug)]
pub struct Fault {
    kind: FaultKind,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Fault {
    /// A fault that needs no explanation.
    #[must_use]
    pub const fn new(kind: FaultKind) -> Self {
        Self { kind, source: None }
    }

    /// A fault with its cause.
    #[must_use]
    pub fn caused(kind: FaultKind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { kind, source: Some(source.into()) }
    }

    /// What is broken.
    #[must_use]
    pub const fn kind(&self) -> FaultKind {
        self.kind
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => write!(f, "{}: {source}", self.kind.name()),
            None => f.write_str(self.kind.name()),
        }
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

impl From<crate::secret::Unsealable> for Fault {
    fn from(source: crate::secret::Unsealable) -> Self {
        Self::caused(FaultKind::Key, source)
    }
}
