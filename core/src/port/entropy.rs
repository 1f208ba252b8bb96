//! Where chance comes from.

use core::fmt;

/// The machine gave no random numbers.
#[derive(Debug, thiserror::Error)]
#[error("no random numbers: {0}")]
#[non_exhaustive]
pub struct EntropyError(pub String);

/// Where chance comes from. It must be fit for secrets.
pub trait Entropy: fmt::Debug + Send + Sync + 'static {
    /// Fills `out` with random bytes.
    ///
    /// # Errors
    /// The machine has none to give. Nothing may be made of what is in `out` then.
    fn fill(&self, out: &mut [u8]) -> Result<(), EntropyError>;
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, out: &mut [u8]) -> Result<(), EntropyError> {
        getrandom::fill(out).map_err(|source| EntropyError(source.to_string()))
    }
}
