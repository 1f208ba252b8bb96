//! Whom the application knows, so that those who never signed in can be followed up.

use core::fmt;
use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;

use crate::subject::Profile;

/// Whom the application knows.
#[async_trait]
pub trait Directory: fmt::Debug + Send + Sync + 'static {
    /// Up to `most` people of a tenant, by the application's key, in an order that does not change,
    /// from the one after `after` on.
    ///
    /// # Errors
    /// They cannot be had now.
    async fn people(
        &self,
        tenant: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>>;
}
