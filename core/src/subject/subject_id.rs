//! A person, by the application's own key.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

/// A person of one tenant, by the application's own key.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct SubjectId {
    /// `None` is the only tenant, for which every subject would keep an empty text of its own.
    tenant: Option<Arc<str>>,
    key: Arc<str>,
}

impl SubjectId {
    /// A person of the only tenant.
    #[must_use]
    pub fn new(key: impl Into<Arc<str>>) -> Self {
        Self { tenant: None, key: key.into() }
    }

    /// A person of one of several tenants.
    #[must_use]
    pub fn of_tenant(tenant: impl Into<Arc<str>>, key: impl Into<Arc<str>>) -> Self {
        let tenant = tenant.into();
        Self { tenant: (!tenant.is_empty()).then_some(tenant), key: key.into() }
    }

    /// The tenant; empty if there is only one.
    #[must_use]
    pub fn tenant(&self) -> &str {
        self.tenant.as_deref().unwrap_or_default()
    }

    /// The application's key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl Hash for SubjectId {
    /// By the key, and by the tenant if there are several.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
        if let Some(tenant) = &self.tenant {
            tenant.hash(state);
        }
    }
}

impl<C> minicbor::Encode<C> for SubjectId {
    fn encode<W: minicbor::encode::Write>(
        &self,
        encoder: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        encoder.array(2)?.str(self.tenant())?.str(self.key())?.ok()
    }
}

impl<'b, C> minicbor::Decode<'b, C> for SubjectId {
    fn decode(
        decoder: &mut minicbor::Decoder<'b>,
        _: &mut C,
    ) -> Result<Self, minicbor::decode::Error> {
        match decoder.array()? {
            Some(2) => Ok(Self::of_tenant(decoder.str()?, decoder.str()?)),
            _ => Err(minicbor::decode::Error::message("a subject has a tenant and a key")),
        }
    }
}
